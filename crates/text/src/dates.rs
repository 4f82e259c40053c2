//! Publication dates: stamps on the page, and what the story says of today.
//!
//! Only what is written is taken. Day before month where the order is open
//! (this is a British tool); a stamp without a year has no value.

use onrecord_core::layers::ZoneSubtype;
use onrecord_core::{Span, Text};

/// Longer lines are no stamps.
const LONGEST_STAMP: usize = 160;
/// A label on a line of its own is shorter.
const LONGEST_LABEL: usize = 40;
/// How far behind "today" its date may reach.
const TODAY_WINDOW: usize = 80;

/// A date stamp found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// Published, updated or dated.
    pub(crate) subtype: ZoneSubtype,
    /// Whether a word says of what it is the date.
    pub(crate) labelled: bool,
    /// ISO 8601; none if the year or the day is not stated.
    pub(crate) value: Option<String>,
    /// The date's own words, without the label.
    pub(crate) span: Span,
}

/// The stamps of a line that holds nothing else; empty for any other line.
pub(crate) fn stamps(text: Text<'_>, line: Span) -> Vec<Stamp> {
    if line.len() as usize > LONGEST_STAMP {
        return Vec::new();
    }
    let words = words(text, line);
    let run = Run::read(text, &words);
    if run.read == words.len() {
        return run.stamps;
    }
    // Wire copy: `LONDON 2019-05-04`.
    let place = |span: &Span| text.slice(*span).chars().all(char::is_uppercase);
    let from = words.iter().take_while(|span| place(span)).count();
    let rest = words.get(from..).unwrap_or_default();
    let run = Run::read(text, rest);
    let whole = (1..=3).contains(&from) && run.read == rest.len();
    if whole && run.stamps.iter().all(|stamp| stamp.value.is_some()) {
        return run.stamps;
    }
    Vec::new()
}

/// What a line says the date on the next line is of, if it says only that.
pub(crate) fn stamp_label(text: Text<'_>, line: Span) -> Option<ZoneSubtype> {
    if line.len() as usize > LONGEST_LABEL {
        return None;
    }
    let mut found = None;
    for span in words(text, line) {
        let word = text.slice(span).to_lowercase();
        match label(&word) {
            Some(label) => found = Some(found.map_or(label, |before| stronger(before, label))),
            None if is_filler(&word) => {}
            None => return None,
        }
    }
    found
}

/// A full date that ends a line which begins with something else, such as a
/// byline, and the byte offset where it begins.
pub(crate) fn stamps_at_end(text: Text<'_>, line: Span) -> Option<(u32, Vec<Stamp>)> {
    if line.len() as usize > LONGEST_STAMP {
        return None;
    }
    let words = words(text, line);
    (1..words.len()).find_map(|from| {
        let rest = words.get(from..)?;
        let run = Run::read(text, rest);
        let dated = run.stamps.iter().any(|stamp| stamp.value.is_some());
        (dated && run.read == rest.len()).then(|| (rest[0].start, run.stamps))
    })
}

/// The ISO form of a date that a record gives, if it is one.
pub(crate) fn normalise(given: &str) -> Option<String> {
    let text = Text::new(given);
    let whole = text.span(0..given.len())?;
    stamps(text, whole)
        .into_iter()
        .find_map(|stamp| stamp.value)
}

/// What a paragraph says today's date is: "Today (Wednesday 22 June)",
/// "today, 10 September 2020". Without a year the weekday has to tell which of
/// `years`, those the article mentions, is meant.
pub(crate) fn today(text: Text<'_>, paragraph: Span, years: &[u32]) -> Option<Stamp> {
    let bytes = text.bytes().get(paragraph.range())?;
    let mut from = 0;
    while let Some(found) = find_word(bytes, b"oday", from) {
        from = found + 4;
        let capital = bytes.get(found.wrapping_sub(1)).copied();
        let opener = bytes
            .get(from..)?
            .iter()
            .take(2)
            .find(|byte| **byte != b' ');
        if !matches!(capital, Some(b't' | b'T')) || !matches!(opener, Some(b'(' | b',')) {
            continue;
        }
        let start = paragraph.start as usize + from;
        let end = floor_boundary(text, (start + TODAY_WINDOW).min(paragraph.range().end));
        let words = words(text, text.span(start..end)?);
        let run = Run::read(text, &words);
        let Some(stamp) = run.stamps.into_iter().next() else {
            continue;
        };
        if stamp.value.is_some() {
            return Some(stamp);
        }
        if let Some(value) = run.first.in_one_of(years) {
            let value = Some(value);
            return Some(Stamp { value, ..stamp });
        }
    }
    None
}

