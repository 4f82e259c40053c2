//! One article on a page: what it is about, who is in it, who said what.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use onrecord_core::layers::{
    DateBasis, Dated, Entities, Keyphrases, Label, Meta, Quote, QuoteKind, Summary,
};
use onrecord_core::{Document, OffsetUnit, Offsets};
use serde_json::Value;
use terminal_size::{Width, terminal_size_of};

use super::clean::printable;
use super::dates::long_date;
use super::page::{DOT, Page};
use super::people::{Portrait, named, portrait};
use super::speech::{Group, Who, groups, paragraphs};

const PLAIN: Style = Style::new();
const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const HEADING: Style = AnsiColor::Cyan.on_default().bold();
const REPORTED: Style = Style::new().italic();
const TROUBLE: Style = AnsiColor::Red.on_default();

/// Narrower than this nothing can be set, wider is no pleasure to read.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=96;

/// Layers that this view shows in its own way, or not at all.
const KNOWN: [&str; 9] = [
    "entities",
    "keyphrases",
    "mentions",
    "meta",
    "paragraphs",
    "quotes",
    "sentences",
    "summary",
    "zones",
];

/// Names of one kind that are listed before "and … more".
const MOST_NAMES: usize = 15;

/// Sets documents for a person to read.
pub(crate) struct TextView {
    /// The layers asked for; all where there is no such list.
    wanted: Option<BTreeSet<String>>,
    width: usize,
    styled: bool,
}

impl TextView {
    /// A view fitted to the terminal that stdout is, if it goes there.
    pub(crate) fn new(wanted: Option<BTreeSet<String>>, to_stdout: bool) -> Self {
        let stdout = io::stdout();
        let size = terminal_size_of(&stdout).filter(|_| to_stdout && stdout.is_terminal());
        let width = size.map_or(80, |(Width(columns), _)| usize::from(columns));
        Self {
            wanted,
            width: width.clamp(*WIDTHS.start(), *WIDTHS.end()),
            styled: to_stdout && AutoStream::choice(&stdout) != ColorChoice::Never,
        }
    }

    fn wants(&self, layer: &str) -> bool {
        self.wanted
            .as_ref()
            .is_none_or(|wanted| wanted.contains(layer))
    }

    /// The page of a document.
    pub(crate) fn document(&self, document: &Document) -> String {
        let mut page = Page::new(self.width, self.styled);
        page.rule(FAINT);
        head(&mut page, document);
        if self.wants("summary") {
            summary(&mut page, document);
        }
        if self.wants("keyphrases") {
            keyphrases(&mut page, document);
        }
        if self.wants("entities") || self.wants("mentions") {
            people(&mut page, document);
            names(&mut page, document, "Organisations", &[Label::Org]);
            names(
                &mut page,
                document,
                "Places",
                &[Label::Gpe, Label::Loc, Label::Fac],
            );
            names(
                &mut page,
                document,
                "Also named",
                &[Label::Event, Label::Law, Label::Work, Label::Product],
            );
        }
        if self.wants("quotes") {
            speech(&mut page, document);
        }
        self.foreign(&mut page, document);
        for error in document.errors() {
            page.blank();
            let (name, why) = (error.processor, printable(&error.message));
            page.paragraph(0, 2, &[(TROUBLE, &format!("Not done: {name}: {why}"))]);
        }
        page.blank();
        page.finish()
    }

    /// Layers that only their own processors know, as far as they are small
    /// enough to be read in passing.
    fn foreign(&self, page: &mut Page, document: &Document) {
        let offsets = Offsets::new("", OffsetUnit::Byte);
        for (name, layer) in document.layers() {
            if KNOWN.contains(&name) || !layer.shown() || !self.wants(name) {
                continue;
            }
            let json = layer.to_json(&offsets).unwrap_or_default();
            if let Some(words) = in_passing(&json) {
                heading(page, &name.replace('_', " "));
                page.paragraph(2, 2, &[(PLAIN, &words)]);
            }
        }
    }

    /// A line about a layer of a corpus stage.
    pub(crate) fn stage_layer(&self, id: &str, layer: &str, json: &str) -> String {
        let mut page = Page::new(self.width, self.styled);
        let (id, json) = (printable(id), printable(json));
        page.paragraph(
            0,
            2,
            &[
                (STRONG, &id),
                (FAINT, &format!(" {layer} ")),
                (PLAIN, &json),
            ],
        );
        page.finish()
    }
}

/// The members of a JSON object that have simple values, or how many items an
/// array has.
fn in_passing(json: &str) -> Option<String> {
    let facts: Vec<String> = match serde_json::from_str(json).ok()? {
        Value::Object(members) => members
            .iter()
            .filter_map(|(name, value)| {
                let value = match value {
                    Value::String(text) => printable(text),
                    Value::Number(number) => number.to_string(),
                    Value::Bool(flag) => flag.to_string(),
                    _ => return None,
                };
                Some(format!("{} {value}", printable(name)))
            })
            .collect(),
        Value::Array(items) => vec![format!("{} items", items.len())],
        _ => return None,
    };
    (!facts.is_empty()).then(|| facts.join(DOT))
}

