//! How much a term, and a sentence, tells of what the article is about.
//!
//! A term's weight stands for the chance that a person's summary has it, as in
//! "concept coverage" (Gillick & Favre 2009) and RegSum (Hong & Nenkova 2014):
//! it grows with the number of sentences that have the term, with how early it
//! comes, with the headline, and with names.

use onrecord_core::layers::{Entities, Label, Mentions};

use crate::story::{Layers, Story, TermUse};

/// Weights are in thousandths.
const FULL: u32 = 1_000;

/// By the number of sentences with the term, from 1 up; the last for more.
const SPREAD: [u32; 8] = [20, 110, 200, 320, 450, 550, 600, 650];

/// Added by the first sentence with the term, from 0; nothing after the last.
const EARLY: [u32; 10] = [300, 280, 170, 120, 110, 90, 60, 60, 60, 60];

/// Added for a term of the headline.
const HEADLINE: u32 = 350;

/// Added for a term that is mostly written with a capital inside sentences.
const NAME: u32 = 30;

/// In a long text, a term in more than one sentence of this many is dropped:
/// it tells no sentence from another.
const TOO_COMMON: u32 = 8;

/// A text of fewer sentences drops no term.
const LONG: usize = 200;

/// The weight of each term, in thousandths.
pub(crate) fn term_weights(story: &Story<'_>) -> Vec<u32> {
    let sentences = story.sentences.len();
    let too_common = |note: &TermUse| {
        sentences >= LONG && note.sentences as usize * TOO_COMMON as usize > sentences
    };
    let weight = |note: &TermUse| {
        if note.sentences == 0 || too_common(note) {
            return 0;
        }
        let spread = SPREAD[(note.sentences as usize - 1).min(SPREAD.len() - 1)];
        let early = EARLY.get(note.first as usize).copied().unwrap_or_default();
        let headline = if note.headline { HEADLINE } else { 0 };
        let name = if note.capitals * 2 > note.count {
            NAME
        } else {
            0
        };
        (spread + early + headline + name).min(FULL)
    };
    story.uses.iter().map(weight).collect()
}

/// Raises the terms of the people, bodies and places the article names most.
pub(crate) fn raise_entities(weights: &mut [u32], layers: &Layers<'_>, story: &Story<'_>) {
    let (Some(mentions), Some(entities)) = (layers.mentions, layers.entities) else {
        return;
    };
    let mut raised = vec![0; weights.len()];
    for sentence in &story.sentences {
        for index in mentions.within(sentence.span) {
            let bonus = salience(mentions, entities, index);
            let tokens = layers.tokens.within(mentions.items[index].span);
            for term in tokens.filter_map(|at| story.term_at(at)) {
                let best: &mut u32 = &mut raised[term as usize];
                *best = bonus.max(*best);
            }
        }
    }
    for (weight, bonus) in weights.iter_mut().zip(raised) {
        if *weight > 0 {
            *weight = (*weight + bonus).min(FULL);
        }
    }
}

fn salience(mentions: &Mentions, entities: &Entities, index: usize) -> u32 {
    let mention = &mentions.items[index];
    let Some(entity) = mention.entity.filter(|_| mention.label != Label::Norp) else {
        return 0;
    };
    let times = entities.get(entity).mentions.len() as u32;
    (times * 15).min(90)
}

/// What a sentence is worth for its place alone, in the unit of the sum of its
/// term weights.
pub(crate) fn position_prior(number: usize, opens_paragraph: bool) -> u32 {
    const LEAD: [u32; 6] = [1_200, 450, 350, 200, 150, 100];
    let lead = LEAD.get(number).copied().unwrap_or_default();
    lead + if opens_paragraph { 80 } else { 0 }
}
