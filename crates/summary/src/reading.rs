//! What a reader would stumble over in a sentence that stands alone: the
//! facts, gathered in one pass; [`crate::guards`] draws the conclusions.

use onrecord_core::layers::{Case, Gender, Token, TokenKind};
use onrecord_core::{Span, Text};

use crate::lexicon::Words;
use crate::nouns::is_calendar;

/// Facts are gathered from this many tokens; a longer sentence is none.
pub(crate) const MAX_TOKENS: usize = 400;

/// Which quotation mark is open. Carried from sentence to sentence inside a
/// paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct OpenMarks {
    double: bool,
    single: bool,
}

impl OpenMarks {
    const fn any(self) -> bool {
        self.double || self.single
    }
}

/// What one pass over a sentence finds.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent findings")]
pub(crate) struct Reading {
    /// Words inside quotation marks.
    pub(crate) quoted: usize,
    /// Words outside.
    pub(crate) plain: usize,
    /// Begins inside a quotation opened before, or closes one.
    pub(crate) unopened: bool,
    /// Leaves a quotation open.
    pub(crate) unclosed: bool,
    /// A personal pronoun comes before anybody it could stand for.
    pub(crate) orphan: Option<Orphan>,
    /// Ends with a full stop or the like.
    pub(crate) stopped: bool,
    /// Ends with a colon.
    pub(crate) colon: bool,
    /// Ends with a question mark.
    pub(crate) question: bool,
    /// Has a web address, hashtag or handle.
    pub(crate) address: bool,
    /// Speaks to the reader outside quotation marks.
    pub(crate) second_person: bool,
    /// Speaks as I or we outside quotation marks.
    pub(crate) first_person: bool,
    /// Has a figure.
    pub(crate) figure: bool,
    /// Words in capitals.
    pub(crate) capitals: usize,
    /// Token at which the first word stands.
    pub(crate) first_word: usize,
    /// The first word is written in capitals: IT is not "it".
    pub(crate) first_in_capitals: bool,
}

/// Whom an orphaned pronoun must stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Orphan {
    /// A man or a woman.
    Person(Gender),
    /// People or things.
    Other,
}

/// Reads a sentence. `open` is what its paragraph has left open so far, and is
/// moved on; `is_person` tells whether a token names a person, and is told
/// whether it has a capital that its place does not ask for.
pub(crate) fn read(
    text: Text<'_>,
    tokens: &[Token],
    words: Words<'_>,
    open: &mut OpenMarks,
    is_person: impl Fn(&Token, bool) -> bool,
) -> Reading {
    let tokens = &tokens[..tokens.len().min(MAX_TOKENS)];
    let mut reading = Reading {
        unopened: open.any(),
        first_word: tokens.len(),
        ..Reading::default()
    };
    let mut antecedents = Antecedents::default();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark => reading.unopened |= turn_mark(text, token.span, open),
            TokenKind::Word | TokenKind::Number | TokenKind::Hashtag => {
                if reading.first_word == tokens.len() {
                    reading.first_word = at;
                    reading.first_in_capitals = token.case == Case::Upper;
                }
                let quoted = open.any();
                *(if quoted {
                    &mut reading.quoted
                } else {
                    &mut reading.plain
                }) += 1;
                reading.note_word(token, words.lower(at), quoted);
                let word = Spoken {
                    lower: words.lower(at),
                    has_content: words.get(at).is_some_and(|word| !word.is_stop),
                    is_first: at == reading.first_word,
                    quoted,
                };
                if !is_style(words, at) {
                    antecedents.note(token, &word, &is_person);
                }
            }
            TokenKind::Punctuation if words.lower(at) == "," && !open.any() => {
                let content = words.get(at + 1).is_some_and(|word| !word.is_stop);
                let next = tokens.get(at + 1);
                let is_name = content && next.is_some_and(|token| token.case.starts_upper());
                antecedents.comma(is_name || matches!(words.lower(at + 1), "the" | "a" | "an"));
            }
            _ => {}
        }
        reading.address |= matches!(
            token.kind,
            TokenKind::Url | TokenKind::Hashtag | TokenKind::Handle
        );
    }
    reading.orphan = antecedents.orphan.or(antecedents.pending);
    reading.unclosed = open.any();
    // An apostrophe taken for an opening mark must not swallow the paragraph.
    open.single = false;
    reading.note_end(tokens, words);
    reading
}

