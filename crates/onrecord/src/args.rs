//! The command line's grammar.

use std::path::PathBuf;

use clap::{Args as Group, Parser, Subcommand, ValueEnum, ValueHint, value_parser};
use onrecord_core::OffsetUnit;
use onrecord_formats::input::{Fields, InputFormat, InputOptions, ReadLimits};
use onrecord_runner::Runner;

const EXAMPLES: &str = "\
Examples:
  onrecord run article.txt                     read one article at the terminal
  onrecord run archive/ -o archive.jsonl       annotate a folder, one JSON object a line
  onrecord run 'wire/**/*.txt' --only quotes   who said what, and nothing else
  onrecord list                                what can run, and what needs what";

const RUN_EXAMPLES: &str = "\
Examples:
  onrecord run seeds
      Read every article in a folder: summary, people, who said what.
  onrecord run seeds --to jsonl | jq -r '.layers.quotes[].speaker.name'
      Names of all speakers.
  onrecord run archive.jsonl --id-field guid --text-field body -o out/ --to json
      A JSON Lines archive with field names of its own; one file a document.
  curl -s https://example.org/story.txt | onrecord run -
      Standard input.

Exit codes: 0 all well; 1 some documents failed, the rest are written; 2 usage,
configuration or plan; 74 input/output; 130 interrupted.";

/// Reads news and says what an article is about, who is in it and who said what.
#[derive(Debug, Parser)]
#[command(name = "onrecord", version, after_help = EXAMPLES, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read articles and write what is in them
    Run(Box<RunArgs>),
    /// List the processors with what each needs and provides
    List {
        /// As a Markdown table
        #[arg(long)]
        markdown: bool,
    },
    /// Print the complete default configuration
    ///
    /// Save it, keep the keys you change, and hand it to `run --config FILE`.
    Config,
    /// Print the JSON Schema of an output object
    Schema,
    /// Print a completion script
    ///
    /// For example: onrecord completions bash > ~/.local/share/bash-completion/completions/onrecord
    Completions {
        /// Whose script
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    ///
    /// For example: onrecord man | man -l -
    Man,
}

#[derive(Debug, Group)]
#[command(after_help = RUN_EXAMPLES)]
pub(crate) struct RunArgs {
    /// Files, folders (read recursively, sorted), patterns such as 'wire/**/*.txt', or - for
    /// standard input
    ///
    /// Files that end in .jsonl or .ndjson hold one JSON object a line; any other file is plain
    /// text, UTF-8, one article. In folders, hidden files are left out and links are not followed.
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// Only these processors or layers, and what they need; names as in `onrecord list`
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    pub(crate) only: Vec<String>,

    /// What to write [default: by the ending of --output; else text at a terminal, jsonl in a
    /// pipe or file]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) to: Option<To>,

    /// A file, or a folder for one file a document (an existing one, or a name without an ending)
    #[arg(short, long, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,

    /// How output counts text positions
    #[arg(long, value_enum, value_name = "UNIT", default_value_t)]
    pub(crate) offsets: Unit,

    /// Settings of processors, a JSON object as `onrecord config` prints it
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) config: Option<PathBuf>,

    /// Number of threads; 0 is one for each core. Output is the same for any number
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0,
        value_parser = value_parser!(u16).range(..=i64::from(Runner::MOST_THREADS)))]
    pub(crate) threads: u16,

    /// Say nothing on stderr but errors
    #[arg(short, long)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

#[derive(Debug, Group)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadingArgs {
    /// How to read input, whatever its name
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    from: From,

    /// JSON Lines: field with the identity
    #[arg(long, value_name = "FIELD", default_value = "id")]
    id_field: String,

    /// JSON Lines: field with the article
    #[arg(long, value_name = "FIELD", default_value = "text")]
    text_field: String,

    /// JSON Lines: field with the headline, put in front of the text
    #[arg(long, value_name = "FIELD", default_value = "headline")]
    headline_field: String,

    /// JSON Lines: field with the date of publication
    #[arg(long, value_name = "FIELD", default_value = "published")]
    published_field: String,

    /// JSON Lines: field with the date of the last change
    #[arg(long, value_name = "FIELD", default_value = "updated")]
    updated_field: String,

    /// JSON Lines: field with the author line
    #[arg(long, value_name = "FIELD", default_value = "byline")]
    byline_field: String,

    /// JSON Lines: field with the address
    #[arg(long, value_name = "FIELD", default_value = "url")]
    url_field: String,

    /// JSON Lines: longest line; a longer one is an error
    #[arg(long, value_name = "BYTES", default_value_t = ReadLimits::default().line_bytes)]
    max_line: u64,
}

impl ReadingArgs {
    /// The options for reading; what lies at `leave_out` is not read.
    pub(crate) fn into_options(self, leave_out: Option<PathBuf>) -> InputOptions {
        InputOptions {
            format: match self.from {
                From::Auto => InputFormat::Auto,
                From::Text => InputFormat::Text,
                From::Jsonl => InputFormat::Jsonl,
            },
            fields: Fields {
                id: self.id_field,
                text: self.text_field,
                headline: self.headline_field,
                published: self.published_field,
                updated: self.updated_field,
                byline: self.byline_field,
                url: self.url_field,
            },
            limits: ReadLimits {
                line_bytes: self.max_line,
                ..ReadLimits::default()
            },
            leave_out,
        }
    }
}

/// Output formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    /// One JSON object a line
    Jsonl,
    /// Indented JSON: an array, or one file a document
    Json,
    /// For a person
    Text,
}

impl To {
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Json => "json",
            Self::Text => "txt",
        }
    }
}

/// Input formats.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum From {
    /// By the file's ending
    #[default]
    Auto,
    /// One article a file
    Text,
    /// One JSON object a line
    Jsonl,
}

/// Units of text positions.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Unit {
    /// Unicode code points, as Python and R count
    #[default]
    Char,
    /// UTF-8 bytes, as Rust and Go count
    Byte,
    /// UTF-16 code units, as JavaScript and Java count
    Utf16,
}

impl Unit {
    pub(crate) const fn offset_unit(self) -> OffsetUnit {
        match self {
            Self::Char => OffsetUnit::Char,
            Self::Byte => OffsetUnit::Byte,
            Self::Utf16 => OffsetUnit::Utf16,
        }
    }
}
