//! The checklist of the annotation guide: the hardest things in news text,
//! each tested with the whole standard pipeline on invented articles.
//!
//! A row of the checklist is a file beside this one, `NN_name.ann`, that holds
//! several cases. To add a case, append to the row's file:
//!
//! ```text
//! ##### what is hard about it
//! The article, in the markup of `onrecord_testkit::markup`. Every name and
//! every quotation is marked: the text is gold, not an example.
//! =====
//! entity KEY = Name
//! quote 1 direct KEY
//! ```
//!
//! What the marks state is checked: each `P` and `O` name is found with that
//! span and label, and with the title marked before it; each quotation is
//! found with its kind, content (equal for direct ones, mostly the same for
//! mixed and indirect ones) and speaker; no other direct quotation is found.
//! A speaker who is not named must stay without a name. Further lines of the
//! table state more; `"words"` may be followed by a number, 2 for their second
//! occurrence in the text:
//!
//! * `accept 1 KEY`: another speaker who is right for quotation 1; `-` for none.
//! * `exact 1`: the content of a mixed or indirect quotation must be equal too.
//! * `optional "words"`: a direct quotation there is neither missed nor wrong.
//! * `no-quote "words"`, `no-direct "words"`: no quotation, or no direct one,
//!   shares a letter with these words.
//! * `no-name LABEL "words"`: no name of that label overlaps these words.
//! * `turn 2 = 1`, `turn 2 != 1`: whether two quotations share a turn.
//! * `one KEY`: all mentions of KEY are one entity; `apart KEY KEY`: two.
//! * `zone caption "words"`, `zone boilerplate/ad_marker "words"`: the zone.
//! * `paragraph "words"`: a paragraph begins there.
//! * `published 2021-05-04T12:30 stated`, `published none`, and `updated`.

mod case;
mod verdict;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use onrecord::core::Document;
use onrecord::runner::{Config, Goals, Plan, Runner};

use case::Case;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checklist")
}

/// The whole standard pipeline.
fn pipeline() -> Runner {
    let plan = Plan::new(&onrecord::standard(), &Goals::all(), &Config::default());
    Runner::new(plan.unwrap_or_else(|error| panic!("{error}")))
}

fn annotate(pipeline: &Runner, case: &Case) -> Document {
    let mut doc = case.fixture.bare_document();
    pipeline.annotate(&mut doc);
    assert_eq!(doc.errors(), [], "{}", case.title);
    doc
}

fn check_row(name: &str) {
    let path = folder().join(name).with_extension("ann");
    let source = fs::read_to_string(&path).expect("the row's file");
    let cases = case::read(&source).unwrap_or_else(|error| panic!("{name}.ann: {error}"));
    let pipeline = pipeline();
    let mut report = String::new();
    for case in &cases {
        let failures = verdict::failures(case, &annotate(&pipeline, case));
        if !failures.is_empty() {
            let _ = writeln!(report, "\n  {}: {}", name, case.title);
        }
        for failure in failures {
            let _ = writeln!(report, "    {failure}");
        }
    }
    assert!(report.is_empty(), "{report}");
}

macro_rules! rows {
    ($($name:ident: $file:literal,)+) => {
        $(
            #[test]
            fn $name() {
                check_row($file);
            }
        )+

        #[test]
        fn every_file_is_a_row() {
            let mut files: Vec<String> = fs::read_dir(folder())
                .expect("the folder of the checklist")
                .map(|entry| entry.expect("an entry").path())
                .filter(|path| path.extension().is_some_and(|ending| ending == "ann"))
                .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
                .collect();
            files.sort();
            assert_eq!(files, [$($file),+]);
        }
    };
}

rows! {
    row_01_pronoun_speaker_far: "01_pronoun_speaker_far",
    row_02_no_cue: "02_no_cue",
    row_03_runs_on: "03_runs_on",
    row_04_closed_and_reopened: "04_closed_and_reopened",
    row_05_broken_by_furniture: "05_broken_by_furniture",
    row_06_opening_mark_missing: "06_opening_mark_missing",
    row_07_mixed_marks: "07_mixed_marks",
    row_08_cue_paragraph: "08_cue_paragraph",
    row_09_speaker_after: "09_speaker_after",
    row_10_report_speaks: "10_report_speaks",
    row_11_relative_pronoun: "11_relative_pronoun",
    row_12_described_then_named: "12_described_then_named",
    row_13_nearer_wrong_candidate: "13_nearer_wrong_candidate",
    row_14_ascribed_to_two: "14_ascribed_to_two",
    row_15_added_by_another: "15_added_by_another",
    row_16_allegation: "16_allegation",
    row_17_impersonal: "17_impersonal",
    row_18_quoted_words: "18_quoted_words",
    row_19_no_quotation: "19_no_quotation",
    row_20_possessive_apostrophe: "20_possessive_apostrophe",
    row_21_name_or_office: "21_name_or_office",
    row_22_possessive_in_name: "22_possessive_in_name",
    row_23_captions: "23_captions",
    row_24_dates: "24_dates",
    row_25_same_words: "25_same_words",
    row_26_and_also: "26_and_also",
}
