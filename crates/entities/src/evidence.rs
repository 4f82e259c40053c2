//! What speaks for and against each reading of a candidate. No weights here:
//! they are in [`crate::decision`].

use onrecord_core::layers::{Case, Label, TokenKind};

use crate::candidates::{Candidate, Form};
use crate::gazetteer::Classes;
use crate::layout::class;
use crate::memory::Memory;
use crate::surroundings;
use crate::titles;
use crate::words::{Capital, Words};

/// A set of features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    bits: u64,
    /// The label that the form itself shows: a head noun, an acronym.
    pub(crate) form: Option<Label>,
    /// The label that the document gives the same words elsewhere.
    pub(crate) known: Option<Label>,
}

/// A fact about a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Feature {
    /// A title directly before it.
    Titled,
    /// A role written small directly before it: "leader …".
    Role,
    /// A verb of saying after it.
    CueAfter,
    /// A verb of saying before it.
    CueBefore,
    /// ", 42," after it, "42-year-old" before it.
    Age,
    /// Two words or more, the first a given name.
    GivenFirst,
    /// Two words or more, the last a surname.
    SurnameLast,
    /// One word, a given name.
    GivenAlone,
    /// One word, a given name and nothing else.
    GivenOnly,
    /// One word, a surname.
    SurnameAlone,
    /// An initial inside: "J."
    Initial,
    /// A small word inside: "van".
    Particle,
    /// "in", "at", "near" before it.
    InPlace,
    /// "the" before it.
    The,
    /// A place after a comma: "…, Texas".
    PlaceAfter,
    Country,
    State,
    City,
    Place,
    Region,
    Facility,
    People,
    Body,
    WeakBody,
    Listed,
    Event,
    Law,
    Product,
    Work,
    /// One word in capitals, in a line that is not.
    Letters,
    /// Every word is a word of the language.
    AllCommon,
    /// The last word is.
    LastCommon,
    /// Two words or more.
    Several,
    /// Two words or more, none on any list.
    AllUnknown,
    /// Two words or more, none a word of the language.
    NoneCommon,
    /// One word on no list, with a capital that says something.
    UnknownAlone,
    /// One word that is a title, without a name: "the Queen".
    TitleWord,
    /// A head noun closes or opens it.
    Headed,
    /// "New …", "San …".
    PlaceOpener,
    /// The department in a role: "director of Adult Services".
    Department,
    /// "the" and the plural of a surname: a family.
    Family,
    /// The last word is a plural or a region, the first no given name: "… Crossings", "… South".
    BodyLast,
    /// Called a charity, a band … directly before or after it.
    BodyNamed,
    /// Somebody speaks for it or leads it: "on behalf of …".
    BodySpokenFor,
    /// "&" inside.
    Ampersand,
    /// An unknown word in -ans or -ians.
    Demonymic,
    /// Its capital says nothing.
    Weak,
    /// One word, also written small in the document.
    SeenSmall,
    /// Inside quotation marks of its own.
    Quoted,
    /// Followed by a small noun, as a modifier.
    Modifier,
    /// A genitive of it follows.
    Possessive,
    /// What a member of parliament sits for: "(Lab, Leeds South)".
    Seat,
}

impl Evidence {
    pub(crate) const fn has(self, feature: Feature) -> bool {
        self.bits >> feature as u8 & 1 == 1
    }

    fn set(&mut self, feature: Feature, holds: bool) {
        self.bits |= u64::from(holds) << feature as u8;
    }
}

