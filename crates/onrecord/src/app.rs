//! The command line as a value, so that other binaries can add to it.

use std::process::ExitCode;

use clap::Parser;
use onrecord_core::{CorpusStage, Processor};
use onrecord_runner::Registry;

use crate::args::Args;
use crate::exit::Exit;
use crate::{commands, messages, standard};

/// A command line over a list of processors.
///
/// ```no_run
/// # use onrecord::App;
/// # fn of<Mine: onrecord::core::Processor>() -> std::process::ExitCode {
/// App::standard().with::<Mine>().run()
/// # }
/// ```
pub struct App {
    registry: Registry,
}

impl App {
    /// With the processors that Onrecord comes with.
    pub fn standard() -> Self {
        Self {
            registry: standard(),
        }
    }

    /// Adds a processor. One of a name, or with a layer, that is there already
    /// is a mistake that ends every run; see [`App::replace`].
    pub fn with<P: Processor>(mut self) -> Self {
        self.registry.add::<P>();
        self
    }

    /// Puts a processor in the place of those that write its layers.
    pub fn replace<P: Processor>(mut self) -> Self {
        self.registry.replace::<P>();
        self
    }

    /// Adds a corpus stage.
    pub fn with_stage<S: CorpusStage>(mut self) -> Self {
        self.registry.add_stage::<S>();
        self
    }

    /// The list as it is.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Parses the process's arguments and does what they say.
    pub fn run(self) -> ExitCode {
        let args = match Args::try_parse() {
            Ok(args) => args,
            Err(error) => {
                // Help goes to stdout, mistakes to stderr; a closed pipe is no failure.
                let _ = error.print();
                return Exit::from_clap(&error).into();
            }
        };
        match commands::run(args, &self.registry) {
            Ok(exit) => exit.into(),
            Err(failure) => {
                if !failure.is_closed_pipe() {
                    messages::error(&failure.message);
                }
                failure.exit.into()
            }
        }
    }
}
