//! The columns of a table: what the heading of each says that it is for.

use super::plan::Reader;
use super::roles::{is_heading, roles_of};
use crate::document::{Cell, Row};
use crate::pack::ColumnRole;

/// The fewest words a cell holds on average in a column that says what will be done.
const WORDS_OF_ACTION: usize = 6;
/// Fewer words than this, on average, are a reply to a finding and not an action.
const WORDS_OF_REPLY: usize = 2;
/// The most words of a heading in the lower of two header rows, and in a header in the middle of a table.
pub(super) const WORDS_OF_SHORT_HEADING: usize = 6;

/// The columns of a table.
#[derive(Debug, Default)]
pub(super) struct Columns {
    columns: Vec<Column>,
}

/// A column with its heading.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) first: usize,
    pub(super) roles: Vec<ColumnRole>,
    /// What stands over its heading and its neighbours'; empty where nothing does.
    pub(super) above: String,
    pub(super) heading: String,
}

impl Columns {
    pub(super) fn of(row: &Row, reader: &Reader<'_>) -> Self {
        let columns = row.cells.iter().map(|cell| {
            let heading = cell.text();
            let roles = roles_of(&heading, reader.rules);
            Column { first: cell.column, roles, above: String::new(), heading }
        });
        Self { columns: columns.collect() }
    }

    /// Returns the columns of two header rows, where the lower one stands under headings across several columns.
    pub(super) fn of_two(upper: &Row, lower: &Row, reader: &Reader<'_>) -> Option<Self> {
        let filled: Vec<&Cell> = lower.cells.iter().filter(|cell| says_something(cell)).collect();
        let short = |cell: &&Cell| cell.text().split_whitespace().count() <= WORDS_OF_SHORT_HEADING;
        if filled.len() < 2 || !filled.iter().all(short) || filled.iter().any(|cell| cell.columns > 1) {
            return None;
        }
        let under = |column: usize| filled.iter().find(|cell| cell.column == column);
        let over = |column: usize| upper.cells.iter().rev().find(|cell| cell.column <= column);
        let is_blank = |column: usize| over(column).is_none_or(|cell| !says_something(cell));
        // Over several columns goes a heading that is merged so, or that stands left of blanks over other headings.
        let group = |column: usize| -> Option<&Cell> {
            let cell = over(column)?;
            if cell.columns > 1
                || cell.column == column && is_blank(column + 1) && under(column + 1).is_some()
            {
                return says_something(cell).then_some(cell);
            }
            let left = upper.cells.iter().rev().find(|cell| cell.column < column && says_something(cell))?;
            let joined = (left.column..column).all(|between| under(between).is_some());
            (is_blank(column) && joined).then_some(left)
        };
        if !filled.iter().all(|cell| group(cell.column).is_some() || is_blank(cell.column)) {
            return None;
        }
        let mut columns: Vec<Column> = Vec::new();
        let places = upper.cells.iter().chain(&lower.cells).map(|cell| cell.column);
        let places: std::collections::BTreeSet<usize> = places.collect();
        for first in places {
            let column = match under(first) {
                Some(cell) => {
                    let (heading, above) = (cell.text(), group(first).map(Cell::text).unwrap_or_default());
                    let mut roles = roles_of(&heading, reader.rules);
                    if roles.is_empty() {
                        roles = roles_of(&format!("{above} {heading}"), reader.rules);
                    }
                    Column { first, roles, above, heading }
                }
                None => {
                    let heading = upper.cells.iter().find(|cell| cell.column == first).map(Cell::text);
                    let heading = heading.unwrap_or_default();
                    Column { first, roles: roles_of(&heading, reader.rules), above: String::new(), heading }
                }
            };
            columns.push(column);
        }
        Some(Self { columns })
    }

    /// Whether the columns have headings that name roles, most of those that are not headed by a time.
    pub(super) fn are_named(&self, reader: &Reader<'_>) -> bool {
        let said = self.columns.iter().filter(|column| {
            !column.heading.trim().is_empty()
                && (!column.roles.is_empty() || time_of(column, reader).is_none())
        });
        self.named() >= 2 && self.named() * 2 > said.count()
    }

