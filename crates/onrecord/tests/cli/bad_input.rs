//! Every kind of bad input: said once, and the rest is done.

use std::io::Read;
use std::process::{Command, Stdio};

use crate::harness::{ARTICLE, Ended, Folder};

/// Checks the exit code, the ids written and what stderr says.
fn check(ended: &Ended, code: i32, ids: &[&str], stderr: &str) {
    assert_eq!(ended.stderr, stderr);
    assert_eq!(ended.ids(), ids);
    assert_eq!(ended.code, code);
}

#[test]
fn a_missing_path() {
    check(
        &Folder::with_article().run(&["run", "b.txt", "a.txt"]),
        1,
        &["a.txt"],
        "warning: b.txt: no such file or folder\n\
         2 documents in = 1 written + 0 failed + 1 skipped\n",
    );
}

#[cfg(unix)]
#[test]
fn an_unreadable_file() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new(&[("a.txt", b"a"), ("b.txt", b"b")]);
    let locked = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(folder.path("a.txt"), locked).expect("allowed");
    if std::fs::read(folder.path("a.txt")).is_ok() {
        return; // The superuser reads everything.
    }
    check(
        &folder.run(&["run", "."]),
        1,
        &["./b.txt"],
        "warning: ./a.txt: permission denied\n\
         2 documents in = 1 written + 0 failed + 1 skipped\n",
    );
}

#[cfg(unix)]
#[test]
fn a_loop_of_folders() {
    let folder = Folder::new(&[("n/a.txt", b"a")]);
    std::os::unix::fs::symlink(folder.path("n"), folder.path("n/z")).expect("linked");
    check(
        &folder.run(&["run", "n"]),
        1,
        &["n/a.txt"],
        "warning: n/z: a link to a folder it lies in; not followed, since that would never end\n\
         2 documents in = 1 written + 0 failed + 1 skipped\n",
    );
}

#[test]
fn text_that_is_not_utf8() {
    let folder = Folder::new(&[("a.txt", b"caf\xE9"), ("b.txt", b"b")]);
    check(
        &folder.run(&["run", "a.txt", "b.txt"]),
        1,
        &["b.txt"],
        "warning: a.txt: not UTF-8: byte 0xE9 at offset 3; convert it first, e.g. with iconv\n\
         2 documents in = 1 written + 0 failed + 1 skipped\n",
    );
}

#[test]
fn a_broken_record() {
    let lines =
        b"{\"id\":\"a\",\"text\":\"It rained.\"}\n{\"id\":\"b\"\n{\"id\":\"c\",\"text\":\"\"}\n";
    check(
        &Folder::new(&[("a.jsonl", lines)]).run(&["run", "a.jsonl"]),
        1,
        &["a", "c"],
        "warning: a.jsonl:2: no JSON object: EOF while parsing an object at column 9\n\
         3 documents in = 2 written + 0 failed + 1 skipped\n",
    );
}

#[test]
fn an_empty_document() {
    let ended = Folder::new(&[("a.txt", b"")]).run(&["run", "a.txt"]);
    check(
        &ended,
        0,
        &["a.txt"],
        "1 document in = 1 written + 0 failed + 0 skipped\n",
    );
    let document = &ended.objects()[0];
    assert_eq!(document["errors"], serde_json::json!([]));
    assert_eq!(document["layers"]["quotes"], serde_json::json!([]));
    assert_eq!(
        document["layers"]["summary"],
        serde_json::json!({"sentences": []})
    );
}

#[test]
fn an_empty_folder_is_no_trouble() {
    let folder = Folder::new(&[("n/.keep", b"")]);
    check(
        &folder.run(&["run", "n"]),
        0,
        &[],
        "0 documents in = 0 written + 0 failed + 0 skipped\n",
    );
}

#[test]
fn names_and_messages_do_not_steer_the_terminal() {
    let folder = Folder::with_article();
    let ended = folder.run(&["run", "b\u{1b}]2J\u{202e}.txt"]);
    assert_eq!(
        ended.stderr,
        "warning: b�]2J�.txt: no such file or folder\n\
         1 document in = 0 written + 0 failed + 1 skipped\n"
    );
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let line = serde_json::json!({"text": ARTICLE.repeat(20)}).to_string() + "\n";
    let folder = Folder::new(&[("a.jsonl", line.repeat(200).as_bytes())]);
    let mut child = folder
        .command(&["run", "a.jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut first = [0; 10];
    let mut stdout = child.stdout.take().expect("piped");
    stdout.read_exact(&mut first).expect("output");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

/// The run is caught while it waits for somebody to read its output.
#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_run_between_documents() {
    let lines = "{\"text\": \"It rained.\"}\n".repeat(5_000);
    let folder = Folder::new(&[("a.jsonl", lines.as_bytes())]);
    let mut child = folder
        .command(&["run", "a.jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdout = child.stdout.take().expect("piped");
    let mut first = [0];
    stdout.read_exact(&mut first).expect("output");
    let kill = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(kill.expect("a shell tool").success());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("UTF-8");
    let output = child.wait_with_output().expect("it ends");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    assert!(rest.ends_with("\"errors\":[]}\n"), "a torn line");
    let count = rest.lines().count();
    assert!(count < 5_000);
    assert_eq!(
        stderr,
        format!(
            "{count} documents in = {count} written + 0 failed + 0 skipped\n\
             error: interrupted; what had been read by then is written\n"
        )
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_io_error() {
    let folder = Folder::with_article();
    let full = std::fs::File::options().write(true).open("/dev/full");
    let output = folder
        .command(&["run", "a.txt"])
        .stdout(full.expect("a full disk"))
        .output()
        .expect("it starts");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.starts_with("error: cannot write: "), "{stderr}");
    assert_eq!(output.status.code(), Some(74));
}
