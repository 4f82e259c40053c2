//! Which quotation marks open, which close, and what they enclose.
//!
//! Two passes over the marks of the story, both linear: double marks first,
//! over the whole article, since a quotation may run over paragraphs; then
//! single marks, paragraph by paragraph, outside what double marks enclose.
//! The state never leaves a paragraph unless the next one takes the quotation
//! up, so that one lost mark spoils one quotation and not the rest.

use onrecord_core::layers::{Sentences, Token, TokenKind, Tokens};
use onrecord_core::{Span, Text};

use crate::story::{Story, StoryParagraph};

/// Words between two marks, in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Without the marks, trimmed.
    pub(crate) inner: Span,
    /// Token indices including the marks.
    pub(crate) tokens: std::ops::Range<usize>,
    /// Index into the story's paragraphs.
    pub(crate) paragraph: usize,
    /// Whether the closing mark is there.
    pub(crate) closed: bool,
    /// Segments of one quotation over several paragraphs share a number.
    pub(crate) chain: u32,
}

/// Leading apostrophes that look like opening marks.
const CLIPPED: &[&str] = &[
    "em", "til", "till", "tis", "twas", "cause", "bout", "round", "cos", "n",
];

/// Reads the marks of a story; the segments are in order and do not overlap.
pub(crate) fn read_marks(
    text: Text<'_>,
    tokens: &Tokens,
    sentences: &Sentences,
    story: &Story,
) -> Vec<Segment> {
    let mut reader = Reader {
        text,
        tokens: &tokens.items,
        sentences,
        segments: Vec::new(),
        chains: 0,
    };
    reader.read_doubles(story);
    let doubles = std::mem::take(&mut reader.segments);
    reader.read_singles(story, &doubles);
    let singles = std::mem::take(&mut reader.segments);
    merge(doubles, singles)
}

/// Both kinds in order. Double marks inside single ones are part of these.
fn merge(doubles: Vec<Segment>, singles: Vec<Segment>) -> Vec<Segment> {
    let mut all = Vec::with_capacity(doubles.len() + singles.len());
    let mut doubles = doubles.into_iter().peekable();
    for single in singles {
        while let Some(double) = doubles.next_if(|d| d.tokens.start < single.tokens.start) {
            all.push(double);
        }
        while doubles
            .next_if(|double| double.tokens.end <= single.tokens.end)
            .is_some()
        {}
        all.push(single);
    }
    all.extend(doubles);
    all
}

/// What a mark looks like from its neighbours alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

/// A quotation that is open.
#[derive(Clone, Copy)]
struct Open {
    /// First token, the mark itself if there is one.
    token: usize,
    /// Where the words begin.
    inner: u32,
    chain: u32,
}

struct Reader<'t> {
    text: Text<'t>,
    tokens: &'t [Token],
    sentences: &'t Sentences,
    segments: Vec<Segment>,
    chains: u32,
}

