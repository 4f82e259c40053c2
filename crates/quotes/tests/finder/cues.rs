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
    check(
        "But the town, Tara Kaur insists, has changed for good.",
        &["indirect [the town] [has changed for good] <- Tara Kaur (insist)"],
    );
    check(
        "Trains, said Idris Vane, are late when it rains.",
        &["indirect [Trains] [are late when it rains] <- Idris Vane (say)"],
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
    check(
        "According to Mara Dunne the mast was “rotten to the core”.",
        &["mixed [the mast was “rotten to the core”] <- Mara Dunne (according to)"],
    );
    check(
        "The tunnel will, according to Ofrail, be finished in July.",
        &["indirect [The tunnel will] [be finished in July] <- Ofrail (according to)"],
    );
    check(
        "One in three pupils walks to school, according to figures from Ashby Council.",
        &["indirect [One in three pupils walks to school] <- Ashby Council (according to)"],
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
    check(
        "Sol Okoro accused the firm of “treating sailors like freight”.",
        &["mixed [treating sailors like freight] <- Sol Okoro (accuse)"],
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
    check(
        "Ofrail's warning that fares would rise has angered commuters.",
        &["indirect [fares would rise] <- Ofrail (warning)"],
    );
    check(
        "Sol Okoro denied claims that the nets were illegal.",
        &["indirect [the nets were illegal] <- nobody (claim)"],
    );
    check(
        "The allegation that Liam Brand forged the deed was withdrawn.",
        &["indirect [Liam Brand forged the deed] <- nobody (allegation)"],
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
    check(
        "The inquest heard that the smoke alarm had no battery.",
        &["indirect [the smoke alarm had no battery] <- nobody (hear)"],
    );
    check(
        "It has been suggested that the fire was started on purpose.",
        &["indirect [the fire was started on purpose] <- nobody (suggest)"],
    );
    check(
        "It was announced on Friday that the mill would close.",
        &["indirect [the mill would close] <- nobody (announce)"],
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
    check("Tara Kaur has yet to say whether she will sign.", &[]);
    check("Asked if she would resign, Mara Dunne made no reply.", &[]);
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
    check(
        "Idris Vane, asked whether he had lied, said he had not.",
        &["indirect [he had not] <- Idris Vane (say)"],
    );
    check(
        "Told of the verdict, Mara Dunne said she was relieved.",
        &["indirect [she was relieved] <- Mara Dunne (say)"],
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
    check(
        "When the siren stopped, Idris Vane said, nobody moved.",
        &["indirect [When the siren stopped] [nobody moved] <- Idris Vane (say)"],
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
    check(
        "“We had the place to ourselves,” Petra Hale remembers.",
        &["direct [We had the place to ourselves,] <- Petra Hale (remember)"],
    );
    check(
        "“So what if it rains?” shrugged Liam Brand.",
        &["direct [So what if it rains?] <- Liam Brand (shrug)"],
    );
    check(
        "When asked about the smell, Sol Okoro laughed: “That’s the cheese.”",
        &["direct [That’s the cheese.] <- Sol Okoro (laugh)"],
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
    check(
        "Wenlow Police have since confirmed that the boat was empty.",
        &["indirect [the boat was empty] <- Wenlow Police (confirm)"],
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
    check(
        "The rules say that dogs must be kept on leads.",
        &["indirect [dogs must be kept on leads] <- \"The rules\" (say)"],
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
    check(
        "Tara Kaur said the tests were routine, while Petra Hale insisted they were rushed.",
        &[
            "indirect [the tests were routine] <- Tara Kaur (say)",
            "indirect [they were rushed] <- Petra Hale (insist)",
        ],
    );
    check(
        "Dunne said she “could not be happier”, adding: “It’s a dream.”",
        &[
            "mixed [she “could not be happier”] <- Dunne (say)",
            "direct [It’s a dream.] <- Dunne (add)",
        ],
    );
    check(
        "Alun Rees, who said he had seen the plans, told the meeting they were absurd.",
        &[
            "indirect [he had seen the plans] <- Alun Rees as who (say)",
            "indirect [they were absurd] <- Alun Rees (tell)",
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
    check(
        "Petra Hale said on her blog that the mill pond was poisoned.",
        &["indirect [the mill pond was poisoned] <- Petra Hale (say)"],
    );
    check(
        "Alun Rees wrote in a letter to Tara Kaur that the lease had expired.",
        &["indirect [the lease had expired] <- Alun Rees (write)"],
    );
    check(
        "Petra Hale tells me the roof will go on in spring.",
        &["indirect [the roof will go on in spring] <- Petra Hale (tell)"],
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
    check(
        "Jurors were told that the till had been emptied twice.",
        &["indirect [the till had been emptied twice] <- nobody (tell)"],
    );
    check(
        "The court heard that the two men had argued about a dog.",
        &["indirect [the two men had argued about a dog] <- nobody (hear)"],
    );
}

#[test]
fn what_modifies_the_saying_is_left_out() {
    check(
        "Sol Okoro said in an interview with the Wenlow Courier that the quota was a joke.",
        &["indirect [the quota was a joke] <- Sol Okoro (say)"],
    );
    check(
        "Mara Dunne said on Tuesday, as the first trains ran, that the line was back for good.",
        &["indirect [the line was back for good] <- Mara Dunne (say)"],
    );
}

#[test]
fn content_may_open_with_a_clause_of_its_own() {
    check(
        "Tara Kaur said if the bridge closed, trade would die.",
        &["indirect [if the bridge closed, trade would die] <- Tara Kaur (say)"],
    );
    check(
        "Alun Rees said when the mine shut, the village lost its heart.",
        &["indirect [when the mine shut, the village lost its heart] <- Alun Rees (say)"],
    );
    check(
        "Wenlow Police said that, despite the storm, the search would go on.",
        &["indirect [despite the storm, the search would go on] <- Wenlow Police (say)"],
    );
}

#[test]
fn content_may_open_with_any_subject() {
    check(
        "Sol Okoro said no one had been hurt.",
        &["indirect [no one had been hurt] <- Sol Okoro (say)"],
    );
    check(
        "Petra Hale said there was no evidence of a second diver.",
        &["indirect [there was no evidence of a second diver] <- Petra Hale (say)"],
    );
    check(
        "Idris Vane said many of the boats were uninsured.",
        &["indirect [many of the boats were uninsured] <- Idris Vane (say)"],
    );
    check(
        "Mara Dunne said what had happened was “a tragedy”.",
        &["mixed [what had happened was “a tragedy”] <- Mara Dunne (say)"],
    );
    check(
        "Tara Kaur argued the tax was unfair and that it would hurt the poor.",
        &["indirect [the tax was unfair and that it would hurt the poor] <- Tara Kaur (argue)"],
    );
    check(
        "Sol Okoro said the boat was safe because it had been checked.",
        &["indirect [the boat was safe because it had been checked] <- Sol Okoro (say)"],
    );
    check(
        "Ofrail said 12 of the 40 signals it checked had failed.",
        &["indirect [12 of the 40 signals it checked had failed] <- Ofrail (say)"],
    );
}

#[test]
fn no_clause_no_quotation() {
    check("Mara Dunne said so.", &[]);
    check("Idris Vane told them to leave the hall.", &[]);
    check("Petra Hale asked for calm.", &[]);
    check("Neither Alun Rees nor Petra Hale would comment.", &[]);
    check("Sol Okoro called for a ban on jet skis.", &[]);
    check("Tara Kaur promised to rebuild the pier.", &[]);
    check("Wenlow Police named the victim as Alun Rees.", &[]);
    check("Sol Okoro has called on ministers to act.", &[]);
}

#[test]
fn two_utterances_with_two_cues() {
    check(
        "“It’s over,” said Mr Brand, adding: “We lost by a mile.”",
        &[
            "direct [It’s over,] <- Brand (say)",
            "direct [We lost by a mile.] <- Brand (add)",
        ],
    );
    check(
        "Petra Hale said: “The sluice is open”. She added: “It must be shut by noon”.",
        &[
            "direct [The sluice is open] <- Petra Hale (say)",
            "direct [It must be shut by noon] <- Petra Hale as She (add)",
        ],
    );
}

#[test]
fn the_topic_of_a_remark_is_not_its_speaker() {
    check(
        "Alun Rees said of the deal: “It stinks.”",
        &["direct [It stinks.] <- Alun Rees (say)"],
    );
    check(
        "Asked by reporters if he would quit, Okoro replied: “Not today.”",
        &["direct [Not today.] <- Okoro (reply)"],
    );
    check(
        "“I don’t know,” he said when asked why the gate was open.",
        &["direct [I don’t know,] <- \"he\" (say)"],
    );
    check(
        "“They are thieves,” one of the women said of the landlords.",
        &["direct [They are thieves,] <- \"one of the women\" (say)"],
    );
}

#[test]
fn asides_of_every_kind() {
    check(
        "Mara Dunne – who has led the union for six years – said members were “furious”.",
        &["mixed [members were “furious”] <- Mara Dunne (say)"],
    );
    check(
        "Idris Vane, however, said the keys had been handed back.",
        &["indirect [the keys had been handed back] <- Idris Vane (say)"],
    );
    check(
        "Ms Kaur, who was 14 at the time, told the inquiry: “Nobody believed me.”",
        &["direct [Nobody believed me.] <- Kaur (tell)"],
    );
    check(
        "Brand, of Mill Lane, Ashby, denied stealing the ring and said he had bought it.",
        &["indirect [he had bought it] <- Brand (say)"],
    );
    check(
        "Petra Hale, from Ashby, said, in a letter to the Wenlow Courier: “The fog is not to blame.”",
        &["direct [The fog is not to blame.] <- Petra Hale (say)"],
    );
}

#[test]
fn quoted_words_beside_a_refusal() {
    check(
        "A spokeswoman for Corvane Foods declined to comment but said the plant was safe.",
        &["indirect [the plant was safe] <- \"A spokeswoman for Corvane Foods\" (say)"],
    );
    check(
        "Ashby Council said in a statement posted online that it had “no record” of the complaint.",
        &["mixed [it had “no record” of the complaint] <- Ashby Council (say)"],
    );
    check(
        "Mara Dunne said she was “sorry” and “ashamed” but would not resign.",
        &["mixed [she was “sorry” and “ashamed” but would not resign] <- Mara Dunne (say)"],
    );
    check(
        "The claim by Idris Vane that the scheme was “fully funded” was disputed by auditors.",
        &["mixed [the scheme was “fully funded”] <- Idris Vane (claim)"],
    );
}

#[test]
fn cues_with_words_behind_them() {
    check(
        "“I will appeal,” Brand shouted as he was led away.",
        &["direct [I will appeal,] <- Brand (shout)"],
    );
    check(
        "“Get out!” Sol Okoro yelled at the officers.",
        &["direct [Get out!] <- Sol Okoro (yell)"],
    );
    check(
        "“The tower,” wrote Petra Hale in 1987, “is a folly.”",
        &["direct [The tower,] [is a folly.] <- Petra Hale (write)"],
    );
    check(
        "“The lambs came early,” Alun Rees said with a shrug.",
        &["direct [The lambs came early,] <- Alun Rees (say)"],
    );
    check(
        "Tara Kaur said: “I’m proud of them,” before leaving.",
        &["direct [I’m proud of them,] <- Tara Kaur (say)"],
    );
}

#[test]
fn punctuation_that_introduces() {
    check(
        "Okoro: “We need boats, not speeches.”",
        &["direct [We need boats, not speeches.] <- Okoro (no cue)"],
    );
    check(
        "Idris Vane posted a picture of the dog with the words: “Home at last.”",
        &["direct [Home at last.] <- Idris Vane (no cue)"],
    );
    check(
        "Wenlow Police: “We are aware of a video.”",
        &["direct [We are aware of a video.] <- Wenlow Police (no cue)"],
    );
}

#[test]
fn a_subject_described_at_length() {
    check(
        "Idris Vane, chief inspector for the northern region said: “The cells were cold.”",
        &["direct [The cells were cold.] <- Idris Vane (say)"],
    );
    check(
        "Petra Hale, who chairs the group of parents that has fought for six years to keep the village school open, said: “We are worn out.”",
        &["direct [We are worn out.] <- Petra Hale (say)"],
    );
    check(
        "Chances to stop the fraud were missed, a watchdog’s report has revealed today.",
        &["indirect [Chances to stop the fraud were missed] <- \"a watchdog’s report\" (reveal)"],
    );
}

#[test]
fn labels_that_somebody_gives() {
    check(
        "Critics have called the stadium “a white elephant”.",
        &["mixed [a white elephant] <- \"Critics\" (call)"],
    );
    check(
        "The audit was described as “a mess” and soon forgotten.",
        &[],
    );
    check(
        "Tara Kaur dismissed the rumour as “complete nonsense”.",
        &["mixed [complete nonsense] <- Tara Kaur (dismiss)"],
    );
    check(
        "Alun Rees hailed the vote as “a great day for the valley”.",
        &["mixed [a great day for the valley] <- Alun Rees (hail)"],
    );
    check(
        "Neighbours described him as “quiet” and “polite”.",
        &["mixed [quiet] [polite] <- \"Neighbours\" (describe)"],
    );
    check(
        "She described Mara Dunne as “the best boss I ever had”.",
        &["mixed [the best boss I ever had] <- \"She\" (describe)"],
    );
    check(
        "Sol Okoro has been called “the conscience of the coast”.",
        &[],
    );
}

#[test]
fn claims_without_an_owner() {
    check(
        "There were claims that the bell had been melted down.",
        &["indirect [the bell had been melted down] <- nobody (claim)"],
    );
    check("News that the ferry had sunk reached Ashby at noon.", &[]);
    check(
        "There are fears that the pier will not last the winter.",
        &[],
    );
    check(
        "Mara Dunne’s insistence that the tunnel is safe has convinced few drivers.",
        &["indirect [the tunnel is safe] <- Mara Dunne (insistence)"],
    );
}

#[test]
fn refusals_in_other_words() {
    check("Petra Hale did not deny that the files were shredded.", &[]);
    check(
        "Wenlow Police could not say whether the boat was insured.",
        &[],
    );
    check(
        "Sol Okoro would not be drawn on whether the yard was for sale.",
        &[],
    );
    check("Brand left without saying where the money was.", &[]);
}

#[test]
fn speech_that_breaks_off() {
    check(
        "“It’s (almost) over,” said Idris Vane.",
        &["direct [It’s (almost) over,] <- Idris Vane (say)"],
    );
    check(
        "“Well...” Tara Kaur said. “I suppose so.”",
        &["direct [Well...] [I suppose so.] <- Tara Kaur (say)"],
    );
    check(
        "“I never—” he began.",
        &["direct [I never—] <- \"he\" (begin)"],
    );
}

#[test]
fn adverbs_beside_the_cue() {
    check(
        "She also said the mast had been painted.",
        &["indirect [the mast had been painted] <- \"She\" (say)"],
    );
    check(
        "Alun Rees has repeatedly denied that he took the call.",
        &["indirect [he took the call] <- Alun Rees (deny)"],
    );
    check(
        "“We were lucky,” Petra Hale said quietly.",
        &["direct [We were lucky,] <- Petra Hale (say)"],
    );
}

#[test]
fn a_credit_behind_a_dash() {
    check(
        "“Best night of the year.” – Mara Dunne, organiser",
        &["direct [Best night of the year.] <- Mara Dunne (no cue)"],
    );
}

#[test]
fn a_clause_that_is_all_quoted() {
    check(
        "The minister insisted that “no decision has been taken”.",
        &["mixed [no decision has been taken] <- \"The minister\" (insist)"],
    );
}

#[test]
fn quoted_as_saying() {
    check(
        "Alun Rees was quoted as saying that the tide had turned.",
        &["indirect [the tide had turned] <- Alun Rees (say)"],
    );
    check(
        "Petra Hale was heard saying: “Close the doors.”",
        &["direct [Close the doors.] <- Petra Hale (say)"],
    );
}