/// The date before a dash that opens a wire story: `LONDON, 4 May 2021 (Wire) –`.
pub(crate) fn wire(text: Text<'_>, paragraph: Span) -> Option<Stamp> {
    let end = floor_boundary(
        text,
        (paragraph.start as usize + 70).min(paragraph.range().end),
    );
    let head = text.as_str().get(paragraph.start as usize..end)?;
    let dash = [" - ", " -- ", " – ", " — "]
        .iter()
        .filter_map(|dash| head.find(dash))
        .min()?;
    let head = text.span(paragraph.start as usize..paragraph.start as usize + dash)?;
    let words = words(text, head);
    let capital = |span: &&Span| text.slice(**span).starts_with(char::is_uppercase);
    let place = words.iter().take_while(capital).count().min(5);
    (1..=place).find_map(|from| {
        let run = Run::read(text, words.get(from..)?);
        run.stamps.into_iter().find(|stamp| stamp.value.is_some())
    })
}

/// The years that a text mentions, sorted, each once.
pub(crate) fn years(text: Text<'_>) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    let (mut year, mut digits) = (0, 0);
    for &byte in text.bytes().iter().chain(b" ") {
        if byte.is_ascii_digit() {
            digits += 1;
            year = if digits > 4 {
                0
            } else {
                year * 10 + u32::from(byte - b'0')
            };
            continue;
        }
        if digits == 4
            && (1900..2100).contains(&year)
            && let Err(place) = found.binary_search(&year)
        {
            found.insert(place, year);
        }
        (year, digits) = (0, 0);
    }
    found
}

fn find_word(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest.windows(word.len()).position(|window| window == word)?;
    Some(from + at)
}

fn floor_boundary(text: Text<'_>, mut at: usize) -> usize {
    while !text.as_str().is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The words of a line, cut at white space and separators. Empty where it
/// would be of no use to go on.
fn words(text: Text<'_>, line: Span) -> Vec<Span> {
    let separates = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';' | '|' | '(' | ')' | '[' | ']' | '•' | '·' | '–' | '—'
            )
    };
    let mut found = Vec::new();
    let mut at = line.start;
    for word in text.slice(line).split(separates) {
        let trimmed = word.trim_matches([':', '.', '-', '/', '\u{200B}']);
        if !trimmed.is_empty() {
            let lead = word.len()
                - word
                    .trim_start_matches([':', '.', '-', '/', '\u{200B}'])
                    .len();
            let start = at + lead as u32;
            found.push(Span::new(start, start + trimmed.len() as u32));
        }
        // Every separator is as long as what `split` skipped.
        let behind = at as usize + word.len();
        let skipped = text
            .as_str()
            .get(behind..)
            .and_then(|rest| rest.chars().next());
        at = (behind + skipped.map_or(0, char::len_utf8)) as u32;
    }
    found
}

/// Stamps read from the start of a list of words, up to the first word that
/// belongs in none.
struct Run {
    stamps: Vec<Stamp>,
    /// The first date, also if it has no year.
    first: Date,
    /// How many words were read.
    read: usize,
}

impl Run {
    fn read(text: Text<'_>, words: &[Span]) -> Self {
        let mut run = Self {
            stamps: Vec::new(),
            first: Date::default(),
            read: 0,
        };
        let mut date = Date::default();
        for &span in words {
            let word = text.slice(span).to_lowercase();
            if let Some(label) = label(&word) {
                // `Date published` has two labels and no date between.
                if date.is_stamp() {
                    run.keep(&date);
                    date = Date::default();
                }
                date.label = Some(date.label.map_or(label, |before| stronger(before, label)));
            } else if !date.take(&word, span) {
                break;
            }
            run.read += 1;
        }
        run.keep(&date);
        run
    }

    fn keep(&mut self, date: &Date) {
        let Some(span) = date.span.filter(|_| date.is_stamp()) else {
            return;
        };
        if self.stamps.is_empty() {
            self.first = date.clone();
        }
        self.stamps.push(Stamp {
            subtype: date.label.unwrap_or(ZoneSubtype::Dated),
            labelled: date.label.is_some(),
            value: date.year.and_then(|year| date.value(year)),
            span,
        });
    }
}

fn label(word: &str) -> Option<ZoneSubtype> {
    match word {
        "published" | "posted" | "created" | "released" | "issued" | "publication" => {
            Some(ZoneSubtype::Published)
        }
        "updated" | "modified" | "amended" | "edited" | "update" => Some(ZoneSubtype::Updated),
        "dated" | "date" => Some(ZoneSubtype::Dated),
        _ => None,
    }
}

