//! Lines, wrapping and styles.

use std::fmt::Write as _;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A page being set: paragraphs in, lines out.
pub(super) struct Page {
    out: String,
    width: usize,
    styled: bool,
}

/// What stands between the items of a list. The hard space keeps the dot on
/// the line of the item before it.
pub(super) const DOT: &str = "\u{a0}· ";

/// A run of words in one style.
pub(super) type Run<'a> = (Style, &'a str);

impl Page {
    /// An empty page of `width` columns; without `styled` there are no escapes.
    pub(super) fn new(width: usize, styled: bool) -> Self {
        Self {
            out: String::new(),
            width,
            styled,
        }
    }

    /// The page set so far.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Leaves a line empty.
    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// Draws a line across.
    pub(super) fn rule(&mut self, style: Style) {
        let line = "─".repeat(self.width);
        self.styled(style, &line);
        self.blank();
    }

    /// Sets a paragraph. Its first line begins with `first` columns of space,
    /// the others with `rest`. Runs are set as they come, without a space
    /// between them that is not part of one.
    pub(super) fn paragraph(&mut self, first: usize, rest: usize, runs: &[Run<'_>]) {
        let mut line = Line::new(first);
        for word in words(runs) {
            let width: usize = word.iter().map(|(_, part)| part.width()).sum();
            if !line.is_empty() {
                if line.width + 1 + width > self.width {
                    self.end(&mut line, rest);
                } else {
                    line.space(word[0].0);
                }
            }
            for (style, part) in word {
                if line.width + part.width() <= self.width {
                    line.push(style, &part);
                } else {
                    self.long_word(&mut line, rest, style, &part);
                }
            }
        }
        if !line.is_empty() {
            self.end(&mut line, rest);
        }
    }

    /// Sets a word that is longer than a line over several.
    fn long_word(&mut self, line: &mut Line, rest: usize, style: Style, word: &str) {
        for c in word.chars() {
            if line.width + c.width().unwrap_or(0) > self.width && !line.is_empty() {
                self.end(line, rest);
            }
            line.push(style, c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Writes a line and begins the next.
    fn end(&mut self, line: &mut Line, rest: usize) {
        let done = std::mem::replace(line, Line::new(rest));
        self.out.extend(std::iter::repeat_n(' ', done.indent));
        for (style, text) in done.runs {
            self.styled(style, &text.replace('\u{a0}', " "));
        }
        self.blank();
    }

    fn styled(&mut self, style: Style, text: &str) {
        if self.styled && style != Style::new() {
            // Writing to a string cannot fail.
            let _ = write!(self.out, "{style}{text}{style:#}");
        } else {
            self.out.push_str(text);
        }
    }
}

/// A line being filled.
struct Line {
    indent: usize,
    /// Columns taken, the indent included.
    width: usize,
    runs: Vec<(Style, String)>,
}

impl Line {
    fn new(indent: usize) -> Self {
        Self {
            indent,
            width: indent,
            runs: Vec::new(),
        }
    }

    fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Adds the space before a word: in its style if that goes on, so that
    /// equal words stand in one run of escapes.
    fn space(&mut self, next: Style) {
        let goes_on = self.runs.last().is_some_and(|(style, _)| *style == next);
        self.push(if goes_on { next } else { Style::new() }, " ");
    }

    fn push(&mut self, style: Style, text: &str) {
        self.width += text.width();
        match self.runs.last_mut() {
            Some((last, run)) if *last == style => run.push_str(text),
            _ => self.runs.push((style, text.to_owned())),
        }
    }
}

/// Splits runs at spaces; a word can go on from one run to the next.
fn words(runs: &[Run<'_>]) -> Vec<Vec<(Style, String)>> {
    let mut words: Vec<Vec<(Style, String)>> = Vec::new();
    let mut open = false;
    for (style, text) in runs {
        for (index, part) in text.split(' ').enumerate() {
            if index > 0 {
                open = false;
            }
            if part.is_empty() {
                continue;
            }
            match words.last_mut() {
                Some(word) if open => word.push((*style, part.to_owned())),
                _ => words.push(vec![(*style, part.to_owned())]),
            }
            open = true;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(width: usize, first: usize, rest: usize, runs: &[Run<'_>]) -> String {
        let mut page = Page::new(width, true);
        page.paragraph(first, rest, runs);
        page.finish()
    }

    #[test]
    fn words_wrap_under_their_indent() {
        let plain = Style::new();
        assert_eq!(
            set(12, 2, 4, &[(plain, "one two three four")]),
            "  one two\n    three\n    four\n"
        );
        assert_eq!(set(12, 2, 4, &[(plain, "")]), "");
    }

    #[test]
    fn wide_and_endless_words_keep_the_margin() {
        let plain = Style::new();
        assert_eq!(
            set(10, 0, 0, &[(plain, "新聞 新聞 新聞")]),
            "新聞 新聞\n新聞\n"
        );
        let lines = set(20, 0, 2, &[(plain, &"x".repeat(50))]);
        assert!(lines.lines().all(|line| line.width() <= 20), "{lines}");
        assert_eq!(lines.matches('x').count(), 50);
    }

    #[test]
    fn runs_meet_without_a_space_of_their_own() {
        let (plain, bold) = (Style::new(), Style::new().bold());
        assert_eq!(
            set(40, 0, 0, &[(plain, "a "), (bold, "b"), (plain, ", c")]),
            format!("a {bold}b{bold:#}, c\n")
        );
    }
}
