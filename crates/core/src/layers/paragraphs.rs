use serde::Serialize;

use super::zones::{ZoneId, Zones};
use crate::document::Document;
use crate::error::LayerError;
use crate::id::Id;
use crate::layer::{Layer, check_index, check_sorted};
use crate::text::Span;

/// Index into [`Paragraphs`].
pub type ParagraphId = Id<Paragraph>;

/// The lines of the page, of every zone, in order. One line is one paragraph;
/// a line that glues two captions together is two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Paragraphs {
    /// Sorted, not overlapping, none empty.
    pub items: Vec<Paragraph>,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// From the first to the last visible character.
    pub span: Span,
    /// The zone it lies in.
    pub zone: ZoneId,
}

impl Layer for Paragraphs {
    const NAME: &'static str = "paragraphs";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        check_sorted(
            Self::NAME,
            doc,
            self.items.iter().map(|paragraph| paragraph.span),
        )?;
        let Some(zones) = doc.layer::<Zones>() else {
            return Ok(());
        };
        for paragraph in &self.items {
            let zone = paragraph.zone.index();
            check_index(Self::NAME, "zone", zone, zones.items.len())?;
            if !zones.items[zone].span.contains(paragraph.span) {
                let message = format!("{:?} is not inside its zone", paragraph.span);
                return Err(LayerError::new(Self::NAME, message));
            }
        }
        Ok(())
    }
}
