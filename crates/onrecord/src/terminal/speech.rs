//! Quotations grouped by who said them.

use onrecord_core::layers::{
    Entities, EntityId, Paragraphs, Quote, QuoteKind, Quotes, Speaker, SpeakerForm, ZoneKind, Zones,
};
use onrecord_core::{Document, Span};

use super::clean::printable;

/// Everything one speaker says in an article.
pub(super) struct Group<'d> {
    pub(super) speaker: Who,
    pub(super) quotes: Vec<&'d Quote>,
}

/// A speaker as far as the article says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// Somebody or something with a name.
    Entity(EntityId),
    /// Somebody described: "a spokeswoman".
    Described(String),
    /// Nobody says.
    Nobody,
}

/// The quotations by speaker, in order of first speech; those of nobody last.
/// What only announces a later quotation is left out: the headline stands on
/// the page already, and a standfirst may repeat the story word for word.
pub(super) fn groups(document: &Document) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let quotes = document
        .layer::<Quotes>()
        .map_or(&[][..], |layer| &layer.items);
    let zone = |quote: &Quote| {
        let zones = document.layer::<Zones>();
        let start = quote.spans.first().map_or(0, |span| span.start);
        zones
            .and_then(|zones| zones.at(start))
            .map(|zone| zone.kind)
    };
    for (index, quote) in quotes.iter().enumerate() {
        let announces = match zone(quote) {
            Some(ZoneKind::Headline) => quotes.len() > 1,
            Some(ZoneKind::Standfirst) => {
                let again =
                    |later: &Quote| paragraphs(later, document) == paragraphs(quote, document);
                quotes[index + 1..].iter().take(ANNOUNCED_WITHIN).any(again)
            }
            _ => false,
        };
        if announces {
            continue;
        }
        let speaker = who(quote.speaker.as_ref(), document);
        match groups.iter_mut().find(|group| group.speaker == speaker) {
            Some(group) => group.quotes.push(quote),
            None => groups.push(Group {
                speaker,
                quotes: vec![quote],
            }),
        }
    }
    groups.sort_by_key(|group| group.speaker == Who::Nobody);
    groups
}

/// Quotations among which the one that a standfirst announces is looked for.
const ANNOUNCED_WITHIN: usize = 16;

fn who(speaker: Option<&Speaker>, document: &Document) -> Who {
    let Some(speaker) = speaker else {
        return Who::Nobody;
    };
    let entities = document
        .layer::<Entities>()
        .map_or(0, |layer| layer.items.len());
    if let Some(id) = speaker.entity.filter(|id| id.index() < entities) {
        return Who::Entity(id);
    }
    // A pronoun that nothing explains names nobody.
    let described = speaker.name.as_deref().or_else(|| {
        let span = speaker
            .span
            .filter(|_| speaker.form != SpeakerForm::Pronoun)?;
        Some(document.text().slice(span))
    });
    match described.map(printable) {
        Some(words) if !words.is_empty() => Who::Described(words),
        _ => Who::Nobody,
    }
}

