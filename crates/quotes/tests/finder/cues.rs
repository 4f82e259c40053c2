//! The words that report, where they stand, and what they report.

use crate::check::check;

#[test]
fn speech_in_three_orders() {
    check(
        "Mara Dunne said: “The reservoir is half empty.”",
        &["direct [The reservoir is half empty.] <- Mara Dunne (say)"],
    );
    check(
        "“The reservoir is half empty,” Mara Dunne said on Friday.",
        &["direct [The reservoir is half empty,] <- Mara Dunne (say)"],
    );
    check(
        "“The reservoir is half empty,” said Mara Dunne, who runs the plant.",
        &["direct [The reservoir is half empty,] <- Mara Dunne (say)"],
    );
    check(
        "“Who will pay for the dredging?” asked Sol Okoro.",
        &["direct [Who will pay for the dredging?] <- Sol Okoro (ask)"],
    );
    check(
        "“Let them through!” shouted the crowd.",
        &["direct [Let them through!] <- \"the crowd\" (shout)"],
    );
}

#[test]
fn a_cue_in_the_middle_splits_one_quotation() {
    check(
        "“We tried,” Dunne said, “and we failed.”",
        &["direct [We tried,] [and we failed.] <- Dunne (say)"],
    );
    check(
        "‘If the crane goes,’ said Tara Kaur, ‘the port goes with it.’",
        &["direct [If the crane goes,] [the port goes with it.] <- Tara Kaur (say)"],
    );
    check(
        "“The bells were silent,” Idris Vane said. “It felt like a death.”",
        &["direct [The bells were silent,] [It felt like a death.] <- Idris Vane (say)"],
    );
}

#[test]
fn reported_clauses_with_and_without_that() {
    check(
        "Sol Okoro said that the signal had failed twice.",
        &["indirect [the signal had failed twice] <- Sol Okoro (say)"],
    );
    check(
        "Petra Hale said the signal had failed twice.",
        &["indirect [the signal had failed twice] <- Petra Hale (say)"],
    );
    check(
        "Tara Kaur told the meeting that the allotments would be spared.",
        &["indirect [the allotments would be spared] <- Tara Kaur (tell)"],
    );
    check(
        "Alun Rees told reporters he had not read the contract.",
        &["indirect [he had not read the contract] <- Alun Rees (tell)"],
    );
    check(
        "Ashby Council announced on Monday that the lido would open early.",
        &["indirect [the lido would open early] <- Ashby Council (announce)"],
    );
    check(
        "Wenlow Police confirmed a man had been arrested near the quay.",
        &["indirect [a man had been arrested near the quay] <- Wenlow Police (confirm)"],
    );
    check(
        "Brand denied that he had signed the letter.",
        &["indirect [he had signed the letter] <- Brand (deny)"],
    );
    check(
        "Prosecutor Idris Vane told the court the van had been stolen in Ashby.",
        &["indirect [the van had been stolen in Ashby] <- Idris Vane (tell)"],
    );
}

#[test]
fn parenthetical_and_final_cues() {
    check(
        "The quarry road, Mara Dunne said, would reopen by spring.",
        &["indirect [The quarry road] [would reopen by spring] <- Mara Dunne (say)"],
    );
    check(
        "The quarry road would reopen by spring, Mara Dunne said.",
        &["indirect [The quarry road would reopen by spring] <- Mara Dunne (say)"],
    );
    check(
        "The bypass will cost twice as much as planned, Ashby Council has said.",
        &["indirect [The bypass will cost twice as much as planned] <- Ashby Council (say)"],
    );
    check(
        "Three villages were cut off overnight, said Sol Okoro.",
        &["indirect [Three villages were cut off overnight] <- Sol Okoro (say)"],
    );
}

