//! What each line of a page is, after the annotation guide, section 2.
//!
//! Lines are looked at one by one for what their words alone tell
//! ([`crate::furniture`], [`crate::dates`]), then the headline, announced lines,
//! stamps, captions and the rest of the head are labelled in that order; a label once given stays.
//! What is left is body.

use onrecord_core::layers::{Given, Meta, Paragraph, Paragraphs, Zone, ZoneId, ZoneKind, Zones};
use onrecord_core::{Budget, ProcessError, Text};

use crate::furniture::Opens;
use crate::lines::{Line, lines};
use crate::page::{Page, Piece};
use crate::{captions, flattened, head, links, meta};

/// Finds zones, paragraphs and the facts of publication.
pub(crate) fn find(
    text: Text<'_>,
    given: Option<&Given>,
    budget: &Budget,
) -> Result<(Zones, Paragraphs, Meta), ProcessError> {
    let lines = lines(text, budget)?;
    let mut page = Page::new(text, &lines, budget)?;
    budget.spend(4 * lines.len() as u64)?;
    cut_flattened(&mut page, lines.first());
    let headline = head::label_headline(&mut page, given.and_then(|given| given.headline));
    links::label_announced(&mut page);
    let head = head::label_stamps(&mut page, headline);
    captions::label_captions(&mut page);
    head::label_head(&mut page, head);
    let meta = meta::meta(&page, given);
    let (zones, paragraphs) = merge(&page);
    Ok((zones, paragraphs, meta))
}

fn cut_flattened(page: &mut Page<'_>, first: Option<&Line>) {
    let Some(first) = first else { return };
    let parts = flattened::cut(page.text, first.span);
    if parts.is_empty() {
        return;
    }
    let whole = page.pieces.remove(0);
    let pieces = parts
        .into_iter()
        .enumerate()
        .map(|(index, (span, label))| Piece {
            span,
            label,
            apart: index == 0,
            opens: Opens::Nothing,
            stamps: Vec::new(),
            ..whole.clone()
        });
    page.pieces.splice(0..0, pieces);
}

/// Runs of one label are one zone; every line is a paragraph of its own.
fn merge(page: &Page<'_>) -> (Zones, Paragraphs) {
    let (mut zones, mut paragraphs) = (Zones::default(), Paragraphs::default());
    for piece in &page.pieces {
        let (kind, subtype) = piece.label.unwrap_or((ZoneKind::Body, None));
        match zones.items.last_mut() {
            Some(zone) if (zone.kind, zone.subtype) == (kind, subtype) => {
                zone.span = zone.span.cover(piece.span);
            }
            _ => zones.items.push(Zone {
                span: piece.span,
                kind,
                subtype,
            }),
        }
        paragraphs.items.push(Paragraph {
            span: piece.span,
            zone: ZoneId::new(zones.items.len() - 1),
        });
    }
    (zones, paragraphs)
}

#[cfg(test)]
mod tests {
    use onrecord_core::layers::{DateBasis, ZoneSubtype};
    use onrecord_core::{Document, Provides, Span};

    use super::*;

    fn run(text: &str, given: Option<&Given>) -> (Zones, Paragraphs, Meta) {
        let budget = Budget::unlimited();
        let found = find(Text::new(text), given, &budget).unwrap();
        let mut doc = Document::new("test", text).unwrap();
        found.clone().store(&mut doc).unwrap();
        found
    }

    /// One letter a line: Headline, Standfirst, Dateline, bYline, Caption,
    /// boilerPlate, Related, Body.
    #[track_caller]
    fn check(page: &str, expect: &str) {
        let (zones, paragraphs, _) = run(page, None);
        let found: String = paragraphs
            .items
            .iter()
            .map(|paragraph| match zones.kind(paragraph.zone) {
                ZoneKind::Headline => 'H',
                ZoneKind::Standfirst => 'S',
                ZoneKind::Dateline => 'D',
                ZoneKind::Byline => 'Y',
                ZoneKind::Caption => 'C',
                ZoneKind::Boilerplate => 'P',
                ZoneKind::Related => 'R',
                ZoneKind::Body => 'B',
            })
            .collect();
        assert_eq!(found, expect, "{page}");
    }

    const PARA: &str =
        "The mill on the river closed for good on Monday after a hundred years of work.";
    const MORE: &str =
        "Hundreds of people stood at the gates when the last shift came out into the rain.";

