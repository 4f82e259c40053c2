//! Who a subject is: names to entities, pronouns and roles to whom the
//! article last spoke of.
//!
//! Pronouns follow the subject of the narration, not the nearest name: a
//! person who was a subject outranks one who was only mentioned, and each
//! sentence between costs both the same (after Lappin & Leass 1994, with
//! integer weights).

use std::collections::VecDeque;
use std::ops::Range;

use onrecord_core::layers::{
    Entities, Entity, EntityId, Gender, Label, Mentions, Speaker, SpeakerForm,
};
use onrecord_core::{Span, Text};

use crate::narration::{Narrated, Narration};
use crate::nouns::{body_kinds, gender_of_pronoun, gender_of_role, is_plural};
use crate::subjects::{Head, Subject, Subjects};
use crate::words::{Folded, WordClass};

/// People remembered for pronouns.
const MEMORY: usize = 24;

/// Sentences after which somebody is forgotten.
const REACH: usize = 24;

/// A speaker and how sure that is, in hundredths.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) speaker: Speaker,
    pub(crate) certainty: u32,
}

/// Somebody or something the narration spoke of.
#[derive(Clone, Copy, Debug)]
struct Trace {
    /// None for somebody without a name, e.g. "a spokeswoman".
    entity: Option<EntityId>,
    gender: Option<Gender>,
    sentence: usize,
    /// 40 for subjects, 0 for others.
    weight: i64,
}

/// What the article has spoken of so far.
pub(crate) struct Discourse<'d> {
    text: Text<'d>,
    mentions: &'d Mentions,
    entities: &'d Entities,
    narration: &'d Narration,
    persons: VecDeque<Trace>,
    /// The body or writing that "it" stands for.
    thing: Option<Trace>,
    /// The body that "its" and "the force" stand for.
    body: Option<EntityId>,
    /// Bodies named so far, the last ones.
    bodies: VecDeque<EntityId>,
    /// The last description explained further down, and whom it stands for.
    explained: Option<(Span, EntityId)>,
}

impl<'d> Discourse<'d> {
    pub(crate) fn new(
        text: Text<'d>,
        mentions: &'d Mentions,
        entities: &'d Entities,
        narration: &'d Narration,
    ) -> Self {
        let persons = VecDeque::with_capacity(MEMORY);
        Self {
            text,
            mentions,
            entities,
            narration,
            persons,
            thing: None,
            body: None,
            bodies: VecDeque::with_capacity(MEMORY),
            explained: None,
        }
    }

