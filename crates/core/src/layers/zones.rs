use serde::Serialize;

use crate::document::Document;
use crate::error::LayerError;
use crate::id::Id;
use crate::layer::{Layer, check_sorted};
use crate::text::Span;

/// Index into [`Zones`].
pub type ZoneId = Id<Zone>;

/// What each part of a page is. Every visible character lies in exactly one
/// zone; a zone is a run of lines of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Zones {
    /// Sorted, not overlapping.
    pub items: Vec<Zone>,
}

/// A run of lines of one kind, or a part of a line where two are glued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Zone {
    /// From the first to the last visible character.
    pub span: Span,
    /// What it is.
    pub kind: ZoneKind,
    /// Which sort of dateline or boilerplate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtype: Option<ZoneSubtype>,
}

/// The parts of a page, after the annotation guide, section 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneKind {
    /// The title of the article.
    Headline,
    /// A summary line under the headline.
    Standfirst,
    /// Publication and update stamps.
    Dateline,
    /// The author line.
    Byline,
    /// The first occurrence of a picture's caption.
    Caption,
    /// Page furniture.
    Boilerplate,
    /// The headline of another article.
    Related,
    /// The article.
    Body,
}

impl ZoneKind {
    /// Whether it is text somebody wrote for this article: headline, standfirst or body.
    pub const fn is_story(self) -> bool {
        matches!(self, Self::Headline | Self::Standfirst | Self::Body)
    }
}

/// Sorts of datelines and boilerplate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneSubtype {
    /// When it was published.
    Published,
    /// When it was changed.
    Updated,
    /// A date without a word that says of what.
    Dated,
    /// A caption that was there before.
    RepeatedCaption,
    /// "Have your say".
    EngagementPrompt,
    /// "Hide Ad".
    AdMarker,
    /// "Sign up to our daily newsletter".
    NewsletterPromo,
    /// "Read More".
    ReadMore,
    /// "Related Content".
    RelatedHeader,
    /// "No related content found".
    EmptyPlaceholder,
    /// "Share this article", "Follow us on …".
    Sharing,
    /// Copyright, cookie and subscription notices.
    Notice,
}

impl Zones {
    /// The kind of a zone.
    pub fn kind(&self, id: ZoneId) -> ZoneKind {
        self.items[id.index()].kind
    }

    /// The zone around a byte offset.
    pub fn at(&self, offset: u32) -> Option<&Zone> {
        let after = self.items.partition_point(|zone| zone.span.start <= offset);
        let zone = self.items.get(after.checked_sub(1)?)?;
        zone.span.contains_offset(offset).then_some(zone)
    }
}

impl Layer for Zones {
    const NAME: &'static str = "zones";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        check_sorted(Self::NAME, doc, self.items.iter().map(|zone| zone.span))?;
        let mut zones = self.items.iter().peekable();
        for (at, c) in doc.text().as_str().char_indices() {
            while zones.next_if(|zone| zone.span.end as usize <= at).is_some() {}
            let inside = zones
                .peek()
                .is_some_and(|zone| zone.span.start as usize <= at);
            if !inside && !c.is_whitespace() && !c.is_control() && c != '\u{FEFF}' {
                return Err(LayerError::new(
                    Self::NAME,
                    format!("{c:?} at {at} lies in no zone"),
                ));
            }
        }
        Ok(())
    }
}
