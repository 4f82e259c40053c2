//! What the article is about, in phrases: names, and runs of content words
//! that read as a noun phrase.
//!
//! Without a part-of-speech tagger, what is no noun phrase is kept out by form:
//! no stop word or mark inside, no verb, adverb or bare adjective at the end.

use std::collections::HashMap;
use std::ops::Range;

use onrecord_core::layers::{Case, Keyphrase, Keyphrases, Mentions, TokenKind};
use onrecord_core::{Budget, ProcessError, Span};

use crate::nouns::Part;
use crate::story::{Layers, Story};
use crate::terms::TermId;

/// Words in a phrase at most.
const LONGEST: usize = 4;

/// Worth of a phrase of this many words against the sum of its words' weights,
/// in hundredths.
const BY_LENGTH: [u64; LONGEST] = [100, 100, 85, 70];

/// The same by the number of times it comes.
const BY_COUNT: [u64; 5] = [30, 75, 95, 105, 110];

/// The same for a name.
const BY_NAME: u64 = 120;

/// How many phrases may share a word.
const SHARING: usize = 2;

/// A phrase with the stems it is known by.
struct Candidate {
    /// Its stems in order.
    terms: Vec<TermId>,
    /// First occurrence.
    span: Span,
    count: usize,
    is_name: bool,
}

/// Finds the phrases of a story: at most `most`, the best first.
pub(crate) fn keyphrases(
    layers: &Layers<'_>,
    story: &Story<'_>,
    weights: &[u32],
    most: u32,
    budget: &Budget,
) -> Result<Keyphrases, ProcessError> {
    let mut candidates = names(layers, story, budget)?;
    let mut phrases = Phrases::default();
    for sentence in &story.sentences {
        budget.spend(sentence.tokens.len() as u64 * LONGEST as u64 / 2)?;
        phrases.read(layers, story, sentence.tokens.clone());
    }
    candidates.append(&mut phrases.found);
    let mut ranked: Vec<(u64, Candidate)> = candidates
        .into_iter()
        .map(|candidate| (worth(&candidate, weights), candidate))
        .filter(|(worth, _)| *worth > 0)
        .collect();
    ranked.sort_by(|(a, one), (b, other)| b.cmp(a).then(one.span.cmp(&other.span)));
    let chosen = choose(
        ranked.into_iter().map(|(_, candidate)| candidate),
        most as usize,
    );
    let items = chosen
        .into_iter()
        .zip(1..)
        .map(|(candidate, rank)| Keyphrase {
            text: layers.text.slice(candidate.span).to_owned(),
            span: candidate.span,
            rank,
        });
    Ok(Keyphrases {
        items: items.collect(),
    })
}

/// The best that neither repeat nor contain one another.
fn choose(ranked: impl Iterator<Item = Candidate>, most: usize) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut uses: HashMap<TermId, usize> = HashMap::new();
    for candidate in ranked {
        if chosen.len() == most {
            break;
        }
        let worn = |term: &TermId| uses.get(term).is_some_and(|uses| *uses >= SHARING);
        if candidate.terms.iter().any(worn) || chosen.iter().any(|one| alike(one, &candidate)) {
            continue;
        }
        for term in &candidate.terms {
            *uses.entry(*term).or_default() += 1;
        }
        chosen.push(candidate);
    }
    chosen
}

/// Whether two phrases share two thirds of the shorter one's words.
fn alike(one: &Candidate, other: &Candidate) -> bool {
    let shared = one.terms.iter().filter(|term| other.terms.contains(term));
    shared.count() * 3 >= one.terms.len().min(other.terms.len()) * 2
}

fn worth(candidate: &Candidate, weights: &[u32]) -> u64 {
    let length = candidate.terms.len();
    let (Some(by_length), Some(last)) = (
        BY_LENGTH.get(length.saturating_sub(1).min(LONGEST - 1)),
        candidate.count.checked_sub(1),
    ) else {
        return 0;
    };
    // A word by itself has to come back to be a subject.
    if length == 1 && last < 2 && !candidate.is_name {
        return 0;
    }
    let terms = candidate.terms.iter();
    let mass: u64 = terms.map(|term| u64::from(weights[*term as usize])).sum();
    // A long name is no better than one of the longest phrases.
    let mass = mass * LONGEST.min(length) as u64 / length.max(1) as u64;
    let by_name = if candidate.is_name { BY_NAME } else { 100 };
    mass * by_length * BY_COUNT[last.min(BY_COUNT.len() - 1)] * by_name
}

