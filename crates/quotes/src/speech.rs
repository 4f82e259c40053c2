//! Whether a quoted segment can be speech on its own: the features that tell
//! an utterance from a scare-quoted word, a title or a nickname.

use onrecord_core::Text;
use onrecord_core::layers::{TokenKind, Tokens};

use crate::marks::Segment;

/// What the words inside the marks end with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// A full stop, question mark or the like.
    Stop,
    Comma,
    Other,
}

/// What a segment looks like from inside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    /// Words and numbers.
    pub(crate) words: usize,
    /// Whether it begins with a capital, a bracket or a digit.
    pub(crate) begins: bool,
    /// What it ends with inside the marks.
    pub(crate) ending: Ending,
    /// Whether another segment of the chain precedes or follows it.
    pub(crate) chained: bool,
}

impl Facts {
    /// The facts of every segment.
    pub(crate) fn of_all(text: Text<'_>, tokens: &Tokens, segments: &[Segment]) -> Vec<Self> {
        let chain = |index: usize| segments.get(index).map(|segment| segment.chain);
        segments
            .iter()
            .enumerate()
            .map(|(index, segment)| {
                let own = Some(segment.chain);
                let chained = chain(index + 1) == own
                    || index.checked_sub(1).is_some_and(|i| chain(i) == own);
                Self::of(text, tokens, segment, chained)
            })
            .collect()
    }

    fn of(text: Text<'_>, tokens: &Tokens, segment: &Segment, chained: bool) -> Self {
        let counts = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
        let inside = &tokens.items[segment.tokens.clone()];
        let words = inside.iter().filter(|token| counts(token.kind)).count();
        let inner = text.slice(segment.inner);
        let first = inner
            .chars()
            .find(|c| !matches!(c, '‘' | '“' | '\'' | '"' | '(' | '…' | '.' | ' '));
        let begins = first.is_some_and(|c| c.is_uppercase() || c == '[' || c.is_ascii_digit());
        let last = inner
            .chars()
            .rev()
            .find(|c| !matches!(c, '’' | '”' | '\'' | '"' | ')' | ']' | ' '));
        let ending = match last {
            Some('.' | '!' | '?' | '…') => Ending::Stop,
            Some(',') => Ending::Comma,
            _ => Ending::Other,
        };
        Self {
            words,
            begins,
            ending,
            chained,
        }
    }

    /// A whole utterance that needs no cue beside it.
    pub(crate) fn stands_alone(self) -> bool {
        self.chained || (self.begins && self.ending == Ending::Stop && self.words >= 2)
    }

    /// An utterance if a cue introduces it without punctuation.
    pub(crate) fn follows_cue(self) -> bool {
        self.chained
            || (self.begins && self.words >= 3)
            || (self.ending == Ending::Stop && self.words >= 8)
    }

    /// A sentence, however short: "Nonsense."
    pub(crate) fn stands_whole(self) -> bool {
        self.begins && self.ending == Ending::Stop
    }

    /// An utterance if a cue follows it.
    pub(crate) fn precedes_cue(self) -> bool {
        self.chained
            || self.ending != Ending::Other
            || (self.begins && self.words >= 2)
            || self.words >= 5
    }
}
