//! Who said what: quotations, their cues and their speakers.
//!
//! Reads zones, paragraphs, tokens, sentences, mentions and entities; writes
//! [`Quotes`]. An article goes through five rooms, a file each:
//!
//! 1. `story`: the lines somebody wrote for it, without page furniture;
//! 2. `marks`: which quotation marks open and close what;
//! 3. `narration`: sentences of units, in which quoted words, a name with its
//!    title or a date is one unit;
//! 4. `reports` (with `clause`, `subjects`, `verbs`, `words`): cues, what they
//!    report, and their subjects; `speech` tells utterances from scare quotes;
//!    `transcript` reads lines that begin with who speaks;
//! 5. `speakers` (with `described` and `nouns`): who the subjects are, and
//!    `assemble`: which segments are one quotation.
//!
//! Invariants: every span is a slice of the text; no two quotations share a
//! character; nothing is taken from boilerplate or captions; a speaker is
//! somebody the article names or nobody. Everything is linear in the text:
//! windows around a cue are bounded.

mod assemble;
mod clause;
mod described;
mod marks;
mod narration;
mod nouns;
mod reports;
mod speakers;
mod speech;
mod story;
mod subjects;
mod transcript;
mod verbs;
mod words;

use onrecord_core::layers::{Entities, Mentions, Paragraphs, Quotes, Sentences, Tokens, Zones};
use onrecord_core::{ConfigError, Context, ProcessError, Processor};
use serde::{Deserialize, Serialize};

use crate::assemble::{Material, assemble};
use crate::speech::Facts;
use crate::story::Story;

/// Finds quotations and their speakers.
#[derive(Debug)]
pub struct QuoteFinder {
    config: QuoteConfig,
}

/// Settings of [`QuoteFinder`].
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuoteConfig {
    /// Quotations with less confidence are left out; in hundredths, 0 to 100.
    pub min_confidence: u32,
}

impl Processor for QuoteFinder {
    const NAME: &'static str = "quotes";
    const SUMMARY: &'static str = "finds quotations and who said them";
    type Config = QuoteConfig;
    type Needs<'d> = (
        &'d Zones,
        &'d Paragraphs,
        &'d Tokens,
        &'d Sentences,
        &'d Mentions,
        &'d Entities,
    );
    type Provides = Quotes;

    fn new(config: Self::Config) -> Result<Self, ConfigError> {
        if config.min_confidence > 100 {
            return Err(ConfigError::new(
                "quotes.min_confidence",
                "must be from 0 to 100",
            ));
        }
        Ok(Self { config })
    }

    fn process(
        &self,
        context: Context<'_>,
        (zones, paragraphs, tokens, sentences, mentions, entities): Self::Needs<'_>,
    ) -> Result<Self::Provides, ProcessError> {
        let (text, budget) = (context.text(), context.budget());
        budget.spend(tokens.items.len() as u64)?;
        let story = Story::new(zones, paragraphs, tokens);
        let segments = marks::read_marks(text, tokens, sentences, &story);
        let facts = Facts::of_all(text, tokens, &segments);
        let narration = narration::narrate(text, tokens, sentences, mentions, &story, &segments);
        let transcript = transcript::read_lines(text, tokens, mentions, &story);
        let material = Material {
            text,
            transcript: &transcript,
            story: &story,
            segments: &segments,
            facts: &facts,
            narration: &narration,
            mentions,
            entities,
        };
        let mut items = assemble(&material, budget)?;
        items.retain(|quote| quote.confidence.hundredths() >= self.config.min_confidence);
        Ok(Quotes { items })
    }
}
