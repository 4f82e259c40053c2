//! Abbreviations that keep their full stop, and whether it may end a sentence.

/// What a full stop after an abbreviation can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Something always follows: `Dr.`, `vs.`, `approx.`
    Never,
    /// An abbreviation only where a number follows: `No. 5`, `Dec. 12`.
    BeforeNumber,
    /// Ends a sentence if the next word can only begin one: `Inc.`, `U.S.`
    Rarely,
    /// Ends a sentence if the next word has a capital: `etc.`, `p.m.`
    Often,
}

/// How the abbreviation `word`, without its full stop, may end a sentence;
/// none if it is no abbreviation. Initials and dotted acronyms are known by
/// their shape, not by this list.
pub(crate) fn ending(word: &str) -> Option<Ending> {
    let mut buffer = [0; 8];
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    match &*lower {
        b"vs" | b"approx" | b"dept" | b"esp" | b"incl" | b"excl" | b"viz" | b"cf" | b"eg"
        | b"ca" | b"ie" => Some(Ending::Never),
        b"etc" | b"est" | b"contd" => Some(Ending::Often),
        b"sec" | b"art" | b"fig" | b"figs" | b"vol" | b"vols" | b"pp" | b"para" | b"paras"
        | b"tel" | b"ext" => Some(Ending::BeforeNumber),
        b"plc" | b"al" => Some(Ending::Rarely),
        lower if capital => capitalised(lower),
        _ => None,
    }
}

/// Those that are other words, or nothing, in small letters.
fn capitalised(lower: &[u8]) -> Option<Ending> {
    match lower {
        b"dr" | b"mr" | b"mrs" | b"ms" | b"mx" | b"messrs" | b"mme" | b"mlle" | b"prof"
        | b"profs" | b"drs" | b"rev" | b"revd" | b"fr" | b"hon" | b"rt" | b"ven" | b"msgr"
        | b"coun" | b"cllr" | b"ald" | b"det" | b"insp" | b"sgt" | b"supt" | b"ch" | b"con"
        | b"const" | b"cpl" | b"pte" | b"pvt" | b"lcpl" | b"lt" | b"col" | b"capt" | b"cmdr"
        | b"cdr" | b"maj" | b"gen" | b"brig" | b"adm" | b"cpt" | b"gov" | b"sen" | b"sens"
        | b"rep" | b"reps" | b"pres" | b"asst" | b"dep" | b"supts" | b"st" | b"ste" | b"mt"
        | b"ft" | b"ph" | b"op" => Some(Ending::Never),
        b"no" | b"nos" | b"jan" | b"feb" | b"mar" | b"apr" | b"jun" | b"jul" | b"aug" | b"sep"
        | b"sept" | b"oct" | b"nov" | b"dec" | b"mon" | b"tue" | b"tues" | b"wed" | b"thu"
        | b"thur" | b"thurs" | b"fri" | b"sat" | b"sun" => Some(Ending::BeforeNumber),
        b"inc" | b"ltd" | b"co" | b"corp" | b"bros" | b"llc" | b"jr" | b"jnr" | b"sr" | b"snr"
        | b"esq" | b"rd" | b"ave" | b"blvd" | b"dist" => Some(Ending::Rarely),
        _ => is_state(lower).then_some(Ending::Rarely),
    }
}

/// States of the US, as in the datelines of its agencies.
fn is_state(lower: &[u8]) -> bool {
    matches!(
        lower,
        b"ala"
            | b"ariz"
            | b"ark"
            | b"calif"
            | b"colo"
            | b"conn"
            | b"del"
            | b"fla"
            | b"ga"
            | b"ill"
            | b"ind"
            | b"kan"
            | b"ky"
            | b"md"
            | b"mass"
            | b"mich"
            | b"minn"
            | b"mo"
            | b"mont"
            | b"neb"
            | b"nev"
            | b"okla"
            | b"ore"
            | b"pa"
            | b"tenn"
            | b"tex"
            | b"va"
            | b"vt"
            | b"wash"
            | b"wis"
            | b"wyo"
    )
}

/// How a token that keeps its full stop may end a sentence, whatever its shape.
pub(crate) fn ending_of_token(token: &str) -> Ending {
    let bare = token.strip_suffix('.').unwrap_or(token);
    match bare.to_ascii_lowercase().as_str() {
        "a.m" | "p.m" => Ending::Often,
        "e.g" | "i.e" => Ending::Never,
        _ if bare.starts_with(|c: char| c.is_ascii_digit()) => Ending::Often,
        _ => ending(bare).unwrap_or(Ending::Rarely),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_make_other_words() {
        assert_eq!(ending("Gen"), Some(Ending::Never));
        assert_eq!(ending("gen"), None);
        assert_eq!(ending("sat"), None);
        assert_eq!(ending("Sat"), Some(Ending::BeforeNumber));
        assert_eq!(ending("ETC"), Some(Ending::Often));
        assert_eq!(ending("abbreviation"), None);
    }

    #[test]
    fn shapes_are_known_without_a_list() {
        assert_eq!(ending_of_token("U.S."), Ending::Rarely);
        assert_eq!(ending_of_token("p.m."), Ending::Often);
        assert_eq!(ending_of_token("6p.m."), Ending::Often);
        assert_eq!(ending_of_token("J."), Ending::Rarely);
        assert_eq!(ending_of_token("e.g."), Ending::Never);
    }
}
