//! Author lines: `By Ann Lee`, `Ann Lee, Political Editor`, `Words by Ann Lee`.

use crate::words;

/// Longer lines are prose.
const LONGEST: usize = 120;

static LABELS: [&str; 14] = [
    "From:",
    "By:",
    "By",
    "Words by",
    "Written by",
    "Reported by",
    "Report by",
    "Story by",
    "Posted by",
    "Exclusive by",
    "Published by",
    "Author:",
    "Authors:",
    "Exclusive: By",
];

/// Nouns of the trade that tell a byline from the name line of a picture.
static ROLES: [&str; 12] = [
    "columnist",
    "correspondent",
    "correspondents",
    "desk",
    "editor",
    "editors",
    "journalist",
    "reporter",
    "reporters",
    "staff",
    "writer",
    "writers",
];

/// Words before such a noun that are no part of a name.
static MODIFIERS: [&str; 47] = [
    "agriculture",
    "arts",
    "assistant",
    "associate",
    "business",
    "chief",
    "community",
    "consumer",
    "court",
    "crime",
    "deputy",
    "defence",
    "defense",
    "digital",
    "diplomatic",
    "economics",
    "education",
    "entertainment",
    "environment",
    "europe",
    "executive",
    "features",
    "financial",
    "foreign",
    "health",
    "home",
    "in",
    "investigations",
    "legal",
    "local",
    "media",
    "medical",
    "multimedia",
    "national",
    "news",
    "political",
    "politics",
    "regional",
    "royal",
    "rugby",
    "science",
    "security",
    "senior",
    "social",
    "special",
    "sports",
    "technology",
];

/// Agencies and outlets that sign as themselves.
static OUTLETS: [&str; 19] = [
    "afp",
    "agence france-presse",
    "ap",
    "associated press",
    "bbc",
    "bbc news",
    "bbc sport",
    "daily mail reporter",
    "mail online reporter",
    "mailonline reporter",
    "news agency",
    "pa",
    "pa media",
    "pa news agency",
    "press association",
    "reuters",
    "staff reporter",
    "staff writer",
    "the associated press",
];

/// Whether a line names its author in so many words.
pub(crate) fn is_byline(line: &str) -> bool {
    let Some(rest) = label_stripped(line) else {
        return false;
    };
    line.len() <= LONGEST && looks_signed(rest)
}

/// Whether a line directly under the headline can be a byline without saying so.
pub(crate) fn is_bare_byline(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let has_role = line
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| is_in(&ROLES, word));
    is_outlet(line) || has_role && name_length(line) >= 2 && looks_signed(line)
}

/// Whether a line under a byline is the author's role or address.
pub(crate) fn is_role(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let role = line
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| is_in(&ROLES, word));
    let outlet = line.split(',').next().is_some_and(is_outlet);
    words <= 6 && (role || outlet) || words == 1 && line.contains('@')
}

/// The authors, without label, roles and outlets. A line that names only an
/// outlet has that for its author.
pub(crate) fn authors(line: &str) -> Vec<String> {
    let rest = label_stripped(line).unwrap_or(line);
    let rest = rest.replace(" and ", ",").replace(" AND ", ",");
    let parts = || {
        rest.split([',', '&', '|', ';', '/', '•', '·', '('])
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    let names: Vec<String> = parts().filter_map(name).collect();
    if names.is_empty() {
        return parts().take(1).map(str::to_owned).collect();
    }
    names
}

/// Whether a line is the name of an agency or a broadcaster.
pub(crate) fn is_outlet(line: &str) -> bool {
    is_in(&OUTLETS, line)
}

fn is_in(list: &[&str], words: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(words))
}

fn label_stripped(line: &str) -> Option<&str> {
    LABELS.iter().find_map(|label| {
        let start = line.get(..label.len())?;
        let rest = line.get(label.len()..)?;
        let ends = label.ends_with(':') || rest.starts_with(char::is_whitespace);
        (ends && start.eq_ignore_ascii_case(label)).then_some(rest.trim_start())
    })
}

/// Names with what may stand around them, and no sentence.
fn looks_signed(rest: &str) -> bool {
    let mut words = 0;
    let signed = rest.split_whitespace().all(|word| {
        words += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let small =
            words::contains(&words::PARTICLES, bare) || matches!(bare, "" | "at" | "in" | "with");
        let capital = bare.starts_with(|c: char| c.is_uppercase());
        let contact = word.contains('@');
        let role = is_in(&ROLES, bare) || is_in(&MODIFIERS, bare);
        capital || small || contact || role
    });
    let sentence = rest.ends_with(['!', '?', ':']) || rest.ends_with('.') && words > 4;
    signed && !sentence && (2..=14).contains(&words) && rest.starts_with(char::is_uppercase)
}

/// How many words of a name stand at the start.
fn name_length(part: &str) -> usize {
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "del" | "der" | "di" | "la" | "le" | "van" | "von" | "bin" | "al"
        )
    };
    part.split_whitespace()
        .take_while(|word| {
            let bare = word.trim_end_matches([',', '.']);
            let trade = is_in(&ROLES, bare) || is_in(&MODIFIERS, bare);
            !trade
                && !bare.eq_ignore_ascii_case("for")
                && (word.starts_with(char::is_uppercase) || particle(word))
        })
        .count()
}

fn name(part: &str) -> Option<String> {
    let length = name_length(part);
    let words: Vec<_> = part.split_whitespace().take(length).collect();
    let name = words.join(" ");
    let outlet = is_outlet(part)
        || words.iter().any(|word| {
            matches!(
                *word,
                "BBC" | "News" | "Press" | "Media" | "Agency" | "Online"
            )
        });
    (length >= 2 && !outlet).then(|| name.trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: &[&str]) {
        assert!(is_byline(line) || is_bare_byline(line), "{line}");
        assert_eq!(authors(line), expect, "{line}");
    }

    #[test]
    fn authors_stand_without_their_trade() {
        check("By Ann Lee", &["Ann Lee"]);
        check("BY ANN LEE", &["ANN LEE"]);
        check("By Ann Lee and Joe van Ott", &["Ann Lee", "Joe van Ott"]);
        check(
            "By Ann Lee, Joe Ott & Ida Fox",
            &["Ann Lee", "Joe Ott", "Ida Fox"],
        );
        check("Ann Lee, Political Editor", &["Ann Lee"]);
        check("By Ann Lee Health correspondent, BBC News", &["Ann Lee"]);
        check("Words by Ann Lee in Leeds", &["Ann Lee"]);
        check("Written by Ann Lee for the Daily Example", &["Ann Lee"]);
        check("By Ann Lee @annlee", &["Ann Lee"]);
        check("By Ann Lee For Example Online", &["Ann Lee"]);
        check("By Daily Mail Reporter", &["Daily Mail Reporter"]);
        check("Press Association", &["Press Association"]);
    }

    #[test]
    fn sentences_are_no_bylines() {
        for line in [
            "By Tuesday the river had risen",
            "By and large it went well.",
            "Ann Lee",
            "Byron Lee",
            "The editor of the Post resigned",
            "By",
        ] {
            assert!(!is_byline(line) && !is_bare_byline(line), "{line}");
        }
    }
}
