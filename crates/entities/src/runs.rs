//! How far a run of capitalised words goes: where one may begin, and which
//! small words and marks it goes on over.

use std::ops::Range;

use onrecord_core::layers::{Case, TokenKind};

use crate::gazetteer;
use crate::layout::class;
use crate::titles;
use crate::words::{Capital, Words};

/// Lists whose phrases are names, or parts that a run is cut at.
pub(crate) const NAMES: u32 = class::COUNTRY
    | class::STATE
    | class::CITY
    | class::PLACE
    | class::REGION
    | class::FACILITY
    | class::PEOPLE
    | class::BODY
    | class::WEAK_BODY
    | class::LISTED
    | class::EVENT
    | class::LAW
    | class::PRODUCT
    | class::WORK;

/// No run of capitalised words is followed any further.
const LONGEST_RUN: usize = 24;

/// Follows runs of name words through a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Runs<'w, 'd> {
    pub(crate) words: &'w Words<'d>,
}

impl Runs<'_, '_> {
    /// Whether a run of name words may begin at a token.
    pub(crate) fn opens(self, at: usize, limit: usize) -> bool {
        let words = self.words;
        let classes = words.classes(at);
        // "US$".
        if words.glued(at + 1)
            && words.kind(at + 1) == Some(TokenKind::Symbol)
            && words.str(at + 1) != "&"
            || words.acronym(at).is_some() && words.is_one_of(at + 1, &["dollar", "dollars"])
        {
            return false;
        }
        match words.capital(at) {
            Capital::None => {
                // `iPhone`, `al-Qaeda`, but never a small common word.
                matches!(words.case(at), Case::Mixed | Case::Lower)
                    && classes.any(class::BODY | class::PRODUCT)
                    && !classes.any(class::COMMON | class::FUNCTION)
                    || words.str(at).starts_with(|c: char| c.is_ascii_digit())
                        && words.longest(at, limit, NAMES).is_some()
            }
            _ if words.acronym(at).is_some() => true,
            _ if self.longer_phrase(at, limit) => true,
            Capital::Strong => {
                if classes.any(class::CALENDAR) {
                    return classes.any(class::GIVEN) && self.surname_follows(at + 1);
                }
                !classes.any(class::FUNCTION)
                    || self.surname_follows(at + 1)
                    || words.is_one_of(
                        at,
                        &[
                            "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh",
                        ],
                    ) && words.capital(at + 1) == Capital::Strong
            }
            Capital::Weak => self.opens_without_proof(at, limit),
        }
    }

    /// Whether the first word of a sentence, or a word of a line in capitals, opens a name.
    fn opens_without_proof(self, at: usize, limit: usize) -> bool {
        let words = self.words;
        let classes = words.classes(at);
        if titles::opening(words, at, limit)
            .is_some_and(|title| titles::names_a_person(words, title.end, title.strong))
        {
            return true;
        }
        let next_strong = words.capital(at + 1) == Capital::Strong;
        if classes.any(class::FUNCTION | class::CALENDAR) {
            return classes.any(class::GIVEN) && next_strong && self.surname_follows(at + 1);
        }
        let seen = words.seen(at);
        if classes.any(class::GIVEN) && (next_strong || self.surname_follows(at + 1)) {
            return true;
        }
        if classes.any(class::COMMON) || seen.small > 0 {
            let next = words.classes(at + 1);
            return next_strong
                && (!next.any(class::FUNCTION | class::CALENDAR) || next.any(class::TITLE))
                || seen.capital > seen.small;
        }
        true
    }

    fn surname_follows(self, at: usize) -> bool {
        let classes = self.words.classes(at);
        let other = class::COMMON | class::FUNCTION | class::HEAD | class::PEOPLE | class::BODY;
        self.words.capitalised(at)
            && (classes.any(class::SURNAME) || !classes.listed())
            && !classes.any(other)
    }

    /// Whether a listed name of two words or more begins here.
    fn longer_phrase(self, at: usize, limit: usize) -> bool {
        let words = self.words;
        words
            .longest(at, limit, NAMES)
            .is_some_and(|(end, _)| end > at + 1 && self.reads_as_name(at..end))
    }

    /// A listed phrase counts where its long words have capitals.
    pub(crate) fn reads_as_name(self, phrase: Range<usize>) -> bool {
        let small = [
            "of", "the", "and", "for", "in", "on", "upon", "de", "la", "del", "to", "sur", "al",
            "el", "an", "des", "les", "le", "e",
        ];
        let words = self.words;
        let mut tokens = phrase.clone();
        let last = phrase.end - 1;
        (words.capitalised(last) || words.kind(last) != Some(TokenKind::Word))
            && tokens.all(|at| {
                words.capitalised(at)
                    || words.kind(at) != Some(TokenKind::Word)
                    || words.case(at) != Case::Lower
                    || small.contains(&words.str(at))
                    || words.is_one_of(
                        at,
                        &[
                            "pandemic",
                            "referendum",
                            "outbreak",
                            "scandal",
                            "rainforest",
                            "report",
                            "world",
                            "magazine",
                            "programme",
                        ],
                    )
            })
    }

