//! The article with marks aligned under its words.

use onrecord_core::layers::{Mentions, Quotes};
use onrecord_core::{Document, Span};

use super::wrap::{WIDTH, rows};

/// The annotated view; its notation stands in the [module](super).
pub fn annotated(doc: &Document) -> String {
    let names = names(doc);
    let speech = speech(doc);
    let mut out = String::new();
    let mut at = 0;
    for line in doc.text().as_str().split_inclusive('\n') {
        let visible = line.trim_end();
        if visible.is_empty() {
            out.push_str(">\n");
        }
        for row in rows(visible, WIDTH) {
            let span = Span::new((at + row.start) as u32, (at + row.end) as u32);
            let words = doc.text().slice(span);
            push_row(&mut out, "> ", words);
            for marks in [&names, &speech] {
                for lane in lanes(doc, span, marks) {
                    push_row(&mut out, "| ", &lane);
                }
            }
        }
        at += line.len();
    }
    out
}

fn push_row(out: &mut String, prefix: &str, row: &str) {
    out.push_str(prefix);
    out.push_str(row.trim_end());
    out.push('\n');
}

/// Something to draw under the words.
struct Mark {
    span: Span,
    style: Style,
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// A run of the character, then the text where the span ends.
    Labelled(char),
    /// The text, then a run of `~` up to where the span ends.
    Filled,
}

fn names(doc: &Document) -> Vec<Mark> {
    let mentions = doc.layer::<Mentions>().into_iter();
    let mentions = mentions.flat_map(|layer| &layer.items);
    let marks = mentions.flat_map(|mention| {
        let title = mention.title.map(|span| Mark {
            span,
            style: Style::Labelled('-'),
            text: String::new(),
        });
        let label = mention.label.as_str();
        let name = Mark {
            span: mention.span,
            style: Style::Labelled('^'),
            text: mention
                .entity
                .map_or(label.to_owned(), |id| format!("{label}:{}", id.index())),
        };
        title.into_iter().chain([name])
    });
    marks.collect()
}

fn speech(doc: &Document) -> Vec<Mark> {
    let mut marks = Vec::new();
    let quotes = doc.layer::<Quotes>().into_iter();
    for (index, quote) in quotes.flat_map(|layer| &layer.items).enumerate() {
        let content = quote.spans.iter().map(|span| ('Q', *span));
        let cue = quote.cue.iter().map(|cue| ('C', cue.span));
        let speaker = quote.speaker.iter().filter_map(|speaker| speaker.span);
        let speaker = speaker.map(|span| ('S', span));
        marks.extend(
            content
                .chain(cue)
                .chain(speaker)
                .map(|(letter, span)| Mark {
                    span,
                    style: Style::Filled,
                    text: format!("{letter}{index}"),
                }),
        );
    }
    marks.sort_by_key(|mark| mark.span);
    marks
}

/// The marks of one row of text, on as few lines as they need.
fn lanes(doc: &Document, row: Span, marks: &[Mark]) -> Vec<String> {
    let mut lanes: Vec<(usize, String)> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.span.overlaps(row)) {
        let start = mark.span.start.max(row.start);
        let end = mark.span.end.min(row.end);
        let columns = |from, to| doc.text().slice(Span::new(from, to)).chars().count();
        let (column, width) = (columns(row.start, start), columns(start, end));
        let drawn = draw(mark, width, mark.span.end <= row.end);
        let free = lanes.iter().position(|(taken, _)| *taken <= column);
        let lane = free.unwrap_or_else(|| {
            lanes.push((0, String::new()));
            lanes.len() - 1
        });
        let (taken, line) = &mut lanes[lane];
        let gap = column - line.chars().count();
        line.extend(std::iter::repeat_n(' ', gap));
        line.push_str(&drawn);
        // One free column keeps neighbours apart.
        *taken = line.chars().count() + usize::from(!mark.text.is_empty());
    }
    lanes.into_iter().map(|(_, line)| line).collect()
}

fn draw(mark: &Mark, width: usize, ends_here: bool) -> String {
    match mark.style {
        Style::Labelled(c) => {
            let label = if ends_here { mark.text.as_str() } else { "" };
            let run: String = std::iter::repeat_n(c, width).collect();
            run + label
        }
        Style::Filled => {
            let run = width.saturating_sub(mark.text.chars().count());
            let run: String = std::iter::repeat_n('~', run).collect();
            mark.text.clone() + &run
        }
    }
}