    pub(super) fn are_under_years(&self, reader: &Reader<'_>) -> bool {
        self.columns
            .iter()
            .any(|column| reader.dates.due(&column.above).is_some_and(|due| due.range.is_some()))
    }

    pub(super) fn named(&self) -> usize {
        self.columns.iter().filter(|column| !column.roles.is_empty()).count()
    }

    /// Returns how many columns have headings that say their role and little else.
    pub(super) fn plain(&self, reader: &Reader<'_>) -> usize {
        self.columns.iter().filter(|column| is_heading(&column.heading, reader.rules)).count()
    }

    pub(super) fn has(&self, role: ColumnRole) -> bool {
        self.columns.iter().any(|column| column.roles.contains(&role))
    }

    /// Whether the columns are those of a plan: something to do, and somebody, some day or some sign of success.
    pub(super) fn holds_plan(&self) -> bool {
        let beside = [ColumnRole::Owner, ColumnRole::Agency, ColumnRole::Due, ColumnRole::Measure];
        self.has(ColumnRole::Action) && beside.iter().any(|role| self.has(*role))
    }

    /// Returns the columns from the left.
    pub(super) fn all(&self) -> &[Column] {
        &self.columns
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

    /// Takes from the column of actions what another column is for: beside a column of dates, `Action and milestones`
    /// is the action alone.
    pub(super) fn settle(&mut self) {
        let alone = |role: &ColumnRole| self.columns.iter().any(|column| column.roles == [*role]);
        let taken: Vec<ColumnRole> = self
            .columns
            .iter()
            .flat_map(|column| column.roles.iter().copied())
            .filter(|role| *role != ColumnRole::Action && alone(role))
            .collect();
        for column in self.columns.iter_mut().filter(|column| column.roles.contains(&ColumnRole::Action)) {
            column.roles.retain(|role| !taken.contains(role));
        }
    }

    /// Where several columns are headed as the action, those that hold a word or two (`Agreed`) are replies to the
    /// finding.
    pub(super) fn drop_replies(&mut self, rows: &[Row]) {
        let acts = |column: &Column| column.roles.contains(&ColumnRole::Action);
        let is_reply = |column: &Column| words_in(column.first, rows) < WORDS_OF_REPLY * rows.len();
        if self.columns.iter().filter(|column| acts(column) && !is_reply(column)).count() == 0 {
            return;
        }
        for column in self.columns.iter_mut().filter(|column| acts(column) && is_reply(column)) {
            column.roles.retain(|role| *role != ColumnRole::Action);
        }
    }

    /// Where no column is headed as the action, the wordiest of those whose heading says nothing holds it, or of two that
    /// are headed as dates (`Milestones`) or as measures (`What will be different`); else the last that is headed as
    /// a finding or objective.
    pub(super) fn find_action(&mut self, rows: &[Row]) {
        let headed =
            |role: ColumnRole| self.columns.iter().filter(|column| column.roles == [role]).count() > 1;
        let (dates, measures) = (headed(ColumnRole::Due), headed(ColumnRole::Measure));
        let open = |column: &Column| {
            column.roles.is_empty()
                || dates && column.roles == [ColumnRole::Due]
                || measures && column.roles == [ColumnRole::Measure]
        };
        let open = self.columns.iter().enumerate().filter(|(_, column)| open(column));
        let wordiest = open.map(|(at, column)| (words_in(column.first, rows), at)).max();
        let wordy = wordiest.filter(|(words, _)| !rows.is_empty() && *words >= WORDS_OF_ACTION * rows.len());
        if let Some(column) = wordy.and_then(|(_, at)| self.columns.get_mut(at)) {
            column.roles = vec![ColumnRole::Action];
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

/// Returns the time that heads a column: a month, a quarter, or `Apr` under `2016`.
pub(super) fn time_of(column: &Column, reader: &Reader<'_>) -> Option<String> {
    let headings = [format!("{} {}", column.heading, column.above), column.heading.clone()];
    let is_time = |text: &String| reader.dates.due(text).is_some_and(|due| due.range.is_some());
    headings.into_iter().find(is_time).map(|text| text.trim().to_owned())
}

/// Returns how many cells of a row say something.
pub(super) fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| says_something(cell)).count()
}

fn says_something(cell: &Cell) -> bool {
    !cell.text().trim().is_empty()
}
