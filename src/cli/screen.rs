//! The screen: how large it is, whether it takes colour, and remarks beside the result.

use std::io::{IsTerminal as _, Write as _, stdout};

use anstream::{AutoStream, ColorChoice};
use terminal_size::{Height, Width, terminal_size_of};
use wsoa::report::{Look, safe};

/// The width where the screen does not tell, and the widest that reads well.
const WIDTH: usize = 100;

/// The narrowest that a report can be laid out for.
const NARROWEST: usize = 40;

/// Returns how many columns wide a report may be.
pub(super) fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size_of(stdout()).map(|(Width(columns), _)| usize::from(columns));
    told.or_else(seen).map_or(WIDTH, |columns| columns.clamp(NARROWEST, WIDTH))
}

/// Returns how many lines fit on the screen; `None` where nobody looks at one.
pub(super) fn height() -> Option<usize> {
    let (_, Height(lines)) = terminal_size_of(stdout()).filter(|_| stdout().is_terminal())?;
    Some(usize::from(lines))
}

/// Whether standard output takes colour: a terminal, and nobody asked for none; or somebody asked for it.
pub(super) fn colour() -> bool {
    AutoStream::choice(&stdout()) != ColorChoice::Never
}

/// Returns how a report is to look that goes `to_screen`, or into a file.
pub(super) fn look(quiet: bool, plain: bool, to_screen: bool) -> Look {
    let undrawn = || std::env::var_os("NO_GRAPHICS").is_some_and(|value| !value.is_empty());
    Look { colour: to_screen && colour(), width: width(), quiet, plain: plain || undrawn() }
}

/// Says something beside the result, on standard error.
pub(super) fn note(text: &str) {
    // A remark that cannot be shown must not keep the result back.
    let _ = writeln!(anstream::stderr(), "note: {}", safe(text));
}
