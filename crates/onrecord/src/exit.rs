//! How a command ends.

use std::io;
use std::process::ExitCode;

use onrecord_runner::{PlanError, RunError};

/// The exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All well.
    Success = 0,
    /// Some documents failed; the rest are written.
    Incomplete = 1,
    /// Usage, configuration or plan; nothing was read.
    Usage = 2,
    /// Input/output, as in `sysexits.h`.
    Io = 74,
    /// Stopped by the user, as shells count.
    Interrupted = 130,
}

impl Exit {
    pub(crate) fn from_clap(error: &clap::Error) -> Self {
        if error.use_stderr() {
            Self::Usage
        } else {
            Self::Success
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command did not come to its end.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Usage,
            message: message.into(),
        }
    }

    pub(crate) fn io(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Io,
            message: message.into(),
        }
    }

    /// Whoever read our output has seen enough: no failure, and no message.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        self.exit == Exit::Success
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let exit = if error.kind() == io::ErrorKind::BrokenPipe {
            Exit::Success
        } else {
            Exit::Io
        };
        Self {
            exit,
            message: format!("cannot write: {error}"),
        }
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        Self::usage(error.to_string())
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Output(error) => error.into(),
            other => Self::io(other.to_string()),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}
