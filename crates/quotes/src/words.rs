//! Closed word classes: the grammar that finding a clause and its subject needs.
//!
//! Not a part-of-speech tagger. Function words are few and listed whole; nouns
//! that stand for speakers are listed by what they stand for; everything else
//! is a plain word.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word is to the clause around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordClass {
    /// he, she, they, it, …: can be the subject of a cue.
    Pronoun,
    /// who, which.
    Relative,
    /// a, the, his, this, …: opens a noun phrase.
    Determiner,
    /// in, of, for, …
    Preposition,
    /// Forms of be.
    Be,
    /// Forms of have and do.
    Auxiliary,
    /// would, can, …
    Modal,
    /// not, never, and contracted forms.
    Negation,
    /// Adverbs that stand between a subject and its cue.
    Adverb,
    /// and, or, nor.
    Coordinator,
    /// but, yet.
    Adversative,
    /// because, while, after, …: opens a subordinate clause.
    Subordinator,
    /// whether, how, why, …: opens an indirect question.
    Interrogative,
    /// that
    That,
    /// to
    To,
    /// as
    As,
    /// Irregular past forms, finite without an auxiliary.
    PastForm,
    /// Nouns for persons by role: spokesman, minister, officers.
    Role,
    /// Nouns for writings that speak: report, letter, survey.
    Writing,
    /// Nouns for bodies: force, council, company.
    Body,
    /// Nouns that report: claim, warning.
    CueNoun,
    /// Anything else.
    Other,
}

const CLASSES: &[(WordClass, &str)] = &[
    (
        WordClass::Pronoun,
        "he she they it we i you there he's she's they're it's we're i'm",
    ),
    (WordClass::Relative, "who which"),
    (
        WordClass::Determiner,
        "a an the this these those his her its their our my your some any each every no another \
         both all several many most few one two three four five six seven eight nine ten more \
         other what whose",
    ),
    (
        WordClass::Preposition,
        "in on at of for from by with without about into over under between among during through \
         across against towards toward upon within near behind beyond outside inside via despite \
         amid off up down out around like unlike including following regarding concerning \
         alongside per versus onto beside besides throughout past",
    ),
    (
        WordClass::Be,
        "is are was were be been being am isn't aren't wasn't weren't",
    ),
    (
        WordClass::Auxiliary,
        "has have had having do does did hasn't haven't hadn't don't doesn't didn't",
    ),
    (
        WordClass::Modal,
        "will would can could may might must shall should won't wouldn't can't cannot couldn't \
         shouldn't mustn't needn't ought",
    ),
    (WordClass::Negation, "not never nor neither nobody none"),
    (
        WordClass::Adverb,
        "also later then earlier previously subsequently further recently now today yesterday \
         tonight tomorrow again still already just only even publicly repeatedly reportedly \
         allegedly simply always often once clearly first finally initially meanwhile however \
         moreover furthermore additionally instead therefore thus too officially formally \
         privately openly quickly bluntly strongly falsely specifically explicitly merely \
         reluctantly angrily famously sarcastically jokingly tearfully wrongly rightly \
         consistently categorically briefly directly separately similarly likewise afterwards \
         afterward soon here online",
    ),
    (WordClass::Coordinator, "and or"),
    (WordClass::Adversative, "but yet"),
    (
        WordClass::Subordinator,
        "because while whereas although though after before since until till unless when where \
         if once so than lest whilst",
    ),
    (WordClass::Interrogative, "whether how why"),
    (WordClass::That, "that"),
    (WordClass::To, "to"),
    (WordClass::As, "as"),
    (
        WordClass::PastForm,
        "became began broke brought built came caught chose cost cut dealt did drew drove fell \
         felt fled flew forgot fought found froze gave got grew went had heard held hid hit hurt \
         kept knew laid led left lent let lost made meant met paid put quit ran rose sat saw sank \
         seemed seems sent set shook shot shut sold sought spent spoke stood stole struck swept \
         swore took taught threw understood underwent withdrew woke won wore beat bore overcame \
         wants want remains remain means mean makes make takes take goes go comes come \
         gives give show deserves deserve expects expect \
         feels feel knows know thinks think believes believe requires require includes \
         include supports support lives exists contains happens appears continues follows lies",
    ),
    (
        WordClass::Role,
        "spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen officer officers \
         official officials minister ministers secretary president chairman chairwoman chair \
         chairperson chief chiefs boss bosses director directors manager managers leader leaders \
         mayor governor senator senators congressman congresswoman lawmaker lawmakers mp mps peer \
         peers councillor councillors commissioner commissioners constable constables detective \
         detectives inspector inspectors sergeant superintendent judge judges justice justices \
         prosecutor prosecutors lawyer lawyers solicitor solicitors barrister barristers attorney \
         attorneys counsel coroner magistrate magistrates doctor doctors nurse nurses surgeon \
         surgeons professor professors researcher researchers scientist scientists expert experts \
         analyst analysts economist economists academic academics author authors co-author writer \
         writers journalist journalists reporter reporters editor editors correspondent critic \
         critics campaigner campaigners activist activists protester protesters protestor \
         protesters' demonstrators organiser organisers organizer organizers resident residents \
         neighbour neighbours neighbor neighbors witness witnesses eyewitness eyewitnesses victim \
         victims survivor survivors passenger passengers driver drivers pilot teacher teachers \
         headteacher headmaster student students pupil pupils parent parents mother father mum dad \
         son daughter brother sister husband wife widow family families relative relatives friend \
         friends woman man girl boy women men child children teenager owner owners founder founders \
         executive executives entrepreneur investor investors trader shareholder worker workers \
         employee employees employer employers staff farmer farmers fisherman fan fans supporter \
         supporters player players captain coach manager's striker defender goalkeeper midfielder \
         trainer referee athlete athletes bishop archbishop priest vicar pope imam rabbi cleric \
         soldier soldiers general commander admiral colonel ambassador diplomat diplomats envoy \
         source sources insider insiders aide aides adviser advisers advisor advisors candidate \
         candidates politician politicians opponent opponents rival rivals defendant plaintiff \
         claimant complainant negotiator negotiators firefighter firefighters paramedic paramedics \
         engineer engineers historian historians artist actor actress singer musician author's \
         consultant consultants expert's \
         treasurer premier chancellor king queen prince princess duke deputy clerk curator \
         archaeologist archaeologists biologist conservationist conservationists ecologist \
         meteorologist meteorologists forecaster forecasters volunteer volunteers caller carer \
         carers patient patients customer customers tenant tenants landlord trustee trustees \
         sheriff marshal warden investigator investigators prosecution defence defense convict",
    ),
    (
        WordClass::Writing,
        "report reports study studies survey statement letter letters review inquiry document \
         documents paper memo email e-mail tweet post article ruling judgment judgement verdict \
         indictment complaint lawsuit petition manifesto notice dossier analysis research poll \
         data figures statistics press-release release audit findings blog note announcement \
         message sign placard poster book guidance bill law act constitution agreement deal \
         investigation summary column editorial transcript text filing record records evidence",
    ),
    (
        WordClass::Body,
        "force police council authority authorities company firm trust charity union party \
         department ministry government agency committee commission court tribunal panel jury \
         parliament university college school hospital club federation association society group \
         organisation organization foundation institute board body bank airline airport network \
         broadcaster newspaper magazine outlet outlets media campaign team service services \
         administration bureau office regulator regulators watchdog watchdogs inspectorate \
         operator retailer supplier developer manufacturer \
         corporation prosecutors' coalition opposition army military navy",
    ),
    (
        WordClass::CueNoun,
        "claim claims allegation allegations accusation accusations warning warnings suggestion \
         suggestions assertion assertions admission insistence contention denial revelation \
         revelations rumour rumours rumor rumors complaint complaints speculation prediction \
         predictions conclusion remark remarks comment comments assurance assurances argument \
         arguments belief",
    ),
];