impl Reading {
    fn note_word(&mut self, token: &Token, lower: &str, quoted: bool) {
        self.figure |= token.kind == TokenKind::Number;
        self.capitals += usize::from(token.case == Case::Upper);
        if !quoted {
            self.second_person |= matches!(lower, "you" | "your" | "yours" | "yourself");
            self.first_person |= matches!(lower, "i" | "we" | "our" | "my" | "me" | "us")
                && token.case != Case::Upper
                || (lower == "i" && token.case.starts_upper());
        }
    }

    fn note_end(&mut self, tokens: &[Token], words: Words<'_>) {
        let closing = |at: &usize| {
            tokens[*at].kind == TokenKind::Mark || matches!(words.lower(*at), ")" | "]" | "}")
        };
        let Some(last) = (0..tokens.len()).rev().find(|at| !closing(at)) else {
            return;
        };
        self.stopped = tokens[last].kind == TokenKind::Stop
            // The stop of an abbreviation at the end serves as both.
            || (tokens[last].kind == TokenKind::Word && words.lower(last).ends_with('.'));
        self.question = self.stopped && words.lower(last).contains('?');
        self.colon = words.lower(last) == ":";
    }
}

/// Whether a pronoun is part of a style: Her Majesty, His Honour.
pub(crate) fn is_style(words: Words<'_>, at: usize) -> bool {
    matches!(words.lower(at), "her" | "his" | "their")
        && matches!(
            words.lower(at + 1),
            "majesty" | "majesties" | "royal" | "highness" | "excellency" | "honour" | "holiness"
        )
}

/// Opens or closes; true if something closes that was not open.
fn turn_mark(text: Text<'_>, span: Span, open: &mut OpenMarks) -> bool {
    let before = text.bytes()[..span.start as usize].last();
    let after = text.bytes().get(span.end as usize);
    let is_space = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let opens_here = is_space(before) || matches!(before, Some(b'(' | b'[' | b'-'));
    match text.slice(span) {
        "“" | "„" | "«" | "‟" => open.double = true,
        "”" | "»" => return !std::mem::replace(&mut open.double, false),
        "‘" | "‚" => open.single = !after.is_some_and(u8::is_ascii_digit),
        // Closes if one is open; an apostrophe otherwise.
        "’" => open.single = false,
        "'" | "`" => {
            open.single = !open.single && opens_here && after.is_some_and(u8::is_ascii_alphabetic);
        }
        _ if open.double => open.double = opens_here && !is_space(after),
        _ => {
            open.double = opens_here || !is_space(after);
            return !open.double;
        }
    }
    false
}

/// Who and what has been named before a pronoun comes. What stands inside
/// quotation marks serves only pronouns inside.
#[derive(Default)]
struct Antecedents {
    plain: Named,
    quoted: Named,
    comma_seen: bool,
    orphan: Option<Orphan>,
    /// A possessive in a fronted clause, which the subject behind the comma
    /// redeems: "In her first speech, Ms Vane said …".
    pending: Option<Orphan>,
}

#[derive(Clone, Copy, Default)]
struct Named {
    person: bool,
    thing: bool,
}