/// Collects the evidence on a candidate.
pub(crate) fn collect(words: &Words<'_>, candidate: &Candidate, memory: &Memory) -> Evidence {
    let tokens = &candidate.tokens;
    let plain_word = tokens.len() == 1
        && words.capital(tokens.start) == Capital::Weak
        && words
            .classes(tokens.start)
            .any(class::COMMON | class::FUNCTION);
    let known = memory.label(words, tokens);
    let mut evidence = Evidence {
        known: known.filter(|label| !plain_word || *label == Label::Person),
        ..Evidence::default()
    };
    match candidate.form {
        Form::Headed(label) | Form::Opened(label) | Form::Acronym(label) => {
            evidence.form = Some(label);
        }
        Form::Listed(lists) => add_lists(&mut evidence, lists),
        Form::Titled | Form::Other => {}
    }
    evidence.set(Feature::Titled, candidate.form == Form::Titled);
    evidence.set(
        Feature::Role,
        candidate.form != Form::Titled && candidate.title.is_some(),
    );
    add_words(&mut evidence, words, candidate);
    add_surroundings(&mut evidence, words, candidate);
    evidence
}

fn add_lists(evidence: &mut Evidence, lists: Classes) {
    for (feature, bits) in [
        (Feature::Country, class::COUNTRY),
        (Feature::State, class::STATE),
        (Feature::City, class::CITY),
        (Feature::Place, class::PLACE),
        (Feature::Region, class::REGION),
        (Feature::Facility, class::FACILITY),
        (Feature::People, class::PEOPLE),
        (Feature::Body, class::BODY),
        (Feature::WeakBody, class::WEAK_BODY),
        (Feature::Listed, class::LISTED),
        (Feature::Event, class::EVENT),
        (Feature::Law, class::LAW),
        (Feature::Product, class::PRODUCT),
        (Feature::Work, class::WORK),
    ] {
        evidence.set(feature, lists.any(bits));
    }
}

fn add_words(evidence: &mut Evidence, words: &Words<'_>, candidate: &Candidate) {
    let tokens = candidate.tokens.clone();
    let (first, last) = (words.classes(tokens.start), words.classes(tokens.end - 1));
    let several = tokens.len() > 1;
    let spelled = |at: usize| words.kind(at) == Some(TokenKind::Word) && words.capitalised(at);
    let all = |bits| {
        tokens
            .clone()
            .filter(|at| spelled(*at))
            .all(|at| words.classes(at).any(bits))
    };
    let known = class::COMMON | class::FUNCTION;
    evidence.set(Feature::GivenFirst, several && first.any(class::GIVEN));
    evidence.set(Feature::SurnameLast, several && last.any(class::SURNAME));
    evidence.set(Feature::GivenAlone, !several && first.any(class::GIVEN));
    let gendered = first.any(class::FEMALE | class::MALE);
    let other = class::COMMON | class::SURNAME | class::TITLE | class::HEAD | class::CALENDAR;
    evidence.set(
        Feature::GivenOnly,
        !several
            && gendered
            && !first.any(other)
            && !first.is_place()
            && words.capital(tokens.start) == Capital::Strong,
    );
    evidence.set(Feature::SurnameAlone, !several && first.any(class::SURNAME));
    let initial = |at: usize| words.str(at).len() == 2 && words.str(at).ends_with('.');
    evidence.set(Feature::Initial, several && tokens.clone().any(initial));
    let particle = |at: usize| titles::is_particle(words, at);
    evidence.set(Feature::Particle, several && tokens.clone().any(particle));
    evidence.set(Feature::Several, several);
    let plain = candidate.form == Form::Other;
    let doubted = evidence.known.is_none();
    evidence.set(Feature::AllCommon, doubted && all(known));
    evidence.set(Feature::LastCommon, last.any(known));
    let weak = tokens
        .clone()
        .all(|at| words.capital(at) != Capital::Strong);
    let unknown = tokens.clone().all(|at| !words.classes(at).listed());
    evidence.set(Feature::AllUnknown, several && unknown);
    let common = |at: usize| words.classes(at).any(known);
    evidence.set(Feature::NoneCommon, several && !tokens.clone().any(common));
    let office = plain && doubted && !several && first.any(class::TITLE);
    evidence.set(Feature::TitleWord, office);
    let alone = !several && unknown && !weak;
    evidence.set(Feature::UnknownAlone, alone);
    let headed = matches!(candidate.form, Form::Headed(_) | Form::Opened(_));
    evidence.set(Feature::Headed, headed);
    evidence.set(
        Feature::BodyLast,
        several && plain && surroundings::closes_like_a_body(words, &tokens),
    );
    let openers = [
        "New", "San", "Santa", "Los", "Las", "Port", "Puerto", "Saint", "Fort",
    ];
    evidence.set(
        Feature::PlaceOpener,
        several && openers.contains(&words.str(tokens.start)),
    );
    evidence.set(
        Feature::Ampersand,
        tokens.clone().any(|at| words.str(at) == "&"),
    );
    let people = words.str(tokens.start).ends_with("ans") && !first.listed();
    evidence.set(Feature::Demonymic, !several && people);
    evidence.set(Feature::Weak, weak);
    let letters = |at: usize| words.str(at).chars().all(|c| c.is_alphabetic() || c == '-');
    evidence.set(
        Feature::Letters,
        plain
            && letters(tokens.start)
            && !several
            && !weak
            && words.case(tokens.start) == Case::Upper,
    );
    evidence.set(
        Feature::SeenSmall,
        plain && doubted && !several && words.seen(tokens.start).small > 0,
    );
}

