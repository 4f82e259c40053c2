//! `run`: documents in, annotations out.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use onrecord_formats::input;
use onrecord_formats::output::Shape;
use onrecord_runner::{Config, Goals, Plan, Registry, Report, Runner};

use crate::args::{RunArgs, To};
use crate::exit::{Exit, Failure};
use crate::messages;
use crate::output::{Output, Target};
use crate::terminal::TextView;

pub(super) fn run(args: RunArgs, registry: &Registry) -> Result<Exit, Failure> {
    let config = read_config(args.config.as_deref())?;
    let goals = if args.only.is_empty() {
        Goals::all()
    } else {
        Goals::only(&args.only)
    };
    let plan = Plan::new(registry, &goals, &config)?;
    let shape = Shape {
        unit: args.offsets.offset_unit(),
        layers: plan.wanted().cloned(),
    };
    let to = args
        .to
        .unwrap_or_else(|| default_format(args.output.as_deref()));
    let target = Target::new(args.output, &args.paths)?;
    let view = TextView::new(shape.layers.clone(), target.is_stdout());
    let place = target.path();
    let mut output = Output::new(to, target, shape, view, args.quiet)?;
    // Found only now that output has made it.
    let place = place.and_then(|path| fs::canonicalize(path).ok());
    let stop = stop_flag(&args.paths)?;

    let documents = input::read(args.paths, args.reading.into_options(place));
    let documents = documents.take_while(|_| !stop.load(Ordering::Relaxed));
    let runner = Runner::new(plan).with_threads(usize::from(args.threads));
    let report = runner.run(documents, &mut output)?;
    output.finish()?;
    Ok(close(&report, stop.load(Ordering::Relaxed), args.quiet))
}

fn close(report: &Report, stopped: bool, quiet: bool) -> Exit {
    for failure in &report.stage_failures {
        messages::warning(&format!("{}: {}", failure.stage, failure.message));
    }
    if !quiet {
        messages::note(&report.to_string());
    }
    if stopped {
        messages::error("interrupted; what had been read by then is written");
        return Exit::Interrupted;
    }
    if report.is_clean() {
        Exit::Success
    } else {
        Exit::Incomplete
    }
}

fn read_config(path: Option<&Path>) -> Result<Config, Failure> {
    let Some(path) = path else {
        return Ok(Config::default());
    };
    let json = fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("configuration {}: {error}", path.display())))?;
    Config::parse(&json)
        .map_err(|error| Failure::usage(format!("configuration {}: {error}", path.display())))
}

fn default_format(output: Option<&Path>) -> To {
    let Some(path) = output else {
        return if io::stdout().is_terminal() {
            To::Text
        } else {
            To::Jsonl
        };
    };
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("txt") => To::Text,
        Some("json") | None => To::Json,
        Some(_) => To::Jsonl,
    }
}

