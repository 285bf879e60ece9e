//! The header of a table: which row it is, and the roles it gives the columns.

use super::plan::Reader;
use super::roles::roles_of;
use crate::document::{Row, Table};
use crate::pack::ColumnRole;

/// How far down the header row is looked for: a title and a quotation may stand above it.
const DEEPEST_HEADER: usize = 6;
/// The fewest words a cell holds on average in a column that says what will be done.
const WORDS_OF_ACTION: usize = 6;

/// The columns of a table.
#[derive(Debug, Default)]
pub(super) struct Columns {
    columns: Vec<Column>,
}

/// A column with its heading.
#[derive(Debug)]
struct Column {
    first: usize,
    roles: Vec<ColumnRole>,
    heading: String,
}

impl Columns {
    fn of(row: &Row, reader: &Reader<'_>) -> Self {
        let columns = row.cells.iter().map(|cell| {
            let heading = cell.text();
            Column { first: cell.column, roles: roles_of(&heading, reader.rules), heading }
        });
        Self { columns: columns.collect() }
    }

    fn named(&self) -> usize {
        self.columns.iter().filter(|column| !column.roles.is_empty()).count()
    }

    pub(super) fn has(&self, role: ColumnRole) -> bool {
        self.columns.iter().any(|column| column.roles.contains(&role))
    }

    /// Whether the columns are those of a plan: something to do, and somebody, some day or some sign of success.
    pub(super) fn holds_plan(&self) -> bool {
        let beside = [ColumnRole::Owner, ColumnRole::Agency, ColumnRole::Due, ColumnRole::Measure];
        self.has(ColumnRole::Action) && beside.iter().any(|role| self.has(*role))
    }

    fn at(&self, column: usize) -> Option<&Column> {
        self.columns.iter().rev().find(|other| other.first <= column)
    }

    pub(super) fn roles_at(&self, column: usize) -> &[ColumnRole] {
        self.at(column).map(|column| column.roles.as_slice()).unwrap_or_default()
    }

    pub(super) fn heading_at(&self, column: usize) -> &str {
        self.at(column).map(|column| column.heading.as_str()).unwrap_or_default()
    }

    /// Whether a row says these headings again, as at the top of a page.
    pub(super) fn are_repeated_in(&self, row: &Row, reader: &Reader<'_>) -> bool {
        let own = Self::of(row, reader);
        let same = own.columns.iter().filter(|column| {
            !column.heading.is_empty() && column.heading.eq_ignore_ascii_case(self.heading_at(column.first))
        });
        own.named() >= 2 && same.count() * 2 > own.columns.len()
    }

    /// Where no column is headed as the action, the wordiest of those whose heading says nothing holds it; else the
    /// last that is headed as a finding or objective.
    fn find_action(&mut self, rows: &[Row]) {
        let nameless = self.columns.iter().enumerate().filter(|(_, column)| column.roles.is_empty());
        let wordiest = nameless.map(|(at, column)| (words_in(column.first, rows), at)).max();
        let wordy = wordiest.filter(|(words, _)| !rows.is_empty() && *words >= WORDS_OF_ACTION * rows.len());
        if let Some(column) = wordy.and_then(|(_, at)| self.columns.get_mut(at)) {
            column.roles.push(ColumnRole::Action);
            return;
        }
        let findings = self.columns.iter_mut().rev().flat_map(|column| &mut column.roles);
        if let Some(role) = findings.into_iter().find(|role| **role == ColumnRole::Finding) {
            *role = ColumnRole::Action;
        }
    }
}

fn words_in(column: usize, rows: &[Row]) -> usize {
    let cells =
        rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.column == column && cell.columns == 1);
    cells.map(|cell| cell.text().split_whitespace().count()).sum()
}

/// Returns the header row and its columns: of the first few rows, the one in which most cells name a role.
pub(super) fn header(table: &Table, reader: &Reader<'_>) -> Option<(usize, Columns)> {
    let mut best: Option<(usize, Columns)> = None;
    for (at, row) in table.rows.iter().enumerate().take(DEEPEST_HEADER) {
        let columns = Columns::of(row, reader);
        let heads = columns.named() >= 2 && columns.named() * 2 > filled(row);
        if heads && best.as_ref().is_none_or(|(_, other)| columns.named() > other.named()) {
            best = Some((at, columns));
        }
    }
    let (at, mut columns) = best?;
    if !columns.has(ColumnRole::Action) {
        columns.find_action(table.rows.get(at + 1..).unwrap_or_default());
    }
    Some((at, columns))
}

/// A second header row that only tells the writer what to fill in: every cell a question.
pub(super) fn is_guidance(row: &Row) -> bool {
    let texts = row.cells.iter().map(|cell| cell.text()).filter(|text| !text.trim().is_empty());
    let texts: Vec<String> = texts.collect();
    texts.len() > 1 && texts.iter().all(|text| text.trim_end().ends_with('?'))
}

/// Returns how many cells of a row say something.
pub(super) fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.text().trim().is_empty()).count()
}
