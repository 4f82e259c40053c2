//! Which sentences may be picked: hard rules, applied before anything is scored.
//!
//! A summary is read without the article around it. So a sentence is out that
//! leans on one that is not picked, that is a quotation without its speaker,
//! that tells the reader to do something, or that only leads up to the next
//! ("Faithful to the original: fact aware …" has the field's figures: 30 % of
//! extractive summaries have such a fault; Zhang, Wan & Bansal 2023).

use onrecord_core::layers::{Entities, EntityId, Gender, Label, Quote, QuoteKind, Quotes, Token};
use onrecord_core::{Budget, ProcessError, Span};

use crate::lexicon::Words;
use crate::lists::{Listed, Phrases};
use crate::reading::{self, MAX_TOKENS, OpenMarks, Orphan, Reading};
use crate::story::{Layers, Story, StorySentence};
use crate::words::{
    CALLS, CONNECTIVE_PHRASES, CONNECTIVES, DANGLING_NOUNS, FURNITURE, OPENING_CALLS, ORDERS,
    ORDERS_OR_NOUNS, PRONOUNS, any_at,
};

/// How a sentence may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Readable by itself.
    Alone,
    /// Readable by itself, but flawed: a question, a quotation left open.
    Weak,
    /// Readable directly after the story sentence before it.
    After,
    /// All quotation: readable where the sentence picked before it belongs to
    /// the same turn.
    Quoted {
        /// [`Quote::turn`].
        turn: u32,
    },
    /// Names the speaker of the quotation that follows, and says nothing else.
    Attribution {
        /// [`Quote::turn`].
        turn: u32,
    },
    /// Leans on something that no single sentence holds: a pronoun with
    /// nobody, or two people, before it; a quotation of nobody knows whom.
    Orphaned,
    /// Not part of the story: to be picked in no case.
    Never,
}

/// What the guards say of a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verdict {
    /// How it may be used.
    pub(crate) standing: Standing,
    /// The turn of a quotation whose speaker it names.
    pub(crate) turn: Option<u32>,
    /// What is taken off its score for lesser faults, in hundredths.
    pub(crate) fault: u32,
}

/// The quotation marks' and the quotation layer's word on a sentence.
#[derive(Debug, Clone, Copy, Default)]
struct Speech {
    /// Turn of a direct quotation with words in this sentence.
    inside: Option<u32>,
    /// Turn of a quotation whose cue or speaker stands in this sentence.
    attributes: Option<u32>,
}

/// Judges every sentence of a story, in order.
pub(crate) fn judge(
    layers: &Layers<'_>,
    story: &Story<'_>,
    budget: &Budget,
) -> Result<Vec<Verdict>, ProcessError> {
    let speech = speech(layers.quotes, story);
    let mut open = OpenMarks::default();
    let mut before_people = People::default();
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(story.sentences.len());
    for (number, sentence) in story.sentences.iter().enumerate() {
        budget.spend(sentence.tokens.len() as u64)?;
        let before = number.checked_sub(1).map(|i| &story.sentences[i]);
        if before.is_none_or(|before| before.paragraph != sentence.paragraph) {
            open = OpenMarks::default();
        }
        let people = People::named_in(layers, sentence.span);
        let is_person = |token: &Token, capital| match layers.mentions {
            Some(_) => people
                .spans
                .iter()
                .any(|person| person.contains(token.span)),
            None => capital,
        };
        let tokens = &layers.tokens.items[sentence.tokens.clone()];
        let words = story.words_at(sentence.tokens.clone());
        let reading = reading::read(layers.text, tokens, words, &mut open, is_person);
        let judged = Judged {
            sentence,
            number,
            reading: &reading,
            words,
            speech: speech[number],
            people: &people,
            before: &before_people,
            entities: layers.entities,
        };
        verdicts.push(judged.verdict());
        before_people = people;
    }
    Ok(verdicts)
}

/// Everything a rule may look at.
struct Judged<'a> {
    sentence: &'a StorySentence,
    number: usize,
    reading: &'a Reading,
    words: Words<'a>,
    speech: Speech,
    people: &'a People,
    /// The people in the story sentence before.
    before: &'a People,
    entities: Option<&'a Entities>,
}

