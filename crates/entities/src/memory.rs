//! What the clear mentions of a document say of its unclear ones: a bare
//! surname is the person's who has been named in full.

use std::ops::Range;

use onrecord_core::layers::Label;

use crate::candidates::{Candidate, Form};
use crate::layout::{EMPTY, class, extend};
use crate::titles;
use crate::words::{HashedMap, Words};

/// How many labels names have.
const LABELS: usize = 10;

/// Labels of names and their parts, by phrase hash.
#[derive(Debug, Default)]
pub(crate) struct Memory(HashedMap<[u8; LABELS]>);

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

    /// The acronym in brackets after a name.
    fn keep_letters(&mut self, words: &Words<'_>, end: usize, label: Label) {
        if words.str(end) == "(" && words.str(end + 2) == ")" && words.capitalised(end + 1) {
            self.add(words.phrase(end + 1..end + 2), label, 3);
        }
    }

    fn add(&mut self, hash: u64, label: Label, weight: u8) {
        if let Some(count) = self.0.entry(hash).or_default().get_mut(label as usize) {
            *count = count.saturating_add(weight);
        }
    }

    /// The label that the document mostly gives these words.
    pub(crate) fn label(&self, words: &Words<'_>, tokens: &Range<usize>) -> Option<Label> {
        let counts = self.0.get(&words.phrase(tokens.clone()))?;
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
