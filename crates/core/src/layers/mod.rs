//! The layers that more than one crate reads or that the output promises.
//!
//! A layer private to one processor belongs in that processor's crate.

mod entities;
mod given;
mod keyphrases;
mod mentions;
mod meta;
mod paragraphs;
mod quotes;
mod sentences;
mod summary;
mod tokens;
mod zones;

pub use entities::{Entities, Entity, EntityId, Gender};
pub use given::Given;
pub use keyphrases::{Keyphrase, Keyphrases};
pub use mentions::{Label, Mention, MentionId, Mentions};
pub use meta::{Byline, DateBasis, Dated, Meta};
pub use paragraphs::{Paragraph, ParagraphId, Paragraphs};
pub use quotes::{Cue, Quote, QuoteKind, Quotes, Speaker, SpeakerForm};
pub use sentences::{Sentence, SentenceId, Sentences};
pub use summary::{Summary, SummarySentence};
pub use tokens::{Case, Token, TokenId, TokenKind, Tokens};
pub use zones::{Zone, ZoneId, ZoneKind, ZoneSubtype, Zones};