impl Judged<'_> {
    fn verdict(&self) -> Verdict {
        Verdict {
            standing: self.standing(),
            turn: self.speech.attributes.or(self.speech.inside),
            fault: self.fault(),
        }
    }

    fn standing(&self) -> Standing {
        let reading = self.reading;
        if self.is_no_sentence() || self.is_furniture() || self.calls_to_action() {
            return Standing::Never;
        }
        if reading.colon {
            let turn = self.speech.attributes;
            return turn.map_or(Standing::Never, |turn| Standing::Attribution { turn });
        }
        let leans = self.leans();
        if let Some(standing) = self.quoted_standing() {
            return if leans == Standing::Alone {
                standing
            } else {
                Standing::Orphaned
            };
        }
        if leans != Standing::Alone {
            return leans;
        }
        // "We" outside quotation marks is the writer of a column, or a speaker
        // whose marks are missing.
        let in_person = reading.first_person && self.number > 0;
        if reading.unclosed || reading.question || reading.address || in_person || !reading.stopped
        {
            return Standing::Weak;
        }
        Standing::Alone
    }

    /// For sentences that are part of a quotation and do not say whose.
    fn quoted_standing(&self) -> Option<Standing> {
        let reading = self.reading;
        let attributed = self.speech.attributes.is_some();
        if reading.unopened {
            // The tail of a quotation: even with its speaker it opens mid-speech.
            return Some(Standing::Orphaned);
        }
        let all_quoted = reading.quoted > 0 && reading.plain <= 1;
        match self.speech.inside {
            // Without its opening mark it would read as the paper's own words.
            Some(_) if !attributed && reading.first_word == 0 => Some(Standing::Orphaned),
            Some(turn) if !attributed => Some(Standing::Quoted { turn }),
            _ if all_quoted && !attributed => Some(Standing::Orphaned),
            _ => None,
        }
    }

    /// Lists, crossheads, stamps, shouting, and what no reader would finish.
    fn is_no_sentence(&self) -> bool {
        let reading = self.reading;
        let words = reading.quoted + reading.plain;
        words < 5
            || self.sentence.words < 5
            || self.sentence.tokens.len() >= MAX_TOKENS
            || reading.capitals * 2 > words
            || (!reading.stopped && !reading.colon && words < 12)
            || self.words.has_at(0, "( (")
            || (0..self.words.ids.len()).any(|at| matches!(self.words.lower(at), "|" | "©"))
    }

    fn is_furniture(&self) -> bool {
        self.has_any(FURNITURE, |listed| listed.furniture)
    }

    fn calls_to_action(&self) -> bool {
        if self.has_any(CALLS, |listed| listed.calls) {
            return true;
        }
        let first = self.reading.first_word;
        if first != 0 {
            // "“Call it a day,” she said."
            return false;
        }
        if any_at(OPENING_CALLS, self.words, first) {
            return true;
        }
        let (word, next) = (self.words.lower(first), self.words.lower(first + 1));
        let to_reader = self.reading.address || self.reading.second_person;
        let object = matches!(
            next,
            "the" | "your" | "our" | "us" | "here" | "this" | "these" | "it" | "out" | "more"
        );
        let adverbial = matches!(
            next,
            "a" | "an" | "to" | "on" | "at" | "in" | "for" | "all" | "with" | "up"
        );
        (ORDERS.contains(&word) && (to_reader || object || adverbial))
            || (ORDERS_OR_NOUNS.contains(&word) && (to_reader || object))
    }

    fn has_any(&self, list: &[&str], phrases: impl Fn(&Listed) -> Phrases) -> bool {
        (0..self.words.ids.len()).any(|at| {
            let word = self.words.get(at);
            let phrases = word.map(|word| phrases(&word.listed)).unwrap_or_default();
            let mut phrases = phrases.of(list).iter();
            phrases.any(|phrase| self.words.has_at(at, phrase))
        })
    }

    /// Whether the sentence leans on the one before it.
    fn leans(&self) -> Standing {
        match self.reading.orphan {
            // With two people before it, a pronoun may be read as the wrong one.
            Some(Orphan::Person(gender)) if !self.before.is_one(gender, self.entities) => {
                Standing::Orphaned
            }
            Some(_) => self.after(),
            None if self.opens_leaning() => self.after(),
            None => Standing::Alone,
        }
    }

    fn after(&self) -> Standing {
        if self.number == 0 {
            Standing::Orphaned
        } else {
            Standing::After
        }
    }

    fn opens_leaning(&self) -> bool {
        let first = self.reading.first_word;
        let word = self.words.lower(first);
        let next = self.words.lower(first + 1);
        if (word == "this" && is_time(next))
            || (word == "it" && self.reading.first_in_capitals)
            || reading::is_style(self.words, first)
        {
            return false;
        }
        if (word == "those" || word == "these") && matches!(next, "who" | "with" | "in" | "are") {
            return word == "these";
        }
        PRONOUNS.contains(&word)
            || CONNECTIVES.contains(&word)
            || any_at(CONNECTIVE_PHRASES, self.words, first)
            || (word == "the" && DANGLING_NOUNS.contains(&next))
            || (1..4).any(|i| self.points_back(first + i))
    }

    /// "Under these rules …": a demonstrative close to the beginning.
    fn points_back(&self, at: usize) -> bool {
        match self.words.lower(at) {
            "this" => !is_time(self.words.lower(at + 1)),
            "these" | "such" => true,
            "those" => !matches!(self.words.lower(at + 1), "who" | "with" | "in" | "of"),
            _ => false,
        }
    }

    fn fault(&self) -> u32 {
        let reading = self.reading;
        let first = reading.first_word;
        let mut fault = 0;
        let starts = self.words.lower(first);
        let bare = |at: usize| !self.words.lower(at).is_empty();
        if self.number > 0 && starts == "the" && bare(first + 1) && reading.capitals == 0 {
            fault += 6;
        }
        // A word or two in marks are the paper's own sentence.
        if reading.quoted > reading.plain {
            fault += 30;
        } else if reading.quoted > 3 {
            fault += 20;
        }
        if !reading.figure {
            fault += 4;
        }
        if self.people.by_surname {
            fault += 6;
        }
        if reading.second_person {
            fault += 20;
        }
        if self.sentence.words < 8 {
            fault += 15;
        }
        if self.sentence.words > 45 {
            fault += 15;
        }
        fault.min(90)
    }
}

