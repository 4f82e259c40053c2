//! Views that list one layer each.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use onrecord_core::layers::{
    Dated, Entities, Entity, Keyphrases, Mentions, Meta, Paragraphs, Quote, Quotes, Speaker,
    Summary, Zones,
};
use onrecord_core::{Document, Layer, Span};

use super::word;
use super::wrap::{WIDTH, rows, wrapped};

fn layer<L: Layer>(doc: &Document) -> &L {
    doc.layer()
        .unwrap_or_else(|| panic!("there is no layer {} to show", L::NAME))
}

/// Adds words on lines of their own: the first after `head`, the others as far in.
fn push_words(out: &mut String, head: &str, words: &str) {
    let width = WIDTH - head.chars().count();
    let mut head = String::from(head);
    for row in wrapped(words, width) {
        let _ = writeln!(out, "{head}{row}");
        head = " ".repeat(head.chars().count());
    }
}

/// Every quotation: kind, speaker with the words that stand for it, cue with
/// its lemma, turn, confidence; then its content, each span after a `>`, and
/// the quoted words of a mixed one after `quoted:`.
///
/// # Panics
/// If the document has no quotations layer.
pub fn quotes(doc: &Document) -> String {
    let mut out = String::new();
    for (index, quote) in layer::<Quotes>(doc).items.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        push_quote(&mut out, doc, index, quote);
    }
    out
}

fn push_quote(out: &mut String, doc: &Document, index: usize, quote: &Quote) {
    let slice = |span: Span| doc.text().slice(span);
    let cue = quote.cue.as_ref().map_or(String::from("no cue"), |cue| {
        format!("{:?} ({})", slice(cue.span), cue.lemma)
    });
    let hundredths = quote.confidence.hundredths();
    let _ = writeln!(
        out,
        "{index} {}: {}; {cue}; turn {}; {}.{:02}",
        word(&quote.kind),
        speaker(doc, quote.speaker.as_ref()),
        quote.turn,
        hundredths / 100,
        hundredths % 100,
    );
    for span in &quote.spans {
        push_words(out, "  > ", slice(*span));
    }
    for span in &quote.quoted {
        push_words(out, "    quoted: ", slice(*span));
    }
}

fn speaker(doc: &Document, speaker: Option<&Speaker>) -> String {
    let Some(speaker) = speaker else {
        return String::from("nobody");
    };
    let name = speaker.name.as_deref().unwrap_or("not named");
    let entity = speaker
        .entity
        .map_or(String::new(), |id| format!(" #{}", id.index()));
    let form = word(&speaker.form);
    match speaker.span {
        Some(span) => format!("{name}{entity}, {form} {:?}", doc.text().slice(span)),
        None => format!("{name}{entity}, {form}"),
    }
}

/// Every entity with titles, roles, aliases and the number of its mentions;
/// below, the amounts and dates that have no entity.
///
/// # Panics
/// If the document has no mentions or entities layer.
pub fn entities(doc: &Document) -> String {
    let mut out = String::new();
    for entity in &layer::<Entities>(doc).items {
        push_entity(&mut out, doc, entity);
    }
    let mut others: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for mention in &layer::<Mentions>(doc).items {
        if mention.entity.is_none() {
            let words = doc.text().slice(mention.span);
            others
                .entry(mention.label.as_str())
                .or_default()
                .push(words);
        }
    }
    for (label, words) in others {
        let _ = writeln!(out, "{label}");
        push_words(&mut out, "    ", &words.join(" · "));
    }
    out
}

fn push_entity(out: &mut String, doc: &Document, entity: &Entity) {
    let count = entity.mentions.len();
    let noun = if count == 1 { "mention" } else { "mentions" };
    let label = entity.label.as_str();
    let _ = writeln!(
        out,
        "{} {label} {} ({count} {noun})",
        entity.id.index(),
        entity.name
    );
    let roles: Vec<String> = entity
        .roles
        .iter()
        .map(|span| doc.text().slice(*span).to_owned())
        .collect();
    for (what, list) in [
        ("titles", &entity.titles),
        ("roles", &roles),
        ("aliases", &entity.aliases),
    ] {
        if !list.is_empty() {
            push_words(out, &format!("    {what}: "), &list.join(" · "));
        }
    }
}

/// The headline, the sentences picked, each with its rank and score, and the
/// keyphrases in order.
///
/// # Panics
/// If the document has no summary layer.
pub fn summary(doc: &Document) -> String {
    let mut out = String::new();
    if let Some(span) = layer::<Meta>(doc).headline {
        push_words(&mut out, "# ", doc.text().slice(span));
        out.push('\n');
    }
    for picked in &layer::<Summary>(doc).sentences {
        let hundredths = picked.score.hundredths();
        let _ = writeln!(
            out,
            "{}. ({}.{:02})",
            picked.rank,
            hundredths / 100,
            hundredths % 100
        );
        push_words(&mut out, "    ", doc.text().slice(picked.span));
    }
    let phrases = layer::<Keyphrases>(doc).items.iter();
    let phrases: Vec<&str> = phrases.map(|phrase| phrase.text.as_str()).collect();
    if !phrases.is_empty() {
        out.push('\n');
        push_words(&mut out, "keyphrases: ", &phrases.join(" · "));
    }
    out
}

/// The facts about the publication, then every paragraph: the kind of its
/// zone and its first words.
///
/// # Panics
/// If the document has no zones, paragraphs or publication facts.
pub fn zones(doc: &Document) -> String {
    let mut out = String::new();
    let meta = layer::<Meta>(doc);
    for (what, date) in [("published", &meta.published), ("updated", &meta.updated)] {
        let _ = writeln!(
            out,
            "{what}: {}",
            date.as_ref().map_or(String::from("-"), |d| dated(doc, d))
        );
    }
    let authors = meta
        .byline
        .as_ref()
        .map(|byline| byline.authors.join(" · "));
    let _ = writeln!(out, "byline: {}\n", authors.as_deref().unwrap_or("-"));
    let zones = layer::<Zones>(doc);
    for paragraph in &layer::<Paragraphs>(doc).items {
        let zone = &zones.items[paragraph.zone.index()];
        let subtype = zone.subtype.map(|subtype| format!("/{}", word(&subtype)));
        let kind = word(&zone.kind) + &subtype.unwrap_or_default();
        let words = doc.text().slice(paragraph.span);
        let beginning = rows(words, 60).into_iter().next();
        let beginning = beginning.and_then(|row| words.get(row)).unwrap_or_default();
        let more = if beginning.len() < words.len() {
            "…"
        } else {
            ""
        };
        let _ = writeln!(out, "{kind:29} {}{more}", beginning.trim_end());
    }
    out
}

fn dated(doc: &Document, date: &Dated) -> String {
    let evidence = date
        .span
        .map(|span| format!(", {:?}", doc.text().slice(span)));
    let evidence = evidence.unwrap_or_default();
    format!("{} ({}{evidence})", date.value, word(&date.basis))
}
