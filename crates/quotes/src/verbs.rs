//! Cue verbs with their forms.
//!
//! Written for this project from general knowledge of news English. Regular
//! forms are derived, irregular ones listed.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a cue verb takes as its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbKind {
    /// say, tell: what follows is speech, even without "that" and whatever its verb.
    Say,
    /// announce, find: a clause follows only if there is a "that" or a finite verb.
    Report,
    /// shout, continue: only with quotation marks.
    Utter,
    /// call, describe: the quoted words in its complement are the speaker's.
    Label,
}

/// The form a cue verb has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// say: also the form after "to", a modal or a plural subject.
    Base,
    /// says
    Present,
    /// said: past or past participle.
    Past,
    /// saying
    Participle,
}

/// A form of a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CueVerb {
    pub(crate) lemma: &'static str,
    pub(crate) kind: VerbKind,
    pub(crate) form: VerbForm,
    /// Whether the word is as often a noun: "claims", "report".
    pub(crate) nounlike: bool,
    /// Whether the person spoken to stands between the verb and its content.
    pub(crate) addressee: bool,
}

/// Regular verbs. `+` doubles the last letter, `*` marks words that are as
/// often nouns, `>` those that take an addressee.
const REGULAR: &[(VerbKind, &str)] = &[
    (
        VerbKind::Say,
        "argue insist allege contend maintain reiterate assert",
    ),
    (
        VerbKind::Report,
        "add announce confirm reveal report* state* note* explain warn> suggest indicate stress \
         emphasise emphasize acknowledge admit+ concede deny estimate* conclude rule* declare \
         recall remark* observe comment* claim* tweet* testify reply* respond answer* agree \
         complain promise*> pledge* vow* advise> disclose clarify mention* hint* imply speculate \
         predict caution* boast* joke* lament* determine recommend specify stipulate inform> \
         remind> assure> notify> post* establish accept protest* counter reason* elaborate \
         affirm attest recount relate underline underscore highlight* signal*+ project* \
         calculate learn surmise reaffirm confess divulge proclaim profess propose* submit+ \
         certify echo* object* rejoin point",
    ),
    (
        VerbKind::Utter,
        "continue shout* yell* whisper* cry* exclaim ask> quip+ muse gush snap+ interject urge*> \
         beg>+ plead demand* scream* chant* laugh* sigh* stammer mutter murmur* roar* bark* \
         retort* fume enthuse volunteer* venture* rant* rail appeal* opine react wonder* \
         query* question* remember reminisce shrug+ marvel grumble groan moan sob+ \
         scoff sneer chuckle giggle hiss holler crow jest chime tease text* message*> email*> order*> command* instruct>",
    ),
    (
        VerbKind::Label,
        "call brand* dub+ label* term* characterise characterize describe slam+ praise* condemn \
         denounce criticise criticize blame* refer+ talk* thank apologise apologize hail* cite \
         blast* attack* dismiss decry mock* laud welcome* reject advocate* brush accuse justify \
         offer* share* express lambast deride liken compare rate* view* rubbish* salute* deem \
         pinpoint nickname* ridicule* defend pan+ applaud",
    ),
];

/// Irregular verbs: base, present, past, past participle, participle.
const IRREGULAR: &[(VerbKind, &str, bool)] = &[
    (VerbKind::Say, "say says said said saying", false),
    (VerbKind::Say, "tell tells told told telling", true),
    (
        VerbKind::Report,
        "write writes wrote written writing",
        false,
    ),
    (VerbKind::Report, "find finds found found finding", false),
    (VerbKind::Report, "show shows showed shown showing", false),
    (VerbKind::Utter, "read reads read read reading", false),
    (VerbKind::Report, "swear swears swore sworn swearing", false),
    (VerbKind::Report, "hear hears heard heard hearing", false),
    (VerbKind::Utter, "go goes went gone going", false),
    (VerbKind::Utter, "begin begins began begun beginning", false),
    (VerbKind::Label, "speak speaks spoke spoken speaking", false),
    (VerbKind::Label, "quote quotes quoted quoted quoting", false),
];

