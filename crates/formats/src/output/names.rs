//! File names for documents.

/// Longest part of a path that is used as it is, in bytes.
const PART: usize = 100;

/// The relative path, `/` separated, under which a document is written, with
/// `ending` behind a full stop.
///
/// An id that is a harmless path keeps its folders. Any other – absolute, with
/// `..`, control characters, capitals (some file systems take them for small
/// letters), names that Windows reserves – becomes one flat name that ends in
/// a hash of the whole id. The name depends on the id alone, so that a second
/// run writes the same files, and two ids never share one.
pub fn file_name(id: &str, ending: &str) -> String {
    let behind = format!(".{ending}");
    let mut folders = id.split('/').rev().skip(1);
    // A folder could be called like the file of another document.
    let apart = !folders.any(|folder| folder.ends_with(&behind));
    if apart && id.split('/').all(is_harmless) && id.len() <= 1024 {
        return format!("{id}.{ending}");
    }
    let last = id.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut name = String::new();
    for c in last.chars().take(60) {
        let c = c.to_ascii_lowercase();
        name.push(if is_plain(c) { c } else { '_' });
    }
    let name = match name.trim_start_matches(['.', '-']) {
        "" => "document",
        name => name,
    };
    format!("{name}-{:016x}.{ending}", fnv1a(id.as_bytes()))
}

fn is_plain(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-')
}

fn is_harmless(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let numbered = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    let reserved = matches!(stem, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit());
    // An id that looks like a hashed name could meet one.
    let tail = part.rsplit_once('-').map(|(_, tail)| tail);
    let imitates = tail.is_some_and(|tail| tail.len() == 16);
    (1..=PART).contains(&part.len())
        && part.chars().all(is_plain)
        && !part.starts_with(['.', '-'])
        && !part.ends_with('.')
        && !reserved
        && !imitates
}

/// FNV-1a, 64 bits: stable between releases, as the standard hasher is not.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn plain_ids_keep_their_names() {
        assert_eq!(
            file_name("seeds/000_a1.txt", "json"),
            "seeds/000_a1.txt.json"
        );
        assert_eq!(file_name("4711.txt", "txt"), "4711.txt.txt");
    }

    #[test]
    fn hostile_ids_stay_inside_and_apart() {
        let long = "x".repeat(300);
        let ids = [
            "../../etc/passwd",
            "/etc/passwd",
            "etc/passwd",
            "C:\\x",
            "a/../b",
            "a/./b",
            "a//b",
            "a/b",
            "a/",
            "",
            ".",
            "..",
            "-rf",
            "con",
            "CON",
            "com1.txt",
            "nul.txt",
            "Ä",
            "a\0b",
            "a\nb",
            "A",
            "a",
            "a.json",
            "a.json/b",
            "e\u{301}",
            "é",
            &long,
            "x.jsonl#1",
            "trailing.",
            "a-0123456789abcdef",
        ];
        let names: BTreeSet<String> = ids
            .iter()
            .map(|id| file_name(id, "json").to_lowercase())
            .collect();
        assert_eq!(names.len(), ids.len(), "{names:?}");
        for name in names {
            let parts: Vec<&str> = name.split('/').collect();
            assert!(
                parts.iter().all(|part| !part.is_empty()
                    && !part.starts_with(['.', '-', '\\'])
                    && part.len() < 130),
                "{name}"
            );
        }
    }
}
