//! Dates, durations and times of day, absolute and relative.

use onrecord_core::layers::{Label, TokenKind};

use crate::layout::class;
use crate::words::Words;

const MONTHS: [&str; 23] = [
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
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
];

const DAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mondays",
    "tuesdays",
    "wednesdays",
    "thursdays",
    "fridays",
    "saturdays",
    "sundays",
];

const DATE_UNITS: [&str; 18] = [
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "fortnight",
    "weekend",
    "weekends",
    "summer",
    "winter",
    "season",
];

const TIME_UNITS: [&str; 8] = [
    "hour", "hours", "minute", "minutes", "second", "seconds", "mins", "hrs",
];

const DAY_PARTS: [&str; 4] = ["morning", "afternoon", "evening", "night"];

/// A date or time that begins with a digit: "22 June 2022", "2014", "5:46 pm".
pub(crate) fn numeric(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    let number = words.str(at);
    if let Some(end) = clock(words, at, limit) {
        return Some((end, Label::Time));
    }
    if is_day(number) && at + 1 < limit {
        let month = at + 1 + usize::from(words.is(at + 1, "of"));
        if is_month(words, month) && month < limit {
            return Some((year_after(words, month + 1, limit), Label::Date));
        }
    }
    let year = number.trim_end_matches('s');
    let decade = number.len() == year.len() + 1;
    let counts = unit(words, at + 1, limit).is_some();
    if (is_year(year) || is_season(year)) && !counts {
        return Some((at + 1, Label::Date));
    }
    let short_decade = decade && year.len() == 2 && year.ends_with('0');
    let written = number
        .split(['/', '-', '.'])
        .filter(|part| !part.is_empty())
        .count()
        == 3
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.'));
    (short_decade || written).then_some((at + 1, Label::Date))
}

/// A date or time that begins with a word: "March 2018", "last month", "today".
pub(crate) fn spelled(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    if words.is_one_of(at, &["today", "yesterday", "tomorrow"]) {
        let part = at + 1 < limit && words.is_one_of(at + 1, &DAY_PARTS);
        return Some((
            at + 1 + usize::from(part),
            if part { Label::Time } else { Label::Date },
        ));
    }
    if words.is_one_of(at, &["tonight", "midnight", "midday", "noon"]) {
        return Some((at + 1, Label::Time));
    }
    weekday(words, at, limit)
        .or_else(|| month(words, at, limit))
        .or_else(|| relative(words, at, limit))
}

fn weekday(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    if !words.capitalised(at) || !words.is_one_of(at, &DAYS) {
        return None;
    }
    let after = at + 1 + usize::from(words.is(at + 1, ","));
    if after < limit {
        if let Some((end, Label::Date)) = numeric(words, after, limit)
            && words.str(after).len() < 5
            && end > after + 1
        {
            return Some((end, Label::Date));
        }
        if let Some((end, label)) = month(words, after, limit)
            && end > after + 1
        {
            return Some((end, label));
        }
    }
    if at + 1 < limit && words.is_one_of(at + 1, &DAY_PARTS) {
        return Some((at + 2, Label::Time));
    }
    Some((at + 1, Label::Date))
}

fn month(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    if !is_month(words, at) {
        return None;
    }
    let mut end = at + 1;
    if end < limit && is_day(words.str(end)) && unit(words, end + 1, limit).is_none() {
        end += 1;
    }
    let end = year_after(words, end, limit);
    // "March" and "May" alone are words as well.
    let preceded = at > 0
        && words.is_one_of(
            at - 1,
            &[
                "in", "since", "until", "by", "from", "early", "late", "mid", "last", "next",
                "this", "between", "and", "to", "of", "during", "till", "through",
            ],
        );
    let clear = end > at + 1 || preceded || !words.is_one_of(at, &["may", "march", "mar", "jun"]);
    clear.then_some((end, Label::Date))
}

