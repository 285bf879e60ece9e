//! Timelines: columns headed by months or quarters, in which marks show when an action is worked on.

use super::columns::{Columns, filled, time_of};
use super::plan::Reader;
use crate::document::{Cell, Row};
use crate::pack::ColumnRole;

/// The longest mark, in letters and signs: `x`, `✓`, `→`.
const LONGEST_MARK: usize = 3;

/// The columns of a chart of work, each with the time it stands for.
#[derive(Debug, Default)]
pub(super) struct Timeline {
    columns: Vec<(usize, String)>,
}

impl Timeline {
    /// Returns the columns of a table that are headed by a time and hold only marks; none where other columns say when.
    pub(super) fn of(columns: &Columns, body: &[Row], reader: &Reader<'_>) -> Self {
        if columns.has(ColumnRole::Due) {
            return Self::default();
        }
        let unnamed = columns.all().iter().filter(|column| column.roles.is_empty());
        let timed = unnamed.filter_map(|column| {
            let time = time_of(column, reader)?;
            let marked = body
                .iter()
                .filter(|row| filled(row) > 1)
                .all(|row| row.cells.iter().all(|cell| cell.column != column.first || is_mark(&cell.text())));
            marked.then_some((column.first, time))
        });
        let columns: Vec<(usize, String)> = timed.collect();
        if columns.len() < 2 { Self::default() } else { Self { columns } }
    }

    /// Whether the table has such columns.
    pub(super) fn is_there(&self) -> bool {
        !self.columns.is_empty()
    }

    /// Returns when the action of a row is done: the last time marked, or the mark itself where that says that the
    /// work goes on.
    pub(super) fn due(&self, row: &Row, reader: &Reader<'_>) -> Option<String> {
        self.columns.iter().rev().find_map(|(column, time)| {
            let holds = |cell: &&Cell| cell.column <= *column && *column < cell.column + cell.columns;
            let mark = row.cells.iter().find(holds)?.text();
            // A lone x says nothing in a cell for words, but marks a time.
            let marks = !reader.is_blank(&mark) || mark.trim().eq_ignore_ascii_case("x");
            marks.then(|| if reader.dates.is_vague(&mark) { mark.trim().to_owned() } else { time.clone() })
        })
    }
}

fn is_mark(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= LONGEST_MARK && !text.contains(|c: char| c.is_ascii_digit())
}
