//! Cutting lines at word boundaries.

/// Columns of a row of text.
pub(crate) const WIDTH: usize = 100;

/// Cuts a line into byte ranges of at most `width` columns each, a column a
/// character. A row ends behind a space; a longer word is cut anywhere.
pub(crate) fn rows(line: &str, width: usize) -> Vec<std::ops::Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut columns) = (0, 0);
    let mut space = None;
    for (at, c) in line.char_indices() {
        // A space may hang over the edge: it is not seen.
        if columns >= width && c != ' ' {
            let end = space.take().unwrap_or(at);
            rows.push(start..end);
            columns = line.get(end..at).unwrap_or_default().chars().count();
            start = end;
        }
        columns += 1;
        if c == ' ' {
            space = Some(at + 1);
        }
    }
    if start < line.len() {
        rows.push(start..line.len());
    }
    rows
}

/// The rows as text, without spaces at their ends.
pub(crate) fn wrapped(line: &str, width: usize) -> impl Iterator<Item = &str> {
    let rows = rows(line, width).into_iter();
    rows.map(|row| line.get(row).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let found: Vec<&str> = wrapped(line, 8).collect();
        assert_eq!(found, expected, "{line:?}");
    }

    #[test]
    fn lines_are_cut_behind_spaces() {
        check("", &[]);
        check("one", &["one"]);
        check("one two", &["one two"]);
        check("one two three", &["one two", "three"]);
        check("overlong1word", &["overlong", "1word"]);
        check("a “b£” é ï ö", &["a “b£” é", "ï ö"]);
    }
}
