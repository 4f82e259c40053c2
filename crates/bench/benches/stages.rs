//! Time of each processor, and of all, on generated news of 20 kB.

use divan::Bencher;
use divan::counter::BytesCount;
use onrecord::core::Document;
use onrecord_bench::generators::named;
use onrecord_bench::{Step, steps};

fn main() {
    divan::main();
}

fn text() -> String {
    named("news").expect("a generator").text(20_000)
}

fn names() -> Vec<&'static str> {
    let steps = standard();
    steps.iter().map(|step| step.name).collect()
}

fn standard() -> Vec<Step> {
    steps().expect("the standard list works out")
}

#[divan::bench(args = names())]
fn processor(bencher: Bencher<'_, '_>, name: &str) {
    let (text, steps) = (text(), standard());
    let at = steps.iter().position(|step| step.name == name);
    let (before, rest) = steps.split_at(at.expect("one of the names"));
    let prepared = || {
        let mut document = Document::new("news", text.as_str()).expect("short enough");
        for step in before {
            step.annotate(&mut document);
        }
        document
    };
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(prepared)
        .bench_local_refs(|document| rest[0].annotate(document));
}

#[divan::bench]
fn all(bencher: Bencher<'_, '_>) {
    let (text, steps) = (text(), standard());
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| Document::new("news", text.as_str()).expect("short enough"))
        .bench_local_refs(|document| {
            for step in &steps {
                step.annotate(document);
            }
        });
}
