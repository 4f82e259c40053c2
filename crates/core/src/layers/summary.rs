use serde::Serialize;

use super::sentences::{SentenceId, Sentences};
use crate::document::Document;
use crate::error::LayerError;
use crate::layer::{Layer, check_index, check_sorted};
use crate::score::Score;
use crate::text::Span;

/// The sentences that stand for the article, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Sorted by position.
    pub sentences: Vec<SummarySentence>,
}

/// A picked sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SummarySentence {
    /// Which.
    pub sentence: SentenceId,
    /// Its span, so that the output can be read without the sentences.
    pub span: Span,
    /// 1 for the most important.
    pub rank: u32,
    /// Importance.
    pub score: Score,
}

impl Layer for Summary {
    const NAME: &'static str = "summary";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        check_sorted(
            Self::NAME,
            doc,
            self.sentences.iter().map(|picked| picked.span),
        )?;
        let sentences = doc
            .layer::<Sentences>()
            .map_or(&[][..], |layer| &layer.items);
        for picked in &self.sentences {
            check_index(
                Self::NAME,
                "sentence",
                picked.sentence.index(),
                sentences.len(),
            )?;
            if sentences[picked.sentence.index()].span != picked.span {
                let message = format!("{:?} is not the span of its sentence", picked.span);
                return Err(LayerError::new(Self::NAME, message));
            }
        }
        Ok(())
    }
}