/// Words after "this" that make it point at the calendar, not at the text.
fn is_time(word: &str) -> bool {
    matches!(
        word,
        "week"
            | "month"
            | "year"
            | "morning"
            | "afternoon"
            | "evening"
            | "weekend"
            | "spring"
            | "summer"
            | "autumn"
            | "winter"
            | "season"
            | "week's"
            | "year's"
            | "month's"
    )
}

/// The people a sentence names.
#[derive(Default)]
struct People {
    /// Titles and names.
    spans: Vec<Span>,
    /// Who, each once.
    entities: Vec<Option<EntityId>>,
    /// Somebody with a first name is called by the surname alone.
    by_surname: bool,
}

impl People {
    fn named_in(layers: &Layers<'_>, span: Span) -> Self {
        let mut people = Self::default();
        let Some(mentions) = layers.mentions else {
            return people;
        };
        let items = &mentions.items[mentions.within(span)];
        for mention in items.iter().filter(|m| m.label == Label::Person) {
            people.spans.push(mention.with_title());
            people.entities.push(mention.entity);
            let short = |id: EntityId| {
                let name = layers
                    .entities
                    .map(|entities| entities.get(id).name.as_str());
                name.is_some_and(|name| name.len() > layers.text.slice(mention.span).len())
            };
            people.by_surname |= mention.entity.is_some_and(short);
        }
        people.entities.sort_unstable();
        people.entities.dedup();
        people
    }

