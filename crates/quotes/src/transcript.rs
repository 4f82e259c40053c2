//! Interviews and minutes: lines that begin with who speaks.
//!
//! `DUNNE: We had no choice.`, `Q: Why now?`, `((WN)) How did it begin?`. A
//! single such line may be a heading, so an article needs two of them.

use onrecord_core::layers::{Case, Label, Mentions, TokenKind, Tokens};
use onrecord_core::{Span, Text};

use crate::story::{Story, StoryParagraph};

/// Words a label may have.
const MAX_LABEL: usize = 4;

/// A line of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Who speaks, as written.
    pub(crate) label: Span,
    /// What is said.
    pub(crate) speech: Span,
}

/// The transcript lines of a story, by paragraph; empty if it is no transcript.
pub(crate) fn read_lines(
    text: Text<'_>,
    tokens: &Tokens,
    mentions: &Mentions,
    story: &Story,
) -> Vec<Option<Line>> {
    let line = |paragraph: &StoryParagraph| {
        let line = labelled(text, tokens, paragraph);
        let line = line.or_else(|| named(text, tokens, mentions, paragraph));
        line.filter(|line| paragraph.body && !line.speech.is_empty())
    };
    let lines: Vec<Option<Line>> = story.paragraphs.iter().map(line).collect();
    if lines.iter().flatten().count() < 2 {
        Vec::new()
    } else {
        lines
    }
}

/// "Mara Dunne: We had no choice.": a person's name and a colon. What is in
/// quotation marks behind the colon is no transcript.
fn named(
    text: Text<'_>,
    tokens: &Tokens,
    mentions: &Mentions,
    paragraph: &StoryParagraph,
) -> Option<Line> {
    let mention = &mentions.items[mentions.within(paragraph.span)].first()?;
    let label = mention.with_title();
    if mention.label != Label::Person || label.start != paragraph.span.start {
        return None;
    }
    let inside = &tokens.items[paragraph.tokens.clone()];
    let colon = inside.partition_point(|token| token.span.start < label.end);
    let speech = inside.get(colon + 1)?;
    let introduced = text.slice(inside[colon].span) == ":" && speech.kind != TokenKind::Mark;
    introduced.then(|| Line {
        label,
        speech: Span::new(speech.span.start, paragraph.span.end),
    })
}

fn labelled(text: Text<'_>, tokens: &Tokens, paragraph: &StoryParagraph) -> Option<Line> {
    let inside = &tokens.items[paragraph.tokens.clone()];
    let is = |index: usize, mark: &str| {
        inside
            .get(index)
            .is_some_and(|t| text.slice(t.span) == mark)
    };
    let bracketed = is(0, "(") && is(1, "(");
    let first = if bracketed { 2 } else { 0 };
    let named = |index: usize| {
        inside.get(index).is_some_and(|token| {
            let capital = token.case == Case::Upper || (bracketed && token.case.starts_upper());
            let letter = token.span.len() == 1 && token.case.starts_upper();
            token.kind == TokenKind::Word && (capital || letter)
        })
    };
    let mut end = first;
    while end < first + MAX_LABEL && named(end) {
        end += 1;
    }
    if end == first {
        return None;
    }
    let mut behind = end;
    if bracketed {
        if !(is(end, ")") && is(end + 1, ")")) {
            return None;
        }
        behind += 2;
    }
    let colon = is(behind, ":");
    if !(colon || bracketed) {
        return None;
    }
    let speech = inside.get(behind + usize::from(colon))?;
    Some(Line {
        label: inside[first].span.cover(inside[end - 1].span),
        speech: Span::new(speech.span.start, paragraph.span.end),
    })
}
