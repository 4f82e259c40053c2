//! Compiles the lists in `gazetteers/` into one hashed table (see
//! `src/layout.rs`) and small sorted tables with payload. Reads nothing
//! outside this crate.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/layout.rs"]
#[allow(dead_code, unreachable_pub)]
mod layout;

use layout::class;

/// Lists whose entries only get a class.
const LISTS: [(&str, u32); 23] = [
    ("amount_words.txt", class::AMOUNT),
    ("bodies.txt", class::BODY),
    ("bodies_weak.txt", class::WEAK_BODY),
    ("calendar.txt", class::CALENDAR),
    ("cities_large.txt", class::CITY),
    ("common_words.txt", class::COMMON),
    ("companies.txt", class::LISTED),
    ("countries.txt", class::COUNTRY),
    ("cue_verbs.txt", class::CUE),
    ("events.txt", class::EVENT),
    ("football_clubs.txt", class::LISTED),
    ("function_words.txt", class::FUNCTION),
    ("laws.txt", class::LAW),
    ("no_names.txt", class::FUNCTION),
    ("peoples.txt", class::PEOPLE),
    ("places_uk_ie.txt", class::PLACE),
    ("places_world.txt", class::PLACE),
    ("products.txt", class::PRODUCT),
    ("roles.txt", class::ROLE),
    ("states_counties.txt", class::STATE),
    ("surnames.txt", class::SURNAME),
    ("universities.txt", class::LISTED),
    ("works.txt", class::WORK),
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=gazetteers");
    println!("cargo::rerun-if-changed=src/layout.rs");
    let lists = PathBuf::from("gazetteers");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let mut phrases = Phrases::default();
    for (name, bits) in LISTS {
        for [entry] in rows(&lists, name)? {
            phrases.add(&entry, bits);
        }
    }
    for [name, gender] in rows(&lists, "given_names.tsv")? {
        let gender = match gender.as_str() {
            "f" => class::FEMALE,
            "m" => class::MALE,
            _ => 0,
        };
        phrases.add(&name, class::GIVEN | gender);
    }
    for [name, label] in rows(&lists, "regions_facilities.tsv")? {
        let fac = label == "FAC";
        phrases.add(&name, if fac { class::FACILITY } else { class::REGION });
    }
    fs::write(out.join("tables.rs"), payload_tables(&lists, &mut phrases)?)?;
    fs::write(out.join("phrases.bin"), phrases.table())
}

/// The tables that carry more than a class, as Rust source.
fn payload_tables(lists: &Path, phrases: &mut Phrases) -> io::Result<String> {
    let mut titles = BTreeMap::new();
    for [title, kind, long, gender] in rows(lists, "titles.tsv")? {
        let hash = phrases.add(&title, class::TITLE);
        let kind = upper_first(&kind);
        let gender = match gender.as_str() {
            "f" => "Some(Gender::Female)",
            "m" => "Some(Gender::Male)",
            _ => "None",
        };
        titles.entry(hash).or_insert_with(|| {
            format!("Title {{ long: {long:?}, kind: TitleKind::{kind}, gender: {gender} }}")
        });
    }
    for [letters] in rows(lists, "postfixes.tsv")? {
        phrases.add(&letters, class::POSTFIX);
    }
    let mut acronyms = BTreeMap::new();
    for [acronym, long, label] in rows(lists, "acronyms.tsv")? {
        let label = upper_first(&label.to_lowercase());
        let hash = phrases.add(&acronym, class::ACRONYM);
        let long = phrase_hash(&long);
        let plain = acronym.replace('.', "");
        acronyms
            .entry((hash, plain.clone(), long))
            .or_insert(format!(
                "Acronym {{ letters: {plain:?}, long: {}, label: Label::{label} }}",
                literal(long)
            ));
    }
    let acronyms = acronyms
        .into_iter()
        .map(|((hash, _, _), entry)| (hash, entry));
    let mut heads = BTreeMap::new();
    for [word, label, flags] in rows(lists, "heads.tsv")? {
        let label = upper_first(&label.to_lowercase());
        let small = word.starts_with(char::is_lowercase);
        let hash = phrases.add(&word, class::HEAD);
        let entry = heads.entry(hash).or_insert((label, String::new()));
        entry.1.push_str(if small { "l" } else { &flags });
    }
    let heads = heads.into_iter().map(|(hash, (label, flags))| {
        let has = |flag| flags.contains(flag);
        (hash, format!(
            "Head {{ label: Label::{label}, closes: {}, of: {}, r#for: {}, small: {}, suffix: {} }}",
            has('c'), has('o'), has('f'), has('l'), has('s'),
        ))
    });
    let mut openers = BTreeMap::new();
    for [word, label] in rows(lists, "openers.tsv")? {
        let hash = phrases.add(&word, class::OPENER);
        openers.insert(
            hash,
            format!("Label::{}", upper_first(&label.to_lowercase())),
        );
    }
    let mut source = String::new();
    write_table(&mut source, "TITLES", "Title", titles);
    write_table(&mut source, "ACRONYMS", "Acronym", acronyms);
    write_table(&mut source, "HEADS", "Head", heads);
    write_table(&mut source, "OPENERS", "Label", openers);
    Ok(source)
}

