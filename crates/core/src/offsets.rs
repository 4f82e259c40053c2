//! Units of text offsets in output. Inside there are only bytes.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

/// The unit in which output counts text positions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode code points: what Python, R and the web annotation tools count.
    #[default]
    Char,
    /// UTF-8 bytes: what Rust, Go and file seeks count.
    Byte,
    /// UTF-16 code units: what JavaScript, Java and C# count.
    Utf16,
}

impl OffsetUnit {
    /// The name used in output and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Char => "char",
            Self::Byte => "byte",
            Self::Utf16 => "utf16",
        }
    }
}

/// Converts byte offsets of one text. Free for ASCII; otherwise one entry for
/// each wide character, as in rust-analyzer's `line-index`.
#[derive(Debug)]
pub struct Offsets {
    unit: OffsetUnit,
    /// For each character wider than a byte: the offset behind it, and how much
    /// smaller the converted offset is from there on.
    wide: Vec<(u32, u32)>,
}

impl Offsets {
    /// Prepares the conversion for `text`.
    pub fn new(text: &str, unit: OffsetUnit) -> Self {
        let mut wide = Vec::new();
        if unit != OffsetUnit::Byte && !text.is_ascii() {
            let mut saved = 0;
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
                let width = if unit == OffsetUnit::Char {
                    1
                } else {
                    c.len_utf16()
                };
                saved += (c.len_utf8() - width) as u32;
                wide.push(((at + c.len_utf8()) as u32, saved));
            }
        }
        Self { unit, wide }
    }

    /// The unit converted to.
    pub const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// Converts a byte offset on a character boundary.
    pub fn convert(&self, byte: u32) -> u32 {
        let before = self.wide.partition_point(|(behind, _)| *behind <= byte);
        byte - before.checked_sub(1).map_or(0, |last| self.wide[last].1)
    }

    /// Compact JSON of anything that holds [`crate::Span`]s, converted.
    ///
    /// # Errors
    /// What the value's `Serialize` reports.
    pub fn to_json<T: Serialize + ?Sized>(&self, value: &T) -> serde_json::Result<String> {
        let mut out = Vec::with_capacity(256);
        value.serialize(&mut Serializer::with_formatter(&mut out, Converting(self)))?;
        String::from_utf8(out).map_err(|error| serde_json::Error::io(io::Error::other(error)))
    }
}

/// Compact JSON in which `u128`s, the mark of a text offset, are converted.
struct Converting<'o>(&'o Offsets);

impl Formatter for Converting<'_> {
    fn write_u128<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: u128) -> io::Result<()> {
        let byte = u32::try_from(value).map_err(io::Error::other)?;
        CompactFormatter.write_u32(writer, self.0.convert(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn three_units_agree_on_what_they_point_at() {
        let text = "a£b😀c";
        let end = Span::new(0, text.len() as u32);
        let json = |unit| Offsets::new(text, unit).to_json(&end).expect("a span");
        assert_eq!(json(OffsetUnit::Byte), "[0,9]");
        assert_eq!(json(OffsetUnit::Char), "[0,5]");
        assert_eq!(json(OffsetUnit::Utf16), "[0,6]");
    }

    #[test]
    fn every_boundary_of_a_mixed_text_converts() {
        let text = "x“y”\u{10FFFF}z";
        let (chars, wide) = (
            Offsets::new(text, OffsetUnit::Char),
            Offsets::new(text, OffsetUnit::Utf16),
        );
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(chars.convert(at as u32), count as u32);
            let before: usize = text.chars().take(count).map(char::len_utf16).sum();
            assert_eq!(wide.convert(at as u32), before as u32);
        }
    }
}
