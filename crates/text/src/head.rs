//! The head of a page: headline, standfirst, datelines, byline, first picture.

use onrecord_core::layers::{ZoneKind, ZoneSubtype};
use onrecord_core::{Span, Text};

use crate::bylines::{is_bare_byline, is_byline, is_outlet, is_role};
use crate::captions::is_name_line;
use crate::dates;
use crate::furniture::Opens;
use crate::page::{Page, expects_more, is_quoted};

/// A finished first line at least this long opens the story.
const LONGEST_SENTENCE_HEADLINE: u32 = 120;
/// Longer lines are no headlines, finished or not.
const LONGEST_HEADLINE: u32 = 250;
/// How many lines may stand above the headline.
const ABOVE: usize = 6;
/// How many lines the head may have below the headline.
const BELOW: usize = 10;
/// More unfinished lines in a row are a list.
const MOST_BULLETS: usize = 6;
/// Fewer words are a cross-heading.
const SHORTEST_STANDFIRST: usize = 4;
/// A longer standfirst is a paragraph.
const LONGEST_STANDFIRST: u32 = 400;
/// One that no dateline sets apart is shorter.
const LONGEST_BARE_STANDFIRST: u32 = 200;
/// How much of the story is searched for a name from its head.
const NAME_WINDOW: usize = 20_000;

/// Labels the headline and gives its place.
pub(crate) fn label_headline(page: &mut Page<'_>, given: Option<Span>) -> Option<usize> {
    if let Some(given) = given {
        let lines = (0..page.pieces.len()).filter(|&at| page.pieces[at].span.overlaps(given));
        let lines: Vec<_> = lines.collect();
        for &at in &lines {
            page.pieces[at].label = Some((ZoneKind::Headline, None));
        }
        return lines.last().copied();
    }
    // The name of the site.
    if page.is_open(0) && page.is_open(1) && is_outlet(page.words(0)) {
        page.label(0, ZoneKind::Boilerplate, None);
    }
    let open = |page: &Page<'_>, at: usize| {
        page.is_open(at) && page.pieces[at].stamps.is_empty() && !is_byline(page.words(at))
    };
    let at = (0..page.pieces.len().min(ABOVE)).find(|&at| open(page, at))?;
    let piece = &page.pieces[at];
    let opens_story = piece.ends && piece.span.len() >= LONGEST_SENTENCE_HEADLINE
        || piece.span.len() > LONGEST_HEADLINE
        || expects_more(page.words(at)) && piece.span.len() >= LONGEST_SENTENCE_HEADLINE;
    // A lone sentence, pasted or piped in, is all the story there is.
    let alone = piece.ends && page.pieces.len() == 1;
    if opens_story || alone {
        return None;
    }
    page.label(at, ZoneKind::Headline, None);
    // Some pages print it twice, as title and as heading.
    let copy = page.is_open(at + 1) && page.words(at + 1) == page.words(at);
    if copy {
        page.label(at + 1, ZoneKind::Headline, None);
    }
    Some(at + usize::from(copy))
}

/// Labels datelines and bylines: in the head, behind the story, and elsewhere
/// if they say what they are. Gives the lines of the head.
pub(crate) fn label_stamps(page: &mut Page<'_>, headline: Option<usize>) -> std::ops::Range<usize> {
    let from = headline.map_or(0, |at| at + 1);
    let head = from..head_end(page, from);
    let last_prose = (0..page.pieces.len())
        .rev()
        .find(|&at| page.pieces[at].is_prose());
    join_stamp_labels(page);
    for at in 0..page.pieces.len() {
        if !page.is_open(at) {
            continue;
        }
        let outside = at < head.end || last_prose.is_some_and(|last| at > last);
        if let Some(first) = page.pieces[at].stamps.first() {
            if first.labelled || outside {
                let subtype = first.subtype;
                page.label(at, ZoneKind::Dateline, Some(subtype));
            }
        } else if outside && is_signed(page, at) {
            page.label(at, ZoneKind::Byline, None);
        }
    }
    name_bare_stamps(page);
    head
}

/// `Published` on one line, the date on the next.
fn join_stamp_labels(page: &mut Page<'_>) {
    for at in 1..page.pieces.len() {
        if page.pieces[at].stamps.is_empty() || !page.is_open(at - 1) {
            continue;
        }
        if let Some(subtype) = dates::stamp_label(page.text, page.pieces[at - 1].span) {
            page.label(at - 1, ZoneKind::Dateline, Some(subtype));
            let stamp = &mut page.pieces[at].stamps[0];
            stamp.labelled = true;
            stamp.subtype = subtype;
        }
    }
}

/// Where a stamp of an update follows, the one before it says when the article
/// was published.
fn name_bare_stamps(page: &mut Page<'_>) {
    let dateline = |page: &Page<'_>, at: usize, subtype| {
        page.pieces[at].label == Some((ZoneKind::Dateline, Some(subtype)))
    };
    for at in 1..page.pieces.len() {
        let bare = page.pieces[at - 1]
            .stamps
            .first()
            .is_some_and(|stamp| !stamp.labelled);
        if bare
            && dateline(page, at, ZoneSubtype::Updated)
            && dateline(page, at - 1, ZoneSubtype::Dated)
        {
            let published = ZoneSubtype::Published;
            page.pieces[at - 1].label = Some((ZoneKind::Dateline, Some(published)));
            page.pieces[at - 1].stamps[0].subtype = published;
        }
    }
}

