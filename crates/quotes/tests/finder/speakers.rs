//! Who a speaker is: names, pronouns, roles, bodies and writings.

use crate::check::{check, check_page, check_turns};

#[test]
fn a_pronoun_reaches_over_paragraphs() {
    check(
        "Mara Dunne took over the orchestra in July.\nIt had no hall and no money.\nShe said the first year had been hard.",
        &["indirect [the first year had been hard] <- Mara Dunne as She (say)"],
    );
    check(
        "Petra Hale said the mill was safe.\n“It has stood for two centuries.”\nShe added: “The wheel is new.”",
        &[
            "indirect [the mill was safe] <- Petra Hale (say)",
            "direct [It has stood for two centuries.] <- ~Petra Hale (no cue)",
            "direct [The wheel is new.] <- Petra Hale as She (add)",
        ],
    );
}

#[test]
fn a_pronoun_takes_the_person_of_its_gender() {
    check(
        "Tara Kaur met Sol Okoro on the pier.\n“The boats are rotting,” he said.\n“Then mend them,” she replied.",
        &[
            "direct [The boats are rotting,] <- Sol Okoro as he (say)",
            "direct [Then mend them,] <- Tara Kaur as she (reply)",
        ],
    );
    check(
        "Idris Vane wrote to Mara Dunne last week. She said the letter never came.",
        &["indirect [the letter never came] <- Mara Dunne as She (say)"],
    );
    check(
        "Alun Rees and Petra Hale married in July. He said the day was perfect.",
        &["indirect [the day was perfect] <- Alun Rees as He (say)"],
    );
}

#[test]
fn a_pronoun_prefers_the_subject_to_the_nearer_name() {
    check(
        "Alun Rees defended the referee, Idris Vane, after the match. He said the penalty was fair.",
        &["indirect [the penalty was fair] <- Alun Rees as He (say)"],
    );
    check(
        "Mara Dunne said the survey had been set up by Petra Hale.\n“It took a year,” she said.",
        &[
            "indirect [the survey had been set up by Petra Hale] <- Mara Dunne (say)",
            "direct [It took a year,] <- Mara Dunne as she (say)",
        ],
    );
    check(
        "Mara Dunne replaced Petra Hale last month. She said the books were a mess.",
        &["indirect [the books were a mess] <- Mara Dunne as She (say)"],
    );
}

#[test]
fn a_new_name_takes_the_turn() {
    check(
        "Petra Hale said the dam held.\n“We were lucky,” she said.\nTara Kaur added: “Luck runs out.”\nShe wants a second wall.\n“One is not enough,” she said.",
        &[
            "indirect [the dam held] <- Petra Hale (say)",
            "direct [We were lucky,] <- Petra Hale as she (say)",
            "direct [Luck runs out.] <- Tara Kaur (add)",
            "direct [One is not enough,] <- Tara Kaur as she (say)",
        ],
    );
}

#[test]
fn it_is_the_body_or_writing_last_spoken_of() {
    check(
        "Ashby Council has sold the old fire station. It said the money would go to schools.",
        &["indirect [the money would go to schools] <- Ashby Council as It (say)"],
    );
    check(
        "Corvane Foods is closing its Ashby plant.\nThe company said 200 jobs would go.",
        &["indirect [200 jobs would go] <- Corvane Foods as The company (say)"],
    );
    check(
        "The Hale Report blames poor training. It says warnings were ignored for years.",
        &["indirect [warnings were ignored for years] <- Hale Report as It (say)"],
    );
}

#[test]
fn relative_pronouns_speak_for_what_is_before_them() {
    check(
        "The strike was called by Sol Okoro, who said drivers were exhausted.",
        &["indirect [drivers were exhausted] <- Sol Okoro as who (say)"],
    );
    check(
        "Ministers have studied the Hale Report, which found that records were lost.",
        &["indirect [records were lost] <- Hale Report as which (find)"],
    );
    check(
        "Alun Rees thanked Petra Hale, who said she had only done her job.",
        &["indirect [she had only done her job] <- Petra Hale as who (say)"],
    );
}

