//! Input of sizes and shapes that no newspaper has: done in one go, all of it
//! accounted for, and in memory that grows with the text and no faster.

use std::fmt::Write as _;
use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use crate::harness::{ARTICLE, Ended, Folder, ended};

/// Bytes of memory that a run may take for each byte of text, about three times
/// what it does, and for everything else.
const BYTES_PER_BYTE: u64 = 64;
const BYTES_AT_ALL: u64 = 16 << 20;

/// Runs over one text and checks that it went well; the document written.
fn document(text: &str) -> Value {
    let folder = Folder::new(&[("a.txt", text.as_bytes())]);
    let mut child = folder
        .command(&["run", "a.txt", "--threads", "1"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdout = child.stdout.take().expect("piped");
    let mut written = vec![0];
    stdout.read_exact(&mut written).expect("output");
    // More than a pipe holds is still to come, so that the program is there to
    // be looked at with its work behind it.
    let most = most_memory(child.id());
    stdout.read_to_end(&mut written).expect("more output");
    let mut output = child.wait_with_output().expect("it ends");
    output.stdout = written;
    let ended = ended(output);
    assert_eq!(
        ended.stderr,
        "1 document in = 1 written + 0 failed + 0 skipped\n"
    );
    assert_eq!(ended.code, 0);
    let limit = BYTES_AT_ALL + BYTES_PER_BYTE * text.len() as u64;
    if let Some(most) = most {
        assert!(most < limit, "{most} bytes of memory, not {limit}");
    }
    let document = ended.objects().remove(0);
    assert_eq!(document["errors"], serde_json::json!([]));
    assert!(document["text"] == text, "the text has changed");
    document
}

/// The most bytes a process has had in memory, where the system can tell.
fn most_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes: u64 = line?.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1_024)
}

fn layer<'d>(document: &'d Value, name: &str) -> &'d [Value] {
    let layer = document["layers"][name].as_array();
    layer.expect("a list")
}

#[test]
fn a_paragraph_of_two_megabytes() {
    let mut text = String::new();
    let mut rounds = 0;
    while text.len() < 2_000_000 {
        rounds += 1;
        write!(
            text,
            "The harbour board met for the {rounds}th time and put off its vote. \
             “We have waited {rounds} years for a ferry,” said Ada Brook, who chairs the board. \
             Ben Cole said that plan {rounds} would cost more than the town has. "
        )
        .expect("room");
    }
    let document = document(&text);
    assert_eq!(layer(&document, "paragraphs").len(), 1);
    assert_eq!(layer(&document, "sentences").len(), 3 * rounds);
    let quotes = layer(&document, "quotes");
    let by = |name: &str| {
        let own = quotes.iter();
        own.filter(|quote| quote["speaker"]["name"] == name).count()
    };
    assert_eq!((by("Ada Brook"), by("Ben Cole")), (rounds, rounds));
    assert_eq!(quotes.len(), 2 * rounds);
}

#[test]
fn two_hundred_thousand_opening_marks() {
    for mark in ["“", "‘", "\""] {
        let document = document(&mark.repeat(200_000));
        assert_eq!(layer(&document, "paragraphs").len(), 1, "{mark}");
        assert_eq!(layer(&document, "quotes"), [] as [Value; 0], "{mark}");
    }
}

/// Small documents for more than three chunks, some of them broken.
fn archive(records: usize) -> String {
    let people = [
        "Ada Brook",
        "Ben Cole",
        "Cara Dunn",
        "Dev Ellis",
        "Eve Frost",
    ];
    let days = ["Monday", "Tuesday", "Friday"];
    (0..records)
        .map(|index| {
            if index % 1_000 == 999 {
                return "{\"id\": \"broken\n".to_owned();
            }
            let text = ARTICLE
                .replace("Ada Brook", people[index % people.len()])
                .replace("Monday", days[index % days.len()])
                .repeat(index % 4);
            serde_json::json!({"id": index, "text": text}).to_string() + "\n"
        })
        .collect()
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let folder = Folder::new(&[("a.jsonl", archive(3_300).as_bytes())]);
    let run = |threads: &str| folder.run(&["run", "a.jsonl", "--threads", threads]);
    let one: Ended = run("1");
    assert!(one == run("4"), "other bytes from four threads");
    assert_eq!(one.code, 1);
    let closing = one.stderr.lines().last();
    assert_eq!(
        closing,
        Some("3300 documents in = 3297 written + 0 failed + 3 skipped")
    );
    let expected = (0..3_300).filter(|index| index % 1_000 != 999);
    let expected: Vec<String> = expected.map(|index| index.to_string()).collect();
    assert!(one.ids() == expected, "not in the order of the input");
}
