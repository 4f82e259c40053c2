//! Immutable text and spans in it.

use std::ops::Range;

use serde::ser::{Serialize, SerializeTuple, Serializer};

/// A half-open range of UTF-8 byte offsets into one document's text.
///
/// A span is only meaningful together with the text it was made for; that its
/// ends are in bounds and on character boundaries is checked when a layer is
/// stored. Spans order by start, then the longer one first, so that an
/// enclosing span precedes what it encloses.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// A span from two byte offsets; an `end` before `start` gives an empty span.
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains_offset(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// As a range for indexing byte slices.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl Ord for Span {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.start.cmp(&other.start).then(other.end.cmp(&self.end))
    }
}

impl PartialOrd for Span {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Writes `[start, end]`.
///
/// The two ends are serialised as `u128`, a type nothing else in a layer has a
/// use for: that is how the output formatter tells a text offset from a plain
/// number and converts it to the unit asked for (see [`crate::Offsets`]).
impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_tuple(2)?;
        pair.serialize_element(&u128::from(self.start))?;
        pair.serialize_element(&u128::from(self.end))?;
        pair.end()
    }
}

/// A borrowed document text. Copying it copies a pointer.
#[derive(Clone, Copy, Debug)]
pub struct Text<'d>(&'d str);

impl<'d> Text<'d> {
    /// Wraps a text of at most `u32::MAX` bytes; [`crate::Document::new`] enforces the limit.
    pub const fn new(text: &'d str) -> Self {
        Self(text)
    }

    /// The whole text.
    pub const fn as_str(self) -> &'d str {
        self.0
    }

    /// The text's bytes, for scanners.
    pub const fn bytes(self) -> &'d [u8] {
        self.0.as_bytes()
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.0.len() as u32
    }

    /// Whether there is no text at all.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The span of a byte range, if it is in bounds and on character boundaries.
    pub fn span(self, range: Range<usize>) -> Option<Span> {
        self.0.get(range.clone())?;
        Some(Span::new(range.start as u32, range.end as u32))
    }

    /// The words under a span. A span of another text yields the empty string
    /// rather than a panic; layer checks report it.
    pub fn slice(self, span: Span) -> &'d str {
        self.0.get(span.range()).unwrap_or_default()
    }

    /// Whether `span` is a slice of this text.
    pub fn holds(self, span: Span) -> bool {
        self.0.get(span.range()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_order_by_start_then_longest() {
        let mut spans = [Span::new(4, 6), Span::new(0, 2), Span::new(0, 9)];
        spans.sort();
        assert_eq!(spans, [Span::new(0, 9), Span::new(0, 2), Span::new(4, 6)]);
    }

    #[test]
    fn slices_never_panic() {
        let text = Text::new("a£b");
        assert_eq!(text.slice(Span::new(1, 3)), "£");
        assert_eq!(text.slice(Span::new(2, 3)), "");
        assert_eq!(text.slice(Span::new(1, 99)), "");
        assert_eq!(text.span(1..2), None);
    }
}
