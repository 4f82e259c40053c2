//! Layers as text that a person can review in a diff.
//!
//! Numbers of quotations and entities are those of the JSON output: both
//! count from 0.
//!
//! # The annotated view
//!
//! The article, line by line after `>`, cut at word boundaries, with marks
//! under the words on lines after `|`. The line is modelled on the snapshots
//! of the Harper grammar checker.
//!
//! ```text
//! > Dr Ama Osei of Ashby Trust said: “We start on Monday.”
//! | -- ^^^^^^^^PERSON:0                           ^^^^^^DATE
//! |                ^^^^^^^^^^^ORG:1
//! | S0~~~~~~~~~                C0~~   Q0~~~~~~~~~~~~~~~~~
//! ```
//!
//! * `^^^^LABEL:2` is a name with its label and entity, `--` the title that
//!   belongs to it. Amounts and dates have no entity. A label that would run
//!   into the next name sends that one a line lower.
//! * `Q0~~~~` is the content of quotation 0; it begins anew on each line.
//! * `C0~~` is its cue, `S0~~` its speaker. Letter and number stand
//!   even where they are longer than the words.

mod annotated;
mod lists;
mod wrap;

use serde::Serialize;

pub use annotated::annotated;
pub use lists::{entities, quotes, summary, zones};

/// The word that stands for a value in the output, e.g. `ad_marker`.
///
/// # Panics
/// If the value is not written as a string.
pub fn word<T: Serialize + std::fmt::Debug>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        other => panic!("{value:?} is no word but {other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use onrecord_core::layers::{
        Cue, EntityId, Label, Mention, Mentions, Quote, Quotes, Speaker, SpeakerForm,
    };
    use onrecord_core::{Document, Provides, Score, Span};

    use super::{annotated, entities, quotes};
    use crate::fixture::Fixture;

    /// A document with the quotations that are marked in it.
    fn document(source: &str) -> Document {
        let fixture = Fixture::parse(source).expect("well-formed");
        let mut doc = fixture.body_document();
        let items = fixture.quotes.iter().map(|gold| Quote {
            spans: gold.spans.clone(),
            kind: gold.kind,
            quoted: Vec::new(),
            cue: gold.cue.map(|span| Cue {
                span,
                lemma: String::from("say"),
            }),
            speaker: Some(Speaker {
                span: gold.speaker,
                entity: gold.entity.map(EntityId::new),
                name: gold
                    .entity
                    .map(|entity| fixture.entities[entity].name.clone()),
                form: SpeakerForm::Name,
            }),
            turn: 0,
            confidence: Score::percent(97),
        });
        let layer = Quotes {
            items: items.collect(),
        };
        layer.store(&mut doc).expect("made to hold");
        doc
    }

    const ARTICLE: &str = "⟦S1|⟦T|Dr⟧ ⟦P:osei|Ama Osei⟧⟧ of ⟦O|Ashby Trust⟧ ⟦C1|said⟧: “⟦Q1|We start on Monday.⟧”\n\n⟦P:osei|Osei⟧ left.\n=====\nquote 1 direct osei\n";

    #[test]
    fn marks_stand_under_their_words() {
        let expected = "\
> Dr Ama Osei of Ashby Trust said: “We start on Monday.”
| -- ^^^^^^^^PERSON:0
|                ^^^^^^^^^^^ORG:1
| S0~~~~~~~~~                C0~~   Q0~~~~~~~~~~~~~~~~~
>
> Osei left.
| ^^^^PERSON:0
";
        assert_eq!(annotated(&document(ARTICLE)), expected);
    }

    #[test]
    fn a_quotation_goes_on_under_the_next_row() {
        let words = "on and on ".repeat(12);
        let source =
            format!("She said: “⟦Q1|It goes {words}for ever.⟧”\n=====\nquote 1 direct -\n");
        let view = annotated(&document(&source));
        let rows: Vec<&str> = view.lines().collect();
        assert_eq!(rows.len(), 4, "{view}");
        assert!(rows[1].ends_with("~~~"), "{view}");
        assert!(rows[3].starts_with("| Q0~~~"), "{view}");
        assert_eq!(
            rows[3].chars().count() + 1,
            rows[2].chars().count(),
            "{view}"
        );
    }

    #[test]
    fn quotes_are_listed_with_all_that_is_known() {
        let expected = "\
0 direct: Ama Osei #0, name \"Dr Ama Osei\"; \"said\" (say); turn 0; 0.97
  > We start on Monday.
";
        assert_eq!(quotes(&document(ARTICLE)), expected);
    }

    #[test]
    fn entities_come_before_amounts() {
        let mut doc = document(ARTICLE);
        let mut mentions = doc.layer::<Mentions>().expect("from the marks").clone();
        let monday = Mention::new(Span::new(48, 54), Label::Date);
        mentions.items.insert(2, monday);
        mentions.items.truncate(3);
        let mut layer = doc
            .layer::<onrecord_core::layers::Entities>()
            .expect("from the marks")
            .clone();
        layer.items[0].mentions.truncate(1);
        (mentions, layer).store(&mut doc).expect("made to hold");
        let expected = "\
0 PERSON Ama Osei (1 mention)
    titles: Dr
    aliases: Dr Ama Osei · Osei
1 ORG Ashby Trust (1 mention)
DATE
    Monday
";
        assert_eq!(entities(&doc), expected);
    }
}
