//! Names: candidates, evidence, decision, and a second look in the light of
//! what the first made clear.

use onrecord_core::layers::{Label, Mention};
use onrecord_core::{Budget, ProcessError};

use crate::amounts;
use crate::candidates::{self, Candidate};
use crate::decision;
use crate::evidence::{self, Feature};
use crate::memory::Memory;
use crate::roles;
use crate::subjects::Subjects;
use crate::titles;
use crate::words::Words;

/// A name with the tokens it was found on.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) candidate: Candidate,
    pub(crate) label: Label,
}

/// The names of a document, in order.
pub(crate) fn names(words: &Words<'_>, budget: &Budget) -> Result<Vec<Name>, ProcessError> {
    let mut candidates = candidates::find(words, budget)?;
    let subjects = Subjects::find(words, &candidates);
    candidates.retain(|candidate| !subjects.hold(words, candidate));
    budget.spend(64 * candidates.len() as u64)?;
    let mut memory = Memory::default();
    let blank = Memory::default();
    for candidate in &candidates {
        let evidence = evidence::collect(words, candidate, &blank);
        if evidence.has(Feature::InPlace) {
            memory.keep_place(words, candidate);
        }
        if let Some(decision) = decision::decide(evidence)
            && decision.clear
        {
            memory.keep(words, candidate, decision.label);
        }
    }
    let second = candidates.into_iter().filter_map(|mut candidate| {
        let evidence = evidence::collect(words, &candidate, &memory);
        let label = decision::decide(evidence)?.label;
        if label == Label::Person {
            take_particle(words, &memory, &mut candidate);
        } else {
            candidate.title = None;
        }
        Some(Name { candidate, label })
    });
    Ok(second.collect())
}

/// "de Vries" for "Vries" where somebody is called that in full.
fn take_particle(words: &Words<'_>, memory: &Memory, candidate: &mut Candidate) {
    let start = candidate.tokens.start;
    let alone = candidate.tokens.len() == 1 && candidate.title.is_none() && start > 0;
    if alone && titles::is_particle(words, start - 1) {
        let whole = start - 1..candidate.tokens.end;
        if memory.label(words, &whole) == Some(Label::Person) {
            candidate.tokens = whole;
        }
    }
}

/// All mentions in order, names without entity yet and amounts; and where
/// among them each name is.
pub(crate) fn mentions(
    words: &Words<'_>,
    names: &[Name],
    budget: &Budget,
) -> Result<(Vec<Mention>, Vec<usize>), ProcessError> {
    let mut mentions = Vec::with_capacity(names.len());
    let mut places = Vec::with_capacity(names.len());
    let mut rest = names;
    let mut amounts = Vec::new();
    for tokens in words.sentences() {
        budget.spend(8 * tokens.len() as u64)?;
        let inside = rest.partition_point(|name| name.candidate.tokens.start < tokens.end);
        let (these, others) = rest.split_at(inside);
        rest = others;
        let taken: Vec<_> = these
            .iter()
            .map(|name| name.candidate.tokens.clone())
            .collect();
        amounts.clear();
        amounts::find(words, tokens, &taken, &mut amounts);
        let mut amounts = amounts.drain(..).peekable();
        for name in these {
            let mention = mention(words, name);
            while let Some(amount) = amounts.next_if(|a| a.span.start < mention.span.start) {
                mentions.push(amount);
            }
            places.push(mentions.len());
            mentions.push(mention);
        }
        mentions.extend(amounts);
    }
    Ok((mentions, places))
}

fn mention(words: &Words<'_>, name: &Name) -> Mention {
    let mut mention = Mention::new(words.span(&name.candidate.tokens), name.label);
    if let Some(title) = &name.candidate.title {
        mention.title = Some(words.span(title));
        mention.title_long = Some(titles::in_full(words, title));
    }
    if name.label == Label::Person {
        let tokens = &name.candidate.tokens;
        let start = name
            .candidate
            .title
            .as_ref()
            .map_or(tokens.start, |title| title.start);
        let sentence = &words.sentences()[name.candidate.sentence];
        mention.role = roles::find(words, sentence, start, tokens).map(|role| words.span(&role));
    }
    mention
}
