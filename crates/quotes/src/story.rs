//! The paragraphs that somebody wrote for the article, without page furniture.

use std::ops::Range;

use onrecord_core::Span;
use onrecord_core::layers::{Paragraphs, Tokens, ZoneKind, Zones};

/// Headline, standfirst and body lines in order.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) paragraphs: Vec<StoryParagraph>,
}

/// One line of the story.
#[derive(Clone, Debug)]
pub(crate) struct StoryParagraph {
    pub(crate) span: Span,
    pub(crate) tokens: Range<usize>,
    /// Whether it is body; headline and standfirst stand alone.
    pub(crate) body: bool,
}

impl Story {
    /// Takes the story out of the page.
    pub(crate) fn new(zones: &Zones, paragraphs: &Paragraphs, tokens: &Tokens) -> Self {
        let mut story = Vec::with_capacity(paragraphs.items.len());
        let mut token = 0;
        for paragraph in &paragraphs.items {
            let start = advance(tokens, token, paragraph.span.start);
            token = advance(tokens, start, paragraph.span.end);
            let kind = zones.kind(paragraph.zone);
            if kind.is_story() && start < token {
                let body = kind == ZoneKind::Body;
                story.push(StoryParagraph {
                    span: paragraph.span,
                    tokens: start..token,
                    body,
                });
            }
        }
        Self { paragraphs: story }
    }
}

/// The first token from `token` on that starts at or behind `offset`.
fn advance(tokens: &Tokens, mut token: usize, offset: u32) -> usize {
    while tokens
        .items
        .get(token)
        .is_some_and(|t| t.span.start < offset)
    {
        token += 1;
    }
    token
}
