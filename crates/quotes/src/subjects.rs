//! Who a cue's subject is, as written: noun phrases by their edges.
//!
//! All functions look at a bounded number of units around a cue.

use std::ops::Range;

use onrecord_core::layers::{Label, Mentions};
use onrecord_core::{Span, Text};

use crate::clause::is_past;
use crate::narration::{Unit, UnitKind};
use crate::verbs::{VerbForm, VerbKind};
use crate::words::{WordClass, is_quantifier};

/// Units looked at on either side of a cue; longer noun phrases are cut.
const WINDOW: usize = 48;

/// Commas passed on the way from a cue back to the name its aside belongs to.
const MAX_ASIDES: usize = 5;

/// What the head of a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// A name; index into the mentions.
    Name(usize),
    Pronoun,
    Relative,
    /// A noun for a person, a writing, a body, or any other noun.
    Noun(WordClass),
}

impl Head {
    /// Whether it is somebody who can speak, as far as the word tells.
    pub(crate) fn is_person(self) -> bool {
        matches!(
            self,
            Self::Name(_) | Self::Pronoun | Self::Noun(WordClass::Role)
        )
    }
}

/// The words that stand for whoever a cue belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) span: Span,
    pub(crate) units: Range<usize>,
    pub(crate) head: Head,
    /// The unit that holds the head.
    pub(crate) head_unit: usize,
}

/// Finds subjects among the units of a narrated sentence.
#[derive(Clone, Copy)]
pub(crate) struct Subjects<'n> {
    pub(crate) text: Text<'n>,
    pub(crate) units: &'n [Unit],
    pub(crate) mentions: &'n Mentions,
}

