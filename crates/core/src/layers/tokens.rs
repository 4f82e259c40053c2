use serde::Serialize;

use crate::document::Document;
use crate::error::LayerError;
use crate::id::Id;
use crate::layer::{Layer, check_sorted};
use crate::text::Span;

/// Index into [`Tokens`].
pub type TokenId = Id<Token>;

/// Words, numbers, marks: everything visible, in order. Not part of the output.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Tokens {
    /// Sorted, not overlapping, none empty.
    pub items: Vec<Token>,
}

/// A token; its words are in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TokenKind,
    /// How its letters are written.
    pub case: Case,
}

/// Kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and full stops: `don't`,
    /// `multi-agency`, `O’Brien`, `U.S.`, `Dr.`.
    Word,
    /// A split-off ending: `'s`, `’re`, `’ll`, `’d`, `’ve`, `’m`.
    Clitic,
    /// Begins with a digit: `1,400`, `6pm`, `22nd`, `09:32`, `2019/20`.
    Number,
    /// `https://…`, `www.…`, a bare domain with a path, an e-mail address.
    Url,
    /// `#tag`.
    Hashtag,
    /// `@name`.
    Handle,
    /// A quotation mark of any kind or direction, single or double, also a
    /// single one that may be an apostrophe (`Bates'`). Never word-internal.
    Mark,
    /// `. ! ? …`, also repeated.
    Stop,
    /// `, ; :`, brackets, dashes and other punctuation, one at a time.
    Punctuation,
    /// Currency signs, percent, ampersand, emoji and all the rest.
    Symbol,
}

/// How the letters of a token are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// No letters, or none with case.
    None,
    /// `force`
    Lower,
    /// `Force`, `Jean-Claude`, `A`
    Title,
    /// `HMIC`, `U.S.`; two letters or more.
    Upper,
    /// `McDonald`, `O’Brien`, `PCs`: begins with a capital, more inside.
    Camel,
    /// `iPhone`, `eBay`: begins small, capitals inside.
    Mixed,
}

impl Case {
    /// Whether the first letter is a capital.
    pub const fn starts_upper(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Camel)
    }
}

impl Tokens {
    /// Index of the first token that starts at or after a byte offset.
    pub fn first_from(&self, offset: u32) -> usize {
        self.items
            .partition_point(|token| token.span.start < offset)
    }

    /// The tokens that start inside a span.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        self.first_from(span.start)..self.first_from(span.end)
    }
}

impl Layer for Tokens {
    const NAME: &'static str = "tokens";
    const SHOWN: bool = false;

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        check_sorted(Self::NAME, doc, self.items.iter().map(|token| token.span))
    }
}
