//! Path arguments, folders, patterns, records, and everything wrong with them.

use std::fs;
use std::path::{Path, PathBuf};

use onrecord_core::Document;
use onrecord_core::layers::Given;
use onrecord_formats::input::{Fields, InputFormat, InputOptions, ReadLimits, read};

/// A folder with files, gone with the value.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        for (name, bytes) in files {
            let path = folder.path(name);
            fs::create_dir_all(path.parent().expect("inside the folder")).expect("created");
            fs::write(path, bytes).expect("written");
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// What reading yields: ids, or errors after `!`; paths relative to here.
    fn read(&self, arguments: &[&str], options: InputOptions) -> Vec<String> {
        let paths: Vec<PathBuf> = arguments.iter().map(|name| self.path(name)).collect();
        let root = format!("{}/", self.0.path().display());
        let shown = |item| match item {
            Ok(document) => Document::id(&document).replace(&root, ""),
            Err(error) => format!("!{error}").replace(&root, ""),
        };
        read(paths, options).map(shown).collect()
    }

    fn all(&self, arguments: &[&str]) -> Vec<String> {
        self.read(arguments, InputOptions::default())
    }

    fn documents(&self, argument: &str) -> Vec<Document> {
        read([self.path(argument)], InputOptions::default())
            .map(|item| item.expect("a document"))
            .collect()
    }
}

#[test]
fn a_folder_is_read_recursively_in_byte_order() {
    let folder = Folder::new(&[
        ("z.txt", b"z"),
        ("B.txt", b"B"),
        ("a.txt", b"a"),
        ("m/2.txt", b"2"),
        ("m/10.txt", b"10"),
        (".hidden/x.txt", b"x"),
        (".DS_Store", b"\xFF"),
    ]);
    assert_eq!(
        folder.all(&[""]),
        ["B.txt", "a.txt", "m/10.txt", "m/2.txt", "z.txt"]
    );
    assert_eq!(
        folder.all(&["z.txt", "m"]),
        ["z.txt", "m/10.txt", "m/2.txt"]
    );
}

#[test]
fn a_path_given_twice_is_two_documents() {
    let folder = Folder::new(&[("a.txt", b"a")]);
    assert_eq!(
        folder.all(&["a.txt", "a.txt", "a.txt"]),
        ["a.txt", "a.txt#0", "a.txt#0~3"]
    );
}

#[test]
fn patterns_are_expanded_where_no_shell_did() {
    let folder = Folder::new(&[
        ("a.txt", b"a"),
        ("b.md", b"b"),
        ("n/c.txt", b"c"),
        ("n/o/d.txt", b"d"),
        ("[x].txt", b"x"),
    ]);
    assert_eq!(folder.all(&["*.txt"]), ["[x].txt", "a.txt"]);
    assert_eq!(folder.all(&["n/*"]), ["n/c.txt", "n/o/d.txt"]);
    assert_eq!(folder.all(&["**/[cd].txt"]), ["n/c.txt", "n/o/d.txt"]);
    assert_eq!(folder.all(&["[x].txt"]), ["[x].txt"], "a file of that name");
    assert_eq!(
        folder.all(&["*.pdf"]),
        ["!*.pdf: no such file or folder, and nothing matches it as a pattern"]
    );
}

#[test]
fn a_pattern_takes_what_a_folder_would() {
    let folder = Folder::new(&[
        ("n/a.txt", b"a"),
        ("n/.b.txt", b"b"),
        ("n/.c/d.txt", b"d"),
        ("n/e/f.txt", b"f"),
        ("o/.keep", b""),
    ]);
    assert_eq!(folder.all(&["n*"]), ["n/a.txt", "n/e/f.txt"]);
    assert_eq!(folder.all(&["**"]), ["n/a.txt", "n/e/f.txt"]);
    assert_eq!(folder.all(&["n/**/*.txt"]), ["n/a.txt", "n/e/f.txt"]);
    assert_eq!(folder.all(&["n/.c/*"]), ["n/.c/d.txt"], "named, so far");
    assert_eq!(folder.all(&["n/.b.txt"]), ["n/.b.txt"], "named");
    assert_eq!(folder.all(&["o*"]), [""; 0], "an empty folder matches");
}

#[test]
fn a_pattern_that_finds_nothing_is_said_once() {
    let folder = Folder::new(&[("a.txt", b"a")]);
    for (pattern, message) in [
        (
            "a.txt/*",
            "!a.txt/*: no such file or folder, and nothing matches it as a pattern",
        ),
        ("n/*", "!n: no such file or folder"),
        (
            "[x",
            "![x: no such file or folder, and no pattern: invalid range pattern",
        ),
    ] {
        assert_eq!(folder.all(&[pattern]), [message]);
    }
}

