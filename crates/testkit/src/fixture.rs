//! An article with what should be found in it.

use onrecord_core::layers::{
    Entities, Entity, EntityId, Mention, MentionId, Mentions, Meta, Paragraph, Paragraphs, Zone,
    ZoneId, ZoneKind, Zones,
};
use onrecord_core::{Document, Provides, Span, Text};
use onrecord_text::{Segmenter, ZoneFinder};

use crate::apply::apply;
use crate::markup::{self, GoldEntity, GoldMention, GoldQuote, MarkupError, TableLine};

/// A marked-up text taken apart: the plain text, and what the marks say. The
/// format: [`crate::markup`].
///
/// Spans are byte offsets into [`Fixture::text`].
#[derive(Debug, Clone)]
pub struct Fixture {
    /// The text without marks and table.
    pub text: String,
    /// Names in order.
    pub mentions: Vec<GoldMention>,
    /// Who and what the marks speak of: the named in order of first mention,
    /// then those who are not named.
    pub entities: Vec<GoldEntity>,
    /// Quotations by number.
    pub quotes: Vec<GoldQuote>,
    /// Lines of the table that are the caller's to understand or to refuse.
    pub others: Vec<TableLine>,
}

impl Fixture {
    /// Takes a marked-up text apart.
    ///
    /// # Errors
    /// The first fault in the markup, with its line.
    pub fn parse(source: &str) -> Result<Self, MarkupError> {
        let parsed = markup::parse(source)?;
        Ok(Self {
            text: parsed.text,
            mentions: parsed.mentions,
            entities: parsed.entities,
            quotes: parsed.quotes,
            others: parsed.others,
        })
    }

    /// The text without any layer.
    ///
    /// # Panics
    /// Never: no test writes a text of over 4 GiB.
    pub fn bare_document(&self) -> Document {
        Document::new("fixture", self.text.as_str()).expect("shorter than 4 GiB")
    }

    /// The text as a whole page, the first line its headline: zones,
    /// paragraphs, tokens and sentences as `onrecord-text` finds them, mentions
    /// and entities as marked.
    pub fn document(&self) -> Document {
        let mut doc = self.bare_document();
        apply::<ZoneFinder>(&mut doc);
        self.complete(doc)
    }

    /// The same, but every line is a paragraph of the body: for texts of a
    /// line or two.
    ///
    /// # Panics
    /// Never: the layers are made so that they hold.
    pub fn body_document(&self) -> Document {
        let mut doc = self.bare_document();
        body_layers(doc.text())
            .store(&mut doc)
            .expect("made to hold");
        self.complete(doc)
    }

    fn complete(&self, mut doc: Document) -> Document {
        apply::<Segmenter>(&mut doc);
        (self.mention_layer(), self.entity_layer())
            .store(&mut doc)
            .unwrap_or_else(|error| panic!("marks make no layer: {error}"));
        doc
    }

    /// The words under a span.
    pub fn words(&self, span: Span) -> &str {
        Text::new(&self.text).slice(span)
    }

    /// The entity with a key.
    pub fn entity(&self, key: &str) -> Option<&GoldEntity> {
        self.entities.iter().find(|entity| entity.key == key)
    }

    fn mention_layer(&self) -> Mentions {
        let items = self.mentions.iter().map(|gold| Mention {
            entity: Some(EntityId::new(gold.entity)),
            title: gold.title,
            ..Mention::new(gold.span, gold.label)
        });
        Mentions {
            items: items.collect(),
        }
    }

    /// Unnamed entities have no mention and so no place in the layer; they
    /// come last, so that leaving them out moves no index.
    fn entity_layer(&self) -> Entities {
        let mut items = Vec::new();
        for (index, gold) in self.entities.iter().enumerate() {
            let own = || {
                let mentions = self.mentions.iter().enumerate();
                mentions.filter(move |(_, mention)| mention.entity == index)
            };
            let Some((_, first)) = own().next() else {
                continue;
            };
            let (mut aliases, mut titles) = (Vec::new(), Vec::new());
            for (_, mention) in own() {
                let title = mention.title.map(|title| self.words(title).to_owned());
                let full = mention.title.map(|title| title.cover(mention.span));
                for span in full.into_iter().chain([mention.span]) {
                    push_new(&mut aliases, self.words(span), &gold.name);
                }
                if let Some(title) = title {
                    push_new(&mut titles, &title, "");
                }
            }
            items.push(Entity {
                id: EntityId::new(index),
                label: first.label,
                name: gold.name.clone(),
                aliases,
                titles,
                roles: gold.roles.clone(),
                mentions: own().map(|(index, _)| MentionId::new(index)).collect(),
                gender: gold.gender,
            });
        }
        Entities { items }
    }
}

fn push_new(list: &mut Vec<String>, words: &str, except: &str) {
    if words != except && !list.iter().any(|known| known == words) {
        list.push(words.to_owned());
    }
}

/// Layers that call every visible line a paragraph of one body.
fn body_layers(text: Text<'_>) -> (Zones, Paragraphs, Meta) {
    let mut paragraphs = Paragraphs::default();
    let mut at = 0;
    for line in text.as_str().split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let end = at + line.trim_end().len();
        if start < end {
            paragraphs.items.push(Paragraph {
                span: Span::new(start as u32, end as u32),
                zone: ZoneId::new(0),
            });
        }
        at += line.len();
    }
    let mut zones = Zones::default();
    if let [first, .., last] | [first @ last] = &paragraphs.items[..] {
        zones.items.push(Zone {
            span: first.span.cover(last.span),
            kind: ZoneKind::Body,
            subtype: None,
        });
    }
    (zones, paragraphs, Meta::default())
}
