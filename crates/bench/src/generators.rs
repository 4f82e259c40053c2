//! Texts of any length: ordinary news, and texts that make programs slow.

/// A sort of text.
pub struct Generator {
    /// Its name on the command line.
    pub name: &'static str,
    /// Fills a text of at least so many bytes.
    make: fn(usize) -> String,
}

impl Generator {
    /// A text of `bytes` bytes, or a few more.
    pub fn text(&self, bytes: usize) -> String {
        (self.make)(bytes)
    }
}

/// The generator with a name.
pub fn named(name: &str) -> Option<&'static Generator> {
    GENERATORS.iter().find(|generator| generator.name == name)
}

macro_rules! generators {
    ($($name:literal: $make:expr;)+) => {
        /// All of them.
        pub const GENERATORS: &[Generator] = &[
            $(Generator { name: $name, make: $make },)+
        ];
    };
}

generators! {
    "news": |bytes| paragraphs(bytes, "\n\n");
    "one-paragraph": |bytes| paragraphs(bytes, " ");
    "one-sentence": |bytes| repeat("the board met and the vote was put off until ", bytes);
    "one-word": |bytes| repeat("a", bytes);
    "open-double": |bytes| repeat("“", bytes);
    "close-double": |bytes| repeat("”", bytes);
    "open-single": |bytes| repeat("‘", bytes);
    "close-single": |bytes| repeat("’", bytes);
    "straight-double": |bytes| repeat("\"", bytes);
    "straight-single": |bytes| repeat("'", bytes);
    "guillemets": |bytes| repeat("«", bytes);
    "backticks": |bytes| repeat("`", bytes);
    "spaced-marks": |bytes| repeat("“ ", bytes);
    "nested-marks": |bytes| repeat("“a ‘b ", bytes);
    "marks-and-words": |bytes| repeat("“word ", bytes);
    "single-word-quotes": |bytes| repeat("“word” ", bytes);
    "unclosed-paragraphs": |bytes| repeat("“We went on with it.\n\n", bytes);
    "apostrophes": |bytes| repeat("o'o’o ", bytes);
    "said-said": |bytes| repeat("said X said Vera Lund ", bytes);
    "she-said": |bytes| repeat("she said he said it said ", bytes);
    "said-that": |bytes| repeat("He said that she said that ", bytes);
    "cues-alone": |bytes| repeat("Vera Lund, for the board, said:\n\n", bytes);
    "according-to": |bytes| repeat("according to a report by a source, ", bytes);
    "distinct-names": |bytes| numbered(bytes, |i| format!("Mr {} {} spoke. ", name(i), name(i * 7 + 3)));
    "one-surname": |bytes| numbered(bytes, |i| format!("{} Lund spoke. ", name(i)));
    "one-given-name": |bytes| numbered(bytes, |i| format!("Vera {} spoke. ", name(i)));
    "one-name": |bytes| repeat("Ms Vera Lund spoke. ", bytes);
    "surname-alone": |bytes| repeat("Lund ", bytes);
    "pronouns": |bytes| repeat("She saw him and they saw it. ", bytes);
    "titles": |bytes| repeat("Assistant Chief Constable Dr Sir Mr ", bytes);
    "mr-smith": |bytes| repeat("Mr Smith ", bytes);
    "acronyms": |bytes| numbered(bytes, |i| format!("The {0} Water Board ({1}WB) met. {1}WB paid. ", name(i), initials(i)));
    "capitals": |bytes| repeat("THE COUNCIL ", bytes);
    "title-case": |bytes| repeat("North Water Board Of ", bytes);
    "newlines": |bytes| repeat("\n", bytes);
    "blank-lines": |bytes| repeat(" \t\r\n", bytes);
    "short-lines": |bytes| repeat("a\n", bytes);
    "captions": |bytes| repeat("Vera Lund\nVera Lund\n\n", bytes);
    "glued-captions": |bytes| repeat("Vera LundVera Lund", bytes);
    "distinct-captions": |bytes| numbered(bytes, |i| format!("{} {}\n", name(i), name(i + 1)));
    "furniture": |bytes| repeat("Hide Ad\nRead More\nHave your say\n", bytes);
    "same-sentence": |bytes| repeat("The board met on Monday in the town hall.\n\n", bytes);
    "distinct-sentences": |bytes| numbered(bytes, |i| format!("The {} board met in {} on Monday. ", name(i), name(i * 13 + 5)));
    "stops": |bytes| repeat(".", bytes);
    "spaced-stops": |bytes| repeat(". ", bytes);
    "initials": |bytes| repeat("a.b.c.", bytes);
    "capital-initials": |bytes| repeat("A. B. ", bytes);
    "ellipses": |bytes| repeat("… ... ", bytes);
    "commas": |bytes| repeat(", ", bytes);
    "brackets": |bytes| repeat("((", bytes);
    "dashes": |bytes| repeat("a-b–c—", bytes);
    "digits": |bytes| repeat("1234567890", bytes);
    "numbers": |bytes| repeat("1,000 £4.2m 6pm 22nd ", bytes);
    "dates": |bytes| repeat("Monday 3 May 2031 at 6pm ", bytes);
    "addresses": |bytes| repeat("www.a.example/b ", bytes);
    "one-address": |bytes| repeat("www.a", bytes);
    "hashtags": |bytes| repeat("#a @b ", bytes);
    "emoji": |bytes| repeat("😀👩‍👩‍👧", bytes);
    "combining-marks": |bytes| repeat("e\u{301}\u{300}\u{302}", bytes);
    "right-to-left": |bytes| repeat("שלום עולם. ", bytes);
    "ideographs": |bytes| repeat("新聞記事。", bytes);
}

