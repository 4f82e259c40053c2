//! Corpus stages: what they keep during a run, and what they say after it.

use onrecord_core::{AnyLayer, DocumentIndex, Offsets};
use rayon::ThreadPool;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::erased::{Digest, Model};
use crate::execute::RunError;
use crate::panics::guarded;
use crate::plan::PlannedStage;
use crate::report::{Report, StageFailure};
use crate::sink::Sink;

/// Documents whose stage layers are in memory together.
const CHUNK: usize = 4_096;

/// The stages of a run with the digests so far, in input order.
pub(crate) struct Stages<'p> {
    planned: &'p [PlannedStage],
    /// Of each document: its id, and how to count positions in its text.
    documents: Vec<(String, Offsets)>,
    /// For each stage, one for each document.
    digests: Vec<Vec<Option<Digest>>>,
}

impl<'p> Stages<'p> {
    pub(crate) fn new(stages: &'p [PlannedStage]) -> Self {
        Self {
            planned: stages,
            documents: Vec::new(),
            digests: stages.iter().map(|_| Vec::new()).collect(),
        }
    }

    /// Keeps what the stages need of the next document.
    pub(crate) fn add(&mut self, id: &str, offsets: Offsets, digests: Vec<Option<Digest>>) {
        self.documents.push((id.to_owned(), offsets));
        for (all, digest) in self.digests.iter_mut().zip(digests) {
            all.push(digest);
        }
    }

    /// Reduces, applies and writes, one stage after the other.
    pub(crate) fn finish<S: Sink>(
        self,
        pool: &ThreadPool,
        sink: &mut S,
        report: &mut Report,
    ) -> Result<(), RunError> {
        for (planned, digests) in self.planned.iter().zip(self.digests) {
            let fail = |message| StageFailure {
                stage: planned.name,
                message,
            };
            let model = match guarded(|| planned.stage.reduce(digests)) {
                Ok(model) => model,
                Err(message) => {
                    report.stage_failures.push(fail(message));
                    continue;
                }
            };
            for start in (0..self.documents.len()).step_by(CHUNK) {
                let end = self.documents.len().min(start + CHUNK);
                let layers = apply(pool, model.as_ref(), start..end);
                for ((id, offsets), layer) in self.documents[start..end].iter().zip(layers) {
                    match layer {
                        Ok(layer) => sink
                            .stage_layer(id, layer.as_ref(), offsets)
                            .map_err(RunError::Output)?,
                        Err(message) => {
                            report.stage_failures.push(fail(format!("{id}: {message}")));
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

fn apply(
    pool: &ThreadPool,
    model: &dyn Model,
    documents: std::ops::Range<usize>,
) -> Vec<Result<Box<dyn AnyLayer>, String>> {
    pool.install(|| {
        let layers = documents
            .into_par_iter()
            .map(|index| guarded(|| model.apply(DocumentIndex(index))));
        layers.collect()
    })
}
