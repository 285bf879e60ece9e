//! Writing a sheet down: its name as a heading, then its lines and tables, then its text boxes.

use std::sync::Arc;

use super::grid::{Seen, Sheet, Spot};
use super::layout::{Region, is_line, regions};
use super::words::Words;
use crate::document::{
    Anchor, Block, BlockKind, Cell, Limit, Limits, Location, ReadError, Row, Table, Unread,
};

/// Writes the sheets of a workbook down, keeping count on the way.
pub(super) struct Writer<'l> {
    file: String,
    limits: &'l Limits,
    tables: u32,
    cells: usize,
    blocks: Vec<Block>,
    unread: Vec<Unread>,
}

impl<'l> Writer<'l> {
    /// Starts a document.
    pub(super) fn new(file: &str, limits: &'l Limits) -> Self {
        let file = file.to_owned();
        Self { file, limits, tables: 0, cells: 0, blocks: Vec::new(), unread: Vec::new() }
    }

    /// Returns the blocks written, and what could not be read.
    pub(super) fn finish(self) -> (Vec<Block>, Vec<Unread>) {
        (self.blocks, self.unread)
    }

    /// Writes a sheet down. One on which nothing is seen leaves no trace.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when its tables have too many cells or columns.
    pub(super) fn sheet(&mut self, mut sheet: Sheet) -> Result<(), ReadError> {
        let seen = sheet.take_seen(self.limits)?;
        self.unread(&sheet, seen.is_empty());
        if seen.is_empty() && sheet.shapes.is_empty() {
            return Ok(());
        }
        let mut location = self.on_sheet(&sheet);
        let corner = seen.first().map_or(Spot { row: 1, column: 1 }, |cell| cell.corner);
        location.anchor = sheet.part.as_ref().map(|part| anchor(part, corner));
        let name = Words { text: sheet.name.clone(), ..Words::default() };
        let heading = Location { headings: Vec::new(), ..location.clone() };
        if !name.text.is_empty() {
            self.blocks.push(block(BlockKind::Heading(1), name, heading));
        }
        for region in regions(seen, &sheet.hidden_rows, &sheet.hidden_columns) {
            self.region(region, &location)?;
        }
        for words in std::mem::take(&mut sheet.shapes) {
            let text = format!("text box on {}", location.text);
            self.blocks.push(block(BlockKind::Paragraph, words, Location { text, ..location.clone() }));
        }
        Ok(())
    }

    /// Says what of a sheet could not be read.
    fn unread(&mut self, sheet: &Sheet, bare: bool) {
        let location = self.on_sheet(sheet);
        let mut say = |what: String, location: Location| self.unread.push(Unread { what, location });
        let unsaved: Vec<Spot> = sheet.unsaved.iter().copied().filter(|spot| sheet.shows(*spot)).collect();
        if let Some((first, others)) = unsaved.split_first() {
            let holds = match others.len() {
                0 => "holds a formula whose result is".to_owned(),
                1 => "and one more cell hold formulas whose results are".to_owned(),
                more => format!("and {more} more cells hold formulas whose results are"),
            };
            let what = format!(
                "{}!{} {holds} not saved: open the workbook in Excel and save it",
                sheet.name,
                first.name()
            );
            say(what, at(*first, *first, &location));
        }
        for thing in &sheet.unreadable {
            say(format!("{thing} on {} was not read", location.text), location.clone());
        }
        if sheet.pictured && bare && sheet.shapes.is_empty() {
            say(format!("the picture on {} may hold text", location.text), location.clone());
        }
    }

    fn on_sheet(&self, sheet: &Sheet) -> Location {
        Location {
            text: format!("sheet \"{}\"", sheet.name),
            file: self.file.clone(),
            headings: Some(sheet.name.clone()).filter(|name| !name.is_empty()).into_iter().collect(),
            sheet: Some(sheet.name.clone()),
            ..Location::default()
        }
    }

