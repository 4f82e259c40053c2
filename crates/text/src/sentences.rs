//! Where sentences end.
//!
//! A candidate is a stop, or a word that keeps one (`Dr.`, `U.S.`). Marks and
//! brackets that close right behind it join its sentence; then what comes next
//! decides. Looking ahead is bounded, looking back is a few tokens and one
//! flag, so a line of any length is split in one pass.

use std::ops::Range;

use onrecord_core::layers::{Case, Token, TokenKind};
use onrecord_core::{Span, Text};

use crate::abbreviations::{Ending, ending_of_token};
use crate::words;

/// A sentence longer than this is cut at the next token, so that whatever
/// works by the sentence stays bounded on text that is none.
const LONGEST_SENTENCE: u32 = 64 * 1024;

/// How many marks and brackets may open a sentence before its first word.
const OPENERS: usize = 8;

/// How far a cue may reach: `"Is it?" Ann Lee, 45, of Leeds, asked.`
const CUE_WINDOW: usize = 14;

/// Calls `emit` with the token range of each sentence of a line, in order.
pub(crate) fn split(text: Text<'_>, tokens: &[Token], mut emit: impl FnMut(Range<usize>)) {
    let mut splitter = Splitter {
        text,
        tokens,
        straight_open: false,
    };
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        splitter.pass(at);
        let mut next = at + 1;
        let mut ends = false;
        if let Some(stop) = splitter.stop_at(at, start) {
            let mut quoted = false;
            while splitter.closes(next) {
                quoted |= tokens[next].kind == TokenKind::Mark;
                splitter.pass(next);
                next += 1;
            }
            ends = next < tokens.len() && splitter.ends_before(next, stop, quoted);
        }
        ends |= tokens[at].span.end - tokens[start].span.start > LONGEST_SENTENCE;
        if ends && next < tokens.len() {
            emit(start..next);
            start = next;
        }
        at = next;
    }
    if start < tokens.len() {
        emit(start..tokens.len());
    }
}

/// What might end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// `.` after a long word in small letters, which is no abbreviation.
    AfterWord,
    /// Any other `.`
    Full,
    /// `!`, `?` and mixtures.
    Loud,
    /// `…` or `...` glued to a word.
    Ellipsis,
    /// The same standing alone.
    LooseEllipsis,
    /// A word that keeps its full stop.
    Abbreviation(Ending),
}

struct Splitter<'t> {
    text: Text<'t>,
    tokens: &'t [Token],
    /// Whether a straight double mark waits for its partner.
    straight_open: bool,
}

impl<'t> Splitter<'t> {
    fn words(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |token| self.text.slice(token.span))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn glued(&self, left: usize, right: usize) -> bool {
        match (self.tokens.get(left), self.tokens.get(right)) {
            (Some(left), Some(right)) => left.span.end == right.span.start,
            _ => false,
        }
    }

    /// Takes note of a token that is passed.
    fn pass(&mut self, at: usize) {
        if self.tokens[at].kind == TokenKind::Mark {
            self.straight_open ^= self.words(at) == "\"";
        }
    }

