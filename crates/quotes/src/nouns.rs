//! What nouns and pronouns tell about whoever they stand for: number, gender,
//! the kind of body.

use onrecord_core::layers::Gender;

use crate::words::{Folded, WordClass, word_class};

/// Whether a role noun means several people.
pub(crate) fn is_plural(head: &str) -> bool {
    head.ends_with('s') && !head.ends_with("ss")
        || matches!(
            head,
            "people" | "police" | "staff" | "men" | "women" | "children"
        )
        || head.ends_with("men")
        || head.ends_with("people")
}

/// Words of three letters and more that are in no closed class.
pub(crate) fn content_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        let class = Folded::new(word).map(|folded| word_class(folded.as_str()));
        word.len() > 2
            && matches!(
                class,
                None | Some(
                    WordClass::Other | WordClass::Role | WordClass::Body | WordClass::Writing
                )
            )
    })
}

/// Whether two words are the same but for case and a plural s.
pub(crate) fn same_stem(left: &str, right: &str) -> bool {
    let stem = |word: &str| word.strip_suffix('s').unwrap_or(word).to_lowercase();
    stem(left) == stem(right)
}

pub(crate) fn gender_of_pronoun(word: &str) -> Option<Gender> {
    let folded = Folded::new(word)?;
    match folded.as_str() {
        "she" | "she's" => Some(Gender::Female),
        "he" | "he's" => Some(Gender::Male),
        _ => None,
    }
}

pub(crate) fn gender_of_role(head: &str) -> Option<Gender> {
    let folded = Folded::new(head)?;
    match folded.as_str() {
        "spokeswoman" | "woman" | "mother" | "mum" | "daughter" | "sister" | "wife" | "widow"
        | "girl" | "actress" | "chairwoman" | "congresswoman" | "queen" | "princess"
        | "duchess" => Some(Gender::Female),
        "spokesman" | "man" | "father" | "dad" | "son" | "brother" | "husband" | "boy"
        | "chairman" | "congressman" | "king" | "prince" | "duke" => Some(Gender::Male),
        _ => None,
    }
}

/// Words in the names of the bodies that a noun can stand for.
pub(crate) fn body_kinds(head: &str) -> &'static [&'static str] {
    let Some(folded) = Folded::new(head) else {
        return &[];
    };
    match folded.as_str() {
        "force" | "police" => &["Police", "Constabulary"],
        "council" | "authority" => &["Council", "Authority", "Corporation"],
        "trust" => &["Trust"],
        "university" => &["University"],
        "college" => &["College"],
        "school" => &["School", "Academy"],
        "hospital" => &["Hospital", "Infirmary"],
        "union" => &["Union", "Unison", "Unite", "Congress"],
        "party" => &[
            "Party",
            "Labour",
            "Conservatives",
            "Conservative",
            "Democrats",
        ],
        "department" | "ministry" => &["Department", "Ministry", "Office", "Treasury"],
        "committee" => &["Committee"],
        "commission" => &["Commission", "Office", "Inspectorate", "Authority"],
        "court" => &["Court"],
        "agency" => &["Agency"],
        "club" => &["FC", "Club", "United", "City", "Town", "Rovers", "Athletic"],
        "charity" | "foundation" => &["Foundation", "Trust", "Charity", "Society"],
        "inspectorate" => &["Inspectorate"],
        "airline" => &["Airways", "Airlines"],
        "federation" => &["Federation"],
        "association" => &["Association"],
        "society" => &["Society"],
        "institute" => &["Institute"],
        "service" => &["Service"],
        "board" => &["Board"],
        _ => &[],
    }
}
