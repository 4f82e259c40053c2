//! The visible lines of a page.

use onrecord_core::{Budget, ProcessError, Span, Text};

/// Shorter glued lines are names of bands and towns (`Duran Duran`).
const SHORTEST_GLUED: usize = 5;
/// The same with a space between the copies.
const SHORTEST_SPACED: usize = 10;
/// Longer lines are prose, whatever they repeat.
const LONGEST_GLUED: usize = 600;

/// A line, or a half of one that is glued together of two copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// From the first to the last visible character.
    pub(crate) span: Span,
    /// Whether an empty line, or the start of the page, stands before it.
    pub(crate) apart: bool,
    /// Whether it is one of two copies glued together.
    pub(crate) glued: bool,
}

/// Whether a character has to lie in a zone; the same rule as in the layer's check.
pub(crate) fn is_visible(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && c != '\u{FEFF}'
}

/// All visible lines. Line ends are LF, CR, CRLF, vertical tab, form feed, NEL
/// and the line and paragraph separators of Unicode.
pub(crate) fn lines(text: Text<'_>, budget: &Budget) -> Result<Vec<Line>, ProcessError> {
    let bytes = text.bytes();
    let mut found = Vec::new();
    let (mut from, mut at, mut apart) = (0, 0, true);
    while from < bytes.len() {
        let width = loop {
            match bytes.get(at) {
                None => break 0,
                Some(b'\n' | b'\r' | 0x0B | 0x0C) => break 1,
                Some(0xC2) if bytes.get(at + 1) == Some(&0x85) => break 2,
                Some(0xE2) if matches!(bytes.get(at..at + 3), Some([_, 0x80, 0xA8 | 0xA9])) => {
                    break 3;
                }
                Some(_) => at += 1,
            }
        };
        budget.spend(1 + (at - from) as u64 / 64)?;
        match visible_part(text, from, at) {
            Some(span) => {
                push_line(text, span, apart, &mut found);
                apart = false;
            }
            // CRLF is one line end.
            None if at == from
                && at > 0
                && bytes[at - 1] == b'\r'
                && bytes.get(at) == Some(&b'\n') => {}
            None => apart = true,
        }
        at += width;
        from = at.max(from + 1);
        at = from;
    }
    Ok(found)
}

fn visible_part(text: Text<'_>, from: usize, to: usize) -> Option<Span> {
    let line = text.as_str().get(from..to)?;
    let first = line.find(is_visible)?;
    let last = line.trim_end_matches(|c| !is_visible(c)).len();
    text.span(from + first..from + last)
}

fn push_line(text: Text<'_>, span: Span, apart: bool, found: &mut Vec<Line>) {
    let line = |span, apart, glued| Line { span, apart, glued };
    match doubled(text.slice(span)) {
        Some((first, second)) => {
            let halves = (
                Span::new(span.start, span.start + first as u32),
                Span::new(span.start + second as u32, span.end),
            );
            found.push(line(halves.0, apart, true));
            found.push(line(halves.1, false, true));
        }
        None => found.push(line(span, apart, false)),
    }
}

/// Where the first copy ends and the second begins, if the line is one string
/// twice, with or without a space between.
fn doubled(line: &str) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    if bytes.len() > LONGEST_GLUED {
        return None;
    }
    let spaced = bytes.len() % 2 == 1;
    let half = bytes.len() / 2;
    let second = half + usize::from(spaced);
    let copy = line.get(..half)?;
    if copy.as_bytes() != bytes.get(second..)? || !copy.starts_with(char::is_uppercase) {
        return None;
    }
    let prose = copy.ends_with(['.', '!', '?', ',', ':', ';', '…', '-']);
    let caption_like = if spaced {
        bytes[half] == b' ' && half >= SHORTEST_SPACED && copy.contains(' ')
    } else {
        half >= SHORTEST_GLUED && !copy.ends_with(char::is_uppercase)
    };
    (caption_like && !prose).then_some((half, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, expect: &str) {
        let text = Text::new(input);
        let found = lines(text, &Budget::unlimited()).unwrap();
        let shown: Vec<_> = found
            .iter()
            .map(|line| {
                let apart = if line.apart { "¶" } else { "" };
                format!("{apart}{}", text.slice(line.span))
            })
            .collect();
        assert_eq!(shown.join("|"), expect);
    }

    #[test]
    fn every_line_end_counts() {
        check("", "");
        check(" \n\t\r\n", "");
        check("a\nb\r\nc\rd", "¶a|b|c|d");
        check("a\u{2028}b\u{2029}c\u{85}d\u{B}e\u{C}f", "¶a|b|c|d|e|f");
        check("a\n\nb\r\n\r\nc\r\rd\n \u{A0}\ne", "¶a|¶b|¶c|¶d|¶e");
    }

    #[test]
    fn lines_are_trimmed_of_what_is_invisible() {
        check("\u{FEFF}a \u{A0}\n\0 b\u{2009}", "¶a|b");
        check("\u{200B}", "¶\u{200B}");
    }

    #[test]
    fn glued_copies_are_cut() {
        check("Coun Ann LeeCoun Ann Lee", "¶Coun Ann Lee|Coun Ann Lee");
        check(
            "Mayor Zoë Ott Mayor Zoë Ott",
            "¶Mayor Zoë Ott|Mayor Zoë Ott",
        );
        check("Duran Duran", "¶Duran Duran");
        check("New York New York", "¶New York New York");
        check("Never again. Never again.", "¶Never again. Never again.");
        check("on and on and", "¶on and on and");
    }
}