#[test]
fn titles_and_roles_before_a_name() {
    check(
        "Councillor Tara Kaur said the market would move.",
        &["indirect [the market would move] <- Tara Kaur (say)"],
    );
    check(
        "Chief executive Idris Vane said profits had fallen.",
        &["indirect [profits had fallen] <- Idris Vane (say)"],
    );
    check(
        "The council's deputy leader, Coun Sol Okoro, said the bins would be emptied.",
        &["indirect [the bins would be emptied] <- Sol Okoro (say)"],
    );
    check(
        "“We heard the blast,” said neighbour Petra Hale.",
        &["direct [We heard the blast,] <- Petra Hale (say)"],
    );
    check(
        "Canon Dr Alun Rees, Labour’s candidate in the by-election, said: “The count was fair.”",
        &["direct [The count was fair.] <- Alun Rees (say)"],
    );
    check(
        "Shadow transport secretary Tara Kaur said the fares were a scandal.",
        &["indirect [the fares were a scandal] <- Tara Kaur (say)"],
    );
    check(
        "The union’s general secretary, Idris Vane, told members the offer was final.",
        &["indirect [the offer was final] <- Idris Vane (tell)"],
    );
    check(
        "Wenlow Police's Chief Superintendent Petra Hale said patrols would be doubled.",
        &["indirect [patrols would be doubled] <- Petra Hale (say)"],
    );
}

#[test]
fn a_role_stands_for_the_person_who_has_it() {
    check(
        "Mayor Idris Vane opened the new depot on Monday.\n“It is cheaper to run,” the mayor said.",
        &["direct [It is cheaper to run,] <- Idris Vane as the mayor (say)"],
    );
    check(
        "Judge Petra Hale jailed him for nine years.\n“You showed no pity,” the judge told him.",
        &["direct [You showed no pity,] <- Petra Hale as the judge (tell)"],
    );
}

#[test]
fn somebody_without_a_name_is_not_given_one() {
    check(
        "A spokesman for Ashby Council said the lights would be fixed.",
        &["indirect [the lights would be fixed] <- \"A spokesman for Ashby Council\" (say)"],
    );
    check(
        "Mara Dunne lives opposite the mill. A neighbour said: “I smelled gas for weeks.”",
        &["direct [I smelled gas for weeks.] <- \"A neighbour\" (say)"],
    );
    check(
        "“He kept himself to himself,” said one resident, who did not want to be named.",
        &["direct [He kept himself to himself,] <- \"one resident\" (say)"],
    );
    check(
        "Petra Hale left at noon.\nA police spokeswoman said nobody had been hurt.\nShe added that the road would stay shut.",
        &[
            "indirect [nobody had been hurt] <- \"A police spokeswoman\" (say)",
            "indirect [the road would stay shut] <- \"She\" (add)",
        ],
    );
    check(
        "Witnesses said the balcony had been swaying all night.",
        &["indirect [the balcony had been swaying all night] <- \"Witnesses\" (say)"],
    );
    check(
        "“I was told to wait,” said a woman who gave no name.",
        &["direct [I was told to wait,] <- \"a woman\" (say)"],
    );
}

#[test]
fn a_lead_describes_whom_the_text_names_later() {
    check(
        "A senior officer has said the force missed chances to stop the gang.\nDetective Chief Inspector Mara Dunne said: “We should have listened.”",
        &[
            "indirect [the force missed chances to stop the gang] <- Mara Dunne as A senior officer (say)",
            "direct [We should have listened.] <- Mara Dunne (say)",
        ],
    );
}

#[test]
fn bodies_and_places_speak() {
    check(
        "Wenlow Police said two men were in custody.",
        &["indirect [two men were in custody] <- Wenlow Police (say)"],
    );
    check(
        "The regulator Ofrail has warned that a third of trains will be cut.",
        &["indirect [a third of trains will be cut] <- Ofrail (warn)"],
    );
    check(
        "Wenlow Police named the driver on Friday.\nThe force said he was 19.",
        &["indirect [he was 19] <- Wenlow Police as The force (say)"],
    );
}

