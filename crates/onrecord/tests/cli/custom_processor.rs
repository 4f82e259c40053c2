//! The example in `examples/custom_processor.rs`, run as the binary it is.

use std::path::Path;
use std::process::Command;

use crate::harness::{ARTICLE, Ended, Folder, ended};

/// `cargo test` builds examples beside the binaries.
fn run(folder: &Folder, arguments: &[&str]) -> Ended {
    let binary = Path::new(env!("CARGO_BIN_EXE_onrecord"));
    let example = binary
        .with_file_name("examples")
        .join(format!("custom_processor{}", std::env::consts::EXE_SUFFIX));
    assert!(
        example.exists(),
        "run `cargo test -p onrecord`, which builds examples"
    );
    let output = Command::new(example)
        .current_dir(folder.path(""))
        .args(arguments)
        .output();
    ended(output.expect("it starts"))
}

#[test]
fn it_adds_a_layer_of_its_own() {
    let folder = Folder::with_article();
    let ended = run(&folder, &["run", "a.txt", "--only", "reading-time"]);
    let document = &ended.objects()[0];
    assert_eq!(
        document["layers"],
        serde_json::json!({"reading_time": {"words": 45, "minutes": 1}}),
        "{ARTICLE}"
    );
}

#[test]
fn it_is_listed_and_configured_like_any_other() {
    let folder = Folder::with_article();
    let list = run(&folder, &["list"]).stdout;
    let own = list.lines().last().expect("a line");
    let words: Vec<&str> = own.split_whitespace().collect();
    assert_eq!(
        words.join(" "),
        "reading-time zones tokens reading_time says how long the story takes to read"
    );
    let config = run(&folder, &["config"]).stdout;
    assert!(
        config.contains("\"reading-time\": {\"words_per_minute\": 240}"),
        "{config}"
    );
    let zero = br#"{"reading-time": {"words_per_minute": 0}}"#;
    let folder = Folder::new(&[("a.txt", b"a"), ("c.json", zero)]);
    let ended = run(&folder, &["run", "a.txt", "--config", "c.json"]);
    assert_eq!(
        (ended.code, ended.stderr.as_str()),
        (
            2,
            "error: configuration: reading-time.words_per_minute: must be at least 1\n"
        )
    );
}

#[test]
fn a_reader_sees_it_too() {
    let page = run(&Folder::with_article(), &["run", "a.txt", "--to", "text"]).stdout;
    assert!(
        page.contains("\nREADING TIME\n  minutes 1 · words 45\n"),
        "{page}"
    );
}
