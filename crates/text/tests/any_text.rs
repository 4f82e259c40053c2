//! Any text at all: the layers keep their invariants, nothing panics, and the
//! work grows with the length of the text.

use onrecord_core::layers::{Paragraphs, Sentences, Tokens};
use onrecord_core::{Budget, Context, Document, Needs, Processor, Provides};
use onrecord_testkit::Dice;
use onrecord_text::{Segmenter, ZoneFinder};

/// Runs a processor and stores what it makes, which checks it. Gives the fuel spent.
fn run<P: Processor>(doc: &mut Document) -> u64 {
    let budget = Budget::unlimited();
    let processor = P::new(P::Config::default()).expect("default settings");
    let needs = P::Needs::fetch(doc).expect("the layers before");
    let made = processor
        .process(Context::new(doc.text(), &budget), needs)
        .expect("text is no error");
    made.store(doc).expect("sound layers");
    budget.spent()
}

fn annotate(text: &str) -> (Document, u64) {
    let mut doc = Document::new("any", text).expect("short enough");
    let spent = run::<ZoneFinder>(&mut doc) + run::<Segmenter>(&mut doc);
    (doc, spent)
}

fn check(text: &str) {
    let (doc, _) = annotate(text);
    let paragraphs = doc.layer::<Paragraphs>().expect("stored");
    let sentences = doc.layer::<Sentences>().expect("stored");
    let tokens = doc.layer::<Tokens>().expect("stored");
    let mut next_token = 0;
    let mut seen = vec![false; paragraphs.items.len()];
    for sentence in &sentences.items {
        assert_eq!(sentence.tokens.start, next_token, "tokens tile: {text:?}");
        assert!(sentence.tokens.end > next_token, "no empty sentence");
        next_token = sentence.tokens.end;
        seen[sentence.paragraph.index()] = true;
        let inside = &tokens.items[sentence.token_range()];
        assert_eq!(inside[0].span.start, sentence.span.start);
        assert_eq!(inside[inside.len() - 1].span.end, sentence.span.end);
    }
    assert_eq!(next_token as usize, tokens.items.len());
    assert!(seen.iter().all(|seen| *seen), "a sentence each: {text:?}");
    let mut covered = vec![false; text.len()];
    for token in &tokens.items {
        covered[token.span.range()].fill(true);
    }
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() || c.is_ascii_punctuation() {
            assert!(covered[at], "{c:?} at {at} of {text:?} is in no token");
        }
    }
}

const NASTY: &[&str] = &[
    "a",
    "I",
    "Lee",
    "said",
    "Dr",
    "U.S.",
    "p.m.",
    "No",
    "St",
    "By",
    "today",
    "Today (",
    "Monday",
    "4 May",
    "2021",
    "12:30",
    "5'10",
    "www.",
    "http://",
    "x@y.uk",
    "#",
    "@",
    "Read More",
    "Hide Ad",
    "Published:",
    "Ann Lee",
    "Ann LeeAnn Lee",
    ".",
    ".",
    "...",
    "…",
    "?",
    "!",
    ",",
    ":",
    ";",
    "\"",
    "'",
    "’",
    "‘",
    "“",
    "”",
    "«",
    "`",
    "′",
    "(",
    ")",
    "[",
    "-",
    "–",
    "—",
    "/",
    "\\",
    "|",
    "&",
    "£",
    "1",
    "1,400",
    "é",
    "e\u{301}",
    "\u{301}",
    "ß",
    "İ",
    "日本",
    "😀",
    "👩\u{200D}👧",
    "\u{200D}",
    "\u{AD}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{A0}",
    "\u{2009}",
    "\0",
    "\u{7}",
    "\t",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\u{10FFFF}",
    "'s",
    "’s",
    "n't",
    "By . ",
];

#[test]
fn random_texts_keep_every_invariant() {
    let mut dice = Dice::new(7);
    for _ in 0..4_000 {
        let length = 1 + dice.roll(40);
        let text: String = (0..length).map(|_| NASTY[dice.roll(NASTY.len())]).collect();
        check(&text);
    }
}

#[test]
fn every_pair_of_nasty_pieces() {
    for first in NASTY {
        for second in NASTY {
            check(&format!("{first}{second}"));
            check(&format!("Mill closes\n\n{first}{second}{first}"));
        }
    }
}

#[test]
fn one_huge_token_line_or_run_of_marks() {
    for piece in [
        "a", "“", "\"", ".", "1", "é", "\u{301}", "'", " ", "A.", "a.", "Dr. ",
    ] {
        check(&piece.repeat(20_000));
    }
}

#[test]
fn work_grows_with_length() {
    for piece in [
        "“",
        "\"",
        "'",
        ".",
        "a.",
        "A.",
        "a-",
        "a'",
        "1,",
        "1.",
        "@a",
        "#",
        "http://",
        "www.",
        "x@",
        "\n",
        "\n.",
        "Ann Lee\n",
        "Read More\n",
        "By Ann Lee\n",
        "4 May 2021\n",
        "today (",
        "“Why?” Lee ",
        "word ",
        "Lee, ",
        "By . ",
        "e\u{301}",
        "👩\u{200D}",
        "Top stories\nA link\n",
    ] {
        let [(_, once), (_, twice)] = [4_000, 8_000].map(|count| annotate(&piece.repeat(count)));
        assert!(
            twice <= 2 * once + once / 8 + 64,
            "{piece:?}: {once}, then {twice}"
        );
    }
}

#[test]
fn work_stops_when_the_fuel_is_used_up() {
    let text = "word ".repeat(10_000);
    let mut doc = Document::new("any", text).expect("short enough");
    run::<ZoneFinder>(&mut doc);
    let budget = Budget::with_fuel(1_000);
    let segmenter = Segmenter::new(onrecord_text::SegmenterConfig::default()).expect("default");
    let paragraphs = doc.layer::<Paragraphs>().expect("stored");
    let context = Context::new(doc.text(), &budget);
    assert!(segmenter.process(context, paragraphs).is_err());
    assert!(budget.spent() < 1_100);
}
