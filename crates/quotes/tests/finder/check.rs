//! Texts whose names are known without a tagger, and quotations as lines.
//!
//! The texts speak of one cast. Its names are marked as mentions wherever they
//! stand, so that a case is plain news text; so are titles before a person's
//! name, and days. What the finder makes of wrong names is not tested here.

use std::fmt::Write as _;

use onrecord_core::layers::{
    Entities, Label, Mention, MentionId, Mentions, Quote, Quotes, Speaker,
};
use onrecord_core::{Document, Provides, Span};
use onrecord_quotes::QuoteFinder;
use onrecord_testkit::{Fixture, apply, render};

/// Letter of the mark, key, pronoun, and the names, longest first.
const CAST: &[(char, &str, &str, &[&str])] = &[
    ('A', "report", "", &["Hale Report"]),
    ('P', "dunne", "she", &["Mara Dunne", "Dunne"]),
    ('P', "hale", "she", &["Petra Hale", "Hale"]),
    ('P', "kaur", "she", &["Tara Kaur", "Kaur"]),
    ('P', "okoro", "he", &["Sol Okoro", "Okoro"]),
    ('P', "rees", "he", &["Alun Rees", "Rees"]),
    ('P', "brand", "he", &["Liam Brand", "Brand"]),
    ('P', "vane", "he", &["Idris Vane", "Vane"]),
    ('O', "council", "", &["Ashby Council"]),
    ('O', "police", "", &["Wenlow Police"]),
    ('O', "trust", "", &["Calder Trust"]),
    ('O', "courier", "", &["Wenlow Courier"]),
    ('O', "ofrail", "", &["Ofrail"]),
    ('O', "corvane", "", &["Corvane Foods", "Corvane"]),
    ('G', "wenlow", "", &["Wenlow"]),
    ('G', "ashby", "", &["Ashby"]),
];

const TITLES: &[&str] = &[
    "Detective Chief Inspector",
    "Chief Superintendent",
    "Prime Minister",
    "Police Constable",
    "Councillor",
    "Professor",
    "Canon Dr",
    "Mayor",
    "Coun",
    "Judge",
    "Lord",
    "Dame",
    "DCI",
    "Mrs",
    "Sir",
    "Dr",
    "Mr",
    "Ms",
];

const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "last month",
    "last week",
    "last year",
    "this week",
    "in July",
];

/// In what else quotation marks are printed. Each case is read in every style.
const STYLES: &[&[(char, &str)]] = &[
    &[],
    &[('“', "\""), ('”', "\"")],
    &[('“', "\""), ('”', "\""), ('‘', "'"), ('’', "'")],
    &[('“', "«"), ('”', "»")],
    &[('“', "``"), ('”', "''")],
    // All facing the wrong way.
    &[('“', "”")],
];

fn restyled(text: &str, style: &[(char, &str)]) -> String {
    style
        .iter()
        .fold(String::from(text), |text, (mark, other)| {
            text.replace(*mark, other)
        })
}

/// Every line is a paragraph of the body.
///
/// One line is expected for each quotation: its kind, its spans, and who said
/// it with the cue's lemma, `no cue` if there is none. The speaker is the
/// entity's name, with the words that stand for it after `as` where these are
/// another name or none; a `~` before it says that the turn goes on and
/// nothing names the speaker; words in quotation marks are somebody the text
/// does not name, and `nobody` is nobody.
#[track_caller]
pub(crate) fn check(text: &str, expected: &[&str]) {
    check_styles(text, expected, Fixture::body_document);
}

/// The same, on a whole page: the first line is the headline, and zones are
/// found as in an article.
#[track_caller]
pub(crate) fn check_page(text: &str, expected: &[&str]) {
    check_styles(text, expected, Fixture::document);
}

#[track_caller]
fn check_styles(text: &str, expected: &[&str], layers: fn(&Fixture) -> Document) {
    for style in STYLES {
        let text = restyled(text, style);
        let expected: Vec<String> = expected.iter().map(|line| restyled(line, style)).collect();
        let found = found(layers(&fixture(&text)));
        assert_eq!(found, expected, "in {text:?}");
    }
}

/// Only whose turn each quotation belongs to.
#[track_caller]
pub(crate) fn check_turns(text: &str, expected: &[u32]) {
    let doc = with_quotes(fixture(text).body_document());
    let quotes: &Quotes = doc.layer().expect("there");
    let turns: Vec<u32> = quotes.items.iter().map(|quote| quote.turn).collect();
    assert_eq!(turns, expected, "{}", render::quotes(&doc));
}

