use crate::document::Document;
use crate::error::LayerError;
use crate::layer::{Layer, check_span};
use crate::text::Span;

/// What the record said about the article besides its text: stored by the
/// reader, read by the processors that would otherwise have to guess.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Given {
    /// The part of the text that came from the record's headline field.
    pub headline: Option<Span>,
    /// Publication date as the record gives it.
    pub published: Option<String>,
    /// Date of the last change as the record gives it.
    pub updated: Option<String>,
    /// Author line as the record gives it.
    pub byline: Option<String>,
    /// Address of the article.
    pub url: Option<String>,
}

impl Layer for Given {
    const NAME: &'static str = "given";
    const SHOWN: bool = false;

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        self.headline
            .map_or(Ok(()), |span| check_span(Self::NAME, doc, span))
    }
}
