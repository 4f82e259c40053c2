//! What can go wrong, by who has to act.

use std::fmt;

use serde::Serialize;

/// A configuration that a processor refuses. The run does not start.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigError {
    /// The key path, e.g. `summary.length.words`; empty where no key is at fault.
    pub path: String,
    /// What is wrong and what is allowed.
    pub message: String,
}

impl ConfigError {
    /// An error about the value at `path`.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(f, "{}", self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}

impl std::error::Error for ConfigError {}

/// One record of the input that could not become a document. The others go on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InputError {
    /// The file as the user named or would name it; `-` is standard input.
    pub path: String,
    /// 1-based line, where the format has lines.
    pub line: Option<u64>,
    /// What is wrong.
    pub reason: String,
}

impl InputError {
    /// An error about a whole file.
    pub fn new(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line: None,
            reason: reason.into(),
        }
    }

    /// The same at a 1-based line.
    pub fn at_line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.reason),
            None => write!(f, "{}: {}", self.path, self.reason),
        }
    }
}

impl std::error::Error for InputError {}

/// Why a processor gave up on one document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProcessError {
    /// The [`crate::Budget`] is used up.
    OutOfBudget {
        /// Fuel spent when it stopped.
        spent: u64,
    },
    /// Any other reason. No processor of this workspace uses it: text is never
    /// an error. It is there for processors that wrap something that can fail.
    Failed(String),
}

impl fmt::Display for ProcessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfBudget { spent } => write!(f, "stopped after {spent} units of work"),
            Self::Failed(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for ProcessError {}

/// A layer that breaks an invariant: a bug in the processor that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerError {
    /// The layer's name.
    pub layer: &'static str,
    /// Which item, and what is wrong with it.
    pub message: String,
}

impl LayerError {
    /// An error in `layer`.
    pub fn new(layer: &'static str, message: impl Into<String>) -> Self {
        Self {
            layer,
            message: message.into(),
        }
    }
}

impl fmt::Display for LayerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "layer {}: {}", self.layer, self.message)
    }
}

impl std::error::Error for LayerError {}

/// How a processor failed on a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FailureKind {
    /// It returned an error.
    Error,
    /// It ran out of budget.
    Budget,
    /// It panicked.
    Panic,
    /// Its output broke a layer's invariants and was dropped.
    InvalidLayer,
    /// A layer it needs is missing since its provider failed.
    Blocked,
}

/// One entry of a document's `errors`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentError {
    /// The processor that failed.
    pub processor: &'static str,
    /// How.
    pub kind: FailureKind,
    /// In words.
    pub message: String,
}
