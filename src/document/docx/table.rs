//! Tables: the grid behind merged cells, each cell's text once.

use std::collections::BTreeMap;
use std::mem;

use roxmltree::Node;

use super::story::Reader;
use super::styles::InTable;
use super::written::{is_placeholder_cell, written};
use super::xml::Word;
use crate::document::error::ReadError;
use crate::document::flow::Place;
use crate::document::{Block, BlockKind, Cell, Limit, Location, Row, Table};

impl<'a> Reader<'a> {
    /// Reads a table that stands in `place`, `None` when all its rows were deleted.
    pub(super) fn table(&mut self, node: Node<'a, 'a>, place: &Place) -> Result<Option<Block>, ReadError> {
        let rows: Vec<Node<'a, 'a>> =
            written(node).into_iter().filter(|row| row.is("tr") && !is_deleted(*row)).collect();
        if rows.is_empty() {
            return Ok(None);
        }
        self.tables += 1;
        let number = self.tables;
        let mut grid = Grid {
            table: Table { number, ..Table::default() },
            place: self.places.table(number),
            look: TableLook::read(node.child("tblPr")),
            down: BTreeMap::new(),
        };
        let columns = node
            .child("tblGrid")
            .map_or(0, |widths| widths.children().filter(|width| width.is("gridCol")).count());
        grid.table.columns = columns.min(self.limits.of(Limit::Columns));
        for row in rows {
            self.row(row, &mut grid)?;
        }
        let location = match place {
            Place::Body => grid.place,
            _ => self.places.here(place),
        };
        let kind = BlockKind::Table(grid.table);
        Ok(Some(Block { kind, text: String::new(), location, bold: false, italic: false }))
    }

    fn row(&mut self, node: Node<'a, 'a>, grid: &mut Grid<'a>) -> Result<(), ReadError> {
        let most_columns = self.limits.of(Limit::Columns);
        let properties = node.child("trPr");
        let mut row = Row {
            number: grid.table.rows.len() as u32 + 1,
            header: properties.and_then(|node| node.on("tblHeader")) == Some(true),
            cells: Vec::new(),
        };
        let mut column = properties.and_then(|node| node.number("gridBefore")).unwrap_or(0).min(most_columns);
        for cell in written(node).into_iter().filter(|cell| cell.is("tc")) {
            let properties = cell.child("tcPr");
            if properties.is_some_and(|node| node.child("cellDel").is_some()) {
                continue;
            }
            self.cells += 1;
            self.limits.hold_cells(self.cells)?;
            let span: usize = properties.and_then(|node| node.number("gridSpan")).unwrap_or(1);
            let columns = span.clamp(1, most_columns);
            let start = column;
            column = (column + columns).min(most_columns);
            match Merge::of(properties) {
                Merge::Left => {
                    if let Some(left) = row.cells.last_mut() {
                        left.columns += columns;
                        continue;
                    }
                }
                Merge::Up => {
                    if grid.merge_up(start) {
                        continue;
                    }
                }
                Merge::Start => {
                    grid.down.insert(start, (grid.table.rows.len(), row.cells.len()));
                }
                Merge::None => {
                    grid.down.remove(&start);
                }
            }
            let location = Location {
                text: format!("Table {}, row {}, column {}", grid.table.number, row.number, start + 1),
                row: Some(row.number),
                column: Some(start as u32 + 1),
                anchor: self.anchor(&[cell]),
                ..grid.place.clone()
            };
            let blocks = if is_placeholder_cell(cell) {
                Vec::new()
            } else {
                let look = &grid.look;
                let table = InTable {
                    style: look.style,
                    first_row: look.first_row && grid.table.rows.is_empty(),
                    first_column: look.first_column && start == 0,
                };
                let outer = mem::replace(&mut self.table, table);
                let blocks = self.story(cell, &Place::Cell(location.clone()));
                self.table = outer;
                blocks?
            };
            row.cells.push(Cell { column: start, columns, rows: 1, blocks, location });
        }
        grid.table.columns = grid.table.columns.max(column);
        grid.table.rows.push(row);
        Ok(())
    }
}

/// A table as it is built.
struct Grid<'a> {
    table: Table,
    place: Location,
    look: TableLook<'a>,
    /// The cells that merge down, by first column: their row and their place in it.
    down: BTreeMap<usize, (usize, usize)>,
}

impl Grid<'_> {
    /// Makes the cell that merges down in `column` one row longer; false when there is none.
    fn merge_up(&mut self, column: usize) -> bool {
        let Some((row, cell)) = self.down.get(&column) else { return false };
        let top = self.table.rows.get_mut(*row).and_then(|row| row.cells.get_mut(*cell));
        top.map(|top| top.rows += 1).is_some()
    }
}

/// The style of a table, and the parts of it that the table takes.
#[derive(Default)]
struct TableLook<'a> {
    style: Option<&'a str>,
    first_row: bool,
    first_column: bool,
}

impl<'a> TableLook<'a> {
    fn read(properties: Option<Node<'a, 'a>>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let look = properties.child("tblLook");
        let bits = look.and_then(|look| u32::from_str_radix(look.attr("val")?, 16).ok()).unwrap_or(0);
        // Newer files spell each bit out.
        let takes = |name: &str, bit: u32| match look.and_then(|look| look.attr(name)) {
            Some(value) => matches!(value, "1" | "true" | "on"),
            None => bits & bit != 0,
        };
        Self {
            style: properties.val("tblStyle"),
            first_row: takes("firstRow", 0x20),
            first_column: takes("firstColumn", 0x80),
        }
    }
}

/// How a cell merges with its neighbours.
enum Merge {
    None,
    /// It starts a cell that goes on in the rows below.
    Start,
    /// It goes on from the row above.
    Up,
    /// It goes on from the left, as programs before gridSpan wrote it.
    Left,
}

impl Merge {
    fn of(properties: Option<Node<'_, '_>>) -> Self {
        let kind = |name: &str| {
            let node = properties?.child(name)?;
            Some(node.attr("val").unwrap_or("continue"))
        };
        match (kind("hMerge"), kind("vMerge")) {
            (Some("continue"), _) => Self::Left,
            (_, Some("restart")) => Self::Start,
            (_, Some(_)) => Self::Up,
            _ => Self::None,
        }
    }
}

fn is_deleted(row: Node<'_, '_>) -> bool {
    row.child("trPr").is_some_and(|properties| properties.child("del").is_some())
}