    /// Whether it is one person alone, for whom a pronoun of this gender can stand.
    fn is_one(&self, gender: Gender, entities: Option<&Entities>) -> bool {
        let [one] = self.entities[..] else {
            return false;
        };
        let known = one.zip(entities).and_then(|(id, all)| all.get(id).gender);
        known.is_none_or(|known| known == gender)
    }
}

/// What the quotation layer says, by story sentence.
fn speech(quotes: Option<&Quotes>, story: &Story<'_>) -> Vec<Speech> {
    let mut speech = vec![Speech::default(); story.sentences.len()];
    let at = |offset: u32| {
        let after = story.sentences.partition_point(|s| s.span.start <= offset);
        let index = after.checked_sub(1)?;
        story.sentences[index]
            .span
            .contains_offset(offset)
            .then_some(index)
    };
    for quote in quotes.iter().flat_map(|quotes| &quotes.items) {
        note_content(quote, story, &mut speech);
        let cue = quote.cue.as_ref().map(|cue| cue.span);
        let speaker = quote.speaker.as_ref();
        let named = speaker.and_then(|speaker| speaker.span);
        for span in [cue, named].into_iter().flatten() {
            if let Some(number) = at(span.start) {
                speech[number].attributes = Some(quote.turn);
            }
        }
    }
    speech
}

fn note_content(quote: &Quote, story: &Story<'_>, speech: &mut [Speech]) {
    if quote.kind != QuoteKind::Direct {
        return;
    }
    for span in &quote.spans {
        let from = story
            .sentences
            .partition_point(|s| s.span.end <= span.start);
        let inside = story.sentences[from..]
            .iter()
            .take_while(|s| s.span.start < span.end);
        for (i, _) in inside.enumerate() {
            speech[from + i].inside = Some(quote.turn);
        }
    }
}

#[cfg(test)]
mod tests {
    use onrecord_core::Needs;
    use onrecord_core::layers::{Paragraphs, Sentences, Tokens, Zones};

    use super::*;
    use crate::fixture;
    use crate::lists::Lists;

    /// How the last sentence of a text may be used.
    fn standing(source: &str) -> Standing {
        let doc = fixture::document(source);
        let (zones, paragraphs, tokens, sentences) =
            <(&Zones, &Paragraphs, &Tokens, &Sentences)>::fetch(&doc).unwrap();
        let layers = Layers {
            text: doc.text(),
            zones,
            paragraphs,
            tokens,
            sentences,
            mentions: doc.layer(),
            entities: doc.layer(),
            quotes: doc.layer(),
        };
        let budget = Budget::unlimited();
        let lists = Lists::new();
        let story = Story::read(&layers, &lists, &budget).unwrap();
        let verdicts = judge(&layers, &story, &budget).unwrap();
        verdicts.last().unwrap().standing
    }

    fn check(expect: Standing, sources: &[&str]) {
        for source in sources {
            assert_eq!(standing(source), expect, "{source}");
        }
    }

    #[test]
    fn plain_sentences_stand_alone() {
        check(
            Standing::Alone,
            &[
                "The harbour board approved a second ferry on Monday.",
                "This week the harbour board approved a second ferry.",
                "There have been four collisions since January.",
                "Those who lost homes will be paid by June.",
                "In her first speech as mayor, ⟦P|Mara Quill⟧ promised lower rents.",
                "Her Majesty’s Inspectorate gave the board six weeks to reply.",
                "IT systems failed at all six surgeries on Friday.",
                "Callers waited forty minutes at the busiest times.",
                "Visitors to the castle fell by a third last year.",
                "⟦P|Mara Quill⟧ said she would appeal against the ruling.",
                "The board called the plan a “costly mistake” on Monday.",
                "Support for the harbour board has fallen by a third.",
                "Ministers said the board should call an election.",
                "The firm agreed to donate its ferries to the town.",
                "Nine states have signed up to the harbour treaty.",
            ],
        );
    }

