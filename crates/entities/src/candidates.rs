//! Where names may be: runs of capitalised words, cut into single names.
//!
//! Nothing is labelled here but for what the form alone decides; see
//! [`crate::evidence`] and [`crate::decision`].

use std::ops::Range;

use onrecord_core::layers::{Case, Label, TokenKind};
use onrecord_core::{Budget, ProcessError};

use crate::gazetteer::{self, Classes, TitleKind};
use crate::layout::class;
use crate::runs::{NAMES, Runs};
use crate::titles;
use crate::words::{Capital, Words};

/// Words for a part of a body behind its name: "BBC Sport", "Army Reserve".
const BRANCHES: [&str; 13] = [
    "East",
    "International",
    "Midlands",
    "News",
    "North",
    "Online",
    "Radio",
    "Reserve",
    "Reserves",
    "South",
    "Sport",
    "System",
    "West",
];

/// Words written small between a place and the noun of a body: "Leeds crown court".
const KINDS: [&str; 13] = [
    "appeals",
    "borough",
    "city",
    "county",
    "criminal",
    "crown",
    "district",
    "federal",
    "high",
    "magistrates",
    "regional",
    "supreme",
    "town",
];

/// Nouns for businesses that headline English puts before their names:
/// "Developer Qwelby Group".
const TRADES: [&str; 16] = [
    "airline",
    "brewer",
    "broadcaster",
    "carmaker",
    "charity",
    "contractor",
    "developer",
    "housebuilder",
    "insurer",
    "landlord",
    "lender",
    "manufacturer",
    "publisher",
    "regulator",
    "retailer",
    "supermarket",
];

/// What the form of a candidate shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A title stands before it.
    Titled,
    /// The whole of it stands on these lists.
    Listed(Classes),
    /// Its head noun says what it is: "… Commission", "University of …".
    Headed(Label),
    /// Its first word says what it is: "Operation …".
    Opened(Label),
    /// A known acronym.
    Acronym(Label),
    /// Capitalised words.
    Other,
}

/// A possible name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) tokens: Range<usize>,
    pub(crate) form: Form,
    /// The title directly before it.
    pub(crate) title: Option<Range<usize>>,
    /// Index of its sentence.
    pub(crate) sentence: usize,
}

/// All candidates of a document, in order, not overlapping.
pub(crate) fn find(words: &Words<'_>, budget: &Budget) -> Result<Vec<Candidate>, ProcessError> {
    let mut finder = Finder {
        words,
        runs: Runs { words },
        found: Vec::new(),
        sentence: 0,
        from: 0,
    };
    for (sentence, tokens) in words.sentences().iter().enumerate() {
        budget.spend(16 * tokens.len() as u64)?;
        finder.sentence = sentence;
        finder.from = tokens.start;
        finder.scan(tokens);
    }
    Ok(finder.found)
}

struct Finder<'w, 'd> {
    words: &'w Words<'d>,
    runs: Runs<'w, 'd>,
    found: Vec<Candidate>,
    sentence: usize,
    /// Behind the last candidate, or where the sentence begins.
    from: usize,
}

impl Finder<'_, '_> {
    fn scan(&mut self, sentence: &Range<usize>) {
        let mut at = sentence.start;
        if let Some(dateline) = self.words.dateline(at) {
            for (name, label) in &dateline.names {
                self.push(name.clone(), Form::Headed(*label));
            }
            at = dateline.tokens.end;
            self.from = at;
        }
        while at < sentence.end {
            if let Some(end) = self.election(at, sentence.end) {
                at = self.push(at..end, Form::Headed(Label::Event));
                continue;
            }
            if !self.runs.opens(at, sentence.end) {
                at += 1;
                continue;
            }
            let end = self.runs.end(at, sentence.end);
            while at < end {
                at = self.cut(at, end, sentence.end);
            }
        }
    }

    /// Behind an election with its year: "2024 French presidential election".
    fn election(&self, at: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let year = words.str(at);
        let dated = words.kind(at) == Some(TokenKind::Number) && year.len() == 4;
        if !dated || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let kinds = [
            "presidential",
            "general",
            "midterm",
            "parliamentary",
            "mayoral",
            "local",
            "snap",
            "federal",
            "primary",
            "senate",
            "party",
            "and",
        ];
        let nouns = [
            "election",
            "elections",
            "primaries",
            "referendum",
            "by-election",
            "caucus",
            "caucuses",
        ];
        let noun = (at + 1..limit.min(at + 9))
            .take_while(|next| {
                words.capitalised(*next)
                    || words.is_one_of(*next, &kinds)
                    || words.is_one_of(*next, &nouns)
            })
            .find(|next| words.is_one_of(*next, &nouns))?;
        Some(noun + 1)
    }

