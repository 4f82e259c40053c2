//! Which processors run, in what order, and what happens when one fails.
//!
//! A [`Registry`] is an explicit list of processors and corpus stages. A
//! [`Plan`] is worked out from it backwards from the layers wanted, before the
//! first document is read. A [`Runner`] takes documents through a plan on all
//! cores and hands them to a [`Sink`] in input order.
//!
//! Invariants:
//!
//! * This is the only crate with threads. A processor sees one document and
//!   cannot tell how many threads there are.
//! * Output order is input order, and memory is bounded by [`Limits`].
//! * A processor that panics, fails or writes an invalid layer spoils its
//!   layers of that document and nothing else.
//! * No file is opened here, and nothing is printed.
//!
//! ```
//! use onrecord_core::layers::{Given, Keyphrases};
//! use onrecord_core::{ConfigError, Context, Document, ProcessError, Processor};
//! use onrecord_runner::{Config, Goals, Plan, Registry, Runner};
//!
//! struct NoPhrases;
//! impl Processor for NoPhrases {
//!     const NAME: &'static str = "phrases";
//!     const SUMMARY: &'static str = "finds nothing";
//!     type Config = std::collections::BTreeMap<String, String>;
//!     type Needs<'d> = Option<&'d Given>;
//!     type Provides = Keyphrases;
//!     fn new(_: Self::Config) -> Result<Self, ConfigError> {
//!         Ok(Self)
//!     }
//!     fn process(&self, _: Context<'_>, _: Option<&Given>) -> Result<Keyphrases, ProcessError> {
//!         Ok(Keyphrases::default())
//!     }
//! }
//!
//! let mut registry = Registry::new();
//! registry.add::<NoPhrases>();
//! let plan = Plan::new(&registry, &Goals::all(), &Config::default()).expect("nothing is missing");
//! let mut documents = Vec::new();
//! let input = [Document::new("a", "It rained.")];
//! let report = Runner::new(plan).run(input, &mut documents).expect("memory takes it");
//! assert_eq!(report.to_string(), "1 document in = 1 written + 0 failed + 0 skipped");
//! assert!(documents[0].layer::<Keyphrases>().is_some());
//! ```

mod config;
mod erased;
mod execute;
mod panics;
mod plan;
mod registry;
mod report;
mod sink;
mod stages;

pub use config::Config;
pub use execute::{Limits, RunError, Runner};
pub use plan::{Goals, Plan, PlanError};
pub use registry::{Entry, EntryKind, Registry};
pub use report::{Report, StageFailure};
pub use sink::Sink;
