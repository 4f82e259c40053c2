//! Which marks open and close what, in every style that news is printed in.

use crate::check::{check, check_page, check_turns};

#[test]
fn every_kind_of_mark_opens_and_closes() {
    check(
        "“It will reopen on Monday,” Mara Dunne said.",
        &["direct [It will reopen on Monday,] <- Mara Dunne (say)"],
    );
    check(
        "\"The bridge is closed to lorries,\" said Sol Okoro.",
        &["direct [The bridge is closed to lorries,] <- Sol Okoro (say)"],
    );
    check(
        "'The ferry leaves without us,' said Liam Brand.",
        &["direct [The ferry leaves without us,] <- Liam Brand (say)"],
    );
    check(
        "‘We have no money left for parks,’ Councillor Tara Kaur told the meeting.",
        &["direct [We have no money left for parks,] <- Tara Kaur (tell)"],
    );
    check(
        "``Nobody asked the tenants,'' said Idris Vane.",
        &["direct [Nobody asked the tenants,] <- Idris Vane (say)"],
    );
    check(
        "«The harbour wall will hold,» said Alun Rees.",
        &["direct [The harbour wall will hold,] <- Alun Rees (say)"],
    );
    check(
        "„The line is safe to use,“ said Petra Hale.",
        &["direct [The line is safe to use,] <- Petra Hale (say)"],
    );
}

#[test]
fn marks_may_face_the_wrong_way() {
    check(
        "”The pool will stay shut,” said Petra Hale.",
        &["direct [The pool will stay shut,] <- Petra Hale (say)"],
    );
    check(
        "“Two wards have been moved,“ said Mara Dunne.",
        &["direct [Two wards have been moved,] <- Mara Dunne (say)"],
    );
    check(
        "\"Trams will run until midnight,” Sol Okoro said.",
        &["direct [Trams will run until midnight,] <- Sol Okoro (say)"],
    );
    check(
        "Alun Rees said: “The vote was closer than it looked.\"",
        &["direct [The vote was closer than it looked.] <- Alun Rees (say)"],
    );
}

#[test]
fn spaces_and_commas_around_marks_do_not_matter() {
    check(
        "\" We will not pay for this, \" said Tara Kaur.",
        &["direct [We will not pay for this,] <- Tara Kaur (say)"],
    );
    check(
        "“The lifts are working again,”said Idris Vane.",
        &["direct [The lifts are working again,] <- Idris Vane (say)"],
    );
    check(
        "“The library opens at nine”, said Mara Dunne.",
        &["direct [The library opens at nine] <- Mara Dunne (say)"],
    );
    check(
        "“Nobody has resigned” said Liam Brand.",
        &["direct [Nobody has resigned] <- Liam Brand (say)"],
    );
}

#[test]
fn a_lost_mark_spoils_no_more_than_its_quotation() {
    check(
        "Sol Okoro said: “We have to act now.\nThe vote is on Friday. Few expect a surprise.",
        &["direct [We have to act now.] <- Sol Okoro (say)"],
    );
    check(
        "The tide turned quickly. We had to climb the sea wall,” said Petra Hale.",
        &["direct [We had to climb the sea wall,] <- Petra Hale (say)"],
    );
    check(
        "Tara Kaur said: “The roof is sound.\nMara Dunne said: “The roof leaks in nine places.”",
        &[
            "direct [The roof is sound.] <- Tara Kaur (say)",
            "direct [The roof leaks in nine places.] <- Mara Dunne (say)",
        ],
    );
    check(
        "Idris Vane said: “The audit is done. “Nobody was blamed.”\nThe town has moved on.",
        &["direct [The audit is done.] [Nobody was blamed.] <- Idris Vane (say)"],
    );
}

