use std::ops::Range;

use serde::Serialize;

use super::paragraphs::{ParagraphId, Paragraphs};
use super::tokens::Tokens;
use crate::document::Document;
use crate::error::LayerError;
use crate::id::Id;
use crate::layer::{Layer, check_index, check_sorted};
use crate::text::Span;

/// Index into [`Sentences`].
pub type SentenceId = Id<Sentence>;

/// The sentences of every paragraph, in order. They tile the paragraph but
/// for the white space between them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Sentences {
    /// Sorted, not overlapping, none empty.
    pub items: Vec<Sentence>,
}

/// A sentence. Quotation marks belong to the sentence they open or close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Where.
    pub span: Span,
    /// The paragraph it is part of.
    pub paragraph: ParagraphId,
    /// Its tokens, as indices into the token layer.
    #[serde(skip)]
    pub tokens: Range<u32>,
}

impl Sentence {
    /// Its tokens, ready for indexing [`Tokens::items`].
    pub fn token_range(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }
}

impl Sentences {
    /// Index of the sentence around a byte offset.
    pub fn at(&self, offset: u32) -> Option<SentenceId> {
        let after = self
            .items
            .partition_point(|sentence| sentence.span.start <= offset);
        let index = after.checked_sub(1)?;
        self.items[index]
            .span
            .contains_offset(offset)
            .then(|| SentenceId::new(index))
    }
}

impl Layer for Sentences {
    const NAME: &'static str = "sentences";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        check_sorted(
            Self::NAME,
            doc,
            self.items.iter().map(|sentence| sentence.span),
        )?;
        let paragraphs = doc
            .layer::<Paragraphs>()
            .map_or(&[][..], |layer| &layer.items);
        let tokens = doc.layer::<Tokens>().map_or(0, |layer| layer.items.len());
        for sentence in &self.items {
            let paragraph = sentence.paragraph.index();
            check_index(Self::NAME, "paragraph", paragraph, paragraphs.len())?;
            let range = sentence.token_range();
            let inside = paragraphs[paragraph].span.contains(sentence.span);
            if !inside || range.start > range.end || range.end > tokens {
                let message = format!("{:?} is not inside its paragraph and tokens", sentence.span);
                return Err(LayerError::new(Self::NAME, message));
            }
        }
        Ok(())
    }
}