/// A flag that Ctrl-C raises: the run then ends with the chunk it is at. A
/// second Ctrl-C ends the process at once. Where a pipe is read the first one
/// has to, since a blocked read cannot be talked to.
fn stop_flag(paths: &[PathBuf]) -> Result<Arc<AtomicBool>, Failure> {
    use signal_hook::consts::SIGINT;
    use signal_hook::flag;

    let stop = Arc::new(AtomicBool::new(false));
    let may_block = |path: &PathBuf| {
        let kind = fs::metadata(path);
        path == Path::new("-") || kind.is_ok_and(|kind| !kind.is_file() && !kind.is_dir())
    };
    if !paths.iter().any(may_block) {
        let second = Arc::clone(&stop);
        flag::register_conditional_shutdown(SIGINT, Exit::Interrupted as i32, second)
            .and_then(|_| flag::register(SIGINT, Arc::clone(&stop)))
            .map_err(|error| Failure::io(format!("cannot listen for Ctrl-C: {error}")))?;
    }
    Ok(stop)
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use onrecord_core::layers::{Given, Keyphrases};
    use onrecord_core::{
        ConfigError, Context, CorpusStage, Document, DocumentIndex, Layer, LayerError,
        ProcessError, Processor, Span,
    };
    use serde::Serialize;

    use super::*;
    use crate::args::{Args, Command};

    /// Panics on every text that says so.
    struct Fragile;

    impl Processor for Fragile {
        const NAME: &'static str = "fragile";
        const SUMMARY: &'static str = "breaks";
        type Config = std::collections::BTreeMap<String, u32>;
        type Needs<'d> = &'d Given;
        type Provides = Keyphrases;

        fn new(_: Self::Config) -> Result<Self, ConfigError> {
            Ok(Self)
        }

        fn process(&self, context: Context<'_>, _: &Given) -> Result<Keyphrases, ProcessError> {
            assert!(context.text().as_str() != "break", "it broke");
            Ok(Keyphrases::default())
        }
    }

    /// The whole text of each document, and how many documents there are.
    #[derive(Debug, Serialize)]
    struct Census {
        text: Span,
        documents: usize,
    }

    impl Layer for Census {
        const NAME: &'static str = "census";
        fn check(&self, _: &Document) -> Result<(), LayerError> {
            Ok(())
        }
    }

    struct CensusTaker;

    impl CorpusStage for CensusTaker {
        const NAME: &'static str = "census";
        const SUMMARY: &'static str = "counts";
        type Config = std::collections::BTreeMap<String, u32>;
        type Needs<'d> = &'d Given;
        type Digest = u32;
        type Model = Vec<u32>;
        type Output = Census;

        fn new(_: Self::Config) -> Result<Self, ConfigError> {
            Ok(Self)
        }

        fn digest(&self, context: Context<'_>, _: &Given) -> u32 {
            context.text().len()
        }

        fn reduce(&self, digests: Vec<Option<u32>>) -> Vec<u32> {
            digests.into_iter().flatten().collect()
        }

        fn apply(&self, document: DocumentIndex, lengths: &Vec<u32>) -> Census {
            Census {
                text: Span::new(0, lengths[document.0]),
                documents: lengths.len(),
            }
        }
    }

    /// Runs over two files and gives back how it ended and what was written.
    fn run_two(registry: &Registry, ending: &str) -> (Exit, String) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        let line = |id: &str, text: &str| format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n");
        let lines = line("a", "break") + &line("b", "é");
        fs::write(path("in.jsonl"), lines).expect("written");
        let (input, output) = (path("in.jsonl"), path(&format!("out.{ending}")));
        let args = ["onrecord", "run", &input, "-o", &output, "--quiet"];
        let Command::Run(args) = Args::parse_from(args).command else {
            panic!("not a run");
        };
        let exit = run(*args, registry).expect("it comes to its end");
        (exit, fs::read_to_string(output).expect("written"))
    }

    #[test]
    fn a_failed_document_is_written_with_its_error_and_counts() {
        let mut registry = Registry::new();
        registry.add::<Fragile>();
        let (exit, written) = run_two(&registry, "jsonl");
        assert_eq!(exit, Exit::Incomplete);
        let ends: Vec<&str> = written
            .lines()
            .filter_map(|line| line.split_once("\"layers\":").map(|(_, end)| end))
            .collect();
        assert_eq!(
            ends,
            [
                r#"{},"errors":[{"processor":"fragile","kind":"panic","message":"it broke"}]}"#,
                r#"{"keyphrases":[]},"errors":[]}"#,
            ]
        );
    }

    #[test]
    fn what_stages_say_follows_the_documents_in_the_same_unit() {
        let mut registry = Registry::new();
        registry.add_stage::<CensusTaker>();
        let (exit, written) = run_two(&registry, "jsonl");
        assert_eq!(exit, Exit::Success);
        let added: Vec<&str> = written.lines().skip(2).collect();
        assert_eq!(
            added,
            [
                r#"{"schema":1,"id":"a","layers":{"census":{"text":[0,5],"documents":2}}}"#,
                r#"{"schema":1,"id":"b","layers":{"census":{"text":[0,1],"documents":2}}}"#,
            ]
        );
        let (_, array) = run_two(&registry, "json");
        let array: Vec<serde_json::Value> = serde_json::from_str(&array).expect("an array");
        assert_eq!(array.len(), 4);
        let (_, page) = run_two(&registry, "txt");
        assert!(
            page.ends_with("b census {\"text\":[0,1],\"documents\":2}\n"),
            "{page}"
        );
    }
}