#[test]
fn several_speak_together() {
    check(
        "Sol Okoro and Mara Dunne said in a joint letter that the vote must be held again.",
        &["indirect [the vote must be held again] <- Sol Okoro (say)"],
    );
    check(
        "In a joint statement, Ashby Council and Wenlow Police said the march would go ahead.",
        &["indirect [the march would go ahead] <- Ashby Council (say)"],
    );
}

#[test]
fn one_who_echoes_another_is_the_speaker() {
    check(
        "Petra Hale echoed Idris Vane's views and said: “The bridge can wait.”",
        &["direct [The bridge can wait.] <- Petra Hale (say)"],
    );
    check(
        "Liam Brand, on behalf of the Calder Trust, said the donors had been told.",
        &["indirect [the donors had been told] <- Liam Brand (say)"],
    );
}

#[test]
fn a_quotation_without_cue_goes_on_with_the_turn() {
    check(
        "Dunne was blunt. “It was a mess from the first day.”",
        &["direct [It was a mess from the first day.] <- ~Dunne (no cue)"],
    );
    let text =
        "Sol Okoro said the crew had no radio.\n“We waved our shirts.”\n“Nobody came until dark.”";
    check(
        text,
        &[
            "indirect [the crew had no radio] <- Sol Okoro (say)",
            "direct [We waved our shirts.] <- ~Sol Okoro (no cue)",
            "direct [Nobody came until dark.] <- ~Sol Okoro (no cue)",
        ],
    );
    check_turns(text, &[0, 0, 0]);
}

#[test]
fn an_answer_is_not_the_questioner_s() {
    check(
        "“Did you see the second van?” Vane asked.\n“No, I did not.”",
        &[
            "direct [Did you see the second van?] <- Vane (ask)",
            "direct [No, I did not.] <- nobody (no cue)",
        ],
    );
}

#[test]
fn each_speaker_takes_a_turn() {
    check_turns(
        "“The tide was out,” said Tara Kaur.\n“It was in,” said Alun Rees.\nHe added: “I was there.”",
        &[0, 1, 2],
    );
}

#[test]
fn the_subject_of_an_allegation_does_not_make_it() {
    check(
        "Idris Vane left the club amid allegations that he had bribed a referee.",
        &["indirect [he had bribed a referee] <- nobody (allegation)"],
    );
    check("Liam Brand was said to be furious about the seating.", &[]);
}

#[test]
fn surnames_are_told_apart_by_title() {
    check(
        "Petra Hale and her brother-in-law Liam Brand run the inn. Ms Hale said: “Trade is slow.”\nMr Brand said: “Trade is dead.”",
        &[
            "direct [Trade is slow.] <- Petra Hale (say)",
            "direct [Trade is dead.] <- Liam Brand (say)",
        ],
    );
}

#[test]
fn a_pronoun_for_whom_the_sentence_already_named() {
    check(
        "After Petra Hale left the stage, she said the questions had been planted.",
        &["indirect [the questions had been planted] <- Petra Hale as she (say)"],
    );
    check(
        "Idris Vane lost his seat on Friday but he said the count was fair.",
        &["indirect [the count was fair] <- Idris Vane as he (say)"],
    );
    check(
        "Tara Kaur’s book came out on Monday. In it she says the war changed everything.",
        &["indirect [the war changed everything] <- Tara Kaur as she (say)"],
    );
}

#[test]
fn a_body_between_does_not_take_a_personal_pronoun() {
    check(
        "Tara Kaur has left the Calder Trust.\nThe Calder Trust said the search for a successor had begun.\nShe said she would miss the work.",
        &[
            "indirect [the search for a successor had begun] <- Calder Trust (say)",
            "indirect [she would miss the work] <- Tara Kaur as She (say)",
        ],
    );
}

