//! CPU time of every processor on real text.
//!
//! ```text
//! speed PATH…    plain text, or JSON Lines with `text`
//! ```

#![expect(clippy::cast_precision_loss, reason = "ratios for people to read")]

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ThreadTime;
use onrecord::core::Document;
use onrecord_bench::steps;

fn main() -> ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        let _ = writeln!(io::stderr(), "usage: speed PATH…");
        return ExitCode::from(2);
    }
    match measure(&paths) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(io::stderr(), "speed: {message}");
            ExitCode::from(2)
        }
    }
}

fn read(paths: &[String]) -> Result<Vec<Document>, String> {
    let mut documents = Vec::new();
    for path in paths {
        let content = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        let texts = if Path::new(path)
            .extension()
            .is_some_and(|ending| ending == "jsonl")
        {
            let texts = content.lines().enumerate().map(|(index, line)| {
                let record: serde_json::Value = serde_json::from_str(line)
                    .map_err(|error| format!("{path}:{}: {error}", index + 1))?;
                let text = record["text"].as_str().map(str::to_owned);
                text.ok_or_else(|| format!("{path}:{}: no text", index + 1))
            });
            texts.collect::<Result<_, _>>()?
        } else {
            vec![content]
        };
        for text in texts {
            let document = Document::new(path.as_str(), text);
            documents.push(document.map_err(|error| error.to_string())?);
        }
    }
    Ok(documents)
}

fn measure(paths: &[String]) -> Result<(), String> {
    let mut documents = read(paths)?;
    let texts = documents.iter().map(|document| document.text().as_str());
    let (mut bytes, mut words) = (0, 0);
    for text in texts {
        bytes += text.len();
        words += text.split_whitespace().count();
    }
    let steps = steps().map_err(|error| error.to_string())?;
    let mut times = Vec::new();
    for step in &steps {
        let start = ThreadTime::now();
        for document in &mut documents {
            step.annotate(document);
        }
        times.push((step.name, start.elapsed()));
    }
    let failed = documents
        .iter()
        .filter(|one| !one.errors().is_empty())
        .count();
    let all: Duration = times.iter().map(|(_, time)| *time).sum();
    let mut out = io::stdout().lock();
    let mut say = |line: String| writeln!(out, "{line}").map_err(|error| error.to_string());
    say(format!(
        "{} documents, {words} words, {:.2} MB; {failed} failed; one core, CPU time",
        documents.len(),
        bytes as f64 / 1e6
    ))?;
    say(format!(
        "{:<12}{:>10}{:>14}{:>10}{:>8}",
        "", "seconds", "words/s", "MB/s", "share"
    ))?;
    for (name, time) in times.into_iter().chain([("all", all)]) {
        let seconds = time.as_secs_f64().max(1e-9);
        say(format!(
            "{name:<12}{seconds:>10.2}{:>14.0}{:>10.2}{:>7.0}%",
            words as f64 / seconds,
            bytes as f64 / 1e6 / seconds,
            100.0 * seconds / all.as_secs_f64().max(1e-9)
        ))?;
    }
    Ok(())
}