#[test]
fn according_to() {
    check(
        "The footbridge is safe, according to Ashby Council.",
        &["indirect [The footbridge is safe] <- Ashby Council (according to)"],
    );
    check(
        "According to Tara Kaur, the choir has lost half its members.",
        &["indirect [the choir has lost half its members] <- Tara Kaur (according to)"],
    );
    check(
        "Rents have doubled in five years, according to a report by the Calder Trust.",
        &["indirect [Rents have doubled in five years] <- Calder Trust (according to)"],
    );
}

#[test]
fn verbs_that_name_and_judge() {
    check(
        "Dunne called the merger “a mess from start to finish”.",
        &["mixed [a mess from start to finish] <- Dunne (call)"],
    );
    check(
        "Alun Rees described the plan as “a gamble” and “a waste of a good summer”.",
        &["mixed [a gamble] [a waste of a good summer] <- Alun Rees (describe)"],
    );
    check(
        "The verdict was described by Petra Hale as “a disgrace”.",
        &["mixed [a disgrace] <- Petra Hale (describe)"],
    );
    check(
        "Tara Kaur said the offer was “an insult” to cleaners.",
        &["mixed [the offer was “an insult” to cleaners] <- Tara Kaur (say)"],
    );
    check(
        "Vane criticised “years of neglect” at the harbour.",
        &["mixed [years of neglect] <- Vane (criticise)"],
    );
}

#[test]
fn nouns_that_report() {
    check(
        "Brand resigned over claims he knew about the leak.",
        &["indirect [he knew about the leak] <- nobody (claim)"],
    );
    check(
        "Petra Hale rejected suggestions that the clinic had been closed to save money.",
        &["indirect [the clinic had been closed to save money] <- nobody (suggestion)"],
    );
}

#[test]
fn cues_in_a_chain_share_their_subject() {
    check(
        "Mara Dunne said the pool would close, adding that staff had been told.",
        &[
            "indirect [the pool would close] <- Mara Dunne (say)",
            "indirect [staff had been told] <- Mara Dunne (add)",
        ],
    );
    check(
        "Sol Okoro said the tunnel was late and added that costs had doubled.",
        &[
            "indirect [the tunnel was late] <- Sol Okoro (say)",
            "indirect [costs had doubled] <- Sol Okoro (add)",
        ],
    );
    check(
        "Idris Vane said the museum was full. He went on to say that the annexe would be sold.",
        &[
            "indirect [the museum was full] <- Idris Vane (say)",
            "indirect [the annexe would be sold] <- Idris Vane as He (say)",
        ],
    );
    check(
        "Petra Hale said the bus was late but Tara Kaur said it never came.",
        &[
            "indirect [the bus was late] <- Petra Hale (say)",
            "indirect [it never came] <- Tara Kaur (say)",
        ],
    );
    check(
        "Alun Rees said the strike was over. He continued: “Nobody won.”",
        &[
            "indirect [the strike was over] <- Alun Rees (say)",
            "direct [Nobody won.] <- Alun Rees as He (continue)",
        ],
    );
}

#[test]
fn reports_that_nobody_makes() {
    check(
        "It was claimed that the ledgers had been burned.",
        &["indirect [the ledgers had been burned] <- nobody (claim)"],
    );
    check(
        "It was revealed on Tuesday that four women are to sue the diocese.",
        &["indirect [four women are to sue the diocese] <- nobody (reveal)"],
    );
    check(
        "It is alleged that Brand sold the same boat three times.",
        &["indirect [Brand sold the same boat three times] <- nobody (allege)"],
    );
}

#[test]
fn what_was_not_said_is_no_quotation() {
    check("Okoro did not say who had signed the order.", &[]);
    check(
        "Tara Kaur declined to say whether she would stand again.",
        &[],
    );
    check(
        "The firm refused to confirm that the plant was for sale.",
        &[],
    );
    check(
        "Idris Vane has never said that the painting was stolen.",
        &[],
    );
    check(
        "Petra Hale is expected to say that homes must come first.",
        &[],
    );
    check(
        "Nobody at the depot would say why the gates were locked.",
        &[],
    );
}

