//! The dateline that a paragraph may begin with: "LEEDS, 4 June 2023 (Wire) – ".
//! Its capitals are typography, and behind its dash a sentence begins.

use std::ops::Range;

use onrecord_core::layers::{Case, Label, TokenKind};

use crate::layout::class;
use crate::words::Words;

/// A dateline has no more tokens.
const LONGEST: usize = 24;

/// A place of a dateline has no more words.
const LONGEST_PLACE: usize = 4;

/// Agencies that are not written in capitals.
const AGENCIES: [&str; 7] = [
    "Bloomberg",
    "Reuters",
    "Thomson",
    "Wire",
    "Xinhua",
    "dpa",
    "newswire",
];

/// Names before the dash of a dateline.
#[derive(Debug)]
pub(crate) struct Dateline {
    /// The names with their labels, in order.
    pub(crate) names: Vec<(Range<usize>, Label)>,
    /// All of it, with the dash.
    pub(crate) tokens: Range<usize>,
}

/// The dateline that the first sentence of a paragraph begins with.
pub(crate) fn find(words: &Words<'_>, sentence: Range<usize>) -> Option<Dateline> {
    let limit = sentence.end.min(sentence.start + LONGEST);
    let dash = (sentence.start + 1..limit).find(|at| is_dash(words, *at))?;
    let mut names = Vec::new();
    let mut dated = false;
    let mut agency = false;
    let mut at = sentence.start;
    while at < dash {
        if words.str(at) == "(" {
            let close = (at + 1..dash).find(|at| words.str(*at) == ")")?;
            agency |= is_agency(words, at + 1..close);
            names.push((at + 1..close, Label::Org));
            at = close + 1;
        } else if is_date(words, at) {
            dated = true;
            at += 1;
        } else if matches!(words.str(at), "," | "/") {
            at += 1;
        } else {
            let end = place_end(words, at, dash)?;
            names.push((at..end, Label::Gpe));
            at = end;
        }
    }
    let (first, label) = names.first()?.clone();
    let places = names
        .iter()
        .filter(|(_, label)| *label == Label::Gpe)
        .count();
    let closed = names
        .iter()
        .filter(|(_, label)| *label == Label::Org)
        .count();
    let listed = words
        .longest(first.start, first.end, PLACES)
        .is_some_and(|(end, _)| end == first.end);
    let shouted = first.clone().all(|at| words.case(at) == Case::Upper) && !is_body(words, &first);
    let evidence = agency || shouted && (listed || dated || places > 1);
    let sound = label == Label::Gpe && (listed || shouted) && (closed == 0 || agency);
    (evidence && sound).then_some(Dateline {
        names,
        tokens: sentence.start..dash + 1,
    })
}

/// What the first place of a dateline may be on a list as.
const PLACES: u32 = class::COUNTRY | class::STATE | class::CITY | class::PLACE | class::REGION;

/// A dash with space around it; bracketed agencies may have none before it.
fn is_dash(words: &Words<'_>, at: usize) -> bool {
    let loose = !words.glued(at) || matches!(words.str(at - 1), ")" | "-");
    matches!(words.str(at), "-" | "–" | "—") && loose && words.str(at + 1) != "-"
}

fn is_date(words: &Words<'_>, at: usize) -> bool {
    matches!(words.kind(at), Some(TokenKind::Number | TokenKind::Stop))
        || words.classes(at).any(class::CALENDAR)
        || words.str(at) == "-" && words.str(at + 1) == "-"
}

fn is_agency(words: &Words<'_>, name: Range<usize>) -> bool {
    !name.is_empty()
        && name.len() <= LONGEST_PLACE
        && name.clone().all(|at| {
            let own = words.case(at) == Case::Upper || words.classes(at).any(class::BODY);
            own || words.is_one_of(at, &AGENCIES)
        })
}

fn is_body(words: &Words<'_>, name: &Range<usize>) -> bool {
    name.clone().any(|at| {
        words.acronym(at).is_some()
            || words.classes(at).any(class::BODY | class::FUNCTION) && !words.classes(at).is_place()
    })
}

/// Where the words of a place end: capitalised ones, "of" and the like between.
fn place_end(words: &Words<'_>, from: usize, limit: usize) -> Option<usize> {
    let capital =
        |at: usize| words.kind(at) == Some(TokenKind::Word) && words.case(at).starts_upper();
    let inside =
        |at: usize| capital(at) || words.is_one_of(at, &["of", "de", "upon"]) && capital(at + 1);
    let end = (from..limit).find(|at| !inside(*at)).unwrap_or(limit);
    (end > from && end - from <= LONGEST_PLACE && capital(from)).then_some(end)
}