fn is_signed(page: &Page<'_>, at: usize) -> bool {
    let span = page.pieces[at].span;
    let name = match dates::stamps_at_end(page.text, span) {
        Some((date, _)) => name_before(page.text, span, date),
        None => span,
    };
    is_byline(page.text.slice(name))
}

/// The part of a line before the date at its end.
pub(crate) fn name_before(text: Text<'_>, line: Span, date: u32) -> Span {
    let name = text.slice(Span::new(line.start, date));
    let bare = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    Span::new(line.start, line.start + bare.len() as u32)
}

/// The head goes to the first paragraph of the story, or past the last stamp
/// or byline if at most two finished lines, a standfirst, stand before it.
fn head_end(page: &Page<'_>, from: usize) -> usize {
    let prose = page.first_prose(from).unwrap_or(page.pieces.len());
    let mut finished = 0;
    let mut end = prose;
    for at in from..page.pieces.len().min(from + BELOW) {
        let piece = &page.pieces[at];
        if piece.opens == Opens::Rest {
            break;
        }
        if !piece.stamps.is_empty() || page.is_open(at) && is_signed(page, at) {
            end = end.max(at + 1);
        } else if piece.is_prose() {
            finished += 1;
            if finished > 2 || piece.span.len() > LONGEST_STANDFIRST {
                break;
            }
        }
    }
    // Pictures may stand between the stamps and the story.
    page.first_prose(end).unwrap_or(end)
}

/// Labels what is still open in the head.
pub(crate) fn label_head(page: &mut Page<'_>, head: std::ops::Range<usize>) {
    let story = page.first_prose(head.end);
    let is_stamp = |page: &Page<'_>, at: usize| {
        matches!(
            page.pieces[at].label,
            Some((ZoneKind::Dateline | ZoneKind::Byline, _))
        )
    };
    let stamp = head.clone().find(|&at| is_stamp(page, at));
    if let Some(story) = story {
        label_names(page, head.clone(), story);
    }
    let before = head.start..stamp.unwrap_or(head.start);
    for at in before.clone().filter(|&at| at < head.start + 3) {
        if page.is_open(at) && is_standfirst_like(page.words(at)) {
            page.label(at, ZoneKind::Standfirst, None);
        }
    }
    let Some(story) = story else {
        return;
    };
    let rest = before.end..head.end.min(story);
    let open: Vec<usize> = rest
        .filter(|&at| {
            let words = page.words(at);
            page.is_open(at) && !page.pieces[at].ends && is_standfirst_like(words)
        })
        .collect();
    let kind = match (open.len(), stamp) {
        (1, Some(_)) => ZoneKind::Caption,
        (1..=MOST_BULLETS, _) => ZoneKind::Standfirst,
        _ => return label_bare_standfirst(page, head.start),
    };
    for at in open {
        page.label(at, kind, None);
    }
}

/// A sentence or the half of one, which cross-headings and names are not.
fn is_standfirst_like(words: &str) -> bool {
    words.split_whitespace().count() >= SHORTEST_STANDFIRST
        && !is_name_line(words)
        && !expects_more(words)
        && !is_quoted(words)
}

/// Names under the headline: the author's, if it comes with a role or the
/// story never uses it, otherwise a picture's.
fn label_names(page: &mut Page<'_>, head: std::ops::Range<usize>, story: usize) {
    let is_signed =
        |page: &Page<'_>, at: usize| matches!(page.pieces[at].label, Some((ZoneKind::Byline, _)));
    let mut signed = head.clone().take(BELOW).any(|at| is_signed(page, at));
    for at in head.take(BELOW) {
        let words = page.words(at);
        if !page.is_open(at) || page.pieces[at].ends || expects_more(words) {
            continue;
        }
        let behind_byline = at > 0 && is_signed(page, at - 1);
        let byline = if behind_byline {
            is_bare_byline(words) || is_role(words)
        } else {
            let unknown = || is_person_like(words) && !is_in_story(page, story, words);
            !signed && (is_bare_byline(words) || !page.pieces[at].apart && unknown())
        };
        if byline {
            page.label(at, ZoneKind::Byline, None);
            signed = true;
        } else if is_name_line(words) {
            page.label(at, ZoneKind::Caption, None);
        }
    }
}

/// Two or three names in title case, no rank.
fn is_person_like(words: &str) -> bool {
    let title_case = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
    };
    (2..=3).contains(&words.split_whitespace().count()) && words.split_whitespace().all(title_case)
}

fn is_in_story(page: &Page<'_>, story: usize, name: &str) -> bool {
    let start = page.pieces[story].span.start as usize;
    let mut end = page.text.bytes().len().min(start + NAME_WINDOW);
    while !page.text.as_str().is_char_boundary(end) {
        end -= 1;
    }
    let window = page.text.as_str().get(start..end).unwrap_or_default();
    name.rsplit(' ')
        .next()
        .is_some_and(|surname| window.contains(surname))
}

/// A finished line right under the headline is a standfirst if an empty line
/// divides it from the story, or if the story begins with the same words.
fn label_bare_standfirst(page: &mut Page<'_>, at: usize) {
    let (Some(line), Some(next)) = (page.pieces.get(at), page.pieces.get(at + 1)) else {
        return;
    };
    let repeated = page.words(at) == page.words(at + 1) && line.is_prose();
    let set_apart = !line.apart
        && at > 0
        && next.apart
        && next.is_prose()
        && line.ends
        && !is_quoted(page.words(at))
        && line.span.len() <= LONGEST_BARE_STANDFIRST;
    if page.is_open(at) && (repeated || set_apart) {
        page.label(at, ZoneKind::Standfirst, None);
    }
}
