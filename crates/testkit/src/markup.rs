//! The inline annotation format: an article with marks in it, then a table.
//!
//! ```text
//! ⟦S1|⟦T|Dr⟧ ⟦P:osei|Osei⟧⟧ ⟦C1|said⟧: “⟦Q1|We start on Monday.⟧”
//! =====
//! entity osei = Ama Osei
//! quote 1 direct osei
//! ```
//!
//! Marks nest freely, but names do not lie in names nor quotations in
//! quotations. In the text:
//!
//! * `⟦P:key|…⟧`: a name, without title, possessive ending or leading "the".
//!   The letters: P PERSON, O ORG, G GPE, L LOC, F FAC, N NORP, E EVENT, W WORK,
//!   A LAW, R PRODUCT. Without `:key` the words are the key.
//! * `⟦T|…⟧`: the title directly before a person's name.
//! * `⟦Q1|…⟧`: content of quotation 1, without its outer marks; one mark for
//!   each paragraph, and for each part of a split quotation.
//! * `⟦C1|…⟧`: its cue.
//! * `⟦S1|…⟧`: its speaker as written, with title.
//!
//! After a line `=====`, in the table:
//!
//! * `entity key = Name`: the full name; without such a line it is the key's
//!   longest mention. `entity key = (a neighbour)` is somebody not named.
//! * `pronoun key = she`: `she` or `he`, which pronoun the person goes by.
//! * `role key = words`: what the person is said to be; the first such words.
//! * `quote 1 direct key`: kind (`direct`, `indirect`, `mixed`) and speaker;
//!   `-` if nobody is named or implied.
//!
//! Other lines of the table are handed on to the caller.

use std::collections::BTreeMap;
use std::fmt;

use onrecord_core::Span;
use onrecord_core::layers::{Gender, Label, QuoteKind};

/// The line that ends the text and begins the table.
const TABLE: &str = "=====";

/// What is wrong with a marked-up text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkupError {
    /// 1-based line in the marked-up text.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for MarkupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for MarkupError {}

/// A name as it should be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldMention {
    /// The name alone.
    pub span: Span,
    /// Its type.
    pub label: Label,
    /// Index of its entity.
    pub entity: usize,
    /// The title before it.
    pub title: Option<Span>,
}

/// Somebody or something the marks speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldEntity {
    /// The key used in the marks.
    pub key: String,
    /// The name, or the description of somebody who is not named.
    pub name: String,
    /// Whether the article names them.
    pub named: bool,
    /// The pronoun they go by.
    pub gender: Option<Gender>,
    /// What they are said to be.
    pub roles: Vec<Span>,
}

/// A quotation as it should be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldQuote {
    /// Its number in the marks.
    pub number: u32,
    /// How it is reported.
    pub kind: QuoteKind,
    /// Content, one span a paragraph or part.
    pub spans: Vec<Span>,
    /// The word that reports.
    pub cue: Option<Span>,
    /// The speaker as written.
    pub speaker: Option<Span>,
    /// Index of the speaker's entity; none if nobody is named or implied.
    pub entity: Option<usize>,
}

/// A line of the table that this format does not define. Checklists and other
/// users of the format put their own expectations there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableLine {
    /// 1-based line in the marked-up text.
    pub line: usize,
    /// The line, trimmed.
    pub content: String,
}

/// A marked-up text taken apart.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) text: String,
    pub(crate) mentions: Vec<GoldMention>,
    pub(crate) entities: Vec<GoldEntity>,
    pub(crate) quotes: Vec<GoldQuote>,
    pub(crate) others: Vec<TableLine>,
}

/// Takes a marked-up text apart.
pub(crate) fn parse(source: &str) -> Result<Parsed, MarkupError> {
    let (article, table, table_line) = split_table(source);
    let marks = read_marks(article)?;
    let mut parser = Parser {
        parsed: Parsed {
            text: marks.text,
            ..Parsed::default()
        },
        keys: BTreeMap::new(),
        quotes: BTreeMap::new(),
    };
    parser.names(&marks.found)?;
    parser.titles(&marks.found)?;
    parser.quotations(&marks.found)?;
    for (index, line) in table.lines().enumerate() {
        parser.table_line(line.trim(), table_line + index)?;
    }
    parser.finish(article.lines().count().max(1))
}

