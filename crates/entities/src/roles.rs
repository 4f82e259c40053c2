//! Roles: what a person is said to be beside the name. "Ann Hope, director of
//! the trust, said", "The council’s leader, Ann Hope", "Ann Hope is the sergeant in …".

use std::ops::Range;

use onrecord_core::layers::{Case, TokenKind};

use crate::layout::class;
use crate::words::Words;

/// A role is not longer.
const LONGEST: usize = 20;

/// How far into a role its noun may be: "senior child protection officer".
const NOUN_WINDOW: usize = 7;

/// Nouns for relatives, which somebody else’s description may follow.
const KIN: [&str; 24] = [
    "aunt",
    "brother",
    "child",
    "children",
    "cousin",
    "daughter",
    "daughters",
    "father",
    "friend",
    "grandson",
    "granddaughter",
    "husband",
    "mother",
    "nephew",
    "niece",
    "parents",
    "partner",
    "sister",
    "son",
    "sons",
    "uncle",
    "widow",
    "widower",
    "wife",
];

/// The role of the person named at `name`, whose title begins at `start`.
pub(crate) fn find(
    words: &Words<'_>,
    sentence: &Range<usize>,
    start: usize,
    name: &Range<usize>,
) -> Option<Range<usize>> {
    after(words, sentence, name.end)
        .or_else(|| before(words, sentence, start, name.end))
        .or_else(|| copula(words, sentence, name.end))
}

fn after(words: &Words<'_>, sentence: &Range<usize>, comma: usize) -> Option<Range<usize>> {
    if comma >= sentence.end || words.str(comma) != "," {
        return None;
    }
    let mut from = comma + 1;
    // An age comes first: "Ann Hope, 42, a teacher".
    if words.kind(from) == Some(TokenKind::Number) && words.str(from + 1) == "," {
        from += 2;
    }
    phrase(words, from, sentence.end)
}

/// An apposition ends before the comma in front of the name.
fn before(
    words: &Words<'_>,
    sentence: &Range<usize>,
    start: usize,
    name_end: usize,
) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|at| *at > sentence.start)?;
    let closed = name_end >= sentence.end
        || matches!(words.str(name_end), "," | ":" | ".")
        || words.classes(name_end).any(class::CUE);
    if words.str(comma) != "," || !closed {
        return None;
    }
    let earliest = sentence.start.max(comma.saturating_sub(LONGEST));
    let from = (earliest..comma).rev().find(|at| is_boundary(words, *at));
    let from = match from {
        Some(at) if words.str(at) == "," || words.kind(at) == Some(TokenKind::Mark) => at + 1,
        None if earliest == sentence.start => earliest,
        _ => return None,
    };
    let from = innermost(words, from..comma)?;
    phrase(words, from, comma).filter(|role| role.end == comma)
}

/// In "the daughter of a vicar, Canon John Hope," the name is the vicar’s: gives
/// where the last such description begins. "The mother of the girl, Ann Hope," may
/// be read either way and "the wife of Tom Hale, Ann" not here: no role then.
fn innermost(words: &Words<'_>, description: Range<usize>) -> Option<usize> {
    let kin = |at: usize| words.is_one_of(at, &KIN) && words.is(at + 1, "of");
    let Some(of) = description.clone().rev().find(|at| kin(*at)) else {
        return Some(description.start);
    };
    match words.str(of + 2) {
        "a" | "an" => Some(of + 2),
        _ if words.kind(of + 2) == Some(TokenKind::Number) => Some(description.start),
        _ if words.case(of + 2) == Case::Lower && !words.is(of + 2, "the") => {
            Some(description.start)
        }
        _ => None,
    }
}

/// "… is the sergeant in one of those teams".
fn copula(words: &Words<'_>, sentence: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let is = verb + 1 < sentence.end && words.is_one_of(verb, &["is", "was", "became"]);
    let article = words.is_one_of(verb + 1, &["the", "a", "an"]);
    if is && article {
        phrase(words, verb + 1, sentence.end)
    } else {
        None
    }
}

/// A noun phrase around a noun of role that begins at `from`, without its article.
fn phrase(words: &Words<'_>, from: usize, limit: usize) -> Option<Range<usize>> {
    let from = from + usize::from(words.is_one_of(from, &["the", "a", "an"]));
    let limit = limit.min(from + LONGEST);
    let noun = (from..limit.min(from + NOUN_WINDOW))
        .take_while(|at| !is_boundary(words, *at))
        .find_map(|at| words.longest(at, limit, class::ROLE | class::TITLE))?
        .0;
    let modifiers = from..noun;
    let clean = modifiers.clone().all(|at| {
        !words.classes(at).any(class::FUNCTION)
            || words.capitalised(at)
            || words.is_one_of(
                at,
                &["former", "of", "and", "own", "first", "second", "then"],
            )
    });
    if !clean {
        return None;
    }
    // "…, Dr Smith" and "…, leader Ann Hope": a title with a name is somebody else.
    let next = words.classes(noun);
    let named = noun < limit
        && words.capitalised(noun)
        && (next.any(class::GIVEN | class::SURNAME) || !next.listed());
    let first = words.classes(from);
    let name = words.capitalised(from) && first.any(class::GIVEN) && !first.any(class::TITLE);
    if named || name || words.is(from, "and") {
        return None;
    }
    let mut end = (noun..limit)
        .find(|at| is_boundary(words, *at))
        .unwrap_or(limit);
    while end > noun
        && words.case(end - 1) == Case::Lower
        && words.classes(end - 1).any(class::FUNCTION)
    {
        end -= 1;
    }
    Some(from..end)
}

fn is_boundary(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(TokenKind::Stop) => true,
        Some(TokenKind::Mark) => !words.glued(at),
        Some(TokenKind::Punctuation) => words.str(at) != "/",
        Some(TokenKind::Word) => {
            words.case(at) == Case::Lower
                && (words.classes(at).any(class::CUE)
                    || words.classes(at).any(class::FUNCTION | class::COMMON)
                        && words.is_one_of(
                            at,
                            &[
                                "who", "which", "that", "is", "was", "are", "were", "has", "had",
                                "have", "will", "would", "can", "could", "did", "does", "when",
                                "where", "after", "before", "because", "but", "while", "as",
                            ],
                        ))
        }
        _ => false,
    }
}
