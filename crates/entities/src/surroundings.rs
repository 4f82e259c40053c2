//! What says that a capitalised sequence is the name of a body: its last word,
//! and the words that stand around it.

use std::ops::Range;

use onrecord_core::layers::{Case, TokenKind};

use crate::layout::class;
use crate::words::{Capital, Words};

/// How far into an apposition its noun may be: ", the local housing charity".
const NOUN_WINDOW: usize = 5;

/// Parties as brackets behind a member’s name give them.
const PARTIES: [&str; 20] = [
    "Alliance",
    "Con",
    "Conservative",
    "D",
    "Democrat",
    "DUP",
    "Green",
    "Ind",
    "Independent",
    "Lab",
    "Labour",
    "LD",
    "Plaid",
    "R",
    "Reform",
    "Republican",
    "SDLP",
    "SNP",
    "TUV",
    "UUP",
];

/// Nouns for bodies, as an apposition calls them.
const BODIES: [&str; 49] = [
    "agency",
    "airline",
    "association",
    "band",
    "bank",
    "brewer",
    "broadcaster",
    "chain",
    "charity",
    "choir",
    "club",
    "co-operative",
    "collective",
    "company",
    "consultancy",
    "contractor",
    "cooperative",
    "developer",
    "duo",
    "firm",
    "foundation",
    "group",
    "insurer",
    "journal",
    "league",
    "lender",
    "magazine",
    "network",
    "newspaper",
    "non-profit",
    "nonprofit",
    "operator",
    "orchestra",
    "organisation",
    "organization",
    "party",
    "provider",
    "publisher",
    "quango",
    "regulator",
    "retailer",
    "start-up",
    "startup",
    "supplier",
    "think-tank",
    "thinktank",
    "trust",
    "union",
    "watchdog",
];

/// Whether the last word is a plural, or the region of a branch, as in names
/// of firms and clubs; persons have a given name first.
pub(crate) fn closes_like_a_body(words: &Words<'_>, tokens: &Range<usize>) -> bool {
    let (first, last) = (words.classes(tokens.start), words.classes(tokens.end - 1));
    let word = words.str(tokens.end - 1);
    if words.capital(tokens.end - 1) != Capital::Strong || first.any(class::PEOPLE) {
        return false;
    }
    let given = first.any(class::GIVEN) && !first.any(class::HEAD | class::COMMON);
    // "Human Rights" is a subject.
    let named = tokens
        .clone()
        .any(|at| words.capitalised(at) && !words.classes(at).any(class::COMMON));
    let common = named && last.any(class::COMMON) && word.ends_with('s') && !word.ends_with("ss");
    let agents = ["ers", "ies", "ings"].iter().any(|end| word.ends_with(end)) && word.len() > 5;
    let region = matches!(
        word,
        "North" | "South" | "Midlands" | "International" | "UK"
    );
    !last.any(class::SURNAME | class::GIVEN) && (common || agents && !last.listed() && !given)
        || region && !given && !first.any(class::SURNAME)
}

/// Whether it is called a body directly before or after: "the charity X",
/// "X, the charity that …".
pub(crate) fn is_called_a_body(
    words: &Words<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> bool {
    let before = tokens
        .start
        .checked_sub(1)
        .filter(|at| *at >= sentence.start);
    if before.is_some_and(|at| is_body(words, at)) {
        return true;
    }
    let article = tokens.end + 1;
    if words.str(tokens.end) != "," || !words.is_one_of(article, &["the", "a", "an"]) {
        return false;
    }
    let limit = sentence.end.min(article + 1 + NOUN_WINDOW);
    let ends = |at: usize| {
        at >= sentence.end
            || words.kind(at) != Some(TokenKind::Word) && words.kind(at) != Some(TokenKind::Clitic)
            || words.classes(at).any(class::FUNCTION | class::CUE)
    };
    (article + 1..limit)
        .take_while(|at| !words.classes(*at).any(class::FUNCTION) && words.str(*at) != ",")
        .any(|at| is_body(words, at) && ends(at + 1))
}

fn is_body(words: &Words<'_>, at: usize) -> bool {
    words.case(at) == Case::Lower && BODIES.contains(&words.str(at))
}

/// Whether it is the department in a role: "director of Adult Services",
/// "Director of Children’s Services".
pub(crate) fn is_department(
    words: &Words<'_>,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> bool {
    let nouns = ["Services", "Service", "Operations", "Resources", "Affairs"];
    let plain = |at: usize| words.classes(at).any(class::COMMON);
    if !nouns.contains(&words.str(tokens.end - 1)) || !tokens.clone().all(plain) {
        return false;
    }
    let mut start = tokens.start;
    if start > sentence.start + 1 && words.kind(start - 1) == Some(TokenKind::Clitic) {
        start -= 2;
    }
    start > sentence.start + 1
        && words.is_one_of(start - 1, &["of", "for"])
        && words.classes(start - 2).any(class::ROLE | class::TITLE)
}

/// Whether somebody speaks for it or leads it: "on behalf of X",
/// "spokeswoman for X", "chief executive of X".
pub(crate) fn is_spoken_for(words: &Words<'_>, sentence: &Range<usize>, start: usize) -> bool {
    let the = start > sentence.start && words.is(start - 1, "the");
    let Some(of) = (start - usize::from(the)).checked_sub(1) else {
        return false;
    };
    if of < sentence.start + 1 {
        return false;
    }
    let speakers = [
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokespeople",
        "spokesmen",
        "manager",
        "director",
        "lawyer",
    ];
    let leaders = [
        "behalf",
        "executive",
        "founder",
        "co-founder",
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "president",
        "treasurer",
        "secretary",
        "trustee",
    ];
    words.is(of, "for") && words.is_one_of(of - 1, &speakers)
        || words.is(of, "of") && words.is_one_of(of - 1, &leaders)
}

/// Whether a party shares the brackets with a name and nothing else:
/// "(Lab, Leeds South)", "(Leeds South, Lab)".
pub(crate) fn is_seat(words: &Words<'_>, sentence: &Range<usize>, name: &Range<usize>) -> bool {
    let party = |from: usize, to: usize| {
        let (from, to) = (from.max(sentence.start), to.min(sentence.end));
        let two = to == from + 2 && words.is(from, "Lib") && words.is(from + 1, "Dem");
        two || to == from + 1 && words.is_one_of(from, &PARTIES)
    };
    let opens = |at: usize| words.str(at) == "(";
    let before = (2..=3).any(|back| {
        name.start > back
            && opens(name.start - back - 1)
            && words.str(name.start - 1) == ","
            && party(name.start - back, name.start - 1)
    });
    let after = name.start > 0
        && opens(name.start - 1)
        && words.str(name.end) == ","
        && (2..=3).any(|on| words.str(name.end + on) == ")" && party(name.end + 1, name.end + on));
    before && words.str(name.end) == ")" || after
}
