//! All word lists in one table: a word is looked up once, not list by list.

use std::collections::HashMap;

use crate::nouns::{Part, listed_parts};
use crate::terms::STOP_WORDS;
use crate::words::{CALLS, FURNITURE};

/// What the lists say of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Listed {
    /// It carries no content.
    pub(crate) is_stop: bool,
    /// What it may be in a noun phrase.
    pub(crate) part: Option<Part>,
    /// The phrases of [`CALLS`] that begin with it.
    pub(crate) calls: Phrases,
    /// The phrases of [`FURNITURE`] that begin with it.
    pub(crate) furniture: Phrases,
}

/// A run of phrases in one of the lists.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Phrases {
    start: u16,
    end: u16,
}

impl Phrases {
    /// The phrases themselves.
    pub(crate) fn of<'l>(self, list: &'l [&'l str]) -> &'l [&'l str] {
        &list[usize::from(self.start)..usize::from(self.end)]
    }
}

/// The table.
#[derive(Debug)]
pub(crate) struct Lists(HashMap<&'static str, Listed>);

impl Lists {
    pub(crate) fn new() -> Self {
        let mut table: HashMap<&'static str, Listed> = HashMap::new();
        for word in STOP_WORDS {
            table.entry(word).or_default().is_stop = true;
        }
        for (words, part) in listed_parts() {
            for word in words {
                table.entry(word).or_default().part.get_or_insert(part);
            }
        }
        for (first, phrases) in by_first_word(CALLS) {
            table.entry(first).or_default().calls = phrases;
        }
        for (first, phrases) in by_first_word(FURNITURE) {
            table.entry(first).or_default().furniture = phrases;
        }
        Self(table)
    }

    /// What the lists say of a word in lower case.
    pub(crate) fn get(&self, lower: &str) -> Listed {
        self.0.get(lower).copied().unwrap_or_default()
    }
}

/// The runs of a sorted list that begin with the same word.
fn by_first_word(list: &'static [&'static str]) -> impl Iterator<Item = (&'static str, Phrases)> {
    let mut start = 0;
    let runs = list.chunk_by(|a, b| first_word(a) == first_word(b));
    runs.map(move |run| {
        let end = start + run.len() as u16;
        let phrases = Phrases { start, end };
        start = end;
        (first_word(run[0]), phrases)
    })
}

fn first_word(phrase: &str) -> &str {
    phrase.split(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_knows_its_lists() {
        let lists = Lists::new();
        assert!(lists.get("the").is_stop);
        assert!(!lists.get("harbour").is_stop);
        assert_eq!(lists.get("announced").part, Some(Part::Verb));
        assert!(
            lists
                .get("tickets")
                .calls
                .of(CALLS)
                .contains(&"tickets cost")
        );
        assert!(lists.get("tickets").furniture.of(FURNITURE).is_empty());
        let all = by_first_word(CALLS).map(|(_, phrases)| phrases.of(CALLS).len());
        assert_eq!(all.sum::<usize>(), CALLS.len());
    }
}