    /// The stop that the token at `at` is or keeps, if any.
    fn stop_at(&self, at: usize, start: usize) -> Option<Stop> {
        let token = self.tokens[at];
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let last = self.text.bytes().get(token.span.range().end - 1);
                let keeps = last == Some(&b'.');
                keeps.then(|| Stop::Abbreviation(ending_of_token(self.words(at))))
            }
            TokenKind::Stop => Some(self.kind_of_stop(at, start)),
            _ => None,
        }
    }

    fn kind_of_stop(&self, at: usize, start: usize) -> Stop {
        let words = self.words(at);
        if words.contains(['!', '?', '！', '？', '‽', '⁇', '⁈', '⁉', '؟']) {
            return Stop::Loud;
        }
        let before = at.checked_sub(1).map(|before| self.tokens[before]);
        match words {
            "." if self.is_enumerator(at, start) => Stop::Abbreviation(Ending::Never),
            "." | "。" | "｡" => {
                let long = |word: Token| word.case == Case::Lower && word.span.len() > 4;
                if before.is_some_and(long) {
                    Stop::AfterWord
                } else {
                    Stop::Full
                }
            }
            _ if at > start && self.glued(at - 1, at) && self.words(at - 1) != "[" => {
                Stop::Ellipsis
            }
            _ => Stop::LooseEllipsis,
        }
    }

    /// `1.` or `a.` before an item of a list.
    fn is_enumerator(&self, at: usize, start: usize) -> bool {
        let Some(item) = at.checked_sub(1).filter(|&item| item >= start) else {
            return false;
        };
        let longest = match self.tokens[item].kind {
            TokenKind::Number => 2,
            TokenKind::Word => 1,
            _ => 0,
        };
        let begins = item == start || self.words(item - 1) == ":";
        begins && self.tokens[item].span.len() <= longest && self.glued(item, at)
    }

    /// Whether the token at `at`, behind a stop, belongs to what the stop ended.
    fn closes(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        let tight_before = self.glued(at - 1, at);
        match token.kind {
            TokenKind::Mark => {
                let tight_after = self.glued(at, at + 1);
                match (tight_before, tight_after) {
                    (true, false) => true,
                    (false, true) => false,
                    // `past."She` or `." `: the mark's shape or its partner decides.
                    _ => at + 1 == self.tokens.len() || self.closes_by_shape(at),
                }
            }
            TokenKind::Punctuation => {
                tight_before && matches!(self.words(at), ")" | "]" | "}" | "）")
            }
            TokenKind::Stop => tight_before,
            _ => false,
        }
    }

    fn closes_by_shape(&self, at: usize) -> bool {
        match self.words(at) {
            "\"" => self.straight_open,
            "”" | "’" | "»" | "›" | "″" | "〞" | "」" | "』" | "＂" => true,
            // Right behind a stop a straight single mark closes, and so does
            // one mark before another.
            "'" | "`" | "´" | "′" => self.glued(at - 1, at),
            _ => self.kind(at + 1) == Some(TokenKind::Mark) && self.glued(at - 1, at),
        }
    }

    /// Whether a sentence ends between `next - 1` and `next`.
    fn ends_before(&self, next: usize, stop: Stop, quoted: bool) -> bool {
        let dash = matches!(self.words(next), "-" | "–" | "—" | "―");
        if self.kind(next) == Some(TokenKind::Stop) || dash && matches!(stop, Stop::Abbreviation(_))
        {
            return false;
        }
        let opened = self.behind_openers(next);
        let Some(&first) = self.tokens.get(opened) else {
            return false;
        };
        let gap = !self.glued(next - 1, next);
        if !gap && !ends_without_space(stop, quoted, first) {
            return false;
        }
        match first.kind {
            TokenKind::Word => match first.case {
                // Only behind a full stop that can be nothing else.
                Case::Lower => stop == Stop::AfterWord && (opened > next || !quoted),
                // `iPhone` begins a sentence as it is.
                Case::Mixed => !quoted && matches!(stop, Stop::Full | Stop::AfterWord),
                _ => self.ends_before_capital(opened, self.is_mark(next), stop, quoted),
            },
            TokenKind::Number => !matches!(stop, Stop::Abbreviation(_) | Stop::LooseEllipsis),
            TokenKind::Url | TokenKind::Hashtag | TokenKind::Handle => {
                matches!(stop, Stop::Full | Stop::AfterWord | Stop::Loud)
            }
            TokenKind::Symbol => {
                let currency = matches!(self.words(opened), "£" | "$" | "€" | "¥");
                currency && matches!(stop, Stop::Full | Stop::AfterWord | Stop::Loud)
            }
            TokenKind::Punctuation => {
                matches!(self.words(opened), "•" | "*" | "|" | "‣" | "·" | "¿" | "¡")
                    && !matches!(stop, Stop::Abbreviation(_))
            }
            TokenKind::Clitic | TokenKind::Mark | TokenKind::Stop => false,
        }
    }

    /// Whether a quotation or a bracket, not a dash, begins at `at`.
    fn is_mark(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Mark) || matches!(self.words(at), "(" | "[" | "{" | "（")
    }

    /// The first token behind the marks, brackets and dashes that open a sentence.
    fn behind_openers(&self, from: usize) -> usize {
        let opens = |at: usize| match self.kind(at) {
            Some(TokenKind::Mark) => true,
            Some(TokenKind::Punctuation) => {
                matches!(
                    self.words(at),
                    "(" | "[" | "{" | "-" | "–" | "—" | "―" | "（"
                )
            }
            _ => false,
        };
        (from..from + OPENERS)
            .find(|&at| !opens(at))
            .unwrap_or(from)
    }

    fn ends_before_capital(&self, at: usize, opener: bool, stop: Stop, quoted: bool) -> bool {
        let word = self.words(at);
        let starter = words::contains(&words::STARTERS, word);
        match stop {
            Stop::AfterWord | Stop::Full => !quoted || opener || starter || !self.is_bare_cue(at),
            Stop::Loud => !quoted || opener || starter || !self.is_cue(at),
            Stop::Ellipsis => word != "I" && !(quoted && !starter && self.is_cue(at)),
            Stop::LooseEllipsis => starter && word != "I",
            Stop::Abbreviation(ending) => match ending {
                Ending::Never | Ending::BeforeNumber => false,
                Ending::Rarely => opener || quoted || starter,
                Ending::Often => opener || quoted || !words::contains(&words::CALENDAR, word),
            },
        }
    }

    /// The token of a verb of saying whose subject, a name, begins at `from`.
    /// Between commas anything may stand if `appositions` says so.
    fn cue_verb(&self, from: usize, appositions: bool) -> Option<usize> {
        let mut apposition = false;
        for at in from..self.tokens.len().min(from + CUE_WINDOW) {
            let (token, words) = (self.tokens[at], self.words(at));
            let part_of_name = match token.kind {
                TokenKind::Word if token.case.starts_upper() => true,
                TokenKind::Word
                    if (!apposition || self.words(at - 1) == ",")
                        && words::contains(&words::VERBS_OF_SAYING, words) =>
                {
                    return Some(at);
                }
                TokenKind::Word => apposition || words::contains(&words::PARTICLES, words),
                TokenKind::Punctuation if words == "," && appositions => {
                    apposition = !apposition;
                    true
                }
                TokenKind::Number => apposition,
                TokenKind::Clitic => true,
                _ => false,
            };
            if !part_of_name {
                return None;
            }
        }
        None
    }

    /// Whether a sentence or clause ends behind the token at `at`; a colon
    /// would open another quotation.
    fn clause_ends(&self, at: usize) -> bool {
        match self.kind(at + 1) {
            None | Some(TokenKind::Stop) => true,
            Some(TokenKind::Punctuation) => self.words(at + 1) != ":",
            _ => false,
        }
    }

    /// `… over." Dunne said.`: the cue and nothing else.
    fn is_bare_cue(&self, from: usize) -> bool {
        self.cue_verb(from, false)
            .is_some_and(|verb| self.clause_ends(verb))
    }

    /// `"Is it?" Dunne asked reporters.`: a cue with an addressee or a
    /// circumstance, but no content of its own.
    fn is_cue(&self, from: usize) -> bool {
        let Some(verb) = self.cue_verb(from, true) else {
            return false;
        };
        let after = self.words(verb + 1);
        if self.words(verb + 1) == ":" {
            return false;
        }
        self.clause_ends(verb)
            || matches!(self.words(verb), "asked" | "asks" | "wondered" | "told")
            || after.ends_with("ly")
            || words::contains(&words::CIRCUMSTANCES, after)
    }
}

