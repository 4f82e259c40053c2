//! Text made safe to print.

/// Makes foreign text harmless and flat: white space of any kind becomes one
/// space, and what could steer a terminal or reorder a line becomes `�`.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if steers(c) {
            out.push('\u{FFFD}');
        } else if !is_invisible(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// C0 and C1 controls, and the bidirectional overrides of CVE-2021-42574.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters with no width that would only put the margins out.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\u{9b}2J"), "a�[31mb�2J");
        assert_eq!(printable("\u{202E}evil\u{2069}"), "�evil�");
        assert_eq!(printable("\u{feff} a\r\n\tb\u{a0}c \n"), "a b c");
        assert_eq!(printable("\u{7}\u{0}"), "��");
    }
}
