//! The processors that Onrecord comes with.

use onrecord_runner::Registry;

/// The standard list, sorted by processor name. A processor crate joins with one line here.
pub fn standard() -> Registry {
    let mut registry = Registry::new();
    registry
        .add::<onrecord_entities::EntityTagger>()
        .add::<onrecord_quotes::QuoteFinder>()
        .add::<onrecord_text::Segmenter>()
        .add::<onrecord_summary::Summariser>()
        .add::<onrecord_text::ZoneFinder>();
    registry
}