#[test]
fn speech_acts_without_a_clause_are_no_quotations() {
    check("Brand denies murder.", &[]);
    check(
        "Alun Rees apologised for the delays and thanked the volunteers.",
        &[],
    );
    check(
        "Ashby Council launched a fierce criticism of the scheme.",
        &[],
    );
    check(
        "Sol Okoro announced the closure of two quarries on Monday.",
        &[],
    );
}

#[test]
fn a_question_before_the_answer_is_not_the_answer() {
    check(
        "Asked whether she would resign, Dunne said she had no plans to go.",
        &["indirect [she had no plans to go] <- Dunne (say)"],
    );
    check(
        "Okoro, asked about the missing barge, said: “It will turn up.”",
        &["direct [It will turn up.] <- Okoro (say)"],
    );
}

#[test]
fn asides_between_speaker_and_cue() {
    check(
        "Mara Dunne, who runs the food bank, said demand had doubled.",
        &["indirect [demand had doubled] <- Mara Dunne (say)"],
    );
    check(
        "Sir Alun Rees, who replaced Tara Kaur as leader in July, said the vote was close.",
        &["indirect [the vote was close] <- Alun Rees (say)"],
    );
    check(
        "Petra Hale, head of policy at the Calder Trust, said: “Winter is the worst time.”",
        &["direct [Winter is the worst time.] <- Petra Hale (say)"],
    );
    check(
        "Idris Vane (pictured) said he would run the course again.",
        &["indirect [he would run the course again] <- Idris Vane (say)"],
    );
    check(
        "Liam Brand, 52, a fisherman from Ashby, said: “The cod have gone.”",
        &["direct [The cod have gone.] <- Liam Brand (say)"],
    );
    check(
        "Sol Okoro, speaking outside the court with his brother, said: “We can sleep now.”",
        &["direct [We can sleep now.] <- Sol Okoro (say)"],
    );
    check(
        "“The hedge was here first,” said Tara Kaur, 71, from Wenlow, whose garden was flooded.",
        &["direct [The hedge was here first,] <- Tara Kaur (say)"],
    );
}

#[test]
fn clauses_around_the_cue() {
    check(
        "Speaking outside court, Petra Hale said: “Justice was slow.”",
        &["direct [Justice was slow.] <- Petra Hale (say)"],
    );
    check(
        "Speaking alongside Tara Kaur, Alun Rees said the ferry would return.",
        &["indirect [the ferry would return] <- Alun Rees (say)"],
    );
    check(
        "In a statement on Friday the Calder Trust said: “We are looking into it.”",
        &["direct [We are looking into it.] <- Calder Trust (say)"],
    );
    check(
        "Mara Dunne said in a letter to parents: “The boiler has failed.”",
        &["direct [The boiler has failed.] <- Mara Dunne (say)"],
    );
    check(
        "Sol Okoro tweeted: “Back on the water at last.”",
        &["direct [Back on the water at last.] <- Sol Okoro (tweet)"],
    );
}

#[test]
fn one_report_within_another() {
    check(
        "The Wenlow Courier reported that Dunne had said the sale was off.",
        &["indirect [Dunne had said the sale was off] <- Wenlow Courier (report)"],
    );
    check(
        "Tara Kaur said she had told the board that the books were wrong.",
        &["indirect [she had told the board that the books were wrong] <- Tara Kaur (say)"],
    );
}

#[test]
fn rare_cues_beside_a_whole_quotation() {
    check(
        "“It is a scandal from top to bottom,” fumed Liam Brand.",
        &["direct [It is a scandal from top to bottom,] <- Liam Brand (fume)"],
    );
    check(
        "“My hands were shaking,” admitted Tara Kaur.",
        &["direct [My hands were shaking,] <- Tara Kaur (admit)"],
    );
    check(
        "“Put the kettle on,” Sol Okoro quipped.",
        &["direct [Put the kettle on,] <- Sol Okoro (quip)"],
    );
}

