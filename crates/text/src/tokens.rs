//! The tokeniser: one pass over the bytes of a line, a table of 256 classes,
//! characters decoded only where they are not ASCII.
//!
//! Every look ahead is bounded, so the work is linear in the length of the
//! line whatever stands in it.

use onrecord_core::layers::{Case, Token, TokenKind};
use onrecord_core::{Budget, ProcessError, Span, Text};

use crate::abbreviations;

/// Longest host name or local part of an address that is looked at.
const ADDRESS_WINDOW: usize = 100;

/// What a character may begin or continue. The first three make up words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Upper,
    Lower,
    Digit,
    /// Combining marks, joiners, soft hyphens: part of what stands before.
    Extend,
    Mark,
    Stop,
    Punctuation,
    Symbol,
    Hash,
    At,
    /// White space, controls and invisible format characters.
    Space,
    /// First byte of a wide character; [`wide_class`] knows more.
    Wide,
}

impl Class {
    const fn is_alphanumeric(self) -> bool {
        matches!(self, Self::Upper | Self::Lower | Self::Digit)
    }

    const fn is_letter(self) -> bool {
        matches!(self, Self::Upper | Self::Lower)
    }
}

static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut table = [Class::Space; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' => Class::Upper,
            b'a'..=b'z' => Class::Lower,
            b'0'..=b'9' => Class::Digit,
            b'"' | b'\'' | b'`' => Class::Mark,
            b'.' | b'!' | b'?' => Class::Stop,
            b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'-' | b'/' | b'\\'
            | b'|' | b'*' => Class::Punctuation,
            b'#' => Class::Hash,
            b'@' => Class::At,
            0..=0x20 | 0x7F => Class::Space,
            0x80.. => Class::Wide,
            _ => Class::Symbol,
        };
        byte += 1;
    }
    table
}

fn wide_class(c: char) -> Class {
    match c {
        '‘'..='‟'
        | '«'
        | '»'
        | '‹'
        | '›'
        | '′'
        | '″'
        | '‵'
        | '‶'
        | '´'
        | '\u{2BB}'..='\u{2BD}'
        | '「'..='』'
        | '〝'..='〟'
        | '＂'
        | '＇'
        | '｀' => Class::Mark,
        '…' | '‽' | '؟' | '⁇'..='⁉' | '。' | '！' | '？' | '｡' => Class::Stop,
        _ if is_invisible(c) => Class::Space,
        _ if extends(c) => Class::Extend,
        '\u{2010}'..='\u{2015}'
        | '−'
        | '•'
        | '·'
        | '‣'
        | '¡'
        | '¿'
        | '،'
        | '؛'
        | '、'
        | '，'
        | '：'
        | '；'
        | '（'
        | '）'
        | '〈'..='》'
        | '／' => Class::Punctuation,
        _ if c.is_whitespace() || c.is_control() => Class::Space,
        _ if c.is_uppercase() => Class::Upper,
        _ if c.is_alphabetic() => Class::Lower,
        _ if c.is_numeric() => Class::Digit,
        _ => Class::Symbol,
    }
}

/// Format characters that separate words or mean nothing.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
    )
}

/// What joins or divides letters without being seen; alone it is nothing.
const fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}'
    )
}

/// Joiners, combining marks, skin tones.
const fn extends(c: char) -> bool {
    is_joiner(c)
        || matches!(
            c,
            '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
                | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}'
        )
}

/// Whether a mark may stand inside a word in place of an apostrophe.
const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '‛' | '`' | '´' | '′' | '\u{2BB}'..='\u{2BD}' | '＇'
    )
}

