//! What the tagger makes of short invented texts.

use std::fmt::Write as _;

use onrecord_core::layers::{Entities, Gender, Mentions, Paragraphs, Sentences, Tokens, Zones};
use onrecord_core::{Budget, Context, Document, Needs, Processor, Provides, Span};
use onrecord_text::{Segmenter, ZoneFinder};

use crate::EntityTagger;

fn apply<P: Processor>(doc: &mut Document) {
    let processor = P::new(P::Config::default()).unwrap();
    let budget = Budget::unlimited();
    let needs = <P::Needs<'_> as Needs>::fetch(doc).unwrap();
    let context = Context::new(doc.text(), &budget);
    let output = processor.process(context, needs).unwrap();
    output.store(doc).unwrap();
}

fn tagged(text: &str) -> Document {
    let mut doc = Document::new("test", text).unwrap();
    apply::<ZoneFinder>(&mut doc);
    apply::<Segmenter>(&mut doc);
    apply::<EntityTagger>(&mut doc);
    doc
}

/// An article of a headline without names and one paragraph.
fn article(body: &str) -> Document {
    tagged(&format!("A quiet day ends\n\n{body}\n"))
}

/// Checks the mentions of a paragraph, written `LABEL words` and joined by " | ".
#[track_caller]
fn check(body: &str, expect: &str) {
    let doc = article(body);
    let mentions: &Mentions = doc.layer().unwrap();
    let found: Vec<String> = mentions
        .items
        .iter()
        .map(|m| {
            let mut shown = format!("{} {}", m.label.as_str(), doc.text().slice(m.span));
            if let (Some(title), Some(long)) = (m.title, &m.title_long) {
                let _ = write!(shown, " <{}={long}>", doc.text().slice(title));
            }
            if let Some(role) = m.role {
                let _ = write!(shown, " ({})", doc.text().slice(role));
            }
            shown
        })
        .collect();
    assert_eq!(found.join(" | "), expect, "in {body:?}");
}

/// Checks the entities of a paragraph, written `LABEL name [aliases] titles`.
#[track_caller]
fn check_entities(body: &str, expect: &[&str]) {
    let doc = article(body);
    let entities: &Entities = doc.layer().unwrap();
    let found: Vec<String> = entities
        .items
        .iter()
        .map(|entity| {
            let mut shown = format!("{} {}", entity.label.as_str(), entity.name);
            if !entity.aliases.is_empty() {
                let _ = write!(shown, " [{}]", entity.aliases.join("; "));
            }
            if !entity.titles.is_empty() {
                let _ = write!(shown, " {}", entity.titles.join("; "));
            }
            shown
        })
        .collect();
    assert_eq!(found, expect, "in {body:?}");
}

#[test]
fn titles_stand_outside_the_name() {
    for (body, expect) in [
        (
            "The raid was led by DCI Orla Whitcombe.",
            "PERSON Orla Whitcombe <DCI=Detective Chief Inspector>",
        ),
        (
            "They met Canon Dr Peter Ashby there.",
            "PERSON Peter Ashby <Canon Dr=Canon Doctor>",
        ),
        (
            "It was ordered by police and crime commissioner Dr Nadia Brand.",
            "PERSON Nadia Brand <police and crime commissioner Dr=Police and Crime Commissioner Doctor>",
        ),
        (
            "A call came from Det Insp Qwelby in the night.",
            "PERSON Qwelby <Det Insp=Detective Inspector>",
        ),
        (
            "He asked Coun Mary Thorpe twice.",
            "PERSON Mary Thorpe <Coun=Councillor>",
        ),
        (
            "They heard from ACC Reading and from Mr May.",
            "PERSON Reading <ACC=Assistant Chief Constable> | PERSON May <Mr=Mr>",
        ),
        (
            "The talks with UK Prime Minister Edwin Marlow failed.",
            "GPE UK | PERSON Edwin Marlow <UK Prime Minister=UK Prime Minister>",
        ),
        (
            "They saw President of France Louis Bertin there.",
            "GPE France | PERSON Louis Bertin <President of France=President of France>",
        ),
        ("The ACC and the PC left with the Chief Constable.", ""),
    ] {
        check(body, expect);
    }
}

