//! Who an entity is, in a few words, and who is worth naming.

use onrecord_core::layers::{Entities, Entity, Label, Mentions, Zones};
use onrecord_core::{Document, Text};

use super::clean::printable;

/// Words of address that stand before a name, not behind it, and how a list of
/// people writes them: not at all where they say nothing.
const HONORIFICS: [(&str, &str); 26] = [
    ("baroness", "Baroness"),
    ("canon", "Canon"),
    ("cllr", "Coun"),
    ("coun", "Coun"),
    ("councillor", "Coun"),
    ("dame", "Dame"),
    ("doctor", "Dr"),
    ("dr", "Dr"),
    ("father", "Father"),
    ("imam", "Imam"),
    ("lady", "Lady"),
    ("lord", "Lord"),
    ("miss", ""),
    ("mr", ""),
    ("mrs", ""),
    ("ms", ""),
    ("prince", "Prince"),
    ("princess", "Princess"),
    ("prof", "Prof"),
    ("professor", "Prof"),
    ("rabbi", "Rabbi"),
    ("rev", "Rev"),
    ("revd", "Rev"),
    ("reverend", "Rev"),
    ("sir", "Sir"),
    ("sister", "Sister"),
];

/// Descriptions that say nothing without the person they refer to.
const RELATIVES: [&str; 20] = [
    "aunt",
    "brother",
    "cousin",
    "dad",
    "daughter",
    "father",
    "friend",
    "grandfather",
    "grandmother",
    "husband",
    "mother",
    "mum",
    "neighbour",
    "nephew",
    "niece",
    "partner",
    "sister",
    "son",
    "uncle",
    "wife",
];

/// Titles and descriptions that a portrait has room for.
const MOST_ROLES: usize = 2;

/// An entity as a page shows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Portrait {
    /// Name with honorifics: `Dr Alan Grey`.
    pub(super) name: String,
    /// Office, rank or description; may be empty.
    pub(super) role: String,
}

/// Introduces an entity the way a paper does at the end of a piece.
pub(super) fn portrait(entity: &Entity, text: Text<'_>) -> Portrait {
    let mut honours: Vec<&str> = Vec::new();
    let mut roles: Vec<String> = Vec::new();
    for title in &entity.titles {
        let (office, own) = split_honours(title);
        for honour in own {
            if !honour.is_empty() && !honours.contains(&honour) {
                honours.push(honour);
            }
        }
        add_role(&mut roles, without_owner(office));
    }
    for role in &entity.roles {
        add_role(
            &mut roles,
            with_article(without_owner(printable(text.slice(*role)))),
        );
    }
    roles.truncate(MOST_ROLES);
    let name = printable(&entity.name);
    let name = honours.into_iter().chain([name.as_str()]);
    Portrait {
        name: name.collect::<Vec<_>>().join(" "),
        role: roles.join("; "),
    }
}

/// Divides a title such as `police and crime commissioner Dr` into the office
/// and the honorifics around it.
fn split_honours(title: &str) -> (String, Vec<&'static str>) {
    let honour = |word: &str| {
        let word = word.trim_end_matches('.').to_lowercase();
        let place = HONORIFICS.binary_search_by_key(&word.as_str(), |(long, _)| *long);
        place.ok().map(|index| HONORIFICS[index].1)
    };
    let title = printable(title);
    let mut words: Vec<&str> = title.split(' ').filter(|word| !word.is_empty()).collect();
    let mut honours = Vec::new();
    while let Some(found) = words.first().and_then(|word| honour(word)) {
        honours.push(found);
        words.remove(0);
    }
    let front = honours.len();
    while let Some(found) = words.last().and_then(|word| honour(word)) {
        honours.insert(front, found);
        words.pop();
    }
    (words.join(" "), honours)
}

/// Adds a role unless one says the same; of two the fuller one stays.
fn add_role(roles: &mut Vec<String>, role: String) {
    let low = role.to_lowercase();
    if role.is_empty() || RELATIVES.contains(&low.as_str()) {
        return;
    }
    for known in roles.iter_mut() {
        let known_low = known.to_lowercase();
        if known_low.contains(&low) {
            return;
        }
        if low.contains(&known_low) {
            *known = role;
            return;
        }
    }
    roles.push(role);
}