/// Article, table, and the 1-based line on which the table's content begins.
fn split_table(source: &str) -> (&str, &str, usize) {
    let mut at = 0;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        if line.trim_end() == TABLE {
            let (article, rest) = source.split_at(at);
            let table = rest.get(line.len()..).unwrap_or_default();
            return (article, table, index + 2);
        }
        at += line.len();
    }
    (source, "", 0)
}

/// One closed mark.
struct Mark {
    kind: MarkKind,
    span: Span,
    line: usize,
}

enum MarkKind {
    Name(Label, String),
    Title,
    Content(u32),
    Cue(u32),
    Speaker(u32),
}

struct Marks {
    text: String,
    /// In the order in which they open.
    found: Vec<Mark>,
}

fn read_marks(article: &str) -> Result<Marks, MarkupError> {
    let mut text = String::with_capacity(article.len());
    let mut found: Vec<Mark> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut line = 1;
    let mut rest = article.chars();
    while let Some(c) = rest.next() {
        match c {
            '⟦' => {
                let head: String = rest.by_ref().take_while(|c| *c != '|').collect();
                let kind = read_head(&head).ok_or_else(|| MarkupError {
                    line,
                    message: format!("{:?} opens no mark", shorten(&head)),
                })?;
                open.push(found.len());
                let span = Span::new(text.len() as u32, text.len() as u32);
                found.push(Mark { kind, span, line });
            }
            '⟧' => {
                let Some(index) = open.pop() else {
                    let message = String::from("⟧ without its ⟦");
                    return Err(MarkupError { line, message });
                };
                let mark = &mut found[index];
                mark.span.end = text.len() as u32;
                if mark.span.is_empty() {
                    let message = String::from("a mark around nothing");
                    return Err(MarkupError { line, message });
                }
            }
            c => {
                line += usize::from(c == '\n');
                text.push(c);
            }
        }
    }
    if let Some(index) = open.pop() {
        let (line, message) = (found[index].line, String::from("⟦ without its ⟧"));
        return Err(MarkupError { line, message });
    }
    Ok(Marks { text, found })
}

fn read_head(head: &str) -> Option<MarkKind> {
    if head == "T" {
        return Some(MarkKind::Title);
    }
    let mut rest = head.chars();
    let letter = rest.next()?;
    if let Ok(number) = rest.as_str().parse() {
        return match letter {
            'Q' => Some(MarkKind::Content(number)),
            'C' => Some(MarkKind::Cue(number)),
            'S' => Some(MarkKind::Speaker(number)),
            _ => None,
        };
    }
    let label = match letter {
        'P' => Label::Person,
        'O' => Label::Org,
        'G' => Label::Gpe,
        'L' => Label::Loc,
        'F' => Label::Fac,
        'N' => Label::Norp,
        'E' => Label::Event,
        'W' => Label::Work,
        'A' => Label::Law,
        'R' => Label::Product,
        _ => return None,
    };
    let key = match rest.as_str() {
        "" => "",
        key => key.strip_prefix(':').filter(|key| is_key(key))?,
    };
    Some(MarkKind::Name(label, key.to_owned()))
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && !key.contains(char::is_whitespace)
}

fn shorten(words: &str) -> String {
    words.chars().take(30).collect()
}

struct Parser {
    parsed: Parsed,
    /// Entity by key.
    keys: BTreeMap<String, usize>,
    /// Quotation by number.
    quotes: BTreeMap<u32, Draft>,
}

/// A quotation whose line in the table has not been read yet.
#[derive(Default)]
struct Draft {
    line: usize,
    spans: Vec<Span>,
    cue: Option<Span>,
    speaker: Option<Span>,
    said: Option<(QuoteKind, Option<usize>)>,
}

