//! Files, folders and formats of output.

use serde_json::Value;

use crate::harness::Folder;

fn two() -> Folder {
    Folder::new(&[("n/a.txt", b"It rained."), ("n/m/b.txt", b"It poured.")])
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_stream_of_json_is_an_array() {
    let folder = two();
    let ended = folder.run(&["run", "n", "--to", "json"]);
    let ids: Vec<Value> = json(&ended.stdout)
        .as_array()
        .expect("an array")
        .iter()
        .map(|document| document["id"].clone())
        .collect();
    assert_eq!(ids, ["n/a.txt", "n/m/b.txt"]);
    let none = folder.run(&["run", "nowhere", "--to", "json"]);
    assert_eq!((none.code, none.stdout.as_str()), (1, "[]\n"));
}

#[test]
fn a_folder_gets_a_file_a_document() {
    let folder = two();
    let lines = folder.run(&["run", "n"]);
    let ended = folder.run(&["run", "n", "-o", "out"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""));
    assert_eq!(json(&folder.read("out/n/a.txt.json")), lines.objects()[0]);
    assert_eq!(json(&folder.read("out/n/m/b.txt.json")), lines.objects()[1]);
    folder.run(&["run", "n", "-o", "out/", "--to", "text"]);
    assert!(folder.read("out/n/a.txt.txt").contains("n/a.txt"));
}

#[test]
fn a_file_gets_everything() {
    let folder = two();
    let lines = folder.run(&["run", "n"]).stdout;
    folder.run(&["run", "n", "-o", "out.jsonl"]);
    assert_eq!(folder.read("out.jsonl"), lines);
    folder.run(&["run", "n", "-o", "out.json"]);
    assert_eq!(
        json(&folder.read("out.json")).as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn hostile_ids_stay_in_the_folder() {
    let lines = br#"{"id": "../../x", "text": "a"}
{"id": "/etc/x", "text": "b"}
{"id": "..", "text": "c"}"#;
    let folder = Folder::new(&[("in/a.jsonl", lines)]);
    let ended = folder.run(&["run", "in/a.jsonl", "-o", "deep/out"]);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    let files = std::fs::read_dir(folder.path("deep/out")).expect("a folder");
    assert_eq!(files.count(), 3);
    assert!(!folder.path("x.json").exists());
}

#[test]
fn input_is_not_written_over() {
    let folder = Folder::new(&[("a.jsonl", b"{\"text\": \"a\"}")]);
    let ended = folder.run(&["run", "a.jsonl", "-o", "./a.jsonl"]);
    assert_eq!(ended.code, 2);
    assert_eq!(folder.read("a.jsonl"), "{\"text\": \"a\"}");
}

#[test]
fn output_among_the_input_is_not_read() {
    let folder = two();
    for output in ["n/all.jsonl", "n/out"] {
        for input in ["n", "n/*", "."] {
            let ended = folder.run(&["run", input, "-o", output]);
            assert_eq!(
                ended.stderr,
                "2 documents in = 2 written + 0 failed + 0 skipped\n"
            );
        }
        let path = folder.path(output);
        std::fs::remove_file(&path)
            .or_else(|_| std::fs::remove_dir_all(&path))
            .expect("removed");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_an_io_error() {
    let folder = Folder::with_article();
    let ended = folder.run(&["run", "a.txt", "-o", "a.txt/out"]);
    assert_eq!(ended.code, 74);
    assert!(
        ended.stderr.starts_with("error: cannot write: a.txt/out: "),
        "{}",
        ended.stderr
    );
}

#[test]
fn a_file_that_cannot_be_written_leaves_no_part() {
    let folder = Folder::new(&[("a.txt", b"It rained."), ("out/a.txt.json/b", b"")]);
    let ended = folder.run(&["run", "a.txt", "-o", "out"]);
    assert_eq!(ended.code, 74);
    assert!(
        ended
            .stderr
            .starts_with("error: cannot write: out/a.txt.json: "),
        "{}",
        ended.stderr
    );
    let left = std::fs::read_dir(folder.path("out")).expect("a folder");
    assert_eq!(left.count(), 1);
}
