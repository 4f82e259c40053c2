//! What the tests of every crate share, below the processors so that they can use it.
//!
//! * [`Fixture`] reads an article with the expected names, quotations and
//!   speakers marked in it, and makes a [`Document`](onrecord_core::Document)
//!   on which one processor can be tested without the ones before it.
//! * [`conformance`] runs all that is registered over texts that break programs.
//! * [`render`] turns layers into text that a person can review in a diff.
//! * [`score`] compares quotations found with quotations marked.
//!
//! It may panic: a test that cannot be set up has failed.
//!
//! ```
//! use onrecord_core::layers::{Entities, Mentions};
//! use onrecord_testkit::Fixture;
//!
//! let fixture = Fixture::parse("⟦T|Dr⟧ ⟦P:osei|Ama Osei⟧ said it was over.").expect("well-formed");
//! let doc = fixture.body_document();
//! assert_eq!(doc.text().as_str(), "Dr Ama Osei said it was over.");
//! let mentions: &Mentions = doc.layer().expect("made from the marks");
//! assert_eq!(doc.text().slice(mentions.items[0].with_title()), "Dr Ama Osei");
//! let entities: &Entities = doc.layer().expect("made from the marks");
//! assert_eq!(entities.items[0].name, "Ama Osei");
//! ```

mod apply;
mod conformance;
mod dice;
mod fixture;
pub mod markup;
pub mod render;
pub mod score;

pub use apply::{apply, apply_with};
pub use conformance::conformance;
pub use dice::Dice;
pub use fixture::Fixture;
pub use markup::{GoldEntity, GoldMention, GoldQuote, MarkupError, TableLine};
