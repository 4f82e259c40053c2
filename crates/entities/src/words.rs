//! The tokens of a document with what the lists and the document itself say
//! of each: the ground that every rule here stands on.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use onrecord_core::layers::{
    Case, Paragraphs, Sentences, Token, TokenKind, Tokens, ZoneKind, ZoneSubtype, Zones,
};
use onrecord_core::{Budget, ProcessError, Span, Text};

use crate::datelines::{self, Dateline};
use crate::gazetteer::{self, Classes};
use crate::layout::{self, class};

/// No phrase on any list is longer.
const LONGEST_PHRASE: usize = 12;

/// Tails that make an adjective of a name: "York-based". The name ends before them.
const TAILS: [&str; 44] = [
    "affiliated",
    "aged",
    "aligned",
    "area",
    "backed",
    "based",
    "born",
    "bound",
    "built",
    "chaired",
    "controlled",
    "dominated",
    "educated",
    "era",
    "focused",
    "friendly",
    "funded",
    "held",
    "inspired",
    "language",
    "led",
    "like",
    "linked",
    "listed",
    "made",
    "majority",
    "manufactured",
    "occupied",
    "only",
    "owned",
    "produced",
    "proof",
    "raised",
    "ranked",
    "registered",
    "related",
    "run",
    "specific",
    "speaking",
    "sponsored",
    "style",
    "supported",
    "trained",
    "wide",
];

/// Beginnings written small before a name: "anti-Brexit". The name starts behind them.
const BEGINNINGS: [&str; 10] = [
    "anti", "ex", "mid", "non", "post", "pre", "pro", "then", "trans", "un",
];

/// What the capital of a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Capital {
    /// It has none.
    None,
    /// Nothing: it opens a sentence, or the whole line is in capitals.
    Weak,
    /// The word is, or is part of, a name.
    Strong,
}

/// How often a word is written how in the document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) small: u32,
    /// With a capital where a common word would have none.
    pub(crate) capital: u32,
    /// With a capital, before a genitive.
    pub(crate) genitive: u32,
    /// With a capital, anywhere.
    pub(crate) upper: u32,
}

/// A map keyed by word or phrase hashes, which are mixed already.
pub(crate) type HashedMap<V> = HashMap<u64, V, BuildHasherDefault<Mixed>>;

/// Passes a mixed hash through.
#[derive(Debug, Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

/// The words of one document.
#[derive(Debug)]
pub(crate) struct Words<'d> {
    text: Text<'d>,
    tokens: &'d [Token],
    /// The part of each token that may belong to a name; mostly all of it.
    cores: Vec<Span>,
    hashes: Vec<u64>,
    classes: Vec<Classes>,
    capitals: Vec<Capital>,
    seen: HashedMap<Seen>,
    /// Token ranges of the sentences that may hold names.
    sentences: Vec<Range<usize>>,
    /// In order.
    datelines: Vec<Dateline>,
}

impl<'d> Words<'d> {
    pub(crate) fn new(
        text: Text<'d>,
        (zones, paragraphs, tokens, sentences): (
            &'d Zones,
            &'d Paragraphs,
            &'d Tokens,
            &'d Sentences,
        ),
        budget: &Budget,
    ) -> Result<Self, ProcessError> {
        let tokens = &tokens.items[..];
        budget.spend(4 * tokens.len() as u64)?;
        let cores: Vec<Span> = tokens.iter().map(|token| core(text, token)).collect();
        let hashes: Vec<u64> = cores
            .iter()
            .map(|core| layout::word_hash(text.slice(*core)))
            .collect();
        let classes = hashes
            .iter()
            .zip(tokens)
            .zip(&cores)
            .map(|((hash, token), core)| match token.kind {
                TokenKind::Word | TokenKind::Number => {
                    let classes = gazetteer::classes(layout::extend(layout::EMPTY, *hash));
                    classes.or_else(|| compound(text.slice(*core)))
                }
                _ => Classes::default(),
            })
            .collect();
        let mut words = Self {
            text,
            tokens,
            cores,
            hashes,
            classes,
            capitals: vec![Capital::None; tokens.len()],
            seen: HashedMap::default(),
            sentences: Vec::with_capacity(sentences.items.len()),
            datelines: Vec::new(),
        };
        let mut rest = &sentences.items[..];
        for paragraph in &paragraphs.items {
            let inside = rest.partition_point(|s| s.span.start < paragraph.span.end);
            let (these, others) = rest.split_at(inside);
            rest = others;
            let zone = zones.items[paragraph.zone.index()];
            // A caption that comes again names its people again.
            let furniture = zone.kind == ZoneKind::Boilerplate
                && !matches!(zone.subtype, None | Some(ZoneSubtype::RepeatedCaption));
            if let (Some(first), Some(last), false) = (these.first(), these.last(), furniture) {
                let line = first.token_range().start..last.token_range().end;
                let shouted = words.capitals_say_nothing(line);
                for sentence in these {
                    words.judge_capitals(sentence.token_range(), shouted);
                    words.sentences.push(sentence.token_range());
                }
                if let Some(dateline) = datelines::find(&words, first.token_range()) {
                    let story = dateline.tokens.end..first.token_range().end;
                    words.judge_capitals(story, shouted);
                    words.datelines.push(dateline);
                }
            }
        }
        words.count();
        Ok(words)
    }

