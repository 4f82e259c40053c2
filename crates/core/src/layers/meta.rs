use serde::Serialize;

use crate::document::Document;
use crate::error::LayerError;
use crate::layer::{Layer, check_span};
use crate::text::Span;

/// Facts about the article as a publication. Writers show it as `meta`,
/// beside the layers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// The headline.
    pub headline: Option<Span>,
    /// When it was published.
    pub published: Option<Dated>,
    /// When it was last changed.
    pub updated: Option<Dated>,
    /// Who wrote it.
    pub byline: Option<Byline>,
    /// Where it stands, as the record says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A date with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// ISO 8601, as exact as the evidence: `2018-03-22T17:46`, `2018-03-22`, `2018-03`.
    pub value: String,
    /// Where the text says so; none if it came with the record.
    pub span: Option<Span>,
    /// How it is known.
    pub basis: DateBasis,
}

/// How a date is known. A date that is not known at all is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// A dateline or the record states it.
    Stated,
    /// The body implies it ("Today (Wednesday 22 June) …").
    Text,
}

/// An author line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Byline {
    /// The line, if it stands in the text.
    pub span: Option<Span>,
    /// The authors, without "By".
    pub authors: Vec<String>,
}

impl Layer for Meta {
    const NAME: &'static str = "meta";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        let dates = [&self.published, &self.updated].into_iter().flatten();
        let byline = self.byline.iter().filter_map(|byline| byline.span);
        let spans = dates
            .filter_map(|date| date.span)
            .chain(byline)
            .chain(self.headline);
        for span in spans {
            check_span(Self::NAME, doc, span)?;
        }
        Ok(())
    }
}