impl Parser {
    fn words(&self, span: Span) -> &str {
        self.parsed.text.get(span.range()).unwrap_or_default()
    }

    fn names(&mut self, marks: &[Mark]) -> Result<(), MarkupError> {
        for mark in marks {
            let MarkKind::Name(label, key) = &mark.kind else {
                continue;
            };
            let words = self.words(mark.span).to_owned();
            let before = self.parsed.mentions.last();
            if before.is_some_and(|before| before.span.overlaps(mark.span)) {
                let message = format!("{words:?} lies inside another name");
                return Err(MarkupError {
                    line: mark.line,
                    message,
                });
            }
            let key = if key.is_empty() { &words } else { key };
            let entity = self.entity(key, &words);
            let name = &mut self.parsed.entities[entity].name;
            if name.len() < words.len() {
                *name = words;
            }
            self.parsed.mentions.push(GoldMention {
                span: mark.span,
                label: *label,
                entity,
                title: None,
            });
        }
        Ok(())
    }

    fn entity(&mut self, key: &str, name: &str) -> usize {
        let next = self.parsed.entities.len();
        let index = *self.keys.entry(key.to_owned()).or_insert(next);
        if index == next {
            self.parsed.entities.push(GoldEntity {
                key: key.to_owned(),
                name: name.to_owned(),
                named: true,
                gender: None,
                roles: Vec::new(),
            });
        }
        index
    }

    fn titles(&mut self, marks: &[Mark]) -> Result<(), MarkupError> {
        for mark in marks {
            if !matches!(mark.kind, MarkKind::Title) {
                continue;
            }
            let after = self
                .parsed
                .text
                .get(mark.span.end as usize..)
                .unwrap_or_default();
            let gap = after.len() - after.trim_start().len();
            let name = mark.span.end + gap as u32;
            let named = self
                .parsed
                .mentions
                .iter_mut()
                .find(|mention| mention.span.start == name && mention.label == Label::Person);
            let Some(mention) = named else {
                let message = format!("the title {:?} has no name after it", self.words(mark.span));
                return Err(MarkupError {
                    line: mark.line,
                    message,
                });
            };
            mention.title = Some(mark.span);
        }
        Ok(())
    }

    fn quotations(&mut self, marks: &[Mark]) -> Result<(), MarkupError> {
        let mut content = Span::new(0, 0);
        for mark in marks {
            let (number, twice) = match mark.kind {
                MarkKind::Content(number) => {
                    if content.overlaps(mark.span) {
                        let message = format!("quotation {number} lies inside another");
                        return Err(MarkupError {
                            line: mark.line,
                            message,
                        });
                    }
                    content = mark.span;
                    self.draft(number, mark).spans.push(mark.span);
                    continue;
                }
                MarkKind::Cue(number) => {
                    let cue = &mut self.draft(number, mark).cue;
                    (number, cue.replace(mark.span).map(|_| "cue"))
                }
                MarkKind::Speaker(number) => {
                    let speaker = &mut self.draft(number, mark).speaker;
                    (number, speaker.replace(mark.span).map(|_| "speaker"))
                }
                MarkKind::Name(..) | MarkKind::Title => continue,
            };
            if let Some(what) = twice {
                let message = format!("quotation {number} has two marks for its {what}");
                return Err(MarkupError {
                    line: mark.line,
                    message,
                });
            }
        }
        Ok(())
    }

    fn draft(&mut self, number: u32, mark: &Mark) -> &mut Draft {
        self.quotes.entry(number).or_insert_with(|| Draft {
            line: mark.line,
            ..Draft::default()
        })
    }