#[test]
fn quoted_people_are_not_speakers() {
    check(
        "“Petra Hale never answered my letters,” said Sol Okoro.\nHe said he had written nine.",
        &[
            "direct [Petra Hale never answered my letters,] <- Sol Okoro (say)",
            "indirect [he had written nine] <- Sol Okoro as He (say)",
        ],
    );
    check(
        "“Idris Vane is a coward,” Alun Rees said.\n“He ran from the debate,” he added.",
        &[
            "direct [Idris Vane is a coward,] <- Alun Rees (say)",
            "direct [He ran from the debate,] <- Alun Rees as he (add)",
        ],
    );
}

#[test]
fn the_possessor_is_not_the_speaker() {
    check(
        "Tara Kaur’s solicitor said the will was valid.",
        &["indirect [the will was valid] <- \"Tara Kaur’s solicitor\" (say)"],
    );
    check(
        "Brand's mother said: “He was at home all evening.”",
        &["direct [He was at home all evening.] <- \"Brand's mother\" (say)"],
    );
    check(
        "A friend of Idris Vane said he was resting.",
        &["indirect [he was resting] <- \"A friend of Idris Vane\" (say)"],
    );
}

#[test]
fn writings_speak() {
    check(
        "A letter from the Calder Trust said the grant would end.",
        &["indirect [the grant would end] <- Calder Trust (say)"],
    );
    check(
        "The survey found that one child in four skipped breakfast.",
        &["indirect [one child in four skipped breakfast] <- \"The survey\" (find)"],
    );
    check(
        "Ofrail published its findings on Friday. Its report said the signals were worn out.",
        &["indirect [the signals were worn out] <- Ofrail as Its report (say)"],
    );
}

#[test]
fn a_description_behind_the_speaker_is_no_part_of_it() {
    check(
        "“The hives are empty,” said beekeeper Mara Dunne, whose grandfather built them.",
        &["direct [The hives are empty,] <- Mara Dunne (say)"],
    );
    check(
        "“They took the bell,” said the Rev Alun Rees, vicar of Ashby.",
        &["direct [They took the bell,] <- Alun Rees (say)"],
    );
}

#[test]
fn an_unnamed_speaker_takes_the_pronouns() {
    check(
        "Sol Okoro found the glass in July.\nA spokesman for Corvane Foods said: “We got it wrong.”\nHe added: “It will not happen again.”",
        &[
            "direct [We got it wrong.] <- \"A spokesman for Corvane Foods\" (say)",
            "direct [It will not happen again.] <- \"He\" (add)",
        ],
    );
    check(
        "“We are sorry,” a Corvane spokeswoman said. “We will do better.”",
        &["direct [We are sorry,] [We will do better.] <- \"a Corvane spokeswoman\" (say)"],
    );
}

#[test]
fn groups_speak_without_a_name() {
    check(
        "Residents say they were never asked.",
        &["indirect [they were never asked] <- \"Residents\" (say)"],
    );
    check(
        "Two of the divers told the inquest the rope had been cut.",
        &["indirect [the rope had been cut] <- \"Two of the divers\" (tell)"],
    );
    check(
        "Some said it was the noise; others said it was the smell.",
        &[
            "indirect [it was the noise] <- \"Some\" (say)",
            "indirect [it was the smell] <- \"others\" (say)",
        ],
    );
    check(
        "A voice shouted: “Fire in the hold!”",
        &["direct [Fire in the hold!] <- \"A voice\" (shout)"],
    );
}

#[test]
fn who_is_told_does_not_speak() {
    check(
        "The jury was told by Idris Vane that the safe had been empty.",
        &["indirect [the safe had been empty] <- Idris Vane (tell)"],
    );
    check(
        "Okoro told Kaur: “You are late.”\n“I walked,” she said.",
        &[
            "direct [You are late.] <- Okoro (tell)",
            "direct [I walked,] <- Kaur as she (say)",
        ],
    );
}

