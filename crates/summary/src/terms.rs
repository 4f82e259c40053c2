//! Which words carry content, and the stems they share.

/// Number of a stem in [`crate::lexicon::Lexicon`].
pub(crate) type TermId = u32;

/// Words that say nothing of what a text is about, sorted.
pub(crate) const STOP_WORDS: &[&str] = &[
    "a",
    "able",
    "about",
    "above",
    "according",
    "across",
    "actually",
    "add",
    "added",
    "adding",
    "adds",
    "after",
    "again",
    "against",
    "ago",
    "all",
    "almost",
    "alone",
    "along",
    "already",
    "also",
    "although",
    "always",
    "am",
    "amid",
    "among",
    "an",
    "and",
    "another",
    "any",
    "anybody",
    "anyone",
    "anything",
    "are",
    "around",
    "as",
    "asked",
    "at",
    "away",
    "back",
    "be",
    "became",
    "because",
    "become",
    "been",
    "before",
    "being",
    "below",
    "between",
    "both",
    "but",
    "by",
    "came",
    "can",
    "can't",
    "cannot",
    "come",
    "comes",
    "could",
    "couldn't",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "doing",
    "don't",
    "done",
    "down",
    "during",
    "each",
    "either",
    "else",
    "even",
    "ever",
    "every",
    "everybody",
    "everyone",
    "everything",
    "few",
    "first",
    "for",
    "former",
    "from",
    "further",
    "gave",
    "get",
    "gets",
    "getting",
    "give",
    "given",
    "go",
    "goes",
    "going",
    "gone",
    "got",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "have",
    "haven't",
    "having",
    "he",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "including",
    "indeed",
    "instead",
    "into",
    "is",
    "isn't",
    "it",
    "its",
    "itself",
    "just",
    "keep",
    "kept",
    "knew",
    "know",
    "known",
    "last",
    "later",
    "least",
    "less",
    "let",
    "like",
    "likely",
    "lot",
    "made",
    "make",
    "makes",
    "making",
    "many",
    "may",
    "maybe",
    "me",
    "meanwhile",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "myself",
    "near",
    "need",
    "never",
    "next",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "now",
    "of",
    "off",
    "often",
    "on",
    "once",
    "one",
    "ones",
    "only",
    "onto",
    "or",
    "other",
    "others",
    "our",
    "ours",
    "ourselves",
    "out",
    "over",
    "own",
    "per",
    "perhaps",
    "put",
    "quite",
    "rather",
    "really",
    "said",
    "same",
    "saw",
    "say",
    "saying",
    "says",
    "see",
    "seem",
    "seemed",
    "seen",
    "several",
    "shall",
    "she",
    "should",
    "shouldn't",
    "since",
    "so",
    "some",
    "somebody",
    "someone",
    "something",
    "soon",
    "still",
    "such",
    "take",
    "taken",
    "takes",
    "taking",
    "tell",
    "than",
    "that",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "therefore",
    "these",
    "they",
    "thing",
    "things",
    "think",
    "this",
    "those",
    "though",
    "through",
    "thus",
    "to",
    "together",
    "told",
    "too",
    "took",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "use",
    "used",
    "using",
    "very",
    "want",
    "wanted",
    "was",
    "wasn't",
    "way",
    "we",
    "well",
    "went",
    "were",
    "weren't",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "whilst",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "won't",
    "would",
    "wouldn't",
    "yes",
    "yet",
    "you",
    "your",
    "yours",
    "yourself",
];

/// Longest stem kept, in bytes: one huge token must not be copied about.
const MAX_WORD: usize = 64;

/// Writes a word in lower case with straight apostrophes into `out`.
pub(crate) fn lower_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() && word.len() <= MAX_WORD && !word.contains('`') {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars().take(MAX_WORD) {
        match c {
            '’' | 'ʼ' | '`' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// Cuts a lower-cased word to a form it shares with its inflections.
///
/// Lighter than Porter's: only number, tense and -ly go, and a final e, so
/// that `charge`, `charges`, `charged` and `charging` are one.
pub(crate) fn stem(word: &mut String) {
    if !word.is_ascii() || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return;
    }
    let ends = |word: &String, ending: &str, least: usize| {
        word.len() >= ending.len() + least && word.ends_with(ending)
    };
    if ends(word, "ies", 2) {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ends(word, "s", 3)
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
    {
        word.truncate(word.len() - 1);
    }
    if ends(word, "ied", 2) {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ends(word, "ing", 3) || (ends(word, "ed", 3) && !word.ends_with("eed")) {
        word.truncate(word.len() - if word.ends_with("ing") { 3 } else { 2 });
        undouble(word);
    } else if ends(word, "ly", 4) {
        word.truncate(word.len() - 2);
    }
    if ends(word, "e", 3) {
        word.truncate(word.len() - 1);
    }
}

/// `stopped` has lost its -ed; now `stopp` is `stop`. But `kill`, `pass`.
fn undouble(word: &mut String) {
    let [.., a, b] = word.as_bytes() else { return };
    if a == b && !b"lsz".contains(b) && word.len() > 3 {
        word.truncate(word.len() - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted() {
        assert!(STOP_WORDS.is_sorted());
    }

    fn check(words: &str, expect: &str) {
        for word in words.split(' ') {
            let mut stemmed = String::new();
            lower_into(word, &mut stemmed);
            stem(&mut stemmed);
            assert_eq!(stemmed, expect, "{word}");
        }
    }

    #[test]
    fn inflections_share_a_stem() {
        check("charge charges charged charging Charge", "charg");
        check("stop stops stopped stopping", "stop");
        check("kill kills killed killing", "kill");
        check("city cities", "city");
        check("try tries tried trying", "try");
        check("quick quickly", "quick");
        check("police", "polic");
        check("crisis", "crisis");
        check("bus", "bus");
        check("need needed needs", "need");
        check("1,400", "1,400");
        check("Beyoncé", "beyoncé");
    }
}
