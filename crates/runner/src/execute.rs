//! Documents through a plan, on all cores, in order.

use std::fmt;
use std::io;

use onrecord_core::{Budget, Document, DocumentError, FailureKind, InputError, Need, Offsets};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::erased::{Digest, Failure};
use crate::panics::guarded;
use crate::plan::{Plan, PlannedStep};
use crate::report::Report;
use crate::sink::Sink;
use crate::stages::Stages;

/// Bounds on the work on one document and on the documents in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Fuel of one processor on one document, for each byte of text. Ordinary
    /// text takes a small part of it.
    pub fuel_per_byte: u64,
    /// Fuel of one processor on any document.
    pub fuel_base: u64,
    /// Bytes of text that are in memory together, unless a single document is
    /// longer.
    pub chunk_bytes: usize,
    /// Documents that are in memory together.
    pub chunk_documents: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            fuel_per_byte: 2_000,
            fuel_base: 1_000_000,
            chunk_bytes: 8 << 20,
            chunk_documents: 1_024,
        }
    }
}

impl Limits {
    fn budget(&self, document: &Document) -> Budget {
        let bytes = u64::from(document.text().len());
        let fuel = self.fuel_per_byte.saturating_mul(bytes);
        Budget::with_fuel(fuel.saturating_add(self.fuel_base))
    }
}

/// Executes a plan.
pub struct Runner {
    plan: Plan,
    limits: Limits,
    threads: usize,
}

impl Runner {
    /// Starting more threads takes a machine longer than the work they share.
    pub const MOST_THREADS: u16 = 256;

    /// A runner with the default limits and a thread for each core.
    pub fn new(plan: Plan) -> Self {
        Self {
            plan,
            limits: Limits::default(),
            threads: 0,
        }
    }

    /// Sets the limits.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the number of threads; 0 is one for each core. There are never more
    /// than [`Runner::MOST_THREADS`].
    pub fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads.min(usize::from(Self::MOST_THREADS));
        self
    }

    /// Runs the plan's processors on one document, on the current thread.
    pub fn annotate(&self, document: &mut Document) {
        for planned in &self.plan.steps {
            let budget = self.limits.budget(document);
            let result = guarded(|| planned.step.process(document, &budget));
            let (kind, message) = match result {
                Ok(Ok(())) => continue,
                Ok(Err(failure)) => (failure.kind(), explain(failure, &planned.needs, document)),
                Err(message) => (FailureKind::Panic, message),
            };
            drop_layers(planned, document);
            document.record_error(DocumentError {
                processor: planned.name,
                kind,
                message,
            });
        }
    }

    /// Takes all documents through the plan and hands them to `sink` in input
    /// order. Input is read as memory allows, a chunk at a time.
    ///
    /// # Errors
    /// [`RunError::Output`] as soon as the sink refuses something; the other
    /// kinds are faults of the machine or of this crate.
    pub fn run<S: Sink>(
        &self,
        input: impl IntoIterator<Item = Result<Document, InputError>>,
        sink: &mut S,
    ) -> Result<Report, RunError> {
        let pool = ThreadPoolBuilder::new()
            .num_threads(self.threads)
            .build()
            .map_err(|error| RunError::Threads(error.to_string()))?;
        let mut input = input.into_iter();
        let mut report = Report::default();
        let mut stages = Stages::new(&self.plan.stages);
        loop {
            let chunk = self.next_chunk(&mut input);
            if chunk.is_empty() {
                break;
            }
            report.documents_in += chunk.len() as u64;
            for finished in self.process(&pool, chunk, &*sink) {
                hand_over(finished, sink, &mut report, &mut stages)?;
            }
        }
        stages.finish(&pool, sink, &mut report)?;
        if report.balances() {
            Ok(report)
        } else {
            Err(RunError::Unbalanced(report))
        }
    }

    fn next_chunk(
        &self,
        input: &mut impl Iterator<Item = Result<Document, InputError>>,
    ) -> Vec<Result<Document, InputError>> {
        let mut chunk = Vec::new();
        let mut bytes = 0;
        let limits = &self.limits;
        while chunk.is_empty()
            || (bytes < limits.chunk_bytes && chunk.len() < limits.chunk_documents)
        {
            let Some(item) = input.next() else { break };
            bytes += item
                .as_ref()
                .map_or(0, |document| document.text().len() as usize);
            chunk.push(item);
        }
        chunk
    }

    fn process<S: Sink>(
        &self,
        pool: &ThreadPool,
        chunk: Vec<Result<Document, InputError>>,
        sink: &S,
    ) -> Vec<Result<Finished, InputError>> {
        pool.install(|| {
            let finished = chunk.into_par_iter().map(|item| self.finish(item?, sink));
            finished.collect()
        })
    }

    fn finish<S: Sink>(&self, mut document: Document, sink: &S) -> Result<Finished, InputError> {
        self.annotate(&mut document);
        let mut digests = Vec::with_capacity(self.plan.stages.len());
        for planned in &self.plan.stages {
            let budget = self.limits.budget(&document);
            let (digest, kind, message) = match guarded(|| planned.stage.digest(&document, &budget))
            {
                Ok(Some(digest)) => {
                    digests.push(Some(digest));
                    continue;
                }
                Ok(None) => (
                    None,
                    FailureKind::Blocked,
                    missing(&planned.needs, &document),
                ),
                Err(message) => (None, FailureKind::Panic, message),
            };
            digests.push(digest);
            document.record_error(DocumentError {
                processor: planned.name,
                kind,
                message,
            });
        }
        let offsets =
            (!digests.is_empty()).then(|| Offsets::new(document.text().as_str(), sink.unit()));
        // A foreign layer's `Serialize` may fail or panic like anything foreign.
        let rendered = match guarded(|| sink.render(&document)) {
            Ok(Ok(rendered)) => Ok(rendered),
            Ok(Err(error)) => Err(error.to_string()),
            Err(message) => Err(message),
        };
        match rendered {
            Ok(rendered) => Ok(Finished {
                document,
                rendered,
                digests,
                offsets,
            }),
            Err(why) => Err(InputError::new(
                document.id(),
                format!("cannot be written: {why}"),
            )),
        }
    }
}

