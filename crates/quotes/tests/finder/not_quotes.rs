//! Marks that hold no speech, and verbs that report none.

use crate::check::{check, check_page};

#[test]
fn scare_quotes_and_terms() {
    check(
        "Critics of the so-called “granny tax” gathered in Ashby.",
        &[],
    );
    check("The move is known as a “phoenix” in the trade.", &[]);
    check("A pattern called a “saddle” shows up on the scans.", &[]);
    check("The town’s “green heart” is a car park.", &[]);
    check(
        "Prices of ‘ugly’ vegetables rose by a fifth on Monday.",
        &[],
    );
    check(
        "Corvane Foods sells the oil as “cold pressed” and the meal as “feed”.",
        &[],
    );
    check(
        "So-called ‘ghost gear’ kills seals off Ashby each winter.",
        &[],
    );
}

#[test]
fn titles_of_works_and_campaigns() {
    check(
        "Petra Hale won the prize for “The Salt Road” last year.",
        &[],
    );
    check(
        "The campaign, called 'It's Not Too Late', starts in July.",
        &[],
    );
    check(
        "Her band opened with “Nobody Told Me” and left without a word.",
        &[],
    );
    check(
        "A banner reading “Free the Harbour” hung from the crane.",
        &[],
    );
    check(
        "Tara Kaur starred in “Nine Days of Rain” and “The Last Ferry”.",
        &[],
    );
}

#[test]
fn nicknames() {
    check(
        "Liam “Shorty” Brand was jailed for six years at Ashby.",
        &[],
    );
    check(
        "Sol ‘The Barge’ Okoro retired from the ring on Friday.",
        &[],
    );
}

#[test]
fn data_and_plans() {
    check("The data show a rise in rents across the county.", &[]);
    check("Tara Kaur plans to sell the theatre.", &[]);
    check("Idris Vane believes the plan will fail.", &[]);
    check("It is felt that the choir deserves better.", &[]);
    check("Okoro hopes the ferry will come back.", &[]);
}

#[test]
fn words_that_look_like_cues() {
    check(
        "The report was late and the claims were settled out of court.",
        &[],
    );
    check("A 40-page report on the fire is due on Friday.", &[]);
    check(
        "The reports came in all night, and the remarks were cut.",
        &[],
    );
    check("The said goods were never found.", &[]);
    check("Her reply was brief.", &[]);
    check("The stated aim of the scheme is to plant trees.", &[]);
    check("Ashby Council adds fluoride to its water.", &[]);
    check("The council’s answer was to close the road.", &[]);
    check("Sol Okoro found the wreck on Friday.", &[]);
    check(
        "A report commissioned by Ashby Council will be published on Monday.",
        &[],
    );
    check("Brand accepted the ruling and paid the fine.", &[]);
}

#[test]
fn a_headline_is_no_quotation_of_the_body() {
    check_page(
        "Minister 'misled' council over bridge\n\
         The bridge in Ashby was closed without notice.\n\
         The repairs will take a year.",
        &[],
    );
}

#[test]
fn page_furniture_says_nothing() {
    check_page(
        "Lido opens after six years\n\
         The lido in Ashby opened on Friday.\n\
         Read More\n\
         ‘We were shut out,’ say swimmers in fight over...\n\
         “It is cold but clean,” said Petra Hale.\n\
         Have your say\n\
         Sign up to our daily newsletter\n\
         More than 300 people swam.",
        &["direct [It is cold but clean,] <- Petra Hale (say)"],
    );
}

#[test]
fn placards_songs_and_words_as_words() {
    check("The word “quay” is spoken like “key”.", &[]);
    check("The crowd sang “Home by the Sea” as the ship left.", &[]);
    check("A plaque marks the ‘Old Mill’, now a dentist’s.", &[]);
    check(
        "Marchers held signs that read “Hands Off Our Library”.",
        &[],
    );
}

#[test]
fn thoughts_are_not_speech() {
    check("Tara Kaur thought the noise was thunder.", &[]);
    check("Sol Okoro knew that the rope would break.", &[]);
    check("Petra Hale decided that the play must go on.", &[]);
    check("Alun Rees felt the vote had been rushed.", &[]);
}

#[test]
fn a_nickname_and_a_hit_are_not_speech() {
    check(
        "Kaur, nicknamed “The Nightingale”, rose to fame with the hit “Blue Hours”.",
        &[],
    );
    check("Dunne read a poem called “Home” to the crowd.", &[]);
}