    #[test]
    fn regional_page() {
        check(
            &format!(
                "Mill closes after a century\n\nMayor Ann Lee\nMayor Ann Lee\nHave your say\n\n{PARA}\n\n\
                 Hide Ad\nHide Ad\n\n{MORE}\n\nRead More\n\nRead More\n\
                 Ten mills that shaped the valley: what became of...\n\n{PARA} Again.\n\n\
                 Related Content\n\nNo related content found"
            ),
            "HCPPBPPBPPRBPP",
        );
    }

    #[test]
    fn standfirst_repeated_as_body_and_a_caption_without_a_stop() {
        let caption = "The mill was at the heart of the valley for a century";
        let page = format!(
            "Mill closes after a century\n\n{PARA}\n\nFriday, 3rd May 2019, 4:05 pm\n\
             Updated Friday, 3rd May 2019, 4:10 pm\nForeman Joe Ott and Mayor Ann Lee\n\n{PARA}\n\n\
             {caption}\n\nSign up to our daily newsletter\n\n{MORE}\n\n{caption}\n\n{MORE} Yes."
        );
        check(&page, "HSDDCBCPBPB");
        let (zones, _, meta) = run(&page, None);
        assert_eq!(meta.published.unwrap().value, "2019-05-03T16:05");
        assert_eq!(meta.updated.unwrap().value, "2019-05-03T16:10");
        let repeated = zones.items.iter().filter_map(|zone| zone.subtype);
        assert!(
            repeated
                .into_iter()
                .any(|kind| kind == ZoneSubtype::RepeatedCaption)
        );
    }

    #[test]
    fn glued_captions_are_cut() {
        check(
            &format!("Mill closes\n\n{PARA}\nCoun Ann LeeCoun Ann Lee\nCoun Ann Lee\n\n{MORE}"),
            "HBCPPB",
        );
    }

    #[test]
    fn captions_inside_a_quotation() {
        check(
            &format!(
                "Mill closes\n\n{PARA}\n\nJoe Ott said: “It is a sad day for all of us who worked there.\n\n\
                 Joe Ott\n\nJoe Ott\n\n“But we will be back.”\n\n{MORE}"
            ),
            "HBBCPBB",
        );
    }

    #[test]
    fn short_lines_of_the_story_are_body() {
        check(
            &format!(
                "Mill closes\n\n{PARA}\n\nWhat happens now\n\n“It is over.”\n\nAnn Lee said:\n\n\
                 “We lost.”\n\n• Call 101\n\n{MORE}\n\nVisit www.example.org to find out more."
            ),
            "HBBBBBBBB",
        );
        check(
            "Roses\n\nRed are they\nBlue are they\nRed are they\nAnd sweet",
            "HBBBB",
        );
        check(
            &format!(
                "Old song\n\n{PARA}\n\nRoll on river\nTo the sea\nRoll on river\nTo me\n\n{MORE}"
            ),
            "HBBBBBB",
        );
        check("Results\nLeeds 1\nYork 2\nLeeds 1\nHull 0", "HBBBB");
    }

    #[test]
    fn press_release_and_wire() {
        check(
            &format!("FOR IMMEDIATE RELEASE\n\nMill to reopen\n\n4 May 2021\n\n{PARA}\n\nENDS"),
            "PHDBP",
        );
        check(
            &format!("MILL CLOSES\nLEEDS 2019-05-04\n{PARA}\n{MORE}"),
            "HDBB",
        );
        let (_, _, meta) = run(
            &format!("Mill closes\n\nLEEDS, 4 May 2021 (Wire) – {PARA}"),
            None,
        );
        let published = meta.published.unwrap();
        assert_eq!(
            (published.value.as_str(), published.basis),
            ("2021-05-04", DateBasis::Text)
        );
    }

    #[test]
    fn notes_to_editors_are_no_story() {
        let notes = "About the Mill Trust\n\nThe Mill Trust looks after forty mills in the north of \
                     England and their gardens.\n\n1. Pictures are to be had from the trust.";
        let story = format!("Mill to reopen\n\n{PARA}\n\n{MORE}");
        for end in [
            "– ENDS –",
            "ENDS",
            "-ends-",
            "Notes to editors:",
            "Ends\n\nNotes to Editors",
        ] {
            let ends = "P".repeat(end.split("\n\n").count());
            check(
                &format!("{story}\n\n{end}\n\n{notes}"),
                &format!("HBB{ends}PPP"),
            );
        }
        check(
            &format!(
                "{story}\n\nENDS\n\n{notes}\n\nBakery wins a prize again\nPublished: 4 May 2021\n\n{PARA}"
            ),
            "HBBPPPPBDB",
        );
        // No story before it: a cross-heading.
        check(
            &format!("How it all began\n\nEnds\n\n{PARA}\n\n{MORE}"),
            "HBBB",
        );
    }

