//! The article as the cue rules see it: sentences of units, in which a quoted
//! segment, a name with its title or a date is one unit whatever its length.

use std::ops::Range;

use onrecord_core::layers::{Label, Mention, Mentions, Sentences, Token, TokenKind, Tokens};
use onrecord_core::{Span, Text};

use crate::marks::Segment;
use crate::story::Story;
use crate::verbs::{CueVerb, cue_verb};
use crate::words::{Folded, WordClass, word_class};

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// A name, with its title if it is a person's; index into the mentions.
    Name(usize),
    /// A date or time.
    When,
    /// An amount, number or address.
    Amount,
    /// Words in quotation marks; index into the segments.
    Quoted(usize),
    /// "according to", "in the words of".
    According,
    /// Any other word.
    Word(WordClass),
    /// A possessive ending.
    Possessive,
    Comma,
    Colon,
    Semicolon,
    Dash,
    OpenBracket,
    CloseBracket,
    Stop,
    /// Marks without a partner, signs.
    Other,
}

/// A piece of a narrated sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) kind: UnitKind,
    pub(crate) span: Span,
    /// The cue verb this word can be a form of.
    pub(crate) verb: Option<CueVerb>,
}

impl Unit {
    pub(crate) fn is(&self, class: WordClass) -> bool {
        self.kind == UnitKind::Word(class)
    }

    pub(crate) fn segment(&self) -> Option<usize> {
        if let UnitKind::Quoted(segment) = self.kind {
            Some(segment)
        } else {
            None
        }
    }

    pub(crate) fn name(&self) -> Option<usize> {
        if let UnitKind::Name(mention) = self.kind {
            Some(mention)
        } else {
            None
        }
    }
}

/// A sentence of the narration. What is quoted in it may hold many sentences.
#[derive(Clone, Debug)]
pub(crate) struct Narrated {
    /// Its units.
    pub(crate) units: Range<usize>,
    /// Index into the story's paragraphs.
    pub(crate) paragraph: usize,
}

/// The whole story as units.
#[derive(Debug, Default)]
pub(crate) struct Narration {
    pub(crate) units: Vec<Unit>,
    pub(crate) sentences: Vec<Narrated>,
}

/// Cuts the story into units and narrated sentences. Linear.
pub(crate) fn narrate(
    text: Text<'_>,
    tokens: &Tokens,
    sentences: &Sentences,
    mentions: &Mentions,
    story: &Story,
    segments: &[Segment],
) -> Narration {
    let mut builder = Builder {
        text,
        tokens: &tokens.items,
        names: units_of_mentions(mentions),
        next_name: 0,
        next_segment: 0,
        out: Narration::default(),
    };
    let mut sentence = 0;
    for (index, paragraph) in story.paragraphs.iter().enumerate() {
        while sentences
            .items
            .get(sentence)
            .is_some_and(|s| s.span.end <= paragraph.span.start)
        {
            sentence += 1;
        }
        builder.paragraph(index, &paragraph.tokens, sentences, &mut sentence, segments);
    }
    builder.out
}

/// A mention with its title as one span.
struct NamedSpan {
    span: Span,
    kind: UnitKind,
}

fn units_of_mentions(mentions: &Mentions) -> Vec<NamedSpan> {
    let mut spans: Vec<NamedSpan> = mentions
        .items
        .iter()
        .enumerate()
        .map(|(index, mention)| NamedSpan {
            span: mention.with_title(),
            kind: kind_of_mention(index, mention),
        })
        .collect();
    spans.sort_by_key(|named| named.span);
    // A name inside a title ("US President …") is part of it.
    let mut end = 0;
    spans.retain(|named| {
        let free = named.span.start >= end;
        end = end.max(named.span.end);
        free
    });
    spans
}

fn kind_of_mention(index: usize, mention: &Mention) -> UnitKind {
    match mention.label {
        Label::Date | Label::Time => UnitKind::When,
        label if label.is_name() => UnitKind::Name(index),
        _ => UnitKind::Amount,
    }
}

struct Builder<'t> {
    text: Text<'t>,
    tokens: &'t [Token],
    names: Vec<NamedSpan>,
    next_name: usize,
    next_segment: usize,
    out: Narration,
}

