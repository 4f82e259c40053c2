//! Which sentences together make the summary.
//!
//! Sentences are not ranked one by one: each is chosen for what it adds to
//! those chosen before (maximum coverage of weighted concepts, greedily;
//! Filatova & Hatzivassiloglou 2004, Takamura & Okumura 2009), measured against
//! the length the summary then has, as the F-score of a comparison with a
//! person's summary is.

use std::collections::BTreeSet;

use onrecord_core::{Budget, ProcessError};

use crate::config::Length;
use crate::guards::{Standing, Verdict};
use crate::importance::position_prior;
use crate::story::{Story, StorySentence};
use crate::terms::TermId;

/// Words of the imagined summary by a person that the choice is compared with.
const REFERENCE_WORDS: u64 = 100;

/// Taken off a sentence that leans on the one before it, in hundredths.
const LEANING: u32 = 30;

/// A sentence is compared with at most this many picked ones for likeness:
/// keeps very long summaries linear.
const COMPARED: usize = 200;

/// Hundredths of a budget that count as all of it.
const FILLED: u64 = 85;

/// A longer summary than this many sentences is not improved by trading one.
const TRADED: usize = 12;

/// How far behind its attribution the beginning of a quotation is looked for.
const QUOTED_BEHIND: usize = 64;

/// The most a summary may hold.
#[derive(Debug, Clone, Copy)]
struct Limit {
    sentences: u64,
    words: u64,
    characters: u64,
}

impl Limit {
    fn new(length: Length, story: &Story<'_>) -> Self {
        let mut limit = Self {
            sentences: u64::MAX,
            words: u64::MAX,
            characters: u64::MAX,
        };
        match length {
            Length::Sentences(n) => limit.sentences = n.into(),
            Length::Words(n) => limit.words = n.into(),
            Length::Characters(n) => limit.characters = n.into(),
            Length::Percent(n) => limit.words = story.words * u64::from(n) / 100,
        }
        limit
    }
}

/// A sentence chosen: its number in the story, and what it is worth alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picked {
    /// Number in [`Story::sentences`].
    pub(crate) number: usize,
    /// Worth by itself; comparable within the article.
    pub(crate) worth: u64,
}

/// Chooses the summary, in the order of the text.
pub(crate) fn select(
    story: &Story<'_>,
    verdicts: &[Verdict],
    weights: &[u32],
    length: Length,
    budget: &Budget,
) -> Result<Vec<Picked>, ProcessError> {
    let mut choice = Choice::new(story, verdicts, weights, length);
    choice.fill(Grade::Good, budget)?;
    choice.fill(Grade::Any, budget)?;
    if choice.order.is_empty() {
        choice.fill(Grade::Last, budget)?;
    }
    choice.fill_up(budget)?;
    let picked = choice.picked.iter().map(|number| Picked {
        number: *number,
        worth: choice.worth(*number),
    });
    Ok(picked.collect())
}

/// How much is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grade {
    /// Sentences that read well.
    Good,
    /// Also flawed ones, and quotations behind their speaker.
    Any,
    /// Whatever is no furniture: better than no summary.
    Last,
}

/// A sentence, or one with the sentence that names its speaker.
#[derive(Debug, Clone, Copy)]
struct Offer {
    value: u64,
    number: usize,
    attribution: Option<usize>,
}

struct Choice<'s> {
    story: &'s Story<'s>,
    verdicts: &'s [Verdict],
    weights: &'s [u32],
    limit: Limit,
    /// In order of choice.
    order: Vec<usize>,
    /// In order of the text.
    picked: BTreeSet<usize>,
    /// Not to be picked, for a trial.
    banned: Option<usize>,
    /// By term: whether a picked sentence has it.
    covered: Vec<bool>,
    coverage: u64,
    words: u64,
    characters: u64,
}

impl<'s> Choice<'s> {
    fn new(
        story: &'s Story<'s>,
        verdicts: &'s [Verdict],
        weights: &'s [u32],
        length: Length,
    ) -> Self {
        Self {
            story,
            verdicts,
            weights,
            limit: Limit::new(length, story),
            order: Vec::new(),
            picked: BTreeSet::new(),
            banned: None,
            covered: vec![false; weights.len()],
            coverage: 0,
            words: 0,
            characters: 0,
        }
    }

