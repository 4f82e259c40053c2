//! Comparing what was found with what is marked.
//!
//! The rules are those of the project's scorer: edges do not count, quotations
//! are paired one to one by the characters they share.

use onrecord_core::layers::Quote;
use onrecord_core::{Span, Text};

use crate::markup::GoldQuote;

/// Drops white space, marks and punctuation at both ends, and a leading "that".
pub fn core(text: Text<'_>, span: Span) -> Span {
    let words = text.slice(span);
    let words = words.strip_prefix("that ").unwrap_or(words);
    let words = words.trim_start_matches(is_edge);
    let start = span.end - words.len() as u32;
    Span::new(start, start + words.trim_end_matches(is_edge).len() as u32)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || "\"'“”‘’«»`.,;:!?-–—()[]…".contains(c)
}

/// Whether two contents are the same but for their edges.
pub fn same_content(text: Text<'_>, one: &[Span], other: &[Span]) -> bool {
    let cores = |spans: &[Span]| -> Vec<Span> { spans.iter().map(|s| core(text, *s)).collect() };
    cores(one) == cores(other)
}

/// Bytes that two contents share, and bytes that either has.
pub fn shared(one: &[Span], other: &[Span]) -> (u32, u32) {
    let common = |a: Span, b: Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let both = one
        .iter()
        .flat_map(|a| other.iter().map(move |b| common(*a, *b)))
        .sum();
    let length = |spans: &[Span]| -> u32 { spans.iter().map(|span| span.len()).sum() };
    (both, length(one) + length(other) - both)
}

/// Whether two contents share at least half of what either has.
pub fn mostly_same(one: &[Span], other: &[Span]) -> bool {
    let (both, either) = shared(one, other);
    both > 0 && 2 * both >= either
}

/// For each quotation marked, the index of the one found that overlaps it
/// most; none is used twice, the best pairs come first.
pub fn pair(marked: &[GoldQuote], found: &[Quote]) -> Vec<Option<usize>> {
    let mut candidates = Vec::new();
    for (gold_index, gold) in marked.iter().enumerate() {
        for (found_index, quote) in found.iter().enumerate() {
            let (both, either) = shared(&gold.spans, &quote.spans);
            if both > 0 {
                let share = u64::from(both) * 1_000_000 / u64::from(either);
                candidates.push((u64::MAX - share, gold_index, found_index));
            }
        }
    }
    candidates.sort_unstable();
    let mut pairs = vec![None; marked.len()];
    for (_, gold_index, found_index) in candidates {
        if pairs[gold_index].is_none() && !pairs.contains(&Some(found_index)) {
            pairs[gold_index] = Some(found_index);
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use onrecord_core::Score;
    use onrecord_core::layers::QuoteKind;

    use super::*;

    #[test]
    fn edges_do_not_count() {
        let text = Text::new("that “we won’t,”");
        assert_eq!(text.slice(core(text, Span::new(0, text.len()))), "we won’t");
    }

    #[test]
    fn sharing_is_counted_over_all_spans() {
        let (one, other) = ([Span::new(0, 4), Span::new(6, 10)], [Span::new(2, 8)]);
        assert_eq!(shared(&one, &other), (4, 10));
        assert!(!mostly_same(&one, &other));
        assert!(mostly_same(&one, &[Span::new(0, 8)]));
    }

    #[test]
    fn the_best_pair_comes_first() {
        let gold = |number, start, end| GoldQuote {
            number,
            kind: QuoteKind::Direct,
            spans: vec![Span::new(start, end)],
            cue: None,
            speaker: None,
            entity: None,
        };
        let found = |start, end| Quote {
            spans: vec![Span::new(start, end)],
            kind: QuoteKind::Direct,
            quoted: Vec::new(),
            cue: None,
            speaker: None,
            turn: 0,
            confidence: Score::ONE,
        };
        let pairs = pair(&[gold(1, 0, 9), gold(2, 10, 20)], &[found(8, 20)]);
        assert_eq!(pairs, [None, Some(0)]);
    }
}
