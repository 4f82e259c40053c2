//! Patterns given as path arguments, where no shell has expanded them.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use glob::{Pattern, PatternError};
use walkdir::DirEntry;

/// A path pattern: `*` and `?` within a name, `[a-z]` and `[!a-z]`, `**` for
/// any number of folders.
#[derive(Debug, Clone)]
pub(super) struct Glob {
    /// The folder that everything matched lies in; empty for the current one.
    root: PathBuf,
    /// For the names below the root. Over a whole path one [`Pattern`] would
    /// do, but in exponential time.
    names: Vec<Pattern>,
}

impl Glob {
    /// The pattern in a path argument, if there is one.
    pub(super) fn new(argument: &Path) -> Option<Result<Self, PatternError>> {
        let is_pattern = |name: &str| name.contains(['*', '?', '[']);
        argument.to_str().filter(|text| is_pattern(text))?;
        let parts: Vec<&str> = argument
            .components()
            .filter_map(|part| part.as_os_str().to_str())
            .collect();
        let first = parts.iter().position(|part| is_pattern(part))?;
        let (root, names) = parts.split_at(first);
        let names: Result<_, _> = names.iter().map(|name| Pattern::new(name)).collect();
        Some(names.map(|names| Self {
            root: root.iter().collect(),
            names,
        }))
    }

    /// The folder to begin with.
    pub(super) fn start(&self) -> &Path {
        if self.root.as_os_str().is_empty() {
            Path::new(".")
        } else {
            &self.root
        }
    }

    /// Whether an entry in a folder that this is true of, or below the start,
    /// matches or may be on the way to something that does.
    pub(super) fn leads_through(&self, entry: &DirEntry) -> bool {
        let mut leading = self.names.iter().take_while(|name| !is_any_folders(name));
        let pattern = entry.depth().checked_sub(1).and_then(|at| leading.nth(at));
        pattern.is_none_or(|pattern| pattern.matches(&entry.file_name().to_string_lossy()))
    }

    /// The path of an entry if that, or a folder it lies in, matches.
    pub(super) fn path(&self, entry: &DirEntry) -> Option<PathBuf> {
        let below = entry.path().strip_prefix(self.start()).ok()?;
        self.matches(below).then(|| self.root.join(below))
    }

    fn matches(&self, below: &Path) -> bool {
        let names: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
        !names.is_empty() && begin_with(&names, &self.names)
    }
}

fn is_any_folders(pattern: &Pattern) -> bool {
    pattern.as_str() == "**"
}

/// Whether the first of some names match all patterns.
fn begin_with(names: &[Cow<'_, str>], patterns: &[Pattern]) -> bool {
    match (patterns, names) {
        ([], _) => true,
        ([first, rest @ ..], _) if is_any_folders(first) => {
            (0..=names.len()).any(|some| begin_with(&names[some..], rest))
        }
        ([first, patterns @ ..], [name, names @ ..]) => {
            first.matches(name) && begin_with(names, patterns)
        }
        (_, []) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glob(pattern: &str) -> Glob {
        let glob = Glob::new(Path::new(pattern)).expect("a pattern");
        glob.expect("a correct one")
    }

    #[test]
    fn paths_match() {
        for (pattern, path, expected) in [
            ("*.txt", "a.txt", true),
            ("*.txt", "a.text", false),
            ("*.txt", "n/a.txt", false),
            ("a*b*c", "aXbXbc", true),
            ("a*b*c", "aXbXb", false),
            ("?", "é", true),
            ("[a-c]x", "bx", true),
            ("[!a-c]x", "bx", false),
            ("[]]", "]", true),
            ("*/b.txt", "a/b.txt", true),
            ("*/b.txt", "a", false),
            ("*/b.txt", "a/c/b.txt", false),
            ("*", "a/b/c.txt", true),
            ("**", "a/b", true),
            ("**/b.txt", "b.txt", true),
            ("**/b.txt", "x/y/b.txt", true),
            ("n*/**/b.txt", "no/x/b.txt", true),
            ("n*/**/b.txt", "no/b.txt", true),
            ("n*/**/b.txt", "no/b.txt/c", true),
            ("**/a/**/c", "a/b/a/b", false),
            ("x/*", "y", true),
        ] {
            let found = glob(pattern).matches(Path::new(path));
            assert_eq!(found, expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn the_root_has_no_pattern() {
        for (pattern, root, start) in [
            ("*.txt", "", "."),
            ("./*.txt", ".", "."),
            ("a/b/*/c", "a/b", "a/b"),
            ("/?", "/", "/"),
        ] {
            let glob = glob(pattern);
            assert_eq!(
                (glob.root.as_path(), glob.start()),
                (Path::new(root), Path::new(start))
            );
        }
        assert!(Glob::new(Path::new("a/b.txt")).is_none());
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for pattern in ["[x", "a/**b", "***", "[a/b]"] {
            assert!(
                matches!(Glob::new(Path::new(pattern)), Some(Err(_))),
                "{pattern}"
            );
        }
    }

    #[test]
    fn many_stars_take_no_time() {
        let pattern = "*a".repeat(120);
        let name = "a".repeat(255);
        assert!(!glob(&pattern).matches(Path::new(&"a".repeat(119))));
        assert!(!glob(&format!("{pattern}b")).matches(Path::new(&name)));
        assert!(!glob(&format!("{pattern}/x")).matches(Path::new(&format!("{name}/y"))));
    }
}