    /// Takes the name at `at` off a run and says where the next may begin.
    fn cut(&mut self, at: usize, end: usize, limit: usize) -> usize {
        let words = self.words;
        let number = words.kind(at) == Some(TokenKind::Number);
        if !words.capitalised(at)
            && !number
            && words.case(at) == Case::Lower
            && !self.runs.opens(at, end)
        {
            return at + 1;
        }
        if !matches!(words.kind(at), Some(TokenKind::Word | TokenKind::Number)) {
            return at + 1;
        }
        if self.only_opens_sentence(at, end) {
            return at + 1;
        }
        if let Some(title) = titles::opening(words, at, end)
            && let Some(next) = self.cut_titled(at, title, end)
        {
            return next;
        }
        if self.owns_genitive(at) {
            return self.push(at..at + 2, Form::Headed(Label::Org));
        }
        let listed = words
            .longest(at, end, NAMES)
            .filter(|(to, _)| self.runs.reads_as_name(at..*to));
        let listed = listed.filter(|(to, lists)| !self.only_letters(at, *to, *lists));
        let bound = self.next_title(at + 1, listed.map_or(at + 1, |(to, _)| to), end);
        let listed = match listed {
            Some((to, _)) if to > bound => words.longest(at, bound, NAMES),
            _ => listed,
        };
        let opened = self.opened(at, bound);
        let headed = self.headed(at, bound);
        let best = [
            listed.map(|(to, lists)| (to, 2, Form::Listed(lists))),
            headed.map(|(to, label)| (to, 1, Form::Headed(label))),
            opened.map(|(to, label)| (to, 0, Form::Opened(label))),
        ];
        let best = best
            .into_iter()
            .flatten()
            .max_by_key(|(to, rank, _)| (*to, *rank));
        match best {
            Some((to, _, form)) if to > at + 1 || self.stands_alone(at, bound) => {
                let to = self.with_branch(to, bound, form);
                let to = self.with_year(to, limit, form);
                let to = self.small_head(at, to, limit, form);
                match to {
                    Ok(to) => self.push(at..to, form),
                    Err(to) => self.push(at..to, Form::Headed(Label::Org)),
                }
            }
            _ => self.cut_other(at, bound),
        }
    }

    /// A common word at the beginning of a sentence, or a role with a capital,
    /// before a name that is complete without it: "Critics John Hope and …".
    fn only_opens_sentence(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let classes = words.classes(at);
        let trade = words.capital(at) == Capital::Weak && words.is_one_of(at, &TRADES);
        if trade && at + 1 < end {
            return !words
                .classes(at + 1)
                .any(class::COMMON | class::HEAD | class::FUNCTION);
        }
        // "Head of Policy Ann Hope".
        let object = at > 0 && words.is_one_of(at - 1, &["of", "for", "and"]);
        let role = (classes.any(class::ROLE) || object && classes.any(class::COMMON))
            && titles::is_full_name(words, at + 1, end);
        if words.capital(at) != Capital::Weak && !role
            || !classes.any(class::COMMON | class::ROLE)
            || classes.any(class::GIVEN | class::TITLE | class::OPENER | class::PEOPLE)
            || at + 1 >= end
            || words
                .longest(at, end, NAMES)
                .is_some_and(|(to, _)| to > at + 1)
            || self.headed(at, end).is_some()
        {
            return false;
        }
        let next = words.classes(at + 1);
        let complete = next.any(class::GIVEN)
            || next.is_place()
            || next.any(class::PEOPLE | class::BODY)
            || words.acronym(at + 1).is_some();
        complete && !(next.any(class::COMMON) && words.capital(at + 1) == Capital::Weak)
    }

    /// Letters are no village or given name that happens to be spelled so.
    fn only_letters(&self, at: usize, to: usize, lists: Classes) -> bool {
        let other = class::COUNTRY | class::BODY | class::WEAK_BODY | class::PRODUCT | class::EVENT;
        to == at + 1
            && self.words.capital(at) == Capital::Strong
            && self.words.case(at) == Case::Upper
            && !lists.any(other | class::STATE | class::LISTED)
    }