fn repeat(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

fn numbered(bytes: usize, unit: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 128);
    for i in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&unit(i));
    }
    text
}

/// A pronounceable name for a number, capital first; a different one for each.
fn name(mut number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "den", "ki", "lo", "mar", "nu", "pe", "ros", "sa", "til", "ve", "wyn", "dra", "fo",
        "gul", "hes", "jo", "lin", "mo", "ter",
    ];
    let mut name = String::new();
    loop {
        name.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            break;
        }
    }
    let rest = name.split_off(1);
    name.to_uppercase() + &rest
}

fn initials(mut number: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return letters;
        }
    }
}

/// Paragraphs as news has them: narration, direct and indirect speech, names
/// with titles, figures.
fn paragraphs(bytes: usize, between: &str) -> String {
    let mut lines = String::from("Harbour board backs second ferry");
    lines.push_str(between);
    lines += &numbered(bytes, |i| {
        let (given, family, town) = (name(i % 37), name(40 + i % 53), name(200 + i % 29));
        let paragraph = match i % 7 {
            0 => format!(
                "The {town} Harbour Board has approved plan {i} after {} months of talks.",
                i % 17 + 2
            ),
            1 => format!(
                "“People in {town} have waited long enough. We start on Monday,” said Dr {given} {family}, who chairs the board."
            ),
            2 => format!(
                "Mr {family} said the ferry would carry {i} cars and cost £{}.2m.",
                i % 9 + 1
            ),
            3 => format!(
                "But she added: “Nobody asked the crews of {town}. It’s a ‘costly’ mistake.\n\n“They will pay for it in the end.”"
            ),
            4 => format!(
                "According to a report by {given} {family}, the line between {town} and Aldwick lost {}% of its passengers between 2019 and 2031.",
                i % 90 + 3
            ),
            5 => "He told the town council that the vote, due in May, would be “close”.".to_owned(),
            _ => format!(
                "{given} {family}, of Port {town}, plans to appeal; the hearing is set for 3 June."
            ),
        };
        paragraph + between
    });
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_the_length_asked_for_and_names_are_unique() {
        for (index, generator) in GENERATORS.iter().enumerate() {
            let text = generator.text(10_000);
            assert!((10_000..10_400).contains(&text.len()), "{}", generator.name);
            let other = GENERATORS[..index]
                .iter()
                .find(|other| other.name == generator.name);
            assert!(other.is_none(), "{}", generator.name);
        }
    }

    #[test]
    fn numbered_names_differ() {
        let names: Vec<String> = (0..8_000).map(name).collect();
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        assert!(distinct.len() > names.len() * 9 / 10);
    }
}
