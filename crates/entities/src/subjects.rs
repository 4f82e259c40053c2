//! Letters that stand for a subject rather than a name: the document spells
//! "obstructive sleep apnoea" small, so `OSA` is no body.

use std::collections::HashSet;

use onrecord_core::layers::{Case, TokenKind};

use crate::candidates::{Candidate, Form};
use crate::layout::class;
use crate::words::Words;

/// Letters are packed into a `u64`, so no more than this many count.
const LONGEST: usize = 6;

/// The initialisms of a document that name nobody.
#[derive(Debug, Default)]
pub(crate) struct Subjects(HashSet<u64>);

impl Subjects {
    /// Looks for the words behind every initialism among the candidates.
    pub(crate) fn find(words: &Words<'_>, candidates: &[Candidate]) -> Self {
        let asked: HashSet<u64> = candidates
            .iter()
            .filter(|candidate| is_initialism(words, candidate))
            .filter_map(|candidate| packed(words.str(candidate.tokens.start)))
            .collect();
        let mut subjects = Self::default();
        if asked.is_empty() {
            return subjects;
        }
        for sentence in words.sentences() {
            for start in sentence.clone() {
                let mut letters = 0;
                let end = sentence.end.min(start + LONGEST);
                for at in (start..end).take_while(|at| is_subject_word(words, *at, start)) {
                    letters = letters << 8 | initial(words, at);
                    if at > start && asked.contains(&letters) {
                        subjects.0.insert(letters);
                    }
                }
            }
        }
        subjects
    }

    /// Whether a candidate is letters that stand for a subject.
    pub(crate) fn hold(&self, words: &Words<'_>, candidate: &Candidate) -> bool {
        is_initialism(words, candidate)
            && packed(words.str(candidate.tokens.start)).is_some_and(|key| self.0.contains(&key))
    }
}

fn is_initialism(words: &Words<'_>, candidate: &Candidate) -> bool {
    let at = candidate.tokens.start;
    candidate.form == Form::Other && candidate.tokens.len() == 1 && words.case(at) == Case::Upper
}

/// All small, or all capitalised words of the language: "Child Poverty Action".
fn is_subject_word(words: &Words<'_>, at: usize, first: usize) -> bool {
    if words.kind(at) != Some(TokenKind::Word) {
        return false;
    }
    let small = words.case(at) == Case::Lower;
    if words.classes(at).any(class::FUNCTION) {
        return false;
    }
    let classes = words.classes(at);
    let plain = classes.any(class::COMMON) && !classes.any(class::HEAD | class::PEOPLE);
    (words.case(first) == Case::Lower) == small && (small || plain)
}

fn initial(words: &Words<'_>, at: usize) -> u64 {
    let first = words.str(at).bytes().next().unwrap_or_default();
    u64::from(first.to_ascii_lowercase())
}

fn packed(letters: &str) -> Option<u64> {
    let plain = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    (plain && (3..=LONGEST).contains(&letters.len())).then(|| {
        letters.bytes().fold(0, |key, byte| {
            key << 8 | u64::from(byte.to_ascii_lowercase())
        })
    })
}
