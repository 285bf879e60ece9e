//! Workbooks: what a person sees on their sheets, and where it stands.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod around;
mod book;
mod hidden;
mod hostile;
mod layout;
mod numbers;
mod ods;
mod ods_book;
#[path = "../support/mod.rs"]
mod support;
mod words;

use wsoa::document::{BlockKind, Document, Table};

/// Returns the tables of a document.
fn tables(document: &Document) -> Vec<&Table> {
    let tables = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// Returns the texts of a table, row by row, cells that span more than one place with their size.
fn grid(table: &Table) -> Vec<Vec<String>> {
    let cell = |cell: &wsoa::document::Cell| match (cell.columns, cell.rows) {
        (1, 1) => cell.text(),
        (columns, rows) => format!("{} [{columns}x{rows}]", cell.text()),
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
}
