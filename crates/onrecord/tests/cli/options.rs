//! Options, configuration and plans.

use crate::harness::{ARTICLE, Folder};

/// A command line that is refused before anything is read.
fn refused(files: &[(&str, &[u8])], arguments: &[&str]) -> String {
    let ended = Folder::new(files).run(arguments);
    assert_eq!(
        (ended.code, ended.stdout.as_str()),
        (2, ""),
        "{}",
        ended.stderr
    );
    ended.stderr
}

#[test]
fn mistakes_of_usage_are_refused() {
    for arguments in [
        &["run"][..],
        &["run", "a.txt", "--to", "xml"],
        &["run", "a.txt", "--threads", "many"],
        &["run", "a.txt", "--threads", "100000"],
        &["fly"],
        &[],
    ] {
        let stderr = refused(&[], arguments);
        assert!(
            stderr.contains("--help") || stderr.contains("Usage:"),
            "{stderr}"
        );
    }
}

#[test]
fn an_unknown_goal_is_refused() {
    let stderr = refused(&[], &["run", "a.txt", "--only", "quotes,sumary"]);
    assert!(
        stderr.starts_with(
            "error: there is no processor and no layer \"sumary\"; processors: entities, quotes,"
        ),
        "{stderr}"
    );
}

#[test]
fn bad_settings_are_refused() {
    for (config, message) in [
        (
            "{\"qoutes\": {}}",
            "configuration: qoutes: no such processor; there are entities, quotes,",
        ),
        (
            "{\"quotes\": {\"x\": 1}}",
            "configuration: quotes.x: unknown field `x`",
        ),
        ("[", "configuration c.json: no JSON object: "),
    ] {
        let stderr = refused(
            &[("c.json", config.as_bytes())],
            &["run", "a.txt", "--config", "c.json"],
        );
        let expected = format!("error: {message}");
        assert!(stderr.starts_with(&expected), "{stderr}");
    }
    let stderr = refused(&[], &["run", "a.txt", "--config", "none.json"]);
    assert!(
        stderr.starts_with("error: configuration none.json: "),
        "{stderr}"
    );
}

#[test]
fn the_default_configuration_is_taken() {
    let folder = Folder::with_article();
    let config = folder.run(&["config"]);
    std::fs::write(folder.path("c.json"), &config.stdout).expect("written");
    let with = folder.run(&["run", "a.txt", "--config", "c.json"]);
    assert_eq!(with, folder.run(&["run", "a.txt"]));
    assert_eq!(with.code, 0);
}

#[test]
fn only_what_is_asked_for_is_written() {
    let folder = Folder::with_article();
    let layers = |only: &str| {
        let ended = folder.run(&["run", "a.txt", "--only", only]);
        let layers = ended.objects()[0]["layers"].clone();
        let names: Vec<String> = layers
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        names.join(" ")
    };
    assert_eq!(layers("quotes"), "quotes");
    assert_eq!(layers("quotes,zones"), "paragraphs quotes zones");
    assert_eq!(layers("mentions,keyphrases"), "keyphrases mentions");
    assert_eq!(layers("tokens"), "tokens");
}

#[test]
fn quotations_are_the_same_alone_and_in_company() {
    let folder = Folder::with_article();
    let all = folder.run(&["run", "a.txt"]).objects();
    let only = folder.run(&["run", "a.txt", "--only", "quotes"]).objects();
    assert_eq!(all[0]["layers"]["quotes"], only[0]["layers"]["quotes"]);
}

#[test]
fn units_point_at_the_same_words() {
    let folder = Folder::with_article();
    let paragraph = |unit: &str| {
        let ended = folder.run(&["run", "a.txt", "--only", "paragraphs", "--offsets", unit]);
        let document = &ended.objects()[0];
        assert_eq!(document["offsets"], unit);
        let span = &document["layers"]["paragraphs"][3]["span"];
        let at = |index: usize| span[index].as_u64().expect("a number") as usize;
        at(0)..at(1)
    };
    let chars: String = ARTICLE.chars().collect::<Vec<_>>()[paragraph("char")]
        .iter()
        .collect();
    assert!(chars.starts_with("She said") && chars.ends_with("Friday."));
    assert_eq!(ARTICLE.get(paragraph("byte")), Some(chars.as_str()));
    let wide: Vec<u16> = ARTICLE.encode_utf16().collect();
    assert_eq!(String::from_utf16_lossy(&wide[paragraph("utf16")]), chars);
}

#[test]
fn standard_input_is_text_or_records() {
    let folder = Folder::new(&[]);
    let text = folder.run_with_input(&["run", "-"], ARTICLE.as_bytes());
    assert_eq!((text.code, text.ids()), (0, vec!["-".to_owned()]));
    assert_eq!(text.objects()[0]["source"]["format"], "text");
    let records = b"{\"id\": \"a\", \"text\": \"It rained.\"}\n{\"text\": \"It poured.\"}\n";
    let records = folder.run_with_input(&["run", "-"], records);
    assert_eq!(records.ids(), ["a", "-#1"]);
    let forced = folder.run_with_input(&["run", "-", "--from", "text"], b"{ no record");
    assert_eq!(forced.objects()[0]["text"], "{ no record");
}

#[test]
fn fields_go_by_the_names_they_are_given() {
    let line = br#"{"guid": "g1", "title": "River rises", "body": "It rained."}"#;
    let folder = Folder::new(&[("a.jsonl", line)]);
    let ended = folder.run(&[
        "run",
        "a.jsonl",
        "--id-field",
        "guid",
        "--text-field",
        "body",
        "--headline-field",
        "title",
    ]);
    let document = &ended.objects()[0];
    assert_eq!(document["id"], "g1");
    assert_eq!(document["text"], "River rises\n\nIt rained.");
    assert_eq!(document["meta"]["headline"], serde_json::json!([0, 11]));
}

#[test]
fn quiet_runs_say_nothing_but_trouble() {
    let folder = Folder::with_article();
    assert_eq!(folder.run(&["run", "a.txt", "-q"]).stderr, "");
    let ended = folder.run(&["run", "a.txt", "b.txt", "-q"]);
    assert_eq!(ended.stderr, "warning: b.txt: no such file or folder\n");
}

#[test]
fn the_program_describes_itself() {
    let folder = Folder::new(&[]);
    for (arguments, part) in [
        (&["--help"][..], "Examples:"),
        (&["run", "--help"], "Exit codes:"),
        (&["--version"], env!("CARGO_PKG_VERSION")),
        (&["schema"], "https://json-schema.org/draft/2020-12/schema"),
        (&["completions", "bash"], "complete -F"),
        (&["completions", "fish"], "onrecord"),
        (&["man"], ".SH SYNOPSIS"),
    ] {
        let ended = folder.run(arguments);
        assert_eq!(
            (ended.code, ended.stderr.as_str()),
            (0, ""),
            "{arguments:?}"
        );
        assert!(
            ended.stdout.contains(part),
            "{arguments:?}: {}",
            ended.stdout
        );
    }
}

#[test]
fn the_list_names_every_processor_once() {
    let folder = Folder::new(&[]);
    let plain = folder.run(&["list"]).stdout;
    let names: Vec<&str> = plain
        .lines()
        .skip(1)
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(
        names,
        ["entities", "quotes", "sentences", "summary", "zones"]
    );
    let markdown = folder.run(&["list", "--markdown"]).stdout;
    assert_eq!(markdown.lines().count(), 2 + names.len());
    assert!(
        markdown.contains("| `zones` | `[given]` | `zones` `paragraphs` `meta` |"),
        "{markdown}"
    );
}