/// Whether two words around it are one. A dash is never a hyphen.
const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Appends the tokens of one line. A line of nothing but invisible format
/// characters is one symbol, so that no paragraph is without a token.
pub(crate) fn tokenise(
    text: Text<'_>,
    line: Span,
    budget: &Budget,
    out: &mut Vec<Token>,
) -> Result<(), ProcessError> {
    let range = line.range();
    let scanner = Scanner {
        text: text.as_str(),
        bytes: text.bytes(),
        end: range.end.min(text.bytes().len()),
    };
    let before = out.len();
    let mut at = range.start;
    while at < scanner.end {
        let class = scanner.class(at);
        if class == Class::Space || class == Class::Extend && is_joiner(scanner.char(at)) {
            at += scanner.width(at);
            continue;
        }
        budget.spend(1)?;
        let glued_to = out
            .get(before..)
            .and_then(<[_]>::last)
            .filter(|token: &&Token| token.span.end as usize == at)
            .map(|token| token.kind);
        let (kind, end) = scanner.token(at, class, glued_to);
        let span = Span::new(at as u32, end as u32);
        let case = scanner.case(kind, at, end);
        out.push(Token { span, kind, case });
        at = end;
    }
    if out.len() == before && !line.is_empty() {
        out.push(Token {
            span: line,
            kind: TokenKind::Symbol,
            case: Case::None,
        });
    }
    Ok(())
}

struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// Where the line ends; never past the text.
    end: usize,
}

