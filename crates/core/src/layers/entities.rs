use serde::Serialize;

use super::mentions::{Label, MentionId, Mentions};
use crate::document::Document;
use crate::error::LayerError;
use crate::id::Id;
use crate::layer::{Layer, check_index, check_span};
use crate::text::Span;

/// Index into [`Entities`].
pub type EntityId = Id<Entity>;

/// Who and what the article names, in order of first mention.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Entities {
    /// In order of first mention; an entity's id is its index.
    pub items: Vec<Entity>,
}

/// One person, body, place or thing with all its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// Its index in the layer.
    pub id: EntityId,
    /// Its type.
    pub label: Label,
    /// The longest form of its name in the article, without title.
    pub name: String,
    /// The other forms, with and without titles, in order of first use.
    pub aliases: Vec<String>,
    /// Titles in full, in order of first use.
    pub titles: Vec<String>,
    /// What it is said to be: "UK director of …".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Span>,
    /// Where it is named, in order.
    pub mentions: Vec<MentionId>,
    /// A person's gender as titles and first name suggest it. Evidence for
    /// pronouns; not shown, since it is a guess about a person.
    #[serde(skip)]
    pub gender: Option<Gender>,
}

/// Grammatical gender of the pronouns used for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// She, her.
    Female,
    /// He, him.
    Male,
}

impl Entities {
    /// The entity with an id.
    pub fn get(&self, id: EntityId) -> &Entity {
        &self.items[id.index()]
    }
}

impl Layer for Entities {
    const NAME: &'static str = "entities";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        let mentions = doc
            .layer::<Mentions>()
            .map_or(&[][..], |layer| &layer.items);
        for (index, entity) in self.items.iter().enumerate() {
            if entity.id.index() != index || entity.mentions.is_empty() {
                let message = format!("entity {index} has another id, or no mention");
                return Err(LayerError::new(Self::NAME, message));
            }
            for span in &entity.roles {
                check_span(Self::NAME, doc, *span)?;
            }
            for mention in &entity.mentions {
                check_index(Self::NAME, "mention", mention.index(), mentions.len())?;
                if mentions[mention.index()].entity != Some(entity.id) {
                    let message = format!("mention {mention:?} does not point back to {index}");
                    return Err(LayerError::new(Self::NAME, message));
                }
            }
        }
        for id in mentions.iter().filter_map(|mention| mention.entity) {
            check_index(Self::NAME, "entity", id.index(), self.items.len())?;
        }
        Ok(())
    }
}
