//! Reads news and says what an article is about, who is in it and who said what.
//!
//! This crate puts the others together: [`standard`] is the list of processors,
//! [`App`] the command line around a list. A binary with processors of your own
//! is one expression, see `examples/custom_processor.rs`:
//!
//! ```no_run
//! # use std::process::ExitCode;
//! fn main() -> ExitCode {
//!     onrecord::App::standard().run()
//! }
//! ```
//!
//! As a library, without a command line:
//!
//! ```
//! use onrecord::core::Document;
//! use onrecord::core::layers::Quotes;
//! use onrecord::runner::{Config, Goals, Plan, Runner};
//!
//! let plan = Plan::new(&onrecord::standard(), &Goals::all(), &Config::default())?;
//! let mut article = Document::new("flood", "River rises\n\n“We are safe,” said Ada Brook.\n")?;
//! Runner::new(plan).annotate(&mut article);
//! assert!(article.layer::<Quotes>().is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Invariants: stdout carries data alone, all else goes to stderr; results
//! depend on nothing but input, options and configuration.

mod app;
mod args;
mod commands;
mod exit;
mod messages;
mod output;
mod standard;
mod terminal;

pub use app::App;
pub use standard::standard;

pub use onrecord_core as core;
pub use onrecord_formats as formats;
pub use onrecord_runner as runner;
