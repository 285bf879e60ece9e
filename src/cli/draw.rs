//! Draws problems in the rules for a terminal.

use std::io::{self, Write};

use miette::{GraphicalReportHandler, GraphicalTheme};
use wsoa::pack::Problems;

/// How wide a report may be. Fixed, so that a report reads the same everywhere.
const WIDTH: usize = 100;

/// Draws each problem with its place. Colours are left to `out` to keep or drop.
pub(super) fn draw(problems: &Problems, out: &mut dyn Write) -> io::Result<()> {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode()).with_width(WIDTH);
    for problem in problems {
        let mut drawn = String::new();
        handler.render_report(&mut drawn, problem).map_err(io::Error::other)?;
        writeln!(out, "{drawn}")?;
    }
    Ok(())
}