    fn table_line(&mut self, content: &str, line: usize) -> Result<(), MarkupError> {
        let (word, rest) = content.split_once(' ').unwrap_or((content, ""));
        let result = match word {
            "" => Ok(()),
            "entity" => self.entity_line(rest),
            "pronoun" => self.pronoun_line(rest),
            "role" => self.role_line(rest),
            "quote" => self.quote_line(rest),
            _ => {
                let content = content.to_owned();
                self.parsed.others.push(TableLine { line, content });
                Ok(())
            }
        };
        result.map_err(|message| MarkupError { line, message })
    }

    fn entity_line(&mut self, rest: &str) -> Result<(), String> {
        let (key, name) = assignment(rest)?;
        let description = name
            .strip_prefix('(')
            .and_then(|name| name.strip_suffix(')'));
        let entity = self.entity(key, "");
        let entity = &mut self.parsed.entities[entity];
        entity.named = description.is_none();
        description.unwrap_or(name).clone_into(&mut entity.name);
        Ok(())
    }

    fn pronoun_line(&mut self, rest: &str) -> Result<(), String> {
        let (key, pronoun) = assignment(rest)?;
        let gender = match pronoun {
            "she" => Gender::Female,
            "he" => Gender::Male,
            other => return Err(format!("{other:?} is neither she nor he")),
        };
        let entity = self.known(key)?;
        self.parsed.entities[entity].gender = Some(gender);
        Ok(())
    }

    fn role_line(&mut self, rest: &str) -> Result<(), String> {
        let (key, words) = assignment(rest)?;
        let entity = self.known(key)?;
        let start = self.parsed.text.find(words);
        let start = start.ok_or_else(|| format!("{words:?} is not in the text"))?;
        let span = Span::new(start as u32, (start + words.len()) as u32);
        self.parsed.entities[entity].roles.push(span);
        Ok(())
    }

    fn quote_line(&mut self, rest: &str) -> Result<(), String> {
        let words: Vec<&str> = rest.split_whitespace().collect();
        let [number, kind, key] = words[..] else {
            return Err(String::from("expected `quote NUMBER KIND KEY`"));
        };
        let kind = match kind {
            "direct" => QuoteKind::Direct,
            "indirect" => QuoteKind::Indirect,
            "mixed" => QuoteKind::Mixed,
            other => return Err(format!("{other:?} is neither direct, indirect nor mixed")),
        };
        let entity = match key {
            "-" => None,
            key => Some(self.known(key)?),
        };
        let draft = number
            .parse()
            .ok()
            .and_then(|number: u32| self.quotes.get_mut(&number))
            .ok_or_else(|| format!("there is no quotation {number:?} in the text"))?;
        match draft.said.replace((kind, entity)) {
            None => Ok(()),
            Some(_) => Err(format!("quotation {number} has two lines in the table")),
        }
    }

    fn known(&self, key: &str) -> Result<usize, String> {
        let entity = self.keys.get(key).copied();
        entity.ok_or_else(|| format!("there is no entity {key:?}"))
    }

    fn finish(mut self, last_line: usize) -> Result<Parsed, MarkupError> {
        for (number, draft) in self.quotes {
            let problem = match draft.said {
                None => "has no line in the table",
                Some(_) if draft.spans.is_empty() => "has no content in the text",
                Some((kind, entity)) => {
                    self.parsed.quotes.push(GoldQuote {
                        number,
                        kind,
                        spans: draft.spans,
                        cue: draft.cue,
                        speaker: draft.speaker,
                        entity,
                    });
                    continue;
                }
            };
            return Err(MarkupError {
                line: draft.line,
                message: format!("quotation {number} {problem}"),
            });
        }
        let parsed = &self.parsed;
        for (index, entity) in parsed.entities.iter().enumerate() {
            let named = parsed.mentions.iter().any(|m| m.entity == index);
            let speaks = parsed.quotes.iter().any(|q| q.entity == Some(index));
            if !named && (entity.named || !speaks) {
                return Err(MarkupError {
                    line: last_line,
                    message: format!("the entity {:?} is nowhere in the text", entity.key),
                });
            }
        }
        Ok(self.parsed)
    }
}

