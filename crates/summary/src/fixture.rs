//! Documents for this crate's tests.

use onrecord_core::layers::{
    Cue, EntityId, Keyphrases, Quote, Quotes, Speaker, SpeakerForm, Summary,
};
use onrecord_core::{Document, Provides, Score};
use onrecord_testkit::{Fixture, apply_with};

use crate::{Length, Summariser, SummariserConfig};

fn parse(source: &str) -> Fixture {
    Fixture::parse(source).unwrap_or_else(|error| panic!("{error}"))
}

/// A document whose lines are all body; names and quotations as marked. Without
/// marks of quotations it has no layer of them.
pub(crate) fn document(source: &str) -> Document {
    let fixture = parse(source);
    let doc = fixture.body_document();
    with_quotes(&fixture, doc)
}

/// The same as a page: the zones as the text says.
pub(crate) fn page(source: &str) -> Document {
    let fixture = parse(source);
    let doc = fixture.document();
    with_quotes(&fixture, doc)
}

/// Quotations with the same speaker, one after the other, share a turn.
fn with_quotes(fixture: &Fixture, mut doc: Document) -> Document {
    let mut quotes = Quotes::default();
    let (mut turn, mut last) = (0, None);
    for gold in &fixture.quotes {
        if last.is_some_and(|last| last != gold.entity || gold.cue.is_some()) {
            turn += 1;
        }
        last = Some(gold.entity);
        quotes.items.push(Quote {
            spans: gold.spans.clone(),
            kind: gold.kind,
            quoted: Vec::new(),
            cue: gold.cue.map(|span| Cue {
                span,
                lemma: "say".to_owned(),
            }),
            speaker: gold.entity.map(|entity| Speaker {
                span: gold.speaker,
                entity: fixture.entities[entity]
                    .named
                    .then(|| EntityId::new(entity)),
                name: None,
                form: SpeakerForm::Name,
            }),
            turn,
            confidence: Score::ONE,
        });
    }
    if !quotes.items.is_empty() {
        quotes.store(&mut doc).unwrap();
    }
    doc
}

/// The sentences and the phrases of a document, as text.
pub(crate) fn summarise(mut doc: Document, length: Length) -> (Vec<String>, Vec<String>) {
    let config = SummariserConfig {
        length,
        ..SummariserConfig::default()
    };
    apply_with::<Summariser>(&mut doc, config);
    let summary: &Summary = doc.layer().unwrap();
    let phrases: &Keyphrases = doc.layer().unwrap();
    let sentences = summary.sentences.iter();
    (
        sentences
            .map(|one| doc.text().slice(one.span).to_owned())
            .collect(),
        phrases.items.iter().map(|one| one.text.clone()).collect(),
    )
}
