//! Numbers and what they count: MONEY, PERCENT, QUANTITY, CARDINAL, ORDINAL,
//! and web addresses. Dates and times are in [`crate::dates`].

use std::ops::Range;

use onrecord_core::layers::{Label, Mention, TokenKind};

use crate::dates;
use crate::layout::class;
use crate::words::Words;

const SMALL_NUMBERS: [&str; 28] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "zero",
];

const LARGE_NUMBERS: [&str; 8] = [
    "hundred", "thousand", "million", "billion", "trillion", "bn", "m", "tn",
];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

const UNITS: [&str; 62] = [
    "mile",
    "miles",
    "km",
    "kilometre",
    "kilometres",
    "kilometer",
    "kilometers",
    "metre",
    "metres",
    "meter",
    "meters",
    "m",
    "cm",
    "centimetre",
    "centimetres",
    "centimeter",
    "centimeters",
    "mm",
    "millimetres",
    "millimeters",
    "foot",
    "feet",
    "ft",
    "inch",
    "inches",
    "yard",
    "yards",
    "acre",
    "acres",
    "hectare",
    "hectares",
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "kg",
    "kilo",
    "kilos",
    "kilogram",
    "kilograms",
    "gram",
    "grams",
    "g",
    "mg",
    "stone",
    "lb",
    "lbs",
    "ounce",
    "ounces",
    "litre",
    "litres",
    "liter",
    "liters",
    "gallon",
    "gallons",
    "barrels",
    "degrees",
    "mph",
    "km/h",
    "knots",
    "megawatts",
    "mw",
];

const CURRENCIES: [&str; 14] = [
    "pound", "pounds", "dollar", "dollars", "euro", "euros", "pence", "cent", "cents", "yen",
    "yuan", "rupees", "roubles", "francs",
];

/// Adds what the tokens from `sentence` hold outside the names found; `names`
/// are the token ranges of names in the sentence, in order.
pub(crate) fn find(
    words: &Words<'_>,
    sentence: &Range<usize>,
    names: &[Range<usize>],
    out: &mut Vec<Mention>,
) {
    let mut names = names.iter().peekable();
    let mut at = sentence.start;
    while at < sentence.end {
        while names.next_if(|name| name.end <= at).is_some() {}
        let limit = match names.peek() {
            Some(name) if name.start <= at => {
                at = name.end;
                continue;
            }
            Some(name) => name.start.min(sentence.end),
            None => sentence.end,
        };
        if let Some((range, label)) = starting_at(words, at, limit) {
            at = range.end;
            out.push(Mention::new(words.span(&range), label));
        } else {
            at += 1;
        }
    }
}

fn starting_at(words: &Words<'_>, at: usize, limit: usize) -> Option<(Range<usize>, Label)> {
    let found = |(end, label): (usize, Label)| (at..end, label);
    match words.kind(at)? {
        TokenKind::Url => Some((at..at + 1, Label::Url)),
        TokenKind::Symbol => money(words, at, limit).map(found),
        TokenKind::Number => dates::numeric(words, at, limit)
            .or_else(|| counted(words, at, limit))
            .map(found),
        TokenKind::Word if !words.classes(at).any(class::AMOUNT | class::CALENDAR) => None,
        TokenKind::Word if words.is(at, "the") => dates::spelled(words, at, limit).map(found),
        TokenKind::Word => dates::spelled(words, at, limit)
            .or_else(|| money(words, at, limit))
            .or_else(|| counted(words, at, limit))
            .or_else(|| ordinal(words, at, limit))
            .map(found),
        _ => None,
    }
}

/// A currency sign and its amount: "£2.5 million", "US$4bn".
fn money(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    let prefixed = matches!(words.str(at), "US" | "A" | "C" | "NZ" | "HK" | "AU");
    let sign = at + usize::from(prefixed && words.glued(at + 1));
    if !matches!(
        words.str(sign),
        "£" | "$" | "€" | "¥" | "₹" | "US$" | "A$" | "C$"
    ) {
        return None;
    }
    let number = sign + 1;
    if number >= limit || words.kind(number) != Some(TokenKind::Number) {
        return None;
    }
    let mut end = number + 1;
    while end < limit && words.is_one_of(end, &LARGE_NUMBERS) {
        end += 1;
    }
    Some((end, Label::Money))
}

