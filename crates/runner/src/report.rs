//! What became of a run's documents.

use std::fmt;

/// The balance of a run. Every record of the input is exactly one of the
/// three: written whole, written with an error in it, or skipped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// Records read, the broken ones too.
    pub documents_in: u64,
    /// Documents written with all their layers.
    pub written: u64,
    /// Documents written that lack layers and say why in `errors`.
    pub failed: u64,
    /// Records that could not become a document.
    pub skipped: u64,
    /// Corpus stages that gave nothing.
    pub stage_failures: Vec<StageFailure>,
}

/// A corpus stage that panicked while it made its model or a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StageFailure {
    /// The stage's name.
    pub stage: &'static str,
    /// In words.
    pub message: String,
}

impl Report {
    /// Whether nothing was lost: in = written + failed + skipped.
    pub const fn balances(&self) -> bool {
        self.documents_in == self.written + self.failed + self.skipped
    }

    /// Whether all went well.
    pub const fn is_clean(&self) -> bool {
        self.failed == 0 && self.skipped == 0 && self.stage_failures.is_empty()
    }
}

/// The closing line of a run.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let noun = if self.documents_in == 1 {
            "document"
        } else {
            "documents"
        };
        write!(
            f,
            "{} {noun} in = {} written + {} failed + {} skipped",
            self.documents_in, self.written, self.failed, self.skipped
        )
    }
}
