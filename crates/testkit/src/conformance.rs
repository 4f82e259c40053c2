//! What every processor must keep to, whatever it does.

use std::fmt::Write as _;
use std::io;

use onrecord_core::{AnyLayer, Document, InputError, OffsetUnit, Offsets};
use onrecord_runner::{Config, Entry, Goals, Plan, Registry, Runner, Sink};
use serde_json::Value;

/// Runs all that is registered over texts that no newsroom writes, and looks
/// at how each entry describes itself.
///
/// * On every text, no processor fails or panics, each of its layers is there,
///   every layer holds its invariants, and a second run gives the same bytes.
/// * Names are kebab case; summaries are one line, begin with a small letter
///   and have no full stop.
/// * Default settings are an object that is accepted back; an unknown key is
///   refused.
///
/// A processor of your own is covered by adding it to the registry given.
///
/// # Panics
/// With the list of all that does not hold.
pub fn conformance(registry: &Registry) {
    let faults = all_faults(registry);
    assert!(faults.is_empty(), "{}", list(&faults));
}

fn all_faults(registry: &Registry) -> Vec<String> {
    let mut faults = Vec::new();
    for entry in registry.entries() {
        describes_itself(entry, &mut faults);
        keeps_its_settings(entry, &mut faults);
    }
    for (what, text) in hard_texts() {
        survives(registry, what, &text, &mut faults);
    }
    faults
}

fn list(faults: &[String]) -> String {
    faults.iter().fold(String::new(), |mut all, fault| {
        let _ = writeln!(all, "\n  {fault}");
        all
    })
}

fn describes_itself(entry: &Entry, faults: &mut Vec<String>) {
    let (name, summary) = (entry.name(), entry.summary());
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    };
    if !name.split('-').all(part) {
        faults.push(format!("the name {name:?} is not kebab case"));
    }
    let begins_well = summary.starts_with(|c: char| c.is_lowercase() || c.is_numeric());
    if !begins_well || summary.ends_with('.') || summary.contains(char::is_control) {
        faults.push(format!(
            "{name}: the summary {summary:?} should be one line, begin small and have no full stop"
        ));
    }
}

fn keeps_its_settings(entry: &Entry, faults: &mut Vec<String>) {
    let name = entry.name();
    let defaults = entry.default_config().ok();
    let defaults = defaults.and_then(|json| serde_json::from_str::<Value>(&json).ok());
    let Some(defaults @ Value::Object(_)) = defaults else {
        faults.push(format!("{name}: its default settings are no JSON object"));
        return;
    };
    if let Err(error) = entry.check_config(defaults.clone()) {
        faults.push(format!("{name} refuses its own default settings: {error}"));
    }
    let mut with_unknown = defaults;
    with_unknown["no-such-setting"] = Value::from(1);
    if entry.check_config(with_unknown).is_ok() {
        faults.push(format!("{name} accepts a setting that it does not have"));
    }
}

fn survives(registry: &Registry, what: &str, text: &str, faults: &mut Vec<String>) {
    let first = match run(registry, text) {
        Ok(outcome) => outcome,
        Err(error) => return faults.push(format!("{what}: {error}")),
    };
    faults.extend(
        first
            .failures
            .iter()
            .map(|fault| format!("{what}: {fault}")),
    );
    if !first.failures.is_empty() {
        return;
    }
    for layer in registry.entries().iter().flat_map(Entry::layers) {
        if !first.layers.iter().any(|(name, _)| *name == layer) {
            faults.push(format!("{what}: there is no layer {layer}"));
        }
    }
    let again = run(registry, text).map(|second| second.layers);
    if again.as_ref() != Ok(&first.layers) {
        faults.push(format!("{what}: two runs differ"));
    }
}

/// What became of one document.
#[derive(Default)]
struct Outcome {
    failures: Vec<String>,
    /// Names and JSON, those of stages last.
    layers: Vec<(&'static str, String)>,
}

impl Sink for Outcome {
    fn render(&self, _: &Document) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    fn document(&mut self, document: Document, _: Vec<u8>) -> io::Result<()> {
        let offsets = Offsets::new(document.text().as_str(), OffsetUnit::Byte);
        for error in document.errors() {
            self.failures
                .push(format!("{}: {}", error.processor, error.message));
        }
        for (_, layer) in document.layers() {
            // Stored layers were checked then, but against fewer of the others.
            if let Err(error) = layer.check(&document) {
                self.failures.push(error.to_string());
            }
            self.stage_layer(document.id(), layer, &offsets)?;
        }
        Ok(())
    }

    fn input_error(&mut self, error: InputError) -> io::Result<()> {
        self.failures.push(error.to_string());
        Ok(())
    }

