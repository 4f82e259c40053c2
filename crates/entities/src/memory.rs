//! What the clear mentions of a document say of its unclear ones: a bare
//! surname is the person's who has been named in full.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use onrecord_core::layers::Label;

use crate::candidates::{Candidate, Form};
use crate::layout::{EMPTY, class, extend};
use crate::titles;
use crate::words::{HashedMap, Mixed, Words};

/// How many labels names have.
const LABELS: usize = 10;

/// What a document says of the phrase of a hash.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    labels: HashedMap<[u8; LABELS]>,
    /// Phrases that something is "in" or "near".
    places: HashSet<u64, BuildHasherDefault<Mixed>>,
}

impl Memory {
    /// Keeps a clear mention, and the parts of it that may stand for it.
    pub(crate) fn keep(&mut self, words: &Words<'_>, candidate: &Candidate, label: Label) {
        let tokens = candidate.tokens.clone();
        self.add(words.phrase(tokens.clone()), label, 2);
        let last = (tokens.clone().rev())
            .find(|at| words.capitalised(*at) && !titles::is_generation(words, *at));
        let Some(last) = last else { return };
        let single = |at: usize| extend(EMPTY, words.hash(at));
        match label {
            Label::Person => {
                self.add(single(last), label, 2);
                self.add(single(tokens.start), label, 1);
                if last > tokens.start + 1 && titles::is_particle(words, last - 1) {
                    self.add(words.phrase(last - 1..last + 1), label, 2);
                }
            }
            Label::Event if matches!(candidate.form, Form::Opened(_)) => {
                self.add(single(last), label, 2);
            }
            Label::Org => {
                let first = words.classes(tokens.start);
                if tokens.len() > 1 && !first.listed() {
                    self.add(single(tokens.start), label, 1);
                }
                // "the Commission" after a commission has been named in full.
                let head = [tokens.start, last].into_iter().find(|at| {
                    words.classes(*at).any(class::HEAD)
                        && !words.is_one_of(*at, &["police", "court"])
                });
                if let (Form::Headed(_), Some(head)) = (candidate.form, head) {
                    self.add(single(head), label, 1);
                }
                self.keep_letters(words, tokens.end, label);
            }
            _ => self.keep_letters(words, tokens.end, label),
        }
    }

    /// The acronym in brackets after a name; in a dateline it is the agency’s.
    fn keep_letters(&mut self, words: &Words<'_>, end: usize, label: Label) {
        if words.dateline(end).is_some() {
            return;
        }
        if words.str(end) == "(" && words.str(end + 2) == ")" && words.capitalised(end + 1) {
            self.add(words.phrase(end + 1..end + 2), label, 3);
        }
    }

    /// Keeps that a candidate is spoken of as a place.
    pub(crate) fn keep_place(&mut self, words: &Words<'_>, candidate: &Candidate) {
        self.places.insert(words.phrase(candidate.tokens.clone()));
    }

    fn add(&mut self, hash: u64, label: Label, weight: u8) {
        if let Some(count) = self.labels.entry(hash).or_default().get_mut(label as usize) {
            *count = count.saturating_add(weight);
        }
    }

    /// The label that the document mostly gives these words.
    pub(crate) fn label(&self, words: &Words<'_>, tokens: &Range<usize>) -> Option<Label> {
        let phrase = words.phrase(tokens.clone());
        let counts = self.labels.get(&phrase)?;
        // "Jordan" where Jordan Hope is spoken of, and nobody is in Jordan.
        let namesake = tokens.len() == 1
            && words.classes(tokens.start).any(class::GIVEN)
            && words.classes(tokens.start).is_place();
        if namesake && counts[Label::Person as usize] > 0 && !self.places.contains(&phrase) {
            return Some(Label::Person);
        }
        if tokens.len() == 1
            && words
                .classes(tokens.start)
                .any(class::COUNTRY | class::FUNCTION)
        {
            return None;
        }
        let (best, count) =
            (counts.iter().enumerate()).max_by_key(|(index, count)| (**count, LABELS - index))?;
        (*count > 0).then(|| LABEL_ORDER[best])
    }
}

/// The labels of names in the order of their discriminants.
pub(crate) const LABEL_ORDER: [Label; LABELS] = [
    Label::Person,
    Label::Org,
    Label::Gpe,
    Label::Loc,
    Label::Fac,
    Label::Norp,
    Label::Event,
    Label::Work,
    Label::Law,
    Label::Product,
];