    /// Whether a listed single word is a name by itself, rather than the
    /// first of several unknown ones.
    fn stands_alone(&self, at: usize, bound: usize) -> bool {
        let words = self.words;
        if at + 1 >= bound || !words.capitalised(at + 1) {
            return true;
        }
        let (own, next) = (words.classes(at), words.classes(at + 1));
        if own.any(class::PEOPLE | class::COUNTRY) && !own.any(class::GIVEN) {
            return true;
        }
        if own.is_place() && !own.any(class::GIVEN) && titles::is_full_name(words, at + 1, bound) {
            return true;
        }
        if own.any(class::GIVEN | class::SURNAME) && (next.any(class::SURNAME) || !next.listed()) {
            return false;
        }
        !next.any(class::COMMON | class::SURNAME) && next.listed()
    }

    fn cut_titled(&mut self, at: usize, title: titles::Opening, end: usize) -> Option<usize> {
        let words = self.words;
        // "Queen Elizabeth Hospital", "Lord Mayor's Parlour", "President's Cup".
        let honorary = matches!(
            title.kind,
            TitleKind::Royal | TitleKind::Peer | TitleKind::Honour | TitleKind::Clergy
        );
        let headed = self
            .headed(at, end)
            .filter(|(to, _)| *to > title.end && *to == end);
        if !title.strong
            && words
                .longest(at, end, NAMES)
                .is_some_and(|(to, _)| to > at + 1)
        {
            return None;
        }
        if headed.is_some() && (honorary || !title.strong) {
            return None;
        }
        if title.end < end && titles::names_a_person(words, title.end, title.strong) {
            let to = titles::person_end(words, title.end, end);
            // "Dean Harrow" has a given name, "Dean Ann Harrow" an office.
            if words.is_one_of(at, &["Dean", "Marquis"]) && to == at + 2 {
                return None;
            }
            let small = titles::before(words, self.from, at).map_or(at, |part| part.start);
            let title = titles::with_country(words, self.sentence_start(), small..title.end);
            self.push_places(at..title.end);
            self.push_titled(title.end..to, title);
            return Some(to);
        }
        // "Dean", "Chase", "Major": a title that is a name as well.
        let ambiguous = words.classes(at).any(class::GIVEN | class::SURNAME) && title.end == at + 1;
        if ambiguous || headed.is_some() {
            return None;
        }
        let names = self.words.longest(at, end, NAMES).is_some();
        (!names).then_some(title.end)
    }

    /// The body or country inside a title is a name too: "Senate Majority
    /// Leader", "President of France".
    fn push_places(&mut self, title: Range<usize>) {
        let words = self.words;
        if words.classes(title.start).any(class::BODY) && title.len() > 1 {
            let lists = words.classes(title.start);
            self.push(title.start..title.start + 1, Form::Listed(lists));
        }
        let Some(of) = title.clone().find(|at| words.is(*at, "of")) else {
            return;
        };
        let from = of + 1 + usize::from(words.is(of + 1, "the"));
        let places = class::COUNTRY | class::STATE | class::CITY | class::PLACE;
        if !words.capitalised(from) {
            return;
        }
        if let Some((to, lists)) = words.longest(from, title.end, places) {
            self.push(from..to, Form::Listed(lists));
        } else if from + 1 == title.end && !words.classes(from).listed() {
            self.push(from..title.end, Form::Headed(Label::Gpe));
        }
    }

    fn sentence_start(&self) -> usize {
        self.words.sentences()[self.sentence].start
    }

    /// Where the next title with a name begins, or `end`. Inside the listed
    /// name up to `listed`, only one that goes on behind it counts.
    fn next_title(&self, from: usize, listed: usize, end: usize) -> usize {
        (from..end)
            .find(|at| {
                titles::opening(self.words, *at, end).is_some_and(|title| {
                    if *at < listed && (title.end <= listed || title.end < *at + 3) {
                        return false;
                    }
                    let named = title.end < end
                        && titles::names_a_person(self.words, title.end, title.strong);
                    let alone = title.end == end && title.strong;
                    named && (title.strong || !self.words.classes(*at).any(class::SURNAME)) || alone
                })
            })
            .unwrap_or(end)
    }

