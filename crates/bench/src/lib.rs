//! How fast Onrecord is, and how its work grows with the text.
//!
//! * `cargo bench -p onrecord-bench`: time of each processor and of all.
//! * `cargo run --release -p onrecord-bench --bin speed -- PATH…`: CPU time on
//!   real text, words and megabytes per second, share of each processor.
//! * `cargo run --release -p onrecord-bench --bin growth -- table`: instructions
//!   executed on hostile texts of doubling size, counted by valgrind. A clock
//!   would be too rough: noise hides a square until it hurts.
//!
//! All three work on [`onrecord::standard`], so a processor that is registered
//! is measured.

pub mod generators;
mod pipeline;

pub use pipeline::{Step, run_through, steps};
