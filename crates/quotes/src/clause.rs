//! The shape of a narrated sentence around a cue: where a reported clause
//! begins and ends, and whether it is a clause at all.

use std::ops::Range;

use onrecord_core::Text;

use crate::narration::{Unit, UnitKind};
use crate::speech::Facts;
use crate::verbs::{CueVerb, VerbForm, VerbKind};
use crate::words::{WordClass, is_quantifier};

/// Units of an adjunct between a cue and its content ("in a statement").
const MAX_ADJUNCT: usize = 10;

/// Units looked at for a reported clause; what is longer is cut. Keeps a
/// sentence of a million cues linear.
const MAX_CONTENT: usize = 400;

/// Units of a subject between a conjunction and its cue.
const MAX_SUBJECT: usize = 6;

/// What forms of be before a verb make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Voice {
    #[default]
    Active,
    /// "was revealed"
    Passive,
    /// "is saying"
    Progressive,
}

/// Whether a verb asserts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mood {
    #[default]
    Asserted,
    /// "would say"
    Modal,
    /// "to say"
    Infinitive,
}

/// What stands around a verb.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct VerbContext {
    pub(crate) voice: Voice,
    pub(crate) mood: Mood,
    /// "not", "never", "didn't".
    pub(crate) negated: bool,
    /// Behind "and" or "but", so that the subject is further left.
    pub(crate) coordinated: bool,
    /// The first unit of the verb phrase: "went" in "went on to say".
    pub(crate) origin: usize,
}

/// A narrated sentence without its final stop.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'n> {
    pub(crate) text: Text<'n>,
    units: &'n [Unit],
    facts: &'n [Facts],
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Whether a word looks like a regular past form.
pub(crate) fn is_past(word: &str) -> bool {
    word.len() > 3
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && !matches!(
            word,
            "hundred" | "sacred" | "kindred" | "wicked" | "naked" | "shed" | "sled"
        )
}

/// Units of a dateline: place, country, agency, date.
const MAX_DATELINE: usize = 8;

/// Where the sentence proper begins: behind "KARVAL, Afghanistan (AP) –".
fn behind_dateline(text: Text<'_>, units: &[Unit], start: usize, end: usize) -> usize {
    let first = units
        .get(start)
        .filter(|_| start < end)
        .map_or("", |unit| text.slice(unit.span));
    let place = first.split(' ').next().unwrap_or_default();
    let capitals = place.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !place.chars().any(char::is_lowercase);
    let near = start + 1..end.min(start + MAX_DATELINE);
    let dash = near
        .into_iter()
        .find(|&unit| units[unit].kind == UnitKind::Dash);
    dash.filter(|_| capitals).map_or(start, |dash| dash + 1)
}

impl<'n> Clause<'n> {
    pub(crate) fn new(
        text: Text<'n>,
        units: &'n [Unit],
        facts: &'n [Facts],
        range: Range<usize>,
    ) -> Self {
        let mut end = range.end;
        while end > range.start && units[end - 1].kind == UnitKind::Stop {
            end -= 1;
        }
        Self {
            text,
            units,
            facts,
            start: behind_dateline(text, units, range.start, end),
            end,
        }
    }

