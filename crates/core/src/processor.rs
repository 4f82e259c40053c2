//! The trait that a processor crate implements.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::budget::Budget;
use crate::error::{ConfigError, ProcessError};
use crate::needs::{Needs, Provides};
use crate::text::Text;

/// What a processor gets besides its layers.
#[derive(Clone, Copy, Debug)]
pub struct Context<'d> {
    text: Text<'d>,
    budget: &'d Budget,
}

impl<'d> Context<'d> {
    /// A context for one document and one processor.
    pub const fn new(text: Text<'d>, budget: &'d Budget) -> Self {
        Self { text, budget }
    }

    /// The document's text.
    pub const fn text(&self) -> Text<'d> {
        self.text
    }

    /// What may be spent; long loops call [`Budget::spend`].
    pub const fn budget(&self) -> &'d Budget {
        self.budget
    }
}

/// A pure function from declared layers to new layers of the same document.
///
/// One value serves all threads: there is no `&mut self`, no hidden cache and
/// no I/O after [`Processor::new`]. The planner reads what is needed and
/// provided from the associated types, so a declaration cannot be forgotten.
/// A crate joins the pipeline with one line in the registry; see the README.
pub trait Processor: Send + Sync + Sized + 'static {
    /// Key in the configuration file and in `list`; kebab case.
    const NAME: &'static str;
    /// One line for `list`, lower case, without a full stop.
    const SUMMARY: &'static str;
    /// Own settings: `#[serde(default, deny_unknown_fields)]`.
    type Config: Default + Serialize + DeserializeOwned;
    /// Layers read.
    type Needs<'d>: Needs<'d>;
    /// Layers written.
    type Provides: Provides;

    /// Makes the processor. The only place where I/O is allowed.
    ///
    /// # Errors
    /// [`ConfigError`] for settings that make no sense; the run does not start.
    fn new(config: Self::Config) -> Result<Self, ConfigError>;

    /// Annotates one document.
    ///
    /// # Errors
    /// [`ProcessError`]; the document then lacks this processor's layers and
    /// says why. Text as such is never an error.
    fn process(
        &self,
        context: Context<'_>,
        needs: Self::Needs<'_>,
    ) -> Result<Self::Provides, ProcessError>;
}
