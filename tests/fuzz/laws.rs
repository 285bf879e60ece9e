//! What holds of every document that is read, whatever was in the file.

use std::collections::BTreeSet;

use wsoa::document::{Block, BlockKind, Document, Format, Location, Table};

/// Checks that every location lies inside the document, and every table inside its grid; `lines` is how many lines
/// the file has, where it has lines.
pub(crate) fn hold(document: &Document, file: &str, lines: Option<usize>) {
    assert_eq!(document.file, file);
    let mut seen = Seen { file, lines, format: document.format, tables: BTreeSet::new() };
    seen.blocks(&document.blocks, None);
    for unread in &document.unread {
        seen.place(&unread.location);
        assert!(!unread.what.is_empty());
    }
}

struct Seen<'d> {
    file: &'d str,
    lines: Option<usize>,
    format: Format,
    tables: BTreeSet<u32>,
}

impl Seen<'_> {
    fn blocks(&mut self, blocks: &[Block], cell: Option<&Location>) {
        for block in blocks {
            self.place(&block.location);
            if let Some(cell) = cell.filter(|_| !matches!(block.kind, BlockKind::Table(_))) {
                let of = |place: &Location| (place.table, place.row, place.column);
                assert_eq!(of(&block.location), of(cell), "a block of a cell stands in it");
            }
            match &block.kind {
                BlockKind::Table(table) => self.table(table),
                BlockKind::Heading(level) => assert!((1..=9).contains(level), "heading of level {level}"),
                _ => {}
            }
        }
    }

    fn table(&mut self, table: &Table) {
        assert!(self.tables.insert(table.number), "table {} stands twice", table.number);
        assert!(!table.rows.is_empty(), "a table without rows");
        let mut taken = BTreeSet::new();
        let mut last = 0;
        for (at, row) in table.rows.iter().enumerate() {
            assert!(row.number > last, "rows are counted upwards");
            last = row.number;
            for cell in &row.cells {
                assert!(cell.rows >= 1 && cell.columns >= 1, "{cell:?}");
                assert!(cell.column + cell.columns <= table.columns, "a cell beyond the grid: {cell:?}");
                assert!(at + cell.rows <= table.rows.len(), "a cell below the grid: {cell:?}");
                self.place(&cell.location);
                let place = &cell.location;
                assert_eq!((place.table, place.row), (Some(table.number), Some(row.number)));
                let column = u32::try_from(cell.column + 1).unwrap();
                // A sheet's columns are told as its letters count them, hidden ones included.
                let of_sheet =
                    matches!(self.format, Format::Xlsx | Format::Ods) && place.column > Some(column);
                assert!(place.column == Some(column) || of_sheet, "{cell:?}");
                // Only small tables are drawn: the grid of a large one would cost more than reading it.
                if table.rows.len() * table.columns < 10_000 {
                    for down in at..at + cell.rows {
                        for across in cell.column..cell.column + cell.columns {
                            assert!(taken.insert((down, across)), "two cells in one place: {cell:?}");
                        }
                    }
                }
                self.blocks(&cell.blocks, Some(place));
            }
        }
    }

    fn place(&self, place: &Location) {
        assert_eq!(place.file, self.file);
        assert!(!place.text.is_empty(), "a place without words: {place:?}");
        let numbers =
            [place.page, place.table, place.row, place.column, place.paragraph, place.line, place.character];
        assert!(numbers.iter().flatten().all(|number| *number >= 1), "counted from 1: {place:?}");
        if let Some((line, lines)) = place.line.zip(self.lines) {
            assert!(line as usize <= lines, "line {line} of {lines}");
        }
        match self.format {
            Format::Pdf => assert!(place.page.is_some(), "{place:?}"),
            Format::Xlsx | Format::Ods => assert!(place.sheet.is_some(), "{place:?}"),
            Format::Markdown | Format::Text | Format::Html => assert!(place.line.is_some(), "{place:?}"),
            Format::Docx | Format::Odt => {}
        }
    }
}