    /// The word of a unit as written.
    pub(crate) fn word(&self, unit: usize) -> &'n str {
        self.units
            .get(unit)
            .map_or("", |unit| self.text.slice(unit.span))
    }

    pub(crate) fn is_colon(&self, unit: usize) -> bool {
        self.kind(unit) == Some(UnitKind::Colon)
    }

    /// Whether a unit is this word, whatever its case.
    pub(crate) fn folded_is(&self, unit: usize, word: &str) -> bool {
        self.word(unit).eq_ignore_ascii_case(word)
    }

    fn kind(&self, unit: usize) -> Option<UnitKind> {
        (unit >= self.start && unit < self.end).then(|| self.units[unit].kind)
    }

    fn class(&self, unit: usize) -> Option<WordClass> {
        match self.kind(unit)? {
            UnitKind::Word(class) => Some(class),
            _ => None,
        }
    }

    /// Looks back from a verb over its auxiliaries and adverbs.
    pub(crate) fn verb_context(&self, verb: usize) -> VerbContext {
        let form = self.units[verb].verb.map(|verb| verb.form);
        let mut context = VerbContext {
            origin: verb,
            ..VerbContext::default()
        };
        let mut at = verb;
        while at > self.start {
            at -= 1;
            match self.class(at) {
                Some(WordClass::Be) => {
                    context.voice = match form {
                        Some(VerbForm::Past) => Voice::Passive,
                        Some(VerbForm::Participle) => Voice::Progressive,
                        _ => context.voice,
                    };
                }
                Some(WordClass::Auxiliary) => {}
                Some(WordClass::Adverb) => continue,
                Some(WordClass::Modal) => context.mood = Mood::Modal,
                Some(WordClass::Negation) => context.negated = true,
                Some(WordClass::To) => context.mood = Mood::Infinitive,
                Some(WordClass::Coordinator | WordClass::Adversative) => {
                    context.coordinated = true;
                    break;
                }
                _ => break,
            }
            context.negated |= self.word(at).ends_with("n't") || self.word(at).ends_with("n’t");
        }
        // "went on to say" is said; "declined to say" is not.
        if context.mood == Mood::Infinitive && self.folded_is(at, "on") && at > self.start {
            context.mood = Mood::Asserted;
            context.origin = at - 1;
        }
        context
    }

    /// Whether the word at `at` is used as a verb that asserts something.
    pub(crate) fn is_cue_use(&self, at: usize, verb: CueVerb, context: &VerbContext) -> bool {
        if context.negated || (context.mood == Mood::Infinitive && verb.form == VerbForm::Base) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        // "Some said", but "the said goods", "one claim".
        let counted =
            verb.form == VerbForm::Past && at > self.start && is_quantifier(self.word(at - 1));
        let owned = !counted
            && matches!(
                before,
                Some(
                    UnitKind::Possessive
                        | UnitKind::Word(WordClass::Determiner | WordClass::CueNoun)
                )
            );
        let loose = matches!(
            before,
            Some(
                UnitKind::Amount
                    | UnitKind::Word(WordClass::Preposition | WordClass::Other | WordClass::Be)
            )
        );
        let nounlike = verb.nounlike && matches!(verb.form, VerbForm::Base | VerbForm::Present);
        let noun = matches!(before, Some(UnitKind::Word(WordClass::Other)));
        let participle = verb.form == VerbForm::Participle && verb.kind != VerbKind::Say && noun;
        let passive = verb.form == VerbForm::Past && self.folded_is(at + 1, "by");
        if at > self.start && (self.folded_is(at - 1, "without") || self.denies(at - 1)) {
            return false;
        }
        // ", state media reported": a noun that opens a phrase.
        let opens = verb.form == VerbForm::Base && before == Some(UnitKind::Comma);
        !(owned
            || (nounlike && opens)
            || (nounlike && (loose || before.is_none()))
            || participle
            || passive)
    }

    /// "denied telling", "avoided saying": not said.
    fn denies(&self, unit: usize) -> bool {
        let denies = |verb: CueVerb| verb.lemma == "deny";
        self.units[unit].verb.is_some_and(denies)
            || [
                "avoided",
                "avoid",
                "avoids",
                "avoiding",
                "regretted",
                "stopped",
            ]
            .iter()
            .any(|word| self.folded_is(unit, word))
    }

    /// The noun directly before a participle that speaks: "a letter saying".
    pub(crate) fn noun_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let noun = matches!(self.class(before)?, WordClass::Writing | WordClass::Other);
        noun.then_some(before)
    }

    /// The first comma at or behind a unit.
    pub(crate) fn next_comma(&self, from: usize) -> Option<usize> {
        let limit = self.end.min(from + MAX_CONTENT);
        (from..limit).find(|&unit| self.units[unit].kind == UnitKind::Comma)
    }

    /// The first quoted segment at or behind a unit.
    pub(crate) fn first_quoted(&self, from: usize) -> Option<usize> {
        (from..self.end).find(|&unit| self.units[unit].segment().is_some())
    }

    /// Whether the clause ends before this unit.
    pub(crate) fn is_boundary(&self, unit: usize) -> bool {
        unit >= self.end
            || matches!(
                self.units[unit].kind,
                UnitKind::Comma
                    | UnitKind::Semicolon
                    | UnitKind::Dash
                    | UnitKind::Stop
                    | UnitKind::OpenBracket
                    | UnitKind::Quoted(_)
                    | UnitKind::Word(
                        WordClass::Subordinator
                            | WordClass::Relative
                            | WordClass::As
                            | WordClass::Coordinator
                            | WordClass::Adversative
                    )
            )
    }

    /// The beginning of the clause that ends before `end`: behind the last
    /// semicolon, if there is one.
    pub(crate) fn clause_start(&self, from: usize, end: usize) -> usize {
        let from = from.max(end.saturating_sub(MAX_CONTENT));
        let semicolon = (from..end)
            .rev()
            .find(|&u| self.units[u].kind == UnitKind::Semicolon);
        self.skip_opening(semicolon.unwrap_or(from))
    }

    /// Skips what may open a sentence before its content: "But", "And", commas.
    pub(crate) fn skip_opening(&self, from: usize) -> usize {
        let mut at = from.max(self.start);
        while at < self.end
            && matches!(
                self.units[at].kind,
                UnitKind::Comma
                    | UnitKind::Semicolon
                    | UnitKind::Dash
                    | UnitKind::Other
                    | UnitKind::Word(WordClass::Coordinator | WordClass::Adversative)
            )
        {
            at += 1;
        }
        at
    }

    /// Skips what may stand between a cue and its content: an addressee, when,
    /// "in a statement", "on Twitter", "of the plan".
    pub(crate) fn skip_adjuncts(&self, from: usize, addressee: bool) -> usize {
        let mut at = from;
        if addressee && at < self.end {
            at = self.skip_addressee(at);
        }
        loop {
            let Some(kind) = self.kind(at) else { return at };
            match kind {
                UnitKind::When | UnitKind::Word(WordClass::Adverb) => at += 1,
                UnitKind::Word(
                    WordClass::Preposition | WordClass::To | WordClass::Subordinator,
                ) if self.class(at) != Some(WordClass::Subordinator)
                    || self.folded_is(at, "after")
                    || self.folded_is(at, "before") =>
                {
                    let behind = self.skip_phrase(at + 1);
                    if behind == at + 1 {
                        // Verb particles: "pointed out", "went on".
                        if self.class(at) != Some(WordClass::Preposition) {
                            return at;
                        }
                    }
                    at = behind;
                }
                UnitKind::OpenBracket => {
                    let close = (at..self.end.min(at + MAX_ADJUNCT))
                        .find(|&unit| self.units[unit].kind == UnitKind::CloseBracket);
                    let Some(close) = close else { return at };
                    at = close + 1;
                }
                _ => return at,
            }
        }
    }

    fn skip_addressee(&self, at: usize) -> usize {
        match self.kind(at) {
            Some(UnitKind::Word(WordClass::Pronoun)) if self.is_finite(at + 1..at + 2) => at,
            Some(UnitKind::Name(_) | UnitKind::Word(WordClass::Pronoun)) => at + 1,
            Some(UnitKind::Word(_)) => self.skip_phrase(at),
            _ => at,
        }
    }

    /// Skips one noun phrase: a determiner, words and names up to the next
    /// phrase. A phrase that a finite verb follows is a subject: not skipped.
    fn skip_phrase(&self, from: usize) -> usize {
        let mut at = from;
        let mut nouns = 0;
        while at < self.end.min(from + MAX_ADJUNCT) {
            match self.units[at].kind {
                UnitKind::Word(WordClass::Determiner | WordClass::That) if at == from => {}
                UnitKind::Name(_)
                    if nouns == 0 || self.kind(at - 1) == Some(UnitKind::Possessive) =>
                {
                    nouns += 1;
                }
                UnitKind::When if nouns == 0 => nouns += 1,
                UnitKind::Possessive | UnitKind::Amount => {}
                UnitKind::Word(
                    WordClass::Other
                    | WordClass::Writing
                    | WordClass::Role
                    | WordClass::Body
                    | WordClass::CueNoun,
                ) => nouns += 1,
                _ => break,
            }
            at += 1;
        }
        let finite = matches!(
            self.class(at),
            Some(WordClass::Be | WordClass::Auxiliary | WordClass::Modal | WordClass::PastForm)
        );
        if finite && nouns > 1 && self.units[at - 1].name().is_none() {
            // "said in court cases were rising": keep the last noun.
            return at - 1;
        }
        if finite && nouns <= 1 { from } else { at }
    }

    /// Whether a finite verb stands in a range.
    pub(crate) fn is_finite(&self, range: Range<usize>) -> bool {
        let start = range.start.max(self.start);
        let range = start..range.end.min(self.end).min(start + MAX_CONTENT);
        range.clone().any(|unit| match self.units[unit].kind {
            UnitKind::Word(WordClass::Be | WordClass::Auxiliary | WordClass::Modal) => true,
            UnitKind::Word(WordClass::PastForm) => self.class_before(unit) != Some(WordClass::To),
            UnitKind::Possessive => {
                // "It's …", "Jordan's a talent".
                let verb = self.class(unit + 1) == Some(WordClass::Determiner);
                verb || self.behind_pronoun(unit, range.start)
            }
            UnitKind::Quoted(segment) => self.facts[segment].words >= 3,
            UnitKind::Word(WordClass::Other) => {
                let word = self.word(unit);
                let past = is_past(word)
                    || self.units[unit]
                        .verb
                        .is_some_and(|verb| verb.form == VerbForm::Past);
                let modifies = self.class_before(unit) == Some(WordClass::Determiner)
                    || self.folded_is(unit + 1, "by");
                let present = word.ends_with('s')
                    && unit > range.start
                    && matches!(self.units[unit - 1].kind, UnitKind::Name(_));
                (past && !modifies) || present || self.behind_pronoun(unit, range.start)
            }
            _ => self.units[unit].verb.is_some_and(|verb| {
                verb.form == VerbForm::Past || (verb.form == VerbForm::Present && !verb.nounlike)
            }),
        })
    }

    /// "Told of the verdict, …", "When asked about it, …": a participle that
    /// opens a clause without a subject.
    pub(crate) fn is_reduced(&self, at: usize) -> bool {
        at == self.start
            || matches!(
                self.class_before(at),
                Some(WordClass::Subordinator | WordClass::As)
            )
    }

    /// Where the main clause takes up again behind what a relative clause
    /// reports: "Rees, who said C, told the meeting …"; else `end`.
    pub(crate) fn resumption(&self, from: usize, end: usize) -> usize {
        let resumes = |comma: &usize| {
            let verb = self.units[comma + 1].verb;
            self.units[*comma].kind == UnitKind::Comma
                && (self.opens_predicate(comma + 1)
                    || verb.is_some_and(|verb| verb.form == VerbForm::Past))
        };
        (from..end.saturating_sub(1)).find(resumes).unwrap_or(end)
    }

    /// Whether a finite verb without its subject begins here.
    pub(crate) fn opens_predicate(&self, at: usize) -> bool {
        matches!(
            self.class(at),
            Some(WordClass::Be | WordClass::Auxiliary | WordClass::Modal | WordClass::PastForm)
        )
    }

    /// Whether what begins here goes on with a clause that was interrupted:
    /// "The bridge will close, she said, to let ships through".
    pub(crate) fn goes_on(&self, from: usize) -> bool {
        matches!(
            self.class(from),
            Some(WordClass::To | WordClass::Preposition | WordClass::That)
        )
    }

    /// Whether a clause breaks off here before its complement: "The data
    /// were, the study says, …".
    pub(crate) fn is_cut(&self, end: usize) -> bool {
        matches!(
            self.class_before(end),
            Some(WordClass::Be | WordClass::Auxiliary | WordClass::Modal | WordClass::To)
        )
    }

    /// Whether a range is only a clause that waits for its main clause: "When
    /// the siren stopped".
    pub(crate) fn is_subordinate(&self, range: Range<usize>) -> bool {
        let opens = matches!(
            self.class(range.start),
            Some(WordClass::Subordinator | WordClass::As)
        );
        opens
            && self
                .next_comma(range.start)
                .is_none_or(|comma| comma >= range.end)
    }

    fn class_before(&self, unit: usize) -> Option<WordClass> {
        self.class(unit.checked_sub(1)?)
    }

    fn behind_pronoun(&self, unit: usize, floor: usize) -> bool {
        unit > floor && self.units[unit - 1].is(WordClass::Pronoun)
    }

    /// Whether a range can be a reported clause that no "that" introduces.
    pub(crate) fn opens_clause(&self, range: Range<usize>, kind: VerbKind) -> bool {
        let Some(first) = self.kind(range.start) else {
            return false;
        };
        let nominal = match first {
            UnitKind::Name(_) | UnitKind::Amount | UnitKind::When | UnitKind::Quoted(_) => true,
            UnitKind::Word(class) => !matches!(
                class,
                WordClass::To
                    | WordClass::Coordinator
                    | WordClass::Adversative
                    | WordClass::Be
                    | WordClass::Auxiliary
                    | WordClass::Modal
                    | WordClass::Relative
                    | WordClass::As
            ),
            _ => false,
        };
        let subject = matches!(
            first,
            UnitKind::Name(_)
                | UnitKind::Amount
                | UnitKind::Word(WordClass::Pronoun | WordClass::Determiner)
        );
        let said = kind == VerbKind::Say && subject && range.len() > 3;
        nominal && (said || self.is_finite(range.start..self.main_part(range)))
    }

    /// The end of the part of a clause that must hold its finite verb: what
    /// follows a relative or a conjunction may belong to a mere noun phrase.
    /// A relative clause between commas is passed over.
    fn main_part(&self, range: Range<usize>) -> usize {
        let mut at = range.start + 1;
        while at < range.end {
            let UnitKind::Word(class) = self.units[at].kind else {
                at += 1;
                continue;
            };
            match class {
                WordClass::Relative if self.units[at - 1].kind == UnitKind::Comma => {
                    match self.next_comma(at).filter(|&comma| comma < range.end) {
                        Some(comma) => at = comma,
                        None => return at,
                    }
                }
                WordClass::Relative
                | WordClass::That
                | WordClass::Subordinator
                | WordClass::Interrogative => return at,
                // "Accepted the ruling and paid": the verb is the cue's equal.
                WordClass::Coordinator if self.opens_predicate(at + 1) => return at,
                _ => {}
            }
            at += 1;
        }
        range.end
    }

    /// Where a reported clause that begins at `from` ends: at the end of the
    /// sentence, or where another report, a semicolon or a colon begins.
    pub(crate) fn content_end(&self, from: usize) -> usize {
        let limit = self.end.min(from + MAX_CONTENT);
        for at in from..limit {
            let cut = match self.units[at].kind {
                UnitKind::Semicolon => true,
                UnitKind::Colon => self
                    .kind(at + 1)
                    .is_some_and(|next| matches!(next, UnitKind::Quoted(_))),
                UnitKind::According => at > from,
                UnitKind::Word(WordClass::Subordinator) => self.contrasts(from, at),
                _ => false,
            };
            if cut {
                return self.trim_end(from, at);
            }
            if at > from
                && let Some(verb) = self.units[at].verb
                && let Some(end) = self.next_report(from, at, verb)
            {
                return self.trim_end(from, end);
            }
        }
        self.trim_end(from, limit)
    }

    /// ", while Dunne …": the narrator goes on with somebody else.
    fn contrasts(&self, from: usize, at: usize) -> bool {
        at > from
            && self.kind(at - 1) == Some(UnitKind::Comma)
            && matches!(self.kind(at + 1), Some(UnitKind::Name(_)))
            && ["while", "whereas"]
                .iter()
                .any(|word| self.folded_is(at, word))
    }

    /// The second finite verb of a range that no conjunction introduces, or
    /// its end.
    pub(crate) fn main_verb(&self, from: usize, end: usize) -> usize {
        let (mut finite, mut group) = (false, false);
        for at in from..end {
            let UnitKind::Word(class) = self.units[at].kind else {
                finite &= self.units[at].kind != UnitKind::Comma;
                group = false;
                continue;
            };
            match class {
                WordClass::Adverb | WordClass::Negation => {}
                WordClass::Coordinator
                | WordClass::Adversative
                | WordClass::Relative
                | WordClass::Subordinator
                | WordClass::Interrogative
                | WordClass::That => (finite, group) = (false, false),
                WordClass::Be | WordClass::Auxiliary | WordClass::Modal => {
                    if finite && !group {
                        return at;
                    }
                    (finite, group) = (true, true);
                }
                WordClass::PastForm => (finite, group) = (true, false),
                _ => {
                    finite |= is_past(self.word(at));
                    group = false;
                }
            }
        }
        end
    }

    /// Where the report that the verb at `at` makes begins, if it makes one
    /// that is not part of the content begun at `from`.
    fn next_report(&self, from: usize, at: usize, verb: CueVerb) -> Option<usize> {
        if verb.kind == VerbKind::Utter && !verb.addressee {
            return None;
        }
        if verb.form == VerbForm::Participle {
            let before = at - 1;
            return (self.kind(before) == Some(UnitKind::Comma)).then_some(before);
        }
        if verb.form != VerbForm::Past && verb.form != VerbForm::Present {
            return None;
        }
        let auxiliary = |unit: &usize| {
            !matches!(
                self.class(*unit),
                Some(WordClass::Auxiliary | WordClass::Adverb)
            )
        };
        let before = (from..at).rev().find(auxiliary)?;
        let introduces = self.introduces(at, verb);
        let joined = matches!(
            self.class(before),
            Some(WordClass::Coordinator | WordClass::Adversative)
        );
        let urged = verb.kind == VerbKind::Utter && verb.form == VerbForm::Past;
        if joined && (introduces || urged || verb.kind == VerbKind::Say) {
            return Some(before);
        }
        // "…, state media reported."
        let trails = verb.kind == VerbKind::Report && at + 1 >= self.end;
        let said = verb.kind == VerbKind::Say || introduces || trails;
        if said {
            self.clause_opening(from, before)
        } else {
            None
        }
    }

    /// The comma or conjunction before the subject that ends at `last`, if the
    /// subject opens a clause of its own.
    fn clause_opening(&self, from: usize, last: usize) -> Option<usize> {
        let ends = self.kind(last).is_some_and(|kind| {
            matches!(kind, UnitKind::Name(_))
                || matches!(
                    kind,
                    UnitKind::Word(
                        WordClass::Pronoun | WordClass::Role | WordClass::Body | WordClass::Writing
                    )
                )
        });
        let floor = from.max(last.saturating_sub(MAX_SUBJECT));
        let opening = (floor..last).rev().find(|&unit| {
            !matches!(
                self.units[unit].kind,
                UnitKind::Name(_)
                    | UnitKind::Possessive
                    | UnitKind::Word(
                        WordClass::Determiner
                            | WordClass::Other
                            | WordClass::Role
                            | WordClass::Body
                            | WordClass::Writing
                    )
            )
        })?;
        let opens = matches!(
            self.kind(opening),
            Some(UnitKind::Comma | UnitKind::Word(WordClass::Coordinator | WordClass::Adversative))
        );
        // ", while Dunne insisted …" contrasts two reports.
        let contrasts = opening > from
            && self.kind(opening - 1) == Some(UnitKind::Comma)
            && ["while", "whereas", "although", "though"]
                .iter()
                .any(|word| self.folded_is(opening, word));
        (ends && (opens || contrasts)).then_some(opening - usize::from(contrasts))
    }

    /// Whether what stands behind a verb can be what it reports.
    fn introduces(&self, at: usize, verb: CueVerb) -> bool {
        let next = at + 1;
        let Some(kind) = self.kind(next) else {
            return false;
        };
        let marked = matches!(
            kind,
            UnitKind::Colon | UnitKind::Quoted(_) | UnitKind::Comma
        ) || kind == UnitKind::Word(WordClass::That);
        let window = next..self.end.min(next + MAX_ADJUNCT);
        let quotes = || {
            verb.kind == VerbKind::Label
                && window
                    .clone()
                    .any(|unit| self.units[unit].segment().is_some())
        };
        let clause = || {
            verb.kind == VerbKind::Report
                && !verb.nounlike
                && self.opens_clause(window.clone(), VerbKind::Report)
        };
        marked || quotes() || clause()
    }

    fn trim_end(&self, from: usize, mut end: usize) -> usize {
        while end > from
            && matches!(
                self.units[end - 1].kind,
                UnitKind::Comma
                    | UnitKind::Dash
                    | UnitKind::Semicolon
                    | UnitKind::Colon
                    | UnitKind::Stop
                    | UnitKind::Word(WordClass::Coordinator | WordClass::Adversative)
            )
        {
            end -= 1;
        }
        end
    }
}
