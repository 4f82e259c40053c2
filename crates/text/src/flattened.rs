//! Pages that a dump has flattened to one line: `By . Ann Lee . PUBLISHED: .
//! 12:01 EST, 3 July 2013 . | . The mill closed …`.

use onrecord_core::layers::{ZoneKind, ZoneSubtype};
use onrecord_core::{Span, Text};

use crate::bylines::is_byline;
use crate::dates;
use crate::lines::is_visible;
use crate::page::Label;

/// How many parts the head of such a line can have.
const MOST_PARTS: usize = 12;
/// No part of the head is longer.
const LONGEST_PART: usize = 80;

/// The head of a flattened line, cut into its zones, and the rest; empty if
/// the line does not begin with a byline that is set off by full stops.
pub(crate) fn cut(text: Text<'_>, line: Span) -> Vec<(Span, Option<Label>)> {
    let mut parts = Parts {
        text,
        at: line.start as usize,
        end: line.range().end,
    };
    let (Some(by), Some(author)) = (parts.next(), parts.next()) else {
        return Vec::new();
    };
    let signature = format!("By {}", text.slice(author));
    if text.slice(by) != "By" || !is_byline(&signature) {
        return Vec::new();
    }
    let mut cuts = vec![(line.start, Some((ZoneKind::Byline, None)))];
    let mut behind = parts.at;
    for _ in 0..MOST_PARTS {
        let Some(part) = parts.next() else { break };
        let Some(label) = head_label(text, part) else {
            break;
        };
        // `PUBLISHED`, `|` and `UPDATED` are one line of the page.
        let last = cuts.last().and_then(|(_, last)| *last);
        if last.is_none_or(|(kind, _): Label| kind != label.0) {
            cuts.push((part.start, Some(label)));
        }
        behind = parts.at;
    }
    cuts.push((behind as u32, None));
    let ends = cuts.iter().skip(1).map(|cut| cut.0).chain([line.end]);
    cuts.iter()
        .zip(ends)
        .filter_map(|(&(start, label), end)| Some((visible(text, start, end)?, label)))
        .collect()
}

fn head_label(text: Text<'_>, part: Span) -> Option<Label> {
    let words = text.slice(part);
    let stamps = dates::stamps(text, part);
    let subtype = match words.trim_end_matches(':') {
        "UPDATED" | "Updated" => Some(ZoneSubtype::Updated),
        "PUBLISHED" | "CREATED" | "Published" | "|" => Some(ZoneSubtype::Published),
        _ => stamps.first().map(|stamp| stamp.subtype),
    };
    if subtype.is_some() {
        return Some((ZoneKind::Dateline, subtype));
    }
    let sharing = words.starts_with("Follow @");
    sharing.then_some((ZoneKind::Boilerplate, Some(ZoneSubtype::Sharing)))
}

fn visible(text: Text<'_>, start: u32, end: u32) -> Option<Span> {
    let words = text.slice(Span::new(start, end));
    let first = words.find(is_visible)?;
    let last = words.trim_end_matches(|c| !is_visible(c)).len();
    Some(Span::new(start + first as u32, start + last as u32))
}

/// Parts between full stops that white space follows.
struct Parts<'t> {
    text: Text<'t>,
    at: usize,
    end: usize,
}

impl Iterator for Parts<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let window = self.end.min(self.at + LONGEST_PART);
        let bytes = self.text.bytes().get(self.at..window)?;
        let lead = bytes.iter().take_while(|byte| **byte == b' ').count();
        let stop = bytes.windows(2).position(|pair| pair == b". ")?;
        let part = self.text.span(self.at + lead.min(stop)..self.at + stop)?;
        let words = self.text.slice(part).trim_end();
        self.at += stop + 2;
        Some(Span::new(part.start, part.start + words.len() as u32))
    }
}
