//! The quotation finder on invented news sentences, a file for each room.
//!
//! A case is a text and what should be found in it, one line for each
//! quotation: `direct [We tried,] [and failed.] <- Mara Dunne (say)`. How texts
//! and lines are written: [`check`].

mod check;
mod cues;
mod hostile;
mod marks;
mod not_quotes;
mod speakers;
mod transcripts;
