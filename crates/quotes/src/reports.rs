//! Finds cues, and what they report, in a narrated sentence.
//!
//! The patterns are those of news English: *S said (that) C*; *C, S said*;
//! *"Q," said S*; *C1, S said, C2*; *according to S, C*; *S's claim that C*;
//! *S called it "Q"*. Each sentence is read once from left to right; what one
//! cue has claimed is not looked at again.

use std::ops::Range;

use onrecord_core::layers::Cue;
use onrecord_core::{Span, Text};

use crate::clause::{Clause, Mood, VerbContext, Voice};
use crate::narration::{Narrated, UnitKind};
use crate::speech::Facts;
use crate::subjects::{Head, Subject, Subjects};
use crate::verbs::{CueVerb, VerbForm, VerbKind};
use crate::words::{WordClass, cue_noun_lemma};

/// Units of an aside between a cue and the words it introduces.
const MAX_ASIDE: usize = 25;

/// What is reported.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Whole utterances: segment indices.
    Direct(Vec<usize>),
    /// A reported clause, in one or two parts: unit ranges.
    Clause(Range<usize>, Option<Range<usize>>),
    /// Only the quoted words: segment indices.
    Words(Vec<usize>),
}

/// The word that reports.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReportCue {
    pub(crate) span: Span,
    pub(crate) lemma: &'static str,
}

impl From<ReportCue> for Cue {
    fn from(cue: ReportCue) -> Self {
        Self {
            span: cue.span,
            lemma: cue.lemma.to_owned(),
        }
    }
}

/// A report of speech in one sentence.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) cue: Option<ReportCue>,
    pub(crate) subject: Option<Subject>,
    pub(crate) content: Content,
    /// In hundredths.
    pub(crate) confidence: u32,
}

/// All that one sentence reports.
#[derive(Debug, Default)]
pub(crate) struct Reports {
    pub(crate) found: Vec<Report>,
    /// A cue whose content must be in the next paragraph: "…, said:".
    pub(crate) pending: Option<Report>,
}

/// Reads one narrated sentence.
pub(crate) fn read_sentence(
    text: Text<'_>,
    subjects: Subjects<'_>,
    facts: &[Facts],
    sentence: &Narrated,
) -> Reports {
    let clause = Clause::new(text, subjects.units, facts, sentence.units.clone());
    let free = clause.start;
    let mut reader = SentenceReader {
        clause,
        subjects,
        facts,
        free,
        subject: None,
        out: Reports::default(),
    };
    reader.read();
    reader.out
}

struct SentenceReader<'n> {
    clause: Clause<'n>,
    subjects: Subjects<'n>,
    facts: &'n [Facts],
    /// Units before this one belong to a report that is already found.
    free: usize,
    /// The subject of the last cue, which "and added" and ", saying" share.
    subject: Option<Subject>,
    out: Reports,
}

/// A report and the unit to go on from.
type Found = Option<(Report, usize)>;