/// "his daughter" says whose only where the text goes on.
fn without_owner(role: String) -> String {
    let owners = ["his", "her", "their", "its", "our", "my"];
    match role.split_once(' ') {
        Some((first, rest)) if owners.iter().any(|own| first.eq_ignore_ascii_case(own)) => {
            rest.to_owned()
        }
        _ => role,
    }
}

/// "town’s mayor" was "the town’s mayor" before the span was trimmed.
fn with_article(role: String) -> String {
    let first = role.split(' ').next().unwrap_or_default();
    let possessive = ["’s", "'s", "s’", "s'"]
        .iter()
        .any(|end| first.ends_with(end));
    if possessive && first.starts_with(char::is_lowercase) {
        return format!("the {role}");
    }
    role
}

/// The entities of some labels that the story itself names, the most often
/// named first.
pub(super) fn named<'d>(document: &'d Document, labels: &[Label]) -> Vec<&'d Entity> {
    let (Some(entities), Some(mentions)) =
        (document.layer::<Entities>(), document.layer::<Mentions>())
    else {
        return Vec::new();
    };
    let zones = document.layer::<Zones>();
    let in_story = |offset| {
        let zone = zones.and_then(|zones| zones.at(offset));
        zone.is_none_or(|zone| zone.kind.is_story())
    };
    let mut found: Vec<(usize, &Entity)> = Vec::new();
    for entity in &entities.items {
        if !labels.contains(&entity.label) {
            continue;
        }
        let spans = entity
            .mentions
            .iter()
            .map(|id| mentions.items[id.index()].span);
        let count = spans.filter(|span| in_story(span.start)).count();
        if count > 0 {
            found.push((count, entity));
        }
    }
    // Stable: equals stay in order of first mention.
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.into_iter().map(|(_, entity)| entity).collect()
}

#[cfg(test)]
mod tests {
    use onrecord_core::Span;
    use onrecord_core::layers::{EntityId, MentionId};

    use super::*;

    fn check(titles: &[&str], roles: &str, name: &str, role: &str) {
        let mut spans = Vec::new();
        let mut start = 0;
        for part in roles.split('|').filter(|part| !part.is_empty()) {
            spans.push(Span::new(start, start + part.len() as u32));
            start += part.len() as u32 + 1;
        }
        let entity = Entity {
            id: EntityId::new(0),
            label: Label::Person,
            name: "Ada Brook".into(),
            aliases: Vec::new(),
            titles: titles.iter().map(|title| (*title).to_owned()).collect(),
            roles: spans,
            mentions: vec![MentionId::new(0)],
            gender: None,
        };
        let expected = Portrait {
            name: name.into(),
            role: role.into(),
        };
        assert_eq!(portrait(&entity, Text::new(roles)), expected);
    }

    #[test]
    fn the_table_can_be_searched() {
        assert!(HONORIFICS.is_sorted());
    }

    #[test]
    fn honours_stand_before_the_name_and_offices_behind() {
        check(&[], "", "Ada Brook", "");
        check(&["Mrs"], "", "Ada Brook", "");
        check(
            &["Assistant Chief Constable"],
            "",
            "Ada Brook",
            "Assistant Chief Constable",
        );
        check(&["Canon Doctor", "Dr"], "", "Canon Dr Ada Brook", "");
        check(
            &["Police and Crime Commissioner Dr."],
            "",
            "Dr Ada Brook",
            "Police and Crime Commissioner",
        );
    }

    #[test]
    fn roles_do_not_say_whose() {
        check(&["Their daughter"], "", "Ada Brook", "");
        check(&["Mother"], "mother of two", "Ada Brook", "mother of two");
        check(
            &[],
            "her former editor|Its editor",
            "Ada Brook",
            "former editor",
        );
        check(&["Heritage Minister"], "", "Ada Brook", "Heritage Minister");
    }

    #[test]
    fn the_fuller_role_stays() {
        check(
            &["Detective Sergeant"],
            "detective sergeant in the flood team",
            "Ada Brook",
            "detective sergeant in the flood team",
        );
        check(&["Mayor"], "mayor", "Ada Brook", "Mayor");
        check(
            &["Mayor"],
            "town’s treasurer|a third thing",
            "Ada Brook",
            "Mayor; the town’s treasurer",
        );
    }
}