fn found(doc: Document) -> Vec<String> {
    let doc = with_quotes(doc);
    let quotes: &Quotes = doc.layer().expect("there");
    quotes.items.iter().map(|quote| line(&doc, quote)).collect()
}

fn with_quotes(mut doc: Document) -> Document {
    add_days(&mut doc);
    apply::<QuoteFinder>(&mut doc);
    doc
}

fn line(doc: &Document, quote: &Quote) -> String {
    let mut line = render::word(&quote.kind);
    for span in &quote.spans {
        let _ = write!(line, " [{}]", doc.text().slice(*span));
    }
    let _ = write!(line, " <- {}", speaker(doc, quote.speaker.as_ref()));
    let lemma = quote.cue.as_ref().map_or("no cue", |cue| &cue.lemma);
    let _ = write!(line, " ({lemma})");
    line
}

fn speaker(doc: &Document, speaker: Option<&Speaker>) -> String {
    let Some(speaker) = speaker else {
        return String::from("nobody");
    };
    let words = speaker.span.map(|span| doc.text().slice(span));
    match (speaker.entity, words) {
        (Some(entity), Some(words)) => {
            let entities: &Entities = doc.layer().expect("there");
            let name = &entities.get(entity).name;
            let surname = name.rsplit(' ').next().unwrap_or(name);
            if words.contains(surname) {
                name.clone()
            } else {
                format!("{name} as {words}")
            }
        }
        (Some(entity), None) => {
            let entities: &Entities = doc.layer().expect("there");
            format!("~{}", entities.get(entity).name)
        }
        (None, Some(words)) => format!("{words:?}"),
        (None, None) => String::from("~somebody"),
    }
}

/// The text with its cast marked. It may bring lines of a table.
fn fixture(text: &str) -> Fixture {
    let (article, table) = text.split_once("\n=====\n").unwrap_or((text, ""));
    let mut marked = String::new();
    let mut rest = article;
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        let taken = if inside {
            None
        } else {
            mark(rest, &mut marked)
        };
        let taken = taken.unwrap_or_else(|| {
            marked.push(c);
            c.len_utf8()
        });
        let (before, behind) = rest.split_at(taken);
        inside = before.ends_with(char::is_alphanumeric);
        rest = behind;
    }
    marked.push_str("\n=====\n");
    for (_, key, pronoun, _) in CAST {
        if !pronoun.is_empty() && marked.contains(&format!(":{key}|")) {
            let _ = writeln!(marked, "pronoun {key} = {pronoun}");
        }
    }
    marked.push_str(table);
    Fixture::parse(&marked).expect("well-formed")
}

/// Marks the title or name that a text begins with; returns its length.
fn mark(text: &str, marked: &mut String) -> Option<usize> {
    let title = TITLES.iter().find(|title| {
        let name = text.strip_prefix(**title).and_then(|t| t.strip_prefix(' '));
        name.is_some_and(|name| name_at(name).is_some_and(|(letter, ..)| letter == 'P'))
    });
    if let Some(title) = title {
        let _ = write!(marked, "⟦T|{title}⟧");
        return Some(title.len());
    }
    let (letter, key, name) = name_at(text)?;
    let _ = write!(marked, "⟦{letter}:{key}|{name}⟧");
    Some(name.len())
}

fn name_at(text: &str) -> Option<(char, &'static str, &'static str)> {
    let whole = |name: &str| {
        let behind = text.strip_prefix(name);
        behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
    };
    CAST.iter().find_map(|(letter, key, _, names)| {
        let name = names.iter().find(|name| whole(name))?;
        Some((*letter, *key, *name))
    })
}

/// Makes mentions of days.
fn add_days(doc: &mut Document) {
    let mut mentions: Mentions = doc.layer().cloned().expect("from the fixture");
    let mut entities: Entities = doc.layer().cloned().expect("from the fixture");
    let text = doc.text().as_str();
    for day in DAYS {
        for (at, _) in text.match_indices(day) {
            let span = Span::new(at as u32, (at + day.len()) as u32);
            mentions.items.push(Mention::new(span, Label::Date));
        }
    }
    mentions.items.sort_by_key(|mention| mention.span);
    for entity in &mut entities.items {
        let own = |index: &usize| mentions.items[*index].entity == Some(entity.id);
        let indices = (0..mentions.items.len()).filter(own);
        entity.mentions = indices.map(MentionId::new).collect();
    }
    (mentions, entities).store(doc).expect("sound");
}
