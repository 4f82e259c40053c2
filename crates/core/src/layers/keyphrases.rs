use serde::Serialize;

use crate::document::Document;
use crate::error::LayerError;
use crate::layer::{Layer, check_span};
use crate::text::Span;

/// What the article is about, most important first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Keyphrases {
    /// In order of rank.
    pub items: Vec<Keyphrase>,
}

/// A noun phrase or name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Keyphrase {
    /// As written at `span`.
    pub text: String,
    /// Its first occurrence.
    pub span: Span,
    /// 1 for the most important.
    pub rank: u32,
}

impl Layer for Keyphrases {
    const NAME: &'static str = "keyphrases";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        for (index, phrase) in self.items.iter().enumerate() {
            check_span(Self::NAME, doc, phrase.span)?;
            if doc.text().slice(phrase.span) != phrase.text || phrase.rank as usize != index + 1 {
                let message = format!("{:?} is not what its span and rank say", phrase.text);
                return Err(LayerError::new(Self::NAME, message));
            }
        }
        Ok(())
    }
}
