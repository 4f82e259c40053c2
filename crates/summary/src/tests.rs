//! Whole summaries of invented articles.

use crate::Length;
use crate::fixture::{document, page, summarise};

const FERRY: &str = "\
Harbour board backs second ferry for Northern Isles

The harbour board has approved a second ferry for the Northern Isles after a winter of cancelled sailings.

⟦O|Northern Isles Harbour Board⟧ voted seven to two on Monday to buy the vessel for £4.2m, its largest purchase in twenty years.

“⟦Q1|People here have waited long enough,⟧” ⟦C1|said⟧ ⟦S1|⟦P:quill|Mara Quill⟧⟧, who chairs the board.

She said the ferry would carry sixty cars and three hundred passengers.

But two members warned that the second ferry could double harbour fees for fishing crews.

⟦S2|⟦P:vane|Jon Vane⟧⟧, who speaks for the fishing crews, ⟦C2|said⟧: “⟦Q2|We pay for a ferry that our boats will never use.⟧

“⟦Q2|The board did not ask a single crew.⟧”

The ferry will sail between Aldwick and the Northern Isles from June next year.

Nineteen crossings were cancelled in January alone, when the only ferry lost its rudder in a storm.

Tickets cost £12 and are on sale at the pier.
=====
quote 1 direct quill
quote 2 direct vane
";

fn ferry(length: Length) -> Vec<String> {
    summarise(page(FERRY), length).0
}

#[test]
fn three_sentences_that_stand_alone() {
    let expect = [
        "The harbour board has approved a second ferry for the Northern Isles after a winter of \
         cancelled sailings.",
        "Northern Isles Harbour Board voted seven to two on Monday to buy the vessel for £4.2m, \
         its largest purchase in twenty years.",
        "“People here have waited long enough,” said Mara Quill, who chairs the board.",
    ];
    assert_eq!(ferry(Length::Sentences(3)), expect);
}

#[test]
fn no_length_lets_in_what_must_not_be_picked() {
    let all = ferry(Length::Percent(100));
    let text = all.join("\n");
    for never in ["Tickets cost", "Harbour board backs second ferry for"] {
        assert!(!text.contains(never), "{text}");
    }
    let at = |start: &str| all.iter().position(|one| one.starts_with(start));
    // What leans comes right behind what it leans on, or not at all.
    if let Some(she) = at("She said") {
        assert_eq!(at("“People here"), she.checked_sub(1));
    }
    assert_eq!(
        at("“The board did not"),
        at("Jon Vane").map(|vane| vane + 1)
    );
}

#[test]
fn every_budget_is_obeyed() {
    for n in 1..400 {
        let words: usize = ferry(Length::Words(n))
            .iter()
            .map(|one| one.split_whitespace().count())
            .sum();
        assert!(words <= n as usize);
        let characters = ferry(Length::Characters(n)).join(" ").chars().count();
        assert!(characters <= n as usize);
        assert!(ferry(Length::Sentences(n)).len() <= n as usize);
    }
}

#[test]
fn budgets_are_filled() {
    for n in 40..90 {
        let words: usize = ferry(Length::Words(n))
            .iter()
            .map(|one| one.split_whitespace().count())
            .sum();
        // Sentences are what they are: no choice of them makes every number.
        assert!(words * 100 >= n as usize * 80, "{words} of {n} words");
    }
}

#[test]
fn sentences_come_in_the_order_of_the_text() {
    let all = ferry(Length::Percent(100));
    let text = page(FERRY);
    let at = |one: &String| text.text().as_str().find(one.as_str());
    assert!(all.iter().map(at).is_sorted());
}

#[test]
fn a_standfirst_repeated_as_body_counts_once() {
    let line = "The harbour board has approved a second ferry for the Northern Isles.";
    let text = format!(
        "Second ferry for Northern Isles\n\n{line}\n\nPublished 3 May 2031\n\n{line}\n\n\
         The new vessel will cost £4.2m and carry sixty cars from June.\n"
    );
    let summary = summarise(page(&text), Length::Sentences(3)).0;
    assert_eq!(summary.iter().filter(|one| *one == line).count(), 1);
    assert_eq!(summary.len(), 2, "{summary:?}");
}

#[test]
fn near_duplicates_are_not_both_picked() {
    let text = "The harbour board approved a second ferry for the Northern Isles on Monday.\n\
                On Monday the harbour board approved the second ferry for the Northern Isles.\n\
                Sixty cars and three hundred passengers will fit on the vessel.\n";
    let summary = summarise(document(text), Length::Sentences(3)).0;
    assert_eq!(summary.len(), 2, "{summary:?}");
}

/// A statement: a lead, a cue in a paragraph of its own, then nothing but quotation.
#[test]
fn an_article_of_one_quotation_comes_with_its_speaker() {
    let text = "The watchdog has published its findings on the sinking of the ferry Aldwick Star.\n\
        ⟦S1|⟦T|Harbourmaster⟧ ⟦P:quill|Mara Quill⟧⟧, on behalf of the board, ⟦C1|said⟧:\n\
        “⟦Q1|We accept every finding of this report on the Aldwick Star. Nobody should have sailed that night.⟧\n\
        “⟦Q1|The board has replaced both radar masts since then.⟧\n\
        “⟦Q1|We think of the families of the crew every day.⟧”\n\
        =====\nquote 1 direct quill";
    let expect = [
        "The watchdog has published its findings on the sinking of the ferry Aldwick Star.",
        "Harbourmaster Mara Quill, on behalf of the board, said:",
        "“We accept every finding of this report on the Aldwick Star.",
    ];
    assert_eq!(summarise(document(text), Length::Sentences(3)).0, expect);
    assert_eq!(
        summarise(document(text), Length::Sentences(2)).0,
        expect[..1]
    );
}

#[test]
fn an_article_of_nothing_good_still_gets_a_sentence() {
    let check = |text: &str, expect: &[&str]| {
        assert_eq!(summarise(document(text), Length::Sentences(3)).0, expect);
    };
    check("", &[]);
    check("\n \n", &[]);
    check("Ferries", &[]);
    check("But will it sail again?", &["But will it sail again?"]);
    check("Visit www.harbour.example/ferry to find out more.", &[]);
}

#[test]
fn phrases_are_names_and_noun_phrases() {
    let phrases = summarise(page(FERRY), Length::Sentences(3)).1;
    assert!(phrases.contains(&"Mara Quill".to_owned()), "{phrases:?}");
    assert!(phrases.contains(&"second ferry".to_owned()), "{phrases:?}");
    assert!(phrases.len() <= 10);
    for phrase in &phrases {
        let lower = phrase.to_lowercase();
        for never in ["said", "monday", "tickets", "pay"] {
            assert!(!lower.split(' ').any(|word| word == never), "{phrases:?}");
        }
        // None within another.
        let within = phrases.iter().filter(|other| other.contains(phrase));
        assert_eq!(within.count(), 1, "{phrases:?}");
    }
}
