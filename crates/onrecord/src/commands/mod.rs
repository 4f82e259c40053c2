//! One file a command.

mod config;
mod describe;
mod list;
mod run;

use onrecord_runner::Registry;

use crate::args::{Args, Command};
use crate::exit::{Exit, Failure};

/// Does what the arguments say.
pub(crate) fn run(args: Args, registry: &Registry) -> Result<Exit, Failure> {
    match args.command {
        Command::Run(args) => run::run(*args, registry),
        Command::List { markdown } => list::run(registry, markdown),
        Command::Config => config::run(registry),
        Command::Schema => describe::schema(),
        Command::Completions { shell } => describe::completions(shell),
        Command::Man => describe::manual(),
    }
}