impl Scanner<'_> {
    fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.bytes[at] } else { 0 }
    }

    /// The character at a boundary; NUL, which belongs to nothing, past the end.
    fn char(&self, at: usize) -> char {
        let byte = self.byte(at);
        if byte < 0x80 {
            return char::from(byte);
        }
        let rest = self.text.get(at..self.end).unwrap_or_default();
        rest.chars().next().unwrap_or_default()
    }

    fn width(&self, at: usize) -> usize {
        match self.byte(at) {
            0..0x80 => 1,
            0x80..0xE0 => 2,
            0xE0..0xF0 => 3,
            0xF0.. => 4,
        }
    }

    fn class(&self, at: usize) -> Class {
        match CLASSES[usize::from(self.byte(at))] {
            Class::Wide => wide_class(self.char(at)),
            class => class,
        }
    }

    /// Kind and end of the token that begins at `at`.
    fn token(&self, at: usize, class: Class, glued_to: Option<TokenKind>) -> (TokenKind, usize) {
        match class {
            Class::Upper | Class::Lower => self.word_or_address(at),
            Class::Digit => self.number(at),
            Class::Mark => self.mark_or_clitic(at, glued_to),
            Class::Stop => (TokenKind::Stop, self.run(at, |class| class == Class::Stop)),
            Class::Punctuation => (TokenKind::Punctuation, at + self.width(at)),
            Class::Hash => self.tagged(at, TokenKind::Hashtag),
            Class::At => self.tagged(at, TokenKind::Handle),
            Class::Extend | Class::Symbol | Class::Space | Class::Wide => {
                (TokenKind::Symbol, self.symbol(at))
            }
        }
    }

    fn run(&self, mut at: usize, inside: impl Fn(Class) -> bool) -> usize {
        while at < self.end && inside(self.class(at)) {
            at += self.width(at);
        }
        at
    }

    /// End of a run of letters and digits.
    fn letters(&self, mut at: usize) -> usize {
        loop {
            while CLASSES[usize::from(self.byte(at))].is_alphanumeric() {
                at += 1;
            }
            if self.byte(at) < 0x80 || self.class(at) > Class::Extend {
                return at;
            }
            at += self.width(at);
        }
    }

    /// End of a word: runs of letters joined by hyphens and apostrophes.
    fn word(&self, at: usize) -> usize {
        let mut at = self.letters(at);
        loop {
            if CLASSES[usize::from(self.byte(at))] == Class::Space {
                return at;
            }
            let c = self.char(at);
            let next = at + self.width(at);
            let joined = if is_hyphen(c) {
                self.class(next).is_alphanumeric()
            } else {
                is_apostrophe(c) && self.class(next).is_letter() && self.clitic(at).is_none()
            };
            if !joined {
                return at;
            }
            at = self.letters(next);
        }
    }

    fn word_or_address(&self, start: usize) -> (TokenKind, usize) {
        let end = self.word(start);
        match self.byte(end) {
            b':' if self.byte(end + 1) == b'/' && self.byte(end + 2) == b'/' => {
                (TokenKind::Url, self.address_end(end))
            }
            b'.' | b'@' | b'_' | b'+' => self.dotted(start, end),
            _ => (TokenKind::Word, end),
        }
    }

    /// A word before a full stop (or another sign of an address): an address,
    /// an abbreviation with its stops, or the word alone.
    fn dotted(&self, start: usize, end: usize) -> (TokenKind, usize) {
        if let Some(found) = self.address(start) {
            return found;
        }
        if self.byte(end) != b'.' {
            return (TokenKind::Word, end);
        }
        let stopped = if end == start + 1 {
            self.initials(start)
        } else if self.byte(end + 1) != b'.' && self.is_abbreviation(start, end) {
            end + 1
        } else {
            end
        };
        // `U.S.-led` is one word.
        let hyphenated = stopped > end
            && is_hyphen(self.char(stopped))
            && self.class(stopped + self.width(stopped)).is_letter();
        if hyphenated {
            return (TokenKind::Word, self.word(stopped + self.width(stopped)));
        }
        (TokenKind::Word, stopped)
    }

    fn is_abbreviation(&self, start: usize, end: usize) -> bool {
        let word = self.text.get(start..end).unwrap_or_default();
        let Some(ending) = abbreviations::ending(word) else {
            return false;
        };
        // `No.` and `Dec.` are words of their own unless a number follows.
        let mut next = end + 1;
        while next < end + 4 && self.class(next) == Class::Space && next < self.end {
            next += self.width(next);
        }
        ending != abbreviations::Ending::BeforeNumber || self.class(next) == Class::Digit
    }

    /// End of `J.`, `U.S.`, `e.g.`, `p.m`: single letters with stops between.
    fn initials(&self, start: usize) -> usize {
        let mut at = start + 1;
        let mut letters = 1;
        while self.byte(at) == b'.'
            && self.class(at + 1).is_letter()
            && !self.class(at + 1 + self.width(at + 1)).is_alphanumeric()
        {
            at += 1 + self.width(at + 1);
            letters += 1;
        }
        let stop = self.byte(at) == b'.' && self.byte(at + 1) != b'.';
        if stop && (letters > 1 || self.class(start) == Class::Upper) {
            at += 1;
        }
        at
    }

    /// `www.…`, `name@host.tld`, `host.tld/path`, `host.tld` at `start`.
    fn address(&self, start: usize) -> Option<(TokenKind, usize)> {
        let limit = self.end.min(start + ADDRESS_WINDOW);
        let inside = |byte: u8| byte.is_ascii_alphanumeric() || b".-_+%@".contains(&byte);
        let mut end = start;
        while end < limit && inside(self.bytes[end]) {
            end += 1;
        }
        if end == start + ADDRESS_WINDOW {
            return None;
        }
        while end > start && b".-_+%@".contains(&self.bytes[end - 1]) {
            end -= 1;
        }
        let whole = self.bytes.get(start..end)?;
        let host_from = whole.iter().position(|&byte| byte == b'@').map(|at| at + 1);
        let host = whole.get(host_from.unwrap_or(0)..)?;
        let last = host.iter().rposition(|&byte| byte == b'.')?;
        let tld = host.get(last + 1..)?;
        let tld_like = (2..=6).contains(&tld.len()) && tld.iter().all(u8::is_ascii_lowercase);
        let known = KNOWN_TLDS.contains(&tld);
        if host_from.is_some() {
            return tld_like.then_some((TokenKind::Url, end));
        }
        let www = host.get(..4)?.eq_ignore_ascii_case(b"www.");
        let path = self.byte(end) == b'/' && self.byte(end + 1).is_ascii_alphanumeric();
        if www || (path && tld_like) {
            return Some((TokenKind::Url, self.address_end(end)));
        }
        // `Amazon.com` is a name, `amazon.com` an address.
        let kind = if host[0].is_ascii_uppercase() {
            TokenKind::Word
        } else {
            TokenKind::Url
        };
        (known && tld_like).then_some((kind, end))
    }

    /// End of an address, without the punctuation of the sentence it stands in.
    fn address_end(&self, from: usize) -> usize {
        let mut end = from;
        while end < self.end {
            let byte = self.bytes[end];
            let inside = match self.class(end) {
                Class::Mark => byte == b'\'' && self.class(end + 1).is_alphanumeric(),
                Class::Space => false,
                Class::Symbol => !matches!(byte, b'<' | b'>') && byte < 0x80,
                Class::Punctuation => byte < 0x80 && byte != b'|',
                _ => true,
            };
            if !inside {
                break;
            }
            end += self.width(end);
        }
        while end > from && b".,;:!?)]}*'".contains(&self.bytes[end - 1]) {
            end -= 1;
        }
        end
    }

    fn number(&self, start: usize) -> (TokenKind, usize) {
        let mut at = self.letters(start);
        let iso = |at: usize| {
            self.bytes[start..at].len() == 4 && self.digits(at + 1) == 2
                || self.bytes[start..at].len() == 7 && self.digits(at + 1) == 2
        };
        loop {
            let c = self.char(at);
            let next = at + self.width(at);
            let follows = self.class(next);
            let joined = match c {
                ',' => self.digits(next) == 3,
                '.' | ':' | '/' => follows == Class::Digit,
                _ if is_hyphen(c) => follows.is_letter() || iso(at),
                _ if is_apostrophe(c) => follows == Class::Digit,
                _ => false,
            };
            if !joined {
                break;
            }
            at = self.letters(next);
        }
        // `6p.m.`
        let meridiem = matches!(self.byte(at.saturating_sub(1)), b'a' | b'p')
            && self.byte(at) == b'.'
            && self.byte(at + 1) == b'm'
            && !self.class(at + 2).is_alphanumeric();
        if meridiem {
            return (
                TokenKind::Number,
                at + 2 + usize::from(self.byte(at + 2) == b'.'),
            );
        }
        if self.byte(at) == b'.'
            && self.class(at + 1).is_letter()
            && let Some(found) = self.address(start)
        {
            return found;
        }
        (TokenKind::Number, at)
    }

    /// How many ASCII digits stand at `at`; 5 is as good as more.
    fn digits(&self, at: usize) -> usize {
        (0..5)
            .take_while(|step| self.byte(at + step).is_ascii_digit())
            .count()
    }

    /// End of a clitic that begins with the apostrophe at `at`.
    fn clitic(&self, at: usize) -> Option<usize> {
        let from = at + self.width(at);
        let end = (from..from + 3)
            .find(|&end| !self.byte(end).is_ascii_alphabetic())
            .filter(|&end| !self.class(end).is_alphanumeric())?;
        let known = match self.bytes.get(from..end)? {
            [one] => b"sdm".contains(&one.to_ascii_lowercase()),
            [a, b] => matches!(
                [a.to_ascii_lowercase(), b.to_ascii_lowercase()],
                [b'r' | b'v', b'e'] | [b'l', b'l']
            ),
            _ => false,
        };
        known.then_some(end)
    }

    fn mark_or_clitic(&self, at: usize, glued_to: Option<TokenKind>) -> (TokenKind, usize) {
        let c = self.char(at);
        let end = at + self.width(at);
        let clitic = self.clitic(at).filter(|_| is_apostrophe(c));
        match (glued_to, clitic) {
            (Some(TokenKind::Word | TokenKind::Number | TokenKind::Url), Some(end)) => {
                (TokenKind::Clitic, end)
            }
            // The name in quotation marks has a possessive: `"Hamlet"'s`.
            (Some(TokenKind::Mark), Some(end)) if self.byte(end - 1) == b's' => {
                (TokenKind::Clitic, end)
            }
            // Feet and inches, minutes and seconds.
            (Some(TokenKind::Number), _) if matches!(c, '′' | '″') => (TokenKind::Symbol, end),
            _ => (TokenKind::Mark, end),
        }
    }

    /// `#tag` or `@name`; the sign alone if no letter follows.
    fn tagged(&self, at: usize, kind: TokenKind) -> (TokenKind, usize) {
        let mut end = at + 1;
        let mut letters = false;
        loop {
            let class = self.class(end);
            letters |= class.is_letter();
            if !class.is_alphanumeric() && class != Class::Extend && self.byte(end) != b'_' {
                break;
            }
            end += self.width(end);
        }
        if letters {
            (kind, end)
        } else {
            (TokenKind::Symbol, at + 1)
        }
    }

    /// End of a symbol with all that is joined to it, as in family emoji.
    fn symbol(&self, at: usize) -> usize {
        let mut end = at + self.width(at);
        while end < self.end && self.class(end) == Class::Extend {
            let joiner = self.char(end) == '\u{200D}';
            end += self.width(end);
            if joiner && end < self.end && self.class(end) == Class::Symbol {
                end += self.width(end);
            }
        }
        end
    }

    fn case(&self, kind: TokenKind, start: usize, end: usize) -> Case {
        if matches!(
            kind,
            TokenKind::Mark | TokenKind::Stop | TokenKind::Punctuation | TokenKind::Symbol
        ) {
            return Case::None;
        }
        // Nearly every word is small, or small behind one capital.
        let rest_small = self.bytes[start + 1..end]
            .iter()
            .all(u8::is_ascii_lowercase);
        match CLASSES[usize::from(self.bytes[start])] {
            Class::Lower if rest_small => return Case::Lower,
            Class::Upper if rest_small => return Case::Title,
            _ => {}
        }
        let (mut first_upper, mut upper, mut inner_upper, mut lower) = (false, 0, 0, 0);
        let mut part_begins = true;
        let mut at = start;
        while at < end {
            let byte = self.bytes[at];
            match CLASSES[usize::from(byte)] {
                Class::Lower => lower += 1,
                Class::Upper => {
                    first_upper |= upper + lower == 0;
                    upper += 1;
                    inner_upper += u32::from(!part_begins);
                }
                Class::Wide => {
                    let c = self.char(at);
                    if c.is_uppercase() {
                        first_upper |= upper + lower == 0;
                        upper += 1;
                        inner_upper += u32::from(!part_begins);
                    } else if c.is_lowercase() {
                        lower += 1;
                    }
                }
                _ => {}
            }
            part_begins = is_hyphen(self.char(at));
            at += self.width(at);
        }
        match (upper, lower) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, 0) => Case::Title,
            (_, 0) => Case::Upper,
            _ if !first_upper => Case::Mixed,
            _ if inner_upper == 0 => Case::Title,
            _ => Case::Camel,
        }
    }
}