    #[test]
    fn what_leans_on_the_sentence_before_may_only_follow_it() {
        check(
            Standing::After,
            &[
                "⟦P|Mara Quill⟧ won the seat. She took half of all votes cast.",
                "The bridge is shut. But lorries still use the old ford.",
                "The bridge is shut. It was last repaired in 1987.",
                "The bridge is shut. However, the ford stays open.",
                "The bridge is shut. As a result, lorries use the ford.",
                "The bridge is shut. That means a detour of nine miles.",
                "The bridge is shut. Under these rules lorries must turn back.",
                "The bridge is shut. The latter route is nine miles longer.",
                "The bridge is shut. This closure will last until June.",
            ],
        );
    }

    #[test]
    fn a_pronoun_with_nobody_or_two_people_before_it_is_out() {
        check(
            Standing::Orphaned,
            &[
                "She took half of all votes cast.",
                "The bridge is shut. He promised to repair it by June.",
                "⟦P|Mara Quill⟧ beat ⟦P|Jon Vane⟧. She took half of all votes.",
                "The bridge is shut. Speaking on Monday, he promised repairs.",
            ],
        );
        let mr = "⟦P:vane|Jon Vane⟧ lost the seat. She took half of all votes.\n\
                  =====\npronoun vane = he";
        check(Standing::Orphaned, &[mr]);
    }

    #[test]
    fn orders_appeals_and_prices_are_out() {
        check(
            Standing::Never,
            &[
                "Visit www.harbour.example/ferry to find out more.",
                "Log on to the website for times and fares.",
                "Anyone with information should ring the harbour police.",
                "Tickets cost £12 and are on sale at the pier.",
                "Witnesses are asked to contact the harbour police.",
                "Follow us on every channel for the latest news.",
                "Share your views with the board by Friday.",
                "Sign up to our daily newsletter for more.",
                "Image: Harbour Board of the Northern Isles.",
                "Jo Reed contributed to this report from Leith.",
            ],
        );
    }

    #[test]
    fn what_is_no_sentence_is_out() {
        check(
            Standing::Never,
            &[
                "What happens next",
                "March 10, 2015.",
                "FERRY PLAN APPROVED AFTER LONG AND BITTER ROW AT HARBOUR BOARD.",
                "The board listed its reasons as follows:",
                "Harbour | Ferries | Timetables and fares for the coming season.",
            ],
        );
    }

    #[test]
    fn quotations_need_their_speaker() {
        check(
            Standing::Alone,
            &[
                "“⟦Q1|The ferry is safe,⟧” ⟦C1|said⟧ ⟦S1|⟦P:quill|Mara Quill⟧⟧ on Monday.\n\
               =====\nquote 1 direct quill",
            ],
        );
        let split = "⟦S1|⟦P:quill|Mara Quill⟧⟧ ⟦C1|said⟧: “⟦Q1|The ferry is safe. \
                     Nobody has been hurt on board.⟧”\n=====\nquote 1 direct quill";
        check(Standing::Orphaned, &[split]);
        let next = "⟦S1|⟦P:quill|Mara Quill⟧⟧ ⟦C1|said⟧: “⟦Q1|The ferry is safe.⟧\n\
                    “⟦Q1|Nobody has been hurt on board.⟧”\n=====\nquote 1 direct quill";
        check(Standing::Quoted { turn: 0 }, &[next]);
        let first = "⟦S1|⟦P:quill|Mara Quill⟧⟧ ⟦C1|said⟧: “⟦Q1|The ferry is safe.⟧\n\
                     =====\nquote 1 direct quill";
        check(Standing::Weak, &[first]);
        // The quotation comes from the layer, since the mark is missing.
        let bare = "⟦S1|⟦P:quill|Mara Quill⟧⟧ ⟦C1|said⟧: “⟦Q1|The ferry is safe.⟧\n\
                    ⟦Q1|Nobody has been hurt on board.⟧\n=====\nquote 1 direct quill";
        check(Standing::Orphaned, &[bare]);
        check(
            Standing::Orphaned,
            &[
                "“The ferry is safe and nobody has been hurt.”",
                "The ferry is safe and nobody has been hurt,” said Mara Quill.",
            ],
        );
    }
}