/// A document ready to be written, with what stages keep of it.
struct Finished {
    document: Document,
    rendered: Vec<u8>,
    digests: Vec<Option<Digest>>,
    offsets: Option<Offsets>,
}

fn hand_over<S: Sink>(
    finished: Result<Finished, InputError>,
    sink: &mut S,
    report: &mut Report,
    stages: &mut Stages<'_>,
) -> Result<(), RunError> {
    match finished {
        Ok(finished) => {
            let whole = finished.document.errors().is_empty();
            if let Some(offsets) = finished.offsets {
                stages.add(finished.document.id(), offsets, finished.digests);
            }
            sink.document(finished.document, finished.rendered)
                .map_err(RunError::Output)?;
            if whole {
                report.written += 1;
            } else {
                report.failed += 1;
            }
        }
        Err(error) => {
            sink.input_error(error).map_err(RunError::Output)?;
            report.skipped += 1;
        }
    }
    Ok(())
}

/// A failed processor leaves none of its layers, also not those it stored
/// before the one that was wrong.
fn drop_layers(planned: &PlannedStep, document: &mut Document) {
    for layer in &planned.provides {
        document.remove(layer);
    }
}

fn explain(failure: Failure, needs: &[Need], document: &Document) -> String {
    match failure {
        Failure::Missing => missing(needs, document),
        Failure::Process(error) => error.to_string(),
        Failure::Layer(error) => error.to_string(),
    }
}

/// Names the layers that are needed and not there.
fn missing(needs: &[Need], document: &Document) -> String {
    let gone = needs
        .iter()
        .filter(|need| need.required && document.layer_named(need.layer).is_none());
    let gone: Vec<&str> = gone.map(|need| need.layer).collect();
    format!("needs {}, which is missing", gone.join(", "))
}

/// Why a run ended early.
#[derive(Debug)]
#[non_exhaustive]
pub enum RunError {
    /// The sink could not take something.
    Output(io::Error),
    /// Threads could not be started.
    Threads(String),
    /// Documents were lost: a bug in this crate.
    Unbalanced(Report),
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(error) => write!(f, "cannot write: {error}"),
            Self::Threads(error) => write!(f, "cannot start threads: {error}"),
            Self::Unbalanced(report) => write!(f, "documents were lost: {report}"),
        }
    }
}

impl std::error::Error for RunError {}