/// A number with what it counts, if that has a label of its own.
fn counted(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    let mut end = number_end(words, at, limit)?;
    // "three and six months" is one duration.
    if end + 1 < limit
        && words.is_one_of(end, &["and", "to", "or", "-", "–"])
        && let Some(second) = number_end(words, end + 1, limit)
    {
        let unit = unit(words, second, limit);
        if let Some((behind, label @ (Label::Date | Label::Time))) = unit {
            return Some((behind, label));
        }
    }
    if let Some(found) = unit(words, end, limit) {
        return Some(found);
    }
    let plain = at + 1 == end;
    if plain && words.is_one_of(at, &["one", "zero"]) {
        return None;
    }
    let number = words.str(at);
    if plain && words.kind(at) == Some(TokenKind::Number) {
        if let Some(label) = glued_unit(number) {
            return Some((end, label));
        }
        let digits = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        if !number.chars().all(digits) || at > 0 && words.str(at - 1) == "[" {
            return None;
        }
    }
    while end > at + 1 && words.is(end - 1, "and") {
        end -= 1;
    }
    Some((end, Label::Cardinal))
}

/// Behind the words of a number: "1,400", "two hundred and six", "2.5 million".
fn number_end(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
    let small = |at: usize| {
        let word = words.str(at);
        let listed = words.classes(at).any(class::AMOUNT);
        let compound = || {
            word.split_once('-').is_some_and(|(tens, ones)| {
                SMALL_NUMBERS.contains(&&*tens.to_lowercase()) && SMALL_NUMBERS.contains(&ones)
            })
        };
        listed && (words.is_one_of(at, &SMALL_NUMBERS) || compound())
    };
    let digits = words.kind(at) == Some(TokenKind::Number);
    if at >= limit || !digits && !small(at) {
        return None;
    }
    let mut end = at + 1;
    while end < limit {
        let large = words.is_one_of(end, &LARGE_NUMBERS) && words.str(end).len() > 2;
        let bridged = words.is(end, "and")
            && words.is_one_of(end - 1, &["hundred", "thousand", "million"])
            && end + 1 < limit
            && small(end + 1);
        if !large && !bridged && (digits || !small(end)) {
            break;
        }
        end += 1;
    }
    Some(end)
}

fn unit(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    if at >= limit {
        return None;
    }
    if words.is(at, "%") || words.is(at, "percent") {
        return Some((at + 1, Label::Percent));
    }
    if words.is(at, "per") && words.is(at + 1, "cent") && at + 1 < limit {
        return Some((at + 2, Label::Percent));
    }
    if let Some(found) = dates::unit(words, at, limit) {
        return Some(found);
    }
    if words.is_one_of(at, &CURRENCIES) {
        return Some((at + 1, Label::Money));
    }
    (words.is_one_of(at, &UNITS) && words.str(at).len() > 1).then_some((at + 1, Label::Quantity))
}

/// The unit written without a space: "6pm", "40km", "22nd", "75p".
fn glued_unit(number: &str) -> Option<Label> {
    let letters =
        number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ':'));
    let lower = letters.to_lowercase();
    match lower.as_str() {
        "st" | "nd" | "rd" | "th" => Some(Label::Ordinal),
        "am" | "pm" | "a.m" | "p.m" | "a.m." | "p.m." => Some(Label::Time),
        "km" | "kg" | "cm" | "mm" | "ft" | "mph" | "mg" | "ml" | "kw" | "mw" | "gb" => {
            Some(Label::Quantity)
        }
        "m" | "bn" | "k" => Some(Label::Cardinal),
        "p" => Some(Label::Money),
        "%" => Some(Label::Percent),
        _ => None,
    }
}

fn ordinal(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    let idiom = words.is(at + 1, "place")
        || at > 0 && words.is_one_of(at - 1, &["at", "a"])
        || words.is(at, "first") && words.is_one_of(at + 1, &["of", "lady", "minister", "aid"]);
    let fits = words.is_one_of(at, &ORDINALS) && !idiom && at < limit;
    fits.then_some((at + 1, Label::Ordinal))
}