    fn stage_layer(&mut self, _: &str, layer: &dyn AnyLayer, offsets: &Offsets) -> io::Result<()> {
        self.layers.push((layer.name(), layer.to_json(offsets)?));
        Ok(())
    }
}

fn run(registry: &Registry, text: &str) -> Result<Outcome, String> {
    let plan = Plan::new(registry, &Goals::all(), &Config::default());
    let runner = Runner::new(plan.map_err(|error| error.to_string())?).with_threads(1);
    let mut outcome = Outcome::default();
    let input = [Document::new("conformance", text)];
    let report = runner
        .run(input, &mut outcome)
        .map_err(|error| error.to_string())?;
    for failure in report.stage_failures {
        outcome
            .failures
            .push(format!("{}: {}", failure.stage, failure.message));
    }
    Ok(outcome)
}

/// Texts that break programs, each with what it is.
fn hard_texts() -> Vec<(&'static str, String)> {
    const STORY: &str = "Harbour to reopen\n\nDr Ama Osei said: “It took us 3 years.\n\n“We start on Monday, 4 May 2020,” she added.\n";
    vec![
        ("an empty text", String::new()),
        ("white space", String::from(" \n\t\n \u{a0}\n\r\n")),
        ("one huge token", "a".repeat(1 << 20)),
        ("one huge line", "He said it was so. ".repeat(10_000)),
        ("a thousand blank lines", "\n".repeat(1_000)),
        ("emoji", String::from("👩‍👩‍👧‍👦 said: “👍🏽 🇬🇧!” 😀😀\n\n😀\n")),
        (
            "combining marks",
            format!("Zoe\u{308} said: “e{}.”\n", "\u{301}".repeat(500)),
        ),
        ("line ends of Windows", STORY.replace('\n', "\r\n")),
        ("line ends of the old Macintosh", STORY.replace('\n', "\r")),
        ("a byte order mark", format!("\u{feff}{STORY}")),
        ("no final newline", STORY.trim_end().to_owned()),
        (
            "nul and other controls",
            STORY.replace(' ', "\0\u{85}\u{2028}"),
        ),
        (
            "unbalanced marks",
            String::from("\"A” said ‘B\n\n”C“ he 'said'' »D« said.\n\n‘“’”'\"\n"),
        ),
        ("ten thousand opening marks", "“".repeat(10_000)),
        ("ten thousand straight marks", "\" '".repeat(10_000)),
        (
            "ten thousand opening paragraphs",
            "“We said\n\n".repeat(10_000),
        ),
        ("all capitals", STORY.to_uppercase()),
        (
            "right to left",
            String::from("قالت الوزيرة: «لن نتراجع».\n\nאמר השר: \"לא\".\n"),
        ),
        (
            "without spaces",
            String::from("首相は「はい」と述べた。東京で。\n"),
        ),
        (
            "punctuation alone",
            "?!…—–-.,;:()[]{}/\\&%£$€#@*_ ".repeat(500),
        ),
        ("digits alone", "1,234.56 ".repeat(2_000)),
        ("names alone", "Ama Osei ".repeat(5_000)),
    ]
}

#[cfg(test)]
mod tests {
    use onrecord_core::layers::{Keyphrases, Tokens};
    use onrecord_core::{ConfigError, Context, ProcessError, Processor};
    use onrecord_text::{Segmenter, ZoneFinder};

    use super::*;

    #[test]
    fn the_processors_of_the_text_crate_conform() {
        let mut registry = Registry::new();
        registry.add::<ZoneFinder>().add::<Segmenter>();
        conformance(&registry);
    }

    /// Breaks every rule that a processor can break without failing to compile.
    struct Rogue;

    impl Processor for Rogue {
        const NAME: &'static str = "Rogue_one";
        const SUMMARY: &'static str = "Does as it likes.";
        type Config = std::collections::BTreeMap<String, u32>;
        type Needs<'d> = Option<&'d Tokens>;
        type Provides = Keyphrases;

        fn new(_: Self::Config) -> Result<Self, ConfigError> {
            Ok(Self)
        }

        fn process(
            &self,
            context: Context<'_>,
            _: Option<&Tokens>,
        ) -> Result<Keyphrases, ProcessError> {
            assert!(context.text().len() < 100, "too long");
            Ok(Keyphrases::default())
        }
    }

    #[test]
    fn every_fault_of_a_rogue_is_listed() {
        let mut registry = Registry::new();
        registry.add::<Rogue>();
        let faults = all_faults(&registry);
        for expected in [
            "the name \"Rogue_one\" is not kebab case",
            "Rogue_one: the summary \"Does as it likes.\" should be one line, begin small and have no full stop",
            "Rogue_one accepts a setting that it does not have",
        ] {
            assert!(faults.iter().any(|fault| fault == expected), "{faults:?}");
        }
        let panics = |fault: &&String| fault.starts_with("one huge token: Rogue_one: ");
        assert_eq!(faults.iter().filter(panics).count(), 1, "{faults:?}");
        assert!(
            !faults
                .iter()
                .any(|fault| fault.starts_with("an empty text"))
        );
    }
}