#[test]
fn parties_and_offices_around_a_name() {
    check(
        "Labour MP Tara Kaur said the vote was a farce.",
        &["indirect [the vote was a farce] <- Tara Kaur (say)"],
    );
    check(
        "Tara Kaur, MP for Ashby, said the vote was a farce from start to end.",
        &["indirect [the vote was a farce from start to end] <- Tara Kaur (say)"],
    );
    check(
        "In her report, Dame Petra Hale wrote: “Children were not heard.”",
        &["direct [Children were not heard.] <- Petra Hale (write)"],
    );
    check(
        "Former harbour master Sol Okoro said the charts were out of date.",
        &["indirect [the charts were out of date] <- Sol Okoro (say)"],
    );
}

#[test]
fn a_cue_line_before_the_quotation() {
    check(
        "Alun Rees told the inquiry:\n“The valves were never tested.”\nHe went on:\n“Everybody knew.”",
        &[
            "direct [The valves were never tested.] <- Alun Rees (tell)",
            "direct [Everybody knew.] <- Alun Rees as He (go)",
        ],
    );
}

#[test]
fn a_kind_of_body_stands_for_the_body() {
    check(
        "The Calder Trust has closed its night shelter. The charity said it had run out of money.",
        &["indirect [it had run out of money] <- Calder Trust as The charity (say)"],
    );
    check(
        "Ashby Council met on Monday.\nThe council said parking charges would be frozen.",
        &["indirect [parking charges would be frozen] <- Ashby Council as The council (say)"],
    );
    check(
        "Ofrail inspectors found that two signals had been painted over.",
        &["indirect [two signals had been painted over] <- Ofrail (find)"],
    );
    check(
        "Ofrail has fined the line twice.\nThe regulator said the delays were avoidable.",
        &["indirect [the delays were avoidable] <- Ofrail as The regulator (say)"],
    );
}

#[test]
fn relatives_of_a_speaker_are_not_the_speaker() {
    check(
        "Petra Hale wept. Her husband said the sentence was too short.",
        &["indirect [the sentence was too short] <- \"Her husband\" (say)"],
    );
    check(
        "Mara Dunne's lawyer, Idris Vane, said she would appeal.",
        &["indirect [she would appeal] <- Idris Vane (say)"],
    );
    check(
        "The couple said they had nowhere to go.",
        &["indirect [they had nowhere to go] <- \"The couple\" (say)"],
    );
}

#[test]
fn which_reaches_past_a_date() {
    check(
        "It follows the Hale Report, last month, which revealed that 40 files were lost.",
        &["indirect [40 files were lost] <- Hale Report as which (reveal)"],
    );
    check(
        "Ministers are reading a report by Ofrail which found that drivers were tired.",
        &["indirect [drivers were tired] <- Ofrail as which (find)"],
    );
}

#[test]
fn a_run_of_one_speaker_ends_with_another_s_name() {
    check(
        "Tara Kaur said: “The drought is here.\n“It will not pass.”\n“We must ration,” she said.\nDCI Vane added: “Nobody may fill a pool.”",
        &[
            "direct [The drought is here.] [It will not pass.] <- Tara Kaur (say)",
            "direct [We must ration,] <- Tara Kaur as she (say)",
            "direct [Nobody may fill a pool.] <- Vane (add)",
        ],
    );
}