/// The words of a quotation in paragraphs, marked as in print: each paragraph
/// of direct speech opens with a mark, only the last one closes. Parts that a
/// cue divides stand in one paragraph with dots between; reported speech has
/// no marks but its own. Words quoted in narration are marked too. A comma before the cue is dropped with the cue.
pub(super) fn paragraphs(quote: &Quote, document: &Document) -> Vec<String> {
    let lines = document.layer::<Paragraphs>();
    let line = |span: Span| {
        lines.map(|lines| {
            lines
                .items
                .partition_point(|line| line.span.end <= span.start)
        })
    };
    // Quoted words in narration are their own spans, without parts.
    let direct = match quote.kind {
        QuoteKind::Direct => true,
        QuoteKind::Mixed => quote.quoted.is_empty(),
        QuoteKind::Indirect => false,
    };
    let mut paragraphs: Vec<String> = Vec::new();
    let mut last_line = None;
    for (index, span) in quote.spans.iter().enumerate() {
        let words = printable(document.text().slice(*span));
        let words = if index + 1 == quote.spans.len() {
            words.trim_end_matches(',')
        } else {
            &words
        };
        let words = if direct {
            format!("“{words}")
        } else {
            words.to_owned()
        };
        let here = line(*span);
        match paragraphs.last_mut() {
            Some(paragraph) if here == last_line => {
                paragraph.push_str(if direct { "” … " } else { " … " });
                paragraph.push_str(&words);
            }
            _ => paragraphs.push(words),
        }
        last_line = here;
    }
    if let Some(last) = paragraphs.last_mut().filter(|_| direct) {
        last.push('”');
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use onrecord_core::Score;
    use onrecord_core::layers::{Paragraph, Zone, ZoneId};

    use super::*;

    /// A document of lines, the first a headline, the second a standfirst, and
    /// a quotation for each list of its parts.
    fn document(text: &str, quotes: &[(QuoteKind, Option<&str>, &[&str])]) -> Document {
        let mut document = Document::new("x", text).expect("short");
        let span = |part: &str| {
            let start = text.rfind(part).expect("part of the text") as u32;
            Span::new(start, start + part.len() as u32)
        };
        let items: Vec<Quote> = quotes
            .iter()
            .map(|(kind, speaker, parts)| Quote {
                spans: parts.iter().map(|part| span(part)).collect(),
                kind: *kind,
                quoted: Vec::new(),
                cue: None,
                speaker: speaker.map(|words| Speaker {
                    span: Some(span(words)),
                    entity: None,
                    name: None,
                    form: if words == "she" {
                        SpeakerForm::Pronoun
                    } else {
                        SpeakerForm::Role
                    },
                }),
                turn: 0,
                confidence: Score::ONE,
            })
            .collect();
        let lines: Vec<Span> = text.lines().map(span).collect();
        let kinds = [ZoneKind::Headline, ZoneKind::Standfirst];
        let zone = |(index, line): (usize, &Span)| Zone {
            span: *line,
            kind: kinds.get(index).copied().unwrap_or(ZoneKind::Body),
            subtype: None,
        };
        document.store(Zones {
            items: lines.iter().enumerate().map(zone).collect(),
        });
        document.store(Paragraphs {
            items: lines
                .iter()
                .enumerate()
                .map(|(index, line)| Paragraph {
                    span: *line,
                    zone: ZoneId::new(index),
                })
                .collect(),
        });
        document.store(Quotes { items });
        document
    }

    /// Groups as lines: the speaker, then the quotations.
    fn shown(document: &Document) -> Vec<String> {
        let mut lines = Vec::new();
        for group in groups(document) {
            lines.push(match group.speaker {
                Who::Described(words) => format!("{words}:"),
                Who::Nobody => "nobody:".to_owned(),
                Who::Entity(id) => format!("{id:?}:"),
            });
            for quote in group.quotes {
                lines.push(paragraphs(quote, document).join(" ¶ "));
            }
        }
        lines
    }

    #[test]
    fn marks_are_set_as_in_print() {
        use QuoteKind::{Direct, Indirect};
        let text = "Head\nStand\n“We left,” a man said. “It rained.\n“And poured,” he said\nit may stop, a girl";
        let document = document(
            text,
            &[
                (
                    Direct,
                    Some("a man"),
                    &["We left,", "It rained.", "And poured,"],
                ),
                (Indirect, Some("a girl"), &["it may stop"]),
            ],
        );
        assert_eq!(
            shown(&document),
            [
                "a man:",
                "“We left,” … “It rained. ¶ “And poured”",
                "a girl:",
                "it may stop",
            ]
        );
    }

    #[test]
    fn nobody_comes_last_and_an_open_pronoun_is_nobody() {
        use QuoteKind::Mixed;
        let text = "Head\nStand\none, she\ntwo, a man\nthree";
        let document = document(
            text,
            &[
                (Mixed, Some("she"), &["one"]),
                (Mixed, Some("a man"), &["two"]),
                (Mixed, None, &["three"]),
            ],
        );
        assert_eq!(
            shown(&document),
            ["a man:", "“two”", "nobody:", "“one”", "“three”"]
        );
    }

    #[test]
    fn announcements_are_left_out() {
        use QuoteKind::Direct;
        let text = "“Never again”\n“Rain, rain”\n“Rain,  rain” \n“Sun”";
        let document = document(
            text,
            &[
                (Direct, None, &["Never again"]),
                (Direct, None, &["Rain, rain"]),
                (Direct, None, &["Rain,  rain"]),
                (Direct, None, &["Sun"]),
            ],
        );
        assert_eq!(shown(&document), ["nobody:", "“Rain, rain”", "“Sun”"]);
    }
}
