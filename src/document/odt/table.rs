//! Tables: the grid behind merged, repeated and hidden cells, each cell's text once.

use roxmltree::Node;

use super::names::{Ns, Odf};
use super::story::Reader;
use crate::document::error::ReadError;
use crate::document::flow::Place;
use crate::document::{Block, BlockKind, Cell, Limit, Location, Row, Table};

impl<'a> Reader<'a> {
    /// Reads a table that stands in `place`, `None` when none of its rows is shown.
    pub(super) fn table(&mut self, node: Node<'a, 'a>, place: &Place) -> Result<Option<Block>, ReadError> {
        let mut rows = Vec::new();
        self.collect_rows(node, true, false, &mut rows);
        if !rows.iter().any(|row| row.shown) {
            return Ok(None);
        }
        self.tables += 1;
        let number = self.tables;
        let mut grid = Grid {
            table: Table { number, ..Table::default() },
            place: self.places.table(number),
            hidden_columns: hidden_columns(node, self.limits.of(Limit::Columns)),
            taken: Vec::new(),
            lines: Vec::new(),
            next_line: 0,
            next_number: 1,
        };
        for row in &rows {
            self.rows(row, &mut grid)?;
        }
        let location = match place {
            Place::Body => grid.place.clone(),
            _ => self.places.here(place),
        };
        let kind = BlockKind::Table(grid.finish());
        Ok(Some(Block { kind, text: String::new(), location, bold: false, italic: false }))
    }

    /// Gathers the rows of a table or of a group of rows in it.
    fn collect_rows(&self, node: Node<'a, 'a>, shown: bool, header: bool, rows: &mut Vec<WrittenRow<'a>>) {
        for child in node.elements() {
            match child.name() {
                (Ns::Table, "table-header-rows") => self.collect_rows(child, shown, true, rows),
                (Ns::Table, "table-rows") => self.collect_rows(child, shown, header, rows),
                (Ns::Table, "table-row-group") => {
                    let shown = shown && child.attr(Ns::Table, "display") != Some("false");
                    self.collect_rows(child, shown, header, rows);
                }
                (Ns::Table, "table-row") => {
                    let visible = !matches!(child.attr(Ns::Table, "visibility"), Some("collapse" | "filter"));
                    let shown = shown && visible && !self.is_deleted(child);
                    let repeat = child.number(Ns::Table, "number-rows-repeated").unwrap_or(1).max(1);
                    rows.push(WrittenRow { node: child, header, shown, repeat });
                }
                _ => {}
            }
        }
    }

    /// Tells whether a tracked change took the row out whole: its style says that more than text has changed, and
    /// nothing is left in it but the marks of deletions.
    fn is_deleted(&self, row: Node<'a, 'a>) -> bool {
        self.setting.styles.is_changed_row(row.attr(Ns::Table, "style-name"))
            && is_empty(row)
            && row.descendants().any(|node| node.is(Ns::Text, "change"))
    }

    /// Reads a row as often as it is repeated; of rows without content, the first stands for all.
    fn rows(&mut self, row: &WrittenRow<'a>, grid: &mut Grid) -> Result<(), ReadError> {
        if !row.shown {
            grid.next_line = grid.next_line.saturating_add(row.repeat);
            return Ok(());
        }
        let times = if row.repeat > 1 && is_empty(row.node) { 1 } else { row.repeat };
        for time in 0..times {
            if time > 0 {
                self.repeat(row.node)?;
            }
            self.row(row, grid)?;
        }
        let skipped = row.repeat - times;
        grid.next_line = grid.next_line.saturating_add(skipped);
        grid.next_number = grid.next_number.saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX));
        Ok(())
    }

    fn row(&mut self, written: &WrittenRow<'a>, grid: &mut Grid) -> Result<(), ReadError> {
        let most_columns = self.limits.of(Limit::Columns);
        let mut row = Row { number: grid.next_number, header: written.header, cells: Vec::new() };
        let mut column = 0_usize;
        let cells: Vec<Node<'a, 'a>> = written.node.elements().collect();
        for (at, cell) in cells.iter().enumerate() {
            let repeat = cell.number(Ns::Table, "number-columns-repeated").unwrap_or(1).max(1);
            match cell.name() {
                (Ns::Table, "covered-table-cell") => column = column.saturating_add(repeat).min(most_columns),
                (Ns::Table, "table-cell") => {
                    // Some programs fill the row up to the last column there can be.
                    let fills = repeat > 1 && at + 1 == cells.len() && is_empty(*cell);
                    let times = if fills { 1 } else { repeat.min(most_columns - column).max(1) };
                    for time in 0..times {
                        if time > 0 {
                            self.repeat(*cell)?;
                        }
                        // Some programs leave out the cells that a merged one covers.
                        column = grid.free_from(column);
                        let columns = || "the number of columns of a table".to_owned();
                        self.limits.hold(Limit::Columns, column + 1, columns)?;
                        let span = grid.take(*cell, column, most_columns);
                        let shown = !grid.hidden_columns.get(column).copied().unwrap_or(false);
                        if shown {
                            row.cells.push(self.cell(*cell, &row, (column, span), grid)?);
                        }
                        column += 1;
                    }
                }
                _ => {}
            }
        }
        grid.table.columns = grid.table.columns.max(column);
        grid.table.rows.push(row);
        grid.lines.push(grid.next_line);
        grid.next_line = grid.next_line.saturating_add(1);
        grid.next_number = grid.next_number.saturating_add(1);
        Ok(())
    }

    /// Reads the cell that starts in a column of `row` and spans so many columns and rows.
    fn cell(
        &mut self,
        node: Node<'a, 'a>,
        row: &Row,
        (column, (columns, rows)): (usize, (usize, usize)),
        grid: &Grid,
    ) -> Result<Cell, ReadError> {
        self.cells += 1;
        self.limits.hold_cells(self.cells)?;
        let location = Location {
            text: format!("Table {}, row {}, column {}", grid.table.number, row.number, column + 1),
            row: Some(row.number),
            column: Some(column as u32 + 1),
            ..grid.place.clone()
        };
        Ok(Cell {
            column,
            columns,
            rows,
            blocks: self.story(node, &Place::Cell(location.clone()))?,
            location,
        })
    }

    /// Counts what is read once more because it is said to be repeated: a short file could fill the memory so.
    fn repeat(&mut self, node: Node<'a, 'a>) -> Result<(), ReadError> {
        self.repeated = self.repeated.saturating_add(node.range().len());
        self.limits
            .hold(Limit::TextBytes, self.repeated, || "the size of repeated table rows and cells".to_owned())
    }
}