    /// The longest name from `at` on that its head noun closes or opens.
    fn headed(&self, at: usize, bound: usize) -> Option<(usize, Label)> {
        let words = self.words;
        let mut heads = (at..bound)
            .filter(|at| words.capitalised(*at))
            .filter_map(|at| Some((at, self.words.head(at)?)));
        let with_object = heads.clone().find(|(last, head)| {
            last + 2 < bound
                && ((head.of || words.is(*last, "House")) && words.is(last + 1, "of")
                    || head.r#for && words.is_one_of(last + 1, &["for", "on"]))
        });
        if let Some((last, head)) = with_object {
            let label = if words.is(last, "House") {
                Label::Org
            } else {
                head.label
            };
            return Some((self.object_end(last + 2, bound), label));
        }
        let closing = heads.rfind(|(last, head)| head.closes && self.named_before(at..*last));
        closing.map(|(last, head)| {
            // The lower house of a country, or a building.
            let country = words.classes(at).any(class::COUNTRY) || words.acronym(at).is_some();
            let house = country && words.is(last, "House");
            (last + 1, if house { Label::Org } else { head.label })
        })
    }

    /// Whether a capitalised word stands before the head.
    fn named_before(&self, mut before: Range<usize>) -> bool {
        before.any(|at| self.words.capitalised(at))
    }

    fn object_end(&self, from: usize, bound: usize) -> usize {
        let words = self.words;
        let listed = words.longest(from, bound, NAMES).map_or(from, |(to, _)| to);
        let mut end = from;
        while end < bound {
            let people = words.classes(end).any(class::PEOPLE) && end > from + 1;
            let person = end > from && end >= listed && titles::is_full_name(words, end, bound);
            if people || person || words.str(end).starts_with(['\'', '’']) {
                break;
            }
            end += 1;
        }
        end
    }

    fn opened(&self, at: usize, bound: usize) -> Option<(usize, Label)> {
        let words = self.words;
        let (behind, _) = words.longest(at, bound, class::OPENER)?;
        let label = gazetteer::opener(words.phrase(at..behind))?;
        let name = behind < bound && words.capitalised(behind);
        name.then(|| (titles::person_end(words, behind, bound), label))
    }

    /// Goes on over the year of an act: "Human Rights Act 1998".
    fn with_year(&self, to: usize, limit: usize, form: Form) -> usize {
        let words = self.words;
        let law = match form {
            Form::Listed(lists) => lists.any(class::LAW),
            Form::Headed(label) => label == Label::Law,
            _ => false,
        };
        let year =
            to < limit && words.kind(to) == Some(TokenKind::Number) && words.str(to).len() == 4;
        to + usize::from(law && year)
    }

    /// Goes on over the country or region of a branch: "Netflix Japan".
    fn with_branch(&self, to: usize, bound: usize, form: Form) -> usize {
        let words = self.words;
        let body = match form {
            Form::Listed(lists) => lists.any(class::BODY) && !lists.any(class::PEOPLE),
            Form::Headed(label) => label == Label::Org,
            _ => false,
        };
        if body && to + 1 == bound && BRANCHES.contains(&words.str(to)) {
            return bound;
        }
        let country = words.longest(to, bound, class::COUNTRY);
        match country {
            Some((end, _)) if body && end == bound && words.capitalised(to) => end,
            _ => to,
        }
    }

    /// Goes on over a head noun written small after a place: "Rotherham
    /// council". `Err` if there is one.
    fn small_head(&self, at: usize, to: usize, limit: usize, form: Form) -> Result<usize, usize> {
        let words = self.words;
        let Form::Listed(lists) = form else {
            return Ok(to);
        };
        let place = lists.is_place() && !lists.any(class::COUNTRY) && !lists.any(class::PEOPLE);
        let kind = place && self.kind_before_head(to, limit);
        let to = to + usize::from(kind);
        let head = kind || to < limit && self.is_small_head(to);
        let office = words.is(to + 1, "and") && words.is(to + 2, "crime");
        let compound = office
            || words.is_one_of(
                to + 1,
                &[
                    "officer",
                    "officers",
                    "chief",
                    "spokesman",
                    "spokeswoman",
                    "station",
                    "tax",
                    "constable",
                    "estate",
                    "house",
                    "leader",
                    "force",
                    "commissioner",
                ],
            );
        let parties = [
            "Democratic",
            "Republican",
            "Labour",
            "Conservative",
            "Libertarian",
            "Green",
        ];
        let party = words.is(to, "party") && to == at + 1 && parties.contains(&words.str(at));
        if place && head && !compound || party {
            Err(to + 1)
        } else {
            Ok(to)
        }
    }

    fn is_small_head(&self, at: usize) -> bool {
        let head = || self.words.head(at).is_some_and(|head| head.small);
        self.words.case(at) == Case::Lower && head()
    }

    /// "crown" of "Leeds crown court".
    fn kind_before_head(&self, at: usize, limit: usize) -> bool {
        let court = self.words.is(at + 1, "court");
        at + 1 < limit
            && KINDS.contains(&self.words.str(at))
            && (court || self.is_small_head(at + 1))
    }

    /// Unlisted words: a person or a body, up to where something known begins.
    fn cut_other(&mut self, at: usize, bound: usize) -> usize {
        let words = self.words;
        if let Some(acronym) = words.acronym(at) {
            let body = acronym.label == Label::Org;
            let branch = body && at + 2 == bound && BRANCHES.contains(&words.str(at + 1));
            return self.push(
                at..at + 1 + usize::from(branch),
                Form::Acronym(acronym.label),
            );
        }
        let given = words.classes(at).any(class::GIVEN);
        let mut end = at + 1;
        while end < bound {
            let classes = words.classes(end);
            let name = classes.any(class::GIVEN | class::SURNAME);
            let clitic = words.kind(end) != Some(TokenKind::Word) && words.str(end) != "&";
            if clitic && !self.is_inner_mark(end, bound)
                || words.acronym(end).is_some()
                || words.capitalised(end) && classes.any(class::PEOPLE) && !name
                || !given
                    && words
                        .longest(end, bound, class::BODY | class::COUNTRY | class::STATE)
                        .is_some_and(|(to, lists)| to > end + 1 || !name && lists.any(class::BODY))
                || words.is_one_of(end, &["of", "for", "and"])
            {
                break;
            }
            end += 1;
        }
        let person = words.classes(at).any(class::GIVEN) && !words.classes(at).any(class::COMMON);
        if person {
            end = end.min(titles::person_end(words, at, bound));
        }
        while end > at + 1 && !words.capitalised(end - 1) && words.case(end - 1) != Case::Mixed {
            end -= 1;
        }
        if let Some((to, label)) = self.small_noun(at, end, bound) {
            return self.push(at..to, Form::Headed(label));
        }
        self.push(at..end, Form::Other)
    }

    /// "for Harwell’s, said": a genitive that no noun follows is the name of a
    /// shop or charity; of a known surname or place only where the document
    /// never has it without the genitive.
    fn owns_genitive(&self, at: usize) -> bool {
        let words = self.words;
        if !matches!(words.str(at + 1), "’s" | "'s") {
            return false;
        }
        let classes = words.classes(at);
        let seen = words.seen(at);
        let name = class::PLACE | class::SURNAME;
        let other = class::COUNTRY | class::STATE | class::CITY | class::PEOPLE | class::TITLE;
        let known = classes.any(name)
            && !classes.any(other | class::GIVEN | class::COMMON | class::FUNCTION | class::BODY);
        // "a friend of Thorpe’s".
        let owner = seen.genitive < seen.upper || words.is(at.saturating_sub(1), "of");
        // "Thorpe’s claims" are no verb.
        let cue = words.classes(at + 2).any(class::CUE)
            && (words.str(at + 2).ends_with("ed") || words.is_one_of(at + 2, &["said", "told"]));
        let stopped = matches!(
            words.kind(at + 2),
            Some(TokenKind::Stop | TokenKind::Punctuation)
        );
        let strong = words.capital(at) == Capital::Strong;
        !owner
            && (known || !classes.listed())
            && (cue || strong && stopped)
            && !words.capitalised(at + 2)
    }

    /// "the Hutton inquiry", "National Poetry day": a name with a noun written small.
    fn small_noun(&self, at: usize, end: usize, bound: usize) -> Option<(usize, Label)> {
        let words = self.words;
        if end != bound {
            return None;
        }
        let first = words.classes(at);
        let person = first.any(class::GIVEN | class::SURNAME) || !first.listed();
        let the = at > 0 && words.is(at - 1, "the") && words.acronym(at).is_none();
        if the && person && words.is_one_of(end, &["report", "inquiry", "review"]) {
            return Some((end + 1, Label::Law));
        }
        if words.is_one_of(at, &["National", "International", "World", "Global"]) {
            let day = end + usize::from(words.case(end) == Case::Upper);
            if words.is_one_of(day, &["day", "week", "month"]) {
                return Some((day + 1, Label::Event));
            }
        }
        None
    }

    fn is_inner_mark(&self, at: usize, bound: usize) -> bool {
        matches!(
            self.words.str(at),
            "–" | "/" | "-" | "’s" | "'s" | "’" | "'"
        ) && at + 1 < bound
    }

    fn push_titled(&mut self, tokens: Range<usize>, title: Range<usize>) {
        self.from = tokens.end;
        self.found.push(Candidate {
            tokens,
            form: Form::Titled,
            title: Some(title),
            sentence: self.sentence,
        });
    }

    fn push(&mut self, tokens: Range<usize>, form: Form) -> usize {
        let end = tokens.end;
        let title = matches!(form, Form::Other)
            .then(|| titles::before(self.words, self.from, tokens.start))
            .flatten();
        self.from = end;
        self.found.push(Candidate {
            tokens,
            form,
            title,
            sentence: self.sentence,
        });
        end
    }
}