impl Builder<'_> {
    fn paragraph(
        &mut self,
        index: usize,
        tokens: &Range<usize>,
        sentences: &Sentences,
        sentence: &mut usize,
        segments: &[Segment],
    ) {
        let mut first = self.out.units.len();
        let mut token = tokens.start;
        while token < tokens.end {
            let at = self.tokens[token].span.start;
            while sentences
                .items
                .get(*sentence)
                .is_some_and(|s| s.span.end <= at)
            {
                *sentence += 1;
            }
            // A boundary inside a quoted segment has been passed over with it.
            if sentences
                .items
                .get(*sentence)
                .is_some_and(|s| s.span.start == at)
            {
                self.close_sentence(&mut first, index);
            }
            while segments
                .get(self.next_segment)
                .is_some_and(|s| s.tokens.end <= token)
            {
                self.next_segment += 1;
            }
            token = match segments.get(self.next_segment) {
                Some(segment) if segment.tokens.start == token => {
                    let span = Span::new(at, self.tokens[segment.tokens.end - 1].span.end);
                    self.push(UnitKind::Quoted(self.next_segment), span);
                    segment.tokens.end
                }
                Some(segment) => self.unit(token, segment.tokens.start),
                None => self.unit(token, tokens.end),
            };
        }
        self.close_sentence(&mut first, index);
    }

    fn close_sentence(&mut self, first: &mut usize, paragraph: usize) {
        let units = *first..self.out.units.len();
        if !units.is_empty() {
            *first = units.end;
            self.out.sentences.push(Narrated { units, paragraph });
        }
    }

    fn push(&mut self, kind: UnitKind, span: Span) {
        self.out.units.push(Unit {
            kind,
            span,
            verb: None,
        });
    }

    /// Adds the unit that begins at `token`, which ends before token `limit`;
    /// returns the token behind it.
    fn unit(&mut self, token: usize, limit: usize) -> usize {
        let span = self.tokens[token].span;
        while self
            .names
            .get(self.next_name)
            .is_some_and(|named| named.span.end <= span.start)
        {
            self.next_name += 1;
        }
        if let Some(named) = self.names.get(self.next_name)
            && named.span.start <= span.start
        {
            let (kind, whole) = (named.kind, named.span);
            let end = (token + 1..limit).find(|&t| self.tokens[t].span.start >= whole.end);
            let end = end.unwrap_or(limit);
            self.push(
                kind,
                Span::new(span.start, self.tokens[end - 1].span.end.min(whole.end)),
            );
            return end;
        }
        match self.tokens[token].kind {
            TokenKind::Word => return self.word(token, limit),
            TokenKind::Clitic => self.clitic(span),
            TokenKind::Number | TokenKind::Url => self.push(UnitKind::Amount, span),
            TokenKind::Stop => self.push(UnitKind::Stop, span),
            TokenKind::Punctuation => {
                let kind = punctuation(self.text.slice(span));
                self.push(kind, span);
            }
            TokenKind::Mark => {
                // A mark without a partner behind an s is a possessive.
                let before = (span.start as usize)
                    .checked_sub(1)
                    .map(|at| self.text.bytes()[at]);
                let owned = before.is_some_and(|byte| byte.eq_ignore_ascii_case(&b's'));
                self.push(
                    if owned {
                        UnitKind::Possessive
                    } else {
                        UnitKind::Other
                    },
                    span,
                );
            }
            TokenKind::Hashtag | TokenKind::Handle | TokenKind::Symbol => {
                self.push(UnitKind::Other, span);
            }
        }
        token + 1
    }

    fn clitic(&mut self, span: Span) {
        let ending = self.text.slice(span);
        let kind = match ending.chars().last() {
            Some('s') => UnitKind::Possessive,
            Some('d' | 'l') => UnitKind::Word(WordClass::Modal),
            _ => UnitKind::Word(WordClass::Auxiliary),
        };
        self.push(kind, span);
    }

    fn word(&mut self, token: usize, limit: usize) -> usize {
        let span = self.tokens[token].span;
        let Some(folded) = Folded::new(self.text.slice(span)) else {
            self.push(UnitKind::Word(WordClass::Other), span);
            return token + 1;
        };
        let folded = folded.as_str();
        let next = (token + 1 < limit).then(|| self.text.slice(self.tokens[token + 1].span));
        if matches!(folded, "according" | "accordingly") && next == Some("to") {
            let whole = span.cover(self.tokens[token + 1].span);
            self.push(UnitKind::According, whole);
            return token + 2;
        }
        let kind = UnitKind::Word(word_class(folded));
        self.out.units.push(Unit {
            kind,
            span,
            verb: cue_verb(folded),
        });
        token + 1
    }
}

fn punctuation(mark: &str) -> UnitKind {
    match mark {
        "," => UnitKind::Comma,
        ":" => UnitKind::Colon,
        ";" => UnitKind::Semicolon,
        "(" | "[" | "{" => UnitKind::OpenBracket,
        ")" | "]" | "}" => UnitKind::CloseBracket,
        "-" | "–" | "—" | "--" | "―" => UnitKind::Dash,
        _ => UnitKind::Other,
    }
}
