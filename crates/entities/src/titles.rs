//! Titles: ranks, offices and honours directly before a person's name, and
//! what they are in full.

use std::ops::Range;

use onrecord_core::layers::{Case, Gender, TokenKind};

use crate::gazetteer::{self, Title, TitleKind};
use crate::layout::class;
use crate::words::{Capital, Words};

/// How many words before a name may belong to a title written small.
const WINDOW: usize = 6;

/// No run of titles is longer.
const LONGEST: usize = 16;

/// What comes after the "of" of a title is not longer, where it is on no list.
const LONGEST_OBJECT: usize = 4;

/// A run of titles that opens at some word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opening {
    /// Behind its last word.
    pub(crate) end: usize,
    /// Whether it can be nothing but a title, so that any capitalised word
    /// after it is a name.
    pub(crate) strong: bool,
    /// Of its first part.
    pub(crate) kind: TitleKind,
}

fn part_at(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, &'static Title)> {
    let (end, _) = words.longest(at, limit, class::TITLE)?;
    Some((end, gazetteer::title(words.phrase(at..end))?))
}

/// The titles that begin at a capitalised word, one after the other:
/// "Canon Dr", "Police and Crime Commissioner", "President of France".
pub(crate) fn opening(words: &Words<'_>, at: usize, limit: usize) -> Option<Opening> {
    if !words.capitalised(at) {
        return None;
    }
    let limit = limit.min(at + LONGEST);
    let (mut end, first) = part_at(words, at, limit).or_else(|| office_at(words, at, limit))?;
    let mut strong = is_strong(words, at..end);
    loop {
        let of_place = of_place(words, end, limit);
        let next = of_place.unwrap_or(end);
        match part_at(words, next, limit) {
            Some((further, _)) if words.capitalised(next) && further < limit => {
                strong |= is_strong(words, next..further) || of_place.is_some();
                end = further;
            }
            _ => {
                let named = of_place.is_some_and(|behind| names_a_person(words, behind, false));
                if let (Some(behind), true) = (of_place, named) {
                    end = behind;
                    strong = true;
                }
                break;
            }
        }
    }
    let kind = first.kind;
    Some(Opening { end, strong, kind })
}

/// "Information Minister": words of the language and an office.
fn office_at(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, &'static Title)> {
    let plain = |at: usize| {
        let classes = words.classes(at);
        classes.any(class::COMMON)
            && !classes.any(class::HEAD | class::GIVEN | class::PEOPLE)
            && !classes.is_place()
    };
    let mut office = at;
    while office < limit.min(at + 3) && words.capitalised(office) && plain(office) {
        office += 1;
        let offices = [
            "Minister",
            "Secretary",
            "Commissioner",
            "Spokesman",
            "Spokeswoman",
            "Director",
            "Editor",
            "Officer",
            "Manager",
            "Chief",
            "Correspondent",
            "Adviser",
        ];
        if office < limit && offices.contains(&words.str(office)) {
            let minister = words.phrase(office..office + 1);
            return Some((office + 1, gazetteer::title(minister)?));
        }
    }
    None
}

/// "of France", "of the United States", where a name follows.
fn of_place(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
    if !words.is(at, "of") {
        return None;
    }
    let from = at + 1 + usize::from(words.is(at + 1, "the"));
    let places = class::COUNTRY | class::STATE | class::CITY | class::PLACE;
    let listed = words.longest(from, limit, places).map(|(end, _)| end);
    // A place or department on no list, where somebody's full name follows.
    let end = listed.or_else(|| {
        let named = |end: &usize| is_full_name(words, *end, limit);
        let inside = |at: &usize| words.capitalised(*at) || words.is(*at, "and");
        let object = (from..limit.min(from + LONGEST_OBJECT)).take_while(inside);
        object.map(|at| at + 1).find(named)
    })?;
    (end < limit).then_some(end)
}

/// Whether a given name and something that may be a surname begin at `at`.
pub(crate) fn is_full_name(words: &Words<'_>, at: usize, limit: usize) -> bool {
    let (given, surname) = (words.classes(at), words.classes(at + 1));
    let other = class::COMMON | class::PEOPLE | class::COUNTRY | class::BODY | class::FUNCTION;
    at + 1 < limit
        && words.capitalised(at)
        && words.capitalised(at + 1)
        && given.any(class::GIVEN)
        && !given.any(class::HEAD | class::TITLE)
        && (!given.any(class::COMMON) || surname.any(class::SURNAME) && !surname.any(other))
        && (surname.any(class::SURNAME) || !surname.any(other))
        && !surname.any(class::HEAD)
        && (words.longest(at, limit, class::CITY | class::PLACE | class::STATE))
            .is_none_or(|(end, _)| end == at + 1)
}

/// A title of several words, an abbreviation, or one that is neither a word
/// nor a name.
fn is_strong(words: &Words<'_>, part: Range<usize>) -> bool {
    let names = class::COMMON | class::GIVEN | class::SURNAME | class::WEAK_BODY | class::LISTED;
    let word = words.str(part.start);
    part.len() > 1
        || words.case(part.start) == Case::Upper && word.len() > 1
        || word.ends_with('.')
        || !words.classes(part.start).any(names)
}