static FORMS: LazyLock<HashMap<String, CueVerb>> = LazyLock::new(|| {
    let mut forms = HashMap::with_capacity(1024);
    for &(kind, verbs, addressee) in IRREGULAR {
        let mut words = verbs.split_ascii_whitespace();
        let Some(lemma) = words.next() else { continue };
        let of = |form| CueVerb {
            lemma,
            kind,
            form,
            nounlike: false,
            addressee,
        };
        forms.insert(lemma.to_owned(), of(VerbForm::Base));
        let rest = [
            VerbForm::Present,
            VerbForm::Past,
            VerbForm::Past,
            VerbForm::Participle,
        ];
        for (word, form) in words.zip(rest) {
            // "read" is a past form first.
            forms.insert(word.to_owned(), of(form));
        }
    }
    for &(kind, verbs) in REGULAR {
        for entry in verbs.split_ascii_whitespace() {
            let lemma = entry.trim_end_matches(['+', '*', '>']);
            let nounlike = entry.contains('*');
            let addressee = entry.contains('>');
            let of = |form| CueVerb {
                lemma,
                kind,
                form,
                nounlike,
                addressee,
            };
            let stem = Stem::new(lemma, entry.contains('+'));
            forms.entry(lemma.to_owned()).or_insert(of(VerbForm::Base));
            forms.entry(stem.present()).or_insert(of(VerbForm::Present));
            forms.entry(stem.with("ed")).or_insert(of(VerbForm::Past));
            forms
                .entry(stem.with("ing"))
                .or_insert(of(VerbForm::Participle));
        }
    }
    forms
});

/// Regular English inflection.
struct Stem {
    lemma: &'static str,
    doubled: bool,
}

impl Stem {
    fn new(lemma: &'static str, doubled: bool) -> Self {
        Self { lemma, doubled }
    }

    /// The lemma without an ending `y` behind a consonant.
    fn before_y(&self) -> Option<&'static str> {
        let stem = self.lemma.strip_suffix('y')?;
        (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
    }

    fn present(&self) -> String {
        if let Some(stem) = self.before_y() {
            return format!("{stem}ies");
        }
        let hisses = ["s", "sh", "ch", "x", "o"]
            .iter()
            .any(|end| self.lemma.ends_with(end));
        format!("{}{}", self.lemma, if hisses { "es" } else { "s" })
    }

    fn with(&self, ending: &str) -> String {
        let doubled = if self.doubled {
            self.lemma.chars().next_back()
        } else {
            None
        };
        let stem = match self.before_y() {
            Some(stem) if ending == "ed" => return format!("{stem}ied"),
            _ => self.lemma.strip_suffix('e').unwrap_or(self.lemma),
        };
        // "agreeing", but "agreed".
        let stem = if stem.ends_with('e') && ending == "ing" {
            self.lemma
        } else {
            stem
        };
        doubled.map_or_else(
            || format!("{stem}{ending}"),
            |c| format!("{stem}{c}{ending}"),
        )
    }
}

/// The cue verb that a folded word is a form of.
pub(crate) fn cue_verb(folded: &str) -> Option<CueVerb> {
    FORMS.get(folded).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_back_to_their_lemma() {
        for (form, lemma) in [
            ("said", "say"),
            ("told", "tell"),
            ("denied", "deny"),
            ("admitting", "admit"),
            ("announces", "announce"),
            ("replies", "reply"),
            ("urged", "urge"),
            ("declaring", "declare"),
            ("stresses", "stress"),
            ("agreed", "agree"),
            ("begging", "beg"),
        ] {
            assert_eq!(cue_verb(form).map(|verb| verb.lemma), Some(lemma), "{form}");
        }
        assert_eq!(cue_verb("danced"), None);
    }
}
