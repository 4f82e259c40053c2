//! Readers and writers: files to documents, documents to JSON.
//!
//! [`input::read`] expands path arguments and yields documents one at a time;
//! what cannot become a document is an [`onrecord_core::InputError`] in its
//! place, and the others go on. [`output::Shape`] writes the JSON object that
//! the contract promises; [`SCHEMA`] describes it.
//!
//! Invariants: nothing is read that was not asked for, no link inside a folder
//! is followed, and memory holds one record at a time. Text is decoded, never
//! rewritten: line ends, control characters and odd spaces stay.
//!
//! ```
//! use onrecord_core::Document;
//! use onrecord_formats::output::Shape;
//!
//! let doc = Document::new("note", "It rained.").expect("short enough");
//! let json = Shape::default().document(&doc).expect("serialises");
//! assert!(json.starts_with(r#"{"schema":1,"id":"note","source":null,"text":"It rained.""#));
//! ```

pub mod input;
pub mod output;

/// JSON Schema (2020-12) of one output object.
pub const SCHEMA: &str = include_str!("schema.json");

/// The number that output carries as `schema`; a change of meaning raises it.
pub const SCHEMA_VERSION: u32 = 1;
