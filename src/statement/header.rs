//! The header of a table: which row or rows it is.

use super::columns::{Columns, WORDS_OF_SHORT_HEADING, filled};
use super::plan::Reader;
use super::roles::is_heading;
use crate::document::{Cell, Row, Table};
use crate::pack::ColumnRole;

/// How far down the header is looked for: a title, a quotation and lines about the plan may stand above it.
const DEEPEST_HEADER: usize = 15;
/// How many plain headings in a row leave no doubt that it is a header.
const PLAIN_HEADINGS: usize = 2;

/// The header of a table.
#[derive(Debug)]
pub(super) struct Header {
    /// Its first row.
    pub(super) first: usize,
    /// Its last row: the same, or the next where a heading across several columns stands over theirs.
    pub(super) last: usize,
    pub(super) columns: Columns,
}

/// Returns the header: of the first rows, the one or two in which most cells are plain headings.
pub(super) fn header(table: &Table, reader: &Reader<'_>) -> Option<Header> {
    let mut best: Option<((usize, usize, bool), Header)> = None;
    for first in 0..table.rows.len().min(DEEPEST_HEADER) {
        for found in headers_at(table, first, reader) {
            // Two rows say no more than one, unless the upper gives years to the months of the lower.
            let needed = found.first == found.last || found.columns.are_under_years(reader);
            let plain = found.columns.plain(reader);
            // Where headings are plain, the first of two such rows is the header; where none are, any word counts.
            let named = if plain < PLAIN_HEADINGS { found.columns.named() } else { 0 };
            let rank = (plain, named, needed);
            if best.as_ref().is_none_or(|(other, _)| rank > *other) {
                best = Some((rank, found));
            }
        }
    }
    let (_, mut header) = best?;
    header.columns.settle();
    header.columns.drop_replies(table.rows.get(header.last + 1..).unwrap_or_default());
    if !header.columns.has(ColumnRole::Action) {
        header.columns.find_action(table.rows.get(header.last + 1..).unwrap_or_default());
    }
    Some(header)
}

/// Returns the header that stands in the middle of a table, where another begins without a gap: its cells are
/// short, and nearly all plain headings.
pub(super) fn header_within(table: &Table, first: usize, reader: &Reader<'_>) -> Option<Header> {
    let row = table.rows.get(first)?;
    let plain = |row: &Row| row.cells.iter().filter(|cell| is_heading(&cell.text(), reader.rules)).count();
    let short = |cell: &Cell| cell.text().split_whitespace().count() <= WORDS_OF_SHORT_HEADING;
    if plain(row) < 3 || plain(row) * 3 < filled(row) * 2 || !row.cells.iter().all(short) {
        return None;
    }
    let found = headers_at(table, first, reader).into_iter();
    let mut header = found.max_by_key(|found| (found.columns.plain(reader), found.first == found.last))?;
    header.columns.settle();
    Some(header)
}

/// Returns the headers that the rows from `first` on may be: one row, and two.
fn headers_at(table: &Table, first: usize, reader: &Reader<'_>) -> Vec<Header> {
    let Some(row) = table.rows.get(first) else { return Vec::new() };
    let mut found = Vec::new();
    let columns = Columns::of(row, reader);
    if columns.are_named(reader) {
        found.push(Header { first, last: first, columns });
    }
    let lower = table.rows.get(first + 1);
    let two = lower.and_then(|lower| Columns::of_two(row, lower, reader));
    if let Some(columns) = two.filter(|columns| columns.are_named(reader)) {
        found.push(Header { first, last: first + 1, columns });
    }
    found
}

/// A second header row that only tells the writer what to fill in: every cell a question.
pub(super) fn is_guidance(row: &Row) -> bool {
    let texts = row.cells.iter().map(|cell| cell.text()).filter(|text| !text.trim().is_empty());
    let texts: Vec<String> = texts.collect();
    texts.len() > 1 && texts.iter().all(|text| text.trim_end().ends_with('?'))
}