#[test]
fn output_among_the_input_is_left_out() {
    let folder = Folder::new(&[
        ("n/a.txt", b"a"),
        ("n/out/b.txt", b"b"),
        ("out/c.txt", b"c"),
    ]);
    for argument in ["n", "n/*", "**/*.txt", "*/*"] {
        let options = InputOptions {
            leave_out: fs::canonicalize(folder.path("n/out")).ok(),
            ..InputOptions::default()
        };
        let found = folder.read(&[argument], options);
        let outside = found.iter().filter(|id| *id != "out/c.txt");
        assert_eq!(outside.collect::<Vec<_>>(), ["n/a.txt"], "{argument}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_is_reported_and_the_rest_is_read() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new(&[("n/a.txt", b"a"), ("n/b/c.txt", b"c"), ("n/d.txt", b"d")]);
    let set_mode = |mode| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(folder.path("n/b"), permissions).expect("allowed");
    };
    set_mode(0o000);
    let locked = fs::read_dir(folder.path("n/b")).is_err();
    let found = folder.all(&["n"]);
    set_mode(0o700);
    // The superuser reads everything.
    if locked {
        assert_eq!(found, ["n/a.txt", "!n/b: permission denied", "n/d.txt"]);
    }
}

/// Not on macOS, whose file system has no such names.
#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_unicode_are_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new(&[("n/a.txt", b"a")]);
    let name = OsStr::from_bytes(b"n/caf\xE9.txt");
    fs::write(folder.path("").join(name), "b").expect("written");
    for argument in ["n", "n/*.txt"] {
        assert_eq!(folder.all(&[argument]), ["n/a.txt", "n/caf\u{FFFD}.txt"]);
    }
}