    /// Whether a line is in capitals, or in title case as headlines may be.
    fn capitals_say_nothing(&self, line: Range<usize>) -> bool {
        let sentence = (line.clone().next_back())
            .is_some_and(|last| self.tokens[last].kind == TokenKind::Stop);
        let (mut long, mut capital, mut upper, mut known) = (0, 0, 0, 0);
        for index in line {
            let token = &self.tokens[index];
            if token.kind != TokenKind::Word || token.span.len() < 4 {
                continue;
            }
            long += 1;
            capital += u32::from(token.case.starts_upper());
            upper += u32::from(token.case == Case::Upper);
            // Words that would be part of a name as well prove nothing.
            let classes = self.classes[index];
            let common = classes.any(class::COMMON)
                && !classes.any(class::SURNAME | class::GIVEN | class::HEAD | class::TITLE);
            known += u32::from(common && token.case.starts_upper());
        }
        (long >= 2 && upper * 5 >= long * 4) || (!sentence && known >= 2 && capital * 4 >= long * 3)
    }

    fn judge_capitals(&mut self, sentence: Range<usize>, shouted: bool) {
        let mut opening = true;
        for index in sentence {
            let token = &self.tokens[index];
            match token.kind {
                TokenKind::Word => {
                    let behind = self.cores[index].start > token.span.start;
                    if self.is_age(index) {
                        opening = false;
                        continue;
                    }
                    if token.case.starts_upper() || behind || self.has_small_article(index) {
                        // Letters like `HMIC` need no proof where the line has others.
                        let letters = token.case == Case::Upper
                            && token.span.len() > 1
                            && !self.classes[index].any(class::COMMON | class::FUNCTION);
                        let weak = shouted || opening && !letters && !behind;
                        self.capitals[index] = if weak { Capital::Weak } else { Capital::Strong };
                    }
                    opening = false;
                }
                TokenKind::Mark => {
                    // A mark glued to the word before closes, or is an apostrophe.
                    let glued = index > 0 && self.tokens[index - 1].span.end == token.span.start;
                    opening |= !glued;
                }
                TokenKind::Stop => opening = true,
                TokenKind::Punctuation => opening |= matches!(self.str(index), ":" | "[" | "*"),
                TokenKind::Clitic => {}
                _ => opening = false,
            }
        }
    }

    /// `al-Assad`: a capital behind a small article.
    fn has_small_article(&self, index: usize) -> bool {
        self.str(index)
            .split_once('-')
            .is_some_and(|(article, name)| {
                matches!(
                    article,
                    "al" | "el" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "ul" | "bin"
                ) && name.starts_with(char::is_uppercase)
            })
    }