    /// Finds subjects among the units of the narration.
    pub(crate) fn subjects(&self) -> Subjects<'d> {
        Subjects {
            text: self.text,
            units: &self.narration.units,
            mentions: self.mentions,
        }
    }

    fn entity_of(&self, mention: usize) -> Option<&'d Entity> {
        let entity = self.mentions.items[mention].entity?;
        Some(self.entities.get(entity))
    }

    /// Notes whom a description stands for that says it only further down.
    pub(crate) fn explain(&mut self, subject: &Subject, entity: EntityId) {
        self.explained = Some((subject.span, entity));
    }

    /// Who the subject of a cue in `sentence` is.
    pub(crate) fn resolve(&self, subject: &Subject, sentence: usize) -> Resolved {
        if let Some((span, entity)) = self.explained
            && span == subject.span
        {
            return self.known(subject, entity, SpeakerForm::Role, 75);
        }
        match subject.head {
            Head::Name(mention) => self.named(subject, mention),
            Head::Pronoun => self.pronoun(subject, sentence),
            Head::Relative => self.unnamed(subject, SpeakerForm::Pronoun),
            Head::Noun(class) if subject.is_relative(self.text) => {
                let mut resolved = self.noun(subject, class, sentence);
                resolved.speaker.form = SpeakerForm::Pronoun;
                resolved
            }
            Head::Noun(class) => self.noun(subject, class, sentence),
        }
    }

    fn speaker(&self, subject: &Subject, entity: Option<EntityId>, form: SpeakerForm) -> Speaker {
        let name = entity.map(|entity| self.entities.get(entity).name.clone());
        Speaker {
            span: Some(subject.span),
            entity,
            name,
            form,
        }
    }

    fn unnamed(&self, subject: &Subject, form: SpeakerForm) -> Resolved {
        Resolved {
            speaker: self.speaker(subject, None, form),
            certainty: 90,
        }
    }

    fn known(&self, subject: &Subject, entity: EntityId, form: SpeakerForm, sure: u32) -> Resolved {
        Resolved {
            speaker: self.speaker(subject, Some(entity), form),
            certainty: sure,
        }
    }

    fn named(&self, subject: &Subject, mention: usize) -> Resolved {
        let form = match self.mentions.items[mention].label {
            Label::Person => SpeakerForm::Name,
            Label::Law | Label::Work => SpeakerForm::Document,
            _ => SpeakerForm::Organisation,
        };
        let form = if subject.is_relative(self.text) {
            SpeakerForm::Pronoun
        } else {
            form
        };
        match self.entity_of(mention) {
            Some(entity) => self.known(subject, entity.id, form, 100),
            None => self.unnamed(subject, form),
        }
    }

    fn pronoun(&self, subject: &Subject, sentence: usize) -> Resolved {
        let word = self.text.slice(subject.span);
        let found = match gender_of_pronoun(word) {
            Some(gender) => self.person(gender, sentence),
            None if word.eq_ignore_ascii_case("it") => self.recent_thing(sentence, 6),
            None if word.eq_ignore_ascii_case("they") => self.recent_thing(sentence, 1),
            None => None,
        };
        match found {
            Some((Some(entity), sure)) => self.known(subject, entity, SpeakerForm::Pronoun, sure),
            _ => self.unnamed(subject, SpeakerForm::Pronoun),
        }
    }

    /// The person a pronoun stands for; inner `None` for one without a name.
    fn person(&self, gender: Gender, sentence: usize) -> Option<(Option<EntityId>, u32)> {
        let mut best: Option<(i64, Trace)> = None;
        let mut second = i64::MIN;
        for trace in &self.persons {
            let distance = sentence.saturating_sub(trace.sentence);
            if distance > REACH || trace.gender.is_some_and(|known| known != gender) {
                continue;
            }
            let agrees = if trace.gender.is_some() { 10 } else { 0 };
            let score =
                trace.weight + agrees - 15 * i64::try_from(distance).unwrap_or(i64::MAX / 24);
            match best {
                Some((top, other)) if top >= score => {
                    if other.entity != trace.entity {
                        second = second.max(score);
                    }
                }
                _ => {
                    if let Some((top, other)) = best
                        && other.entity != trace.entity
                    {
                        second = top;
                    }
                    best = Some((score, *trace));
                }
            }
        }
        let (score, trace) = best?;
        let clear = score.saturating_sub(second) >= 24;
        Some((trace.entity, if clear { 96 } else { 82 }))
    }

    fn recent_thing(&self, sentence: usize, reach: usize) -> Option<(Option<EntityId>, u32)> {
        let thing = self.thing?;
        (sentence.saturating_sub(thing.sentence) <= reach).then_some((thing.entity, 90))
    }

    fn noun(&self, subject: &Subject, class: WordClass, sentence: usize) -> Resolved {
        match class {
            WordClass::Writing => self.writing(subject),
            WordClass::Body => self.body_noun(subject, sentence),
            WordClass::Role => self.role(subject, sentence),
            _ => self.epithet(subject, sentence),
        }
    }

    /// "The 34-year-old", "the mother-of-two": the person last spoken of.
    fn epithet(&self, subject: &Subject, sentence: usize) -> Resolved {
        let form = SpeakerForm::Role;
        let head = self
            .text
            .slice(self.narration.units[subject.head_unit].span);
        let parent = head.split_once("-of-").map(|(parent, _)| parent);
        let fits = parent.is_some() || head.ends_with("-year-old");
        if !fits || !self.begins_with(subject, &["the"]) {
            return self.unnamed(subject, form);
        }
        let gender = parent.and_then(gender_of_role);
        let last = self.persons.iter().rev().find(|trace| {
            sentence.saturating_sub(trace.sentence) <= 3
                && (gender.is_none() || trace.gender.is_none() || trace.gender == gender)
        });
        match last.and_then(|trace| trace.entity) {
            Some(entity) => self.known(subject, entity, form, 80),
            None => self.unnamed(subject, form),
        }
    }

    /// The first name among the subject's units that `accept` takes.
    fn name_in(&self, subject: &Subject, accept: impl Fn(Label) -> bool) -> Option<EntityId> {
        let units = &self.narration.units[subject.units.clone()];
        let names = units.iter().filter_map(super::narration::Unit::name);
        let mut fitting = names.filter(|&name| accept(self.mentions.items[name].label));
        self.mentions.items[fitting.next()?].entity
    }

    fn begins_with(&self, subject: &Subject, words: &[&str]) -> bool {
        let first = self
            .text
            .slice(self.narration.units[subject.units.start].span);
        words.iter().any(|word| first.eq_ignore_ascii_case(word))
    }

    /// "The Hale report", "its report", "a report by the commission": the
    /// writing if it has a name, else whoever wrote it.
    fn writing(&self, subject: &Subject) -> Resolved {
        let form = SpeakerForm::Document;
        let own = self
            .begins_with(subject, &["its", "their"])
            .then_some(self.body)
            .flatten();
        let entity = self
            .name_in(subject, |label| label == Label::Law)
            .or_else(|| self.author(subject))
            .or_else(|| self.name_in(subject, |label| matches!(label, Label::Org | Label::Person)))
            .or(own);
        match entity {
            Some(entity) => self.known(subject, entity, form, 92),
            None => self.unnamed(subject, form),
        }
    }

    /// "… by X" in the subject or directly behind it.
    fn author(&self, subject: &Subject) -> Option<EntityId> {
        let end = self.narration.units.len().min(subject.units.end + 3);
        let units = &self.narration.units[subject.units.start..end];
        let by = units
            .iter()
            .position(|unit| self.text.slice(unit.span) == "by")?;
        let mut names = units[by + 1..]
            .iter()
            .take(2)
            .filter_map(super::narration::Unit::name);
        names.find_map(|name| self.mentions.items[name].entity)
    }

    /// "The force", "the council": the body of that kind last spoken of.
    fn body_noun(&self, subject: &Subject, sentence: usize) -> Resolved {
        let form = SpeakerForm::Organisation;
        if let Some(entity) = self.name_in(subject, |label| label == Label::Org) {
            return self.known(subject, entity, form, 90);
        }
        if !self.begins_with(subject, &["the", "this", "that"]) {
            return self.unnamed(subject, form);
        }
        let head = self
            .text
            .slice(self.narration.units[subject.head_unit].span);
        let kinds = body_kinds(head);
        let fitting = self.bodies.iter().copied().filter(|&body| {
            let mut words = self.entities.get(body).name.split(' ');
            words.any(|word| kinds.iter().any(|kind| word.eq_ignore_ascii_case(kind)))
        });
        let candidates: Vec<EntityId> = fitting.take(2).collect();
        match candidates[..] {
            [only] => self.known(subject, only, form, 88),
            _ => match self.body.filter(|body| candidates.contains(body)) {
                Some(body) => self.known(subject, body, form, 80),
                None => match self.recent_thing(sentence, 3) {
                    Some((Some(body), _)) if kinds.is_empty() => {
                        self.known(subject, body, form, 75)
                    }
                    _ => self.unnamed(subject, form),
                },
            },
        }
    }

    /// "The minister": the person last spoken of with that title or role.
    fn role(&self, subject: &Subject, sentence: usize) -> Resolved {
        let form = SpeakerForm::Role;
        let head = self
            .text
            .slice(self.narration.units[subject.head_unit].span);
        if is_plural(head) {
            // "HMIC inspectors" speak for the body; "officials" for nobody named.
            let definite = !self.begins_with(subject, &["the", "some", "several", "two", "three"]);
            let body = self
                .name_in(subject, |label| label == Label::Org)
                .filter(|_| definite);
            return match body {
                Some(body) => self.known(subject, body, form, 85),
                None => self.unnamed(subject, form),
            };
        }
        if !self.begins_with(subject, &["the", "this", "that"]) {
            return self.unnamed(subject, form);
        }
        let mut known = self.persons.iter().rev().filter(|trace| {
            sentence.saturating_sub(trace.sentence) <= REACH
                && trace
                    .entity
                    .is_some_and(|entity| self.has_role(entity, head))
        });
        match known.find_map(|trace| trace.entity) {
            Some(entity) => self.known(subject, entity, form, 85),
            None => self.unnamed(subject, form),
        }
    }

    fn has_role(&self, entity: EntityId, head: &str) -> bool {
        let entity = self.entities.get(entity);
        let holds = |text: &str| {
            text.split([' ', '-', ','])
                .any(|word| word.eq_ignore_ascii_case(head))
        };
        entity.titles.iter().any(|title| holds(title))
            || entity
                .roles
                .iter()
                .any(|role| holds(self.text.slice(*role)))
    }

    /// Remembers who stands in a sentence before a cue's subject: "… Ingrid
    /// made the admission as she revealed …".
    pub(crate) fn observe_before(&mut self, index: usize, sentence: &Narrated, subject: &Subject) {
        let before = sentence.units.start..subject.units.start;
        if subject.head != Head::Pronoun || before.is_empty() {
            return;
        }
        self.observe_units(index, before);
    }

    /// Remembers whom and what a sentence spoke of. Call it after the
    /// sentence's own cues have been resolved.
    pub(crate) fn observe(&mut self, index: usize, sentence: &Narrated) {
        self.observe_units(index, sentence.units.clone());
    }

    fn observe_units(&mut self, index: usize, units: Range<usize>) {
        for unit in units.clone() {
            let Some(mention) = self.narration.units[unit].name() else {
                continue;
            };
            let Some(entity) = self.entity_of(mention) else {
                continue;
            };
            if entity.label == Label::Org && !self.bodies.contains(&entity.id) {
                if self.bodies.len() == MEMORY {
                    self.bodies.pop_front();
                }
                self.bodies.push_back(entity.id);
            }
            if entity.label == Label::Person {
                let gender = entity.gender;
                self.remember(Trace {
                    entity: Some(entity.id),
                    gender,
                    sentence: index,
                    weight: 0,
                });
            }
        }
        if let Some(subject) = self.subjects().main(units.start, units.end) {
            self.observe_subject(&subject, index);
        }
    }

    /// Remembers the subject of a sentence or cue.
    pub(crate) fn observe_subject(&mut self, subject: &Subject, sentence: usize) {
        let weight = 40;
        let neuter = subject.head == Head::Pronoun
            && gender_of_pronoun(self.text.slice(subject.span)).is_none();
        let written = neuter || subject.head == Head::Noun(WordClass::Writing);
        let resolved = self.resolve(subject, sentence);
        let entity = resolved.speaker.entity;
        match entity.map(|entity| self.entities.get(entity)) {
            // A report is not its author: "she" does not go back to him.
            Some(known) if known.label == Label::Person && !written => {
                self.remember(Trace {
                    entity,
                    gender: known.gender,
                    sentence,
                    weight,
                });
            }
            Some(known) => {
                if known.label == Label::Org {
                    self.body = entity;
                }
                self.thing = Some(Trace {
                    entity,
                    gender: None,
                    sentence,
                    weight,
                });
            }
            None => self.observe_unnamed(subject, sentence, weight),
        }
    }

    fn observe_unnamed(&mut self, subject: &Subject, sentence: usize, weight: i64) {
        let head = self
            .text
            .slice(self.narration.units[subject.head_unit].span);
        match subject.head {
            Head::Noun(WordClass::Role)
                if !is_plural(head) || self.begins_with(subject, &["one"]) =>
            {
                let gender = gender_of_role(head);
                // Somebody who may be a man or a woman yields to a name as near.
                let weight = if gender.is_some() { weight } else { weight - 4 };
                self.remember(Trace {
                    entity: None,
                    gender,
                    sentence,
                    weight,
                });
            }
            Head::Noun(WordClass::Writing | WordClass::Body) => {
                self.thing = Some(Trace {
                    entity: None,
                    gender: None,
                    sentence,
                    weight,
                });
            }
            _ => {}
        }
    }

    fn remember(&mut self, trace: Trace) {
        let same = |known: &Trace| {
            known.sentence == trace.sentence
                && known.entity == trace.entity
                && known.weight >= trace.weight
        };
        if self.persons.iter().rev().take(4).any(same) {
            return;
        }
        if self.persons.len() == MEMORY {
            self.persons.pop_front();
        }
        self.persons.push_back(trace);
    }
}

impl Subject {
    /// Whether the words are a relative pronoun, whatever it stands for.
    pub(crate) fn is_relative(&self, text: Text<'_>) -> bool {
        matches!(text.slice(self.span), "who" | "which" | "Who" | "Which")
    }

    /// Whether the words describe one person without saying which.
    pub(crate) fn is_indefinite_role(&self, text: Text<'_>, narration: &Narration) -> bool {
        let first = &narration.units[self.units.start];
        let folded = Folded::new(text.slice(first.span));
        let open = folded
            .is_some_and(|word| matches!(word.as_str(), "a" | "an" | "one" | "top" | "senior"));
        let single = !is_plural(text.slice(narration.units[self.head_unit].span));
        open && single && self.head == Head::Noun(WordClass::Role)
    }
}
