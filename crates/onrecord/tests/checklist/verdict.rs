//! Comparing what the pipeline found with what a case states.

use std::collections::BTreeSet;

use onrecord::core::layers::{
    Dated, Entities, EntityId, Label, Mention, Mentions, Meta, Paragraphs, Quote, QuoteKind,
    Quotes, Speaker, Zones,
};
use onrecord::core::{Document, Layer, Span};
use onrecord_testkit::render::word;
use onrecord_testkit::{GoldMention, GoldQuote, score};

use crate::case::{Case, Expectation};

/// What the case states and the document does not show; one line each.
pub(crate) fn failures(case: &Case, doc: &Document) -> Vec<String> {
    let quotes = &layer::<Quotes>(doc).items;
    let mut judge = Judge {
        case,
        doc,
        mentions: &layer::<Mentions>(doc).items,
        entities: layer(doc),
        quotes,
        pairs: score::pair(&case.fixture.quotes, quotes),
        failures: Vec::new(),
    };
    for gold in &case.fixture.mentions {
        judge.name(gold);
    }
    for (index, gold) in case.fixture.quotes.iter().enumerate() {
        judge.quote(index, gold);
    }
    judge.invented();
    for expectation in &case.expectations {
        judge.expectation(expectation);
    }
    judge.failures
}

fn layer<L: Layer>(doc: &Document) -> &L {
    doc.layer().unwrap_or_else(|| panic!("no {}", L::NAME))
}

struct Judge<'c> {
    case: &'c Case,
    doc: &'c Document,
    mentions: &'c [Mention],
    entities: &'c Entities,
    quotes: &'c [Quote],
    /// For each quotation marked, the one found.
    pairs: Vec<Option<usize>>,
    failures: Vec<String>,
}

