//! The grid of a table: which column each cell begins in, and how far it reaches.

use crate::document::error::ReadError;
use crate::document::{Limit, Limits};

/// The most columns a cell may span: as HTML has it.
const WIDEST: usize = 1_000;
/// A span beyond this many columns is no one's count: it means the whole table.
const ABSURD: usize = 100;

/// The columns that cells from the rows above still take up.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// For each column, how many of the rows to come are taken.
    taken: Vec<usize>,
    column: usize,
    /// How many columns the table has.
    pub(super) columns: usize,
}

impl Grid {
    /// Starts a group of rows: no cell reaches into it from the group before.
    pub(super) fn start_group(&mut self) {
        self.taken.clear();
    }

    /// Starts a row.
    pub(super) fn start_row(&mut self) {
        self.column = 0;
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) {
        self.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    /// Places the next cell of the row, which asks for so many `columns` and covers `rows`; returns its first column and
    /// how many columns it covers, those left out that a cell from above covers.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when there are too many columns.
    pub(super) fn place(
        &mut self,
        columns: usize,
        rows: usize,
        limits: &Limits,
    ) -> Result<(usize, usize), ReadError> {
        let free = |taken: &[usize], column: usize| taken.get(column).is_none_or(|rows| *rows == 0);
        while !free(&self.taken, self.column) {
            self.column += 1;
        }
        let start = self.column;
        let most = limits.of(Limit::Columns);
        limits.hold(Limit::Columns, start + 1, || "the number of columns of a table".to_owned())?;
        let asked = columns.clamp(1, WIDEST).min(most.saturating_sub(start).max(1));
        let span = (start..start + asked).take_while(|column| free(&self.taken, *column)).count().max(1);
        let end = start + span;
        // A cell of one row takes nothing of the rows to come.
        if rows > 1 {
            self.taken.resize(self.taken.len().max(end), 0);
            for column in self.taken.iter_mut().take(end).skip(start) {
                *column = rows;
            }
        }
        self.column = end;
        self.columns = self.columns.max(if span > ABSURD { start + 1 } else { end });
        Ok((start, span))
    }
}
