//! The standard processors, one at a time.

use onrecord::core::Document;
use onrecord::runner::{Config, Goals, Plan, PlanError, Runner};

/// One processor, ready to run on documents that have the layers of those before it.
pub struct Step {
    /// The processor's name.
    pub name: &'static str,
    runner: Runner,
}

impl Step {
    /// Runs the processor. A failure is in [`Document::errors`].
    pub fn annotate(&self, document: &mut Document) {
        self.runner.annotate(document);
    }
}

/// The standard processors in the order of their plan.
///
/// # Errors
/// What the planner says of the standard list.
pub fn steps() -> Result<Vec<Step>, PlanError> {
    let registry = onrecord::standard();
    let config = Config::default();
    let whole = Plan::new(&registry, &Goals::all(), &config)?;
    let single = |name: &'static str| {
        let mut goals = Goals::only([name]);
        let others = registry
            .entries()
            .iter()
            .filter(|entry| entry.name() != name);
        for layer in others.flat_map(onrecord::runner::Entry::layers) {
            goals = goals.given(layer);
        }
        let plan = Plan::new(&registry, &goals, &config)?;
        Ok(Step {
            name,
            runner: Runner::new(plan),
        })
    };
    whole.names().map(single).collect()
}

/// Takes a text through the processors up to one of them, or through all; how
/// many failed.
///
/// # Errors
/// A plan that does not work out, a text that is too long, or a name that no
/// processor has.
pub fn run_through(text: String, last: Option<&str>) -> Result<usize, String> {
    let mut document = Document::new("generated", text).map_err(|error| error.to_string())?;
    let mut steps = steps().map_err(|error| error.to_string())?;
    if let Some(last) = last {
        let known = steps.iter().position(|step| step.name == last);
        let known = known.ok_or_else(|| format!("no processor is called {last}"))?;
        steps.truncate(known + 1);
    }
    for step in &steps {
        step.annotate(&mut document);
    }
    Ok(document.errors().len())
}
