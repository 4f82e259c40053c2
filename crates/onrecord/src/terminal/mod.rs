//! The view for a person at a terminal.

mod clean;
mod dates;
mod page;
mod people;
mod speech;
mod view;

pub(crate) use clean::printable;
pub(crate) use view::TextView;
