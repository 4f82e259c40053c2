//! Mentions of persons.
//!
//! A full name belongs to the person of the same surname whose given name
//! agrees, or to one who has been called by the surname alone (a headline). A
//! name of one word belongs to the person of that surname, failing that of
//! that given name, who was mentioned last and whose gender agrees; one who has
//! been called so before comes first, as papers call the others of a family by
//! their given names.

use std::ops::Range;

use onrecord_core::layers::Gender;

use super::FEW;
use super::profile::gender_of;
use crate::layout::class;
use crate::tagger::Name;
use crate::titles;
use crate::words::{HashedMap, Words};

/// A person met so far.
#[derive(Debug)]
struct Person {
    entity: usize,
    /// Tokens of the given name, and of the name between it and the surname.
    given: Option<usize>,
    middle: Option<usize>,
    gender: Option<Gender>,
    /// Index of the last mention.
    last: usize,
    /// Whether a mention was the surname alone.
    by_surname_alone: bool,
}

/// The persons of a document by the words of their names.
#[derive(Debug, Default)]
pub(super) struct Persons {
    people: Vec<Person>,
    by_surname: HashedMap<Vec<u32>>,
    by_given: HashedMap<Vec<u32>>,
}

/// The parts of a name as tokens.
struct Parts {
    given: Option<usize>,
    middle: Option<usize>,
    surname: usize,
}

impl Persons {
    /// The entity of a mention; `next` if it is somebody new.
    pub(super) fn resolve(
        &mut self,
        words: &Words<'_>,
        name: &Name,
        mention: usize,
        next: usize,
    ) -> usize {
        let parts = parts(words, &name.candidate.tokens);
        let title = name.candidate.title.as_ref();
        let told = title.and_then(|title| titles::gender(words, title));
        let gender = told.or_else(|| gender_of(words, parts.given?));
        let alone = parts.given.is_none();
        let found = match parts.given {
            Some(_) => self.full(words, &parts, gender),
            None => self.single(words, parts.surname, told),
        };
        if let Some(index) = found {
            let newly_named = {
                let person = &mut self.people[index];
                person.last = mention;
                person.by_surname_alone |= alone;
                person.gender = person.gender.or(gender);
                let newly_named = person.given.is_none() && parts.given.is_some();
                if person.given.is_none() || person.middle.is_none() {
                    person.middle = person.middle.or(parts.middle);
                }
                person.given = person.given.or(parts.given);
                newly_named
            };
            if newly_named {
                self.enter(words, &parts, index);
            }
            return self.people[index].entity;
        }
        let index = self.people.len();
        self.people.push(Person {
            entity: next,
            given: parts.given,
            middle: parts.middle,
            gender,
            last: mention,
            by_surname_alone: alone,
        });
        self.enter(words, &parts, index);
        next
    }

    fn enter(&mut self, words: &Words<'_>, parts: &Parts, index: usize) {
        enter(&mut self.by_surname, words.hash(parts.surname), index);
        if let Some(given) = parts.given {
            enter(&mut self.by_given, words.hash(given), index);
        }
    }

    fn single(&self, words: &Words<'_>, name: usize, gender: Option<Gender>) -> Option<usize> {
        let hash = words.hash(name);
        let namesakes = self.by_surname.get(&hash);
        self.latest(namesakes, |person| {
            person.by_surname_alone && agree(person.gender, gender)
        })
        .or_else(|| self.latest(namesakes, |person| agree(person.gender, gender)))
        .or_else(|| {
            self.latest(self.by_given.get(&hash), |person| {
                agree(person.gender, gender)
            })
        })
    }

    fn full(&self, words: &Words<'_>, parts: &Parts, gender: Option<Gender>) -> Option<usize> {
        let given = parts.given?;
        let namesakes = self.by_surname.get(&words.hash(parts.surname));
        let same = |person: &Person| {
            let exact = person
                .given
                .is_some_and(|other| words.hash(given) == words.hash(other));
            exact && same_middle(words, parts.middle, person.middle)
        };
        let short = |person: &Person| {
            let like = person
                .given
                .is_some_and(|other| short_for(words, given, other));
            like && agree(person.gender, gender) && same_middle(words, parts.middle, person.middle)
        };
        self.latest(namesakes, same)
            .or_else(|| self.latest(namesakes, short))
            .or_else(|| {
                self.latest(namesakes, |person| {
                    person.given.is_none() && agree(person.gender, gender)
                })
            })
            .or_else(|| {
                // Called by the given name alone before.
                let by_given = self.by_surname.get(&words.hash(given));
                self.latest(by_given, |person| {
                    person.given.is_none()
                        && words.classes(given).any(class::GIVEN)
                        && agree(person.gender, gender)
                })
            })
    }

    fn latest(
        &self,
        candidates: Option<&Vec<u32>>,
        fits: impl Fn(&Person) -> bool,
    ) -> Option<usize> {
        let fitting = candidates?
            .iter()
            .map(|index| *index as usize)
            .filter(|index| fits(&self.people[*index]));
        fitting.max_by_key(|index| self.people[*index].last)
    }
}

fn enter(index: &mut HashedMap<Vec<u32>>, hash: u64, person: usize) {
    let entry = index.entry(hash).or_default();
    if entry.len() == FEW {
        entry.remove(0);
    }
    entry.push(person as u32);
}

/// Two genders that do not contradict each other.
fn agree(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_none() || other.is_none() || one == other
}

fn parts(words: &Words<'_>, tokens: &Range<usize>) -> Parts {
    let named = |at: &usize| words.capitalised(*at) && !titles::is_generation(words, *at);
    let mut spelled = tokens.clone().filter(named);
    let first = spelled.next().unwrap_or(tokens.start);
    let surname = spelled.next_back().unwrap_or(first);
    Parts {
        given: (first != surname).then_some(first),
        middle: spelled.next(),
        surname,
    }
}

/// One is an initial of the other, or a given name that the other begins with.
fn short_for(words: &Words<'_>, one: usize, other: usize) -> bool {
    let plain = |at: usize| words.str(at).trim_end_matches('.');
    let (short, long) = if plain(one).len() < plain(other).len() {
        (one, other)
    } else {
        (other, one)
    };
    let initial = plain(short).chars().count() == 1 || words.str(short).ends_with('.');
    let known = plain(short).chars().count() >= 3 && words.classes(short).any(class::GIVEN);
    (initial || known) && plain(long).starts_with(plain(short))
}

/// Middle names contradict each other if their first letters differ.
fn same_middle(words: &Words<'_>, one: Option<usize>, other: Option<usize>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    words.str(one).chars().next() == words.str(other).chars().next()
}
