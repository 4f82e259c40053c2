//! A page being sorted: its lines, what each is like and what it has been found to be.

use onrecord_core::layers::{ZoneKind, ZoneSubtype};
use onrecord_core::{Budget, ProcessError, Span, Text};

use crate::dates::{self, Stamp};
use crate::furniture::{Opens, caption_label, furniture};
use crate::lines::Line;

/// A finished line at least this long is a paragraph of prose.
const PROSE: u32 = 60;
/// Longer lines are prose, finished or not.
const LONGEST_LABEL: u32 = 250;

/// What a line has been found to be.
pub(crate) type Label = (ZoneKind, Option<ZoneSubtype>);

/// A line with its features.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    /// Whether an empty line stands before it.
    pub(crate) apart: bool,
    /// Whether it is one of two copies glued together.
    pub(crate) glued: bool,
    /// Whether it ends as a sentence does.
    pub(crate) ends: bool,
    /// What it says of the lines behind it.
    pub(crate) opens: Opens,
    /// The dates in it, if it holds nothing else.
    pub(crate) stamps: Vec<Stamp>,
    /// None as long as it may be body.
    pub(crate) label: Option<Label>,
}

impl Piece {
    /// A paragraph of the story by its looks.
    pub(crate) fn is_prose(&self) -> bool {
        self.label.is_none()
            && (self.span.len() > LONGEST_LABEL || self.ends && self.span.len() >= PROSE)
    }
}

/// All lines of a text.
#[derive(Debug)]
pub(crate) struct Page<'t> {
    pub(crate) text: Text<'t>,
    pub(crate) pieces: Vec<Piece>,
}

impl<'t> Page<'t> {
    /// Looks at each line by itself.
    pub(crate) fn new(
        text: Text<'t>,
        lines: &[Line],
        budget: &Budget,
    ) -> Result<Self, ProcessError> {
        let mut pieces = Vec::with_capacity(lines.len());
        for line in lines {
            budget.spend(4)?;
            pieces.push(piece(text, line));
        }
        Ok(Self { text, pieces })
    }

    /// The words of a line.
    pub(crate) fn words(&self, at: usize) -> &'t str {
        self.text.slice(self.pieces[at].span)
    }

    /// Labels a line that has no label yet.
    pub(crate) fn label(&mut self, at: usize, kind: ZoneKind, subtype: Option<ZoneSubtype>) {
        self.pieces[at].label.get_or_insert((kind, subtype));
    }

    /// Whether a line is still open.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        self.pieces
            .get(at)
            .is_some_and(|piece| piece.label.is_none())
    }

    /// The first paragraph of prose from `from` on.
    pub(crate) fn first_prose(&self, from: usize) -> Option<usize> {
        (from..self.pieces.len()).find(|&at| self.pieces[at].is_prose())
    }
}

fn piece(text: Text<'_>, line: &Line) -> Piece {
    let words = text.slice(line.span);
    let mut piece = Piece {
        span: line.span,
        apart: line.apart,
        glued: line.glued,
        ends: ends_sentence(words),
        opens: Opens::Nothing,
        stamps: Vec::new(),
        label: None,
    };
    if line.span.len() > 2 * LONGEST_LABEL {
        return piece;
    }
    if let Some(opens) = caption_label(words) {
        piece.opens = opens;
        let label = if opens == Opens::Caption {
            ZoneKind::Boilerplate
        } else {
            ZoneKind::Caption
        };
        piece.label = Some((label, None));
    } else if let Some(found) = furniture(words, piece.ends) {
        piece.opens = found.opens;
        piece.label = Some((found.kind, found.subtype));
    } else if words.bytes().any(|byte| byte.is_ascii_digit()) {
        piece.stamps = dates::stamps(text, line.span);
    }
    piece
}

/// Whether the line ends in a stop, marks and brackets aside. A line cut off
/// with `...` does not; neither does a label.
fn ends_sentence(line: &str) -> bool {
    let closes = |c: char| "\"'”’“‘`´»›)]″′".contains(c) || c.is_whitespace();
    let bare = line.trim_end_matches(closes);
    let cut_off = bare.ends_with("...") || bare.ends_with('…');
    bare.ends_with(['.', '!', '?']) && !cut_off
        // `,” she said` is no end, `over,”` is one: the cue stands elsewhere.
        || bare.len() < line.len() && bare.ends_with([',', '…'])
}

/// Whether a line stops short of the word or clause that has to follow.
pub(crate) fn expects_more(line: &str) -> bool {
    line.ends_with([':', ',', ';', '-', '–', '—'])
}

/// Whether a line begins or ends with a quotation mark.
pub(crate) fn is_quoted(line: &str) -> bool {
    line.starts_with(['"', '\'', '“', '‘', '„', '«', '‹', '`', '”'])
}
