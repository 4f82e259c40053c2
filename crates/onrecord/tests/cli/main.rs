//! The command line from outside: what people and scripts can rely on.

mod bad_input;
mod custom_processor;
mod harness;
mod large_input;
mod options;
mod output;
mod schema;
mod text_view;