/// One candidate for each entity that the story names.
fn names(
    layers: &Layers<'_>,
    story: &Story<'_>,
    budget: &Budget,
) -> Result<Vec<Candidate>, ProcessError> {
    let (Some(mentions), Some(entities)) = (layers.mentions, layers.entities) else {
        return Ok(Vec::new());
    };
    let mut first: Vec<Option<(Span, bool)>> = vec![None; entities.items.len()];
    let mut counts = vec![0; entities.items.len()];
    for sentence in &story.sentences {
        let inside = mentions.within(sentence.span);
        budget.spend(inside.len() as u64)?;
        for mention in &mentions.items[inside] {
            let Some(entity) = mention.entity else {
                continue;
            };
            counts[entity.index()] += 1;
            let in_full = layers.text.slice(mention.span) == entities.get(entity).name;
            let known = &mut first[entity.index()];
            if known.is_none_or(|(_, full)| in_full && !full) {
                *known = Some((mention.span, in_full));
            }
        }
    }
    let candidates = first.into_iter().zip(counts).filter_map(|(first, count)| {
        let (span, _) = first?;
        let tokens = layers.tokens.within(span);
        let terms: Vec<TermId> = tokens.filter_map(|at| story.term_at(at)).collect();
        (!terms.is_empty()).then_some(Candidate {
            terms,
            span,
            count,
            is_name: true,
        })
    });
    Ok(candidates.collect())
}

/// Runs of content words, counted by their stems.
#[derive(Default)]
struct Phrases {
    found: Vec<Candidate>,
    by_terms: HashMap<[TermId; LONGEST], usize>,
}

impl Phrases {
    fn read(&mut self, layers: &Layers<'_>, story: &Story<'_>, tokens: Range<usize>) {
        let mut run: Vec<(usize, TermId, Part)> = Vec::new();
        let start = tokens.start;
        let words = story.words_at(tokens.clone());
        for at in tokens {
            let token = &layers.tokens.items[at];
            let word = words
                .get(at - start)
                .filter(|_| token.kind == TokenKind::Word);
            let term = word.and_then(|word| word.term);
            match (term, word) {
                (Some(term), Some(word)) if !is_named(layers.mentions, token.span) => {
                    // Of an acronym the form tells nothing.
                    let acronym = token.case == Case::Upper && token.span.len() <= 5;
                    let part = if acronym { Part::Noun } else { word.part };
                    run.push((at, term, part));
                }
                _ => self.end_run(layers, &mut run),
            }
        }
        self.end_run(layers, &mut run);
    }

    fn end_run(&mut self, layers: &Layers<'_>, run: &mut Vec<(usize, TermId, Part)>) {
        for start in 0..run.len() {
            if !run[start].2.may_begin() {
                continue;
            }
            for (i, (_, _, part)) in run[start..].iter().take(LONGEST).enumerate() {
                if *part == Part::Verb || (i > 0 && *part == Part::Generic && i + 1 == LONGEST) {
                    break;
                }
                if part.may_end() && (i > 0 || *part == Part::Noun) {
                    self.count(layers, &run[start..=start + i]);
                }
            }
        }
        run.clear();
    }

    fn count(&mut self, layers: &Layers<'_>, words: &[(usize, TermId, Part)]) {
        let mut key = [TermId::MAX; LONGEST];
        for (slot, (_, term, _)) in key.iter_mut().zip(words) {
            *slot = *term;
        }
        if let Some(index) = self.by_terms.get(&key) {
            self.found[*index].count += 1;
            return;
        }
        let [(first, ..), ..] = words else { return };
        let last = first + words.len() - 1;
        let tokens = &layers.tokens.items;
        self.by_terms.insert(key, self.found.len());
        self.found.push(Candidate {
            terms: words.iter().map(|(_, term, _)| *term).collect(),
            span: tokens[*first].span.cover(tokens[last].span),
            count: 1,
            is_name: false,
        });
    }
}

/// Whether a mention of any kind, dates and amounts too, covers a token.
fn is_named(mentions: Option<&Mentions>, span: Span) -> bool {
    let Some(mentions) = mentions else {
        return false;
    };
    let after = mentions
        .items
        .partition_point(|mention| mention.span.start <= span.start);
    let mention = after.checked_sub(1).map(|index| &mentions.items[index]);
    mention.is_some_and(|mention| mention.with_title().overlaps(span))
}