#[test]
fn what_is_not_there_is_said_once_and_the_rest_is_read() {
    let folder = Folder::new(&[("a.txt", b"a"), ("c.txt", b"caf\xE9")]);
    assert_eq!(
        folder.all(&["b.txt", "c.txt", "a.txt"]),
        [
            "!b.txt: no such file or folder",
            "!c.txt: not UTF-8: byte 0xE9 at offset 3; convert it first, e.g. with iconv",
            "a.txt",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_reported_and_not_followed() {
    use std::os::unix::fs::symlink;

    let folder = Folder::new(&[("f/a.txt", b"a"), ("f/g/b.txt", b"b")]);
    symlink(folder.path("f"), folder.path("f/g/loop")).expect("linked");
    symlink(folder.path("f/a.txt"), folder.path("f/link")).expect("linked");
    symlink(folder.path("nowhere"), folder.path("f/dead")).expect("linked");
    assert_eq!(
        folder.all(&["f"]),
        [
            "f/a.txt",
            "!f/dead: a link to nothing",
            "f/g/b.txt",
            "!f/g/loop: a link to a folder it lies in; not followed, since that would never end",
            "!f/link: a link; links inside a folder are not followed, name it to read it",
        ]
    );
    assert_eq!(folder.all(&["f/link"]), ["f/link"]);
    assert_eq!(folder.all(&["**/b.txt"]), ["f/g/b.txt"]);
}

#[cfg(unix)]
#[test]
fn what_is_neither_a_file_nor_a_folder_is_reported() {
    let folder = Folder::new(&[("n/a.txt", b"a")]);
    let socket = folder.path("n/b");
    let _listener = std::os::unix::net::UnixListener::bind(socket).expect("a socket");
    assert_eq!(
        folder.all(&["n"]),
        ["n/a.txt", "!n/b: neither a file nor a folder; left out"]
    );
}

#[cfg(unix)]
#[test]
fn a_device_is_not_read() {
    let result: Vec<_> = read([PathBuf::from("/dev/zero")], InputOptions::default()).collect();
    let [Err(error)] = &result[..] else {
        panic!("{result:?}");
    };
    assert_eq!(error.to_string(), "/dev/zero: neither a file nor a folder");
}

#[test]
fn text_is_what_the_file_holds() {
    let folder = Folder::new(&[
        ("empty.txt", b""),
        ("odd.txt", b"\xEF\xBB\xBFa\r\nb\0\xE2\x80\xA8"),
    ]);
    let [document] = &folder.documents("odd.txt")[..] else {
        panic!("one document");
    };
    assert_eq!(document.text().as_str(), "a\r\nb\0\u{2028}");
    let source = document.source().expect("a source");
    assert_eq!(
        (source.format, source.encoding, source.record),
        ("text", "utf-8", 0)
    );
    assert!(source.path.ends_with("/odd.txt"));
    assert_eq!(document.layer::<Given>(), Some(&Given::default()));
    assert!(folder.documents("empty.txt")[0].text().is_empty());
}

#[test]
fn broken_records_are_named_by_line_and_the_others_go_on() {
    let lines: &[u8] = b"\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"one\"}\r\n\
        \n\
        {\"id\": \"b\", \"text\": \"two\"\n\
        {\"id\": \"a\", \"text\": \"three\"}\n\
        {\"id\": 7, \"text\": \"four\"}\n\
        {\"text\": \"five\"}\n\
        {\"id\": \"c\"}\n\
        {\"id\": \"d\", \"text\": 3.5}\n\
        {\"id\": \"e\", \"text\": {\"body\": \"six\"}}\n\
        {\"id\": \"f\", \"text\": \"caf\xE9\"}\n\
        [1, 2]\n\
        {\"id\": \"g\", \"text\": \"\\ud800\"}\n\
        {\"id\": \"h\", \"text\": \"last\"}";
    let folder = Folder::new(&[("a.jsonl", lines)]);
    assert_eq!(
        folder.all(&["a.jsonl"]),
        [
            "a",
            "!a.jsonl:3: no JSON object: EOF while parsing an object at column 25",
            "a.jsonl#2",
            "7",
            "a.jsonl#4",
            "!a.jsonl:7: no field \"text\"",
            "d",
            "!a.jsonl:9: field \"text\" is an object, not a string",
            "!a.jsonl:10: not UTF-8: byte 0xE9 at offset 228; convert it first, e.g. with iconv",
            "!a.jsonl:11: no JSON object: invalid type: sequence, expected a map",
            "!a.jsonl:12: no JSON object: unexpected end of hex escape at column 28",
            "h",
        ]
    );
}

#[test]
fn a_line_without_end_is_skipped_without_being_held() {
    let long = format!("{{\"id\": \"x\", \"text\": \"{}\"}}\n", "x".repeat(1 << 20));
    let lines = format!(
        "{{\"id\": \"a\", \"text\": \"\"}}\n{long}{{\"id\": \"b\", \"text\": \"\"}}\n{long}"
    );
    let folder = Folder::new(&[("a.jsonl", lines.as_bytes())]);
    let options = InputOptions {
        limits: ReadLimits {
            line_bytes: 1_000,
            ..ReadLimits::default()
        },
        ..InputOptions::default()
    };
    assert_eq!(
        folder.read(&["a.jsonl"], options),
        [
            "a",
            "!a.jsonl:2: longer than the limit of 1000 bytes for a line",
            "b",
            "!a.jsonl:4: longer than the limit of 1000 bytes for a line",
        ]
    );
}

#[test]
fn a_document_over_the_limit_is_refused() {
    let folder = Folder::new(&[("a.txt", &[b'x'; 2_000])]);
    let options = InputOptions {
        limits: ReadLimits {
            document_bytes: 1_000,
            ..ReadLimits::default()
        },
        ..InputOptions::default()
    };
    assert_eq!(
        folder.read(&["a.txt"], options),
        ["!a.txt: longer than the limit of 1000 bytes for a document"]
    );
}

/// The text of a record, and what its headline covers.
fn joined(line: &str) -> (String, Option<String>) {
    let folder = Folder::new(&[("a.ndjson", line.as_bytes())]);
    let documents = folder.documents("a.ndjson");
    let document = &documents[0];
    let given = document.layer::<Given>().expect("always stored");
    let headline = given
        .headline
        .map(|span| document.text().slice(span).to_owned());
    (document.text().as_str().to_owned(), headline)
}

#[test]
fn a_headline_comes_before_the_text_once() {
    for (line, text, headline) in [
        (
            r#"{"headline": " River rises ", "text": "It rained."}"#,
            "River rises\n\nIt rained.",
            Some("River rises"),
        ),
        (
            r#"{"headline": "River rises", "text": "\nRiver rises\nIt rained."}"#,
            "\nRiver rises\nIt rained.",
            Some("River rises"),
        ),
        (
            r#"{"headline": "River", "text": "River rises"}"#,
            "River\n\nRiver rises",
            Some("River"),
        ),
        (
            r#"{"headline": "", "text": "It rained."}"#,
            "It rained.",
            None,
        ),
        (
            r#"{"headline": null, "text": "It rained."}"#,
            "It rained.",
            None,
        ),
    ] {
        let (found, covered) = joined(line);
        assert_eq!((found.as_str(), covered.as_deref()), (text, headline));
    }
}

#[test]
fn a_records_own_facts_are_kept() {
    let line = br#"{"guid": 1, "body": "It rained.", "text": "not this", "published": "2020-02-01",
        "updated": 2021, "byline": ["Ada Brook", "Ben Cole"], "url": "https://example.org/1"}"#;
    let flat: Vec<u8> = line.iter().copied().filter(|byte| *byte != b'\n').collect();
    let folder = Folder::new(&[("a.txt", &flat)]);
    let options = InputOptions {
        format: InputFormat::Jsonl,
        fields: Fields {
            id: "guid".into(),
            text: "body".into(),
            ..Fields::default()
        },
        ..InputOptions::default()
    };
    let document = read([folder.path("a.txt")], options)
        .next()
        .expect("one")
        .expect("a document");
    assert_eq!(
        (document.id(), document.text().as_str()),
        ("1", "It rained.")
    );
    let given = document.layer::<Given>().expect("always stored");
    assert_eq!(given.published.as_deref(), Some("2020-02-01"));
    assert_eq!(given.updated.as_deref(), Some("2021"));
    assert_eq!(given.byline.as_deref(), Some("Ada Brook, Ben Cole"));
    assert_eq!(given.url.as_deref(), Some("https://example.org/1"));
}

#[test]
fn relative_paths_stay_as_given() {
    // Tests run in the folder of their crate.
    let first = read([PathBuf::from("tests/input.rs")], InputOptions::default()).next();
    let document = first.expect("one").expect("this file");
    assert_eq!(document.id(), "tests/input.rs");
    assert!(Path::new(document.id()).exists());
}