    fn count(&mut self) {
        for (index, token) in self.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word {
                continue;
            }
            let seen = self.seen.entry(self.hashes[index]).or_default();
            if self.capitals[index] == Capital::None {
                seen.small += u32::from(token.case == Case::Lower);
                continue;
            }
            let next = self.tokens.get(index + 1);
            let genitive = next.is_some_and(|next| next.kind == TokenKind::Clitic);
            seen.upper += 1;
            seen.genitive += u32::from(genitive);
            seen.capital += u32::from(self.capitals[index] == Capital::Strong);
        }
    }

    pub(crate) const fn text(&self) -> Text<'d> {
        self.text
    }

    /// Token ranges of the sentences that may hold names.
    pub(crate) fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The dateline that a token belongs to.
    pub(crate) fn dateline(&self, index: usize) -> Option<&Dateline> {
        let next = (self.datelines).partition_point(|dateline| dateline.tokens.end <= index);
        let dateline = self.datelines.get(next)?;
        dateline.tokens.contains(&index).then_some(dateline)
    }

    pub(crate) fn str(&self, index: usize) -> &'d str {
        self.tokens
            .get(index)
            .map_or("", |token| self.text.slice(token.span))
    }

    /// Whether the token is this word, whatever its case.
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        self.str(index).eq_ignore_ascii_case(word)
    }

    /// Whether the token is one of these words, whatever its case.
    pub(crate) fn is_one_of(&self, index: usize, words: &[&str]) -> bool {
        let token = self.str(index);
        words
            .iter()
            .any(|word| word.len() == token.len() && word.eq_ignore_ascii_case(token))
    }

    pub(crate) fn hash(&self, index: usize) -> u64 {
        self.hashes[index]
    }

    /// Lists that the single word stands on; nothing behind the last token.
    pub(crate) fn classes(&self, index: usize) -> Classes {
        self.classes.get(index).copied().unwrap_or_default()
    }

    pub(crate) fn capital(&self, index: usize) -> Capital {
        self.capitals.get(index).copied().unwrap_or(Capital::None)
    }

    pub(crate) fn capitalised(&self, index: usize) -> bool {
        self.capital(index) != Capital::None
    }

    pub(crate) fn seen(&self, index: usize) -> Seen {
        let hash = self.hashes.get(index);
        hash.and_then(|hash| self.seen.get(hash))
            .copied()
            .unwrap_or_default()
    }

    /// "Four-year-old" describes: with a capital it opens a sentence, no name.
    pub(crate) fn is_age(&self, index: usize) -> bool {
        let word = self.str(index);
        word.ends_with("-year-old") || word.ends_with("-years-old")
    }

    /// Whether "Hopes" is the plural of a name that the document has.
    pub(crate) fn is_plural_of_name(&self, index: usize) -> bool {
        let stem = self.str(index).strip_suffix('s').filter(|s| s.len() > 2);
        let hash = stem.map(layout::word_hash);
        let seen = hash.and_then(|hash| self.seen.get(&hash));
        let lists = hash.map(|hash| gazetteer::classes(layout::extend(layout::EMPTY, hash)));
        seen.is_some_and(|seen| seen.capital > 0 && seen.small == 0)
            && lists.is_some_and(|lists| {
                lists.any(class::SURNAME) && !lists.any(class::COMMON | class::PEOPLE)
            })
    }

    pub(crate) fn case(&self, index: usize) -> Case {
        self.tokens.get(index).map_or(Case::None, |t| t.case)
    }

    pub(crate) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// The text from the first to the last token of a range that is not empty.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        self.cores[range.start].cover(self.cores[range.end - 1])
    }

    /// Whether more follows in the token than belongs to a name: "York-based".
    pub(crate) fn ends_name(&self, index: usize) -> bool {
        self.cores[index].end < self.tokens[index].span.end
    }

    /// Whether no space stands before the token.
    pub(crate) fn glued(&self, index: usize) -> bool {
        index > 0
            && index < self.tokens.len()
            && self.tokens[index - 1].span.end == self.tokens[index].span.start
    }

    /// Hash of a token sequence.
    pub(crate) fn phrase(&self, range: Range<usize>) -> u64 {
        self.hashes[range]
            .iter()
            .fold(layout::EMPTY, |sequence, word| {
                layout::extend(sequence, *word)
            })
    }

    /// The longest phrase from `from` on, ending at `limit` or before, that
    /// stands on one of the wanted lists: where it ends, and its lists.
    pub(crate) fn longest(
        &self,
        from: usize,
        limit: usize,
        wanted: u32,
    ) -> Option<(usize, Classes)> {
        let mut sequence = layout::EMPTY;
        let mut best = None;
        for index in from..limit.min(from + LONGEST_PHRASE).min(self.tokens.len()) {
            sequence = layout::extend(sequence, self.hashes[index]);
            let classes = gazetteer::classes(sequence);
            if classes.any(wanted) {
                best = Some((index + 1, classes));
            }
            if !classes.is_prefix() {
                break;
            }
        }
        best
    }

    /// What kind of names the word is the head of, if of any.
    pub(crate) fn head(&self, index: usize) -> Option<&'static gazetteer::Head> {
        if !self.classes(index).any(class::HEAD) {
            return None;
        }
        gazetteer::head(self.phrase(index..index + 1))
    }

    /// The reading of an acronym that is written as its list has it.
    pub(crate) fn acronym(&self, index: usize) -> Option<&'static gazetteer::Acronym> {
        if !self.classes(index).any(class::ACRONYM) {
            return None;
        }
        let word = self.str(index);
        let plain = word.bytes().filter(|byte| *byte != b'.');
        gazetteer::acronyms(layout::extend(layout::EMPTY, self.hashes[index]))
            .find(|acronym| acronym.letters.bytes().eq(plain.clone()))
    }
}

/// What the parts of an unlisted hyphenated word have in common: `Nils-Erik`
/// is a given name, `Singer-songwriter` a word of the language.
fn compound(word: &str) -> Classes {
    let Some((first, rest)) = word.split_once('-') else {
        return Classes::default();
    };
    let part = |part| gazetteer::classes(layout::extend(layout::EMPTY, layout::word_hash(part)));
    let shared = class::GIVEN | class::FEMALE | class::MALE | class::SURNAME | class::COMMON;
    part(first).and(part(rest)).only(shared)
}

/// The name inside a hyphenated word; the whole token where there is none.
fn core(text: Text<'_>, token: &Token) -> Span {
    let whole = token.span;
    if token.kind != TokenKind::Word {
        return whole;
    }
    let word = text.slice(whole);
    if token.case.starts_upper() {
        let tail = word
            .rsplit_once('-')
            .filter(|(_, tail)| TAILS.contains(tail));
        return tail.map_or(whole, |(name, _)| {
            Span::new(whole.start, whole.start + name.len() as u32)
        });
    }
    let named = word.split_once('-').filter(|(beginning, name)| {
        BEGINNINGS.contains(beginning) && name.starts_with(char::is_uppercase)
    });
    named.map_or(whole, |(_, name)| {
        Span::new(whole.end - name.len() as u32, whole.end)
    })
}