/// `past."She` is a slip, `Yahoo!7` and `Ph.D` are not.
fn ends_without_space(stop: Stop, quoted: bool, first: Token) -> bool {
    let sentence_like = first.case == Case::Title && first.kind == TokenKind::Word;
    let slip = match stop {
        Stop::AfterWord | Stop::Loud => true,
        Stop::Full | Stop::Ellipsis => quoted || first.span.len() > 1,
        Stop::LooseEllipsis | Stop::Abbreviation(_) => false,
    };
    sentence_like && slip
}

/// The byte range of a sentence's tokens.
pub(crate) fn span_of(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.cover(tokens.last()?.span))
}

#[cfg(test)]
mod tests {
    use onrecord_core::Budget;

    use super::*;
    use crate::tokens::tokenise;

    /// `marked` is the line with `|` between its sentences.
    #[track_caller]
    fn check(marked: &str) {
        let line = marked.replace('|', " ").replace("  ", " ");
        check_as(line.trim(), marked);
    }

    #[track_caller]
    fn check_as(line: &str, marked: &str) {
        let text = Text::new(line);
        let mut tokens = Vec::new();
        let span = Span::new(0, text.len());
        tokenise(text, span, &Budget::unlimited(), &mut tokens).unwrap();
        let mut found = Vec::new();
        split(text, &tokens, |range| {
            found.push(text.slice(span_of(&tokens[range]).unwrap()));
        });
        let expect: Vec<_> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn plain_sentences() {
        check("It rained.|The mill closed!|Why?|Nobody knows");
        check("It cost £1.5m.|£2m was paid.|In 2019.|20 people left.");
        check("What?!|Really?|Yes.");
        check("Go to www.example.org.|Then wait.");
        check("It trended.|#savethemill did too.|@annlee agreed.");
        check("She left.|iPhones rang.");
        check("It ended there.|al-Amin did not.");
    }

    #[test]
    fn abbreviations_end_none() {
        check("Dr. Lee and Mr. Ott met Coun. Fox in St. Ives.|They spoke.");
        check("Rev. J. K. Lee spoke.|George W. Fox did not.");
        check("Det. Insp. Lee of the U.S. Army left.");
        check("See No. 5 and Ch. Supt. Lee, e.g. on Dec. 12, vs. Leeds.");
        check("approx. five came, i.e. few.");
        check("Ann Lee Jr. Day was held.");
    }

    #[test]
    fn some_abbreviations_can() {
        check("She moved to the U.S.|The firm followed.");
        check("He worked for Acme Ltd.|He left.");
        check("It opens at 6 p.m.|Police will attend.");
        check("It opens at 6 p.m. Monday at 9 a.m. GMT.");
        check("LEEDS, Va. - It rained.|She left Calif. and Ore.|They stayed.");
        check("Bring pens, paper, etc.|Doors open at 9.");
        check("It was plan B.|The council agreed.");
        check("The answer was no.|No.|Never.");
        check("They said no.|20 people left.");
    }

    #[test]
    fn marks_belong_to_what_they_open_or_close() {
        check("“It is over.|We lost.”|The crowd left.");
        check("She said: “It is over.|We lost.”|“Did we?”");
        check("\"It is over.\"|\"We lost.\"|He left.");
        check("‘It is over.’|‘We lost.’|He left.");
        check("«It is over.»|„We lost.“|‹Yes.›");
        check("He said it was ‘over’.|She left.");
        check("(It was late.)|He left [sic].|She stayed.");
        check("“Is it ‘over?’”|“No.”");
        check("“Really?”.|She left.");
        check("``It is over.''|He left.");
    }

    #[test]
    fn cues_stay_with_their_quotation() {
        check("“It is over,” she said.|“We lost.”");
        check("“Is it over?” she asked.|He nodded.");
        check("“Never!” said Ann Lee.");
        check("\"Is it over?\" Lee asked.|He nodded.");
        check("“Is it over?” Ann Lee, 45, of Leeds, asked.");
        check("“Never!” Coun Ann Lee told the meeting.");
        check("“It is over.” Lee said.");
        check("“It is over…” she said.");
        check("“It is over.” he added.");
    }

    #[test]
    fn other_sentences_after_a_quotation_begin_anew() {
        check("“Is it over?”|She asked twice.");
        check("“Is it over?”|Ann Lee said the mill would close.");
        check("“It is over.”|Ann Lee said she knew.");
        check("‘It is over.’|Ann Lee added: ‘We lost.’");
        check("“Is it?”|The minister said no.");
    }

    #[test]
    fn ellipses_end_a_sentence_only_before_a_capital() {
        check("It was … over.|And then… nothing.");
        check("It was... over.|Well...|Dr Lee left.");
        check("I ... I don't know.|We saw [...] Leeds.");
        check("It was . . . over.");
        check("He waited... I left.");
    }

    #[test]
    fn a_missing_space_is_a_slip() {
        check_as("We left.She stayed.", "We left.|She stayed.");
        check_as("It is past.\"She left.", "It is past.|\"She left.");
        check_as("\"It is past.\"She left.", "\"It is past.\"|She left.");
        check_as("“It is past.”She left.", "“It is past.”|She left.");
        check_as(
            "Version 2.0.1 of Node.js and a B.Sc.",
            "Version 2.0.1 of Node.js and a B.Sc.",
        );
    }

    #[test]
    fn marks_the_wrong_way_round() {
        check("”It is over.“|She left.");
        check_as("\" It is over. \" She left.", "\" It is over. \"|She left.");
        check_as("She said. “", "She said. “");
        check_as("It is over. ”", "It is over. ”");
    }

    #[test]
    fn lists_keep_their_numbers() {
        check("1. Close the door.|2. Open it.");
        check("a. Close the door.");
        check("The plan: 1. Close it.");
        check("• Close it.|• Open it.");
    }

    #[test]
    fn unusual_space() {
        check_as(
            "It rained.\u{A0}She left.\u{2009}He did.",
            "It rained.|She left.|He did.",
        );
        check_as("It rained.\u{200B} She left.", "It rained.|She left.");
    }

    #[test]
    fn endless_text_is_cut() {
        let text = "word ".repeat(30_000);
        let text = Text::new(&text);
        let mut tokens = Vec::new();
        let span = Span::new(0, text.len());
        tokenise(text, span, &Budget::unlimited(), &mut tokens).unwrap();
        let (mut count, mut end) = (0, 0);
        split(text, &tokens, |range| {
            assert_eq!(range.start, end);
            (count, end) = (count + 1, range.end);
        });
        assert_eq!((count, end), (3, 30_000));
    }
}