/// A hash as Rust source with its digits in fours.
fn literal(hash: u64) -> String {
    let digits = format!("{hash:016x}");
    let (high, low) = digits.split_at(8);
    let ((a, b), (c, d)) = (high.split_at(4), low.split_at(4));
    format!("0x{a}_{b}_{c}_{d}")
}

fn write_table(
    source: &mut String,
    name: &str,
    kind: &str,
    entries: impl IntoIterator<Item = (u64, String)>,
) {
    let entries: Vec<String> = entries
        .into_iter()
        .map(|(hash, entry)| format!("({}, {entry}),\n", literal(hash)))
        .collect();
    // Writing to a string cannot fail.
    let _ = writeln!(
        source,
        "static {name}: [(u64, {kind}); {}] = [\n{}];",
        entries.len(),
        entries.concat()
    );
}

/// The rows of a list, cut at tabs; missing columns are empty.
fn rows<const N: usize>(lists: &Path, name: &str) -> io::Result<Vec<[String; N]>> {
    let text = fs::read_to_string(lists.join(name))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines
        .map(|line| {
            let mut columns = line.split('\t');
            std::array::from_fn(|_| columns.next().unwrap_or_default().trim().to_owned())
        })
        .collect())
}

fn upper_first(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Cuts an entry as the tokeniser of `onrecord-text` cuts running text.
fn words(entry: &str) -> Vec<String> {
    let mut spaced = String::new();
    for c in entry.chars() {
        if matches!(c, '&' | ',' | '/' | '(' | ')') {
            spaced.extend([' ', c, ' ']);
        } else {
            spaced.push(c);
        }
    }
    let mut words = Vec::new();
    for piece in spaced.split_whitespace() {
        let piece = piece.replace('\u{2019}', "'");
        let (word, ending) = match piece.strip_suffix("'s") {
            Some(word) => (word, "'s"),
            None => match piece.strip_suffix('\'') {
                Some(word) => (word, "'"),
                None => (piece.as_str(), ""),
            },
        };
        words.extend(
            [word, ending]
                .into_iter()
                .filter(|w| !w.is_empty())
                .map(str::to_owned),
        );
    }
    words
}

fn phrase_hash(entry: &str) -> u64 {
    words(entry).iter().fold(layout::EMPTY, |sequence, word| {
        layout::extend(sequence, layout::word_hash(word))
    })
}

/// Word sequences with their classes; every proper prefix is marked as one.
#[derive(Default)]
struct Phrases(BTreeMap<u64, u32>);

impl Phrases {
    fn add(&mut self, entry: &str, bits: u32) -> u64 {
        let plain = without_accents(entry);
        if plain != entry {
            self.add_words(&plain, bits);
        }
        self.add_words(entry, bits)
    }

    fn add_words(&mut self, entry: &str, bits: u32) -> u64 {
        let mut sequence = layout::EMPTY;
        let words = words(entry);
        for (index, word) in words.iter().enumerate() {
            sequence = layout::extend(sequence, layout::word_hash(word));
            let last = index + 1 == words.len();
            *self.0.entry(sequence).or_default() |= if last { bits } else { class::PREFIX };
        }
        sequence
    }

    fn table(&self) -> Vec<u8> {
        let slots = self.0.len() * 4 / 3 + 1;
        let mut table = vec![0; slots * layout::SLOT];
        for (hash, bits) in &self.0 {
            let mut slot = layout::first_slot(*hash, slots);
            let start = loop {
                let start = slot * layout::SLOT;
                if table[start..start + 4] == [0; 4] {
                    break start;
                }
                slot = (slot + 1) % slots;
            };
            table[start..start + 4].copy_from_slice(&layout::fingerprint(*hash).to_le_bytes());
            table[start + 4..start + 8].copy_from_slice(&bits.to_le_bytes());
        }
        table
    }
}

/// Names of places are as often written without their accents.
fn without_accents(entry: &str) -> String {
    entry
        .chars()
        .map(|c| match c {
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ç' | 'ć' | 'č' => 'c',
            'ñ' | 'ń' | 'ň' => 'n',
            'š' | 'ś' | 'ş' | 'ș' => 's',
            'ž' | 'ź' | 'ż' => 'z',
            'ł' => 'l',
            'ý' => 'y',
            'ğ' => 'g',
            'ţ' | 'ț' => 't',
            'Á' | 'Â' | 'Ä' | 'Å' => 'A',
            'É' => 'E',
            'Í' | 'İ' => 'I',
            'Ó' | 'Ö' | 'Ø' => 'O',
            'Ú' | 'Ü' => 'U',
            'Ç' | 'Č' | 'Ć' => 'C',
            'Š' | 'Ś' | 'Ş' => 'S',
            'Ž' | 'Ż' => 'Z',
            'Ł' => 'L',
            _ => c,
        })
        .collect()
}
