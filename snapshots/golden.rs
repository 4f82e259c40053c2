//! Golden tests: the whole standard pipeline over every article in `seeds/`,
//! one folder of snapshots for each view, one file for each article.
//!
//! ```sh
//! cargo test -p onrecord-snapshots     # compares
//! cargo insta review                   # shows what changed; accept or reject
//! cargo insta test -p onrecord-snapshots --unreferenced=reject
//! INSTA_GLOB_FILTER='000*' cargo test -p onrecord-snapshots   # one article
//! ```
//!
//! This is a package of its own since `cargo insta` looks for snapshots in the
//! folders of packages only. The notation of the annotated view stands in
//! `onrecord_testkit::render`.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use insta::{Settings, assert_snapshot, glob};
use onrecord::core::{Document, Source};
use onrecord::formats::output::{Shape, pretty};
use onrecord::runner::{Config, Goals, Plan, Runner};
use onrecord_testkit::render;

static RUNNER: LazyLock<Runner> = LazyLock::new(|| {
    let plan = Plan::new(&onrecord::standard(), &Goals::all(), &Config::default());
    Runner::new(plan.unwrap_or_else(|error| panic!("{error}")))
});

/// The article at a path, annotated, with the id it has in `onrecord run seeds`.
fn annotate(path: &Path) -> Document {
    let text = fs::read_to_string(path).expect("a seed in UTF-8");
    let name = path.file_name().and_then(|name| name.to_str());
    let id = format!("seeds/{}", name.expect("a readable name"));
    let source = Source {
        path: id.clone(),
        format: "text",
        encoding: "utf-8",
        record: 0,
    };
    let doc = Document::new(id, text).expect("a short text");
    let mut doc = doc.with_source(source);
    RUNNER.annotate(&mut doc);
    assert_eq!(doc.errors(), [], "{}", doc.id());
    doc
}

/// Compares what `view` makes of each article with `snapshots/<folder>/<article>.snap`.
fn check(folder: &str, only: impl Fn(&str) -> bool, view: impl Fn(&Document) -> String) {
    glob!("../seeds", "*.txt", |path| {
        let article = path.file_stem().and_then(|stem| stem.to_str());
        let article = article.expect("a readable name");
        if !only(article) {
            return;
        }
        let mut settings = Settings::clone_current();
        settings.set_snapshot_path(folder);
        settings.remove_snapshot_suffix();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| assert_snapshot!(article, view(&annotate(path))));
    });
}

fn every(_: &str) -> bool {
    true
}

#[test]
fn annotated() {
    check("annotated", every, render::annotated);
}

#[test]
fn entities() {
    check("entities", every, render::entities);
}

/// The whole output of two articles: enough to see every field.
#[test]
fn json() {
    let two = |article: &str| article.starts_with("000_") || article.starts_with("003_");
    check("json", two, |doc| {
        let compact = Shape::default().document(doc);
        pretty(&compact.expect("every layer can be written"))
    });
}

#[test]
fn quotes() {
    check("quotes", every, render::quotes);
}

#[test]
fn summary() {
    check("summary", every, render::summary);
}

#[test]
fn zones() {
    check("zones", every, render::zones);
}
