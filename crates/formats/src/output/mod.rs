//! From documents to JSON.

mod json;
mod names;
mod pretty;

pub use json::Shape;
pub use names::file_name;
pub use pretty::pretty;
