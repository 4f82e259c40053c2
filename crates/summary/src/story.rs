//! The sentences an article's author wrote for its story, with their terms.

use std::collections::HashSet;
use std::ops::Range;

use onrecord_core::layers::{
    Entities, Mentions, Paragraphs, Quotes, Sentences, TokenKind, Tokens, ZoneKind, Zones,
};
use onrecord_core::{Budget, ProcessError, Span, Text};

use crate::lexicon::{Lexicon, WordId, Words};
use crate::lists::Lists;
use crate::terms::TermId;

/// What the summariser reads.
#[derive(Clone, Copy)]
pub(crate) struct Layers<'d> {
    pub(crate) text: Text<'d>,
    pub(crate) zones: &'d Zones,
    pub(crate) paragraphs: &'d Paragraphs,
    pub(crate) tokens: &'d Tokens,
    pub(crate) sentences: &'d Sentences,
    pub(crate) mentions: Option<&'d Mentions>,
    pub(crate) entities: Option<&'d Entities>,
    pub(crate) quotes: Option<&'d Quotes>,
}

/// A sentence of the standfirst or the body.
pub(crate) struct StorySentence {
    /// Its index in the sentence layer.
    pub(crate) index: usize,
    /// Where.
    pub(crate) span: Span,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// The paragraph's index.
    pub(crate) paragraph: usize,
    /// Words as white space divides them.
    pub(crate) words: u32,
    /// Code points.
    pub(crate) characters: u32,
    /// Its distinct terms, a range of [`Story::terms`].
    terms: Range<usize>,
}

/// What is known of a term.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TermUse {
    /// In how many story sentences it stands.
    pub(crate) sentences: u32,
    /// The first of them.
    pub(crate) first: u32,
    /// Whether the headline has it.
    pub(crate) headline: bool,
    /// How often it is written with a capital where no sentence begins.
    pub(crate) capitals: u32,
    /// How often it stands in the story.
    pub(crate) count: u32,
}

/// An article cut down to its story.
pub(crate) struct Story<'l> {
    /// In the order of the text.
    pub(crate) sentences: Vec<StorySentence>,
    /// By [`TermId`].
    pub(crate) uses: Vec<TermUse>,
    /// Words in all story sentences.
    pub(crate) words: u64,
    /// The terms of each sentence, distinct and sorted.
    terms: Vec<TermId>,
    lexicon: Lexicon<'l>,
    /// By token, in the story's sentences.
    token_words: Vec<WordId>,
}

impl<'l> Story<'l> {
    /// Reads the story. One unit of budget per token.
    pub(crate) fn read(
        layers: &Layers<'_>,
        lists: &'l Lists,
        budget: &Budget,
    ) -> Result<Self, ProcessError> {
        let mut story = Self {
            sentences: Vec::new(),
            uses: Vec::new(),
            words: 0,
            terms: Vec::new(),
            lexicon: Lexicon::new(lists),
            token_words: vec![0; layers.tokens.items.len()],
        };
        let mut seen = HashSet::new();
        for (index, sentence) in layers.sentences.items.iter().enumerate() {
            let zone = layers.paragraphs.items[sentence.paragraph.index()].zone;
            let kind = layers.zones.kind(zone);
            let slice = layers.text.slice(sentence.span);
            // A standfirst repeated as body counts once.
            let repeated = kind != ZoneKind::Headline && !seen.insert(slice);
            if !kind.is_story() || repeated {
                continue;
            }
            let tokens = sentence.token_range();
            budget.spend(tokens.len() as u64 + 1)?;
            story.note_tokens(layers, tokens.clone(), kind);
            if kind == ZoneKind::Headline {
                continue;
            }
            let terms = story.distinct_terms(tokens.clone());
            let words = slice.split_whitespace().count() as u32;
            story.words += u64::from(words);
            story.sentences.push(StorySentence {
                index,
                span: sentence.span,
                tokens,
                paragraph: sentence.paragraph.index(),
                words,
                characters: slice.chars().count() as u32,
                terms,
            });
        }
        Ok(story)
    }

    /// The distinct terms of a sentence, sorted.
    pub(crate) fn terms_of(&self, sentence: &StorySentence) -> &[TermId] {
        &self.terms[sentence.terms.clone()]
    }

    /// The term of a token of the story.
    pub(crate) fn term_at(&self, token: usize) -> Option<TermId> {
        self.lexicon.word(self.token_words[token]).term
    }

    /// Tokens of the story as words.
    pub(crate) fn words_at(&self, tokens: Range<usize>) -> Words<'_> {
        Words {
            lexicon: &self.lexicon,
            ids: &self.token_words[tokens],
        }
    }

    fn note_tokens(&mut self, layers: &Layers<'_>, tokens: Range<usize>, kind: ZoneKind) {
        let mut begins = true;
        for at in tokens {
            let token = &layers.tokens.items[at];
            let id = self.lexicon.number(layers.text, token);
            self.token_words[at] = id;
            self.uses.resize(self.lexicon.terms(), TermUse::default());
            if let Some(term) = self.lexicon.word(id).term {
                let note = &mut self.uses[term as usize];
                if kind == ZoneKind::Headline {
                    note.headline = true;
                } else {
                    note.count += 1;
                    note.capitals += u32::from(!begins && token.case.starts_upper());
                }
            }
            begins &= !matches!(token.kind, TokenKind::Word | TokenKind::Number);
        }
    }

    fn distinct_terms(&mut self, tokens: Range<usize>) -> Range<usize> {
        let mut terms: Vec<TermId> = tokens.filter_map(|at| self.term_at(at)).collect();
        terms.sort_unstable();
        terms.dedup();
        let number = self.sentences.len() as u32;
        for term in &terms {
            let note = &mut self.uses[*term as usize];
            if note.sentences == 0 {
                note.first = number;
            }
            note.sentences += 1;
        }
        let start = self.terms.len();
        self.terms.append(&mut terms);
        start..self.terms.len()
    }
}
