//! Mentions of everything but persons: the same words, acronyms both ways,
//! and shorter forms of a name that the document has in full.

use std::ops::Range;

use onrecord_core::layers::{Label, TokenKind};

use super::acronyms;
use crate::candidates::Form;
use crate::layout::{EMPTY, class, extend, word_hash};
use crate::tagger::Name;
use crate::words::{HashedMap, Words};

/// No more words of a name are tried as its beginning or end.
const LONGEST_SHORT_FORM: usize = 6;

/// Entities by the keys of their names.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    /// Names as they occur, and what acronyms on the list stand for.
    by_key: HashedMap<usize>,
    /// Initials and shorter forms of longer names; `None` where two names share one.
    by_short: HashedMap<Option<usize>>,
    /// Keys of entities whose name is known in full, with its hash.
    expanded: HashedMap<u64>,
}

impl Bodies {
    /// The entity of a mention; `next` if it is something new.
    pub(super) fn resolve(
        &mut self,
        words: &Words<'_>,
        names: &[Name],
        index: usize,
        next: usize,
    ) -> usize {
        let name = &names[index];
        let tokens = &name.candidate.tokens;
        let kind = kind(name.label);
        let key = keyed(key(words, tokens, name.label), kind);
        let bracketed = self.bracketed(words, names, index);
        let found = bracketed
            .or_else(|| self.by_key.get(&key).copied())
            .or_else(|| self.short_form(words, name, kind))
            .or_else(|| self.long_form(words, name, kind));
        let entity = found.unwrap_or(next);
        self.by_key.entry(key).or_insert(entity);
        self.enter_shorter(words, name, kind, entity, key);
        entity
    }

    /// "Long Name (LN)" and "LN (Long Name)".
    fn bracketed(&self, words: &Words<'_>, names: &[Name], index: usize) -> Option<usize> {
        let name = &names[index];
        let before = &names[index.checked_sub(1)?];
        let (one, other) = (&before.candidate.tokens, &name.candidate.tokens);
        let inside = other.start == one.end + 1
            && words.str(one.end) == "("
            && words.str(other.end) == ")"
            && kind(before.label) == kind(name.label);
        let spelt = acronyms::is_acronym(words, other) && acronyms::spells(words, other.start, one)
            || acronyms::is_acronym(words, one) && acronyms::spells(words, one.start, other);
        if !inside || !spelt {
            return None;
        }
        let key = keyed(key(words, one, before.label), kind(before.label));
        self.by_key.get(&key).copied()
    }

    /// The entity of a longer name that this is short for.
    fn short_form(&self, words: &Words<'_>, name: &Name, kind: u64) -> Option<usize> {
        let tokens = &name.candidate.tokens;
        if tokens.len() == 1 {
            let known = acronyms::known_long_forms(words, tokens.start)
                .find_map(|long| self.by_key.get(&keyed(long, kind)).copied());
            if known.is_some() {
                return known;
            }
        }
        *self
            .by_short
            .get(&keyed(words.phrase(tokens.clone()), kind))?
    }

    /// The entity that was called by a shorter form of this name before.
    fn long_form(&self, words: &Words<'_>, name: &Name, kind: u64) -> Option<usize> {
        let tokens = &name.candidate.tokens;
        shorter(words, name).into_iter().find_map(|short| {
            let short = keyed(short, kind);
            let entity = self.by_key.get(&short).copied()?;
            let whole = words.phrase(tokens.clone());
            let claimed = self.expanded.get(&keyed(EMPTY, entity as u64));
            claimed.is_none_or(|by| *by == whole).then_some(entity)
        })
    }

    fn enter_shorter(
        &mut self,
        words: &Words<'_>,
        name: &Name,
        kind: u64,
        entity: usize,
        own: u64,
    ) {
        let tokens = &name.candidate.tokens;
        if acronyms::is_acronym(words, tokens) {
            for long in acronyms::known_long_forms(words, tokens.start) {
                self.by_key.entry(keyed(long, kind)).or_insert(entity);
            }
            return;
        }
        let shorter = shorter(words, name);
        if !shorter.is_empty() {
            self.expanded
                .entry(keyed(EMPTY, entity as u64))
                .or_insert_with(|| words.phrase(tokens.clone()));
        }
        for short in shorter {
            let short = keyed(short, kind);
            if short == own {
                continue;
            }
            let entry = self.by_short.entry(short).or_insert(Some(entity));
            if *entry != Some(entity) {
                *entry = None;
            }
        }
    }
}

/// Places are kept apart from what is named like them.
fn kind(label: Label) -> u64 {
    match label {
        Label::Gpe | Label::Loc => Label::Gpe as u64,
        other => other as u64,
    }
}

fn keyed(phrase: u64, kind: u64) -> u64 {
    extend(phrase, kind)
}

/// Hash of a name without what varies: legal form, genitive ending, plural of
/// a people.
fn key(words: &Words<'_>, tokens: &Range<usize>, label: Label) -> u64 {
    let mut end = tokens.end;
    let droppable = |at: usize| {
        words.kind(at) == Some(TokenKind::Clitic)
            || words.is_one_of(at, &[",", "."])
            || words.head(at).is_some_and(|head| head.suffix)
    };
    while end > tokens.start + 1 && droppable(end - 1) {
        end -= 1;
    }
    let last = words.str(end - 1);
    if label == Label::Norp && last.len() > 4 {
        let stem = extend(EMPTY, word_hash(last.trim_end_matches('s')));
        return (tokens.start..end - 1).fold(stem, |hash, at| extend(hash, words.hash(at)));
    }
    // "Barnardos" is "Barnardo’s".
    let clitic = tokens.end > end && words.kind(end) == Some(TokenKind::Clitic);
    if clitic {
        let whole = format!("{last}s");
        let before = words.phrase(tokens.start..end - 1);
        return extend(before, word_hash(&whole));
    }
    words.phrase(tokens.start..end)
}

/// Phrase hashes of the forms that a name may be shortened to.
fn shorter(words: &Words<'_>, name: &Name) -> Vec<u64> {
    let tokens = &name.candidate.tokens;
    let mut forms = Vec::new();
    if tokens.len() < 2 {
        return forms;
    }
    forms.extend(acronyms::shortened(words, tokens).into_iter().flatten());
    if let Form::Opened(_) = name.candidate.form {
        forms.push(words.phrase(tokens.end - 1..tokens.end));
    }
    if !matches!(name.label, Label::Org | Label::Fac | Label::Event) {
        return forms;
    }
    // The beginning, where it is a name of its own: "Hirst" of "Hirst Steel Group".
    for end in (tokens.start + 1..tokens.end).take(LONGEST_SHORT_FORM) {
        let last = words.classes(end - 1);
        let generic = last.any(class::COMMON | class::FUNCTION | class::PEOPLE)
            || last.is_place()
            || !words.capitalised(end - 1);
        if !generic {
            forms.push(words.phrase(tokens.start..end));
        }
    }
    // The end, where a country or people has been left out before it.
    let from = words
        .longest(
            tokens.start,
            tokens.end,
            class::COUNTRY | class::STATE | class::PEOPLE,
        )
        .map_or(tokens.start, |(end, _)| end);
    if from > tokens.start && from + 1 < tokens.end {
        forms.push(words.phrase(from..tokens.end));
    }
    forms
}
