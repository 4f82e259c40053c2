//! Interviews and minutes.

use crate::check::{check, check_turns};

#[test]
fn lines_that_begin_with_a_name() {
    check(
        "Mara Dunne and Sol Okoro gave evidence on Monday.\nDUNNE: We had no choice. The wall was going.\nOKORO: There is always a choice.",
        &[
            "direct [We had no choice. The wall was going.] <- Mara Dunne as DUNNE (no cue)",
            "direct [There is always a choice.] <- Sol Okoro as OKORO (no cue)",
        ],
    );
}

#[test]
fn question_and_answer() {
    check(
        "Q: When did the water come in?\nA: At about four.",
        &[
            "direct [When did the water come in?] <- nobody (no cue)",
            "direct [At about four.] <- nobody (no cue)",
        ],
    );
}

#[test]
fn one_line_with_a_colon_is_a_heading() {
    check(
        "ANALYSIS: The bridge will outlive the bank that paid for it.",
        &[],
    );
}

#[test]
fn every_line_is_a_turn() {
    check_turns(
        "Petra Hale met Alun Rees.\nHALE: Was it cold?\nREES: Very.\nHALE: And after?",
        &[0, 1, 2],
    );
}

#[test]
fn initials_stand_for_a_name() {
    check(
        "Petra Hale spoke to our reporter.\nPH: I never learned to swim.\nLC: Why not?\nPH: The sea was too far.",
        &[
            "direct [I never learned to swim.] <- Petra Hale as PH (no cue)",
            "direct [Why not?] <- \"LC\" (no cue)",
            "direct [The sea was too far.] <- Petra Hale as PH (no cue)",
        ],
    );
}

#[test]
fn full_names_as_labels() {
    check(
        "Mara Dunne: We had nothing left to sell.\nSol Okoro: You had the boat.\nMara Dunne: The boat was rotten.",
        &[
            "direct [We had nothing left to sell.] <- Mara Dunne (no cue)",
            "direct [You had the boat.] <- Sol Okoro (no cue)",
            "direct [The boat was rotten.] <- Mara Dunne (no cue)",
        ],
    );
}