/// Words around a date that say nothing of it.
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "first"
            | "last"
            | "on"
            | "at"
            | "the"
            | "of"
            | "time"
            | "originally"
            | "article"
            | "story"
            | "page"
            | "and"
            | "min"
            | "mins"
            | "read"
            | "gmt"
            | "bst"
            | "utc"
            | "est"
            | "edt"
            | "et"
            | "cst"
            | "cdt"
            | "mst"
            | "mdt"
            | "pst"
            | "pdt"
            | "pt"
            | "ist"
            | "cet"
            | "cest"
            | "aest"
            | "aedt"
            | "hrs"
            | "z"
    )
}

/// `Date updated`: the word that says more.
fn stronger(one: ZoneSubtype, other: ZoneSubtype) -> ZoneSubtype {
    if one == ZoneSubtype::Dated {
        other
    } else {
        one
    }
}

/// What is known of a date.
#[derive(Clone, Debug, Default)]
struct Date {
    label: Option<ZoneSubtype>,
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    weekday: Option<u32>,
    /// `HH:MM` or `HH:MM:SS`, with its offset from UTC if the stamp is ISO 8601.
    time: Option<Clock>,
    /// `3 hours ago`
    relative: bool,
    span: Option<Span>,
}

#[derive(Clone, Debug)]
struct Clock {
    hour: u32,
    minute: u32,
    second: Option<u32>,
    offset: String,
}

impl Date {
    /// Whether there is enough to call it a stamp.
    fn is_stamp(&self) -> bool {
        let date = self.day.is_some() && self.month.is_some();
        let labelled = self.label.is_some() && (self.time.is_some() || self.year.is_some());
        date || labelled || self.relative
    }

    /// Takes note of a word; false if it belongs in no stamp.
    fn take(&mut self, word: &str, span: Span) -> bool {
        if is_filler(word) {
            return true;
        }
        let known = self.take_word(word) || self.take_number(word);
        if known {
            self.span = Some(self.span.map_or(span, |before| before.cover(span)));
        }
        known
    }

    fn take_word(&mut self, word: &str) -> bool {
        if let Some(weekday) = weekday(word) {
            self.weekday = Some(weekday);
        } else if let Some(month) = month(word) {
            if self.month.is_some() {
                return false;
            }
            self.month = Some(month);
        } else if word == "ago" {
            self.relative = true;
        } else if matches!(word, "am" | "a.m" | "pm" | "p.m" | "noon") {
            self.afternoon(word.starts_with('p'));
            return self.time.is_some();
        } else {
            let unit = word.strip_suffix('s').unwrap_or(word);
            return matches!(
                unit,
                "minute" | "hour" | "day" | "week" | "month" | "hr" | "min"
            );
        }
        true
    }

    /// Turns a clock of twelve hours into one of twenty-four.
    fn afternoon(&mut self, afternoon: bool) {
        // `5 pm`: the hour was taken for a day.
        if self.time.is_none()
            && let Some(hour) = self.day.take()
        {
            self.time = clock(hour, 0, None);
        }
        if let Some(time) = &mut self.time {
            if afternoon && time.hour < 12 {
                time.hour += 12;
            } else if !afternoon && time.hour == 12 {
                time.hour = 0;
            }
        }
    }

    fn take_number(&mut self, word: &str) -> bool {
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        if let Some((date, time)) = word.split_once('t') {
            // `2021-05-04t12:30z`; `21st` has its `t` behind the `s`.
            if date.len() == 10 {
                return self.take_parts(date) && self.take_clock(time);
            }
        }
        if let Some(numerals) = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
        {
            return self.take_day(numerals);
        }
        if word.contains(':') || word.ends_with(['m', 'z']) {
            return self.take_clock(word);
        }
        if word.contains(['-', '/', '.']) {
            return self.take_parts(word) || self.take_clock(word);
        }
        match (word.len(), number(word)) {
            (4, Some(year)) if (1800..2100).contains(&year) && self.year.is_none() => {
                self.year = Some(year);
                true
            }
            (1 | 2, Some(_)) => self.take_day(word) || self.label.is_none() && self.day.is_some(),
            _ => false,
        }
    }

    fn take_day(&mut self, numerals: &str) -> bool {
        let day = number(numerals).filter(|day| (1..=31).contains(day));
        if self.day.is_some() || day.is_none() {
            return false;
        }
        self.day = day;
        true
    }