    /// Writes a region down: the lines above its table, and the table.
    fn region(&mut self, mut region: Region, sheet: &Location) -> Result<(), ReadError> {
        let lines = region.iter().position(|row| !is_line(row)).unwrap_or(region.len());
        let rows = region.split_off(lines);
        for cell in region.into_iter().flatten() {
            let text = format!("{}, row {}", sheet.text, cell.first.row);
            let location = Location { text, ..at(cell.first, cell.corner, sheet) };
            self.blocks.push(block(BlockKind::Paragraph, cell.words, location));
        }
        if !rows.is_empty() {
            let table = self.table(rows, sheet)?;
            let location = Location { table: Some(table.number), ..sheet.clone() };
            self.blocks.push(block(BlockKind::Table(table), Words::default(), location));
        }
        Ok(())
    }

    /// Makes a table of rows. Rows and columns without a cell of their own, as between two themes, are left out.
    fn table(&mut self, rows: Region, sheet: &Location) -> Result<Table, ReadError> {
        let mut columns: Vec<u32> = rows.iter().flatten().map(|cell| cell.first.column).collect();
        columns.sort_unstable();
        columns.dedup();
        let row_numbers: Vec<u32> =
            rows.iter().filter_map(|row| row.first()).map(|cell| cell.first.row).collect();
        self.cells += columns.len() * row_numbers.len();
        self.limits.hold_cells(self.cells)?;
        self.limits
            .hold(Limit::Columns, columns.len(), || format!("the number of columns on {}", sheet.text))?;
        self.tables += 1;
        let place = Location { table: Some(self.tables), ..sheet.clone() };
        // For each column, the row down to which a cell above is merged.
        let mut covered: Vec<u32> = vec![0; columns.len()];
        let mut table = Table { number: self.tables, rows: Vec::new(), columns: columns.len() };
        for (number, cells) in row_numbers.iter().copied().zip(rows) {
            let mut row = Row { number, header: false, cells: Vec::new() };
            let mut filled = cells.into_iter().peekable();
            let mut column = 0;
            while let Some(&own) = columns.get(column) {
                let spot = Spot { row: number, column: own };
                let cell = filled.next_if(|cell| cell.first.column == own);
                // Merged cells that overlap, as only a damaged file has, must not hide one another.
                let next = filled.peek().map_or(u32::MAX, |cell| cell.first.column);
                let free = covered.get(column).is_none_or(|last| *last < number);
                let (span, rows, words, corner) = match cell {
                    Some(Seen { last, words, corner, .. }) => {
                        let span = columns
                            .iter()
                            .skip(column)
                            .take_while(|each| **each <= last.column && **each < next)
                            .count();
                        let below = row_numbers.partition_point(|each| *each <= last.row);
                        let above = row_numbers.partition_point(|each| *each < number);
                        for end in covered.iter_mut().skip(column).take(span) {
                            *end = last.row;
                        }
                        (span.max(1), (below - above).max(1), Some(words), corner)
                    }
                    None if free => (1, 1, None, spot),
                    None => {
                        column += 1;
                        continue;
                    }
                };
                let location = at(spot, corner, &place);
                let paragraph = |words| block(BlockKind::Paragraph, words, location.clone());
                let blocks = words.map(paragraph).into_iter().collect();
                row.cells.push(Cell { column, columns: span, rows, blocks, location });
                column += span;
            }
            table.rows.push(row);
        }
        Ok(table)
    }
}

/// Returns the location of a cell that is seen at `spot` and begins in the file at `corner`.
fn at(spot: Spot, corner: Spot, sheet: &Location) -> Location {
    let on_sheet = match sheet.anchor.as_deref() {
        Some(Anchor::Cell { part, .. }) => Some(anchor(part, corner)),
        _ => None,
    };
    Location {
        text: format!("{}, row {}, column {}", sheet.text, spot.row, spot.column),
        row: Some(spot.row),
        column: Some(spot.column),
        anchor: on_sheet,
        ..sheet.clone()
    }
}

fn anchor(part: &Arc<str>, spot: Spot) -> Arc<Anchor> {
    Arc::new(Anchor::Cell { part: part.clone(), row: spot.row, column: spot.column })
}

fn block(kind: BlockKind, words: Words, location: Location) -> Block {
    Block { kind, text: words.text, location, bold: words.bold, italic: words.italic }
}
