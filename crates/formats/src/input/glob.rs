//! Patterns given as path arguments, where no shell has expanded them.

use std::path::{Path, PathBuf};

/// A path pattern: `*` and `?` within a name, `[a-z]` and `[!a-z]`, `**` for
/// any number of folders.
#[derive(Debug, Clone)]
pub(super) struct Glob {
    root: PathBuf,
    names: Vec<String>,
}

/// What a path is to a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// It matches.
    Whole,
    /// Something below it may match.
    Prefix,
    /// Neither.
    None,
}

impl Glob {
    /// The pattern in a path argument, if there is one.
    pub(super) fn new(argument: &Path) -> Option<Self> {
        let text = argument.to_str()?;
        let is_pattern = |name: &str| name.contains(['*', '?', '[']);
        if !is_pattern(text) {
            return None;
        }
        let mut root = PathBuf::new();
        let mut names = Vec::new();
        for part in argument.components() {
            let name = part.as_os_str().to_str()?;
            if names.is_empty() && !is_pattern(name) {
                root.push(name);
            } else {
                names.push(name.to_owned());
            }
        }
        Some(Self { root, names })
    }

    /// The folder that everything matched lies in; empty for the current one.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// How a path below the root, as a list of names, fits.
    pub(super) fn fit(&self, path: &[String]) -> Fit {
        // States of a small automaton: the patterns that may come next.
        let mut states = vec![0];
        for name in path {
            let mut next = Vec::new();
            for state in self.reachable(&states) {
                match self.names.get(state).map(String::as_str) {
                    Some("**") => next.push(state),
                    Some(pattern) if matches(pattern, name) => next.push(state + 1),
                    _ => {}
                }
            }
            next.sort_unstable();
            next.dedup();
            states = next;
        }
        let states = self.reachable(&states);
        match states.last() {
            Some(last) if *last == self.names.len() => Fit::Whole,
            Some(_) => Fit::Prefix,
            None => Fit::None,
        }
    }

    /// Adds the states behind each `**`, which may stand for no folder at all.
    fn reachable(&self, states: &[usize]) -> Vec<usize> {
        let mut all = Vec::new();
        for mut state in states.iter().copied() {
            all.push(state);
            while self.names.get(state).is_some_and(|name| name == "**") {
                state += 1;
                all.push(state);
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Whether one name matches one pattern, by the two-pointer method: on a
/// mismatch only the last `*` is tried again, so there is no exponential case.
fn matches(pattern: &str, name: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let name: Vec<char> = name.chars().collect();
    let (mut p, mut n) = (0, 0);
    let mut retry = None;
    while n < name.len() {
        if pattern.get(p) == Some(&'*') {
            retry = Some((p + 1, n));
            p += 1;
            continue;
        }
        if let Some(width) = one(&pattern[p..], name[n]) {
            (p, n) = (p + width, n + 1);
        } else if let Some((star, from)) = retry {
            retry = Some((star, from + 1));
            (p, n) = (star, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

/// The length of the pattern element at the front, if it matches `c`.
fn one(pattern: &[char], c: char) -> Option<usize> {
    match pattern.first()? {
        '?' => Some(1),
        '[' => {
            let negated = pattern.get(1) == Some(&'!');
            let from = if negated { 2 } else { 1 };
            // A bracket right at the front is a member, not the end.
            let close = pattern.iter().skip(from + 1).position(|c| *c == ']');
            let Some(close) = close.map(|at| at + from + 1) else {
                return (c == '[').then_some(1);
            };
            let set = &pattern[from..close];
            let mut at = 0;
            let mut found = false;
            while at < set.len() {
                if at + 2 < set.len() && set[at + 1] == '-' {
                    found |= (set[at]..=set[at + 2]).contains(&c);
                    at += 3;
                } else {
                    found |= set[at] == c;
                    at += 1;
                }
            }
            (found != negated).then_some(close + 1)
        }
        literal => (*literal == c).then_some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(pattern: &str, path: &str) -> Fit {
        let names: Vec<String> = path.split('/').map(str::to_owned).collect();
        Glob::new(Path::new(pattern))
            .expect("a pattern")
            .fit(&names)
    }

    #[test]
    fn names_match() {
        for (pattern, name, expected) in [
            ("*.txt", "a.txt", true),
            ("*.txt", ".txt", true),
            ("*.txt", "a.text", false),
            ("a*b*c", "aXbXbc", true),
            ("a*b*c", "aXbXb", false),
            ("?", "é", true),
            ("[a-c]x", "bx", true),
            ("[!a-c]x", "bx", false),
            ("[]]", "]", true),
            ("[x", "[x", true),
            ("*", "", true),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} on {name}");
        }
    }

    #[test]
    fn paths_match() {
        assert_eq!(fit("*/b.txt", "a/b.txt"), Fit::Whole);
        assert_eq!(fit("*/b.txt", "a"), Fit::Prefix);
        assert_eq!(fit("*/b.txt", "a/c"), Fit::None);
        assert_eq!(fit("**/b.txt", "b.txt"), Fit::Whole);
        assert_eq!(fit("**/b.txt", "x/y/b.txt"), Fit::Whole);
        assert_eq!(fit("x/*", "x/y"), Fit::None, "x is the root");
        assert_eq!(fit("x/*", "y"), Fit::Whole);
    }

    #[test]
    fn many_stars_take_no_time() {
        let pattern = "*a".repeat(200);
        assert!(!matches(&pattern, &"a".repeat(199)));
        assert!(!matches(&(pattern + "b"), &"a".repeat(20_000)));
    }
}