#[test]
fn an_adverb_or_date_between_subject_and_cue() {
    check(
        "Petra Hale later said the samples were clean.",
        &["indirect [the samples were clean] <- Petra Hale (say)"],
    );
    check(
        "Sol Okoro on Friday said the lock gates were unsafe.",
        &["indirect [the lock gates were unsafe] <- Sol Okoro (say)"],
    );
    check(
        "Last month Mara Dunne warned that the dam was leaking.",
        &["indirect [the dam was leaking] <- Mara Dunne (warn)"],
    );
}

#[test]
fn the_present_tense_reports_too() {
    check(
        "Idris Vane says the orchard is worth more than the houses.",
        &["indirect [the orchard is worth more than the houses] <- Idris Vane (say)"],
    );
    check(
        "“I am not a hero,” insists Alun Rees.",
        &["direct [I am not a hero,] <- Alun Rees (insist)"],
    );
    check(
        "The Hale Report warns that another fire is only a matter of time.",
        &["indirect [another fire is only a matter of time] <- Hale Report (warn)"],
    );
}

#[test]
fn two_reports_in_one_sentence() {
    check(
        "“The nets were empty,” said Sol Okoro, adding that he might sell the boat.",
        &[
            "direct [The nets were empty,] <- Sol Okoro (say)",
            "indirect [he might sell the boat] <- Sol Okoro (add)",
        ],
    );
    check(
        "Mara Dunne said: “The kiln is cold,” and warned that orders would be lost.",
        &[
            "direct [The kiln is cold,] <- Mara Dunne (say)",
            "indirect [orders would be lost] <- Mara Dunne (warn)",
        ],
    );
}

#[test]
fn reported_clauses_with_quoted_words() {
    check(
        "Idris Vane said he was “over the moon” and that the cup would stay in Ashby.",
        &[
            "mixed [he was “over the moon” and that the cup would stay in Ashby] \
             <- Idris Vane (say)",
        ],
    );
    check(
        "Ashby Council has admitted that “mistakes were made” in the audit.",
        &["mixed [“mistakes were made” in the audit] <- Ashby Council (admit)"],
    );
    check(
        "The rescue was “touch and go”, according to Alun Rees.",
        &["mixed [The rescue was “touch and go”] <- Alun Rees (according to)"],
    );
    check(
        "The wind farm would be “an act of vandalism”, Petra Hale said.",
        &["mixed [The wind farm would be “an act of vandalism”] <- Petra Hale (say)"],
    );
}

#[test]
fn who_is_spoken_to_and_where() {
    check(
        "“It took all night,” Sol Okoro told the Wenlow Courier.",
        &["direct [It took all night,] <- Sol Okoro (tell)"],
    );
    check(
        "Tara Kaur told Idris Vane that the safe was empty.",
        &["indirect [the safe was empty] <- Tara Kaur (tell)"],
    );
    check(
        "Writing in the Wenlow Courier, Alun Rees said: “The marsh is worth saving.”",
        &["direct [The marsh is worth saving.] <- Alun Rees (say)"],
    );
    check(
        "Petra Hale warned ministers that the pumps would fail.",
        &["indirect [the pumps would fail] <- Petra Hale (warn)"],
    );
}

#[test]
fn the_court_hears() {
    check(
        "Sentencing Brand, Judge Petra Hale said: “You stole from the dead.”",
        &["direct [You stole from the dead.] <- Petra Hale (say)"],
    );
    check(
        "Brand admitted that he had moved the money.",
        &["indirect [he had moved the money] <- Brand (admit)"],
    );
    check("Brand admitted two counts of fraud.", &[]);
}

#[test]
fn what_modifies_the_saying_is_left_out() {
    check(
        "Sol Okoro said in an interview with the Wenlow Courier that the quota was a joke.",
        &["indirect [the quota was a joke] <- Sol Okoro (say)"],
    );
}
