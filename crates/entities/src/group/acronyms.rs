//! Acronyms and the names they are short for.

use std::ops::Range;

use onrecord_core::layers::{Case, TokenKind};

use crate::gazetteer;
use crate::layout::{EMPTY, extend, word_hash};
use crate::words::Words;

/// Whether a name is one word that looks like letters: `IOPC`, `TfL`.
pub(super) fn is_acronym(words: &Words<'_>, tokens: &Range<usize>) -> bool {
    let word = words.str(tokens.start);
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    tokens.len() == 1
        && matches!(
            words.case(tokens.start),
            Case::Upper | Case::Camel | Case::Mixed
        )
        && capitals >= 2
        && word.chars().count() <= 9
}

/// Hashes of what a name may be shortened to: the initials of its capitalised
/// words, and of all its words.
pub(super) fn shortened(words: &Words<'_>, tokens: &Range<usize>) -> [Option<u64>; 2] {
    let spelled = |at: &usize| words.kind(*at) == Some(TokenKind::Word);
    let initials = |all: bool| {
        let letters: String = tokens
            .clone()
            .filter(spelled)
            .filter(|at| all || words.capitalised(*at))
            .filter_map(|at| words.str(at).chars().next())
            .collect();
        (letters.chars().count() > 1).then(|| extend(EMPTY, word_hash(&letters)))
    };
    [initials(false), initials(true)]
}

/// Phrase hashes of the long forms that the list of acronyms knows.
pub(super) fn known_long_forms(words: &Words<'_>, at: usize) -> impl Iterator<Item = u64> {
    let plain: String = words.str(at).chars().filter(|c| *c != '.').collect();
    gazetteer::acronyms(extend(EMPTY, words.hash(at)))
        .filter(move |acronym| acronym.letters == plain)
        .map(|acronym| acronym.long)
}

/// Whether the letters of an acronym occur in a name in their order.
pub(super) fn spells(words: &Words<'_>, acronym: usize, name: &Range<usize>) -> bool {
    let long = words.text().slice(words.span(name)).to_lowercase();
    let mut letters = long.chars();
    words
        .str(acronym)
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .all(|letter| letters.any(|c| c == letter))
}
