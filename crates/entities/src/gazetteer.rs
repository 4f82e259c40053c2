//! Lists of names and words, compiled in by `build.rs`.
//!
//! Nothing is built at run time: phrases lie in one hashed table of the
//! program image, the few lists with payload in sorted arrays.

use onrecord_core::layers::{Gender, Label};

use crate::layout::{self, class};

static PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));
include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The lists that a word or a phrase stands on: bits of [`class`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    pub(crate) const fn any(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// Whether it stands on any list, rather than only beginning something longer.
    pub(crate) const fn listed(self) -> bool {
        self.any(!(class::PREFIX | class::AMOUNT))
    }

    /// These, or others where there are none.
    pub(crate) fn or_else(self, others: impl FnOnce() -> Self) -> Self {
        if self.listed() || self.is_prefix() {
            self
        } else {
            others()
        }
    }

    /// What both have.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// These of the bits only.
    pub(crate) const fn only(self, bits: u32) -> Self {
        Self(self.0 & bits)
    }

    /// Whether something longer begins with it.
    pub(crate) const fn is_prefix(self) -> bool {
        self.any(class::PREFIX)
    }

    /// Whether it names a country, county, city or village.
    pub(crate) const fn is_place(self) -> bool {
        self.any(class::COUNTRY | class::STATE | class::CITY | class::PLACE)
    }
}

/// Classes of a word sequence by its hash.
pub(crate) fn classes(hash: u64) -> Classes {
    let slots = PHRASES.len() / layout::SLOT;
    let wanted = layout::fingerprint(hash);
    let mut slot = layout::first_slot(hash, slots);
    // The table is three quarters full, so an empty slot is near.
    loop {
        let Some(entry) = PHRASES[slot * layout::SLOT..].first_chunk::<8>() else {
            return Classes::default();
        };
        let [a, b, c, d, bits @ ..] = *entry;
        let found = u32::from_le_bytes([a, b, c, d]);
        if found == wanted {
            return Classes(u32::from_le_bytes(bits));
        }
        if found == 0 {
            return Classes::default();
        }
        slot = if slot + 1 == slots { 0 } else { slot + 1 };
    }
}

/// A title that may stand before a name.
#[derive(Debug)]
pub(crate) struct Title {
    /// In full: `Assistant Chief Constable`.
    pub(crate) long: &'static str,
    pub(crate) kind: TitleKind,
    /// Of the bearer, where the title tells.
    pub(crate) gender: Option<Gender>,
}

/// Walks of life that titles belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleKind {
    Academic,
    Civil,
    Clergy,
    Fire,
    Honour,
    Legal,
    Local,
    Medical,
    Military,
    Peer,
    Police,
    Politics,
    Royal,
}

/// An acronym and the hash of what it is short for.
#[derive(Debug)]
pub(crate) struct Acronym {
    /// As written, without full stops.
    pub(crate) letters: &'static str,
    /// Phrase hash of the long form.
    pub(crate) long: u64,
    pub(crate) label: Label,
}

/// A head noun of names: `Council`, `Airport`, `River`.
#[derive(Debug)]
// Independent properties, as columns of a table.
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Head {
    /// What a name with this head is.
    pub(crate) label: Label,
    /// May end a name: `Care Quality Commission`.
    pub(crate) closes: bool,
    /// May open one with "of": `University of …`.
    pub(crate) of: bool,
    /// May open one with "for": `Department for …`.
    pub(crate) r#for: bool,
    /// Ends a name also when written small: `Rotherham council`.
    pub(crate) small: bool,
    /// Says only what legal form a company has: `Ltd`.
    pub(crate) suffix: bool,
}

/// The title with a phrase hash.
pub(crate) fn title(hash: u64) -> Option<&'static Title> {
    find(&TITLES, hash)
}

/// The head noun with a phrase hash.
pub(crate) fn head(hash: u64) -> Option<&'static Head> {
    find(&HEADS, hash)
}

/// What a name is that opens with the phrase: `Operation …`.
pub(crate) fn opener(hash: u64) -> Option<Label> {
    find(&OPENERS, hash).copied()
}

/// All readings of an acronym, whatever its case.
pub(crate) fn acronyms(hash: u64) -> impl Iterator<Item = &'static Acronym> {
    let from = ACRONYMS.partition_point(|(key, _)| *key < hash);
    ACRONYMS[from..]
        .iter()
        .take_while(move |(key, _)| *key == hash)
        .map(|(_, acronym)| acronym)
}

fn find<T>(table: &'static [(u64, T)], hash: u64) -> Option<&'static T> {
    let at = table.binary_search_by_key(&hash, |(key, _)| *key).ok()?;
    Some(&table[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{EMPTY, extend, word_hash};

    fn phrase(words: &str) -> u64 {
        words
            .split(' ')
            .fold(EMPTY, |sequence, word| extend(sequence, word_hash(word)))
    }

    #[test]
    fn lists_are_found_by_phrase() {
        for (words, bits) in [
            ("sheffield", class::CITY),
            ("South Yorkshire", class::STATE),
            ("New York", class::CITY),
            ("Ingrid", class::FEMALE),
            ("Sao Paulo", class::CITY),
            ("São Paulo", class::CITY),
            ("Sainsbury ’s", class::BODY),
            ("Assistant Chief Constable", class::TITLE),
            ("Assistant Chief", class::PREFIX),
            ("British", class::PEOPLE),
            ("the", class::FUNCTION),
            ("OBE", class::POSTFIX),
        ] {
            assert!(classes(phrase(words)).any(bits), "{words}");
        }
        assert_eq!(classes(phrase("Zzyzx Qwghlm")), Classes::default());
    }

    #[test]
    fn payloads_are_found() {
        assert_eq!(
            title(phrase("ACC")).map(|title| title.long),
            Some("Assistant Chief Constable")
        );
        assert!(head(phrase("police")).is_some_and(|head| head.closes && head.small));
        assert!(acronyms(phrase("NCA")).any(|nca| nca.long == phrase("National Crime Agency")));
        assert_eq!(opener(phrase("Operation")), Some(Label::Event));
    }
}
