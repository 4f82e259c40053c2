//! What the build script and the tagger must agree on: how words are folded
//! and hashed, and what the bits of a table entry mean.
//!
//! The table maps the hash of a word sequence to the lists it stands on. It
//! keeps no strings: an entry is 32 bits of the hash and 32 bits of classes,
//! found by open addressing with linear probing. A wrong answer needs two
//! sequences that agree in about 49 bits.

/// Hash of the empty word sequence.
pub(crate) const EMPTY: u64 = 0x9E37_79B9_7F4A_7C15;

/// Bytes of one slot: fingerprint, then classes, both little-endian `u32`.
pub(crate) const SLOT: usize = 8;

/// Bits of an entry: the lists that a word sequence stands on.
pub(crate) mod class {
    /// Given name.
    pub(crate) const GIVEN: u32 = 1;
    /// Given name, of women at least ten times in eleven.
    pub(crate) const FEMALE: u32 = 1 << 1;
    /// Given name, of men at least ten times in eleven.
    pub(crate) const MALE: u32 = 1 << 2;
    /// Surname.
    pub(crate) const SURNAME: u32 = 1 << 3;
    /// A word of the language.
    pub(crate) const COMMON: u32 = 1 << 4;
    /// A closed-class word or sentence adverb.
    pub(crate) const FUNCTION: u32 = 1 << 5;
    /// Country.
    pub(crate) const COUNTRY: u32 = 1 << 6;
    /// State, province or county.
    pub(crate) const STATE: u32 = 1 << 7;
    /// Large city.
    pub(crate) const CITY: u32 = 1 << 8;
    /// Smaller place.
    pub(crate) const PLACE: u32 = 1 << 9;
    /// Region, sea, river, mountain.
    pub(crate) const REGION: u32 = 1 << 10;
    /// Well-known building or road.
    pub(crate) const FACILITY: u32 = 1 << 11;
    /// Nationality, religion, party adherents.
    pub(crate) const PEOPLE: u32 = 1 << 12;
    /// Well-known body.
    pub(crate) const BODY: u32 = 1 << 13;
    /// Body whose name is also a word or another name.
    pub(crate) const WEAK_BODY: u32 = 1 << 14;
    /// Company, university or club from a long list.
    pub(crate) const LISTED: u32 = 1 << 15;
    /// Event.
    pub(crate) const EVENT: u32 = 1 << 16;
    /// Law or treaty.
    pub(crate) const LAW: u32 = 1 << 17;
    /// Product.
    pub(crate) const PRODUCT: u32 = 1 << 18;
    /// Title of a work.
    pub(crate) const WORK: u32 = 1 << 19;
    /// Title of a person, with an entry in the table of titles.
    pub(crate) const TITLE: u32 = 1 << 20;
    /// Letters after a person's name.
    pub(crate) const POSTFIX: u32 = 1 << 21;
    /// Noun of role, written small.
    pub(crate) const ROLE: u32 = 1 << 22;
    /// Verb of which mostly a person is the subject.
    pub(crate) const CUE: u32 = 1 << 23;
    /// Day or month.
    pub(crate) const CALENDAR: u32 = 1 << 24;
    /// Head noun of names, with an entry in the table of heads.
    pub(crate) const HEAD: u32 = 1 << 25;
    /// Word that opens a name, with an entry in the table of openers.
    pub(crate) const OPENER: u32 = 1 << 26;
    /// Acronym, with an entry in the table of acronyms.
    pub(crate) const ACRONYM: u32 = 1 << 27;
    /// Word that an amount, a date or a time may begin with.
    pub(crate) const AMOUNT: u32 = 1 << 28;
    /// Something longer begins like this.
    pub(crate) const PREFIX: u32 = 1 << 31;
}

/// Hash of a word: case, full stops and the shape of apostrophes do not count.
pub(crate) fn word_hash(word: &str) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325;
    let mut step = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    for c in word.chars() {
        match c {
            '.' => {}
            '\u{2019}' | '\u{2018}' => step(b'\''),
            _ if c.is_ascii() => step(c.to_ascii_lowercase() as u8),
            _ => {
                let mut buffer = [0; 4];
                for small in c.to_lowercase() {
                    small.encode_utf8(&mut buffer).bytes().for_each(&mut step);
                }
            }
        }
    }
    mix(hash)
}

/// Hash of a word sequence with one more word.
pub(crate) const fn extend(sequence: u64, word: u64) -> u64 {
    mix(sequence.rotate_left(23) ^ word)
}

/// The slot where the search for a hash begins, in a table of `slots`.
pub(crate) const fn first_slot(hash: u64, slots: usize) -> usize {
    (((hash & 0xFFFF_FFFF) * slots as u64) >> 32) as usize
}

/// What a slot keeps of a hash; zero marks an empty slot.
pub(crate) const fn fingerprint(hash: u64) -> u32 {
    let high = (hash >> 32) as u32;
    if high == 0 { 1 } else { high }
}

/// The finaliser of MurmurHash3 by Austin Appleby (public domain).
const fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    hash ^ (hash >> 33)
}