    /// Behind the last word that may belong to a name with the word at `at`.
    pub(crate) fn end(self, at: usize, limit: usize) -> usize {
        let words = self.words;
        let limit = limit.min(at + LONGEST_RUN);
        let mut end = at + 1;
        if let Some((listed, _)) = words.longest(at, limit, NAMES)
            && self.reads_as_name(at..listed)
        {
            end = listed;
        }
        if let Some(title) = titles::opening(words, at, limit) {
            let named = titles::names_a_person(words, title.end, title.strong);
            end = end.max(title.end + usize::from(named && title.end < limit));
        }
        while end < limit {
            let joined = self.joined(at, end, limit);
            let joined = joined.max(self.title_over(at, end, limit).unwrap_or(end));
            if joined == end {
                break;
            }
            end = joined;
        }
        end.min(limit)
    }

    /// Where a title ends that begins inside the run and goes on over its
    /// end: "South Yorkshire Police and Crime Commissioner".
    fn title_over(self, start: usize, end: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let small = words.is_one_of(end, &["and", "of", ","]);
        let from = end.saturating_sub(2).max(start + 1);
        (from..end).filter(|_| small).find_map(|at| {
            let title = titles::opening(words, at, limit)?;
            let over = title.end > end && words.capitalised(title.end - 1);
            over.then_some(title.end)
        })
    }