impl Judge<'_> {
    fn fail(&mut self, expected: impl std::fmt::Display, found: impl std::fmt::Display) {
        self.failures.push(format!("{expected}; found {found}"));
    }

    /// Words for a message, cut short, on one line.
    fn words(&self, span: Span) -> String {
        let words = self.doc.text().slice(span).replace('\n', "⏎");
        match words.char_indices().nth(70) {
            Some((at, _)) => format!("[{}…]", words.get(..at).unwrap_or_default()),
            None => format!("[{words}]"),
        }
    }

    fn all_words(&self, spans: &[Span]) -> String {
        let words: Vec<String> = spans.iter().map(|span| self.words(*span)).collect();
        words.join(" ")
    }

    fn name(&mut self, gold: &GoldMention) {
        if !matches!(gold.label, Label::Person | Label::Org) {
            return;
        }
        let expected = format!("{} {}", gold.label.as_str(), self.words(gold.span));
        let mut overlapping = self.mentions.iter().filter(|m| m.span.overlaps(gold.span));
        let Some(found) = overlapping.next() else {
            return self.fail(expected, "no name");
        };
        if (found.span, found.label) != (gold.span, gold.label) {
            let found = format!("{} {}", found.label.as_str(), self.words(found.span));
            return self.fail(expected, found);
        }
        if gold.title.is_some() && found.title != gold.title {
            let words = |title: Option<Span>| title.map_or(String::from("none"), |t| self.words(t));
            let (marked, found) = (words(gold.title), words(found.title));
            self.fail(format!("{expected} with title {marked}"), found);
        }
    }

    fn quote(&mut self, index: usize, gold: &GoldQuote) {
        let expected = format!("quote {} {}", gold.number, word(&gold.kind));
        let content = self.all_words(&gold.spans);
        let Some(found) = self.pairs[index].map(|found| &self.quotes[found]) else {
            return self.fail(format!("{expected} {content}"), "none");
        };
        if found.kind != gold.kind {
            self.fail(&expected, word(&found.kind));
        }
        let exact = gold.kind == QuoteKind::Direct
            || self
                .case
                .expectations
                .iter()
                .any(|line| matches!(line, Expectation::Exact { quote } if *quote == index));
        let same = if exact {
            score::same_content(self.doc.text(), &gold.spans, &found.spans)
        } else {
            score::mostly_same(&gold.spans, &found.spans)
        };
        if !same {
            self.fail(
                format!("{expected} {content}"),
                self.all_words(&found.spans),
            );
        }
        let accepted = self.case.expectations.iter().filter_map(|line| match line {
            Expectation::Accept { quote, speaker } if *quote == index => Some(*speaker),
            _ => None,
        });
        let found = found.speaker.as_ref();
        let mut right = [gold.entity].into_iter().chain(accepted);
        if !right.any(|speaker| self.is_speaker(speaker, gold, found)) {
            let marked = match gold.entity {
                Some(entity) => self.case.fixture.entities[entity].name.as_str(),
                None => "nobody",
            };
            let found = found.map_or(String::from("none"), |speaker| {
                let words = speaker
                    .span
                    .map(|span| self.words(span))
                    .unwrap_or_default();
                format!("{} {words}", speaker.name.as_deref().unwrap_or("no name"))
            });
            self.fail(format!("{expected} by {marked}"), found);
        }
    }

    /// Whether the speaker found is the one expected. A person goes by the full
    /// name; a body by any name the article has for it; somebody not named has
    /// no name, and stands where the mark says.
    fn is_speaker(
        &self,
        expected: Option<usize>,
        gold: &GoldQuote,
        found: Option<&Speaker>,
    ) -> bool {
        let fixture = &self.case.fixture;
        let name = found.and_then(|speaker| speaker.name.as_deref());
        let Some(index) = expected else {
            return name.is_none();
        };
        let entity = &fixture.entities[index];
        if !entity.named {
            let written = found.and_then(|speaker| speaker.span);
            let there = match (gold.speaker, written) {
                (Some(marked), Some(written)) => marked.overlaps(written),
                (marked, written) => marked.is_none() && written.is_none(),
            };
            return name.is_none() && there;
        }
        let mentions = || fixture.mentions.iter().filter(|m| m.entity == index);
        let person = mentions().any(|m| m.label == Label::Person);
        name.is_some_and(|name| {
            name == entity.name || !person && mentions().any(|m| fixture.words(m.span) == name)
        })
    }

    /// Direct quotations that nobody marked.
    fn invented(&mut self) {
        for (index, quote) in self.quotes.iter().enumerate() {
            let allowed = self.case.expectations.iter().any(|line| {
                matches!(line, Expectation::Optional { words } if quote.spans.iter().any(|s| s.overlaps(*words)))
            });
            let marked = self.pairs.contains(&Some(index));
            if quote.kind == QuoteKind::Direct && !marked && !allowed {
                self.fail("no more direct quotations", self.all_words(&quote.spans));
            }
        }
    }

    fn expectation(&mut self, expectation: &Expectation) {
        match expectation {
            Expectation::Accept { .. }
            | Expectation::Exact { .. }
            | Expectation::Optional { .. } => {}
            Expectation::NoQuote { words } => self.no_quote("quotation", *words, |_| true),
            Expectation::NoDirect { words } => {
                self.no_quote("direct quotation", *words, |kind| kind == QuoteKind::Direct);
            }
            Expectation::NoName { label, words } => self.no_name(label, *words),
            Expectation::Turn { quote, other, same } => self.turn(*quote, *other, *same),
            Expectation::One { entity } => {
                let found = self.found_entities(*entity);
                if found.len() != 1 {
                    let key = &self.case.fixture.entities[*entity].key;
                    self.fail(format!("{key} is one"), self.entity_names(&found));
                }
            }
            Expectation::Apart { entity, other } => {
                let (one, two) = (self.found_entities(*entity), self.found_entities(*other));
                let common: BTreeSet<EntityId> = one.intersection(&two).copied().collect();
                if !common.is_empty() || one.is_empty() || two.is_empty() {
                    let all: BTreeSet<EntityId> = one.union(&two).copied().collect();
                    let keys = [*entity, *other].map(|e| self.case.fixture.entities[e].key.clone());
                    self.fail(
                        format!("{} are two", keys.join(" and ")),
                        self.entity_names(&all),
                    );
                }
            }
            Expectation::Zone { kind, words } => self.zone(kind, *words),
            Expectation::Paragraph { words } => {
                let paragraphs = &layer::<Paragraphs>(self.doc).items;
                if !paragraphs.iter().any(|p| p.span.start == words.start) {
                    self.fail(
                        format!("a paragraph begins at {}", self.words(*words)),
                        "none",
                    );
                }
            }
            Expectation::Published { date } => {
                let found = layer::<Meta>(self.doc).published.as_ref();
                self.date("published", date.as_ref(), found);
            }
            Expectation::Updated { date } => {
                let found = layer::<Meta>(self.doc).updated.as_ref();
                self.date("updated", date.as_ref(), found);
            }
        }
    }

    fn no_quote(&mut self, what: &str, words: Span, counts: impl Fn(QuoteKind) -> bool) {
        let overlaps = |quote: &&Quote| quote.spans.iter().any(|span| span.overlaps(words));
        let found = self
            .quotes
            .iter()
            .filter(|quote| counts(quote.kind))
            .find(overlaps);
        if let Some(found) = found {
            let expected = format!("no {what} in {}", self.words(words));
            self.fail(expected, self.all_words(&found.spans));
        }
    }

    fn no_name(&mut self, label: &str, words: Span) {
        let found = self
            .mentions
            .iter()
            .find(|m| m.label.as_str() == label && m.span.overlaps(words));
        if let Some(found) = found {
            let expected = format!("no {label} in {}", self.words(words));
            self.fail(expected, self.words(found.span));
        }
    }

    fn turn(&mut self, quote: usize, other: usize, same: bool) {
        let turn = |index: usize| self.pairs[index].map(|found| self.quotes[found].turn);
        let (one, two) = (turn(quote), turn(other));
        if one.is_none() || two.is_none() || (one == two) != same {
            let numbers = [quote, other].map(|index| self.case.fixture.quotes[index].number);
            let relation = if same { "one turn" } else { "two turns" };
            self.fail(
                format!("quotes {numbers:?} in {relation}"),
                format!("{one:?} and {two:?}"),
            );
        }
    }

    /// The entities that the mentions of a key were put into.
    fn found_entities(&self, entity: usize) -> BTreeSet<EntityId> {
        let marked = self
            .case
            .fixture
            .mentions
            .iter()
            .filter(|m| m.entity == entity);
        marked
            .filter_map(|gold| self.mentions.iter().find(|m| m.span.overlaps(gold.span)))
            .filter_map(|found| found.entity)
            .collect()
    }

    fn entity_names(&self, ids: &BTreeSet<EntityId>) -> String {
        let names: Vec<&str> = ids
            .iter()
            .map(|id| self.entities.get(*id).name.as_str())
            .collect();
        format!("{names:?}")
    }

    fn zone(&mut self, expected: &str, words: Span) {
        let zone = layer::<Zones>(self.doc).at(words.start);
        let found = zone.map_or(String::from("none"), |zone| match zone.subtype {
            Some(subtype) if expected.contains('/') => {
                format!("{}/{}", word(&zone.kind), word(&subtype))
            }
            _ => word(&zone.kind),
        });
        if found != expected {
            self.fail(format!("zone {expected} for {}", self.words(words)), found);
        }
    }

    fn date(&mut self, what: &str, expected: Option<&(String, String)>, found: Option<&Dated>) {
        let found = found.map(|date| (date.value.clone(), word(&date.basis)));
        if found.as_ref() != expected {
            self.fail(format!("{what} {expected:?}"), format!("{found:?}"));
        }
    }
}