fn head(page: &mut Page, document: &Document) {
    let text = document.text();
    let meta = document.layer::<Meta>();
    let id = printable(document.id());
    let headline = meta.and_then(|meta| meta.headline);
    match headline {
        Some(span) => page.paragraph(0, 0, &[(STRONG, &printable(text.slice(span)))]),
        None => page.paragraph(0, 0, &[(STRONG, &id)]),
    }
    let mut facts = Vec::new();
    if let Some(meta) = meta {
        facts.extend(meta.published.as_ref().map(date));
        let updated = meta.updated.as_ref();
        facts.extend(updated.map(|updated| format!("updated {}", date(updated))));
        let byline = meta.byline.as_ref().map(|byline| byline.authors.join(", "));
        facts.extend(byline.map(|authors| format!("by {}", printable(&authors))));
    }
    if headline.is_some() {
        facts.push(id);
    }
    page.paragraph(0, 0, &[(FAINT, &facts.join(DOT))]);
}

fn date(date: &Dated) -> String {
    let long = long_date(&printable(&date.value));
    match date.basis {
        DateBasis::Stated => long,
        DateBasis::Text => format!("{long} (from the text)"),
    }
}

fn heading(page: &mut Page, words: &str) {
    page.blank();
    page.paragraph(0, 0, &[(HEADING, &words.to_uppercase())]);
}

fn summary(page: &mut Page, document: &Document) {
    let Some(summary) = document.layer::<Summary>() else {
        return;
    };
    if summary.sentences.is_empty() {
        return;
    }
    heading(page, "Summary");
    for picked in &summary.sentences {
        let words = printable(document.text().slice(picked.span));
        page.paragraph(2, 4, &[(FAINT, "• "), (PLAIN, &with_closed_marks(words))]);
    }
}

/// A sentence taken out of a longer quotation lacks the mark that closes it.
fn with_closed_marks(mut words: String) -> String {
    let count = |mark: char| words.matches(mark).count();
    if count('“') > count('”') {
        words.push('”');
    } else if count('"') % 2 == 1 {
        words.push('"');
    }
    words
}

fn keyphrases(page: &mut Page, document: &Document) {
    let Some(layer) = document.layer::<Keyphrases>() else {
        return;
    };
    let phrases: Vec<String> = layer
        .items
        .iter()
        .map(|item| printable(&item.text))
        .collect();
    if !phrases.is_empty() {
        heading(page, "In a few words");
        page.paragraph(2, 2, &[(PLAIN, &phrases.join(DOT))]);
    }
}

fn people(page: &mut Page, document: &Document) {
    let people = named(document, &[Label::Person]);
    if people.is_empty() {
        return;
    }
    heading(page, "People");
    for entity in people {
        let portrait = portrait(entity, document.text());
        introduce(page, &portrait, PLAIN);
    }
}

fn introduce(page: &mut Page, portrait: &Portrait, style: Style) {
    let role = if portrait.role.is_empty() {
        String::new()
    } else {
        format!(", {}", portrait.role)
    };
    page.paragraph(2, 6, &[(STRONG, &portrait.name), (style, &role)]);
}

fn names(page: &mut Page, document: &Document, title: &str, labels: &[Label]) {
    let found = named(document, labels);
    if found.is_empty() {
        return;
    }
    heading(page, title);
    let shown = found.iter().take(MOST_NAMES);
    let mut names: Vec<String> = shown.map(|entity| printable(&entity.name)).collect();
    if found.len() > MOST_NAMES {
        names.push(format!("and {} more", found.len() - MOST_NAMES));
    }
    page.paragraph(2, 2, &[(PLAIN, &names.join(DOT))]);
}

fn speech(page: &mut Page, document: &Document) {
    let groups = groups(document);
    if groups.is_empty() {
        return;
    }
    heading(page, "Who said what");
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        speaker(page, document, group);
        for quote in &group.quotes {
            quotation(page, document, quote);
        }
    }
}

fn speaker(page: &mut Page, document: &Document, group: &Group<'_>) {
    let entities = document.layer::<Entities>();
    match (&group.speaker, entities) {
        (Who::Entity(id), Some(entities)) => {
            let portrait = portrait(entities.get(*id), document.text());
            introduce(page, &portrait, FAINT);
        }
        (Who::Described(words), _) => page.paragraph(2, 6, &[(STRONG, &capitalised(words))]),
        _ => page.paragraph(2, 6, &[(FAINT, "No speaker given")]),
    }
}

fn quotation(page: &mut Page, document: &Document, quote: &Quote) {
    let cue = quote.cue.as_ref().filter(|cue| {
        // "According to" cannot be said of what follows; the heading does.
        quote.kind != QuoteKind::Direct && cue.lemma != "according to"
    });
    let cue = cue.map(|cue| format!("{}: ", printable(document.text().slice(cue.span))));
    for (index, words) in paragraphs(quote, document).iter().enumerate() {
        let cue = cue.as_deref().filter(|_| index == 0).unwrap_or_default();
        page.paragraph(4, 6, &[(REPORTED, cue), (PLAIN, words)]);
    }
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}