    /// `2021-05-04`, `4/5/2021`, `04.05.21`.
    fn take_parts(&mut self, word: &str) -> bool {
        let mut parts = word.split(['-', '/', '.']);
        let (Some(first), Some(second), Some(third), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return false;
        };
        let (day, year) = if first.len() == 4 {
            (third, first)
        } else {
            (first, third)
        };
        let month = number(second).or_else(|| month(second));
        let (Some(mut day), Some(mut month), Some(mut year)) = (number(day), month, number(year))
        else {
            return false;
        };
        if month > 12 && day <= 12 {
            (day, month) = (month, day);
        }
        if year < 100 {
            year += 2000;
        }
        let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
        if !fits || !(1800..2100).contains(&year) || self.year.is_some() {
            return false;
        }
        (self.day, self.month, self.year) = (Some(day), Some(month), Some(year));
        true
    }

    /// `17:46`, `5.46pm`, `12:30:05z`, `12:30+01:00`.
    fn take_clock(&mut self, word: &str) -> bool {
        if self.time.is_some() {
            return false;
        }
        let bare = word.strip_suffix('m').unwrap_or(word);
        let (bare, meridiem) = match bare.strip_suffix(['a', 'p']) {
            Some(rest) if bare.len() < word.len() => (rest, Some(bare.ends_with('p'))),
            _ => (word, None),
        };
        let (bare, offset) = match bare.find(['+', '-', 'z']) {
            Some(at) => bare.split_at(at),
            None => (bare, ""),
        };
        let mut parts = bare.split([':', '.']);
        let hour = parts.next().and_then(number);
        let minute = parts.next().map_or(meridiem.map(|_| 0), number);
        let second = parts
            .next()
            .map(|second| number(second.trim_end_matches('z')));
        let (Some(hour), Some(minute)) = (hour, minute) else {
            return false;
        };
        if second == Some(None) {
            return false;
        }
        self.time = clock(hour, minute, second.flatten());
        if let Some(time) = &mut self.time {
            time.offset = offset.to_ascii_uppercase();
        }
        if let Some(afternoon) = meridiem {
            self.afternoon(afternoon);
        }
        self.time.is_some()
    }

    /// ISO 8601 for a year; none without a month, or for a day that is not in it.
    fn value(&self, year: u32) -> Option<String> {
        let month = self.month?;
        let Some(day) = self.day else {
            return Some(format!("{year:04}-{month:02}"));
        };
        if day > days_in(year, month) {
            return None;
        }
        let date = format!("{year:04}-{month:02}-{day:02}");
        let Some(time) = &self.time else {
            return Some(date);
        };
        let second = time.second.map(|second| format!(":{second:02}"));
        let second = second.unwrap_or_default();
        Some(format!(
            "{date}T{:02}:{:02}{second}{}",
            time.hour, time.minute, time.offset
        ))
    }

    /// The date in the only year that fits its weekday, provided that it is the
    /// last year mentioned: an article that looks forward or back further than
    /// its own year leaves it open.
    fn in_one_of(&self, years: &[u32]) -> Option<String> {
        let (weekday, month, day) = (self.weekday?, self.month?, self.day?);
        let mut fitting = years
            .iter()
            .filter(|&&year| weekday_of(year, month, day) == weekday);
        let year = *fitting.next()?;
        let only = fitting.next().is_none();
        (only && years.last() == Some(&year)).then(|| self.value(year))?
    }
}

fn clock(hour: u32, minute: u32, second: Option<u32>) -> Option<Clock> {
    let fits = hour < 24 && minute < 60 && second.is_none_or(|second| second < 60);
    fits.then_some(Clock {
        hour,
        minute,
        second,
        offset: String::new(),
    })
}

fn number(numerals: &str) -> Option<u32> {
    let plain = (1..=4).contains(&numerals.len()) && numerals.bytes().all(|b| b.is_ascii_digit());
    if plain { numerals.parse().ok() } else { None }
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = MONTHS.iter().position(|month| abbreviates(word, month))?;
    Some(at as u32 + 1)
}

/// 0 for Sunday.
fn weekday(word: &str) -> Option<u32> {
    const DAYS: [&str; 7] = [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];
    let at = DAYS.iter().position(|day| abbreviates(word, day))?;
    Some(at as u32)
}

fn abbreviates(word: &str, name: &str) -> bool {
    word == name || ((3..=5).contains(&word.len()) && name.starts_with(word))
}

