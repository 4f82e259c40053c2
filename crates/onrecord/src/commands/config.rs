//! `config`: the complete default configuration.

use onrecord_formats::output::pretty;
use onrecord_runner::Registry;

use super::describe::print;
use crate::exit::{Exit, Failure};

pub(super) fn run(registry: &Registry) -> Result<Exit, Failure> {
    let mut json = pretty(&registry.default_config()?);
    json.push('\n');
    print(json.as_bytes())
}
