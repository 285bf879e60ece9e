//! Tables of PDF files: cells from ruling lines, from shading and from white space, and over pages.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod across_pages;
mod crowded;
mod drawn;
mod no_tables;
mod ruled;
mod unruled;

use drawn::{Sheet, pdf};
use wsoa::document::{BlockKind, Document, Limits, Table};

/// Reads a file of these pages.
fn read(sheets: &[Sheet]) -> Document {
    wsoa::document::read("plan.pdf", &pdf(sheets), &Limits::default()).unwrap()
}

/// Returns the outermost tables of a document.
fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.blocks.iter();
    blocks
        .filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

/// Draws tables, a line per row: `header` rows marked, spans as `across x down`, empty cells as `-`.
fn drawn(sheets: &[Sheet]) -> String {
    let document = read(sheets);
    let mut text = String::new();
    for table in tables(&document) {
        text.push_str(&format!("{} columns\n", table.columns));
        for row in &table.rows {
            text.push_str(if row.header { "# " } else { "" });
            let cells = row.cells.iter().map(|cell| {
                let said = cell.text().replace('\n', " / ");
                let said = if said.is_empty() { "-".to_owned() } else { said };
                match (cell.columns, cell.rows) {
                    (1, 1) => said,
                    (across, down) => format!("{said} ({across}x{down})"),
                }
            });
            text.push_str(&cells.collect::<Vec<_>>().join(" | "));
            text.push('\n');
        }
    }
    text
}