static LEXICON: LazyLock<HashMap<&'static str, WordClass>> = LazyLock::new(|| {
    let mut lexicon = HashMap::with_capacity(1024);
    for (class, words) in CLASSES {
        for word in words.split_ascii_whitespace() {
            // The earlier class wins: the closed ones stand first.
            lexicon.entry(word).or_insert(*class);
        }
    }
    lexicon
});

/// Longest word looked up; longer ones are in no list.
const MAX_WORD: usize = 24;

/// A word in lower case with straight apostrophes, on the stack.
#[derive(Debug)]
pub(crate) struct Folded {
    bytes: [u8; MAX_WORD],
    len: usize,
}

impl Folded {
    /// Folds a word; `None` if it is too long or has letters beyond ASCII,
    /// which none of the lists has.
    pub(crate) fn new(word: &str) -> Option<Self> {
        let mut folded = Self {
            bytes: [0; MAX_WORD],
            len: 0,
        };
        for c in word.chars() {
            let c = if c == '’' {
                '\''
            } else {
                c.to_ascii_lowercase()
            };
            if !c.is_ascii() || folded.len == MAX_WORD {
                return None;
            }
            folded.bytes[folded.len] = c as u8;
            folded.len += 1;
        }
        Some(folded)
    }

    /// The folded word.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// Words in -ly that are no adverbs.
const NOT_ADVERBS: &str = "ally anomaly apply assembly belly bully butterfly comply early elderly \
                           friendly imply italy july lovely monopoly multiply rally rely supply \
                           daily weekly monthly yearly ugly fly";

/// The class of a folded word.
pub(crate) fn word_class(folded: &str) -> WordClass {
    if let Some(class) = LEXICON.get(folded) {
        return *class;
    }
    let adverb = folded.len() > 4
        && folded.ends_with("ly")
        && !NOT_ADVERBS.split(' ').any(|word| word == folded);
    if adverb {
        WordClass::Adverb
    } else {
        WordClass::Other
    }
}

/// The dictionary form of a cue noun: "claims" is "claim".
pub(crate) fn cue_noun_lemma(word: &str) -> Option<&'static str> {
    let folded = Folded::new(word)?;
    let word = folded.as_str();
    let stem = word.strip_suffix('s').unwrap_or(word);
    let (lemma, class) = LEXICON.get_key_value(stem)?;
    (*class == WordClass::CueNoun).then_some(lemma)
}

/// Whether a determiner can stand alone for people: "some said", "two of the
/// divers". Not "all" and "both", which follow their subject: "they all said".
pub(crate) fn is_quantifier(word: &str) -> bool {
    const QUANTIFIERS: &[&str] = &[
        "some", "many", "most", "several", "few", "another", "one", "two", "three", "four", "five",
    ];
    QUANTIFIERS
        .iter()
        .any(|quantifier| word.eq_ignore_ascii_case(quantifier))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_before_they_are_looked_up() {
        let class = |word: &str| Folded::new(word).map(|folded| word_class(folded.as_str()));
        assert_eq!(class("Didn’t"), Some(WordClass::Auxiliary));
        assert_eq!(class("Spokeswoman"), Some(WordClass::Role));
        assert_eq!(class("breadfruit"), Some(WordClass::Other));
        assert_eq!(class("naïve"), None);
    }

    #[test]
    fn closed_classes_win() {
        assert_eq!(word_class("had"), WordClass::Auxiliary);
        assert_eq!(word_class("once"), WordClass::Adverb);
    }
}
