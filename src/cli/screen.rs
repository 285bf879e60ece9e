//! The screen: how wide it is, whether it takes colour, and remarks beside the result.

use std::io::{IsTerminal as _, Write as _};

/// The width where the screen does not tell, and the widest that reads well.
const WIDTH: usize = 100;

/// Returns how many columns wide a report may be.
pub(super) fn width() -> usize {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .map_or(WIDTH, |c: usize| c.clamp(60, WIDTH))
}

/// Whether standard output takes colour: a terminal, and nobody asked for none.
pub(super) fn colour() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Says something beside the result, on standard error.
pub(super) fn note(text: &str) {
    // A remark that cannot be shown must not keep the result back.
    let _ = writeln!(anstream::stderr(), "note: {text}");
}
