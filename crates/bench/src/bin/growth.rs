//! Instructions executed on hostile texts of doubling size.
//!
//! ```text
//! growth list                            the generators
//! growth run GENERATOR BYTES [PROCESSOR] through the pipeline, up to a processor
//! growth table [BYTES] [GENERATOR…]      counts; exit code 1 where growth is not linear
//! ```

#![expect(clippy::cast_precision_loss, reason = "ratios for people to read")]

use std::io::{self, Write};
use std::process::{Command, ExitCode};

use onrecord_bench::generators::{GENERATORS, Generator, named};
use onrecord_bench::{run_through, steps};

/// Shortest text of the table where none is given; the longest has four times this.
const BYTES: usize = 50_000;

/// What twice the text may cost.
const MOST_PER_DOUBLING: f64 = 2.2;

const USAGE: &str =
    "usage: growth list | run GENERATOR BYTES [PROCESSOR] | table [BYTES] [GENERATOR…]";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["list"] => list(),
        ["run", generator, bytes] => run(generator, bytes, None),
        ["run", generator, bytes, last] => run(generator, bytes, Some(last)),
        ["table", ref rest @ ..] => table(rest),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            let _ = writeln!(io::stderr(), "growth: {message}");
            ExitCode::from(2)
        }
    }
}

fn say(line: &str) -> Result<(), String> {
    writeln!(io::stdout(), "{line}").map_err(|error| error.to_string())
}

fn list() -> Result<bool, String> {
    for generator in GENERATORS {
        say(generator.name)?;
    }
    Ok(true)
}

fn find(name: &str) -> Result<&'static Generator, String> {
    named(name).ok_or_else(|| format!("no generator is called {name}; see `growth list`"))
}

fn number(bytes: &str) -> Result<usize, String> {
    bytes
        .parse()
        .map_err(|_| format!("{bytes} is no number of bytes"))
}

fn run(generator: &str, bytes: &str, last: Option<&str>) -> Result<bool, String> {
    let text = find(generator)?.text(number(bytes)?);
    let failed = run_through(text, last)?;
    if failed > 0 {
        say(&format!("{failed} processors failed"))?;
    }
    Ok(failed == 0)
}

fn table(args: &[&str]) -> Result<bool, String> {
    let (bytes, names) = match args {
        [first, rest @ ..] if first.starts_with(|c: char| c.is_ascii_digit()) => {
            (number(first)?, rest)
        }
        all => (BYTES, all),
    };
    let chosen: Vec<&Generator> = if names.is_empty() {
        GENERATORS.iter().collect()
    } else {
        names
            .iter()
            .map(|name| find(name))
            .collect::<Result<_, _>>()?
    };
    let sizes = [bytes, bytes * 2, bytes * 4];
    let processors: Vec<&str> = steps()
        .map_err(|error| error.to_string())?
        .iter()
        .map(|step| step.name)
        .collect();
    let last = processors.last().ok_or("there is no processor")?;
    say(&format!(
        "{:<22}{:<12}{:>14}{:>8}{:>8}",
        "generator", "processor", "instr./byte", "x2", "x4"
    ))?;
    let mut linear = true;
    for generator in chosen {
        let start = instructions(generator.name, 0, last)?;
        let whole = counts(generator.name, sizes, last)?.map(|count| count.saturating_sub(start));
        let fine = row(generator.name, "all", sizes, whole)?;
        linear &= fine;
        if !fine {
            blame(generator.name, sizes, &processors)?;
        }
    }
    Ok(linear)
}

/// Counts processor by processor: each is what its addition to the plan costs.
fn blame(generator: &str, sizes: [usize; 3], processors: &[&str]) -> Result<(), String> {
    let mut before = [0; 3];
    for (index, processor) in processors.iter().enumerate() {
        let with = counts(generator, sizes, processor)?;
        if index == 0 {
            // What the program and its tables take to start is no growth.
            let start = instructions(generator, 0, processor)?;
            before = [start; 3];
        }
        let mut own = [0; 3];
        for (own, (with, before)) in own.iter_mut().zip(with.into_iter().zip(before)) {
            *own = with.saturating_sub(before);
        }
        row(generator, processor, sizes, own)?;
        before = with;
    }
    Ok(())
}

fn row(
    generator: &str,
    processor: &str,
    sizes: [usize; 3],
    counts: [u64; 3],
) -> Result<bool, String> {
    let ratio = |i: usize| counts[i] as f64 / counts[i - 1].max(1) as f64;
    let per_byte = counts[2] as f64 / sizes[2].max(1) as f64;
    // Costs of a few instructions a byte are startup and noise.
    let fine = per_byte < 5.0 || (ratio(1) <= MOST_PER_DOUBLING && ratio(2) <= MOST_PER_DOUBLING);
    let verdict = if fine { "" } else { "  <-- not linear" };
    say(&format!(
        "{generator:<22}{processor:<12}{per_byte:>14.0}{:>8.2}{:>8.2}{verdict}",
        ratio(1),
        ratio(2)
    ))?;
    Ok(fine)
}

fn counts(generator: &str, sizes: [usize; 3], last: &str) -> Result<[u64; 3], String> {
    let mut counts = [0; 3];
    for (count, bytes) in counts.iter_mut().zip(sizes) {
        *count = instructions(generator, bytes, last)?;
    }
    Ok(counts)
}

/// Instructions that this program executes for `run`.
fn instructions(generator: &str, bytes: usize, last: &str) -> Result<u64, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no"])
        .arg("--cachegrind-out-file=/dev/null")
        .arg(own)
        .args(["run", generator, &bytes.to_string(), last])
        .output()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                "valgrind is not installed; it counts the instructions".to_owned()
            }
            _ => format!("valgrind: {error}"),
        })?;
    let report = String::from_utf8_lossy(&output.stderr);
    let count = report.lines().find_map(|line| {
        let (label, count) = line.split_once("refs:")?;
        label
            .trim_end()
            .ends_with('I')
            .then(|| count.replace(',', ""))
    });
    count
        .and_then(|count| count.trim().parse().ok())
        .ok_or_else(|| format!("valgrind counted nothing for {generator} {bytes}:\n{report}"))
}