impl Subjects<'_> {
    fn label(&self, unit: usize) -> Option<Label> {
        self.units[unit]
            .name()
            .map(|mention| self.mentions.items[mention].label)
    }

    /// Whether a name is of somebody or something that speaks.
    pub(crate) fn can_speak(&self, mention: usize) -> bool {
        let label = self.mentions.items[mention].label;
        matches!(
            label,
            Label::Person | Label::Org | Label::Gpe | Label::Norp | Label::Law
        )
    }

    fn is_person(&self, unit: usize) -> bool {
        self.label(unit) == Some(Label::Person)
    }

    fn is_nominal(&self, unit: usize) -> bool {
        match self.units[unit].kind {
            UnitKind::Name(_) | UnitKind::Amount => true,
            UnitKind::Word(class) => matches!(
                class,
                WordClass::Other
                    | WordClass::Role
                    | WordClass::Writing
                    | WordClass::Body
                    | WordClass::CueNoun
            ),
            _ => false,
        }
    }

    /// Whether a plain word looks like a participle that modifies a noun
    /// before it: "officer leading the team", "research published in May".
    fn is_modifier(&self, unit: usize) -> bool {
        let length = self.units[unit].span.len();
        self.units[unit].is(WordClass::Other) && length > 4
    }

    /// The subject on the left of the cue at `cue`, in a clause that begins at
    /// `start` or later.
    pub(crate) fn left_of(&self, start: usize, cue: usize) -> Option<Subject> {
        let mut at = cue;
        let floor = start.max(cue.saturating_sub(WINDOW));
        while at > floor {
            let unit = &self.units[at - 1];
            match unit.kind {
                UnitKind::Word(
                    WordClass::Adverb | WordClass::Auxiliary | WordClass::Modal | WordClass::Be,
                )
                | UnitKind::When => at -= 1,
                // "have since said", "has long argued".
                UnitKind::Word(WordClass::Subordinator | WordClass::Other)
                    if at >= floor + 2 && self.units[at - 2].is(WordClass::Auxiliary) =>
                {
                    at -= 1;
                }
                UnitKind::Comma | UnitKind::CloseBracket | UnitKind::Dash => {
                    return self.before_aside(floor, at - 1);
                }
                UnitKind::Word(WordClass::Preposition) if at < cue => {
                    // "on Sunday" between a subject and its cue.
                    if self.units[at].kind != UnitKind::When {
                        return None;
                    }
                    at -= 1;
                }
                _ => {
                    let found = self.ending_at(floor, at - 1)?;
                    let found = self.behind_relative(floor, found);
                    return Some(self.open_aside(floor, &found).unwrap_or(found));
                }
            }
        }
        None
    }

    /// "One nurse who flies with the crew said": the subject stands before
    /// the relative clause.
    fn behind_relative(&self, floor: usize, found: Subject) -> Subject {
        let first = found.units.start;
        let window = floor.max(first.saturating_sub(3))..first;
        let relative = window
            .rev()
            .find(|&unit| self.units[unit].is(WordClass::Relative));
        let before = relative.and_then(|relative| relative.checked_sub(1));
        let antecedent = before
            .filter(|&before| before >= floor && self.is_nominal(before))
            .and_then(|before| self.ending_at(floor, before));
        antecedent.unwrap_or(found)
    }

    /// "Mara Dunne, head of the trust said": the aside's closing comma is
    /// missing, and the clause begins with the name.
    fn open_aside(&self, floor: usize, aside: &Subject) -> Option<Subject> {
        let comma = aside
            .units
            .start
            .checked_sub(1)
            .filter(|&comma| comma > floor)?;
        let described = matches!(aside.head, Head::Noun(_));
        if !described || self.units[comma].kind != UnitKind::Comma || !self.is_person(comma - 1) {
            return None;
        }
        let opens = comma - 1 == floor || self.is_break(comma - 2);
        opens.then(|| self.single_name(comma - 1))
    }

    /// The comma before "who" or "whose", where asides up to `comma` are all
    /// part of its clause: "Finn, 58, whose mother Joyce, 83, died, said".
    fn relative_before(&self, floor: usize, comma: usize) -> Option<usize> {
        let mut end = comma;
        for _ in 0..MAX_ASIDES {
            let open = (floor..end).rev().find(|&unit| self.is_break(unit))?;
            let first = open + 1;
            match self.units[first].kind {
                UnitKind::Word(WordClass::Relative) => return Some(open),
                UnitKind::Word(WordClass::Determiner)
                    if self.text.slice(self.units[first].span) == "whose" =>
                {
                    return Some(open);
                }
                UnitKind::Word(WordClass::Coordinator | WordClass::Adversative)
                | UnitKind::Quoted(_) => return None,
                _ => end = open,
            }
        }
        None
    }

    /// The name that an aside between commas belongs to; `comma` closes it.
    fn before_aside(&self, floor: usize, comma: usize) -> Option<Subject> {
        let mut end = self.relative_before(floor, comma).unwrap_or(comma);
        let mut fallback = None;
        for _ in 0..MAX_ASIDES {
            let open = (floor..end).rev().find(|&unit| self.is_break(unit));
            let first = open.map_or(floor, |open| open + 1);
            if first < end {
                let last = end - 1;
                let adverbial = self.is_adverbial(first)
                    || self.is_opening_participle(first)
                    || self.is_reduced_passive(first);
                if self.is_person(last) && !adverbial && !self.is_object(first, last) {
                    let described = open.filter(|&open| open > floor && first < last);
                    let named = described
                        .map(|open| open - 1)
                        .filter(|&u| self.is_person(u));
                    return self.ending_at(named.map_or(first, |_| floor), named.unwrap_or(last));
                }
                let trailing = (first..end).find(|&unit| self.is_person(unit));
                if let Some(person) = trailing
                    && person == first
                {
                    // "Dunne of the union, …"
                    return self.ending_at(first, person);
                }
                if fallback.is_none() && !adverbial {
                    fallback = self.ending_at(first, last);
                } else if let Some(found) = &fallback
                    && !adverbial
                    && matches!(
                        self.units[found.units.start].kind,
                        UnitKind::Word(WordClass::Determiner | WordClass::Role)
                    )
                {
                    // "The trust, a charity, said": the first of two phrases.
                    fallback = self.ending_at(first, last).or(fallback);
                }
            }
            let Some(open) = open.filter(|&open| self.units[open].kind != UnitKind::Semicolon)
            else {
                break;
            };
            end = open;
        }
        fallback
    }

    fn is_break(&self, unit: usize) -> bool {
        matches!(
            self.units[unit].kind,
            UnitKind::Comma
                | UnitKind::Dash
                | UnitKind::OpenBracket
                | UnitKind::CloseBracket
                | UnitKind::Semicolon
                | UnitKind::Colon
                | UnitKind::Quoted(_)
        )
    }

    /// Whether a phrase that begins with this unit tells when, where or which.
    fn is_adverbial(&self, unit: usize) -> bool {
        matches!(
            self.units[unit].kind,
            UnitKind::When
                | UnitKind::Amount
                | UnitKind::Word(
                    WordClass::Relative
                        | WordClass::Preposition
                        | WordClass::Subordinator
                        | WordClass::Interrogative
                        | WordClass::As
                        | WordClass::Adverb
                        | WordClass::To
                        | WordClass::That
                )
        )
    }

    /// Whether the name at `last` is the object of a verb in its phrase.
    fn is_object(&self, first: usize, last: usize) -> bool {
        (first..last).any(|unit| {
            matches!(
                self.units[unit].kind,
                UnitKind::Word(
                    WordClass::Be | WordClass::Modal | WordClass::Auxiliary | WordClass::PastForm
                )
            )
        })
    }

    /// The noun phrase before the brackets that `close` closes.
    fn before_bracket(&self, floor: usize, close: usize) -> Option<Subject> {
        let mut inside = (floor..close).rev();
        let open = inside.find(|&unit| self.units[unit].kind == UnitKind::OpenBracket)?;
        let before = open.checked_sub(1).filter(|&before| before >= floor)?;
        self.ending_at(floor, before)
    }

    /// The noun phrase whose last unit is `last`.
    pub(crate) fn ending_at(&self, floor: usize, last: usize) -> Option<Subject> {
        match self.units[last].kind {
            UnitKind::Word(WordClass::Pronoun) => return Some(self.single(last, Head::Pronoun)),
            UnitKind::Word(WordClass::Relative) => return Some(self.single(last, Head::Relative)),
            UnitKind::CloseBracket => return self.before_bracket(floor, last),
            _ if self.is_quantifier(last) => {
                return Some(self.single(last, Head::Noun(WordClass::Other)));
            }
            _ if !self.is_nominal(last) => return None,
            _ => {}
        }
        let mut start = last;
        let mut head = last;
        let mut at = last;
        // "Mayor of London Sadiq Khan", but "a friend of Sadiq Khan", "a source
        // close to Sadiq Khan".
        let governed = last > floor
            && (self.units[last - 1].is(WordClass::Preposition)
                || self.units[last - 1].is(WordClass::To));
        let titled = self.is_person(last) && !governed;
        while at > floor {
            let before = at - 1;
            match self.units[before].kind {
                UnitKind::Word(WordClass::Determiner) => {
                    start = before;
                    at = before;
                    let modified = before > floor
                        && self.is_modifier(before - 1)
                        && before - 1 > floor
                        && self.is_nominal(before - 2);
                    let governed =
                        before > floor && self.units[before - 1].is(WordClass::Preposition);
                    if !modified && !governed {
                        break;
                    }
                }
                UnitKind::Possessive => at = before,
                UnitKind::Word(WordClass::Coordinator)
                    if before > floor && self.is_joined(before - 1, at) =>
                {
                    head = self.joined_head(head, at);
                    at = before;
                }
                // "One of the women": the head is on the right.
                UnitKind::Word(WordClass::Preposition)
                    if before > floor && self.is_quantifier(before - 1) =>
                {
                    start = before - 1;
                    break;
                }
                UnitKind::Word(WordClass::Preposition | WordClass::To) => {
                    let climbs = before > floor
                        && (self.is_nominal(before - 1)
                            || self.units[before - 1].kind == UnitKind::When);
                    if !climbs || self.is_clause_verb(before - 1) {
                        break;
                    }
                    at = before;
                    if !titled {
                        head = before - 1;
                    }
                }
                _ if self.is_nominal(before)
                    && !self.is_clause_verb(before)
                    && !self.is_verb_between(floor, before) =>
                {
                    start = before;
                    at = before;
                    if at + 1 == head
                        && self.is_modifier(head)
                        && self.units[head + 1].is(WordClass::Determiner)
                    {
                        head = before;
                    }
                }
                _ => break,
            }
        }
        Some(self.phrase(start, last, head))
    }

    /// Whether a coordinator joins two subjects: "Khan and Dunne said".
    fn is_joined(&self, left: usize, right: usize) -> bool {
        self.units[left].name().is_some() && self.units[right].name().is_some()
    }

    /// Of two names joined before `right`, the first stands for both.
    fn joined_head(&self, head: usize, right: usize) -> usize {
        let left = right - 2;
        if head == right && self.label(left) == self.label(right) {
            left
        } else {
            head
        }
    }

    /// Whether a unit is the finite verb of a clause rather than a noun.
    fn is_clause_verb(&self, unit: usize) -> bool {
        let verb = self.units[unit].verb;
        verb.is_some_and(|verb| {
            !verb.nounlike
                && verb.form != VerbForm::Base
                && verb.form != VerbForm::Participle
                && (verb.kind == VerbKind::Say || verb.kind == VerbKind::Report)
        })
    }

    /// "Rees thanked Hale": a past form between two names is no noun.
    fn is_verb_between(&self, floor: usize, unit: usize) -> bool {
        unit > floor
            && self.units[unit - 1].name().is_some()
            && self.units[unit + 1].name().is_some()
            && self.looks_finite(unit)
    }

    fn is_quantifier(&self, unit: usize) -> bool {
        self.units[unit].is(WordClass::Determiner)
            && is_quantifier(self.text.slice(self.units[unit].span))
    }

    fn single(&self, unit: usize, head: Head) -> Subject {
        Subject {
            span: self.units[unit].span,
            units: unit..unit + 1,
            head,
            head_unit: unit,
        }
    }

    fn phrase(&self, start: usize, last: usize, head: usize) -> Subject {
        // A person's name anywhere in the head part is who it is: "chief
        // executive Mara Dunne", "Mara Dunne and Sol Okoro".
        let thing = matches!(
            self.units[head].kind,
            UnitKind::Word(WordClass::Writing | WordClass::Body)
        );
        let person = (start..=head.max(start))
            .find(|&unit| self.is_person(unit) && !self.is_owner(unit) && !thing);
        let head_unit = person.unwrap_or(head);
        let head = match self.units[head_unit].kind {
            UnitKind::Name(mention) => Head::Name(mention),
            UnitKind::Word(class) => Head::Noun(class),
            _ => Head::Noun(WordClass::Other),
        };
        let span = self.units[start].span.cover(self.units[last].span);
        Subject {
            span,
            units: start..last + 1,
            head,
            head_unit,
        }
    }

    fn is_owner(&self, unit: usize) -> bool {
        self.units
            .get(unit + 1)
            .is_some_and(|next| next.kind == UnitKind::Possessive)
    }

    /// The noun phrase that begins at `first`; ends before `limit`.
    pub(crate) fn starting_at(&self, first: usize, limit: usize) -> Option<Subject> {
        let limit = limit.min(first + WINDOW);
        let mut at = first;
        match self.units.get(first).filter(|_| first < limit)?.kind {
            UnitKind::Word(WordClass::Pronoun) => return Some(self.single(first, Head::Pronoun)),
            UnitKind::Word(WordClass::Determiner) => at += 1,
            _ if self.is_nominal(first) => {}
            _ => return None,
        }
        let mut head = None;
        let mut last = first;
        let mut head_open = true;
        while at < limit {
            match self.units[at].kind {
                UnitKind::Name(_)
                    if self.is_person(at)
                        && (head_open || self.is_nominal(at - 1))
                        && !self.is_owner(at) =>
                {
                    let end = self.joined_end(at, limit);
                    return Some(self.phrase(first, end, at));
                }
                UnitKind::Possessive => {}
                UnitKind::When if head.is_none() => {}
                UnitKind::Word(WordClass::Preposition) if head.is_some() => {
                    let goes_on = at + 1 < limit
                        && (self.is_nominal(at + 1)
                            || self.units[at + 1].is(WordClass::Determiner));
                    if !goes_on {
                        break;
                    }
                    head_open = false;
                }
                UnitKind::Word(WordClass::Determiner) if !head_open => {}
                UnitKind::Word(WordClass::Determiner) if at > first + 1 && self.is_ing(at - 1) => {
                    // "One officer leading the team": the head is further left.
                    head = Some(at - 2);
                    head_open = false;
                }
                _ if self.is_nominal(at) && !(head.is_some() && self.looks_finite(at)) => {
                    last = at;
                    if head_open {
                        head = Some(at);
                    }
                }
                _ => break,
            }
            at += 1;
        }
        let head = head?;
        // "chancellor, Mara Dunne": the name says who the phrase describes.
        let named = self.units.get(last + 1).filter(|_| last + 2 < limit);
        if named.is_some_and(|unit| unit.kind == UnitKind::Comma) && self.is_person(last + 2) {
            return Some(self.single_name(last + 2));
        }
        Some(self.phrase(first, last, head))
    }

    fn single_name(&self, unit: usize) -> Subject {
        self.phrase(unit, unit, unit)
    }

    fn joined_end(&self, name: usize, limit: usize) -> usize {
        let joined = name + 2 < limit
            && self.units[name + 1].is(WordClass::Coordinator)
            && self.is_person(name + 2);
        if joined { name + 2 } else { name }
    }

    fn is_ing(&self, unit: usize) -> bool {
        self.units[unit].is(WordClass::Other)
            && self.text.slice(self.units[unit].span).ends_with("ing")
    }

    /// Whether a plain word behind a noun is more likely its verb.
    fn looks_finite(&self, unit: usize) -> bool {
        let word = self.text.slice(self.units[unit].span);
        let past = self.units[unit].is(WordClass::Other) && is_past(word);
        // "The Hale Report blames poor training."
        let present = self.units[unit]
            .verb
            .is_some_and(|verb| verb.form == VerbForm::Present)
            && self.units[unit - 1].name().is_some();
        past || present
            || self.units[unit]
                .verb
                .is_some_and(|verb| verb.form == VerbForm::Past)
            || self.units[unit].is(WordClass::PastForm)
    }

    /// The subject of the main clause of `start..end`: the first noun phrase
    /// that is not part of an opening adverbial.
    pub(crate) fn main(&self, start: usize, end: usize) -> Option<Subject> {
        let mut first = start;
        // "Last month Dunne said" needs no comma.
        while first < end && self.units[first].kind == UnitKind::When {
            first += 1;
        }
        for _ in 0..MAX_ASIDES {
            if first >= end || !(self.is_adverbial(first) || self.is_opening_participle(first)) {
                break;
            }
            first = self.behind_adverbial(first, end);
        }
        let limit = end.min(first + WINDOW);
        let begin = (first..limit).find(|&unit| {
            self.is_nominal(unit)
                || matches!(
                    self.units[unit].kind,
                    UnitKind::Word(WordClass::Determiner | WordClass::Pronoun)
                )
        })?;
        self.starting_at(begin, limit)
    }

    /// The unit behind an adverbial that opens a sentence: behind its comma,
    /// or at the next phrase.
    fn behind_adverbial(&self, first: usize, end: usize) -> usize {
        let near = first + 1..end.min(first + WINDOW);
        let comma = near
            .clone()
            .find(|&unit| self.units[unit].kind == UnitKind::Comma);
        let phrase = near.skip(1).find(|&unit| {
            matches!(
                self.units[unit].kind,
                UnitKind::Word(WordClass::Determiner | WordClass::Pronoun)
            )
        });
        comma.map(|comma| comma + 1).or(phrase).unwrap_or(first + 1)
    }

    /// ", signed by Dunne, …"
    fn is_reduced_passive(&self, unit: usize) -> bool {
        let word = |unit: usize| self.units.get(unit).map_or("", |u| self.text.slice(u.span));
        is_past(word(unit)) && word(unit + 1) == "by"
    }

    fn is_opening_participle(&self, unit: usize) -> bool {
        let participle = |verb: crate::verbs::CueVerb| verb.form == VerbForm::Participle;
        self.units[unit].verb.is_some_and(participle) || self.is_ing(unit)
    }

    /// What a relative pronoun at `relative` stands for: for "who" the nearest
    /// person on its left, for "which" the nearest thing.
    pub(crate) fn antecedent(
        &self,
        start: usize,
        relative: usize,
        personal: bool,
    ) -> Option<Subject> {
        let floor = start.max(relative.saturating_sub(WINDOW));
        let mut at = relative;
        while at > floor {
            at -= 1;
            let fits = match self.units[at].kind {
                UnitKind::Name(_) => {
                    self.is_person(at) == personal || (personal && at + 1 == relative)
                }
                UnitKind::Word(WordClass::Role) => personal,
                UnitKind::Word(WordClass::Writing | WordClass::Body) => !personal,
                UnitKind::Quoted(_) | UnitKind::Semicolon => return None,
                _ => false,
            };
            if fits && personal && self.is_person(at) {
                return Some(self.single_name(at));
            }
            if fits {
                // Its own phrase only: "the uproar over a report which found".
                let own = (floor..at).rev().find(|&unit| !self.is_nominal(unit));
                return self.ending_at(own.unwrap_or(floor), at);
            }
        }
        None
    }
}
