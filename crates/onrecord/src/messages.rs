//! What is said on stderr.

use std::io::Write;

use anstyle::{AnsiColor, Style};

use crate::terminal::printable;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// Says why the command ends.
pub(crate) fn error(message: &str) {
    line(&format!("{ERROR}error:{ERROR:#} {}", printable(message)));
}

/// Says what went wrong with one document; the others go on.
pub(crate) fn warning(message: &str) {
    line(&format!(
        "{WARNING}warning:{WARNING:#} {}",
        printable(message)
    ));
}

/// Says something that is no trouble.
pub(crate) fn note(message: &str) {
    line(&printable(message));
}

fn line(text: &str) {
    // If stderr is gone there is nobody left to tell.
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}
