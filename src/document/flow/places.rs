//! Places: paragraphs are counted through the body, and each block knows the headings above it.

use crate::document::{Block, BlockKind, Document, Location, Unread};

/// The flow of text being read.
#[derive(Clone)]
pub(in crate::document) enum Place {
    /// The body, whose paragraphs are counted.
    Body,
    /// A cell, whose blocks all carry its location.
    Cell(Location),
    /// A text box or a note, whose blocks all carry this location.
    Aside(Location),
}

/// How far the body has been read.
#[derive(Debug, Default)]
pub(in crate::document) struct Places {
    /// The headings above the place being read, with their levels, outermost first.
    headings: Vec<(u8, String)>,
    /// The paragraphs of the body so far that hold text.
    paragraphs: u32,
}

impl Places {
    /// Returns the location of the next block in `place`, and counts it.
    pub(in crate::document) fn advance(&mut self, place: &Place, kind: &BlockKind, text: &str) -> Location {
        if !matches!(place, Place::Body) {
            return self.here(place);
        }
        if let BlockKind::Heading(level) = kind {
            self.headings.retain(|(above, _)| above < level);
        }
        self.paragraphs += 1;
        let location = Location {
            text: format!("paragraph {}", self.paragraphs),
            headings: self.heading_path(),
            paragraph: Some(self.paragraphs),
            ..Location::default()
        };
        if let BlockKind::Heading(level) = kind {
            self.headings.push((*level, text.replace('\n', " ")));
        }
        location
    }

    /// Returns the location of something without text of its own in `place`: after the last paragraph of the body,
    /// or where the cell or text box is.
    pub(in crate::document) fn here(&self, place: &Place) -> Location {
        match place {
            Place::Cell(location) | Place::Aside(location) => location.clone(),
            Place::Body => Location {
                text: match self.paragraphs {
                    0 => "the start of the document".to_owned(),
                    number => format!("paragraph {number}"),
                },
                headings: self.heading_path(),
                paragraph: (self.paragraphs > 0).then_some(self.paragraphs),
                ..Location::default()
            },
        }
    }

    /// Returns the location of the table `number` under the headings being read.
    pub(in crate::document) fn table(&self, number: u32) -> Location {
        Location {
            text: format!("Table {number}"),
            headings: self.heading_path(),
            table: Some(number),
            ..Location::default()
        }
    }

    /// Returns the entry that `what`, which stands in `place`, could not be read.
    pub(in crate::document) fn miss(&self, what: &str, place: &Place) -> Unread {
        let location = self.here(place);
        Unread { what: format!("{what} {} was not read", standing(&location)), location }
    }

    fn heading_path(&self) -> Vec<String> {
        self.headings.iter().map(|(_, text)| text.clone()).collect()
    }
}

/// Says where something without text of its own stands.
pub(in crate::document) fn standing(location: &Location) -> String {
    let preposition = match (location.row, location.paragraph) {
        (Some(_), _) => "in",
        (None, Some(_)) => "after",
        (None, None) => "at",
    };
    format!("{preposition} {}", location.text)
}

/// Puts the file's name into every location.
pub(in crate::document) fn name_file(document: &mut Document) {
    fn name(blocks: &mut [Block], file: &str) {
        for block in blocks {
            block.location.file = file.to_owned();
            let BlockKind::Table(table) = &mut block.kind else { continue };
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                cell.location.file = file.to_owned();
                name(&mut cell.blocks, file);
            }
        }
    }
    name(&mut document.blocks, &document.file);
    for unread in &mut document.unread {
        unread.location.file = document.file.clone();
    }
}