    /// Adds sentences of a grade until none fits. Each round takes the best
    /// one, and some more once many are taken, so that the number of rounds
    /// grows with the logarithm of the summary's length.
    fn fill(&mut self, grade: Grade, budget: &Budget) -> Result<(), ProcessError> {
        while (self.order.len() as u64) < self.limit.sentences {
            let mut offers = self.offers(grade, budget)?;
            offers.sort_unstable_by(|a, b| b.value.cmp(&a.value).then(a.number.cmp(&b.number)));
            let most = 1 + self.order.len() / 8;
            let mut taken = 0;
            for offer in offers {
                // What was picked in this round may have closed it.
                if self.is_open(&offer, grade) && self.take(&offer) {
                    taken += 1;
                    if taken == most {
                        break;
                    }
                }
            }
            if taken == 0 {
                break;
            }
        }
        Ok(())
    }

    fn offers(&self, grade: Grade, budget: &Budget) -> Result<Vec<Offer>, ProcessError> {
        let mut offers = Vec::new();
        for (number, sentence) in self.story.sentences.iter().enumerate() {
            budget.spend(1 + self.story.terms_of(sentence).len() as u64 / 4)?;
            let mut offer = Offer {
                value: 0,
                number,
                attribution: None,
            };
            if let Standing::Attribution { turn } = self.verdicts[number].standing {
                let Some(quoted) = self.quoted_behind(number, turn) else {
                    continue;
                };
                offer.attribution = Some(number);
                offer.number = quoted;
            }
            if self.is_open(&offer, grade) {
                offer.value = self.value_with(&offer);
                offers.push(offer);
            }
        }
        Ok(offers)
    }

    /// The first sentence of a quotation that can follow its attribution.
    fn quoted_behind(&self, attribution: usize, turn: u32) -> Option<usize> {
        let behind = self.verdicts.iter().enumerate().skip(attribution + 1);
        behind
            .take(QUOTED_BEHIND)
            .take_while(|(_, verdict)| verdict.turn == Some(turn))
            .find(|(_, verdict)| verdict.standing == Standing::Quoted { turn })
            .map(|(number, _)| number)
    }

    /// Whether a sentence may be picked now.
    fn is_open(&self, offer: &Offer, grade: Grade) -> bool {
        let number = offer.number;
        let taken = self.picked.contains(&number) || self.banned == Some(number);
        if taken || !self.fits(offer) || self.would_part(offer) {
            return false;
        }
        match self.verdicts[number].standing {
            Standing::Alone => true,
            Standing::Weak => grade != Grade::Good,
            Standing::After => {
                let before = number.checked_sub(1);
                grade == Grade::Last || before.is_some_and(|before| self.picked.contains(&before))
            }
            Standing::Orphaned => grade == Grade::Last,
            Standing::Quoted { turn } => match grade {
                Grade::Good => false,
                Grade::Any => offer.attribution.is_some() || self.follows(number, turn),
                Grade::Last => true,
            },
            Standing::Attribution { .. } | Standing::Never => false,
        }
    }

    /// Whether the sentence picked before `number` is of a turn.
    fn follows(&self, number: usize, turn: u32) -> bool {
        let before = self.picked.range(..number).next_back();
        before.is_some_and(|before| self.verdicts[*before].turn == Some(turn))
    }

    /// Whether the offer would come between a picked quotation and its speaker.
    fn would_part(&self, offer: &Offer) -> bool {
        let after = self.picked.range(offer.number..).next();
        after.is_some_and(|after| match self.verdicts[*after].standing {
            Standing::Quoted { turn } => self.verdicts[offer.number].turn != Some(turn),
            _ => false,
        })
    }

    fn fits(&self, offer: &Offer) -> bool {
        let mut count = self.order.len() as u64;
        let (mut words, mut characters) = (self.words, self.characters);
        for number in offer.attribution.into_iter().chain([offer.number]) {
            let sentence = &self.story.sentences[number];
            count += 1;
            words += u64::from(sentence.words);
            characters += u64::from(sentence.characters) + u64::from(characters > 0);
        }
        count <= self.limit.sentences
            && words <= self.limit.words
            && characters <= self.limit.characters
    }

    /// Picks what is offered unless it repeats what is picked.
    fn take(&mut self, offer: &Offer) -> bool {
        if self.repeats(&self.story.sentences[offer.number]) {
            return false;
        }
        for number in offer.attribution.into_iter().chain([offer.number]) {
            let sentence = &self.story.sentences[number];
            self.order.push(number);
            self.picked.insert(number);
            self.words += u64::from(sentence.words);
            self.characters += u64::from(sentence.characters) + u64::from(self.characters > 0);
            for term in self.story.terms_of(sentence) {
                if !std::mem::replace(&mut self.covered[*term as usize], true) {
                    self.coverage += u64::from(self.weights[*term as usize]);
                }
            }
            self.coverage += self.prior(number);
        }
        true
    }