impl Antecedents {
    fn note(
        &mut self,
        token: &Token,
        word: &Spoken<'_>,
        is_person: &impl Fn(&Token, bool) -> bool,
    ) {
        let Spoken { lower, quoted, .. } = *word;
        let person = self.plain.person || (quoted && self.quoted.person);
        let thing = self.plain.thing || (quoted && self.quoted.thing);
        let orphan = match lower {
            "he" | "him" | "his" | "himself" if !person => Orphan::Person(Gender::Male),
            "she" | "her" | "hers" | "herself" if !person => Orphan::Person(Gender::Female),
            "it" | "they" | "them" | "their" | "its" | "theirs" | "themselves" | "itself"
                if !thing && token.case != Case::Upper =>
            {
                Orphan::Other
            }
            _ => {
                let described = matches!(lower, "a" | "an" | "the" | "one" | "another");
                // A sentence may begin with any word in capitals.
                let capital = token.case.starts_upper() && !word.is_first && word.has_content;
                let named = is_person(token, capital && !is_calendar(lower));
                let known = if quoted {
                    &mut self.quoted
                } else {
                    &mut self.plain
                };
                known.person |= named || described;
                known.thing |= named || word.has_content;
                return;
            }
        };
        let possessive = matches!(lower, "her" | "his" | "their" | "its");
        if possessive && !self.comma_seen && !quoted {
            self.pending = self.pending.or(Some(orphan));
        } else {
            self.orphan = self.orphan.or(Some(orphan));
        }
    }

    /// The end of a fronted clause, or of something else.
    fn comma(&mut self, subject_follows: bool) {
        if !self.comma_seen {
            self.comma_seen = true;
            if subject_follows {
                self.pending = None;
            }
        }
    }
}

/// A word where it stands.
struct Spoken<'a> {
    lower: &'a str,
    has_content: bool,
    is_first: bool,
    quoted: bool,
}

#[cfg(test)]
mod tests {
    use onrecord_core::layers::{Sentences, Tokens};

    use super::*;
    use crate::fixture;
    use crate::lexicon::Lexicon;
    use crate::lists::Lists;

    fn read_first(text: &str) -> Reading {
        let doc = fixture::document(text);
        let tokens: &Tokens = doc.layer().unwrap();
        let sentences: &Sentences = doc.layer().unwrap();
        let range = sentences.items[0].token_range();
        let lists = Lists::new();
        let mut lexicon = Lexicon::new(&lists);
        let tokens = &tokens.items[range];
        let ids: Vec<_> = tokens
            .iter()
            .map(|token| lexicon.number(doc.text(), token))
            .collect();
        let words = Words {
            lexicon: &lexicon,
            ids: &ids,
        };
        let mut open = OpenMarks::default();
        read(doc.text(), tokens, words, &mut open, |_, capital| capital)
    }

    #[test]
    fn pronouns_need_somebody_before_them() {
        let check = |text: &str, expect| assert_eq!(read_first(text).orphan, expect, "{text}");
        let person = |gender| Some(Orphan::Person(gender));
        let (she, he, other) = (
            person(Gender::Female),
            person(Gender::Male),
            Some(Orphan::Other),
        );
        check("She won the race.", she);
        check("The runner said she won.", None);
        check("“The bridge is unsafe,” she said.", she);
        check("A council spokesman said he was sorry.", None);
        check("Speaking on Monday, he declined to comment.", he);
        check("It rained on the parade.", other);
        check("Speaking afterwards, they were relieved.", None);
        check(
            "In her first speech, Mara Quill promised lower rents.",
            None,
        );
        check("In her first speech, promises were made.", she);
        check(
            "Her Majesty’s Inspectorate said it had “serious concern”.",
            None,
        );
        check("IT systems failed across the region.", None);
    }

    #[test]
    fn marks_are_balanced_or_not() {
        let check = |text: &str, expect: (bool, bool)| {
            let reading = read_first(text);
            assert_eq!((reading.unopened, reading.unclosed), expect, "{text}");
        };
        check("“It works,” said Mr Pym.", (false, false));
        check("\"It works,\" said Mr Pym.", (false, false));
        check("Mr Pym said: “It works.", (false, true));
        check("It works,” said Mr Pym.", (true, false));
        check("The drivers' union called it a 'farce'.", (false, false));
        check("The ‘rapid’ review took nine years.", (false, false));
        check("Mr Pym said: ‘It works.", (false, true));
    }

    #[test]
    fn ends_are_seen_behind_closing_marks() {
        assert!(read_first("He said: “It works.”").stopped);
        assert!(read_first("Will it work?").question);
        assert!(read_first("Mr Pym said:").colon);
        assert!(!read_first("What the report found").stopped);
    }
}
