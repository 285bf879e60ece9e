//! Tables of plain text: the rows that every kind of table is read into, and the block made of them.

use super::super::{Block, BlockKind, Cell, Row, Table};
use super::grid;
use super::joining::tidy;
use super::lines::Line;
use super::outline::{Outline, Place};
use super::{columns, pipes, tabs};

/// A row as read from the text.
#[derive(Debug, Default)]
pub(super) struct RawRow {
    /// Whether the text marks it as a header.
    pub(super) header: bool,
    /// Its cells from the left.
    pub(super) cells: Vec<RawCell>,
}

/// A cell as read from the text.
#[derive(Debug)]
pub(super) struct RawCell {
    /// Its first column, counted from 0.
    pub(super) column: usize,
    /// How many columns it spans.
    pub(super) columns: usize,
    /// Its text, a line break the writer put in it as `\n`.
    pub(super) text: String,
    /// Where it begins.
    pub(super) place: Place,
}

/// A table as read from the text.
#[derive(Debug)]
pub(super) struct RawTable {
    /// Its rows from the top.
    pub(super) rows: Vec<RawRow>,
    /// How many of the lines it takes.
    pub(super) lines: usize,
}

impl RawTable {
    /// Returns how many cells the table will have, a row shorter than the widest filled up.
    pub(super) fn cells(&self) -> usize {
        self.rows.len().saturating_mul(self.columns())
    }

    fn columns(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column + cell.columns).max().unwrap_or(0)
    }
}

/// Returns the table that begins at the first of `lines`, if one does.
pub(super) fn table_at(lines: &[Line]) -> Option<RawTable> {
    grid::table(lines)
        .or_else(|| pipes::table(lines))
        .or_else(|| tabs::table(lines))
        .or_else(|| columns::table(lines))
}

/// Returns the block of `raw`, the document's table `number`.
pub(super) fn block(raw: RawTable, number: u32, outline: &Outline) -> Option<Block> {
    let columns = raw.columns();
    let start = raw.rows.first()?.cells.first()?.place;
    let mut rows = Vec::with_capacity(raw.rows.len());
    for (row_number, raw_row) in (1_u32..).zip(raw.rows) {
        let end = raw_row.cells.last().map(|cell| (cell.column + cell.columns, cell.place));
        let mut cells: Vec<Cell> =
            raw_row.cells.into_iter().map(|cell| finish(cell, number, row_number, outline)).collect();
        if let Some((end, place)) = end {
            let missing =
                (end..columns).map(|column| RawCell { column, columns: 1, text: String::new(), place });
            cells.extend(missing.map(|cell| finish(cell, number, row_number, outline)));
        }
        rows.push(Row { number: row_number, header: raw_row.header, cells });
    }
    Some(Block {
        kind: BlockKind::Table(Table { number, rows, columns }),
        text: String::new(),
        location: super::super::Location { table: Some(number), ..outline.at(start) },
        bold: false,
        italic: false,
    })
}

fn finish(raw: RawCell, table: u32, row: u32, outline: &Outline) -> Cell {
    let location = outline.cell(raw.place, table, row, raw.column);
    let text = tidy(&raw.text);
    let blocks = if text.is_empty() {
        Vec::new()
    } else {
        let location = location.clone();
        vec![Block { kind: BlockKind::Paragraph, text, location, bold: false, italic: false }]
    };
    Cell { column: raw.column, columns: raw.columns, rows: 1, blocks, location }
}