    fn prior(&self, number: usize) -> u64 {
        let before = number
            .checked_sub(1)
            .map(|i| self.story.sentences[i].paragraph);
        let opens = before != Some(self.story.sentences[number].paragraph);
        u64::from(position_prior(number, opens))
    }

    /// Coverage against length if the offer were taken.
    fn value_with(&self, offer: &Offer) -> u64 {
        let Verdict {
            standing, fault, ..
        } = self.verdicts[offer.number];
        let leaning = if standing == Standing::After {
            LEANING
        } else {
            0
        };
        let kept = u64::from(100_u32.saturating_sub(fault + leaning));
        let (mut gain, mut words) = (0, self.words);
        for number in offer.attribution.into_iter().chain([offer.number]) {
            let sentence = &self.story.sentences[number];
            let new = self.story.terms_of(sentence).iter();
            let new = new.filter(|term| !self.covered[**term as usize]);
            gain += new
                .map(|term| u64::from(self.weights[*term as usize]))
                .sum::<u64>();
            gain += self.prior(number);
            words += u64::from(sentence.words);
        }
        (self.coverage * 100 + gain * kept) * 16 / (words + REFERENCE_WORDS)
    }

    /// The same for a sentence on its own.
    fn worth(&self, number: usize) -> u64 {
        let sentence = &self.story.sentences[number];
        let terms = self.story.terms_of(sentence).iter();
        let mass: u64 = terms
            .map(|term| u64::from(self.weights[*term as usize]))
            .sum();
        let kept = u64::from(100_u32.saturating_sub(self.verdicts[number].fault));
        (mass + self.prior(number)) * kept / (u64::from(sentence.words) + REFERENCE_WORDS)
    }

    /// Where too much of a budget of words or characters would stay empty,
    /// starts again without one of the sentences: the choice that then fills it
    /// and covers most is taken, or, if none does, the longest.
    fn fill_up(&mut self, budget: &Budget) -> Result<(), ProcessError> {
        let first = self.order.clone();
        if first.len() > TRADED || self.is_filled() {
            return Ok(());
        }
        let loose = first.iter().copied().filter(|out| self.is_loose(*out));
        let mut best = (false, self.words, first.clone());
        for out in loose.collect::<Vec<_>>() {
            self.retake(first.iter().copied().filter(|number| *number != out));
            self.banned = Some(out);
            self.fill(Grade::Good, budget)?;
            let is_filled = self.is_filled();
            let worth = if is_filled { self.coverage } else { self.words };
            if (is_filled, worth) > (best.0, best.1) {
                best = (is_filled, worth, self.order.clone());
            }
        }
        self.banned = None;
        self.retake(best.2);
        Ok(())
    }

    /// Whether no other picked sentence needs this one.
    fn is_loose(&self, number: usize) -> bool {
        let standing = self.verdicts[number].standing;
        let next = self.picked.range(number + 1..).next();
        let leaned_on = next.is_some_and(|next| match self.verdicts[*next].standing {
            Standing::After => *next == number + 1,
            Standing::Quoted { .. } => true,
            _ => false,
        });
        !leaned_on && matches!(standing, Standing::Alone | Standing::Weak | Standing::After)
    }

    /// Whether what is picked is as good as the whole budget.
    fn is_filled(&self) -> bool {
        let enough = |have: u64, limit: u64| limit == u64::MAX || have * 100 >= limit * FILLED;
        enough(self.words, self.limit.words) && enough(self.characters, self.limit.characters)
    }

    /// Starts again with these.
    fn retake(&mut self, numbers: impl IntoIterator<Item = usize>) {
        self.order.clear();
        self.picked.clear();
        self.covered.fill(false);
        (self.coverage, self.words, self.characters) = (0, 0, 0);
        for number in numbers {
            self.take(&Offer {
                value: 0,
                number,
                attribution: None,
            });
        }
    }

    /// Whether the sentence says again what a picked one says: over half of
    /// the terms of the two are shared.
    fn repeats(&self, sentence: &StorySentence) -> bool {
        let terms = self.story.terms_of(sentence);
        self.order.iter().take(COMPARED).any(|number| {
            let other = self.story.terms_of(&self.story.sentences[*number]);
            let shared = shared(terms, other);
            shared * 3 > terms.len() + other.len() || shared * 5 > terms.len().min(other.len()) * 4
        })
    }
}

/// How many terms two sorted lists share.
fn shared(a: &[TermId], b: &[TermId]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    shared
}
