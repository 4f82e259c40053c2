//! What is gathered of one entity while its mentions are read.

use std::collections::HashSet;

use onrecord_core::Span;
use onrecord_core::layers::{Entity, EntityId, Gender, Label, Mention, MentionId};

use crate::layout::class;
use crate::tagger::Name;
use crate::titles;
use crate::words::Words;

/// An entity in the making.
#[derive(Debug)]
pub(super) struct Profile {
    label: Label,
    /// Surface forms in order of first use, without titles and with them.
    forms: Vec<String>,
    seen: HashSet<String>,
    /// Index into `forms` and number of words of the longest form without title.
    longest: Option<(usize, usize)>,
    titles: Vec<String>,
    roles: Vec<Span>,
    mentions: Vec<MentionId>,
    gender_of_titles: Option<Gender>,
    gender_of_name: Option<Gender>,
}

impl Profile {
    pub(super) fn new(label: Label) -> Self {
        Self {
            label,
            forms: Vec::new(),
            seen: HashSet::new(),
            longest: None,
            titles: Vec::new(),
            roles: Vec::new(),
            mentions: Vec::new(),
            gender_of_titles: None,
            gender_of_name: None,
        }
    }

    /// Adds a mention and points it here.
    pub(super) fn add(
        &mut self,
        words: &Words<'_>,
        name: &Name,
        mention: &mut Mention,
        entity: usize,
        index: usize,
    ) {
        mention.entity = Some(EntityId::new(entity));
        self.mentions.push(MentionId::new(index));
        let text = words.text();
        let tokens = &name.candidate.tokens;
        if let Some(form) = self.add_form(text.slice(mention.span)) {
            let length = tokens.len();
            // "Leeds" before "LEEDS", "Kent Police" before "Kent police".
            let rank = |form: &str| {
                let capitals = form.chars().filter(|c| c.is_uppercase()).count();
                (form.contains(char::is_lowercase), capitals, form.len())
            };
            let better = self.longest.is_none_or(|(best, words)| {
                (length, rank(&self.forms[form])) > (words, rank(&self.forms[best]))
            });
            if better {
                self.longest = Some((form, length));
            }
        }
        if mention.title.is_some() {
            self.add_form(text.slice(mention.with_title()));
        }
        self.roles.extend(mention.role);
        if let Some(title) = &mention.title_long
            && !self.titles.contains(title)
            && self.titles.len() < super::FEW
        {
            self.titles.push(title.clone());
        }
        if self.label == Label::Person {
            let title = name.candidate.title.as_ref();
            let told = title.and_then(|title| titles::gender(words, title));
            self.gender_of_titles = self.gender_of_titles.or(told);
            if tokens.len() > 1 || self.gender_of_name.is_none() {
                self.gender_of_name = gender_of(words, tokens.start).or(self.gender_of_name);
            }
        }
    }

    /// The index of a form that was not there before.
    fn add_form(&mut self, form: &str) -> Option<usize> {
        if self.seen.contains(form) {
            return None;
        }
        self.seen.insert(form.to_owned());
        self.forms.push(form.to_owned());
        Some(self.forms.len() - 1)
    }

    pub(super) fn into_entity(self, id: usize) -> Entity {
        let mut aliases = self.forms;
        let name = self
            .longest
            .map_or_else(String::new, |(longest, _)| aliases.remove(longest));
        Entity {
            id: EntityId::new(id),
            label: self.label,
            name,
            aliases,
            titles: self.titles,
            roles: self.roles,
            mentions: self.mentions,
            gender: self.gender_of_titles.or(self.gender_of_name),
        }
    }
}

/// Gender that a given name suggests, where at least ten in eleven bearers have it.
pub(super) fn gender_of(words: &Words<'_>, given: usize) -> Option<Gender> {
    let classes = words.classes(given);
    if classes.any(class::FEMALE) {
        Some(Gender::Female)
    } else if classes.any(class::MALE) {
        Some(Gender::Male)
    } else {
        None
    }
}
