//! Work that has to see all documents before it can say something of one.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::ConfigError;
use crate::layer::Layer;
use crate::needs::Needs;
use crate::processor::Context;

/// The position of a document in the run, counted from 0 in input order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentIndex(pub usize);

/// A barrier over a run: digest each document, reduce the digests, then give
/// each document its layer.
///
/// Only digests are held for the whole run, so they should be small. Nothing
/// may need a stage's output: stages run after every processor, and their
/// layers are written after the documents.
pub trait CorpusStage: Send + Sync + Sized + 'static {
    /// Key in the configuration file and in `list`; kebab case.
    const NAME: &'static str;
    /// One line for `list`, lower case, without a full stop.
    const SUMMARY: &'static str;
    /// Own settings: `#[serde(default, deny_unknown_fields)]`.
    type Config: Default + Serialize + DeserializeOwned;
    /// Layers read.
    type Needs<'d>: Needs<'d>;
    /// What is kept of a document.
    type Digest: Send;
    /// What the corpus comes to.
    type Model: Sync;
    /// The layer each document gets.
    type Output: Layer;

    /// Makes the stage. The only place where I/O is allowed.
    ///
    /// # Errors
    /// [`ConfigError`] for settings that make no sense; the run does not start.
    fn new(config: Self::Config) -> Result<Self, ConfigError>;

    /// Takes from one document what the corpus model needs. Runs in parallel.
    fn digest(&self, context: Context<'_>, needs: Self::Needs<'_>) -> Self::Digest;

    /// Makes the model. `digests` are in input order, whatever the threads did;
    /// a document whose needs were missing has none.
    fn reduce(&self, digests: Vec<Option<Self::Digest>>) -> Self::Model;

    /// The layer of one document. Runs in parallel.
    fn apply(&self, document: DocumentIndex, model: &Self::Model) -> Self::Output;
}
