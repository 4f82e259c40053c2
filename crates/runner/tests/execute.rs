//! Order, isolation of failures, limits and stages.

mod mocks;

use std::io;

use mocks::{LikesBeta, NeedsBeta, OwnBeta, Pair, Ranker};
use onrecord_core::{AnyLayer, Document, FailureKind, InputError, OffsetUnit, Offsets};
use onrecord_runner::{Config, Goals, Limits, Plan, Registry, Report, RunError, Runner, Sink};

/// Writes a line for everything it gets, and gives up after `room` lines.
#[derive(Default)]
struct Lines {
    lines: Vec<String>,
    room: Option<usize>,
}

impl Lines {
    fn push(&mut self, line: String) -> io::Result<()> {
        if self.room == Some(self.lines.len()) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.lines.push(line);
        Ok(())
    }
}

impl Sink for Lines {
    fn render(&self, document: &Document) -> io::Result<Vec<u8>> {
        let offsets = Offsets::new(document.text().as_str(), OffsetUnit::Char);
        let mut line = document.id().to_owned();
        for (name, layer) in document.layers() {
            let json = layer.to_json(&offsets)?;
            assert!(json != "3", "rendering goes wrong");
            line.extend([" ", name, "=", &json]);
        }
        for error in document.errors() {
            line.extend([" !", error.processor]);
        }
        Ok(line.into_bytes())
    }

    fn document(&mut self, _: Document, rendered: Vec<u8>) -> io::Result<()> {
        self.push(String::from_utf8(rendered).expect("what render made"))
    }

    fn input_error(&mut self, error: InputError) -> io::Result<()> {
        self.push(error.to_string())
    }

    fn stage_layer(&mut self, id: &str, layer: &dyn AnyLayer, offsets: &Offsets) -> io::Result<()> {
        let json = layer.to_json(offsets)?;
        self.push(format!("{id} {}={json}", layer.name()))
    }
}

fn registry() -> Registry {
    let mut registry = Registry::new();
    registry.add::<Pair>().add::<NeedsBeta>().add::<LikesBeta>();
    registry
}

fn runner(registry: &Registry) -> Runner {
    Runner::new(Plan::new(registry, &Goals::all(), &Config::default()).expect("a plan"))
}

fn annotated(text: &str) -> Document {
    let mut document = Document::new("x", text).expect("short");
    runner(&registry()).annotate(&mut document);
    document
}

fn layers(document: &Document) -> Vec<&'static str> {
    document.layers().map(|(name, _)| name).collect()
}

#[test]
fn all_goes_well() {
    let document = annotated("fine");
    assert_eq!(layers(&document), ["alpha", "beta", "delta", "gamma"]);
    assert_eq!(document.errors(), []);
}

