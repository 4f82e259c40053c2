//! The different words of one document: each is lower-cased, stemmed and looked
//! up in the lists once, however often it comes.

use std::collections::HashMap;
use std::ops::Range;

use onrecord_core::Text;
use onrecord_core::layers::{Case, Token, TokenKind};

use crate::lists::{Listed, Lists};
use crate::nouns::{Part, part_by_form};
use crate::terms::{TermId, lower_into, stem};

/// Index of a word in [`Lexicon`].
pub(crate) type WordId = u32;

/// A word as all its occurrences have it.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// Its place in the arena of lower-cased words.
    lower: Range<usize>,
    /// Its stem, if it is a content word.
    pub(crate) term: Option<TermId>,
    /// Carries no content.
    pub(crate) is_stop: bool,
    /// What it may be in a noun phrase.
    pub(crate) part: Part,
    /// What the lists say of it.
    pub(crate) listed: Listed,
}

/// The words of a document by number.
#[derive(Debug)]
pub(crate) struct Lexicon<'l> {
    lists: &'l Lists,
    words: Vec<Word>,
    by_form: HashMap<Box<str>, WordId>,
    by_stem: HashMap<Box<str>, TermId>,
    arena: String,
    buffer: String,
}

impl<'l> Lexicon<'l> {
    /// An empty one.
    pub(crate) fn new(lists: &'l Lists) -> Self {
        Self {
            lists,
            words: Vec::new(),
            by_form: HashMap::new(),
            by_stem: HashMap::new(),
            arena: String::new(),
            buffer: String::new(),
        }
    }

    /// The number of a token's word.
    pub(crate) fn number(&mut self, text: Text<'_>, token: &Token) -> WordId {
        lower_into(text.slice(token.span), &mut self.buffer);
        // `US`, `IT` and `WHO` are names where `us`, `it` and `who` are not.
        let is_name =
            token.case == Case::Upper && matches!(self.buffer.as_str(), "us" | "it" | "who");
        if is_name {
            self.buffer.make_ascii_uppercase();
        }
        if let Some(id) = self.by_form.get(self.buffer.as_str()) {
            return *id;
        }
        let id = self.words.len() as WordId;
        self.by_form.insert(self.buffer.as_str().into(), id);
        self.buffer.make_ascii_lowercase();
        let listed = self.lists.get(&self.buffer);
        let is_stop = listed.is_stop && !is_name;
        let start = self.arena.len();
        self.arena.push_str(&self.buffer);
        let word = Word {
            lower: start..self.arena.len(),
            is_stop,
            part: listed.part.unwrap_or_else(|| part_by_form(&self.buffer)),
            listed,
            term: self.term(token, is_stop),
        };
        self.words.push(word);
        id
    }

    /// The term of the new word in the buffer.
    fn term(&mut self, token: &Token, is_stop: bool) -> Option<TermId> {
        let has_content = match token.kind {
            TokenKind::Word => !is_stop && self.buffer.len() > 1,
            TokenKind::Number | TokenKind::Hashtag => !is_stop,
            _ => false,
        };
        if !has_content {
            return None;
        }
        stem(&mut self.buffer);
        let next = self.by_stem.len() as TermId;
        if let Some(term) = self.by_stem.get(self.buffer.as_str()) {
            return Some(*term);
        }
        self.by_stem.insert(self.buffer.as_str().into(), next);
        Some(next)
    }

    /// The word with a number.
    pub(crate) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// A word in lower case, with straight apostrophes.
    pub(crate) fn lower(&self, id: WordId) -> &str {
        let range = self.words[id as usize].lower.clone();
        self.arena.get(range).unwrap_or_default()
    }

    /// How many terms there are.
    pub(crate) fn terms(&self) -> usize {
        self.by_stem.len()
    }
}

/// A run of tokens as words.
#[derive(Clone, Copy)]
pub(crate) struct Words<'s> {
    pub(crate) lexicon: &'s Lexicon<'s>,
    pub(crate) ids: &'s [WordId],
}

impl<'s> Words<'s> {
    /// The word at a token, in lower case; empty behind the last.
    pub(crate) fn lower(&self, at: usize) -> &'s str {
        self.ids.get(at).map_or("", |id| self.lexicon.lower(*id))
    }

    /// The word at a token.
    pub(crate) fn get(&self, at: usize) -> Option<&'s Word> {
        self.ids.get(at).map(|id| self.lexicon.word(*id))
    }

    /// Whether `phrase`, words with a space between, begins at a token.
    pub(crate) fn has_at(&self, at: usize, phrase: &str) -> bool {
        let words = phrase.split(' ').enumerate();
        words.fold(true, |so_far, (i, word)| {
            so_far && self.lower(at + i) == word
        })
    }
}
