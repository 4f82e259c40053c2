//! Reading a row's file: cases, their marks, and the lines that state more.

use onrecord::core::Span;
use onrecord_testkit::{Fixture, TableLine};

/// An article with what must be found in it.
pub(crate) struct Case {
    pub(crate) title: String,
    pub(crate) fixture: Fixture,
    pub(crate) expectations: Vec<Expectation>,
}

/// What a line of the table states beyond the marks. Quotations are indices
/// into the fixture's; entities too.
pub(crate) enum Expectation {
    Accept {
        quote: usize,
        speaker: Option<usize>,
    },
    Exact {
        quote: usize,
    },
    Optional {
        words: Span,
    },
    NoQuote {
        words: Span,
    },
    NoDirect {
        words: Span,
    },
    NoName {
        label: String,
        words: Span,
    },
    Turn {
        quote: usize,
        other: usize,
        same: bool,
    },
    One {
        entity: usize,
    },
    Apart {
        entity: usize,
        other: usize,
    },
    Zone {
        kind: String,
        words: Span,
    },
    Paragraph {
        words: Span,
    },
    /// `None` if the date must be unknown; else value and basis.
    Published {
        date: Option<(String, String)>,
    },
    Updated {
        date: Option<(String, String)>,
    },
}

/// All cases of a row's file.
pub(crate) fn read(source: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let mut parts = source.split("##### ");
    let about = parts.next().unwrap_or_default();
    if !about.lines().all(|line| line.starts_with('#')) {
        return Err(String::from(
            "only comments may stand before the first case",
        ));
    }
    for part in parts {
        let (title, article) = part.split_once('\n').unwrap_or((part, ""));
        let case = read_case(title, article).map_err(|error| format!("{title}: {error}"))?;
        cases.push(case);
    }
    Ok(cases)
}

fn read_case(title: &str, article: &str) -> Result<Case, String> {
    let fixture = Fixture::parse(article).map_err(|error| error.to_string())?;
    let mut expectations = Vec::new();
    for TableLine { line, content } in &fixture.others {
        let expectation = read_line(content, &fixture);
        expectations.push(expectation.map_err(|error| format!("line {line}: {error}"))?);
    }
    Ok(Case {
        title: title.to_owned(),
        fixture,
        expectations,
    })
}

fn read_line(content: &str, fixture: &Fixture) -> Result<Expectation, String> {
    let (keyword, rest) = content.split_once(' ').unwrap_or((content, ""));
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let place = || place(rest, fixture);
    Ok(match (keyword, &fields[..]) {
        ("accept", [number, key]) => Expectation::Accept {
            quote: quote(number, fixture)?,
            speaker: if *key == "-" {
                None
            } else {
                Some(entity(key, fixture)?)
            },
        },
        ("exact", [number]) => Expectation::Exact {
            quote: quote(number, fixture)?,
        },
        ("optional", _) => Expectation::Optional { words: place()? },
        ("no-quote", _) => Expectation::NoQuote { words: place()? },
        ("no-direct", _) => Expectation::NoDirect { words: place()? },
        ("no-name", [label, ..]) => Expectation::NoName {
            label: (*label).to_owned(),
            words: place()?,
        },
        ("turn", [number, relation @ ("=" | "!="), other]) => Expectation::Turn {
            quote: quote(number, fixture)?,
            other: quote(other, fixture)?,
            same: *relation == "=",
        },
        ("one", [key]) => Expectation::One {
            entity: entity(key, fixture)?,
        },
        ("apart", [key, other]) => Expectation::Apart {
            entity: entity(key, fixture)?,
            other: entity(other, fixture)?,
        },
        ("zone", [kind, ..]) => Expectation::Zone {
            kind: (*kind).to_owned(),
            words: place()?,
        },
        ("paragraph", _) => Expectation::Paragraph { words: place()? },
        ("published", date) => Expectation::Published {
            date: read_date(date)?,
        },
        ("updated", date) => Expectation::Updated {
            date: read_date(date)?,
        },
        _ => return Err(format!("{content:?} states nothing that can be checked")),
    })
}

fn quote(number: &str, fixture: &Fixture) -> Result<usize, String> {
    let number = number.parse();
    let index = fixture
        .quotes
        .iter()
        .position(|quote| Ok(quote.number) == number);
    index.ok_or_else(|| String::from("there is no such quotation"))
}

fn entity(key: &str, fixture: &Fixture) -> Result<usize, String> {
    let index = fixture.entities.iter().position(|entity| entity.key == key);
    index.ok_or_else(|| format!("there is no entity {key:?}"))
}

fn read_date(fields: &[&str]) -> Result<Option<(String, String)>, String> {
    match fields {
        ["none"] => Ok(None),
        [value, basis] => Ok(Some(((*value).to_owned(), (*basis).to_owned()))),
        _ => Err(String::from("expected a date and its basis, or `none`")),
    }
}

/// The words between `"`, at the occurrence whose number follows them.
fn place(rest: &str, fixture: &Fixture) -> Result<Span, String> {
    let (_, quoted) = rest.split_once('"').ok_or("words in \" are missing")?;
    let (words, number) = quoted.rsplit_once('"').ok_or("the second \" is missing")?;
    let number: usize = match number.trim() {
        "" => 1,
        digits => digits
            .parse()
            .map_err(|_| format!("{digits:?} is no number"))?,
    };
    let found = fixture
        .text
        .match_indices(words)
        .nth(number.saturating_sub(1));
    let (start, _) = found.ok_or_else(|| format!("{words:?} does not occur {number} times"))?;
    Ok(Span::new(start as u32, (start + words.len()) as u32))
}
