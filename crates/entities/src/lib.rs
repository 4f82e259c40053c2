//! Names, amounts and dates in an article, and who is who.
//!
//! By rules and lists alone. `words` says of each token what the lists and the
//! document know; `runs` and `candidates` say where names may be; `evidence`
//! collects facts on each candidate, `decision` weighs them, and `tagger` does
//! so twice, the second time in the light of what the document made clear
//! (`memory`). `datelines`, `titles`, `roles`, `subjects`, `amounts` and `dates`
//! hold the rules their names say, and `group` puts mentions of one thing together. The
//! lists are compiled by the build script, see `layout` and `gazetteer`.
//!
//! * No allocation or table is made before the first document.
//! * Every window is bounded, so the work is linear in the text.
//! * Scores are integers; nothing depends on the order of a hash map.

mod amounts;
mod candidates;
mod datelines;
mod dates;
mod decision;
mod evidence;
mod gazetteer;
mod group;
mod layout;
mod memory;
mod roles;
mod runs;
mod subjects;
mod surroundings;
mod tagger;
#[cfg(test)]
mod tests;
mod titles;
mod words;

use onrecord_core::layers::{Entities, Mentions, Paragraphs, Sentences, Tokens, Zones};
use onrecord_core::{ConfigError, Context, ProcessError, Processor};

/// Finds names, amounts and dates, and who is who.
#[derive(Debug)]
pub struct EntityTagger;

/// Settings: there are none.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntityTaggerConfig {}

impl Processor for EntityTagger {
    const NAME: &'static str = "entities";
    const SUMMARY: &'static str = "finds names, amounts and dates, and who is who";
    type Config = EntityTaggerConfig;
    type Needs<'d> = (&'d Zones, &'d Paragraphs, &'d Tokens, &'d Sentences);
    type Provides = (Mentions, Entities);

    fn new(_: Self::Config) -> Result<Self, ConfigError> {
        Ok(Self)
    }

    fn process(
        &self,
        context: Context<'_>,
        needs: Self::Needs<'_>,
    ) -> Result<Self::Provides, ProcessError> {
        let budget = context.budget();
        let words = words::Words::new(context.text(), needs, budget)?;
        let names = tagger::names(&words, budget)?;
        let (mut items, places) = tagger::mentions(&words, &names, budget)?;
        let entities = group::group(&words, &names, &places, &mut items, budget)?;
        Ok((Mentions { items }, entities))
    }
}