/// A failed processor leaves none of its layers; who needs them is blocked, the
/// rest go on.
#[test]
fn every_fault_spoils_its_own_layers_only() {
    for (text, kind, message) in [
        ("panic", FailureKind::Panic, r#"could not take "panic""#),
        ("fail", FailureKind::Error, "no luck"),
        (
            "loop",
            FailureKind::Budget,
            "stopped after 1009000 units of work",
        ),
        ("invalid", FailureKind::InvalidLayer, "layer beta: odd"),
    ] {
        let document = annotated(text);
        assert_eq!(layers(&document), ["delta"], "{text}");
        let [first, blocked] = document.errors() else {
            panic!("{text}: {:?}", document.errors());
        };
        assert_eq!(
            (first.processor, first.kind, first.message.as_str()),
            ("pair", kind, message)
        );
        assert_eq!(
            (blocked.processor, blocked.kind, blocked.message.as_str()),
            (
                "needs-beta",
                FailureKind::Blocked,
                "needs beta, which is missing"
            )
        );
    }
}

fn mixed_input(count: usize) -> Vec<Result<Document, InputError>> {
    let texts = ["fine", "panic", "fail", "invalid", "a much longer one"];
    (0..count)
        .map(|index| {
            if index % 7 == 3 {
                return Err(InputError::new(format!("d{index}"), "broken"));
            }
            Document::new(format!("d{index}"), texts[index % texts.len()])
        })
        .collect()
}

fn run(threads: usize, chunk: usize) -> (Vec<String>, Report) {
    let mut registry = registry();
    registry.add_stage::<Ranker>();
    let limits = Limits {
        chunk_documents: chunk,
        ..Limits::default()
    };
    let runner = runner(&registry).with_threads(threads).with_limits(limits);
    let mut sink = Lines::default();
    let report = runner.run(mixed_input(200), &mut sink).expect("no trouble");
    (sink.lines, report)
}

#[test]
fn output_is_the_same_for_any_number_of_threads_and_any_chunk() {
    let (lines, report) = run(1, 1_000);
    assert_eq!(report.documents_in, 200);
    assert_eq!(report.skipped, 29);
    assert!(report.balances() && !report.is_clean());
    for (threads, chunk) in [(4, 1_000), (4, 3), (1, 1), (2, 64), (usize::MAX, 64)] {
        assert_eq!(run(threads, chunk), (lines.clone(), report.clone()));
    }
    let order: Vec<&str> = lines[..200]
        .iter()
        .map(|line| line.split([' ', ':']).next().expect("an id"))
        .collect();
    let expected: Vec<String> = (0..200).map(|index| format!("d{index}")).collect();
    assert_eq!(order, expected);
}

#[test]
fn a_chunk_has_room_for_one_document_at_least() {
    let limits = Limits {
        chunk_bytes: 0,
        chunk_documents: 0,
        ..Limits::default()
    };
    let runner = runner(&registry()).with_limits(limits);
    let input = vec![Document::new("a", "fine"), Document::new("b", "fine")];
    let mut documents: Vec<Document> = Vec::new();
    let report = runner.run(input, &mut documents).expect("no trouble");
    assert_eq!((report.written, documents.len()), (2, 2));
}

#[test]
fn stages_see_all_documents_and_speak_last() {
    let mut registry = Registry::new();
    registry.add::<Pair>().add_stage::<Ranker>();
    let input = [
        Document::new("a", "xx"),
        Document::new("b", "panic"),
        Document::new("c", "xxxx"),
    ];
    let mut sink = Lines::default();
    let report = runner(&registry).run(input, &mut sink).expect("no trouble");
    assert_eq!(
        sink.lines,
        [
            "a alpha=2 beta=0",
            "b !pair !ranker",
            "c alpha=2 beta=0",
            "a rank=1",
            "c rank=0",
        ]
    );
    let [failure] = &report.stage_failures[..] else {
        panic!("{report:?}");
    };
    assert_eq!(failure.stage, "ranker");
    assert!(
        failure.message.starts_with("b: a document without"),
        "{failure:?}"
    );
}

#[test]
fn a_sink_that_has_enough_ends_the_run() {
    let mut read = 0;
    let endless = std::iter::repeat_with(|| {
        read += 1;
        Document::new("x", "fine")
    });
    let mut sink = Lines {
        room: Some(5),
        ..Lines::default()
    };
    let result = runner(&registry()).run(endless, &mut sink);
    assert!(
        matches!(&result, Err(RunError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe)
    );
    assert_eq!(sink.lines.len(), 5);
    assert!(read <= Limits::default().chunk_documents);
}

#[test]
fn a_document_that_cannot_be_rendered_is_skipped() {
    let mut registry = Registry::new();
    registry.add::<OwnBeta>();
    let mut odd = Document::new("odd", "").expect("short");
    odd.store(mocks::Alpha(3));
    let mut sink = Lines::default();
    let report = runner(&registry)
        .run([Ok(odd), Document::new("b", "")], &mut sink)
        .expect("no trouble");
    assert_eq!(
        sink.lines,
        ["odd: cannot be written: rendering goes wrong", "b beta=4"]
    );
    assert_eq!(
        report.to_string(),
        "2 documents in = 1 written + 0 failed + 1 skipped"
    );
}