    #[test]
    fn bylines() {
        let page =
            format!("Mill closes\nBy Ann Lee and Joe Ott\nPublished: 4 May 2021 10:30\n\n{PARA}");
        check(&page, "HYDB");
        let byline = run(&page, None).2.byline.unwrap();
        assert_eq!(byline.authors, ["Ann Lee", "Joe Ott"]);
        check(
            &format!("Mill closes\n\nAnn Lee, Political Editor\n\n{PARA}"),
            "HYB",
        );
        check(
            &format!("Mill closes\nAnn Lee\nFriday 3 May 2019\n\n{PARA}"),
            "HYDB",
        );
        let page = format!("Mill closes\nBy Ann Lee, 4 May 2021\n\n{PARA}");
        check(&page, "HYB");
        let meta = run(&page, None).2;
        assert_eq!(meta.byline.unwrap().authors, ["Ann Lee"]);
        assert_eq!(meta.published.unwrap().value, "2021-05-04");
    }

    #[test]
    fn lists_of_links() {
        check(
            &format!(
                "Mill closes\n\n{PARA}\n\nMost read\n\nDog bites man\n\nMan bites dog\n\nShare this article\n\n\
                 © 2019 Example Media. All rights reserved."
            ),
            "HBPRRPP",
        );
        check(
            &format!("Mill closes\n\n{PARA}\n\nRead more: Ten mills of the valley\n\n{MORE}"),
            "HBRB",
        );
        check(
            &format!(
                "Mill closes\n\n{PARA}\n\nSources\n\nAnn Lee. \"Mill shut\" — Example, May 4, 2019"
            ),
            "HBPR",
        );
    }

    #[test]
    fn picture_lines_say_so() {
        check(
            &format!(
                "Mill closes\n\n{PARA}\n\nImage source, Example Pictures\n\nImage caption, The mill in 1990\n\n\
                 The gates on Monday (Image: Example Live)\n\n{MORE}\n\nAnn Lee/Getty Images"
            ),
            "HBPCCBP",
        );
    }

    #[test]
    fn pages_without_a_headline() {
        check(&format!("{PARA} {MORE}\n\n{MORE}"), "BB");
        check("\"It was quiet,\" said Mara Dunne. \"Too quiet.\"\n", "B");
        check("Mill closes after a hundred years\n", "H");
        check(
            "By . Ann Lee . PUBLISHED: . 12:01 EST, 3 July 2013 . | . UPDATED: . 08:30 EST, 4 July 2013 . \
             The mill closed for good on Monday after a hundred years of work, and nobody knows what comes \
             next for the valley, the river and the many who worked there all their lives .",
            "YDB",
        );
        check("", "");
        check("\u{FEFF}\r\n \u{A0}", "");
    }

    #[test]
    fn what_the_record_says_counts() {
        let given = Given {
            headline: Some(Span::new(0, 11)),
            published: Some("2021-05-04T12:30:00Z".into()),
            updated: Some("last week".into()),
            byline: Some("By Ann Lee".into()),
            url: Some("https://example.org/1".into()),
        };
        let (zones, _, meta) = run("Mill closed.\n\nIt did.", Some(&given));
        assert_eq!(zones.items[0].kind, ZoneKind::Headline);
        assert_eq!(meta.published.unwrap().value, "2021-05-04T12:30:00Z");
        assert_eq!(meta.updated.unwrap().value, "last week");
        assert_eq!(meta.byline.unwrap().authors, ["Ann Lee"]);
        assert_eq!(meta.url.as_deref(), Some("https://example.org/1"));
    }

    #[test]
    fn line_ends_change_nothing() {
        let page = format!("Mill closes\n\n{PARA}\n\nHide Ad\n\n{MORE}");
        for end in ["\r\n", "\r", "\u{2028}"] {
            check(&page.replace('\n', end), "HBPB");
        }
    }
}
