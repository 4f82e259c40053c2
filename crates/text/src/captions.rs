//! Captions: lines that come again, lines cut in two, names under the headline,
//! lines that end in a picture credit.

use std::collections::BTreeMap;

use onrecord_core::layers::{ZoneKind, ZoneSubtype};

use crate::page::{Page, expects_more, is_quoted};
use crate::words;

/// Longer lines that come again are paragraphs printed twice.
const LONGEST: u32 = 300;
/// Lines of verse are shorter.
const LONGEST_VERSE: u32 = 80;
/// How far from the end of a line its picture credit may begin.
const CREDIT_WINDOW: usize = 70;

/// Labels credited lines, then the copies of lines that come again.
pub(crate) fn label_captions(page: &mut Page<'_>) {
    for at in 0..page.pieces.len() {
        if page.is_open(at) && page.pieces[at].span.len() <= LONGEST && is_credited(page.words(at))
        {
            page.label(at, ZoneKind::Caption, None);
        }
    }
    label_repeated(page);
}

/// The first copy is the caption, the others are furniture.
fn label_repeated(page: &mut Page<'_>) {
    let copies = count_copies(page);
    let prose = page.pieces.iter().filter(|piece| piece.is_prose()).count();
    let repeated = copies.values().filter(|copies| copies.count > 1).count();
    // A page of short lines (results, verse, a list) repeats some of them anyhow.
    let is_story = prose > 0 && repeated <= prose + 2;
    for at in 0..page.pieces.len() {
        let piece = &page.pieces[at];
        let Some(found) = copies.get(page.words(at)) else {
            continue;
        };
        let comes_again = found.count > 1 && is_story && !found.in_verse;
        let finished = piece.ends && !found.adjacent;
        if piece.label.is_some() || !(piece.glued || comes_again && !finished) {
            continue;
        }
        if found.first == at {
            page.label(at, ZoneKind::Caption, None);
        } else {
            let subtype = Some(ZoneSubtype::RepeatedCaption);
            page.label(at, ZoneKind::Boilerplate, subtype);
        }
    }
}

/// The copies of one line.
struct Copies {
    first: usize,
    last: usize,
    count: usize,
    /// Whether two stand one after the other.
    adjacent: bool,
    /// Whether one stands among other short lines, as a refrain does.
    in_verse: bool,
}

fn count_copies<'t>(page: &Page<'t>) -> BTreeMap<&'t str, Copies> {
    let mut copies: BTreeMap<&'t str, Copies> = BTreeMap::new();
    for at in 0..page.pieces.len() {
        let words = page.words(at);
        let candidate = page.pieces[at].span.len() <= LONGEST
            && page.is_open(at)
            && (page.pieces[at].glued || is_caption_like(words));
        if !candidate {
            continue;
        }
        let found = copies.entry(words).or_insert(Copies {
            first: at,
            last: at,
            count: 0,
            adjacent: false,
            in_verse: false,
        });
        found.adjacent |= found.count > 0 && found.last + 1 == at;
        found.last = at;
        found.count += 1;
    }
    let single = |at: usize| {
        page.pieces.get(at).is_some_and(|piece| {
            let once = copies
                .get(page.words(at))
                .is_some_and(|found| found.count == 1);
            once && !piece.ends && !piece.glued && piece.span.len() <= LONGEST_VERSE
        })
    };
    let mut in_verse = Vec::new();
    for (words, found) in copies.iter().filter(|(_, found)| found.count > 1) {
        let [first, last] = [found.first, found.last].map(|at| {
            let after = at + 1 < page.pieces.len() && !page.pieces[at + 1].apart;
            !page.pieces[at].apart && at > 0 && single(at - 1) || after && single(at + 1)
        });
        if first && last {
            in_verse.push(*words);
        }
    }
    for words in in_verse {
        if let Some(found) = copies.get_mut(words) {
            found.in_verse = true;
        }
    }
    copies
}

/// Whether a line could stand under a picture: it is neither a cue, nor a
/// quotation, nor an item of a list.
fn is_caption_like(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    let bulleted = line.starts_with(['•', '*', '-', '–', '—', '·', '‣']);
    let capital = line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    capital
        && !bulleted
        && !expects_more(line)
        && !is_quoted(line)
        && line.chars().any(char::is_alphabetic)
        && !words::contains(&words::VERBS_OF_SAYING, last)
}

/// A line of names and nothing else: `DS Ann Lee and Joe Ott (left)`.
pub(crate) fn is_name_line(line: &str) -> bool {
    let mut count = 0;
    let names = line.split_whitespace().all(|word| {
        count += 1;
        let bare = word.trim_matches(['(', ')', ',', '.']);
        let small = words::contains(&words::PARTICLES, bare)
            || matches!(bare, "with" | "left" | "right" | "centre" | "&" | "-" | "–");
        small || bare.starts_with(char::is_uppercase)
    });
    names && (2..=10).contains(&count) && line.starts_with(char::is_uppercase)
}

/// Whether a line ends in `(Image: …)`, `Picture: …` and the like.
fn is_credited(line: &str) -> bool {
    let mut from = line.len().saturating_sub(CREDIT_WINDOW);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let tail = line.get(from..).unwrap_or_default();
    let lower = tail.to_lowercase();
    let bracketed = tail.ends_with(')')
        && [
            "(image:",
            "(photo:",
            "(picture:",
            "(pic:",
            "(credit:",
            "(photo by",
            "(image by",
        ]
        .iter()
        .any(|credit| lower.contains(credit));
    let tagged = [
        ". picture:",
        ". photo:",
        ". pic:",
        ". image:",
        ". picture by",
        ". photo by",
        ". photograph:",
    ]
    .iter()
    .any(|credit| lower.contains(credit));
    bracketed || tagged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_nothing_else() {
        assert!(is_name_line("DS Ann Lee and Joe van Ott"));
        assert!(is_name_line("Mayor Ann Lee (left)"));
        assert!(!is_name_line("Ann Lee said yes"));
        assert!(!is_name_line("Lee"));
    }

    #[test]
    fn credits_end_a_caption() {
        assert!(is_credited(
            "The bridge before it closed (Image: Example Live)"
        ));
        assert!(is_credited("The bridge before it closed. Picture: Ann Lee"));
        assert!(!is_credited("She drew a picture: it was blue"));
        assert!(!is_credited("The image (below) was shared"));
    }
}
