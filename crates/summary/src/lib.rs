//! Picks the sentences and phrases that stand for an article.
//!
//! The summary is extractive: every sentence is a verbatim slice, in the order
//! of the text. Four steps, each with a file of its own:
//!
//! 1. `story` keeps the sentences of standfirst and body, each once.
//! 2. `guards` says which of them can be read without the article around them,
//!    from facts that `reading` gathers. The rules are hard: no score lets in a
//!    dangling pronoun, a quotation without its speaker, or "Tickets cost …".
//! 3. `importance` gives each term a weight: the chance that a person's
//!    summary has it. There is no trained model; a trained one replaces this file.
//! 4. `select` chooses the set that covers most weight for its length.
//!
//! Keyphrases come from the same weights: the names that the entity layer has,
//! and runs of words that read as noun phrases.
//!
//! Names, entities and quotations are optional inputs. Without them summaries
//! are made all the same; but nobody is then known to be a person, and a
//! quotation is known by its marks alone.
//!
//! ```
//! use onrecord_core::layers::Summary;
//! use onrecord_core::Span;
//! use onrecord_summary::{Length, Summariser, SummariserConfig};
//! use onrecord_testkit::{Fixture, apply_with};
//!
//! let text = "The harbour board approved a second ferry on Monday. It meets again in May.";
//! let mut doc = Fixture::parse(text).expect("well-formed").body_document();
//! let config = SummariserConfig { length: Length::Sentences(1), ..Default::default() };
//! apply_with::<Summariser>(&mut doc, config);
//!
//! let summary: &Summary = doc.layer().expect("just made");
//! assert_eq!(summary.sentences[0].span, Span::new(0, 52));
//! ```

mod config;
mod guards;
mod importance;
mod keyphrases;
mod lexicon;
mod lists;
mod nouns;
mod reading;
mod select;
mod story;
mod terms;
mod words;

#[cfg(test)]
mod fixture;

pub use config::{Length, SummariserConfig};

use onrecord_core::layers::{
    Entities, Keyphrases, Mentions, Paragraphs, Quotes, SentenceId, Sentences, Summary,
    SummarySentence, Tokens, Zones,
};
use onrecord_core::{ConfigError, Context, ProcessError, Processor, Score};

use crate::lists::Lists;
use crate::select::Picked;
use crate::story::{Layers, Story};

/// Picks the sentences and phrases that stand for the article.
#[derive(Debug)]
pub struct Summariser {
    config: SummariserConfig,
    lists: Lists,
}

impl Processor for Summariser {
    const NAME: &'static str = "summary";
    const SUMMARY: &'static str = "picks the sentences and phrases that stand for the article";
    type Config = SummariserConfig;
    type Needs<'d> = (
        &'d Zones,
        &'d Paragraphs,
        &'d Tokens,
        &'d Sentences,
        Option<&'d Mentions>,
        Option<&'d Entities>,
        Option<&'d Quotes>,
    );
    type Provides = (Summary, Keyphrases);

    fn new(config: Self::Config) -> Result<Self, ConfigError> {
        config.validate()?;
        Ok(Self {
            config,
            lists: Lists::new(),
        })
    }

    fn process(
        &self,
        context: Context<'_>,
        needs: Self::Needs<'_>,
    ) -> Result<Self::Provides, ProcessError> {
        let (zones, paragraphs, tokens, sentences, mentions, entities, quotes) = needs;
        let layers = Layers {
            text: context.text(),
            zones,
            paragraphs,
            tokens,
            sentences,
            mentions,
            entities,
            quotes,
        };
        let story = Story::read(&layers, &self.lists, context.budget())?;
        let mut weights = importance::term_weights(&story);
        importance::raise_entities(&mut weights, &layers, &story);
        let verdicts = guards::judge(&layers, &story, context.budget())?;
        let picked = select::select(
            &story,
            &verdicts,
            &weights,
            self.config.length,
            context.budget(),
        )?;
        let most = self.config.keyphrases;
        let phrases = keyphrases::keyphrases(&layers, &story, &weights, most, context.budget())?;
        Ok((summary(&story, &picked), phrases))
    }
}

/// The layer: ranks by worth, the earlier first where equal.
fn summary(story: &Story<'_>, picked: &[Picked]) -> Summary {
    let best = picked.iter().map(|one| one.worth).max().unwrap_or(0).max(1);
    let mut by_worth: Vec<usize> = (0..picked.len()).collect();
    by_worth.sort_by(|a, b| picked[*b].worth.cmp(&picked[*a].worth));
    let mut ranks = vec![0; picked.len()];
    for (rank, index) in by_worth.into_iter().enumerate() {
        ranks[index] = rank as u32 + 1;
    }
    let sentences = picked.iter().zip(ranks).map(|(one, rank)| {
        let sentence = &story.sentences[one.number];
        SummarySentence {
            sentence: SentenceId::new(sentence.index),
            span: sentence.span,
            rank,
            score: Score::percent((one.worth * 100 / best) as u32),
        }
    });
    Summary {
        sentences: sentences.collect(),
    }
}

#[cfg(test)]
mod tests;