#[test]
fn apostrophes_close_nothing() {
    check(
        "'It's the players' fault,' Okoro said.",
        &["direct [It's the players' fault,] <- Okoro (say)"],
    );
    check(
        "‘The drivers’ pay isn’t the issue,’ Alun Rees said.",
        &["direct [The drivers’ pay isn’t the issue,] <- Alun Rees (say)"],
    );
    check(
        "The residents' leader, Mara Dunne, said the members' vote was 'a mess from start to finish'.",
        &["mixed [the members' vote was 'a mess from start to finish'] <- Mara Dunne (say)"],
    );
    check(
        "The nurses’ union and the doctors’ union met on Friday, said Idris Vane.",
        &["indirect [The nurses’ union and the doctors’ union met on Friday] <- Idris Vane (say)"],
    );
    check(
        "‘Back in the ’90s we sold ’em by the ton,’ said Liam Brand.",
        &["direct [Back in the ’90s we sold ’em by the ton,] <- Liam Brand (say)"],
    );
    check(
        "\"Nobody built anything here in the '90s,\" Petra Hale said.",
        &["direct [Nobody built anything here in the '90s,] <- Petra Hale (say)"],
    );
    check(
        "“Rock ’n’ roll was all we had,” Sol Okoro said.",
        &["direct [Rock ’n’ roll was all we had,] <- Sol Okoro (say)"],
    );
    check(
        "‘Twas a hard winter. The drovers’ road was shut for weeks, Tara Kaur said.",
        &["indirect [The drovers’ road was shut for weeks] <- Tara Kaur (say)"],
    );
    check(
        "‘I saw the boats’ lights go out,’ said Sol Okoro.",
        &["direct [I saw the boats’ lights go out,] <- Sol Okoro (say)"],
    );
    check(
        "‘The boys’ and girls’ teams both won,’ Tara Kaur said.",
        &["direct [The boys’ and girls’ teams both won,] <- Tara Kaur (say)"],
    );
    check(
        "'I've been to the Joneses' three times,' said Petra Hale.",
        &["direct [I've been to the Joneses' three times,] <- Petra Hale (say)"],
    );
    check(
        "The ‘boys’ club’ culture must end, said Mara Dunne.",
        &["mixed [The ‘boys’ club’ culture must end] <- Mara Dunne (say)"],
    );
}

#[test]
fn a_quotation_in_a_quotation_is_part_of_it() {
    check(
        "“He told me ‘never again’ and left,” Petra Hale said.",
        &["direct [He told me ‘never again’ and left,] <- Petra Hale (say)"],
    );
    check(
        "‘The letter said “final notice” in red,’ Mara Dunne said.",
        &["direct [The letter said “final notice” in red,] <- Mara Dunne (say)"],
    );
    check(
        "“My mother said: ‘Run.’ So I ran,” said Sol Okoro.",
        &["direct [My mother said: ‘Run.’ So I ran,] <- Sol Okoro (say)"],
    );
    check(
        "Alun Rees said: “They shouted ‘shame’ and ‘resign’.”",
        &["direct [They shouted ‘shame’ and ‘resign’.] <- Alun Rees (say)"],
    );
    check(
        "Tara Kaur said: “As my father put it, ‘count the spoons.’”",
        &["direct [As my father put it, ‘count the spoons.’] <- Tara Kaur (say)"],
    );
}

#[test]
fn brackets_and_ellipses_stay_inside() {
    check(
        "“[The council] has … failed us,” said Sol Okoro.",
        &["direct [[The council] has … failed us,] <- Sol Okoro (say)"],
    );
    check(
        "“… and then the lights went out,” said Idris Vane.",
        &["direct [… and then the lights went out,] <- Idris Vane (say)"],
    );
    check(
        "Dunne said the road was “[no longer] fit for buses”.",
        &["mixed [the road was “[no longer] fit for buses”] <- Dunne (say)"],
    );
    check(
        "“There [sic] boat was never insured,” Idris Vane said.",
        &["direct [There [sic] boat was never insured,] <- Idris Vane (say)"],
    );
}

