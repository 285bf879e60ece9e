//! Tables: each cell once, at its first place in the grid.

use super::grid::Grid;
use super::node::Node;
use super::place::Place;
use super::reader::Reader;
use super::seen::Look;
use super::shape::{self, RowShape, Shape};
use super::story::Story;
use crate::document::error::ReadError;
use crate::document::{Block, BlockKind, Cell, Location, Row, Table};

impl<'t> Reader<'t> {
    /// Whether `node` is shown as a table.
    pub(super) fn is_table(&self, node: Node<'t>) -> bool {
        shape::is_table(node, self.page)
    }

    /// Reads a table into `story`, its captions before it.
    pub(super) fn table(
        &mut self,
        node: Node<'t>,
        look: Look,
        story: &mut Story<'t>,
    ) -> Result<(), ReadError> {
        self.end_block(story)?;
        let shape = Shape::of(node, look, self.page);
        let owner = story.owner;
        for (caption, look) in shape.captions {
            story.owner = caption;
            self.children(caption, look, story)?;
            self.end_block(story)?;
        }
        story.owner = owner;
        let shown = shape.groups.iter().flatten().any(|row| !row.cells.is_empty());
        if !shown {
            return Ok(());
        }
        self.tables += 1;
        let number = self.tables;
        let place = Location {
            text: format!("Table {number}"),
            table: Some(number),
            ..self.outline.at(node, node.line(), self.page)
        };
        let location = match &story.place {
            Place::Body => place.clone(),
            Place::Within(location) => location.clone(),
        };
        let mut table = Table { number, ..Table::default() };
        let mut grid = Grid::default();
        for group in shape.groups {
            grid.start_group();
            let height = group.len();
            for (at, row) in group.into_iter().enumerate() {
                self.row(row, height - at, &place, &mut grid, &mut table)?;
            }
        }
        table.columns = grid.columns;
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            cell.columns = cell.columns.min(table.columns.saturating_sub(cell.column)).max(1);
        }
        let kind = BlockKind::Table(table);
        story.blocks.push(Block { kind, text: String::new(), location, bold: false, italic: false });
        Ok(())
    }

    /// Reads a row, which `height` rows of its group begin with, into a table that stands at `place`.
    fn row(
        &mut self,
        shape: RowShape<'t>,
        height: usize,
        place: &Location,
        grid: &mut Grid,
        table: &mut Table,
    ) -> Result<(), ReadError> {
        let number = u32::try_from(table.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
        let mut row = Row { number, header: shape.is_header(), cells: Vec::with_capacity(shape.cells.len()) };
        grid.start_row();
        for cell in shape.cells {
            self.cells += 1;
            self.limits.hold_cells(self.cells)?;
            let rows = if cell.rows == 0 { height } else { cell.rows.min(height) };
            let (column, columns) = grid.place(cell.columns, rows, self.limits)?;
            let shown = column + 1;
            let at = |node: Node<'t>| self.outline.at(node, node.line(), self.page);
            let location = Location {
                text: format!("Table {}, row {number}, column {shown}", table.number),
                table: Some(table.number),
                row: Some(number),
                column: u32::try_from(shown).ok(),
                ..cell.nodes.first().map_or_else(|| place.clone(), |(node, _)| at(*node))
            };
            let mut blocks = Vec::new();
            for (node, look) in cell.nodes {
                blocks.extend(self.story(node, look, Place::Within(location.clone()))?);
            }
            row.cells.push(Cell { column, columns, rows, blocks, location });
        }
        grid.end_row();
        // A row without cells takes no room; those that reach down into it do.
        table.rows.push(row);
        Ok(())
    }
}
