//! Puts reports, chains of segments and turns together into quotations.

use std::ops::Range;

use onrecord_core::layers::{
    Cue, Entities, EntityId, Mentions, Quote, QuoteKind, Speaker, SpeakerForm,
};
use onrecord_core::{Budget, ProcessError, Score, Span, Text};

use crate::described::Descriptions;
use crate::marks::Segment;
use crate::narration::{Narrated, Narration, Unit, UnitKind};
use crate::reports::{Content, Report, ReportCue, read_sentence};
use crate::speakers::{Discourse, Resolved};
use crate::speech::Facts;
use crate::story::Story;
use crate::subjects::{Head, Subjects};
use crate::transcript::Line;

/// Bytes between a quotation and the dash and name that credit it.
const MAX_CREDIT: u32 = 12;

/// What the article is made of, as far as quotations go.
pub(crate) struct Material<'d> {
    pub(crate) text: Text<'d>,
    pub(crate) story: &'d Story,
    /// Transcript lines by paragraph, or nothing.
    pub(crate) transcript: &'d [Option<Line>],
    pub(crate) segments: &'d [Segment],
    pub(crate) facts: &'d [Facts],
    pub(crate) narration: &'d Narration,
    pub(crate) mentions: &'d Mentions,
    pub(crate) entities: &'d Entities,
}

/// The quotations of an article.
///
/// # Errors
/// Out of budget.
pub(crate) fn assemble(
    material: &Material<'_>,
    budget: &Budget,
) -> Result<Vec<Quote>, ProcessError> {
    let mut assembler = Assembler::new(material);
    for index in 0..material.narration.sentences.len() {
        budget.spend(material.narration.sentences[index].units.len() as u64)?;
        assembler.sentence(index);
    }
    Ok(assembler.finish())
}

/// The speaker whose turn it is.
#[derive(Clone)]
struct Turn {
    /// None if the one who spoke is not known.
    speaker: Option<Speaker>,
    /// Paragraph of the last thing said.
    paragraph: usize,
    /// The narrated sentence of the last thing said.
    sentence: usize,
    /// Index of the quotation, if it was direct and can be taken up again.
    quote: Option<usize>,
    question: bool,
}

struct Assembler<'m> {
    material: &'m Material<'m>,
    discourse: Discourse<'m>,
    descriptions: Descriptions<'m>,
    /// Whom the paragraphs after the lead introduce, by the lead's paragraph.
    lead: Option<(usize, Option<EntityId>)>,
    quotes: Vec<Quote>,
    /// Chains that are part of a quotation: the quotation's index by chain.
    taken: Vec<Option<usize>>,
    turn: Option<Turn>,
    turns: u32,
    pending: Option<(Report, usize)>,
    last_person: Option<(usize, Resolved)>,
}

impl<'m> Assembler<'m> {
    fn new(material: &'m Material<'m>) -> Self {
        let chains = material
            .segments
            .iter()
            .map(|s| s.chain as usize + 1)
            .max()
            .unwrap_or(0);
        let Material {
            text,
            mentions,
            entities,
            narration,
            ..
        } = *material;
        Self {
            material,
            discourse: Discourse::new(text, mentions, entities, narration),
            descriptions: Descriptions::new(text, mentions, entities, narration),
            lead: None,
            quotes: Vec::new(),
            taken: vec![None; chains],
            turn: None,
            turns: 0,
            pending: None,
            last_person: None,
        }
    }

    fn sentence(&mut self, index: usize) {
        let material = self.material;
        let sentence = &material.narration.sentences[index];
        if let Some(Some(line)) = material.transcript.get(sentence.paragraph) {
            self.transcript_line(*line);
            return;
        }
        let body = material.story.paragraphs[sentence.paragraph].body;
        self.take_up_chain(sentence);
        let subjects = self.discourse.subjects();
        let mut reports = read_sentence(material.text, subjects, material.facts, sentence);
        self.introduce(sentence, &mut reports.found);
        for report in &reports.found {
            if body || !matches!(report.content, Content::Direct(_)) || report.cue.is_some() {
                self.report(report, index, sentence);
            }
        }
        if reports.found.is_empty() && body && !self.credit_line(index, sentence, &subjects) {
            self.floating(index, sentence);
        }
        self.pending = reports.pending.map(|report| (report, sentence.paragraph));
        self.discourse.observe(index, sentence);
        for subject in reports
            .found
            .iter()
            .filter_map(|report| report.subject.as_ref())
        {
            self.discourse.observe_subject(subject, index);
        }
        self.note_subject(index, sentence, &subjects);
    }

