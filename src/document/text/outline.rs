//! The headings open at a point of the document, and the locations made under them.

use super::super::Location;

/// The headings above the present place, and the file they stand in.
#[derive(Debug)]
pub(in crate::document) struct Outline {
    file: String,
    open: Vec<(u8, String)>,
}

/// A character of a text file, both counted from 1.
#[derive(Debug, Clone, Copy)]
pub(in crate::document) struct Place {
    pub(in crate::document) line: u32,
    pub(in crate::document) character: u32,
}

impl Outline {
    pub(in crate::document) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), open: Vec::new() }
    }

    /// Closes the headings of the same or a deeper level: the next location is that of a heading of `level`.
    pub(in crate::document) fn close(&mut self, level: u8) {
        while self.open.last().is_some_and(|(open, _)| *open >= level) {
            self.open.pop();
        }
    }

    /// Opens a heading: what follows stands under it.
    pub(in crate::document) fn open(&mut self, level: u8, text: &str) {
        self.close(level);
        self.open.push((level, text.to_owned()));
    }

    /// Returns the location of a block at `place`.
    pub(in crate::document) fn at(&self, place: Place) -> Location {
        Location {
            text: format!("line {}", place.line),
            file: self.file.clone(),
            headings: self.open.iter().map(|(_, text)| text.clone()).collect(),
            line: Some(place.line),
            character: Some(place.character),
            ..Location::default()
        }
    }

    /// Returns the location of a cell at `place`: `row` counts from 1, `column` from 0.
    pub(in crate::document) fn cell(&self, place: Place, table: u32, row: u32, column: usize) -> Location {
        let column = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1);
        Location {
            text: format!("Table {table}, row {row}, column {column} (line {})", place.line),
            table: Some(table),
            row: Some(row),
            column: Some(column),
            ..self.at(place)
        }
    }
}
