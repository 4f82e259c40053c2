//! Running one processor on one document.

use onrecord_core::{Budget, Context, Document, Needs, Processor, Provides};

/// Runs a processor with its default settings and stores what it provides.
///
/// # Panics
/// If the processor refuses its default settings, fails, lacks a layer it
/// needs, or breaks a layer's invariant.
pub fn apply<P: Processor>(doc: &mut Document) {
    apply_with::<P>(doc, P::Config::default());
}

/// Runs a processor with the settings given and stores what it provides.
///
/// # Panics
/// As [`apply`].
pub fn apply_with<P: Processor>(doc: &mut Document, config: P::Config) {
    let processor = match P::new(config) {
        Ok(processor) => processor,
        Err(error) => panic!("{} refuses its settings: {error}", P::NAME),
    };
    let budget = Budget::unlimited();
    let provided = {
        let Some(needs) = <P::Needs<'_> as Needs>::fetch(doc) else {
            panic!("{}: the document lacks a layer it needs", P::NAME);
        };
        processor.process(Context::new(doc.text(), &budget), needs)
    };
    let stored = match provided {
        Ok(layers) => layers.store(doc).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    if let Err(message) = stored {
        panic!("{} on {:?}: {message}", P::NAME, doc.id());
    }
}
