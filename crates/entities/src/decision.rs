//! Weighs the evidence on a candidate: integer weights by feature and label.
//!
//! The weights were set by hand while reading errors on Wikinews articles.

use onrecord_core::layers::Label;

use crate::evidence::{Evidence, Feature};
use crate::memory::LABEL_ORDER;

/// Below this a candidate is no name.
const ENOUGH: i32 = 20;

/// From here on a decision is clear enough to bear on others.
const CLEAR: i32 = 32;

/// What the form (a head noun, an opener, an acronym list) is worth.
const FORM: i32 = 50;

/// What the same words elsewhere in the document are worth.
const KNOWN: i32 = 55;

type Weights = [i32; 10];

/// For each feature what it is worth for PERSON, ORG, GPE, LOC, FAC, NORP,
/// EVENT, WORK, LAW, PRODUCT.
#[rustfmt::skip]
static WEIGHTS: [(Feature, Weights); 52] = [
    //                      PER  ORG  GPE  LOC  FAC NORP  EVE  WOR  LAW  PRO
    (Feature::Titled,     [ 120,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Role,       [  30,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::CueAfter,   [  18,  10,   0,  -5, -10, -10, -10,   0,   0,   0]),
    (Feature::CueBefore,  [  20,   5,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Age,        [  50,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::GivenFirst, [  36,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::SurnameLast,[  22,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::GivenAlone, [  16,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::GivenOnly,  [   8,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::SurnameAlone,[ 10,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Initial,    [  30,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Particle,   [  15,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::InPlace,    [ -12,   0,  20,   8,  10,   0,   0,   0,   0,   0]),
    (Feature::The,        [ -35,  14, -15,   6,   8,   0,   8,   0,   4,   2]),
    (Feature::PlaceAfter, [   0,   0,  25,   0,   5,   0,   0,   0,   0,   0]),
    (Feature::Country,    [   0,   0,  70,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::State,      [   0,   0,  60,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::City,       [   0,   0,  46,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Place,      [   0,   0,  26,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Region,     [   0,   0,   0,  62,   0,   0,   0,   0,   0,   0]),
    (Feature::Facility,   [   0,   0,   0,   0,  62,   0,   0,   0,   0,   0]),
    (Feature::People,     [   0,   0,   0,   0,   0,  62,   0,   0,   0,   0]),
    (Feature::Body,       [   0,  64,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::WeakBody,   [   0,  24,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Listed,     [   0,  34,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Event,      [   0,   0,   0,   0,   0,   0,  66,   0,   0,   0]),
    (Feature::Law,        [   0,   0,   0,   0,   0,   0,   0,   0,  66,   0]),
    (Feature::Product,    [   0,   0,   0,   0,   0,   0,   0,   0,   0,  60]),
    (Feature::Work,       [   0,   0,   0,   0,   0,   0,   0,  50,   0,   0]),
    (Feature::Letters,    [ -12,  26,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::AllCommon,  [ -18,  -6, -20,  -8,  -8,   0,  -8,   0,  -8, -20]),
    (Feature::LastCommon, [  -8,   4,  -4,  -4,   0,   0,   0,   0,   0,   0]),
    (Feature::Several,    [  14,  16,   0,   0,   0,   0,   0,   4,   0,   0]),
    (Feature::AllUnknown, [  14,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::NoneCommon, [  12,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::UnknownAlone,[ 10,  12,   8,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::TitleWord,  [ -50, -20,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Headed,     [ -35,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::PlaceOpener,[ -10,   0,  26,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Department, [ -20, -60,   0,   0, -60,   0,   0,   0,   0,   0]),
    (Feature::Family,     [  80,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::BodyLast,   [ -24,  16,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::BodyNamed,  [ -20,  34,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::BodySpokenFor,[ 0,  18,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Ampersand,  [ -50,  20,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Demonymic,  [   0,   0,   0,   0,   0,  26,   0,   0,   0,   0]),
    (Feature::Weak,       [  -6, -12,  -6,  -6,  -6,   0,  -6, -10, -10, -10]),
    (Feature::SeenSmall,  [ -30, -30, -20, -20, -20, -10, -20, -20, -20, -20]),
    (Feature::Quoted,     [   0,   0,   0,   0,   0,   0,   0,  10,   0,   0]),
    (Feature::Modifier,   [ -10,   6,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Possessive, [   4,   0,   0,   0,   0,   0,   0,   0,   0,   0]),
    (Feature::Seat,       [   0,   0,  90,   0,   0,   0,   0,   0,   0,   0]),
];

/// A label, and whether it is clear enough to bear on other mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) label: Label,
    pub(crate) clear: bool,
}

/// The label of a candidate, if it is a name.
pub(crate) fn decide(evidence: Evidence) -> Option<Decision> {
    let mut scores: Weights = [0; 10];
    for (feature, weights) in &WEIGHTS {
        if evidence.has(*feature) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += weight;
            }
        }
    }
    for (label, worth) in [(evidence.form, FORM), (evidence.known, KNOWN)] {
        if let Some(label) = label {
            scores[label as usize] += worth;
        }
    }
    if evidence.known == Some(Label::Person) {
        // "the Hope family", "the Hope campaign".
        scores[Label::Person as usize] += 20;
    }
    let (best, score) = scores
        .iter()
        .enumerate()
        .max_by_key(|(index, score)| (**score, scores.len() - index))?;
    (*score >= ENOUGH).then(|| Decision {
        label: LABEL_ORDER[best],
        clear: *score >= CLEAR,
    })
}