    /// One quotation for a line that begins with its speaker; its sentences
    /// come one by one.
    fn transcript_line(&mut self, line: Line) {
        if self
            .quotes
            .last()
            .is_some_and(|last| last.spans[0] == line.speech)
        {
            return;
        }
        self.turns += u32::from(!self.quotes.is_empty());
        self.turn = None;
        self.pending = None;
        let speaker = self.descriptions.labelled(line.label);
        self.quotes.push(Quote {
            spans: vec![line.speech],
            kind: QuoteKind::Direct,
            quoted: Vec::new(),
            cue: None,
            speaker,
            turn: self.turns,
            confidence: Score::percent(90),
        });
    }

    /// Remembers who the last sentence of a paragraph was about, for a
    /// quotation that follows without a cue.
    fn note_subject(&mut self, index: usize, sentence: &Narrated, subjects: &Subjects<'_>) {
        let quoted = self
            .units(sentence.units.clone())
            .any(|unit| unit.segment().is_some());
        let subject = subjects.main(sentence.units.start, sentence.units.end);
        let subject = subject.filter(|subject| !quoted && subject.head.is_person());
        self.last_person =
            subject.map(|subject| (sentence.paragraph, self.discourse.resolve(&subject, index)));
    }

    fn units(&self, range: Range<usize>) -> impl Iterator<Item = &'m Unit> {
        self.material.narration.units[range].iter()
    }

    /// Segments that go on with a quotation of an earlier paragraph join it.
    fn take_up_chain(&mut self, sentence: &Narrated) {
        let material = self.material;
        let segments: Vec<usize> = self
            .units(sentence.units.clone())
            .filter_map(Unit::segment)
            .collect();
        for index in segments {
            let segment = &material.segments[index];
            if let Some(quote) = self.taken[segment.chain as usize]
                && self.quotes[quote]
                    .spans
                    .last()
                    .is_some_and(|last| last.end <= segment.inner.start)
            {
                self.quotes[quote].spans.push(segment.inner);
                if let Some(turn) = &mut self.turn {
                    turn.paragraph = segment.paragraph;
                }
            }
        }
    }

    fn is_taken(&self, segment: usize) -> bool {
        self.taken[self.material.segments[segment].chain as usize].is_some()
    }

    /// A cue that ended the last paragraph introduces this one's quotation.
    fn introduce(&mut self, sentence: &Narrated, found: &mut Vec<Report>) {
        let Some((mut report, paragraph)) = self.pending.take() else {
            return;
        };
        let first = &self.material.narration.units[sentence.units.start];
        let Some(segment) = first.segment() else {
            return;
        };
        let same = |report: &Report| match &report.content {
            Content::Direct(segments) => segments.first() == Some(&segment),
            _ => false,
        };
        let cued = found
            .iter()
            .any(|report| report.cue.is_some() && same(report));
        if sentence.paragraph == paragraph + 1 && !cued && !self.is_taken(segment) {
            found.retain(|report| !same(report));
            report.content = Content::Direct(vec![segment]);
            found.insert(0, report);
        }
    }

    /// The words of segments, without their marks.
    fn inner(&self, segments: &[usize]) -> Vec<Span> {
        let inner = |&segment: &usize| self.material.segments[segment].inner;
        segments.iter().map(inner).collect()
    }

    fn report(&mut self, report: &Report, index: usize, sentence: &Narrated) {
        let resolved = report.subject.as_ref().map(|subject| {
            self.discourse.observe_before(index, sentence, subject);
            self.discourse.resolve(subject, index)
        });
        let resolved = self.named_later(report, resolved, sentence);
        let (spans, quoted, kind) = match &report.content {
            Content::Direct(segments) => {
                if segments.iter().all(|&segment| self.is_taken(segment)) {
                    self.credit(segments[0], report.cue, resolved);
                    return;
                }
                (self.inner(segments), Vec::new(), QuoteKind::Direct)
            }
            Content::Clause(first, second) => self.clause([Some(first), second.as_ref()]),
            Content::Words(segments) => (self.inner(segments), Vec::new(), QuoteKind::Mixed),
        };
        if spans.is_empty() || self.overlaps(&spans) {
            return;
        }
        self.turns += u32::from(self.turn.is_some());
        let certainty = resolved.as_ref().map_or(100, |resolved| resolved.certainty);
        let speaker = resolved.map(|resolved| resolved.speaker);
        let quote = Quote {
            spans,
            kind,
            quoted,
            cue: report.cue.map(Cue::from),
            speaker: speaker.clone(),
            turn: self.turns,
            confidence: Score::percent(report.confidence * certainty / 100),
        };
        self.quotes.push(quote);
        self.begin_turn(speaker, report, index, sentence.paragraph);
    }

    fn begin_turn(
        &mut self,
        speaker: Option<Speaker>,
        report: &Report,
        sentence: usize,
        paragraph: usize,
    ) {
        let quote = self.quotes.len() - 1;
        let mut turn = Turn {
            speaker,
            paragraph,
            sentence,
            quote: None,
            question: false,
        };
        if let Content::Direct(segments) = &report.content {
            turn.quote = Some(quote);
            for &segment in segments {
                self.taken[self.material.segments[segment].chain as usize] = Some(quote);
            }
            turn.question = segments.last().is_some_and(|&segment| {
                self.material
                    .text
                    .slice(self.material.segments[segment].inner)
                    .ends_with('?')
            });
        }
        self.turn = Some(turn);
    }

    /// "She added" behind the second paragraph of a quotation that had no cue,
    /// or a second cue for the same words.
    fn credit(&mut self, segment: usize, cue: Option<ReportCue>, resolved: Option<Resolved>) {
        let chain = self.material.segments[segment].chain as usize;
        let Some(quote) = self.taken[chain].map(|index| &mut self.quotes[index]) else {
            return;
        };
        if quote.cue.is_none()
            && let Some(cue) = cue
        {
            quote.cue = Some(cue.into());
            if let Some(resolved) = resolved {
                quote.confidence = Score::percent(97 * resolved.certainty / 100);
                quote.speaker = Some(resolved.speaker);
                if let Some(turn) = &mut self.turn {
                    turn.speaker.clone_from(&quote.speaker);
                }
            }
        }
    }

    /// "A senior officer", "one nurse who flies with the crew": somebody the
    /// article names further down.
    fn named_later(
        &mut self,
        report: &Report,
        resolved: Option<Resolved>,
        sentence: &Narrated,
    ) -> Option<Resolved> {
        let material = self.material;
        let mut resolved = resolved?;
        let subject = report.subject.as_ref()?;
        if resolved.speaker.entity.is_some()
            || !subject.is_indefinite_role(material.text, material.narration)
        {
            return Some(resolved);
        }
        let found = self.introduced_in_lead(sentence);
        let found = found.or_else(|| self.descriptions.described_later(subject));
        if let Some(entity) = found {
            self.discourse.explain(subject, entity);
            resolved = self.discourse.resolve(subject, 0);
        }
        Some(resolved)
    }

    /// Whom the paragraphs after the lead introduce, for a sentence of the lead.
    fn introduced_in_lead(&mut self, sentence: &Narrated) -> Option<EntityId> {
        let paragraphs = &self.material.story.paragraphs;
        let first_body = paragraphs.iter().position(|paragraph| paragraph.body)?;
        if sentence.paragraph > first_body {
            return None;
        }
        let after = sentence.paragraph + 1..paragraphs.len().min(first_body + 3);
        match self.lead {
            Some((paragraph, found)) if paragraph == sentence.paragraph => found,
            _ => {
                let found = self.descriptions.introduced_in(&paragraphs[after]);
                self.lead = Some((sentence.paragraph, found));
                found
            }
        }
    }

    /// Spans, quoted parts and kind of a reported clause.
    fn clause(&self, ranges: [Option<&Range<usize>>; 2]) -> (Vec<Span>, Vec<Span>, QuoteKind) {
        let units = &self.material.narration.units;
        let mut spans = Vec::with_capacity(2);
        let mut quoted = Vec::new();
        for range in ranges
            .into_iter()
            .flatten()
            .filter(|range| !range.is_empty())
        {
            let inside = &units[range.clone()];
            let segments: Vec<usize> = inside.iter().filter_map(Unit::segment).collect();
            quoted.extend(segments.iter().map(|&s| self.material.segments[s].inner));
            if let ([_], [segment]) = (inside, &segments[..]) {
                spans.push(self.material.segments[*segment].inner);
            } else {
                spans.push(inside[0].span.cover(inside[inside.len() - 1].span));
            }
        }
        let kind = if quoted.is_empty() {
            QuoteKind::Indirect
        } else {
            QuoteKind::Mixed
        };
        (spans, quoted, kind)
    }

    fn overlaps(&self, spans: &[Span]) -> bool {
        // Quotations are made in order, but a later cue may reach back.
        let recent = self.quotes.iter().rev().take(8);
        recent
            .flat_map(|quote| &quote.spans)
            .any(|old| spans.iter().any(|new| old.overlaps(*new)))
    }

    /// "– Mara Dunne, organiser" behind a quotation that nothing introduces.
    fn credit_line(&mut self, index: usize, sentence: &Narrated, subjects: &Subjects<'_>) -> bool {
        let first = sentence.units.start;
        let dash = self.material.narration.units[first].kind == UnitKind::Dash;
        let named = subjects.starting_at(first + 1, sentence.units.end);
        let Some(subject) = named.filter(|subject| dash && matches!(subject.head, Head::Name(_)))
        else {
            return false;
        };
        let Some(quote) = self.quotes.last_mut() else {
            return false;
        };
        let end = quote.spans.last().map_or(0, |span| span.end);
        let near = subject.span.start.saturating_sub(end) <= MAX_CREDIT;
        if !near || quote.cue.is_some() || quote.kind != QuoteKind::Direct {
            return false;
        }
        quote.speaker = Some(self.discourse.resolve(&subject, index).speaker);
        quote.confidence = Score::percent(85);
        if let [.., before, credited] = &mut self.quotes[..]
            && before.turn == credited.turn
        {
            self.turns += 1;
            credited.turn = self.turns;
        }
        true
    }

    /// A sentence that is one quotation without a cue.
    fn floating(&mut self, index: usize, sentence: &Narrated) {
        let material = self.material;
        let mut quoted = None;
        for unit in self.units(sentence.units.clone()) {
            match unit.kind {
                UnitKind::Quoted(segment) if quoted.is_none() => quoted = Some(segment),
                UnitKind::Stop | UnitKind::Other | UnitKind::Comma => {}
                _ => return,
            }
        }
        let Some(segment) = quoted else { return };
        if self.is_taken(segment) || !material.facts[segment].stands_alone() {
            return;
        }
        let inner = material.segments[segment].inner;
        if let Some(turn) = self.turn.clone()
            && turn.paragraph == sentence.paragraph
            && let Some(quote) = turn.quote
            && self.follows_directly(quote, sentence)
        {
            // "We tried," Dunne said. "It was not enough."
            self.quotes[quote].spans.push(inner);
            self.taken[material.segments[segment].chain as usize] = Some(quote);
            return;
        }
        let (speaker, confidence, same_turn) = self.floating_speaker(index, sentence);
        if !same_turn {
            self.turns += u32::from(self.turn.is_some());
        }
        self.quotes.push(Quote {
            spans: vec![inner],
            kind: QuoteKind::Direct,
            quoted: Vec::new(),
            cue: None,
            speaker: speaker.clone(),
            turn: self.turns,
            confidence: Score::percent(confidence),
        });
        let content = Content::Direct(vec![segment]);
        let report = Report {
            cue: None,
            subject: None,
            content,
            confidence,
        };
        self.begin_turn(speaker, &report, index, sentence.paragraph);
    }

    /// Whether the last quotation's sentence is directly before this one.
    fn follows_directly(&self, quote: usize, sentence: &Narrated) -> bool {
        let Some(before) = sentence.units.start.checked_sub(1) else {
            return false;
        };
        let quote = &self.quotes[quote];
        let last = quote.spans.last().map_or(0, |span| span.end);
        let cue = quote.cue.as_ref().map_or(0, |cue| cue.span.end);
        let behind = self.material.narration.units[before].span.end;
        // The quotation and its cue are all that the sentence before holds.
        cue > last && behind.saturating_sub(cue) < 160
    }

    /// Who says a quotation that nothing introduces, how sure that is, and
    /// whether it goes on with the turn.
    fn floating_speaker(&self, index: usize, sentence: &Narrated) -> (Option<Speaker>, u32, bool) {
        // Narration in between, in its own paragraph, ends the turn.
        let sentences = &self.material.narration.sentences;
        let first = index == 0 || sentences[index - 1].paragraph != sentence.paragraph;
        let goes_on = self.turn.as_ref().filter(|turn| {
            turn.paragraph + 1 >= sentence.paragraph && (first || turn.sentence + 1 == index)
        });
        if let Some(turn) = goes_on
            && !turn.question
        {
            let speaker = turn.speaker.clone();
            let speaker = speaker.map(|speaker| Speaker {
                span: None,
                form: SpeakerForm::None,
                ..speaker
            });
            // A speaker without a name cannot be named by going on.
            let speaker = speaker.filter(|speaker| speaker.entity.is_some());
            return (speaker, 88, true);
        }
        if let Some((paragraph, resolved)) = &self.last_person
            && paragraph + 1 >= sentence.paragraph
            && resolved.speaker.entity.is_some()
        {
            let speaker = Speaker {
                span: None,
                form: SpeakerForm::None,
                ..resolved.speaker.clone()
            };
            return (Some(speaker), 70, false);
        }
        (None, 60, false)
    }

    fn finish(mut self) -> Vec<Quote> {
        self.quotes.sort_by_key(|quote| quote.spans[0]);
        let mut end = 0;
        self.quotes.retain(|quote| {
            let free = quote.spans[0].start >= end;
            end = end.max(quote.spans.iter().map(|span| span.end).max().unwrap_or(0));
            free
        });
        self.quotes
    }
}
