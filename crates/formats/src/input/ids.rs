//! Ids that are unique in a run.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The ids given so far, as hashes: a run of millions of records should not
/// hold their ids. Two ids with one hash only cost the later one its own name.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<u64>,
    count: u64,
}

impl Ids {
    /// The id of a record: its own, or `path#record` if that is missing,
    /// empty or taken, or that with a running number.
    pub(super) fn claim(&mut self, own: Option<&str>, path: &str, record: u64) -> String {
        self.count += 1;
        let place = || format!("{path}#{record}");
        let own = own.filter(|id| !id.trim().is_empty());
        let wished = own.map_or_else(place, str::to_owned);
        if self.take(&wished) {
            return wished;
        }
        let place = place();
        if self.take(&place) {
            return place;
        }
        let numbered = format!("{place}~{}", self.count);
        self.take(&numbered);
        numbered
    }

    fn take(&mut self, id: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.taken.insert(hasher.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_unique() {
        let mut ids = Ids::default();
        assert_eq!(ids.claim(Some("a"), "f.jsonl", 0), "a");
        assert_eq!(ids.claim(Some("a"), "f.jsonl", 1), "f.jsonl#1");
        assert_eq!(ids.claim(None, "f.jsonl", 2), "f.jsonl#2");
        assert_eq!(ids.claim(Some(" "), "f.jsonl", 3), "f.jsonl#3");
        assert_eq!(ids.claim(Some("a"), "f.jsonl", 1), "f.jsonl#1~5");
        assert_eq!(ids.claim(Some("a"), "f.jsonl", 1), "f.jsonl#1~6");
    }
}