impl SentenceReader<'_> {
    fn read(&mut self) {
        let mut at = self.clause.start;
        while at < self.clause.end {
            let unit = &self.subjects.units[at];
            let found = match unit.kind {
                UnitKind::According => self.according(at),
                UnitKind::Word(class) => {
                    let verb = unit.verb.and_then(|verb| self.verb(at, verb));
                    let noun = class == WordClass::CueNoun && verb.is_none();
                    if noun { self.noun(at) } else { verb }
                }
                _ => None,
            };
            at = match found {
                Some((report, next)) => {
                    if report.subject.is_some() {
                        self.subject.clone_from(&report.subject);
                    }
                    self.out.found.push(report);
                    self.free = next.max(at + 1);
                    self.free
                }
                None => at + 1,
            };
        }
        self.introduced();
    }

    /// Quotations that punctuation introduces or credits, without a cue.
    fn introduced(&mut self) {
        let Some(at) = self.clause.first_quoted(self.free) else {
            return;
        };
        let Some(segment) = self.subjects.units[at].segment() else {
            return;
        };
        let before = at
            .checked_sub(1)
            .filter(|&before| before >= self.clause.start);
        let colon = before.is_some_and(|u| self.subjects.units[u].kind == UnitKind::Colon);
        let denies = |verb: CueVerb| verb.lemma == "deny";
        let before = &self.subjects.units[self.clause.start..at];
        if before.iter().any(|unit| unit.verb.is_some_and(denies)) {
            return;
        }
        let facts = self.facts[segment];
        let whole = facts.follows_cue() || facts.stands_whole();
        if colon && whole {
            let subject = self
                .subject
                .clone()
                .or_else(|| self.subjects.main(self.clause.start, at));
            self.add_uncued(segment, subject, 80);
        } else if at == self.clause.start
            && at + 1 < self.clause.end
            && self
                .subjects
                .units
                .get(at + 1)
                .is_some_and(|u| u.kind == UnitKind::Dash)
            && self.facts[segment].precedes_cue()
        {
            let subject = self.subjects.starting_at(at + 2, self.clause.end);
            let named = subject.filter(|subject| matches!(subject.head, Head::Name(_)));
            if named.is_some() {
                self.add_uncued(segment, named, 85);
            }
        }
    }

    fn add_uncued(&mut self, segment: usize, subject: Option<Subject>, confidence: u32) {
        let content = Content::Direct(vec![segment]);
        self.out.found.push(Report {
            cue: None,
            subject,
            content,
            confidence,
        });
    }

    fn cue(&self, at: usize, lemma: &'static str) -> ReportCue {
        ReportCue {
            span: self.subjects.units[at].span,
            lemma,
        }
    }

    fn verb(&mut self, at: usize, verb: CueVerb) -> Found {
        let context = self.clause.verb_context(at);
        if let Some(found) = self.by_agent(at, verb, context.voice == Voice::Passive) {
            return Some(found);
        }
        if !self.clause.is_cue_use(at, verb, &context) {
            return None;
        }
        let inverted = self.inverted_subject(at, verb);
        let (subject, behind, left_end) = if let Some(subject) = inverted {
            let behind = subject.units.end;
            (Some(subject), behind, at)
        } else {
            let subject = self.subject_of(at, verb, &context);
            let begin = subject
                .as_ref()
                .map_or(at, |subject| subject.units.start.min(at));
            (subject, at + 1, begin)
        };
        if subject.is_none() && verb.form == VerbForm::Past && self.clause.is_reduced(at) {
            return None;
        }
        let impersonal = self.is_impersonal(at, verb, subject.as_ref(), &context);
        let unspoken = context.voice == Voice::Passive && !impersonal;
        let noun = verb.nounlike && matches!(verb.form, VerbForm::Base | VerbForm::Present);
        if unspoken || (noun && subject.is_none()) || !self.fits(verb, subject.as_ref(), at) {
            return None;
        }
        let heard = verb.lemma == "hear";
        let subject = subject.filter(|_| !impersonal && !heard);
        let report = Draft {
            at,
            verb,
            subject,
            hypothetical: context.mood != Mood::Asserted,
        };
        let next = self.clause.skip_adjuncts(behind, verb.addressee);
        if self.follows_quoted(left_end) {
            return self
                .left(&report, left_end, next)
                .or_else(|| self.right(&report, next));
        }
        self.right(&report, next)
            .or_else(|| self.left(&report, left_end, next))
    }

    /// "Described by the bishop as 'a friend'": the agent of a passive.
    fn by_agent(&mut self, at: usize, verb: CueVerb, passive: bool) -> Found {
        let takes = verb.kind == VerbKind::Label || verb.addressee;
        if !passive || !takes || !self.clause.folded_is(at + 1, "by") {
            return None;
        }
        let subject = self.subjects.starting_at(at + 2, self.clause.end)?;
        let next = subject.units.end;
        let draft = Draft {
            at,
            verb,
            subject: Some(subject),
            hypothetical: false,
        };
        if verb.addressee {
            return self.right(&draft, next);
        }
        self.label(&draft, next)
    }

    /// Whether quoted words that nobody has claimed stand before a unit.
    fn follows_quoted(&self, unit: usize) -> bool {
        let Some(before) = unit.checked_sub(1) else {
            return false;
        };
        let last = if self.is_comma(before) {
            before.saturating_sub(1)
        } else {
            before
        };
        last >= self.free
            && self.subjects.units[last]
                .segment()
                .is_some_and(|s| self.facts[s].precedes_cue())
    }

    /// The subject behind a verb: "…," said Dunne.
    fn inverted_subject(&self, at: usize, verb: CueVerb) -> Option<Subject> {
        let units = self.subjects.units;
        // Behind "told" stands who was spoken to.
        if verb.lemma == "tell" || matches!(verb.form, VerbForm::Base | VerbForm::Participle) {
            return None;
        }
        let before = at
            .checked_sub(1)
            .filter(|&before| before >= self.clause.start)?;
        let comma = matches!(units[before].kind, UnitKind::Comma | UnitKind::Dash);
        let content = if comma {
            before.checked_sub(1)?
        } else {
            before
        };
        let quoted = units[content].segment().is_some() && content >= self.free;
        let subject = self.subjects.starting_at(at + 1, self.clause.end)?;
        if quoted {
            return Some(subject);
        }
        let person = matches!(subject.head, Head::Name(_) | Head::Noun(WordClass::Role));
        let ends = self.clause.is_boundary(subject.units.end);
        let said = matches!(verb.kind, VerbKind::Say | VerbKind::Report) && !verb.addressee;
        // "Trains, said Vane, are late": the verb may come behind the cue.
        let behind = subject.units.end + 1;
        let finite = self.clause.is_finite(self.free..before)
            || (self.is_comma(subject.units.end) && self.clause.opens_predicate(behind));
        (comma && person && ends && said && finite).then_some(subject)
    }

    fn subject_of(&self, at: usize, verb: CueVerb, context: &VerbContext) -> Option<Subject> {
        let shared = || {
            self.subject
                .clone()
                .or_else(|| self.subjects.main(self.clause.start, at))
        };
        if verb.form == VerbForm::Participle && context.voice != Voice::Progressive {
            if let Some(quoted) = self.quoted_as(at) {
                return Some(quoted);
            }
            if let Some(noun) = self.clause.noun_before(at) {
                return self.subjects.ending_at(self.clause.start, noun);
            }
            let opens = at <= self.clause.start + 1;
            if opens && self.subject.is_none() {
                let comma = self.clause.next_comma(at)?;
                return self.subjects.main(comma + 1, self.clause.end);
            }
            return shared();
        }
        if context.coordinated {
            return shared();
        }
        let found = self.subjects.left_of(self.clause.start, context.origin)?;
        if found.head == Head::Relative {
            let personal = self.clause.folded_is(found.head_unit, "who");
            return self
                .subjects
                .antecedent(self.clause.start, found.head_unit, personal)
                .map(|antecedent| Subject {
                    span: found.span,
                    ..antecedent
                })
                .or(Some(found));
        }
        Some(found)
    }

    /// "Police quoted the suspect as saying": the suspect.
    fn quoted_as(&self, saying: usize) -> Option<Subject> {
        let units = self.subjects.units;
        let before = saying
            .checked_sub(1)
            .filter(|&before| units[before].is(WordClass::As))?;
        let near = self.clause.start.max(before.saturating_sub(MAX_ASIDE))..before;
        let quotes = |verb: CueVerb| verb.lemma == "quote";
        let verb = near
            .rev()
            .find(|&unit| units[unit].verb.is_some_and(quotes))?;
        let active = self.clause.verb_context(verb).voice == Voice::Active;
        if active {
            self.subjects.ending_at(verb + 1, before - 1)
        } else {
            None
        }
    }

    /// "It was revealed that …": nobody says it.
    fn is_impersonal(
        &self,
        at: usize,
        verb: CueVerb,
        subject: Option<&Subject>,
        context: &VerbContext,
    ) -> bool {
        let it = subject.is_some_and(|subject| {
            subject.head == Head::Pronoun && self.clause.folded_is(subject.head_unit, "it")
        });
        // "Jurors were told that …": the subject is who was spoken to.
        let told = verb.addressee && self.clause.folded_is(at + 1, "that");
        context.voice == Voice::Passive && (it || told)
    }

    /// Whether verb and subject go together as a report of speech.
    fn fits(&self, verb: CueVerb, subject: Option<&Subject>, at: usize) -> bool {
        let noun = |class| subject.is_some_and(|subject| subject.head == Head::Noun(class));
        match verb.lemma {
            "speak" | "talk" => verb.form != VerbForm::Participle,
            "hear" => subject.is_some_and(|subject| self.sits(subject)),
            "read" => match subject {
                Some(subject) => !self.is_shown(subject),
                None => self.clause.is_colon(at + 1),
            },
            "show" => noun(WordClass::Writing),
            "go" => self.clause.folded_is(at + 1, "on"),
            "point" => self.clause.folded_is(at + 1, "out"),
            _ => true,
        }
    }

    /// A court, a jury, an inquest: it hears what somebody else tells it.
    fn sits(&self, subject: &Subject) -> bool {
        let head = self.clause.word(subject.head_unit);
        let head = head.rsplit(' ').next().unwrap_or(head);
        let sitting = [
            "court",
            "jury",
            "jurors",
            "inquest",
            "tribunal",
            "hearing",
            "trial",
            "inquiry",
            "panel",
            "magistrates",
        ];
        sitting.iter().any(|word| head.eq_ignore_ascii_case(word))
    }

    /// A placard, or what stands on one: words that are shown, not said.
    fn is_shown(&self, subject: &Subject) -> bool {
        let shown = ["sign", "placard", "poster", "banner", "plaque", "that"];
        let head = self.clause.word(subject.head_unit).to_ascii_lowercase();
        shown.contains(&head.strip_suffix('s').unwrap_or(&head))
    }

    /// Content on the right of the cue.
    fn right(&mut self, draft: &Draft, next: usize) -> Found {
        let units = self.subjects.units;
        let marked = units.get(next).filter(|_| next < self.clause.end)?.kind;
        let punctuated = matches!(marked, UnitKind::Comma | UnitKind::Colon);
        let begin = if punctuated { next + 1 } else { next };
        if marked == UnitKind::Colon && begin >= self.clause.end {
            self.out.pending = Some(draft.report(self, Content::Direct(Vec::new()), 93));
            return None;
        }
        if begin >= self.clause.end {
            return None;
        }
        if let Some(segment) = units[begin].segment() {
            let uttered = draft.verb.kind == VerbKind::Utter || draft.verb.lemma == "read";
            let whole = begin + 1 >= self.clause.end && self.facts[segment].words >= 3;
            let label = draft.verb.kind == VerbKind::Label;
            let follows = whole || self.facts[segment].follows_cue();
            if punctuated || uttered || (follows && !label) {
                let direct = Content::Direct(vec![segment]);
                return Some((draft.report(self, direct, 97), begin + 1));
            }
        }
        if draft.hypothetical {
            return None;
        }
        if punctuated && let Some(found) = self.set_off(draft, begin) {
            return Some(found);
        }
        let urges = draft.verb.kind == VerbKind::Utter && draft.verb.addressee;
        if draft.verb.kind == VerbKind::Label || urges {
            return self.label(draft, next);
        }
        let told = draft.verb.addressee && marked == UnitKind::Comma;
        let set_off = punctuated && !told && !units[begin].is(WordClass::That);
        if draft.verb.kind == VerbKind::Utter || set_off {
            return None;
        }
        self.clause_on_right(draft, begin)
    }

    /// "said that C", "said C".
    fn clause_on_right(&self, draft: &Draft, begin: usize) -> Found {
        let that = self.subjects.units[begin].is(WordClass::That);
        let start = begin + usize::from(that);
        let start = start + usize::from(that && self.is_comma(start));
        let end = self.clause.content_end(start);
        let relative = |subject: &Subject| subject.is_relative(self.clause.text);
        let end = if draft.subject.as_ref().is_some_and(relative) {
            self.clause.resumption(start, end)
        } else {
            end
        };
        let clause = that || self.clause.opens_clause(start..end, draft.verb.kind);
        if start >= end || !clause || self.tells_directly(start, end) {
            return None;
        }
        let sure = match draft.verb.kind {
            _ if that => 95,
            VerbKind::Say => 92,
            _ => 85,
        };
        let content = Content::Clause(start..end, None);
        Some((draft.report(self, content, sure), end))
    }

    /// "Fry said his wife had told him: 'Q'": what seems reported is itself a
    /// cue, and the quotation is its own.
    fn tells_directly(&self, start: usize, end: usize) -> bool {
        let told = |verb: CueVerb| verb.kind == VerbKind::Say && verb.form == VerbForm::Past;
        let tail = start.max(end.saturating_sub(4))..end.max(start);
        let units = &self.subjects.units[tail];
        self.clause.is_colon(end) && units.iter().any(|unit| unit.verb.is_some_and(told))
    }

    /// "She said, in a letter to the council, 'Q'" or "…, that C": an aside
    /// between commas.
    fn set_off(&self, draft: &Draft, aside: usize) -> Found {
        let limit = self.clause.end.min(aside + MAX_ASIDE);
        let that = self.clause.next_comma(aside).map(|comma| comma + 1);
        if let Some(that) = that.filter(|&that| that < limit)
            && self.subjects.units[that].is(WordClass::That)
            && matches!(draft.verb.kind, VerbKind::Say | VerbKind::Report)
        {
            let end = self.clause.content_end(that + 1);
            let content = Content::Clause(that + 1..end, None);
            return (that + 1 < end).then(|| (draft.report(self, content, 90), end));
        }
        let at = self.clause.first_quoted(aside).filter(|&at| at < limit)?;
        let segment = self.subjects.units[at].segment()?;
        let comma = matches!(
            self.subjects.units[at - 1].kind,
            UnitKind::Comma | UnitKind::Colon
        );
        let other = (aside..at).any(|unit| {
            self.subjects.units[unit]
                .verb
                .is_some_and(|verb| verb.kind == VerbKind::Say)
        });
        if !comma || other || draft.verb.kind == VerbKind::Label {
            return None;
        }
        Some((
            draft.report(self, Content::Direct(vec![segment]), 93),
            at + 1,
        ))
    }

    fn is_comma(&self, unit: usize) -> bool {
        self.subjects
            .units
            .get(unit)
            .is_some_and(|unit| unit.kind == UnitKind::Comma)
    }

    /// Quoted words in the complement: called it "a mess".
    fn label(&mut self, draft: &Draft, next: usize) -> Found {
        if !self.judges(draft, next) {
            return None;
        }
        let end = self.clause.content_end(next);
        let quoted = |unit: usize| self.subjects.units[unit].segment();
        // "'a mess', 'a farce'", but what stands behind another comma is of
        // another clause.
        let first = (next..end).find(|&unit| quoted(unit).is_some())?;
        let last = (first..end - 1).find(|&u| self.is_comma(u) && quoted(u + 1).is_none());
        let end = last.unwrap_or(end);
        let words: Vec<usize> = (next..end).filter_map(quoted).collect();
        if words.is_empty() {
            return None;
        }
        Some((draft.report(self, Content::Words(words), 80), end))
    }

    /// Whether a verb that labels is somebody's judgement rather than a name:
    /// "she called it 'a mess'", not "a pattern called a 'glider'".
    fn judges(&self, draft: &Draft, next: usize) -> bool {
        let Some(subject) = &draft.subject else {
            return false;
        };
        let direct = (next..self.clause.end.min(next + 2))
            .find(|&unit| !self.subjects.units[unit].is(WordClass::Determiner))
            .is_some_and(|unit| self.subjects.units[unit].segment().is_some());
        let speaks = match subject.head {
            Head::Name(mention) => self.subjects.can_speak(mention),
            Head::Pronoun | Head::Noun(WordClass::Role) => true,
            Head::Relative | Head::Noun(_) => false,
        };
        // "Vale, nicknamed 'The Nightingale', …" is a name again.
        let named = draft.at > self.clause.start && self.is_comma(draft.at - 1);
        (speaks && !named) || !direct
    }

    /// Content on the left: "Q," she said. / C, she said. / C1, she said, C2.
    fn left(&mut self, draft: &Draft, left_end: usize, next: usize) -> Found {
        let units = self.subjects.units;
        if !self.clause.is_boundary(next) || left_end <= self.free {
            return None;
        }
        let before = left_end - 1;
        let comma = matches!(units[before].kind, UnitKind::Comma | UnitKind::Dash);
        let last = if comma {
            before.checked_sub(1)?
        } else {
            before
        };
        if last < self.free {
            return None;
        }
        if let Some(segment) = units[last].segment()
            && self.facts[segment].precedes_cue()
        {
            if last == self.clause.skip_opening(self.free) {
                let mut segments = vec![segment];
                let mut end = next;
                // "We tried," Dunne said, "and failed."
                let again = if self.is_comma(next) { next + 1 } else { next };
                if let Some(second) = units.get(again).filter(|_| again < self.clause.end)
                    && let Some(second) = second.segment()
                {
                    segments.push(second);
                    end = again + 1;
                }
                return Some((draft.report(self, Content::Direct(segments), 97), end));
            }
            if before >= 1 && last > self.free && units[last - 1].kind == UnitKind::Colon {
                return Some((draft.report(self, Content::Direct(vec![segment]), 90), next));
            }
        } else if !comma {
            return None;
        }
        if !matches!(draft.verb.kind, VerbKind::Say | VerbKind::Report) || draft.hypothetical {
            return None;
        }
        draft
            .subject
            .as_ref()
            .filter(|subject| !subject.is_relative(self.clause.text))?;
        self.parenthetical(
            draft,
            self.clause.clause_start(self.free, last + 1)..last + 1,
            next,
        )
    }

    fn parenthetical(&mut self, draft: &Draft, left: Range<usize>, next: usize) -> Found {
        if left.is_empty() {
            return None;
        }
        let cut = self.clause.is_cut(left.end)
            || self.clause.goes_on(next + 1)
            || self.clause.is_subordinate(left.clone());
        let complete = self.clause.is_finite(left.clone()) && !cut;
        if complete || !self.is_comma(next) {
            let complete = self.clause.is_finite(left.clone());
            let content = Content::Clause(left, None);
            return complete.then(|| (draft.report(self, content, 88), next));
        }
        let right = next + 1..self.clause.content_end(next + 1);
        if right.is_empty() || !self.clause.is_finite(left.start..right.end) {
            return None;
        }
        let end = right.end;
        Some((
            draft.report(self, Content::Clause(left, Some(right)), 86),
            end,
        ))
    }

    fn according(&mut self, at: usize) -> Found {
        let subject = self.subjects.starting_at(at + 1, self.clause.end);
        let behind = subject.as_ref().map_or(at + 1, |subject| subject.units.end);
        let cue = Some(self.cue(at, "according to"));
        let report = |content| Report {
            cue,
            subject: subject.clone(),
            content,
            confidence: 94,
        };
        let start = self.clause.clause_start(self.free, at);
        let left_end = if at > start && self.is_comma(at - 1) {
            at - 1
        } else {
            at
        };
        let left = start..left_end;
        let comma = self.clause.next_comma(behind);
        let cut = self.clause.is_cut(left.end) && left_end < at;
        if left.is_empty() || cut || !self.clause.is_finite(left.clone()) {
            // Content follows, behind the comma if there is one.
            let begin = comma
                .filter(|&c| c <= behind + 12)
                .map_or(behind, |comma| comma + 1);
            let begin = self.behind_description(begin);
            let right = begin..self.clause.content_end(begin);
            // "One in three walks to school, according to …": nothing else is left.
            if right.is_empty() && left_end < at && left.len() > 2 {
                return Some((report(Content::Clause(left, None)), behind));
            }
            let opens = self.clause.opens_clause(right.clone(), VerbKind::Say);
            if right.is_empty() || !(opens || cut) {
                return None;
            }
            let end = right.end;
            let split = !left.is_empty() && left_end < at;
            let content = if split {
                Content::Clause(left, Some(right))
            } else {
                Content::Clause(right, None)
            };
            return Some((report(content), end));
        }
        Some((report(Content::Clause(left, None)), behind))
    }

    /// "According to Stone, the boss, C": the unit behind the description.
    fn behind_description(&self, begin: usize) -> usize {
        let comma = self
            .clause
            .next_comma(begin)
            .filter(|&comma| comma <= begin + 8);
        let described = self
            .subjects
            .units
            .get(begin)
            .is_some_and(|u| u.is(WordClass::Determiner));
        match comma {
            Some(comma) if described && !self.clause.is_finite(begin..comma) => comma + 1,
            _ => begin,
        }
    }

    /// "Ofgem's warning that bills would rise", "over claims he knew".
    fn noun(&mut self, at: usize) -> Found {
        let units = self.subjects.units;
        let by = self.clause.folded_is(at + 1, "by");
        let author = if by {
            self.subjects.starting_at(at + 2, self.clause.end)
        } else {
            None
        };
        let next = author.as_ref().map_or(at + 1, |author| author.units.end);
        if next >= self.clause.end {
            return None;
        }
        let that = units[next].is(WordClass::That);
        let bare = units[next].is(WordClass::Pronoun) || units[next].name().is_some();
        let introduced = at > self.clause.start && units[at - 1].is(WordClass::Preposition);
        let start = if that { next + 1 } else { next };
        let end = self.clause.content_end(start);
        // "Ofgem's warning that bills would rise has angered …": the noun is
        // the subject of a verb behind its clause.
        let opens = !self.clause.is_finite(self.clause.start..at);
        let end = if opens {
            self.clause.main_verb(start, end)
        } else {
            end
        };
        if !(that || (bare && introduced)) || start >= end || !self.clause.is_finite(start..end) {
            return None;
        }
        let owned = at >= self.clause.start + 2 && units[at - 1].kind == UnitKind::Possessive;
        let subject = if owned {
            self.subjects.ending_at(self.clause.start, at - 2)
        } else {
            author
        };
        let lemma = cue_noun_lemma(self.clause.word(at))?;
        let cue = Some(self.cue(at, lemma));
        let content = Content::Clause(start..end, None);
        Some((
            Report {
                cue,
                subject,
                content,
                confidence: 70,
            },
            end,
        ))
    }
}

/// A verb in use as a cue, before its content is found.
struct Draft {
    at: usize,
    verb: CueVerb,
    subject: Option<Subject>,
    /// would say, is expected to say: no report unless words are quoted.
    hypothetical: bool,
}

impl Draft {
    fn report(&self, reader: &SentenceReader<'_>, content: Content, confidence: u32) -> Report {
        let cue = Some(reader.cue(self.at, self.verb.lemma));
        Report {
            cue,
            subject: self.subject.clone(),
            content,
            confidence,
        }
    }
}
