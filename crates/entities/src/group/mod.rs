//! Who is who: mentions of one person, body or place become one entity.
//!
//! One pass in document order. Every mention asks a few hashed keys for at
//! most [`FEW`] candidates, so the work is linear in the number of mentions.

mod acronyms;
mod bodies;
mod persons;
mod profile;

use onrecord_core::layers::{Entities, Label, Mention};
use onrecord_core::{Budget, ProcessError};

use crate::tagger::Name;
use crate::words::Words;

/// How many candidates one key may hold; the oldest are dropped.
const FEW: usize = 32;

/// Gives every name its entity. `places` says where among the mentions each name is.
pub(crate) fn group(
    words: &Words<'_>,
    names: &[Name],
    places: &[usize],
    mentions: &mut [Mention],
    budget: &Budget,
) -> Result<Entities, ProcessError> {
    let mut persons = persons::Persons::default();
    let mut bodies = bodies::Bodies::default();
    let mut profiles: Vec<profile::Profile> = Vec::new();
    for (index, (name, place)) in names.iter().zip(places).enumerate() {
        budget.spend(FEW as u64)?;
        let next = profiles.len();
        let entity = if name.label == Label::Person {
            persons.resolve(words, name, index, next)
        } else {
            bodies.resolve(words, names, index, next)
        };
        if entity == next {
            profiles.push(profile::Profile::new(name.label));
        }
        profiles[entity].add(words, name, &mut mentions[*place], entity, *place);
    }
    let items = profiles.into_iter().enumerate();
    Ok(Entities {
        items: items.map(|(id, profile)| profile.into_entity(id)).collect(),
    })
}