#[test]
fn one_quotation_over_several_paragraphs() {
    check(
        "“The first winter was hard.\n“The second was harder,” Mara Dunne added.",
        &["direct [The first winter was hard.] [The second was harder,] <- Mara Dunne (add)"],
    );
    check(
        "Alun Rees said: \"We came here with nothing.\n\"We built the hall ourselves.\n\"It is ours.\"",
        &[
            "direct [We came here with nothing.] [We built the hall ourselves.] [It is ours.] \
             <- Alun Rees (say)",
        ],
    );
    check(
        "Petra Hale said: ‘The flood took the archive.\n‘It took the organ too.’",
        &["direct [The flood took the archive.] [It took the organ too.] <- Petra Hale (say)"],
    );
    check(
        "Detective Chief Inspector Mara Dunne, on behalf of Wenlow Police, said:\n“We failed these girls.\n“We say sorry to each of them.\n“We have changed.”",
        &[
            "direct [We failed these girls.] [We say sorry to each of them.] [We have changed.] \
             <- Mara Dunne (say)",
        ],
    );
}

#[test]
fn a_lost_opening_mark_does_not_break_a_run() {
    check(
        "Mara Dunne said: “The inquiry was painful.\nSince then we have worked closely with families.\n“We will not stop.”",
        &[
            "direct [The inquiry was painful.] [Since then we have worked closely with families.] \
             [We will not stop.] <- Mara Dunne (say)",
        ],
    );
    check(
        "Sol Okoro said: “The yard closed in spring.\nThe last ship left that week.”",
        &["direct [The yard closed in spring.] [The last ship left that week.] <- Sol Okoro (say)"],
    );
    check(
        "Tara Kaur said: “The school was loved.\n\"It was also falling down.”",
        &["direct [The school was loved.] [It was also falling down.] <- Tara Kaur (say)"],
    );
}

#[test]
fn page_furniture_does_not_break_a_run() {
    check_page(
        "Market hall to reopen after fire\n\
         The market hall in Ashby will reopen in spring, seven months after the fire.\n\
         Mara Dunne said: “We have waited a long time for this.\n\
         Hide Ad\n\
         “The traders never gave up.”\n\
         The first stalls open on Friday.",
        &[
            "direct [We have waited a long time for this.] [The traders never gave up.] \
             <- Mara Dunne (say)",
        ],
    );
    check_page(
        "Ferry crew praised after rescue\n\
         A ferry crew has been praised for pulling two swimmers from the sea.\n\
         “They did everything right,” said Alun Rees.\n\
         Hide Ad\n\
         Hide Ad\n\
         He added: “It could have ended badly.”",
        &[
            "direct [They did everything right,] <- Alun Rees (say)",
            "direct [It could have ended badly.] <- Alun Rees as He (add)",
        ],
    );
}

#[test]
fn what_is_closed_and_opened_again_is_another_quotation() {
    let text = "Petra Hale said: “The clinic is safe.”\n“It will stay open at weekends.”";
    check(
        text,
        &[
            "direct [The clinic is safe.] <- Petra Hale (say)",
            "direct [It will stay open at weekends.] <- ~Petra Hale (no cue)",
        ],
    );
    check_turns(text, &[0, 0]);
}

#[test]
fn two_styles_in_one_article() {
    check(
        "“The brewery is sold,” said Idris Vane.\n'Nobody told the staff,' said Mara Dunne.\nSol Okoro called the deal 'a stitch-up'.",
        &[
            "direct [The brewery is sold,] <- Idris Vane (say)",
            "direct [Nobody told the staff,] <- Mara Dunne (say)",
            "mixed [a stitch-up] <- Sol Okoro (call)",
        ],
    );
}

#[test]
fn paragraphs_glued_together() {
    check(
        "“The rota is full,” said Mara Dunne. “The wards are full,” said Sol Okoro.",
        &[
            "direct [The rota is full,] <- Mara Dunne (say)",
            "direct [The wards are full,] <- Sol Okoro (say)",
        ],
    );
    check(
        "“It was a long night. “We will go again on Saturday,” Alun Rees said.",
        &["direct [It was a long night.] [We will go again on Saturday,] <- Alun Rees (say)"],
    );
}

