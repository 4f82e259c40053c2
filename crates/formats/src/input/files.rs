//! From path arguments to files: folders, patterns, standard input.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use onrecord_core::InputError;

use super::glob::{Fit, Glob};
use super::{reason, shown};

/// The files that path arguments stand for, found one at a time.
pub(super) struct Files {
    arguments: IntoIter<PathBuf>,
    walk: Option<Walk>,
    leave_out: Option<PathBuf>,
}

impl Files {
    pub(super) fn new(arguments: Vec<PathBuf>, leave_out: Option<PathBuf>) -> Self {
        Self {
            arguments: arguments.into_iter(),
            walk: None,
            leave_out,
        }
    }
}

impl Iterator for Files {
    type Item = Result<PathBuf, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(walk) = &mut self.walk {
                match walk.next(self.leave_out.as_deref()) {
                    Some(found) => return Some(found),
                    None => self.walk = None,
                }
            }
            let argument = self.arguments.next()?;
            if argument == Path::new("-") {
                return Some(Ok(argument));
            }
            // A path that was named is followed even if it is a link.
            match fs::metadata(&argument) {
                Ok(meta) if meta.is_dir() => self.walk = Some(Walk::folder(argument)),
                Ok(_) => return Some(Ok(argument)),
                Err(error) => match Glob::new(&argument) {
                    Some(glob) => self.walk = Some(Walk::pattern(argument, glob)),
                    None => return Some(Err(InputError::new(shown(&argument), reason(&error)))),
                },
            }
        }
    }
}

/// A walk through a folder: names in byte order, hidden ones left out, no link
/// followed. Each level holds the names that are still to come, so that memory
/// is bounded by the folders on one path and not by the tree.
struct Walk {
    levels: Vec<Level>,
    /// A folder found but not opened yet, and whether all below it belongs to
    /// the pattern.
    found: Option<(PathBuf, bool)>,
    glob: Option<Glob>,
    /// The pattern as given, until something matches it.
    unmatched: Option<PathBuf>,
}

struct Level {
    folder: PathBuf,
    names: IntoIter<OsString>,
    whole: bool,
}

impl Walk {
    fn folder(root: PathBuf) -> Self {
        Self {
            levels: Vec::new(),
            found: Some((root, true)),
            glob: None,
            unmatched: None,
        }
    }

    fn pattern(argument: PathBuf, glob: Glob) -> Self {
        Self {
            levels: Vec::new(),
            found: Some((glob.root().to_path_buf(), false)),
            glob: Some(glob),
            unmatched: Some(argument),
        }
    }

    /// Opens a folder and makes its names the next to be looked at.
    fn enter(&mut self, folder: PathBuf, whole: bool) -> Result<(), InputError> {
        let here = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            &folder
        };
        let names = list(here).map_err(|error| InputError::new(shown(here), reason(&error)))?;
        self.levels.push(Level {
            folder,
            names: names.into_iter(),
            whole,
        });
        Ok(())
    }

    fn fit(&self, path: &Path) -> Fit {
        let Some(glob) = &self.glob else {
            return Fit::Whole;
        };
        let below = path.strip_prefix(glob.root()).unwrap_or(path);
        let names: Vec<String> = below
            .components()
            .map(|name| name.as_os_str().to_string_lossy().into_owned())
            .collect();
        glob.fit(&names)
    }
}

impl Walk {
    fn next(&mut self, leave_out: Option<&Path>) -> Option<Result<PathBuf, InputError>> {
        loop {
            if let Some((folder, whole)) = self.found.take()
                && let Err(error) = self.enter(folder, whole)
            {
                return Some(Err(error));
            }
            let Some(level) = self.levels.last_mut() else {
                let pattern = self.unmatched.take()?;
                return Some(Err(InputError::new(
                    shown(&pattern),
                    "no such file or folder, and nothing matches it as a pattern",
                )));
            };
            let Some(name) = level.names.next() else {
                self.levels.pop();
                continue;
            };
            let path = level.folder.join(name);
            let fit = if level.whole {
                Fit::Whole
            } else {
                self.fit(&path)
            };
            if leave_out.is_some_and(|place| is_at(&path, place)) {
                continue;
            }
            if fit == Fit::Whole {
                self.unmatched = None;
            }
            let kind = match (fit, fs::symlink_metadata(&path)) {
                (Fit::None, _) => continue,
                (_, Ok(meta)) => meta.file_type(),
                (_, Err(error)) => {
                    return Some(Err(InputError::new(shown(&path), reason(&error))));
                }
            };
            if kind.is_dir() {
                self.found = Some((path, fit == Fit::Whole));
            } else if fit == Fit::Whole {
                if kind.is_file() {
                    return Some(Ok(path));
                }
                let why = if kind.is_symlink() {
                    about_link(&path)
                } else {
                    "neither a file nor a folder; left out"
                };
                return Some(Err(InputError::new(shown(&path), why)));
            }
        }
    }
}

/// The visible names in a folder, in byte order.
fn list(folder: &Path) -> std::io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            names.push(name);
        }
    }
    names.sort_unstable_by(|a, b| a.as_encoded_bytes().cmp(b.as_encoded_bytes()));
    Ok(names)
}

/// Whether a path leads to a canonical one. Names are compared first since
/// finding out costs several calls to the system.
fn is_at(path: &Path, place: &Path) -> bool {
    path.file_name() == place.file_name() && fs::canonicalize(path).is_ok_and(|path| path == place)
}

fn about_link(path: &Path) -> &'static str {
    let folder = path.parent().map(fs::canonicalize);
    match (fs::canonicalize(path), folder) {
        (Ok(target), Some(Ok(folder))) if folder.starts_with(&target) => {
            "a link to a folder it lies in; not followed, since that would never end"
        }
        (Ok(_), _) => "a link; links inside a folder are not followed, name it to read it",
        (Err(_), _) => "a link to nothing",
    }
}
