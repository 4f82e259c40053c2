//! `list`: the registry as a table.

use std::fmt::Write as _;

use onrecord_runner::{Entry, Registry};

use super::describe::print;
use crate::exit::{Exit, Failure};

const HEAD: [&str; 4] = ["processor", "needs", "provides", "what it does"];

pub(super) fn run(registry: &Registry, markdown: bool) -> Result<Exit, Failure> {
    let rows: Vec<[String; 4]> = registry.entries().iter().map(row).collect();
    let table = if markdown {
        markdown_table(&rows)
    } else {
        plain_table(&rows)
    };
    print(table.as_bytes())
}

fn row(entry: &Entry) -> [String; 4] {
    let needs = entry.needs().iter().map(|need| {
        // As in a usage line: what is in brackets is used if it is there.
        if need.required {
            need.layer.to_owned()
        } else {
            format!("[{}]", need.layer)
        }
    });
    [
        entry.name().to_owned(),
        needs.collect::<Vec<_>>().join(" "),
        entry.layers().collect::<Vec<_>>().join(" "),
        entry.summary().to_owned(),
    ]
}

fn plain_table(rows: &[[String; 4]]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].len());
        cells.chain([HEAD[column].len()]).max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2)];
    let mut table = String::new();
    let mut line = |cells: [&str; 4]| {
        let [a, b, c] = widths;
        let text = format!(
            "{:a$}  {:b$}  {:c$}  {}",
            cells[0], cells[1], cells[2], cells[3]
        );
        table.push_str(text.trim_end());
        table.push('\n');
    };
    line(HEAD);
    for row in rows {
        line(row.each_ref().map(String::as_str));
    }
    table
}

fn markdown_table(rows: &[[String; 4]]) -> String {
    let mut table = format!("| {} |\n| --- | --- | --- | --- |\n", HEAD.join(" | "));
    for [name, needs, provides, summary] in rows {
        let code = |names: &str| {
            let names = names.split_whitespace().map(|name| format!("`{name}`"));
            names.collect::<Vec<_>>().join(" ")
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| `{name}` | {} | {} | {summary} |",
            code(needs),
            code(provides)
        );
    }
    table
}
