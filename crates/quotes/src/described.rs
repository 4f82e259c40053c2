//! Whom a description stands for that the article explains elsewhere: "one
//! nurse who flies with the crew", "a senior officer" in the lead, `DUNNE:`.

use onrecord_core::layers::{Entities, Entity, EntityId, Label, Mentions, Speaker, SpeakerForm};
use onrecord_core::{Span, Text};

use crate::narration::Narration;
use crate::nouns::{content_words, same_stem};
use crate::story::StoryParagraph;
use crate::subjects::Subject;

/// Units behind an indefinite subject that still describe it.
const DESCRIPTION: usize = 6;

/// Bytes of a role's description that are compared.
const ROLE_WINDOW: usize = 80;

/// Descriptions compared with one subject; an article has a handful.
const MAX_ROLES: usize = 64;

/// People whom a transcript's label may stand for.
const MAX_LABELLED: usize = 256;

/// The article's descriptions of people.
pub(crate) struct Descriptions<'d> {
    text: Text<'d>,
    mentions: &'d Mentions,
    entities: &'d Entities,
    narration: &'d Narration,
    /// What people are said to be, in order.
    roles: Vec<(Span, EntityId)>,
}

impl<'d> Descriptions<'d> {
    pub(crate) fn new(
        text: Text<'d>,
        mentions: &'d Mentions,
        entities: &'d Entities,
        narration: &'d Narration,
    ) -> Self {
        let of = |entity: &'d Entity| entity.roles.iter().map(move |&role| (role, entity.id));
        let mut roles: Vec<(Span, EntityId)> = entities.items.iter().flat_map(of).collect();
        roles.sort_unstable();
        Self {
            text,
            mentions,
            entities,
            narration,
            roles,
        }
    }

    /// The one person whose role is described further down in the same words:
    /// "one nurse who flies with the crew" and, later, "Kit Moss is a nurse in
    /// the air crew".
    pub(crate) fn described_later(&self, subject: &Subject) -> Option<EntityId> {
        let from = self.narration.units[subject.units.start].span;
        let to = subject.units.end + DESCRIPTION;
        let to = self.narration.units[to.min(self.narration.units.len()) - 1].span;
        let words: Vec<&str> = content_words(self.text.slice(from.cover(to))).collect();
        let later = self
            .roles
            .partition_point(|(role, _)| role.start <= subject.span.end);
        let later = self.roles[later..].iter().take(MAX_ROLES);
        let mut people = later.filter_map(|(role, person)| {
            let told = content_words(self.described_from(role.start));
            let shared = told.filter(|word| words.iter().any(|other| same_stem(word, other)));
            (shared.count() >= 2).then_some(*person)
        });
        let first = people.next()?;
        people.all(|other| other == first).then_some(first)
    }

    /// A role with the words behind it, up to the end of its sentence.
    fn described_from(&self, start: u32) -> &'d str {
        let rest = self.text.as_str().get(start as usize..).unwrap_or_default();
        let ends = |(at, c): &(usize, char)| *at > ROLE_WINDOW || matches!(c, '.' | '\n' | ';');
        let end = rest
            .char_indices()
            .find(ends)
            .map_or(rest.len(), |(at, _)| at);
        rest.get(..end).unwrap_or_default()
    }

    /// Who a transcript's label stands for: a name in it, or the one person
    /// whose surname or initials it is.
    pub(crate) fn labelled(&self, label: Span) -> Option<Speaker> {
        let mention = self.mentions.items[self.mentions.within(label)]
            .iter()
            .find_map(|m| m.entity);
        let word = self.text.slice(label);
        if matches!(word, "Q" | "A" | "QUESTION" | "ANSWER") {
            return None;
        }
        let fits = |entity: &&Entity| {
            let initials = entity
                .name
                .split(' ')
                .filter_map(|part| part.chars().next());
            let surname = entity.name.rsplit(' ').next();
            entity.label == Label::Person
                && (surname.is_some_and(|surname| surname.eq_ignore_ascii_case(word))
                    || word.chars().eq(initials))
        };
        let known = self.entities.items.iter().take(MAX_LABELLED);
        let mut people = known.filter(fits).map(|entity| entity.id);
        let only = people.next().filter(|_| people.next().is_none());
        let entity = mention.or(only);
        let name = entity.map(|entity| self.entities.get(entity).name.clone());
        Some(Speaker {
            span: Some(label),
            entity,
            name,
            form: SpeakerForm::Name,
        })
    }

    /// The one titled person whom some paragraphs introduce, for a lead that
    /// speaks of "a senior officer" before it names her.
    pub(crate) fn introduced_in(&self, paragraphs: &[StoryParagraph]) -> Option<EntityId> {
        let inside = |paragraph: &StoryParagraph| self.mentions.within(paragraph.span);
        let mentions = paragraphs
            .iter()
            .flat_map(inside)
            .map(|index| &self.mentions.items[index]);
        let titled = mentions.filter(|mention| {
            mention.label == Label::Person && (mention.title.is_some() || mention.role.is_some())
        });
        let mut people = titled.filter_map(|mention| mention.entity);
        let first = people.next()?;
        people.all(|other| other == first).then_some(first)
    }
}
