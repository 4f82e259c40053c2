//! JSON Lines: one record, and so one document, a line.

use std::io::{self, BufRead, Read};

use onrecord_core::layers::Given;
use onrecord_core::{Document, InputError, Source, Span};
use serde_json::{Map, Value};

use super::ids::Ids;
use super::{Fields, InputOptions, reason, text};

/// A JSON Lines file being read.
pub(super) struct JsonLines {
    path: String,
    reader: Box<dyn BufRead>,
    /// Lines read so far, blank ones too.
    line: u64,
    /// Records read so far, broken ones too.
    record: u64,
    /// Bytes read so far.
    offset: u64,
    buffer: Vec<u8>,
    ended: bool,
}

/// How reading a line went.
enum Line {
    End,
    Whole,
    TooLong,
}

impl JsonLines {
    pub(super) fn new(path: &str, reader: Box<dyn BufRead>) -> Self {
        Self {
            path: path.to_owned(),
            reader,
            line: 0,
            record: 0,
            offset: 0,
            buffer: Vec::new(),
            ended: false,
        }
    }

    /// The next record; blank lines are none.
    pub(super) fn next(
        &mut self,
        options: &InputOptions,
        ids: &mut Ids,
    ) -> Option<Result<Document, InputError>> {
        while !self.ended {
            let start = self.offset;
            let result = match self.read_line(options.limits.line_bytes) {
                Ok(Line::End) => return None,
                Ok(Line::TooLong) => {
                    self.line += 1;
                    let limit = options.limits.line_bytes;
                    Err(format!("longer than the limit of {limit} bytes for a line"))
                }
                Ok(Line::Whole) => {
                    self.line += 1;
                    if self.buffer.iter().all(u8::is_ascii_whitespace) {
                        continue;
                    }
                    parse(std::mem::take(&mut self.buffer), start, &options.fields)
                }
                Err(error) => {
                    // What comes after a failed read is anybody's guess.
                    self.ended = true;
                    self.line += 1;
                    Err(reason(&error))
                }
            };
            let record = self.record;
            self.record += 1;
            let result = result
                .and_then(|parsed| self.document(parsed, record, ids))
                .map_err(|reason| InputError::new(&self.path, reason).at_line(self.line));
            return Some(result);
        }
        None
    }

    /// Reads a line into the buffer, or past a line over `limit` bytes.
    fn read_line(&mut self, limit: u64) -> io::Result<Line> {
        self.buffer.clear();
        let read = (&mut self.reader)
            .take(limit.saturating_add(1))
            .read_until(b'\n', &mut self.buffer)? as u64;
        self.offset += read;
        if read == 0 {
            return Ok(Line::End);
        }
        if read <= limit || self.buffer.ends_with(b"\n") {
            return Ok(Line::Whole);
        }
        self.buffer = Vec::new();
        loop {
            let bytes = self.reader.fill_buf()?;
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(bytes.len(), |end| end + 1);
            self.reader.consume(used);
            self.offset += used as u64;
            if end.is_some() || used == 0 {
                return Ok(Line::TooLong);
            }
        }
    }

    fn document(&self, parsed: Record, record: u64, ids: &mut Ids) -> Result<Document, String> {
        let id = ids.claim(parsed.id.as_deref(), &self.path, record);
        let (text, headline) = join(parsed.headline, parsed.text);
        let mut document = Document::new(id, text)
            .map_err(|error| error.reason)?
            .with_source(Source {
                path: self.path.clone(),
                format: "jsonl",
                encoding: "utf-8",
                record,
            });
        document.store(Given {
            headline,
            published: parsed.published,
            updated: parsed.updated,
            byline: parsed.byline,
            url: parsed.url,
        });
        Ok(document)
    }
}

/// What a record says.
struct Record {
    id: Option<String>,
    text: String,
    headline: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    byline: Option<String>,
    url: Option<String>,
}

fn parse(line: Vec<u8>, offset: u64, fields: &Fields) -> Result<Record, String> {
    let line = text::decode(line, offset)?;
    let mut object: Map<String, Value> =
        serde_json::from_str(line.trim_end()).map_err(|error| not_an_object(&error))?;
    let mut take = |name: &str| string(name, object.remove(name));
    let Some(text) = take(&fields.text)? else {
        return Err(format!("no field {:?}", fields.text));
    };
    Ok(Record {
        text,
        id: take(&fields.id)?,
        headline: take(&fields.headline)?,
        published: take(&fields.published)?,
        updated: take(&fields.updated)?,
        byline: take(&fields.byline)?,
        url: take(&fields.url)?,
    })
}

/// The parser counts lines within what it gets, which here is one line of many.
fn not_an_object(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    match error.column() {
        0 => format!("no JSON object: {message}"),
        column => format!("no JSON object: {message} at column {column}"),
    }
}

/// The value of a field as text. Numbers serve as ids and years, lists of
/// strings as author lines; `null` is the same as no field.
fn string(name: &str, value: Option<Value>) -> Result<Option<String>, String> {
    let kind = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => return Ok(Some(text)),
        Some(Value::Number(number)) => return Ok(Some(number.to_string())),
        Some(Value::Array(items)) => {
            let strings: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            match strings {
                Some(strings) => return Ok(Some(strings.join(", "))),
                None => "an array",
            }
        }
        Some(Value::Bool(_)) => "true or false",
        Some(Value::Object(_)) => "an object",
    };
    Err(format!("field {name:?} is {kind}, not a string"))
}

/// Puts a headline in front of the text, with a blank line between, unless the
/// text begins with it already.
fn join(headline: Option<String>, text: String) -> (String, Option<Span>) {
    let Some(headline) = headline else {
        return (text, None);
    };
    let headline = headline.trim();
    if headline.is_empty() {
        return (text, None);
    }
    let first = text.trim_start();
    let repeated = first
        .strip_prefix(headline)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['\r', '\n']));
    if repeated {
        let start = text.len() - first.len();
        let span = Span::new(start as u32, (start + headline.len()) as u32);
        return (text, Some(span));
    }
    let span = Span::new(0, headline.len() as u32);
    (format!("{headline}\n\n{text}"), Some(span))
}