/// "last month", "the last 16 years", "earlier this year", "two years ago".
fn relative(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    let mut next = at;
    if words.is_one_of(next, &["earlier", "later"]) {
        next += 1;
    }
    let article = words.is(next, "the");
    next += usize::from(article);
    if !words.is_one_of(
        next,
        &[
            "last",
            "past",
            "next",
            "this",
            "previous",
            "coming",
            "following",
        ],
    ) {
        return None;
    }
    let point = next + 1;
    if point >= limit {
        return None;
    }
    if words.is_one_of(point, &DAY_PARTS) {
        return (!article).then_some((point + 1, Label::Time));
    }
    if let Some((end, label)) = weekday(words, point, limit).or_else(|| month(words, point, limit))
    {
        return (!article).then_some((end, label));
    }
    let mut counted = point;
    while counted < limit.min(point + 4) && is_count(words, counted) {
        counted += 1;
    }
    let (end, label) = unit(words, counted, limit)?;
    Some((end, label))
}

/// A unit of time behind a number, with what belongs to the duration.
pub(crate) fn unit(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, Label)> {
    if at >= limit || words.capitalised(at) {
        return None;
    }
    let label = if words.is_one_of(at, &DATE_UNITS) {
        Label::Date
    } else if words.is_one_of(at, &TIME_UNITS) {
        Label::Time
    } else {
        return None;
    };
    let more = at + 1 < limit && words.is_one_of(at + 1, &["ago", "period", "earlier", "later"]);
    Some((at + 1 + usize::from(more), label))
}

fn is_count(words: &Words<'_>, at: usize) -> bool {
    words.kind(at) == Some(TokenKind::Number)
        || words.is_one_of(
            at,
            &[
                "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven", "twelve", "few", "several", "couple", "of", "twenty", "thirty",
                "hundred",
            ],
        )
}

/// Behind a time of day: "5:46 pm", "6pm", "09:32", "6 o'clock".
fn clock(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
    let number = words.str(at);
    let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let suffix = number
        .get(digits.len()..)
        .unwrap_or_default()
        .replace('.', "");
    let plain = digits.split([':', '.']).all(|part| {
        !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !plain {
        return None;
    }
    if suffix.eq_ignore_ascii_case("am") || suffix.eq_ignore_ascii_case("pm") {
        return Some(at + 1);
    }
    if !suffix.is_empty() {
        return None;
    }
    if at + 1 < limit {
        let next = words.str(at + 1).replace('.', "");
        let named = ["am", "pm", "o'clock", "o’clock", "gmt", "bst", "utc"];
        if named.iter().any(|name| next.eq_ignore_ascii_case(name)) {
            return Some(at + 2);
        }
    }
    digits.contains(':').then_some(at + 1)
}

fn is_day(number: &str) -> bool {
    let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = number.get(digits.len()..).unwrap_or_default();
    let in_month = digits
        .parse::<u8>()
        .is_ok_and(|day| (1..=31).contains(&day));
    in_month && digits.len() <= 2 && matches!(suffix, "" | "st" | "nd" | "rd" | "th")
}

fn is_month(words: &Words<'_>, at: usize) -> bool {
    words.classes(at).any(class::CALENDAR) && words.capitalised(at) && {
        let plain = words.str(at).trim_end_matches('.').to_lowercase();
        MONTHS.contains(&plain.as_str()) || plain == "dec"
    }
}

/// Goes on over ", 2013" or "2013".
fn year_after(words: &Words<'_>, at: usize, limit: usize) -> usize {
    let year = at + usize::from(words.is(at, ","));
    if year < limit && is_year(words.str(year)) {
        year + 1
    } else {
        at
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word
            .parse::<u16>()
            .is_ok_and(|year| (1400..=2099).contains(&year))
}

/// "2019/20", "2019-20", "1987–2017".
fn is_season(word: &str) -> bool {
    let Some((first, second)) = word.split_once(['/', '-', '–']) else {
        return false;
    };
    is_year(first) && (is_year(second) || second.len() == 2 && second.parse::<u8>().is_ok())
}
