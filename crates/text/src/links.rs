//! Lines that a label above them explains: links to other articles, picture
//! credits, captions.

use onrecord_core::layers::{ZoneKind, ZoneSubtype};

use crate::bylines::is_byline;
use crate::furniture::{Opens, is_count};
use crate::page::{Page, expects_more, is_quoted};

/// Longer lines are no headlines.
const LONGEST_HEADLINE: u32 = 160;
/// Longer lines are no entries of a list of links or sources.
const LONGEST_ENTRY: u32 = 300;
/// Longer lines do not own a picture.
const LONGEST_CREDIT: u32 = 60;
/// A headline of fewer words, an empty line away, may be a cross-heading.
const SHORTEST_HEADLINE: usize = 4;

/// Labels what each label on the page announces, and the counts of shares and
/// comments beside their buttons.
pub(crate) fn label_announced(page: &mut Page<'_>) {
    for at in 0..page.pieces.len() {
        let behind = at > 0 && is_button(page, at - 1);
        if page.is_open(at) && is_count(page.words(at)) && (behind || is_button(page, at + 1)) {
            page.label(at, ZoneKind::Boilerplate, Some(ZoneSubtype::Sharing));
        }
    }
    let story = page.first_prose(0).unwrap_or(page.pieces.len());
    let mut at = 0;
    while at < page.pieces.len() {
        let next = at + 1;
        at = match page.pieces[at].opens {
            Opens::Nothing => next,
            Opens::Link => label_link(page, next),
            Opens::Links => label_links(page, next),
            Opens::Caption => label_next(page, next, LONGEST_ENTRY, ZoneKind::Caption),
            Opens::Credit => label_next(page, next, LONGEST_CREDIT, ZoneKind::Boilerplate),
            Opens::Rest if at < story => unlabel(page, at),
            Opens::Rest => label_rest(page, next),
        };
    }
}

fn is_button(page: &Page<'_>, at: usize) -> bool {
    let subtype = page.pieces.get(at).and_then(|piece| piece.label?.1);
    matches!(
        subtype,
        Some(ZoneSubtype::Sharing | ZoneSubtype::EngagementPrompt)
    )
}

fn label_link(page: &mut Page<'_>, first: usize) -> usize {
    let mut at = first;
    while page.is_open(at) && is_headline(page, at, LONGEST_HEADLINE) {
        let piece = &page.pieces[at];
        let cut_off = page.words(at).ends_with(['…', '.']);
        let long = page.words(at).split_whitespace().count() >= SHORTEST_HEADLINE;
        if piece.apart && !(at == first && (cut_off || long)) {
            break;
        }
        page.label(at, ZoneKind::Related, None);
        at += 1;
    }
    at
}

/// Furniture between the links changes nothing; prose ends the list.
fn label_links(page: &mut Page<'_>, first: usize) -> usize {
    let mut at = first;
    while at < page.pieces.len() {
        if page.is_open(at) {
            if !is_headline(page, at, LONGEST_ENTRY) {
                break;
            }
            page.label(at, ZoneKind::Related, None);
        } else if page.pieces[at].opens != Opens::Nothing {
            break;
        }
        at += 1;
    }
    at
}

/// What would end a release is a cross-heading as long as there is no story.
fn unlabel(page: &mut Page<'_>, at: usize) -> usize {
    page.pieces[at].label = None;
    at + 1
}

/// Behind the end of a press release stand its notes, up to the next release of a
/// file of several.
fn label_rest(page: &mut Page<'_>, first: usize) -> usize {
    let mut at = first;
    while at < page.pieces.len() && !begins_story(page, at) {
        // Stamps say when the release came out, wherever they stand.
        if page.pieces[at].stamps.is_empty() {
            page.label(at, ZoneKind::Boilerplate, Some(ZoneSubtype::Notice));
        }
        at += 1;
    }
    at
}

/// A headline with a date or an author right under it.
fn begins_story(page: &Page<'_>, at: usize) -> bool {
    let signed = page.pieces.get(at + 1).is_some_and(|next| {
        next.label.is_none() && (!next.stamps.is_empty() || is_byline(page.words(at + 1)))
    });
    signed
        && page.is_open(at)
        && page.words(at).split_whitespace().count() >= SHORTEST_HEADLINE
        && is_headline(page, at, LONGEST_HEADLINE)
}

fn label_next(page: &mut Page<'_>, at: usize, longest: u32, kind: ZoneKind) -> usize {
    if page.is_open(at) && page.pieces[at].span.len() <= longest {
        page.label(at, kind, None);
    }
    at
}

/// A line without the full stop of a sentence, or cut off.
fn is_headline(page: &Page<'_>, at: usize, longest: u32) -> bool {
    let (piece, words) = (&page.pieces[at], page.words(at));
    let stamped = piece.stamps.first().is_some_and(|stamp| stamp.labelled);
    let question = words.ends_with('?') && piece.span.len() <= LONGEST_HEADLINE;
    let open_quotation = is_quoted(words) && piece.ends;
    (!piece.ends || question)
        && piece.span.len() <= longest
        && !expects_more(words)
        && !open_quotation
        && !stamped
}
