//! The document model and the processor trait that everything in Onrecord shares.
//!
//! A [`Document`] is an immutable text with typed standoff [`layers`]. A
//! [`Processor`] is a pure function from some layers to new ones; what it needs
//! and provides is its type signature, so the planner in `onrecord-runner`
//! cannot disagree with the code. A [`CorpusStage`] sees all documents once.
//!
//! Invariants this crate keeps:
//!
//! * Offsets are UTF-8 bytes, `u32`, half-open, on character boundaries
//!   ([`Span`]). Other units exist only in output ([`Offsets`]).
//! * Text is never changed after a document is made.
//! * A layer has one writer, is checked ([`Layer::check`]) when it is stored,
//!   in release builds too, and is never changed afterwards.
//! * No threads, no files, no clock (but for [`Budget`]'s deadline), no models.
//!
//! ```
//! use onrecord_core::layers::{Paragraph, Paragraphs, ZoneId};
//! use onrecord_core::{Document, Layer, Span};
//!
//! let mut doc = Document::new("note", "It rained.\n").expect("short enough");
//! let line = Paragraph { span: Span::new(0, 10), zone: ZoneId::new(0) };
//! doc.store(Paragraphs { items: vec![line] });
//! let paragraphs: &Paragraphs = doc.layer().expect("just stored");
//! assert_eq!(doc.text().slice(paragraphs.items[0].span), "It rained.");
//! assert_eq!(Paragraphs::NAME, "paragraphs");
//! ```

mod budget;
mod document;
mod error;
mod id;
mod layer;
pub mod layers;
mod needs;
mod offsets;
mod processor;
mod score;
mod stage;
mod text;

pub use budget::Budget;
pub use document::{Document, Source};
pub use error::{ConfigError, DocumentError, FailureKind, InputError, LayerError, ProcessError};
pub use id::Id;
pub use layer::{AnyLayer, Layer, check_index, check_sorted, check_span};
pub use needs::{Need, Needs, Provides};
pub use offsets::{OffsetUnit, Offsets};
pub use processor::{Context, Processor};
pub use score::Score;
pub use stage::{CorpusStage, DocumentIndex};
pub use text::{Span, Text};