/// Domains that make `host.tld` an address without a path. Those that are
/// English words (`it`, `is`, `me`, …) are left out: a missing space after a
/// full stop is more frequent than they are.
static KNOWN_TLDS: [&[u8]; 24] = [
    b"uk", b"com", b"org", b"net", b"gov", b"edu", b"info", b"biz", b"tv", b"eu", b"ie", b"au",
    b"ca", b"nz", b"za", b"de", b"fr", b"scot", b"wales", b"cymru", b"london", b"news", b"app",
    b"io",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(line: &str) -> Vec<Token> {
        let mut found = Vec::new();
        let span = Span::new(0, line.len() as u32);
        tokenise(Text::new(line), span, &Budget::unlimited(), &mut found).unwrap();
        found
    }

    #[track_caller]
    fn check(line: &str, expect: &str) {
        let text = Text::new(line);
        let shown: Vec<_> = tokens(line).iter().map(|t| text.slice(t.span)).collect();
        assert_eq!(shown.join("|"), expect);
    }

    /// The kinds of all tokens, by initial: Word, Clitic, Number, Url, hasHtag,
    /// hAndle, Mark, Stop, Punctuation, sYmbol.
    #[track_caller]
    fn check_kinds(line: &str, expect: &str) {
        let initial = |token: &Token| match token.kind {
            TokenKind::Word => 'W',
            TokenKind::Clitic => 'C',
            TokenKind::Number => 'N',
            TokenKind::Url => 'U',
            TokenKind::Hashtag => 'H',
            TokenKind::Handle => 'A',
            TokenKind::Mark => 'M',
            TokenKind::Stop => 'S',
            TokenKind::Punctuation => 'P',
            TokenKind::Symbol => 'Y',
        };
        assert_eq!(tokens(line).iter().map(initial).collect::<String>(), expect);
    }

    #[test]
    fn words_keep_hyphens_and_apostrophes() {
        check(
            "multi-agency York-based Covid-19",
            "multi-agency|York-based|Covid-19",
        );
        check(
            "don't o’clock O’Brien D'Souza",
            "don't|o’clock|O’Brien|D'Souza",
        );
        check("wrong-way don‘t, don`t", "wrong-way|don‘t|,|don`t");
        check("the A61 - a road", "the|A61|-|a|road");
        check(
            "soft\u{AD}hyphen Zoë Zoe\u{308}",
            "soft\u{AD}hyphen|Zoë|Zoe\u{308}",
        );
    }

    #[test]
    fn clitics_are_split_off() {
        check("Lee's Lee’s Barnardo’s", "Lee|'s|Lee|’s|Barnardo|’s");
        check(
            "I'm we’ve they'll you'd we're",
            "I|'m|we|’ve|they|'ll|you|'d|we|'re",
        );
        check("shouldn't've", "shouldn't|'ve");
        check("LEE'S U.S.'s 1990's", "LEE|'S|U.S.|'s|1990|'s");
        check("Bates' views ‘Bates’", "Bates|'|views|‘|Bates|’");
        check("\"Hamlet\"'s run", "\"|Hamlet|\"|'s|run");
        check("ma'am rock 'n' roll", "ma'am|rock|'|n|'|roll");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check("Dr. Lee, Mr Ott.", "Dr.|Lee|,|Mr|Ott|.");
        check("J. K. Lee, J.K. Lee", "J.|K.|Lee|,|J.K.|Lee");
        check("U.S.-led, e.g. at 6 p.m.", "U.S.-led|,|e.g.|at|6|p.m.");
        check("6p.m. and 5.30pm.", "6p.m.|and|5.30pm|.");
        check(
            "No. 5? No. Never. Sat. They sat.",
            "No.|5|?|No|.|Never|.|Sat|.|They|sat|.",
        );
        check(
            "Acme Ltd., St. Ives, Det. Insp. Fox",
            "Acme|Ltd.|,|St.|Ives|,|Det.|Insp.|Fox",
        );
        check("Well... Dr... I...", "Well|...|Dr|...|I|...");
    }

    #[test]
    fn numbers_are_one_token() {
        check("1,400 girls, 4,50", "1,400|girls|,|4|,|50");
        check("£1.5m 3% $2bn", "£|1.5m|3|%|$|2bn");
        check("22nd 09:32 2019/20 4/5/2021", "22nd|09:32|2019/20|4/5/2021");
        check(
            "1997-2013, 2-1, 2021-05-04T12:30",
            "1997|-|2013|,|2|-|1|,|2021-05-04T12:30",
        );
        check("a 16-year-old, 40-page", "a|16-year-old|,|40-page");
        check("5'10\" 6′ 2″", "5'10|\"|6|′|2|″");
        check("1997–2013.", "1997|–|2013|.");
    }

    #[test]
    fn addresses_end_before_the_sentence_does() {
        check_kinds("See https://a.example.org/b?c=d#e. Then", "WUSW");
        check("(www.example.org/a_b).", "(|www.example.org/a_b|)|.");
        check_kinds(
            "Mail ann.lee@example.co.uk, or example.police.uk/help!",
            "WUPWUS",
        );
        check(
            "over.She went to Amazon.com",
            "over|.|She|went|to|Amazon.com",
        );
        check_kinds("amazon.com @ann_lee #sign4it @ # #1", "UAHYYYN");
        check("“www.example.org”", "“|www.example.org|”");
    }

    #[test]
    fn every_mark_is_a_token() {
        check_kinds("\"'`“”„‟«»‹›‘’‚‛′″", "MMMMMMMMMMMMMMMMM");
        check("''We'' -- ``they''", "'|'|We|'|'|-|-|`|`|they|'|'");
        check_kinds("?! … ... . !?!", "SSSSS");
        check("a — b–c―d", "a|—|b|–|c|―|d");
    }

    #[test]
    fn spaces_of_unicode_separate() {
        check("a\u{A0}b\u{2009}c\u{200B}d\u{FEFF}e\0f", "a|b|c|d|e|f");
        check("\u{200B}", "\u{200B}");
        check("👩‍👩‍👧 👍🏽 ok", "👩‍👩‍👧|👍🏽|ok");
        check("日本語。", "日本語|。");
    }

    #[test]
    fn case_is_that_of_the_letters() {
        for (word, case) in [
            ("force", Case::Lower),
            ("Force", Case::Title),
            ("Jean-Claude", Case::Title),
            ("A", Case::Title),
            ("HMIC", Case::Upper),
            ("U.S.", Case::Upper),
            ("McDonald", Case::Camel),
            ("O’Brien", Case::Camel),
            ("PCs", Case::Camel),
            ("iPhone", Case::Mixed),
            ("Ünal", Case::Title),
            ("ÉTÉ", Case::Upper),
            ("日本", Case::None),
        ] {
            assert_eq!(tokens(word)[0].case, case, "{word}");
        }
    }
}