#[test]
fn an_article_of_two_voices() {
    check_page(
        "Harbour to close for a year\n\
         The harbour at Ashby is to close for a year while its walls are rebuilt.\n\
         Ashby Council said the work could not wait.\n\
         Its leader, Councillor Tara Kaur, said: “The north wall has moved.\n\
         “If it goes, the town goes.”\n\
         Hide Ad\n\
         She said boats would be towed to Wenlow at no cost.\n\
         But Sol Okoro, who has fished from the harbour since he was 15, called the plan “a death sentence”.\n\
         “Wenlow is forty minutes away,” he said. “By the time I am back, the market is shut.”\n\
         According to Okoro, eleven crews have already sold up.\n\
         Ms Kaur added: “We will talk to every one of them.”",
        &[
            "indirect [the work could not wait] <- Ashby Council (say)",
            "direct [The north wall has moved.] [If it goes, the town goes.] <- Tara Kaur (say)",
            "indirect [boats would be towed to Wenlow at no cost] <- Tara Kaur as She (say)",
            "mixed [a death sentence] <- Sol Okoro (call)",
            "direct [Wenlow is forty minutes away,] [By the time I am back, the market is shut.] <- Sol Okoro as he (say)",
            "indirect [eleven crews have already sold up] <- Sol Okoro (according to)",
            "direct [We will talk to every one of them.] <- Tara Kaur (add)",
        ],
    );
}

#[test]
fn an_epithet_stands_for_the_person_spoken_of() {
    check(
        "Idris Vane has left the team.\n“I’m done,” the 34-year-old said.",
        &["direct [I’m done,] <- Idris Vane as the 34-year-old (say)"],
    );
    check(
        "Petra Hale was alone in the shop.\nThe mother-of-two said she hid in the cellar.",
        &["indirect [she hid in the cellar] <- Petra Hale as The mother-of-two (say)"],
    );
}

#[test]
fn a_court_report() {
    check_page(
        "Conman jailed over fake boat sales\n\
         A conman who sold the same boat three times has been jailed for four years.\n\
         Liam Brand, 44, of Mill Lane, Wenlow, admitted three counts of fraud.\n\
         Ashby Crown Court heard that he had spent the money on racehorses.\n\
         Prosecutor Idris Vane said Brand had “preyed on people’s dreams”.\n\
         Judge Petra Hale told him: ‘You have shown no remorse.’\n\
         In mitigation, Mara Dunne said her client was in debt.\n\
         Speaking after the hearing, one of the victims, who did not want to be named, said: ‘I will never see that money again.’\n\
         She added that she had not been told about the sentence.",
        &[
            "indirect [he had spent the money on racehorses] <- nobody (hear)",
            "mixed [Brand had “preyed on people’s dreams”] <- Idris Vane (say)",
            "direct [You have shown no remorse.] <- Petra Hale (tell)",
            "indirect [her client was in debt] <- Mara Dunne (say)",
            "direct [I will never see that money again.] <- \"one of the victims\" (say)",
            "indirect [she had not been told about the sentence] <- \"She\" (add)",
        ],
    );
}

#[test]
fn a_speaker_described_first_and_named_later() {
    check(
        "One nurse who flies with the air crew said the winter had been brutal.\n\
         “You never get used to it,” she said.\n\
         Petra Hale is a nurse with the Wenlow air crew.\n\
         =====\n\
         role hale = a nurse with the Wenlow air crew",
        &[
            "indirect [the winter had been brutal] <- Petra Hale as One nurse (say)",
            "direct [You never get used to it,] <- Petra Hale as she (say)",
        ],
    );
}

#[test]
fn words_go_to_who_said_them_and_not_to_who_is_named_beside() {
    check(
        "A source close to Mr Rees told the Wenlow Courier: “He will resign on Friday.”",
        &["direct [He will resign on Friday.] <- \"A source close to Mr Rees\" (tell)"],
    );
    check(
        "Okoro said his wife, Dunne, had told him: “Sell up and go.”",
        &["direct [Sell up and go.] <- Dunne (tell)"],
    );
    check(
        "“It’s a bad deal,” Tara Kaur, a councillor from Wenlow, told reporters. “I’m voting no.”",
        &["direct [It’s a bad deal,] [I’m voting no.] <- Tara Kaur (tell)"],
    );
    check(
        "Wenlow Police quoted Brand as saying: “I did it for the boat.”",
        &["direct [I did it for the boat.] <- Brand (say)"],
    );
    check(
        "Vane denied telling Hale: “You will never work again.”",
        &[],
    );
}