/// A row as the file has it.
struct WrittenRow<'a> {
    node: Node<'a, 'a>,
    header: bool,
    shown: bool,
    repeat: usize,
}

/// A table as it is built.
struct Grid {
    table: Table,
    place: Location,
    hidden_columns: Vec<bool>,
    /// For each column, the line above which it is taken by the cells read so far.
    taken: Vec<usize>,
    /// Where each row of the table stands among all its rows, hidden ones too.
    lines: Vec<usize>,
    next_line: usize,
    next_number: u32,
}

impl Grid {
    /// Returns the first column from `column` on that no cell of this row or a row above takes.
    fn free_from(&self, column: usize) -> usize {
        let taken = self.taken.iter().skip(column).take_while(|line| **line > self.next_line);
        column + taken.count()
    }

    /// Takes the place of a cell that starts in `column`, in this row and those below, and returns how many columns
    /// and rows it spans: no more columns than are free, of `most` in all.
    fn take(&mut self, node: Node<'_, '_>, column: usize, most: usize) -> (usize, usize) {
        let span = |name| node.number(Ns::Table, name).unwrap_or(1).max(1);
        let (columns, rows) = (span("number-columns-spanned"), span("number-rows-spanned"));
        let next = self.taken.iter().skip(column).position(|line| *line > self.next_line);
        let columns = columns.min(next.unwrap_or(most)).min(most.saturating_sub(column)).max(1);
        let end = column + columns;
        self.taken.resize(self.taken.len().max(end), 0);
        let below = self.next_line.saturating_add(rows);
        self.taken.iter_mut().take(end).skip(column).for_each(|line| *line = below);
        self.table.columns = self.table.columns.max(end);
        (columns, rows)
    }

    /// Returns the table, its merged cells as many rows long as are shown of them.
    fn finish(mut self) -> Table {
        for (row, from) in self.table.rows.iter_mut().zip(0..) {
            let Some(line) = self.lines.get(from) else { continue };
            for cell in row.cells.iter_mut().filter(|cell| cell.rows > 1) {
                let end = line.saturating_add(cell.rows);
                cell.rows = self.lines.partition_point(|line| *line < end).saturating_sub(from).max(1);
            }
        }
        self.table
    }
}

/// Tells which columns of a table are hidden.
fn hidden_columns(table: Node<'_, '_>, most: usize) -> Vec<bool> {
    let mut hidden = Vec::new();
    let columns = table.descendants().take_while(|node| !node.is(Ns::Table, "table-row"));
    for column in columns.filter(|node| node.is(Ns::Table, "table-column")) {
        let repeat = column.number(Ns::Table, "number-columns-repeated").unwrap_or(1);
        let is_hidden = matches!(column.attr(Ns::Table, "visibility"), Some("collapse" | "filter"));
        hidden.resize(most.min(hidden.len().saturating_add(repeat)), is_hidden);
    }
    hidden
}

/// Tells whether there is nothing to see in a row or cell.
fn is_empty(node: Node<'_, '_>) -> bool {
    !node.descendants().any(|inside| match inside.text() {
        Some(text) if inside.is_text() => !text.trim().is_empty(),
        _ => inside.name().0 == Ns::Draw || inside.is(Ns::Text, "list-item"),
    })
}
