//! From path arguments to files: folders, patterns, standard input.

use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

use onrecord_core::InputError;
use walkdir::{DirEntry, WalkDir};

use super::glob::Glob;
use super::{reason, shown};

/// Files as they are found, and in their order what cannot be one.
pub(super) type Files = Box<dyn Iterator<Item = Result<PathBuf, InputError>>>;

/// The files that path arguments stand for. What lies at the canonical path
/// `leave_out` is read only if an argument names it.
pub(super) fn files(arguments: Vec<PathBuf>, leave_out: Option<PathBuf>) -> Files {
    let arguments = arguments.into_iter();
    Box::new(arguments.flat_map(move |argument| stands_for(argument, leave_out.clone())))
}

fn stands_for(argument: PathBuf, leave_out: Option<PathBuf>) -> Files {
    if argument == Path::new("-") {
        return one(Ok(argument));
    }
    // A path that was named is followed even if it is a link.
    let why = match fs::metadata(&argument) {
        Ok(meta) if meta.is_dir() => return folder(argument, leave_out),
        Ok(_) => return one(Ok(argument)),
        Err(error) => reason(&error),
    };
    let why = match Glob::new(&argument) {
        None => why,
        Some(Err(error)) => format!("{why}, and no pattern: {}", error.msg),
        Some(Ok(glob)) => {
            let mut found = matching(glob, leave_out).peekable();
            if found.peek().is_some() {
                return Box::new(found.flatten());
            }
            format!("{why}, and nothing matches it as a pattern")
        }
    };
    one(Err(InputError::new(shown(&argument), why)))
}

fn one(found: Result<PathBuf, InputError>) -> Files {
    Box::new(iter::once(found))
}

/// The files in a folder.
fn folder(root: PathBuf, leave_out: Option<PathBuf>) -> Files {
    let entries = walk(root, leave_out, |_| true);
    Box::new(entries.filter_map(|entry| match entry {
        Ok(entry) => file(&entry, entry.path()),
        Err(error) => Some(Err(error)),
    }))
}

/// What matches a pattern or lies in a folder that does: `None` for a folder.
fn matching(
    glob: Glob,
    leave_out: Option<PathBuf>,
) -> impl Iterator<Item = Option<Result<PathBuf, InputError>>> {
    let way = glob.clone();
    let entries = walk(glob.start().to_path_buf(), leave_out, move |entry| {
        way.leads_through(entry)
    });
    entries.filter_map(move |entry| match entry {
        Ok(entry) => glob.path(&entry).map(|path| file(&entry, &path)),
        Err(error) => Some(Some(Err(error))),
    })
}

/// Everything in a folder, names in byte order, but for what is hidden or is
/// not to be `entered`. No link is followed.
fn walk(
    root: PathBuf,
    leave_out: Option<PathBuf>,
    entered: impl Fn(&DirEntry) -> bool,
) -> impl Iterator<Item = Result<DirEntry, InputError>> {
    let visible = move |entry: &DirEntry| {
        let output = leave_out.as_deref();
        entry.depth() == 0
            || !entry.file_name().as_encoded_bytes().starts_with(b".")
                && !output.is_some_and(|output| is_at(entry.path(), output))
                && entered(entry)
    };
    let entries = WalkDir::new(&root).sort_by_file_name().into_iter();
    entries.filter_entry(visible).map(move |entry| {
        entry.map_err(|error| {
            let place = shown(error.path().unwrap_or(&root));
            InputError::new(place, reason(&error.into()))
        })
    })
}

/// A file called `path`, or why it is none; `None` for a folder.
fn file(entry: &DirEntry, path: &Path) -> Option<Result<PathBuf, InputError>> {
    let kind = entry.file_type();
    // Where the walk begins may be a link to a folder.
    if kind.is_dir() || entry.depth() == 0 {
        return None;
    }
    if kind.is_file() {
        return Some(Ok(path.to_path_buf()));
    }
    let why = if kind.is_symlink() {
        about_link(path)
    } else {
        "neither a file nor a folder; left out"
    };
    Some(Err(InputError::new(shown(path), why)))
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