fn assignment(rest: &str) -> Result<(&str, &str), String> {
    rest.split_once('=')
        .map(|(key, value)| (key.trim(), value.trim()))
        .filter(|(key, value)| is_key(key) && !value.is_empty())
        .ok_or_else(|| String::from("expected `KEY = VALUE`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "⟦S1|⟦T|Dr⟧ ⟦P:osei|Osei⟧⟧ of ⟦O|Ashby Trust⟧ ⟦C1|said⟧: “⟦Q1|We start.⟧

“⟦Q1|We must.⟧”
=====
entity osei = Ama Osei
pronoun osei = she
role osei = of Ashby
quote 1 direct osei
accept 1 nobody
";

    #[test]
    fn marks_and_table_come_apart() {
        let parsed = parse(ARTICLE).expect("well-formed");
        let text = "Dr Osei of Ashby Trust said: “We start.\n\n“We must.”\n";
        assert_eq!(parsed.text, text);
        let at = |words: &str| {
            let start = text.find(words).expect("in the text");
            Span::new(start as u32, (start + words.len()) as u32)
        };
        let [osei, trust] = &parsed.mentions[..] else {
            panic!("two names: {:?}", parsed.mentions);
        };
        assert_eq!((osei.span, osei.title), (at("Osei"), Some(at("Dr"))));
        assert_eq!((trust.span, trust.label), (at("Ashby Trust"), Label::Org));
        let entity = &parsed.entities[osei.entity];
        assert_eq!(entity.name, "Ama Osei");
        assert_eq!(entity.gender, Some(Gender::Female));
        assert_eq!(entity.roles, [at("of Ashby")]);
        let quote = &parsed.quotes[0];
        assert_eq!(quote.spans, [at("We start."), at("We must.")]);
        assert_eq!(
            (quote.cue, quote.speaker),
            (Some(at("said")), Some(at("Dr Osei")))
        );
        assert_eq!(quote.entity, Some(osei.entity));
        let other = TableLine {
            line: 9,
            content: String::from("accept 1 nobody"),
        };
        assert_eq!(parsed.others, [other]);
    }

    fn check_refused(source: &str, expected: &str) {
        let error = parse(source).expect_err(source);
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn faults_are_named_with_their_line() {
        check_refused("one\n⟦P:a|Ann", "line 2: ⟦ without its ⟧");
        check_refused("Ann⟧", "line 1: ⟧ without its ⟦");
        check_refused("⟦X1|Ann⟧", "line 1: \"X1\" opens no mark");
        check_refused("⟦P:a|⟧", "line 1: a mark around nothing");
        check_refused(
            "⟦T|Dr⟧ she",
            "line 1: the title \"Dr\" has no name after it",
        );
        check_refused(
            "⟦O:b|Bank of ⟦G:e|England⟧⟧",
            "line 1: \"England\" lies inside another name",
        );
        check_refused("“⟦Q1|No.⟧”", "line 1: quotation 1 has no line in the table");
        check_refused(
            "“⟦Q1|No.⟧”\n=====\nquote 1 direct ann\n",
            "line 3: there is no entity \"ann\"",
        );
        check_refused(
            "No.\n=====\nquote 1 direct -\n",
            "line 3: there is no quotation \"1\" in the text",
        );
        check_refused(
            "“⟦Q1|No.⟧”\n=====\nquote 1 loud -\n",
            "line 3: \"loud\" is neither direct, indirect nor mixed",
        );
        check_refused(
            "No.\n=====\nentity ann = Ann\n",
            "line 1: the entity \"ann\" is nowhere in the text",
        );
    }

    #[test]
    fn somebody_not_named_may_speak() {
        let source = "⟦S1|A neighbour⟧ ⟦C1|said⟧ ⟦Q1|it was loud⟧.\n=====\nentity n = (a neighbour)\nquote 1 indirect n\n";
        let parsed = parse(source).expect("well-formed");
        assert!(!parsed.entities[0].named);
        assert_eq!(parsed.quotes[0].entity, Some(0));
    }
}
