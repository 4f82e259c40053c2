//! Facts about the publication, from the record and from the head of the page.

use onrecord_core::Span;
use onrecord_core::layers::{Byline, DateBasis, Dated, Given, Meta, ZoneKind, ZoneSubtype};

use crate::bylines::authors;
use crate::dates::{self, Stamp};
use crate::head::name_before;
use crate::page::Page;

/// How many paragraphs are searched for "today" and its date.
const TODAY_PARAGRAPHS: usize = 12;
/// How much of a paragraph is.
const TODAY_WINDOW: u32 = 2000;

/// Collects them from a page whose lines are labelled.
pub(crate) fn meta(page: &Page<'_>, given: Option<&Given>) -> Meta {
    let stated = stated_dates(page);
    let find = |subtype| stated.iter().find(|stamp| stamp.subtype == subtype);
    let published = find(ZoneSubtype::Published).or_else(|| find(ZoneSubtype::Dated));
    let headline = page
        .pieces
        .iter()
        .find(|piece| matches!(piece.label, Some((ZoneKind::Headline, _))));
    Meta {
        headline: given
            .and_then(|given| given.headline)
            .or_else(|| headline.map(|piece| piece.span)),
        published: dated(
            published,
            given.and_then(|given| given.published.as_deref()),
        )
        .or_else(|| date_from_story(page)),
        updated: dated(
            find(ZoneSubtype::Updated),
            given.and_then(|given| given.updated.as_deref()),
        ),
        byline: byline(page, given),
        url: given.and_then(|given| given.url.clone()),
    }
}

/// The stamps with a value, in order, of datelines and at the end of bylines.
fn stated_dates(page: &Page<'_>) -> Vec<Stamp> {
    let mut found = Vec::new();
    for piece in &page.pieces {
        match piece.label {
            Some((ZoneKind::Dateline, _)) if !piece.stamps.is_empty() => {
                found.extend(piece.stamps.iter().cloned());
            }
            Some((ZoneKind::Dateline, _)) => found.extend(dates::stamps(page.text, piece.span)),
            Some((ZoneKind::Byline, _)) => {
                let at_end = dates::stamps_at_end(page.text, piece.span);
                found.extend(at_end.map(|(_, stamps)| stamps).unwrap_or_default());
            }
            _ => {}
        }
    }
    found.retain(|stamp| stamp.value.is_some());
    found
}

/// The record's date, unless the page states the same day: then the page's,
/// which can be shown.
fn dated(stamp: Option<&Stamp>, given: Option<&str>) -> Option<Dated> {
    let stated = stamp.and_then(|stamp| {
        Some(Dated {
            value: stamp.value.clone()?,
            span: Some(stamp.span),
            basis: DateBasis::Stated,
        })
    });
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else {
        return stated;
    };
    let value = dates::normalise(given).unwrap_or_else(|| given.to_owned());
    let same_day = |date: &Dated| date.value.get(..10) == value.get(..10);
    stated.filter(same_day).or(Some(Dated {
        value,
        span: None,
        basis: DateBasis::Stated,
    }))
}

fn date_from_story(page: &Page<'_>) -> Option<Dated> {
    let body: Vec<Span> = page
        .pieces
        .iter()
        .filter(|piece| piece.label.is_none())
        .take(TODAY_PARAGRAPHS)
        .map(|piece| clipped(page, piece.span))
        .collect();
    let wire = body
        .iter()
        .take(2)
        .find_map(|&span| dates::wire(page.text, span));
    let mentions_today = |span: &&Span| page.text.slice(**span).contains("oday");
    let stamp = wire.or_else(|| {
        body.iter().find(mentions_today)?;
        let years = dates::years(page.text);
        body.iter()
            .find_map(|&span| dates::today(page.text, span, &years))
    })?;
    Some(Dated {
        value: stamp.value?,
        span: Some(stamp.span),
        basis: DateBasis::Text,
    })
}

fn clipped(page: &Page<'_>, span: Span) -> Span {
    let mut end = span.end.min(span.start + TODAY_WINDOW);
    while !page.text.as_str().is_char_boundary(end as usize) {
        end -= 1;
    }
    Span::new(span.start, end)
}

fn byline(page: &Page<'_>, given: Option<&Given>) -> Option<Byline> {
    let line = page
        .pieces
        .iter()
        .find(|piece| matches!(piece.label, Some((ZoneKind::Byline, _))));
    let given = given.and_then(|given| given.byline.as_deref());
    if let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) {
        return Some(Byline {
            span: line.map(|piece| piece.span),
            authors: authors(given),
        });
    }
    let span = line?.span;
    let names = dates::stamps_at_end(page.text, span)
        .map_or(span, |(date, _)| name_before(page.text, span, date));
    // A flattened page has `By . Ann Lee .`
    let names = page
        .text
        .slice(names)
        .replace(" .", " ")
        .replacen("By.", "By ", 1);
    Some(Byline {
        span: Some(span),
        authors: authors(names.trim_end_matches('.').trim()),
    })
}