const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Sakamoto's method (Gregorian calendar), 0 for Sunday.
const fn weekday_of(year: u32, month: u32, day: u32) -> u32 {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    (year + year / 4 - year / 100 + year / 400 + SHIFT[month as usize - 1] + day) % 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(found: &[Stamp]) -> String {
        let one = |stamp: &Stamp| {
            let label = format!("{:?}", stamp.subtype).to_lowercase();
            format!("{label} {}", stamp.value.as_deref().unwrap_or("?"))
        };
        found.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    #[track_caller]
    fn check(line: &str, expect: &str) {
        let text = Text::new(line);
        let found = stamps(text, Span::new(0, text.len()));
        assert_eq!(shown(&found), expect, "{line}");
    }

    #[test]
    fn stamps_of_many_houses() {
        check("Friday, 3rd May 2019, 4:05 pm", "dated 2019-05-03T16:05");
        check(
            "Updated Friday, 3rd May 2019, 4:05 pm",
            "updated 2019-05-03T16:05",
        );
        check(
            "Date published: 3 May 2019 09:32",
            "published 2019-05-03T09:32",
        );
        check("Dated: 03 May 2019 13:35:24", "dated 2019-05-03T13:35:24");
        check(
            "Published 12:30 BST, 4 May 2021",
            "published 2021-05-04T12:30",
        );
        check("2021-05-04T12:30Z", "dated 2021-05-04T12:30Z");
        check(
            "2021-05-04T12:30:09+01:00",
            "dated 2021-05-04T12:30:09+01:00",
        );
        check("May 4, 2021", "dated 2021-05-04");
        check("Tue, 4 May 2021", "dated 2021-05-04");
        check("4/5/2021", "dated 2021-05-04");
        check("5/24/2021", "dated 2021-05-24");
        check(
            "Last updated at 5pm on 4 May 2021",
            "updated 2021-05-04T17:00",
        );
        check(
            "Last updated: 4 May 2021 12.15am",
            "updated 2021-05-04T00:15",
        );
        check(
            "PUBLISHED: 12:01 EST, 3 July 2013 | UPDATED: 08:30 EST, 4 July 2013",
            "published 2013-07-03T12:01, updated 2013-07-04T08:30",
        );
        check(
            "First published on Sat 4 Jul 2020 07.00 BST",
            "published 2020-07-04T07:00",
        );
        check("4 May 2021 • 6:00pm", "dated 2021-05-04T18:00");
        check("9 Sept 2019", "dated 2019-09-09");
        check("LONDON 1996-08-31", "dated 1996-08-31");
    }

    #[test]
    fn stamps_that_do_not_say_when() {
        check("3 hours ago", "dated ?");
        check("Thursday 4 May", "dated ?");
        check("Published: 17:46", "published ?");
        check("31 February 2020", "dated ?");
    }

    #[test]
    fn what_is_no_stamp() {
        for line in [
            "May Day in 2019",
            "On 4 May 2021 the bridge closed",
            "2019",
            "Date night",
            "The 1990s",
            "Last orders at the Page",
            "",
        ] {
            check(line, "");
        }
    }

    #[track_caller]
    fn check_today(body: &str, expect: Option<&str>) {
        let text = Text::new(body);
        let found = today(text, Span::new(0, text.len()), &years(text));
        assert_eq!(
            found.and_then(|stamp| stamp.value).as_deref(),
            expect,
            "{body}"
        );
    }

    #[test]
    fn today_is_a_date_only_where_it_is_said() {
        check_today(
            "The trust today, 10 September 2020, said",
            Some("2020-09-10"),
        );
        check_today("Today (Friday, 3 May 2019) the force", Some("2019-05-03"));
        // 3 May was a Friday in 2013 and 2019.
        check_today(
            "Today (Friday 3 May) it said 2019 was bad",
            Some("2019-05-03"),
        );
        check_today("Today (Friday 3 May) it said 2013 and 2019 were bad", None);
        check_today("Today (Friday 3 May) it said 2013 and 2020 were bad", None);
        check_today("Today (3 May) it said 2019 was bad", None);
        check_today("Today the force said 2019 was bad", None);
    }

    #[test]
    fn wire_stories_begin_with_a_date() {
        let text = Text::new("LEEDS, May 4, 2021 (Wire) -- The mill closed.");
        let found = wire(text, Span::new(0, text.len())).and_then(|stamp| stamp.value);
        assert_eq!(found.as_deref(), Some("2021-05-04"));
        let text = Text::new("The mill closed on 4 May 2021 - a blow, he said.");
        assert_eq!(wire(text, Span::new(0, text.len())), None);
    }
}