/// Whether a word may be the first of a person's name after a title.
pub(crate) fn names_a_person(words: &Words<'_>, at: usize, strong: bool) -> bool {
    if !words.capitalised(at) || words.kind(at) != Some(TokenKind::Word) {
        return false;
    }
    let classes = words.classes(at);
    let name = class::GIVEN | class::SURNAME;
    if classes.any(class::FUNCTION | class::POSTFIX) && !classes.any(name)
        || words.acronym(at).is_some()
    {
        return false;
    }
    if strong {
        let office = classes.any(class::TITLE | class::HEAD | class::CALENDAR | class::PEOPLE);
        return !office || classes.any(name);
    }
    let other = class::HEAD
        | class::CALENDAR
        | class::PEOPLE
        | class::COUNTRY
        | class::BODY
        | class::TITLE
        | class::FUNCTION;
    if classes.any(other) && !classes.any(class::GIVEN) {
        return classes.any(class::SURNAME) && classes.any(class::TITLE);
    }
    classes.any(name) || !classes.any(class::COMMON)
}

/// A title or role directly before a name that begins at `name`, written
/// small or after the office's place: "police and crime commissioner", "leader".
pub(crate) fn before(words: &Words<'_>, from: usize, name: usize) -> Option<Range<usize>> {
    let earliest = from.max(name.saturating_sub(WINDOW));
    let mut start = name;
    // Several parts, each found as the longest phrase that ends where the
    // next begins.
    while let Some(part) =
        (earliest..start).find(|at| ends_at(words, *at, start) && !is_clause(words, *at))
    {
        start = part;
    }
    (start < name).then_some(start..name)
}

fn ends_at(words: &Words<'_>, at: usize, end: usize) -> bool {
    let wanted = class::TITLE | class::ROLE;
    let Some((found, classes)) = words.longest(at, end, wanted) else {
        return false;
    };
    // Abbreviations are titles only with their capitals.
    let spelled = gazetteer::title(words.phrase(at..found))
        .is_some_and(|title| words.capitalised(at) || same_letters(words, at..found, title.long));
    found == end && (spelled || classes.any(class::ROLE))
}

fn same_letters(words: &Words<'_>, part: Range<usize>, long: &str) -> bool {
    let written = words.text().slice(words.span(&part));
    written.eq_ignore_ascii_case(long)
}

/// "chair" and "head" are verbs too; after a pronoun they are no title.
fn is_clause(words: &Words<'_>, at: usize) -> bool {
    at > 0 && words.is_one_of(at - 1, &["to", "they", "we", "you", "will", "would"])
}

/// A country or nationality directly before a title belongs to it:
/// "UK Prime Minister", "German Chancellor".
pub(crate) fn with_country(words: &Words<'_>, from: usize, title: Range<usize>) -> Range<usize> {
    let wanted = class::COUNTRY | class::PEOPLE;
    let earliest = from.max(title.start.saturating_sub(4));
    let start = (earliest..title.start)
        .find(|at| {
            words.capitalised(*at)
                && words
                    .longest(*at, title.start, wanted)
                    .is_some_and(|(end, _)| end == title.start)
        })
        .unwrap_or(title.start);
    start..title.end
}

/// Where a person's name that begins at `at` ends.
pub(crate) fn person_end(words: &Words<'_>, at: usize, limit: usize) -> usize {
    let limit = limit.min(at + 6);
    let mut end = at + 1;
    while end < limit {
        if is_particle(words, end) && words.capitalised(end + 1) && end + 1 < limit {
            end += 2;
            continue;
        }
        if !words.capitalised(end) || words.kind(end) != Some(TokenKind::Word) {
            break;
        }
        let classes = words.classes(end);
        let name = classes.any(class::GIVEN | class::SURNAME);
        let letters = classes.any(class::POSTFIX) && !is_generation(words, end);
        // In a line of capitals a common word ends the name.
        let plain = words.capital(end) == Capital::Weak
            && classes.any(class::COMMON)
            && !classes.any(class::SURNAME);
        let office = opening(words, end, limit).is_some_and(|t| t.end > end + 1);
        if letters && words.case(end) != Case::Title
            || words.acronym(end).is_some() && !is_generation(words, end)
            || classes.any(class::PEOPLE | class::FUNCTION | class::CALENDAR) && !name
            || office
            || plain
        {
            break;
        }
        end += 1;
    }
    end
}

/// `Jr`, `II`: part of the name, unlike honours and degrees.
pub(crate) fn is_generation(words: &Words<'_>, at: usize) -> bool {
    let plain = words.str(at).trim_end_matches('.');
    matches!(
        plain,
        "Jr" | "Jnr" | "Sr" | "Snr" | "II" | "III" | "IV" | "VI" | "VII" | "VIII"
    )
}

/// `van`, `bin`: small words inside names.
pub(crate) fn is_particle(words: &Words<'_>, at: usize) -> bool {
    words.str(at).len() <= 4
        && words.is_one_of(
            at,
            &[
                "de", "la", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "da",
                "dela", "di", "du", "dos", "del", "le", "ter", "ten", "y", "e", "af", "zu",
            ],
        )
}

/// The long form of a title, part by part: "Det Insp" is "Detective
/// Inspector". Words that are on no list stay as they are.
pub(crate) fn in_full(words: &Words<'_>, title: &Range<usize>) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let mut at = title.start;
    while at < title.end {
        if let Some((end, part)) = part_at(words, at, title.end) {
            parts.push(part.long);
            at = end;
        } else {
            parts.push(words.str(at));
            at += 1;
        }
    }
    parts.join(" ")
}

/// Gender that the parts of a title tell, the last part that does first.
pub(crate) fn gender(words: &Words<'_>, title: &Range<usize>) -> Option<Gender> {
    let mut at = title.start;
    let mut gender = None;
    while at < title.end {
        match part_at(words, at, title.end) {
            Some((end, part)) => {
                gender = part.gender.or(gender);
                at = end;
            }
            None => at += 1,
        }
    }
    gender
}