    /// How far the run goes on at `end`; `end` itself if it does not.
    fn joined(self, start: usize, end: usize, limit: usize) -> usize {
        let words = self.words;
        if words.ends_name(end - 1) {
            return end;
        }
        if words.capitalised(end) {
            return self.joined_word(end, limit);
        }
        let next = words.capital(end + 1) != Capital::None && end + 1 < limit;
        match words.str(end) {
            "&" if next => end + 2,
            "of" | "in" if next && self.goes_on_object(start, end) => end + 2,
            "at" if next && self.is_state_university(start, end) => end + 2,
            "of" => self.joined_object(end, limit, |head| head.of),
            "for" | "on" => self.joined_object(end, limit, |head| head.r#for),
            "and" | "," if next => self.joined_list(start, end, limit),
            "’s" | "'s" | "’" | "'" if next => self.joined_possessive(start, end, limit),
            "–" | "/" | "-" if next && words.glued(end) && words.glued(end + 1) => {
                if self.closing_head(end + 1, limit).is_some() {
                    end + 2
                } else {
                    end
                }
            }
            _ if titles::is_particle(words, end) && next => end + 2,
            _ => end,
        }
    }

    fn joined_word(self, end: usize, limit: usize) -> usize {
        let words = self.words;
        let classes = words.classes(end);
        if let Some((listed, _)) = words.longest(end, limit, NAMES)
            && listed > end + 1
            && self.reads_as_name(end..listed)
        {
            return listed;
        }
        if let Some(title) = titles::opening(words, end, limit)
            && title.end > end + 1
        {
            let named = titles::names_a_person(words, title.end, title.strong);
            return title.end + usize::from(named && title.end < limit);
        }
        if words.acronym(end).is_some() {
            return end + 1;
        }
        if classes.any(class::CALENDAR) {
            let named = classes.any(class::SURNAME | class::GIVEN)
                && (words.classes(end - 1).any(class::GIVEN | class::TITLE))
                && words.kind(end + 1) != Some(TokenKind::Number);
            return end + usize::from(named);
        }
        // A word of a line in capitals goes on a name only if it may be part of one.
        if words.capital(end) == Capital::Weak
            && words.case(end) == Case::Upper
            && classes.any(class::COMMON | class::FUNCTION)
            && !classes.any(class::GIVEN | class::SURNAME | class::HEAD)
        {
            return end;
        }
        let pronoun = classes.any(class::FUNCTION) && !classes.any(class::SURNAME | class::GIVEN);
        end + usize::from(!pronoun)
    }

    /// "of" or "for" and what comes after it, behind a head noun that takes it.
    fn joined_object(
        self,
        end: usize,
        limit: usize,
        takes: impl Fn(&gazetteer::Head) -> bool,
    ) -> usize {
        let words = self.words;
        let object = end + 1 + usize::from(words.is(end + 1, "the"));
        let fits = self.words.head(end - 1).is_some_and(takes)
            && object < limit
            && words.capitalised(object)
            && !words.classes(object).any(class::FUNCTION | class::CALENDAR);
        if fits { object + 1 } else { end }
    }

    /// Whether "of" or "in" goes on the object of a head noun: "League for
    /// the Defence of Human Rights", "Institute for Research in Physics".
    fn goes_on_object(self, start: usize, end: usize) -> bool {
        let words = self.words;
        let plain = |at: usize| {
            let classes = words.classes(at);
            classes.any(class::COMMON) && !classes.any(class::GIVEN | class::PEOPLE)
        };
        let subject = words.capitalised(end - 1) && plain(end - 1);
        let subject_after = plain(end + 1) && !words.classes(end + 1).is_place();
        let heads_object = |at: usize| {
            words.is_one_of(at, &["of", "for"])
                && words.head(at - 1).is_some_and(|head| head.of || head.r#for)
        };
        subject && subject_after && (start + 1..end).rev().take(4).any(heads_object)
    }

    /// "University of Colorado", before "at Boulder".
    fn is_state_university(self, start: usize, end: usize) -> bool {
        let words = self.words;
        let of = (start..end).rev().take(4).find(|at| words.is(*at, "of"));
        of.is_some_and(|of| {
            of > start
                && words.is(of - 1, "University")
                && words
                    .longest(of + 1, end, class::STATE)
                    .is_some_and(|(to, _)| to == end)
        })
    }

    /// "and" inside a name: "Work and Pensions" after "Department for",
    /// "Kent and Medway Trust".
    fn joined_list(self, start: usize, end: usize, limit: usize) -> usize {
        let words = self.words;
        let after = end + 1;
        let plain = |at: usize| {
            let classes = words.classes(at);
            // "Emergency Services" may be the object of a department.
            let things = classes.any(class::COMMON) && words.str(at).ends_with('s');
            (classes.any(class::COMMON) || !classes.listed())
                && !classes.any(class::TITLE)
                && (things || !words.head(at).is_some_and(|head| head.closes && !head.of))
        };
        let object = (start..end)
            .rev()
            .take(8)
            .find(|at| words.is_one_of(*at, &["of", "for", "on"]));
        if let Some(object) = object {
            // "University of California, San Diego".
            let campus = words.is(end, ",")
                && words.is(object - 1, "University")
                && words.longest(object + 1, end, class::STATE).is_some();
            if let (true, Some((place, _))) = (
                campus,
                words.longest(after, limit, class::CITY | class::PLACE),
            ) {
                return place;
            }
            let listing = (object + 1..end).all(|at| !words.capitalised(at) || plain(at));
            if listing && plain(after) && (words.is(end, "and") || words.is(after + 1, "and")) {
                return after + 1;
            }
            return end;
        }
        if !words.is(end, "and") {
            return end;
        }
        // Without an object the name has to close with a head that takes both.
        let whole = (start..end)
            .all(|at| plain(at) || words.classes(at).is_place() || self.words.head(at).is_some())
            && !words.classes(start).any(class::COUNTRY | class::BODY)
            && self.words.head(end - 1).is_none();
        // "Avon Fire and Rescue".
        let service = words.is(end - 1, "Fire") && words.is(after, "Rescue") && end > start + 1;
        let fits = service
            || whole
                && (plain(after) || words.classes(after).is_place())
                && self.closing_head(after, limit).is_some_and(|at| at > after)
                && titles::opening(words, after, limit).is_none();
        if fits { after + 1 } else { end }
    }

    /// The possessive inside a name: "King’s College", "Magistrates' Court".
    fn joined_possessive(self, start: usize, end: usize, limit: usize) -> usize {
        let words = self.words;
        if !words.glued(end) {
            return end;
        }
        let owner = words.classes(end - 1);
        let known = owner.is_place()
            || owner.any(class::PEOPLE | class::BODY)
            || words.acronym(end - 1).is_some();
        let plural = words.str(end - 1).ends_with('s') && words.kind(end) == Some(TokenKind::Mark);
        let generic = owner.any(class::COMMON) && !owner.any(class::SURNAME)
            || words.is_one_of(start, &["St", "St.", "Saint"])
            || words.is_one_of(
                end - 1,
                &["King", "Queen", "Lord", "Guy", "Children", "Women"],
            )
            || plural;
        // "Children’s Services" is no body's name.
        let closes = self
            .closing_head(end + 1, limit)
            .is_some_and(|head| !words.is_one_of(head, &["Services", "Service", "Team"]));
        if closes && generic && !known {
            end + 2
        } else {
            end
        }
    }

    /// The head noun that closes the capitalised words from `from` on.
    fn closing_head(self, from: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let stop = (from..limit.min(from + 6)).find(|at| !words.capitalised(*at));
        let end = stop.unwrap_or(limit.min(from + 6));
        (from..end)
            .rev()
            .find(|at| self.words.head(*at).is_some_and(|head| head.closes))
    }
}
