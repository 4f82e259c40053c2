//! From a page to sentences.
//!
//! [`ZoneFinder`] reads the text alone (and, if a reader stored it, what the
//! record said of the article) and writes zones, paragraphs and the facts of
//! publication. [`Segmenter`] reads the paragraphs and writes tokens and
//! sentences.
//!
//! Invariants:
//!
//! * Every visible character lies in exactly one zone. A line is never
//!   dropped; what is not recognised is body.
//! * A paragraph is a line, or one of two copies glued together, and lies in
//!   one zone. Every paragraph has a token and a sentence.
//! * Tokens hold everything visible but invisible format characters; the
//!   sentences of a paragraph tile its tokens.
//! * A date is taken from words that say it, never guessed.
//! * Both are single passes with bounded looks ahead and back (sorting aside,
//!   where copies of lines are counted): no text makes them slow.
//!
//! ```
//! use onrecord_core::layers::{Paragraphs, Sentences, ZoneKind, Zones};
//! use onrecord_core::{Budget, Context, Document, Processor, Provides};
//! use onrecord_text::{Segmenter, SegmenterConfig, ZoneFinder, ZoneFinderConfig};
//!
//! let page = "Mill closes\n\nHide Ad\n\n“Is it over?” Dr. Lee asked. It was.\n";
//! let mut doc = Document::new("mill", page)?;
//! let budget = Budget::unlimited();
//!
//! let zones = ZoneFinder::new(ZoneFinderConfig::default())?;
//! let found = zones.process(Context::new(doc.text(), &budget), None)?;
//! found.store(&mut doc)?;
//! let kinds: Vec<_> = doc.layer::<Zones>().expect("stored").items.iter().map(|zone| zone.kind).collect();
//! assert_eq!(kinds, [ZoneKind::Headline, ZoneKind::Boilerplate, ZoneKind::Body]);
//!
//! let segmenter = Segmenter::new(SegmenterConfig::default())?;
//! let paragraphs: &Paragraphs = doc.layer().expect("stored");
//! let found = segmenter.process(Context::new(doc.text(), &budget), paragraphs)?;
//! found.store(&mut doc)?;
//! let sentences = &doc.layer::<Sentences>().expect("stored").items;
//! assert_eq!(doc.text().slice(sentences[2].span), "“Is it over?” Dr. Lee asked.");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod abbreviations;
mod bylines;
mod captions;
mod dates;
mod flattened;
mod furniture;
mod head;
mod lines;
mod links;
mod meta;
mod page;
mod sentences;
mod tokens;
mod words;
mod zones;

use onrecord_core::layers::{
    Given, Meta, ParagraphId, Paragraphs, Sentence, Sentences, Tokens, Zones,
};
use onrecord_core::{ConfigError, Context, ProcessError, Processor};

/// Tells headline, captions and page furniture from the story.
#[derive(Debug)]
pub struct ZoneFinder;

/// Settings of [`ZoneFinder`]: none yet.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ZoneFinderConfig {}

impl Processor for ZoneFinder {
    const NAME: &'static str = "zones";
    const SUMMARY: &'static str = "tells headline, captions and page furniture from the story";
    type Config = ZoneFinderConfig;
    type Needs<'d> = Option<&'d Given>;
    type Provides = (Zones, Paragraphs, Meta);

    fn new(_: Self::Config) -> Result<Self, ConfigError> {
        Ok(Self)
    }

    fn process(
        &self,
        context: Context<'_>,
        given: Self::Needs<'_>,
    ) -> Result<Self::Provides, ProcessError> {
        zones::find(context.text(), given, context.budget())
    }
}

/// What a token of English comes to, with its share of white space.
const BYTES_PER_TOKEN: usize = 5;
const MOST_RESERVED: usize = 1 << 16;

/// Splits paragraphs into tokens and sentences.
#[derive(Debug)]
pub struct Segmenter;

/// Settings of [`Segmenter`]: none yet.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SegmenterConfig {}

impl Processor for Segmenter {
    const NAME: &'static str = "sentences";
    const SUMMARY: &'static str = "splits paragraphs into sentences and tokens";
    type Config = SegmenterConfig;
    type Needs<'d> = &'d Paragraphs;
    type Provides = (Tokens, Sentences);

    fn new(_: Self::Config) -> Result<Self, ConfigError> {
        Ok(Self)
    }

    fn process(
        &self,
        context: Context<'_>,
        paragraphs: Self::Needs<'_>,
    ) -> Result<Self::Provides, ProcessError> {
        let text = context.text();
        let (mut tokens, mut sentences) = (Tokens::default(), Sentences::default());
        // Enough for an article; a text that is none may be one token.
        let expected = text.bytes().len() / BYTES_PER_TOKEN;
        tokens.items.reserve(expected.min(MOST_RESERVED));
        for (index, paragraph) in paragraphs.items.iter().enumerate() {
            let first = tokens.items.len();
            tokens::tokenise(text, paragraph.span, context.budget(), &mut tokens.items)?;
            let line = tokens.items.get(first..).unwrap_or_default();
            context.budget().spend(line.len() as u64)?;
            sentences::split(text, line, |range| {
                let Some(span) = line.get(range.clone()).and_then(sentences::span_of) else {
                    return;
                };
                sentences.items.push(Sentence {
                    span,
                    paragraph: ParagraphId::new(index),
                    tokens: (first + range.start) as u32..(first + range.end) as u32,
                });
            });
        }
        Ok((tokens, sentences))
    }
}
