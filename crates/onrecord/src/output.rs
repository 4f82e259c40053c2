//! Where `run` writes: a stream, a file, or a folder with a file a document.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anstream::AutoStream;
use indicatif::{ProgressBar, ProgressStyle};
use onrecord_core::{AnyLayer, Document, InputError, OffsetUnit, Offsets};
use onrecord_formats::output::{Shape, file_name, pretty};
use onrecord_runner::Sink;

use crate::args::To;
use crate::exit::Failure;
use crate::messages;
use crate::terminal::TextView;

/// Runs shorter than this show no progress.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where output goes.
#[derive(Debug)]
pub(crate) enum Target {
    Stdout,
    File(PathBuf),
    Folder(PathBuf),
}

impl Target {
    /// Decides what `--output` means, and refuses to write over the input.
    pub(crate) fn new(path: Option<PathBuf>, inputs: &[PathBuf]) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self::Stdout);
        };
        let named_folder = path.as_os_str().as_encoded_bytes().ends_with(b"/");
        if path.is_dir() || (!path.exists() && (named_folder || path.extension().is_none())) {
            return Ok(Self::Folder(path));
        }
        if let Ok(place) = fs::canonicalize(&path) {
            let same = |input: &PathBuf| fs::canonicalize(input).is_ok_and(|input| input == place);
            if inputs.iter().any(same) {
                let name = path.display();
                return Err(Failure::usage(format!(
                    "{name} is input and would be written over"
                )));
            }
        }
        Ok(Self::File(path))
    }

    /// Where files will be, once they can be found there.
    pub(crate) fn path(&self) -> Option<PathBuf> {
        match self {
            Self::Stdout => None,
            Self::File(path) | Self::Folder(path) => Some(path.clone()),
        }
    }

    pub(crate) const fn is_stdout(&self) -> bool {
        matches!(self, Self::Stdout)
    }
}

/// Writes documents as they come.
pub(crate) struct Output {
    format: To,
    shape: Shape,
    view: TextView,
    writer: Writer,
    /// Objects written to a stream so far; a JSON array needs to know.
    count: u64,
    progress: Progress,
}

enum Writer {
    Stream(Box<dyn Write + Send + Sync>),
    Folder(PathBuf),
}

impl Output {
    pub(crate) fn new(
        format: To,
        target: Target,
        shape: Shape,
        view: TextView,
        quiet: bool,
    ) -> Result<Self, Failure> {
        let at_terminal = target.is_stdout() && io::stdout().is_terminal();
        let writer = match target {
            // Old consoles need escapes translated; data must pass untouched.
            Target::Stdout if format == To::Text => buffered(AutoStream::auto(io::stdout())),
            Target::Stdout => buffered(io::stdout()),
            Target::File(path) => {
                let file = File::create(&path).map_err(|error| named(&path, &error))?;
                buffered(file)
            }
            Target::Folder(path) => {
                fs::create_dir_all(&path).map_err(|error| named(&path, &error))?;
                Writer::Folder(path)
            }
        };
        Ok(Self {
            format,
            shape,
            view,
            writer,
            count: 0,
            progress: Progress::new(!quiet && !at_terminal),
        })
    }

    /// Writes what is left: the end of an array, and buffers.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.progress.clear();
        if let Writer::Stream(stream) = &mut self.writer {
            if self.format == To::Json {
                stream.write_all(if self.count == 0 { b"[]\n" } else { b"\n]\n" })?;
            }
            // Dropping the buffer would flush it too, and lose the error.
            stream.flush()?;
        }
        Ok(())
    }

    /// Adds an object to a stream.
    fn append(&mut self, object: &[u8]) -> io::Result<()> {
        let Writer::Stream(stream) = &mut self.writer else {
            return Ok(());
        };
        if self.format == To::Json {
            stream.write_all(if self.count == 0 { b"[\n" } else { b",\n" })?;
        }
        self.count += 1;
        stream.write_all(object)
    }
}

impl Sink for Output {
    fn render(&self, document: &Document) -> io::Result<Vec<u8>> {
        let rendered = match self.format {
            To::Text => self.view.document(document),
            To::Jsonl => self.shape.document(document)? + "\n",
            To::Json => pretty(&self.shape.document(document)?),
        };
        Ok(rendered.into_bytes())
    }

    fn document(&mut self, document: Document, rendered: Vec<u8>) -> io::Result<()> {
        for error in document.errors() {
            let (id, processor) = (document.id(), error.processor);
            self.progress
                .pause(|| messages::warning(&format!("{id}: {processor}: {}", error.message)));
        }
        self.progress.advance();
        match &self.writer {
            Writer::Stream(_) => self.append(&rendered),
            Writer::Folder(folder) => write_whole(
                &folder.join(file_name(document.id(), self.format.ending())),
                rendered,
            ),
        }
    }

    fn input_error(&mut self, error: InputError) -> io::Result<()> {
        self.progress
            .pause(|| messages::warning(&error.to_string()));
        Ok(())
    }

    fn stage_layer(&mut self, id: &str, layer: &dyn AnyLayer, offsets: &Offsets) -> io::Result<()> {
        let object = Shape::stage_layer(id, layer, offsets)?;
        match (&self.writer, self.format) {
            (Writer::Folder(folder), format) => {
                let ending = format!("{}.{}", layer.name(), format.ending());
                let path = folder.join(file_name(id, &ending));
                write_whole(&path, (object + "\n").into_bytes())
            }
            (Writer::Stream(_), To::Json) => self.append(pretty(&object).as_bytes()),
            (Writer::Stream(_), To::Jsonl) => self.append((object + "\n").as_bytes()),
            (Writer::Stream(_), To::Text) => {
                let line = self
                    .view
                    .stage_layer(id, layer.name(), &layer.to_json(offsets)?);
                self.append(line.as_bytes())
            }
        }
    }

    fn unit(&self) -> OffsetUnit {
        self.shape.unit
    }
}

fn buffered(stream: impl Write + Send + Sync + 'static) -> Writer {
    Writer::Stream(Box::new(BufWriter::with_capacity(1 << 16, stream)))
}

/// Writes a file so that it is either there in full or not at all.
fn write_whole(path: &Path, mut bytes: Vec<u8>) -> io::Result<()> {
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    let attempt = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut partial = path.as_os_str().to_owned();
        partial.push(".part");
        let written = fs::write(&partial, &bytes).and_then(|()| fs::rename(&partial, path));
        // A full disk should not stay full of parts; the first error is the one to tell.
        written.inspect_err(|_| drop(fs::remove_file(&partial)))
    };
    attempt().map_err(|error| named(path, &error))
}

/// An I/O error that says which file it is about.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// A line on stderr that says how far a long run has come.
struct Progress {
    wanted: bool,
    started: Instant,
    count: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    fn new(wanted: bool) -> Self {
        Self {
            // Data on the same terminal is progress enough.
            wanted: wanted && io::stderr().is_terminal(),
            started: Instant::now(),
            count: 0,
            bar: None,
        }
    }

    fn advance(&mut self) {
        self.count += 1;
        if self.wanted && self.bar.is_none() && self.started.elapsed() > PATIENCE {
            let style = "{spinner} {pos} documents, {elapsed}";
            let style = ProgressStyle::with_template(style)
                .unwrap_or_else(|_| ProgressStyle::default_spinner());
            self.bar = Some(ProgressBar::new_spinner().with_style(style));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.count);
        }
    }

    /// Takes the line off the screen while something else is printed.
    fn pause(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
