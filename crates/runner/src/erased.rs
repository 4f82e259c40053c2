//! Processors and stages with their types forgotten, so that one list holds
//! them all. Only this file knows both sides.

use std::any::Any;

use onrecord_core::{
    AnyLayer, Budget, Context, CorpusStage, Document, DocumentIndex, FailureKind, LayerError,
    Needs, ProcessError, Processor, Provides,
};

/// A processor, ready to run.
pub(crate) trait Step: Send + Sync {
    /// Fetches, processes, checks and stores.
    fn process(&self, document: &mut Document, budget: &Budget) -> Result<(), Failure>;
}

/// Why a step gave no layers.
pub(crate) enum Failure {
    /// A required layer is not there.
    Missing,
    Process(ProcessError),
    Layer(LayerError),
}

impl Failure {
    pub(crate) fn kind(&self) -> FailureKind {
        match self {
            Self::Missing => FailureKind::Blocked,
            Self::Process(ProcessError::OutOfBudget { .. }) => FailureKind::Budget,
            Self::Process(_) => FailureKind::Error,
            Self::Layer(_) => FailureKind::InvalidLayer,
        }
    }
}

pub(crate) struct ErasedProcessor<P>(pub(crate) P);

impl<P: Processor> Step for ErasedProcessor<P> {
    fn process(&self, document: &mut Document, budget: &Budget) -> Result<(), Failure> {
        let needs = <P::Needs<'_> as Needs>::fetch(document).ok_or(Failure::Missing)?;
        let context = Context::new(document.text(), budget);
        let output = self.0.process(context, needs).map_err(Failure::Process)?;
        output.store(document).map_err(Failure::Layer)
    }
}

/// What a stage keeps of one document.
pub(crate) type Digest = Box<dyn Any + Send>;

/// A corpus stage, ready to run.
pub(crate) trait Stage: Send + Sync {
    /// `None` if a required layer is not there.
    fn digest(&self, document: &Document, budget: &Budget) -> Option<Digest>;
    /// Makes the model from the digests, which are in input order.
    fn reduce(&self, digests: Vec<Option<Digest>>) -> Box<dyn Model + '_>;
}

/// A stage with its model.
pub(crate) trait Model: Sync {
    fn apply(&self, document: DocumentIndex) -> Box<dyn AnyLayer>;
}

pub(crate) struct ErasedStage<S>(pub(crate) S);

impl<S: CorpusStage> Stage for ErasedStage<S> {
    fn digest(&self, document: &Document, budget: &Budget) -> Option<Digest> {
        let needs = <S::Needs<'_> as Needs>::fetch(document)?;
        let context = Context::new(document.text(), budget);
        Some(Box::new(self.0.digest(context, needs)))
    }

    fn reduce(&self, digests: Vec<Option<Digest>>) -> Box<dyn Model + '_> {
        let own = |digest: Digest| digest.downcast::<S::Digest>().ok().map(|digest| *digest);
        let digests = digests.into_iter().map(|digest| digest.and_then(own));
        Box::new(ErasedModel {
            stage: &self.0,
            model: self.0.reduce(digests.collect()),
        })
    }
}

struct ErasedModel<'s, S: CorpusStage> {
    stage: &'s S,
    model: S::Model,
}

impl<S: CorpusStage> Model for ErasedModel<'_, S> {
    fn apply(&self, document: DocumentIndex) -> Box<dyn AnyLayer> {
        Box::new(self.stage.apply(document, &self.model))
    }
}
