//! The page for a person.

use crate::harness::{ARTICLE, Folder};

fn page(text: &str, arguments: &[&str]) -> String {
    let folder = Folder::new(&[("a.txt", text.as_bytes())]);
    let mut all = vec!["run", "a.txt", "--to", "text"];
    all.extend(arguments);
    let ended = folder.run(&all);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    ended.stdout
}

const PAGE: &str = "\
────────────────────────────────────────────────────────────────────────────────
River rises in Northbridge
a.txt

SUMMARY
  • Residents of Northbridge were told to leave their homes on Monday after the
    river rose.
  • “We have never seen water like this,” said Ada Brook, the town’s mayor.

IN A FEW WORDS
  Northbridge · Ada Brook

PEOPLE
  Ada Brook, the town’s mayor

PLACES
  Northbridge

WHO SAID WHAT
  Ada Brook, the town’s mayor
    “We have never seen water like this,” … “Nobody was hurt.”
    said: the bridge would stay closed until Friday

";

#[test]
fn a_page_reads_like_a_paper() {
    assert_eq!(page(ARTICLE, &[]), PAGE);
}

#[test]
fn only_what_is_asked_for_is_on_the_page() {
    let (head, speech) = (PAGE.find("\nSUMMARY"), PAGE.find("\nWHO SAID"));
    let (head, speech) = (head.expect("a summary"), speech.expect("speech"));
    let expected = [&PAGE.as_bytes()[..head], &PAGE.as_bytes()[speech..]].concat();
    let found = page(ARTICLE, &["--only", "quotes"]);
    assert_eq!(found, String::from_utf8(expected).expect("cut at ASCII"));
}

#[test]
fn a_page_of_nothing_has_its_name() {
    let rule = "─".repeat(80);
    assert_eq!(page("", &[]), format!("{rule}\na.txt\n\n"));
}

#[test]
fn text_cannot_steer_the_terminal() {
    let page = page(&ARTICLE.replace("river", "ri\u{1b}[31mver\u{7}"), &[]);
    let mut controls = page.chars().filter(|c| c.is_control() && *c != '\n');
    assert_eq!(controls.next(), None, "{page}");
}

/// `script` gives the program a terminal of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_a_page_in_colours() {
    let folder = Folder::with_article();
    let binary = env!("CARGO_BIN_EXE_onrecord");
    let at_terminal = |variable: &str| {
        let command = format!("stty rows 30 cols 60; {variable} {binary} run a.txt --quiet");
        let output = std::process::Command::new("script")
            .args(["-qec", &command, "/dev/null"])
            .current_dir(folder.path(""))
            .env("TERM", "xterm")
            .env_remove("NO_COLOR")
            .output()
            .ok()?;
        String::from_utf8(output.stdout).ok()
    };
    let Some(page) = at_terminal("") else {
        return; // There is no `script` here.
    };
    assert!(
        page.contains("\u{1b}[1mRiver rises in Northbridge\u{1b}[0m"),
        "{page}"
    );
    let rule = page.lines().next().expect("a line");
    assert_eq!(rule.matches('─').count(), 60, "{page}");
    let plain = at_terminal("NO_COLOR=1").expect("as before");
    assert!(!plain.contains('\u{1b}'), "{plain}");
    assert!(plain.contains("WHO SAID WHAT"), "{plain}");
}
