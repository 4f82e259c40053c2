//! From path arguments to a stream of documents.

mod files;
mod glob;
mod ids;
mod jsonl;
mod text;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use onrecord_core::{Document, InputError};

use files::{Files, files};
use ids::Ids;
use jsonl::JsonLines;

/// How bytes become documents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InputFormat {
    /// By file name: `.jsonl` and `.ndjson` are JSON Lines, all else is plain
    /// text. Standard input is JSON Lines if its first visible byte is `{`.
    #[default]
    Auto,
    /// One document a file.
    Text,
    /// One JSON object, and so one document, a line.
    Jsonl,
}

/// The names of the fields of a JSON record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// Identity; a string or a number.
    pub id: String,
    /// The article. The only field a record must have.
    pub text: String,
    /// Its title, put in front of the text unless the text begins with it.
    pub headline: String,
    /// When it was published.
    pub published: String,
    /// When it was last changed.
    pub updated: String,
    /// Who wrote it; a string or an array of strings.
    pub byline: String,
    /// Where it stands.
    pub url: String,
}

impl Default for Fields {
    fn default() -> Self {
        Self {
            id: "id".into(),
            text: "text".into(),
            headline: "headline".into(),
            published: "published".into(),
            updated: "updated".into(),
            byline: "byline".into(),
            url: "url".into(),
        }
    }
}

/// Where reading stops for the sake of memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLimits {
    /// Longest line of a JSON Lines file, in bytes. A longer one is an error
    /// and is skipped without being held in memory.
    pub line_bytes: u64,
    /// Longest plain-text document, in bytes.
    pub document_bytes: u64,
}

impl Default for ReadLimits {
    fn default() -> Self {
        Self {
            line_bytes: 64 << 20,
            document_bytes: u64::from(u32::MAX),
        }
    }
}

/// Everything that decides how input is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InputOptions {
    /// How bytes become documents.
    pub format: InputFormat,
    /// Names of a record's fields.
    pub fields: Fields,
    /// Bounds on memory.
    pub limits: ReadLimits,
    /// A canonical path that is never found in a folder or by a pattern: where
    /// the output goes, which would otherwise be read while it is written.
    pub leave_out: Option<PathBuf>,
}

/// Reads documents from path arguments, in order.
///
/// An argument is a file, a folder (read recursively, sorted by name, hidden
/// entries left out), a pattern with `*`, `?`, `[…]` or `**` that no file is
/// called, or `-` for standard input. Document ids are paths as given, or the
/// records' own; an id that came before, or is missing, becomes `path#record`.
pub fn read(paths: impl IntoIterator<Item = PathBuf>, options: InputOptions) -> Documents {
    Documents {
        files: files(paths.into_iter().collect(), options.leave_out.clone()),
        lines: None,
        ids: Ids::default(),
        options,
    }
}

/// The documents of a run, made one at a time; see [`read`].
pub struct Documents {
    files: Files,
    lines: Option<JsonLines>,
    ids: Ids,
    options: InputOptions,
}

impl Iterator for Documents {
    type Item = Result<Document, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next(&self.options, &mut self.ids) {
                    Some(result) => return Some(result),
                    None => self.lines = None,
                }
            }
            match self.files.next()? {
                Ok(path) => {
                    if let Some(result) = self.open(&path) {
                        return Some(result);
                    }
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Documents {
    /// Opens a file: a document if it is plain text, else nothing yet.
    fn open(&mut self, path: &Path) -> Option<Result<Document, InputError>> {
        let name = shown(path);
        let result = if path == Path::new("-") {
            self.open_stream(&name, Box::new(BufReader::new(io::stdin())))
        } else {
            self.open_file(path, &name)
        };
        result.transpose()
    }

    fn open_file(&mut self, path: &Path, name: &str) -> Result<Option<Document>, InputError> {
        let file = File::open(path).map_err(|error| InputError::new(name, reason(&error)))?;
        let meta = file
            .metadata()
            .map_err(|error| InputError::new(name, reason(&error)))?;
        if !readable(&meta) {
            return Err(InputError::new(name, "neither a file nor a folder"));
        }
        if self.is_jsonl(path) {
            self.lines = Some(JsonLines::new(name, Box::new(BufReader::new(file))));
            return Ok(None);
        }
        let expected = meta.len();
        if expected > self.options.limits.document_bytes {
            return Err(text::too_long(name, self.options.limits.document_bytes));
        }
        self.text(name, file, expected).map(Some)
    }

    fn open_stream(
        &mut self,
        name: &str,
        mut stream: Box<dyn BufRead>,
    ) -> Result<Option<Document>, InputError> {
        let jsonl = match self.options.format {
            InputFormat::Text => false,
            InputFormat::Jsonl => true,
            InputFormat::Auto => {
                let head = stream
                    .fill_buf()
                    .map_err(|error| InputError::new(name, reason(&error)))?;
                let head = head.strip_prefix(text::BOM).unwrap_or(head);
                head.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
            }
        };
        if jsonl {
            self.lines = Some(JsonLines::new(name, stream));
            return Ok(None);
        }
        self.text(name, stream, 0).map(Some)
    }

    fn text(
        &mut self,
        name: &str,
        reader: impl Read,
        expected: u64,
    ) -> Result<Document, InputError> {
        let limit = self.options.limits.document_bytes;
        let text = text::read(name, reader, expected, limit)?;
        text::document(self.ids.claim(Some(name), name, 0), name, text)
    }

    fn is_jsonl(&self, path: &Path) -> bool {
        match self.options.format {
            InputFormat::Text => false,
            InputFormat::Jsonl => true,
            InputFormat::Auto => path.extension().is_some_and(|ending| {
                ending.eq_ignore_ascii_case("jsonl") || ending.eq_ignore_ascii_case("ndjson")
            }),
        }
    }
}

/// A file, or a pipe such as a shell's `<(…)`; a device may never end.
fn readable(meta: &std::fs::Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if meta.file_type().is_fifo() {
            return true;
        }
    }
    meta.is_file()
}

/// A path as ids and messages show it.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// What a reader of messages needs of an I/O error: no error numbers.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string(),
    }
}