#[test]
fn the_place_of_an_office_is_no_force() {
    check(
        "It was welcomed by West Yorkshire Police and Crime Commissioner Ann Hope.",
        "GPE West Yorkshire | PERSON Ann Hope <Police and Crime Commissioner=Police and Crime Commissioner>",
    );
    check(
        "She stands in the West Yorkshire Police and Crime Commissioner election.",
        "GPE West Yorkshire",
    );
}

#[test]
fn ambiguous_words_need_proof() {
    for (body, expect) in [
        ("Absolutely nothing is known. Log on and hide it.", ""),
        ("Hope is what they need. Grace was shown.", ""),
        ("Officers said so. Police came. Residents left.", ""),
        ("He was in Reading and in Bath.", "GPE Reading | GPE Bath"),
        ("Staff tackle CSE and HIV daily.", ""),
        (
            "They talked to Dean Harrow, 42, of Leeds.",
            "PERSON Dean Harrow | CARDINAL 42 | GPE Leeds",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn organisations_by_head_and_form() {
    for (body, expect) in [
        (
            "It went to the Care Quality Commission.",
            "ORG Care Quality Commission",
        ),
        (
            "He studied at the University of Northfield.",
            "ORG University of Northfield",
        ),
        (
            "The Department for Work and Pensions paid.",
            "ORG Department for Work and Pensions",
        ),
        (
            "South Yorkshire police and Rotherham council agreed.",
            "ORG South Yorkshire police | ORG Rotherham council",
        ),
        (
            "The shop of Harwell Fittings Ltd burnt.",
            "ORG Harwell Fittings Ltd",
        ),
        (
            "They joined Sheffield Futures last.",
            "ORG Sheffield Futures",
        ),
        (
            "The case is at Leeds Magistrates' Court now.",
            "ORG Leeds Magistrates' Court",
        ),
        ("A New York-based firm won.", "GPE New York"),
        ("It was in the HMIC report.", "ORG HMIC"),
        (
            "As the Mallory inquiry found, all was lost.",
            "LAW Mallory inquiry",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn other_labels() {
    for (body, expect) in [
        ("The plane left Redhill Airport.", "FAC Redhill Airport"),
        (
            "They launched Operation Heron there.",
            "EVENT Operation Heron",
        ),
        (
            "It marked National Lighthouse Awareness Day.",
            "EVENT National Lighthouse Awareness Day",
        ),
        (
            "He broke the Human Rights Act 1998.",
            "LAW Human Rights Act 1998",
        ),
        (
            "The British and the Muslims agreed.",
            "NORP British | NORP Muslims",
        ),
        ("They rowed over Lake Tarn.", "LOC Lake Tarn"),
        (
            "The 2024 French presidential election is near.",
            "EVENT 2024 French presidential election",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn possessives_stay_outside_unless_they_belong() {
    for (body, expect) in [
        ("It is Barnardo’s view.", "ORG Barnardo’s"),
        (
            "They read Leeds's plan and Ann Thorpe’s letter.",
            "GPE Leeds | PERSON Ann Thorpe",
        ),
        ("He shops at Sainsbury's now.", "ORG Sainsbury's"),
    ] {
        check(body, expect);
    }
}

#[test]
fn amounts_and_dates() {
    for (body, expect) in [
        ("About 1,400 of them left.", "CARDINAL 1,400"),
        ("It was over the last 16 years.", "DATE the last 16 years"),
        ("It took three and six months.", "DATE three and six months"),
        ("It was held over a 16 year period.", "DATE 16 year period"),
        ("It starts at 6pm tonight.", "TIME 6pm | TIME tonight"),
        ("On 10 September 2020 it rained.", "DATE 10 September 2020"),
        (
            "On Thursday, 22nd March 2018, it rained.",
            "DATE Thursday, 22nd March 2018",
        ),
        ("From 1997 to 2013 it rained.", "DATE 1997 | DATE 2013"),
        (
            "It cost £2.5 million and 75 cents.",
            "MONEY £2.5 million | MONEY 75 cents",
        ),
        ("It grew by 4 per cent.", "PERCENT 4 per cent"),
        ("It was 12 miles away.", "QUANTITY 12 miles"),
        ("One of them showed zero tolerance.", ""),
        (
            "The fourth man has four cars.",
            "ORDINAL fourth | CARDINAL four",
        ),
        (
            "Earlier this year it was two weeks ago.",
            "DATE Earlier this year | DATE two weeks ago",
        ),
        (
            "See www.example.org/help for #helpus.",
            "URL www.example.org/help",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn roles_beside_the_name() {
    for (body, expect) in [
        (
            "Sam Wills, UK director of play for the trust, said so.",
            "PERSON Sam Wills (UK director of play for the trust) | GPE UK",
        ),
        (
            "The authority’s deputy leader, Coun Mary Thorpe, left.",
            "PERSON Mary Thorpe <Coun=Councillor> (authority’s deputy leader)",
        ),
        (
            "Ann Thorpe is the detective sergeant in one of the teams.",
            "PERSON Ann Thorpe (detective sergeant in one of the teams)",
        ),
        (
            "Roger Hume, inspector for the north said it was late.",
            "PERSON Roger Hume (inspector for the north)",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn one_person_under_many_names() {
    check_entities(
        "ACC Ada Merrow spoke. Assistant Chief Constable Ada Merrow left. ACC Merrow slept. They like Merrow.",
        &[
            "PERSON Ada Merrow [ACC Ada Merrow; Assistant Chief Constable Ada Merrow; Merrow; ACC Merrow] Assistant Chief Constable",
        ],
    );
}

#[test]
fn namesakes_stay_apart() {
    check_entities(
        "John Thorpe met Sarah Thorpe. Mr Thorpe smiled. Ms Thorpe did not. They saw Mr Thorpe again.",
        &[
            "PERSON John Thorpe [Thorpe; Mr Thorpe] Mr",
            "PERSON Sarah Thorpe [Thorpe; Ms Thorpe] Ms",
        ],
    );
}

#[test]
fn initials_and_short_given_names_are_the_same_person() {
    check_entities(
        "They met Robert J. Thorpe and Ben Lark. Rob Thorpe and Benjamin Lark left with Sue Lark.",
        &[
            "PERSON Robert J. Thorpe [Rob Thorpe]",
            "PERSON Benjamin Lark [Ben Lark]",
            "PERSON Sue Lark",
        ],
    );
}

#[test]
fn acronyms_join_their_names_both_ways() {
    check_entities(
        "The Northern Seabird Trust (NST) met. The NST won.",
        &["ORG Northern Seabird Trust [NST]"],
    );
    check_entities(
        "They asked HMIC. Her Majesty’s Inspectorate of Constabulary agreed.",
        &["ORG Her Majesty’s Inspectorate of Constabulary [HMIC]"],
    );
    check_entities(
        "They met in the U.S. and the United States.",
        &["GPE United States [U.S.]"],
    );
}

#[test]
fn short_forms_join_their_names() {
    check_entities(
        "The Qwelby Steel Group failed. They sold Qwelby. South Yorkshire Police came. They saw South Yorkshire police.",
        &[
            "ORG Qwelby Steel Group [Qwelby]",
            "ORG South Yorkshire Police [South Yorkshire police]",
        ],
    );
    check_entities(
        "It is for Barnardo’s. They like Barnardos.",
        &["ORG Barnardo’s [Barnardos]"],
    );
}

#[test]
fn a_headline_is_linked_to_the_body() {
    let doc = tagged("MERROW WINS VOTE IN LEEDS\n\nThe leader, Ada Merrow, won in Leeds.\n");
    let entities: &Entities = doc.layer().unwrap();
    let names: Vec<_> = entities
        .items
        .iter()
        .map(|e| (&*e.name, e.mentions.len()))
        .collect();
    assert_eq!(names, [("Ada Merrow", 2), ("Leeds", 2)]);
}

#[test]
fn genders_come_from_titles_then_names() {
    let doc = article("Mr Kim Qwelby met Susan Thorpe and Xyl Brand.");
    let entities: &Entities = doc.layer().unwrap();
    let genders: Vec<_> = entities.items.iter().map(|entity| entity.gender).collect();
    assert_eq!(genders, [Some(Gender::Male), Some(Gender::Female), None]);
}

#[test]
fn odd_texts_are_no_errors() {
    for text in [
        "",
        " \n",
        "’s",
        "Mr",
        "The",
        "’’’ ((((",
        "A.",
        "Ünïté\u{301} & & &",
        "X of of of the",
    ] {
        let doc = tagged(text);
        assert!(doc.layer::<Mentions>().is_some(), "{text:?}");
    }
}

#[test]
fn work_grows_with_the_text_only() {
    let fuel = |piece: &str, times: usize| {
        let mut doc = Document::new("long", piece.repeat(times)).unwrap();
        apply::<ZoneFinder>(&mut doc);
        apply::<Segmenter>(&mut doc);
        let budget = Budget::unlimited();
        let needs = <(&Zones, &Paragraphs, &Tokens, &Sentences)>::fetch(&doc).unwrap();
        let context = Context::new(doc.text(), &budget);
        EntityTagger.process(context, needs).unwrap();
        budget.spent()
    };
    for piece in [
        "Ann Hope of Leeds met Mr Hope and the Care Commission. ",
        "Dr ",
        "of the University ",
        "two million and ",
        "Hope ",
    ] {
        assert!(fuel(piece, 400) < 5 * fuel(piece, 100), "{piece:?}");
    }
}

#[test]
fn spans_are_slices_of_the_text() {
    let text = "“Łukasz Brand-Müller’s” café\u{200d} in São Paulo-based Ünited Ltd";
    let doc = article(text);
    let mentions: &Mentions = doc.layer().unwrap();
    let whole = Span::new(0, doc.text().len());
    assert!(mentions.items.iter().all(|m| whole.contains(m.span)));
}

#[test]
fn letters_of_a_subject_name_nobody() {
    check(
        "They treat obstructive sleep apnoea. The OSA team is small.",
        "",
    );
    check("They joined the XCPA and the QWB.", "ORG XCPA | ORG QWB");
}

#[test]
fn a_genitive_without_a_noun_is_part_of_the_name() {
    for (body, expect) in [
        ("He spoke for Harwellin’s, he said.", "ORG Harwellin’s"),
        ("They shop at Copeland’s.", "ORG Copeland’s"),
        ("Copeland’s said so.", "ORG Copeland’s"),
        (
            "They met Ann Copeland. It went to Copeland’s.",
            "PERSON Ann Copeland | PERSON Copeland",
        ),
        ("Anna Qwelby’s claims fell.", "PERSON Anna Qwelby"),
        ("She leads Children’s Services for the town.", ""),
    ] {
        check(body, expect);
    }
}

#[test]
fn bodies_by_their_last_word() {
    for (body, expect) in [
        ("They joined Marrow Ferries.", "ORG Marrow Ferries"),
        ("It went to Abbey Harriers.", "ORG Abbey Harriers"),
        ("It was sold to Marlow Homes.", "ORG Marlow Homes"),
        ("The Stagecoach South bus left.", "ORG Stagecoach South"),
        ("They heard BBC Sport there.", "ORG BBC Sport"),
        (
            "He works for Avon Fire and Rescue now.",
            "ORG Avon Fire and Rescue",
        ),
        (
            "It was heard at Leeds crown court.",
            "ORG Leeds crown court",
        ),
        (
            "They asked the League for the Defence of Hedges.",
            "ORG League for the Defence of Hedges",
        ),
        (
            "They met Ben Brooks and Anna Rivers.",
            "PERSON Ben Brooks | PERSON Anna Rivers",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn bodies_by_what_stands_beside_them() {
    for (body, expect) in [
        (
            "It is run by Cold Table, the charity that cooks.",
            "ORG Cold Table",
        ),
        (
            "He spoke on behalf of Wide Crossings there.",
            "ORG Wide Crossings",
        ),
        ("They saw the rock band Cold Spoon.", "ORG Cold Spoon"),
        (
            "They met Anna Hart, the charity worker.",
            "PERSON Anna Hart (charity worker)",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn a_department_is_part_of_its_role() {
    check(
        "Tom Harwell, director of Children’s Services for the town, left.",
        "PERSON Tom Harwell (director of Children’s Services for the town)",
    );
}

#[test]
fn names_behind_other_capitals() {
    for (body, expect) in [
        (
            "They met Mayor of Qwelbydale Pippa Long.",
            "GPE Qwelbydale | PERSON Pippa Long <Mayor of Qwelbydale=Mayor of Qwelbydale>",
        ),
        (
            "They met the Senator from Minnesota Amy Thorpe.",
            "GPE Minnesota | PERSON Amy Thorpe",
        ),
        ("Fifteen-year-old Robert left.", "PERSON Robert"),
        (
            "Singer-songwriter Robert Thorpe left.",
            "PERSON Robert Thorpe",
        ),
        ("They met Nils-Erik Haagen.", "PERSON Nils-Erik Haagen"),
        (
            "They met Anna Hartley. The Hartleys fought.",
            "PERSON Anna Hartley | PERSON Hartleys",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn datelines_hold_places_and_agencies() {
    for (body, expect) in [
        (
            "TARVAL, Afghanistan - At least 30 people were hurt.",
            "GPE TARVAL | GPE Afghanistan | CARDINAL 30",
        ),
        (
            "WASHINGTON (AP) — Police in Ohio were called.",
            "GPE WASHINGTON | ORG AP | GPE Ohio",
        ),
        (
            "LEEDS, 4 June 2023 – A mill has closed.",
            "GPE LEEDS | DATE 4 June 2023",
        ),
        (
            "PORT QWELBY, Aug. 4 (Reuters) - The mill has closed.",
            "GPE PORT QWELBY | DATE Aug. 4 | ORG Reuters",
        ),
        (
            "Harare (IRIN) -- The mill has closed.",
            "GPE Harare | ORG IRIN",
        ),
        ("NATO – the alliance – met.", "ORG NATO"),
        ("Ann Hope – a teacher – met them.", "PERSON Ann Hope"),
    ] {
        check(body, expect);
    }
}

#[test]
fn a_first_name_is_no_place_where_nobody_is_in_it() {
    check(
        "Striker Jordan Qwelby scored. Jordan’s a special talent.",
        "PERSON Jordan Qwelby <Striker=Striker> | PERSON Jordan",
    );
    check(
        "Aid worker Jordan Qwelby flew in. There are camps in Jordan. Jordan’s border was shut.",
        "PERSON Jordan Qwelby <Aid worker=Aid worker> | GPE Jordan | GPE Jordan",
    );
}

#[test]
fn seats_are_places() {
    check(
        "Anna Lowe (Lab, Leeds South) and Gerald Fenn (Mid Wessex, Lib Dem) agreed.",
        "PERSON Anna Lowe | GPE Leeds South | PERSON Gerald Fenn | GPE Mid Wessex | NORP Lib Dem",
    );
}

#[test]
fn the_role_after_a_relative_is_the_relatives() {
    for (body, expect) in [
        (
            "Ruth, the daughter of a vicar, Canon John Hope, and his wife, wept.",
            "PERSON Ruth (daughter of a vicar) | PERSON John Hope <Canon=Canon> (vicar)",
        ),
        (
            "A friend of the manager, John Hope, wept.",
            "PERSON John Hope",
        ),
        (
            "The head of the trust, John Hope, wept.",
            "PERSON John Hope (head of the trust)",
        ),
    ] {
        check(body, expect);
    }
}

#[test]
fn a_trade_before_a_body_is_no_part_of_its_name() {
    check("Developer Halden Group wants more.", "ORG Halden Group");
    check("Charity Commission staff left.", "ORG Charity Commission");
}

#[test]
fn a_bare_surname_stays_with_the_one_who_bears_it() {
    check_entities(
        "Paul Reed left. Reed was tired. His wife, Helen Reed, wept. Reed drove off.",
        &["PERSON Paul Reed [Reed]", "PERSON Helen Reed"],
    );
}
