use serde::Serialize;

use super::entities::{Entities, EntityId};
use crate::document::Document;
use crate::error::LayerError;
use crate::layer::{Layer, check_index, check_sorted, check_span};
use crate::score::Score;
use crate::text::Span;

/// Who said what, in order of the first span.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Quotes {
    /// Sorted by first span. No two share a character.
    pub items: Vec<Quote>,
}

/// One report of what somebody said or wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The content: one span a paragraph, and one for each part of a split
    /// quotation; outer marks are not included.
    pub spans: Vec<Span>,
    /// How it is reported.
    pub kind: QuoteKind,
    /// The quoted words inside a mixed quotation, without their marks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quoted: Vec<Span>,
    /// The word that reports.
    pub cue: Option<Cue>,
    /// Who said it; none if the article does not say, never a guess.
    pub speaker: Option<Speaker>,
    /// Quotations of one speaker in a row, without another's or a new cue in
    /// between, share a turn. Counted from 0.
    pub turn: u32,
    /// That the span is a quotation and the speaker is right.
    pub confidence: Score,
}

/// How speech is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// Whole utterances in quotation marks.
    Direct,
    /// A reported clause without quotation marks.
    Indirect,
    /// A reported clause with quoted words in it, or quoted words in narration.
    Mixed,
}

/// The verb, noun or phrase that reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cue {
    /// The word alone, without auxiliaries.
    pub span: Span,
    /// Its dictionary form; `according to` as it is.
    pub lemma: String,
}

/// Who said it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Speaker {
    /// As written near the quotation, with title, without apposition.
    pub span: Option<Span>,
    /// Who that is.
    pub entity: Option<EntityId>,
    /// The entity's name.
    pub name: Option<String>,
    /// What sort of words stand for the speaker.
    pub form: SpeakerForm,
}

/// What sort of words stand for a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerForm {
    /// A person's name, with or without title.
    Name,
    /// A personal or relative pronoun.
    Pronoun,
    /// A description: "the detective", "a spokeswoman".
    Role,
    /// The name of a body.
    Organisation,
    /// A report, letter or statement.
    Document,
    /// Nothing near the quotation: the speaker of the turn goes on.
    None,
}

impl Layer for Quotes {
    const NAME: &'static str = "quotes";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        let entities = doc.layer::<Entities>().map_or(0, |layer| layer.items.len());
        for quote in &self.items {
            if quote.spans.is_empty() {
                return Err(LayerError::new(Self::NAME, "a quotation without a span"));
            }
            check_sorted(Self::NAME, doc, quote.spans.iter().copied())?;
            check_sorted(Self::NAME, doc, quote.quoted.iter().copied())?;
            let cue = quote.cue.iter().map(|cue| cue.span);
            let speaker = quote.speaker.iter().filter_map(|speaker| speaker.span);
            for span in cue.chain(speaker) {
                check_span(Self::NAME, doc, span)?;
            }
            if let Some(entity) = quote.speaker.as_ref().and_then(|speaker| speaker.entity) {
                check_index(Self::NAME, "entity", entity.index(), entities)?;
            }
        }
        let mut all: Vec<Span> = self
            .items
            .iter()
            .flat_map(|q| q.spans.iter().copied())
            .collect();
        all.sort_unstable();
        check_sorted(Self::NAME, doc, all)?;
        if !self.items.is_sorted_by_key(|quote| quote.spans[0]) {
            return Err(LayerError::new(Self::NAME, "quotations out of order"));
        }
        Ok(())
    }
}