impl Reader<'_> {
    fn char_of(&self, token: usize) -> char {
        self.text
            .slice(self.tokens[token].span)
            .chars()
            .next()
            .unwrap_or(' ')
    }

    fn is_mark(&self, token: usize) -> bool {
        self.tokens[token].kind == TokenKind::Mark
    }

    /// How many tokens make a double mark here: one, two for `` and '', or none.
    fn double_width(&self, token: usize) -> usize {
        if !self.is_mark(token) {
            return 0;
        }
        let c = self.char_of(token);
        if matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂') {
            return 1;
        }
        let twin = self.tokens.get(token + 1).is_some_and(|next| {
            next.kind == TokenKind::Mark && next.span.start == self.tokens[token].span.end
        });
        let paired = matches!(c, '`' | '\'') && twin && self.char_of(token + 1) == c;
        if paired { 2 } else { 0 }
    }

    fn is_single(&self, token: usize) -> bool {
        self.is_mark(token) && self.double_width(token) == 0
    }

    fn char_before(&self, token: usize) -> Option<char> {
        let before = self
            .text
            .as_str()
            .get(..self.tokens[token].span.start as usize)?;
        before.chars().next_back()
    }

    /// Whether the place before a token invites an opening mark.
    fn open_before(&self, token: usize) -> bool {
        self.char_before(token).is_none_or(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\u{FEFF}'
                )
        })
    }

    fn char_after(&self, token: usize) -> Option<char> {
        let behind = self
            .text
            .as_str()
            .get(self.tokens[token].span.end as usize..)?;
        behind.chars().next()
    }

    fn text_after(&self, token: usize) -> bool {
        self.char_after(token).is_some_and(|c| {
            c.is_alphanumeric()
                || matches!(
                    c,
                    '[' | '’'
                        | '('
                        | '…'
                        | '.'
                        | '‘'
                        | '“'
                        | '\''
                        | '"'
                        | '£'
                        | '$'
                        | '€'
                        | '#'
                        | '@'
                        | '-'
                        | '—'
                        | '–'
                )
        })
    }

    fn double_shape(&self, token: usize, width: usize) -> Shape {
        let opens = self.open_before(token) && self.text_after(token + width - 1);
        let closes = !self.open_before(token)
            && !self
                .char_after(token + width - 1)
                .is_some_and(char::is_alphanumeric);
        match self.char_of(token) {
            '“' | '„' | '«' | '`' if !closes => Shape::Opens,
            '”' | '»' if !opens => Shape::Closes,
            _ if opens && !closes => Shape::Opens,
            _ if closes && !opens => Shape::Closes,
            _ => Shape::Either,
        }
    }

    fn read_doubles(&mut self, story: &Story) {
        let mut open: Option<Open> = None;
        for (index, paragraph) in story.paragraphs.iter().enumerate() {
            let mut token = paragraph.tokens.start;
            if let Some(carried) = open.take() {
                let width = self.double_width(token);
                let next = story.paragraphs.get(index + 1);
                if !paragraph.body {
                    // Headline and standfirst stand alone.
                } else if width > 0 && self.double_shape(token, width) != Shape::Closes {
                    let inner = self.tokens[token + width - 1].span.end;
                    open = Some(Open {
                        token,
                        inner,
                        chain: carried.chain,
                    });
                    token += width;
                } else if self.carries_on(paragraph, next) {
                    let inner = paragraph.span.start;
                    open = Some(Open {
                        token,
                        inner,
                        chain: carried.chain,
                    });
                }
            }
            open = self.read_double_paragraph(paragraph, index, token, open);
            if !paragraph.body {
                open = None;
            }
        }
    }

    /// Reads one paragraph from `token` on; returns what is open at its end.
    fn read_double_paragraph(
        &mut self,
        paragraph: &StoryParagraph,
        index: usize,
        mut token: usize,
        mut open: Option<Open>,
    ) -> Option<Open> {
        let mut last_end = paragraph.span.start;
        while token < paragraph.tokens.end {
            let width = self.double_width(token);
            if width == 0 {
                token += 1;
                continue;
            }
            if open.is_none() && self.is_measure(token) {
                token += 1;
                continue;
            }
            let shape = self.double_shape(token, width);
            let begins = match shape {
                Shape::Opens => true,
                Shape::Closes => false,
                Shape::Either => open.is_none(),
            };
            let behind = self.tokens[token + width - 1].span.end;
            if begins {
                // Two paragraphs glued together: “A. “B.” is one quotation.
                let glued = open.filter(|_| self.tokens[token - 1].kind == TokenKind::Stop);
                if let Some(lost) = open {
                    self.close_before(lost, token, index);
                }
                let chain = glued.map_or_else(|| self.next_chain(), |glued| glued.chain);
                open = Some(Open {
                    token,
                    inner: behind,
                    chain,
                });
            } else {
                let begun = open.take().or_else(|| self.lost_opening(token, last_end));
                if let Some(begun) = begun {
                    let inner = Span::new(begun.inner, self.tokens[token].span.start);
                    self.push(begun, inner, token + width, index, true);
                }
            }
            last_end = behind;
            token += width;
        }
        if let Some(begun) = open {
            let inner = Span::new(begun.inner, paragraph.span.end);
            self.push(begun, inner, paragraph.tokens.end, index, false);
        }
        open
    }

    /// Inches: a straight mark behind a figure that closes nothing.
    fn is_measure(&self, token: usize) -> bool {
        let before = (self.tokens[token].span.start as usize).checked_sub(1);
        let figure = before.is_some_and(|at| self.text.bytes()[at].is_ascii_digit());
        figure && matches!(self.char_of(token), '"' | '″')
    }

    fn next_chain(&mut self) -> u32 {
        self.chains += 1;
        self.chains
    }

    /// Whether a paragraph without an opening mark is inside the open
    /// quotation: it closes what it does not open, or it speaks in the first
    /// person and the next paragraph takes the quotation up again.
    fn carries_on(&self, paragraph: &StoryParagraph, next: Option<&StoryParagraph>) -> bool {
        let first = paragraph
            .tokens
            .clone()
            .find(|&token| self.double_width(token) > 0);
        if let Some(mark) = first {
            return self.double_shape(mark, self.double_width(mark)) == Shape::Closes;
        }
        let taken_up = next.is_some_and(|next| {
            let mark = next.tokens.start;
            let width = self.double_width(mark);
            next.body && width > 0 && self.double_shape(mark, width) != Shape::Closes
        });
        taken_up
            && paragraph.tokens.clone().any(|token| {
                matches!(
                    self.text.slice(self.tokens[token].span),
                    "I" | "We" | "we" | "us" | "our" | "Our" | "my" | "My" | "me"
                )
            })
    }

    /// Ends a quotation whose closing mark is lost at the last full stop
    /// before the mark that opens the next one.
    fn close_before(&mut self, lost: Open, mark: usize, paragraph: usize) {
        let window = lost.token + 1..mark;
        let stop = window
            .rev()
            .find(|&token| self.tokens[token].kind == TokenKind::Stop);
        let end = stop.map_or(mark, |stop| stop + 1);
        let inner = Span::new(lost.inner, self.tokens[end - 1].span.end);
        self.push(lost, inner, end, paragraph, false);
    }

    /// The beginning of a quotation whose opening mark is lost: its sentence.
    fn lost_opening(&mut self, mark: usize, last_end: u32) -> Option<Open> {
        let before = self.tokens[mark].span.start.checked_sub(1)?;
        let sentence = &self.sentences.items[self.sentences.at(before)?.index()];
        if sentence.span.start < last_end {
            return None;
        }
        let token = sentence.token_range().start;
        Some(Open {
            token,
            inner: sentence.span.start,
            chain: self.next_chain(),
        })
    }

    fn push(&mut self, open: Open, inner: Span, end: usize, paragraph: usize, closed: bool) {
        let words = self.text.slice(inner);
        let front = words.len() - words.trim_start().len();
        let start = inner.start + front as u32;
        let inner = Span::new(start, start + words.trim().len() as u32);
        if !inner.is_empty() {
            let tokens = open.token..end;
            self.segments.push(Segment {
                inner,
                tokens,
                paragraph,
                closed,
                chain: open.chain,
            });
        }
    }

    fn read_singles(&mut self, story: &Story, doubles: &[Segment]) {
        let mut carried: Option<Open> = None;
        let mut doubles = doubles.iter().peekable();
        for (index, paragraph) in story.paragraphs.iter().enumerate() {
            let mut marks = Vec::new();
            let mut token = paragraph.tokens.start;
            while token < paragraph.tokens.end {
                while doubles
                    .next_if(|double| double.tokens.end <= token)
                    .is_some()
                {}
                match doubles.peek() {
                    Some(double) if double.tokens.contains(&token) => token = double.tokens.end,
                    _ => {
                        if self.is_single(token) {
                            marks.push(token);
                        }
                        token += 1;
                    }
                }
            }
            let next = story.paragraphs.get(index + 1);
            let taken_up = next.is_some_and(|next| {
                let first = next.tokens.start;
                next.body && self.is_single(first) && self.single_opens(first)
            });
            carried = self.read_single_paragraph(paragraph, index, &marks, (carried, taken_up));
        }
    }

    fn read_single_paragraph(
        &mut self,
        paragraph: &StoryParagraph,
        index: usize,
        marks: &[usize],
        (carried, taken_up): (Option<Open>, bool),
    ) -> Option<Open> {
        let mut open: Option<Open> = None;
        for (position, &mark) in marks.iter().enumerate() {
            if self.single_opens(mark) {
                let first = mark == paragraph.tokens.start;
                if open.is_none_or(|pending| pending.token != paragraph.tokens.start) {
                    let chain = match carried {
                        Some(carried) if first && paragraph.body => carried.chain,
                        _ => self.next_chain(),
                    };
                    open = Some(Open {
                        token: mark,
                        inner: self.tokens[mark].span.end,
                        chain,
                    });
                }
            } else if let Some(begun) = open
                && self.single_closes(mark)
                && !self.is_possessive(
                    mark,
                    marks.get(position + 1).copied(),
                    taken_up && begun.token == paragraph.tokens.start,
                )
            {
                let inner = Span::new(begun.inner, self.tokens[mark].span.start);
                self.push(begun, inner, mark + 1, index, true);
                open = None;
            }
        }
        // Only a quotation that fills its paragraph, that the next one takes
        // up, or that a colon introduces, may run on.
        let begun = open.filter(|begun| {
            let first = begun.token == paragraph.tokens.start;
            paragraph.body && (taken_up || first || self.follows_colon(begun.token))
        })?;
        if self.ends_sentence(paragraph) {
            let inner = Span::new(begun.inner, paragraph.span.end);
            self.push(begun, inner, paragraph.tokens.end, index, false);
            return Some(begun);
        }
        None
    }

    fn follows_colon(&self, mark: usize) -> bool {
        let before = mark.checked_sub(1);
        before.is_some_and(|before| self.text.slice(self.tokens[before].span) == ":")
    }

    fn ends_sentence(&self, paragraph: &StoryParagraph) -> bool {
        let last = paragraph.tokens.end.checked_sub(1);
        last.is_some_and(|last| self.tokens[last].kind == TokenKind::Stop)
    }

    fn single_opens(&self, mark: usize) -> bool {
        let c = self.char_of(mark);
        if c == '’' || c == '›' || !self.open_before(mark) || !self.text_after(mark) {
            return false;
        }
        self.tokens.get(mark + 1).is_none_or(|next| {
            let word = self.text.slice(next.span);
            let decade = next.kind == TokenKind::Number && word.ends_with('s');
            !decade
                && !CLIPPED
                    .iter()
                    .any(|clipped| word.eq_ignore_ascii_case(clipped))
        })
    }

    fn single_closes(&self, mark: usize) -> bool {
        let free = !self.char_after(mark).is_some_and(char::is_alphanumeric);
        // "I never—' he began": a dash breaks off.
        let broken =
            matches!(self.char_before(mark), Some('—' | '–' | '-')) && !self.text_after(mark);
        self.char_of(mark) != '‘' && (broken || !self.open_before(mark)) && free
    }

    /// Whether a closing mark behind an s is the possessive of a plural: the
    /// phrase goes on in lower case, and another mark can close the quotation,
    /// or the next paragraph takes it up.
    fn is_possessive(&self, mark: usize, next_mark: Option<usize>, runs_on: bool) -> bool {
        let before = self.tokens[mark].span.start as usize;
        let plural = before > 0 && matches!(self.text.bytes()[before - 1], b's' | b'S');
        let goes_on = self.char_after(mark) == Some(' ')
            && self
                .tokens
                .get(mark + 1)
                .is_some_and(|next| next.kind == TokenKind::Word && !next.case.starts_upper());
        let closed_later =
            next_mark.is_some_and(|next| self.single_closes(next) && !self.single_opens(next));
        plural && goes_on && (closed_later || runs_on)
    }
}