fn add_surroundings(evidence: &mut Evidence, words: &Words<'_>, candidate: &Candidate) {
    let (start, end) = (candidate.tokens.start, candidate.tokens.end);
    let sentence = &words.sentences()[candidate.sentence];
    let before = start.checked_sub(1).filter(|at| *at >= sentence.start);
    let inside = |at: usize| at < sentence.end;
    evidence.set(
        Feature::CueAfter,
        inside(end) && words.case(end) == Case::Lower && words.classes(end).any(class::CUE),
    );
    evidence.set(
        Feature::Age,
        before.is_some_and(|at| words.is_age(at))
            || inside(end + 1)
                && words.str(end) == ","
                && words.kind(end + 1) == Some(TokenKind::Number)
                && words.str(end + 1).len() <= 2
                && (!inside(end + 2) || words.kind(end + 2) != Some(TokenKind::Word)),
    );
    let places = class::COUNTRY | class::STATE;
    evidence.set(
        Feature::PlaceAfter,
        inside(end + 1)
            && words.str(end) == ","
            && words.capitalised(end + 1)
            && words.longest(end + 1, sentence.end, places).is_some(),
    );
    evidence.set(
        Feature::BodyNamed,
        surroundings::is_called_a_body(words, sentence, &candidate.tokens),
    );
    evidence.set(
        Feature::BodySpokenFor,
        surroundings::is_spoken_for(words, sentence, start),
    );
    let marked = inside(end) && words.kind(end) == Some(TokenKind::Mark);
    evidence.set(
        Feature::Possessive,
        inside(end) && words.kind(end) == Some(TokenKind::Clitic),
    );
    evidence.set(
        Feature::Modifier,
        inside(end)
            && words.case(end) == Case::Lower
            && words.classes(end).any(class::COMMON)
            && !words.classes(end).any(class::CUE),
    );
    evidence.set(
        Feature::Seat,
        surroundings::is_seat(words, sentence, &candidate.tokens),
    );
    let Some(before) = before else { return };
    let classes = words.classes(before);
    evidence.set(
        Feature::CueBefore,
        classes.any(class::CUE) && !words.capitalised(before),
    );
    let place = ["in", "at", "near", "outside", "across", "around", "through"];
    // One may write to a person as well.
    let way = ["from", "to"];
    let namesake = words.classes(start).any(class::SURNAME);
    evidence.set(
        Feature::InPlace,
        words.is_one_of(before, &place) || !namesake && words.is_one_of(before, &way),
    );
    evidence.set(
        Feature::Department,
        surroundings::is_department(words, sentence, &candidate.tokens),
    );
    let the = words.is(before, "the");
    evidence.set(Feature::The, the);
    let family = the && candidate.form == Form::Other && end == start + 1;
    evidence.set(Feature::Family, family && words.is_plural_of_name(start));
    evidence.set(
        Feature::Quoted,
        marked && words.kind(before) == Some(TokenKind::Mark),
    );
}