#[test]
fn a_quotation_ends_with_its_paragraph() {
    check(
        "“The bakery has been here since 1911,” said Mara Dunne.\nThe oven is older.\nSol Okoro said the lease was up.",
        &[
            "direct [The bakery has been here since 1911,] <- Mara Dunne (say)",
            "indirect [the lease was up] <- Sol Okoro (say)",
        ],
    );
    check(
        "Petra Hale added: \"The seals came back.\"\n\"The seals came back,\" agreed Alun Rees.",
        &[
            "direct [The seals came back.] <- Petra Hale (add)",
            "direct [The seals came back,] <- Alun Rees (agree)",
        ],
    );
}

#[test]
fn short_answers_are_quotations_beside_a_cue() {
    check(
        "“No,” said Tara Kaur.",
        &["direct [No,] <- Tara Kaur (say)"],
    );
    check(
        "Asked if he was sorry, Brand said: “Never.”",
        &["direct [Never.] <- Brand (say)"],
    );
    check(
        "“Absolutely!” Idris Vane said.",
        &["direct [Absolutely!] <- Idris Vane (say)"],
    );
    check(
        "“14 people died,” said Petra Hale.",
        &["direct [14 people died,] <- Petra Hale (say)"],
    );
    check(
        "“Why?” asked Tara Kaur. “Because I said so,” said Alun Rees.",
        &[
            "direct [Why?] <- Tara Kaur (ask)",
            "direct [Because I said so,] <- Alun Rees (say)",
        ],
    );
}

#[test]
fn possessives_next_to_quoted_words() {
    check(
        "Alun Rees said the passengers’ complaints were ‘fair’ and the managers’ answer was ‘feeble’.",
        &[
            "mixed [the passengers’ complaints were ‘fair’ and the managers’ answer was ‘feeble’] \
             <- Alun Rees (say)",
        ],
    );
    check(
        "'The miners' hall is sold,' said Sol Okoro. 'The brass band's instruments went too.'",
        &[
            "direct [The miners' hall is sold,] [The brass band's instruments went too.] \
             <- Sol Okoro (say)",
        ],
    );
    check(
        "Mara Dunne praised the lifeboat crew's 'calm' and the islanders' 'good sense'.",
        &["mixed [calm] [good sense] <- Mara Dunne (praise)"],
    );
}

#[test]
fn a_cue_inside_a_quotation_is_its_own_words() {
    check(
        "“He [Brand] said no one would check,” said Petra Hale.",
        &["direct [He [Brand] said no one would check,] <- Petra Hale (say)"],
    );
    check(
        "“As Okoro says, the sea decides,” Mara Dunne said.\n“I told him that she said so.”",
        &[
            "direct [As Okoro says, the sea decides,] <- Mara Dunne (say)",
            "direct [I told him that she said so.] <- ~Mara Dunne (no cue)",
        ],
    );
}

#[test]
fn measures_are_no_marks() {
    check(
        "Brand said the 12\" single had sold out. “We pressed too few,” he said.",
        &[
            "indirect [the 12\" single had sold out] <- Brand (say)",
            "direct [We pressed too few,] <- Brand as he (say)",
        ],
    );
    check(
        "The 6\" pipe had burst twice, Petra Hale said.",
        &["indirect [The 6\" pipe had burst twice] <- Petra Hale (say)"],
    );
}

#[test]
fn single_marks_run_on_and_break_off_too() {
    check(
        "‘You never once—’ Tara Kaur said.",
        &["direct [You never once—] <- Tara Kaur (say)"],
    );
    check(
        "Sol Okoro said: ‘The kelp beds are dying.\nThe vote is on Friday. Few expect a surprise.",
        &["direct [The kelp beds are dying.] <- Sol Okoro (say)"],
    );
}
