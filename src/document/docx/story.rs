//! A story, as Word calls a flow of paragraphs and tables: the body, a cell, a text box or a note.

use std::mem;

use roxmltree::Node;

use super::fields::Fields;
use super::line::{Line, Thing};
use super::notes::Notes;
use super::numbering::{ListRef, Numbering};
use super::styles::{InTable, Role, Styles, Under, outline_role};
use super::written::written;
use super::xml::Word;
use crate::document::error::ReadError;
use crate::document::{Block, BlockKind, Limits, Location, Unread};

/// Reads the stories of one document, keeping count on the way.
pub(super) struct Reader<'a> {
    pub(super) limits: &'a Limits,
    styles: &'a Styles,
    numbering: Numbering,
    notes: Notes<'a>,
    /// Whether a note is being read: notes have no notes.
    in_note: bool,
    fields: Fields,
    /// The headings above the place being read, with their levels, outermost first.
    headings: Vec<(u8, String)>,
    /// The paragraphs of the body so far that hold text.
    paragraphs: u32,
    pub(super) tables: u32,
    pub(super) cells: usize,
    pub(super) unread: Vec<Unread>,
    /// Where large pictures stand.
    pub(super) pictures: Vec<Location>,
}

/// The story being read.
#[derive(Clone)]
pub(super) enum Place<'a> {
    /// The body, whose paragraphs are counted.
    Body,
    /// A cell, whose blocks all carry its location.
    Cell(Location, InTable<'a>),
    /// A text box or a note, whose blocks all carry this location.
    Aside(Location),
}

impl<'a> Reader<'a> {
    /// Starts a document.
    pub(super) fn new(
        styles: &'a Styles,
        numbering: Numbering,
        notes: Notes<'a>,
        fields: Fields,
        limits: &'a Limits,
    ) -> Self {
        Self {
            limits,
            styles,
            numbering,
            notes,
            in_note: false,
            fields,
            headings: Vec::new(),
            paragraphs: 0,
            tables: 0,
            cells: 0,
            unread: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// Reads the blocks in `node`.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when there are too many cells.
    pub(super) fn story(&mut self, node: Node<'a, 'a>, place: &Place<'a>) -> Result<Vec<Block>, ReadError> {
        let mut blocks = Vec::new();
        // Paragraphs whose end mark was deleted run on into the next one.
        let mut joined = Vec::new();
        for child in written(node) {
            match child.word() {
                Some("p") => {
                    joined.push(child);
                    if !ends_deleted(child) {
                        self.paragraph(&mem::take(&mut joined), place, &mut blocks)?;
                    }
                }
                Some("tbl") => {
                    self.paragraph(&mem::take(&mut joined), place, &mut blocks)?;
                    blocks.extend(self.table(child, place)?);
                }
                Some("altChunk") => {
                    self.paragraph(&mem::take(&mut joined), place, &mut blocks)?;
                    self.miss("an embedded document", place);
                }
                _ => {}
            }
        }
        self.paragraph(&joined, place, &mut blocks)?;
        Ok(blocks)
    }

    /// Reads a paragraph, or several that deleted marks join into one.
    fn paragraph(
        &mut self,
        nodes: &[Node<'a, 'a>],
        place: &Place<'a>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        // The last mark is the one that stays, and it holds the properties.
        let Some(properties) = nodes.last().map(|node| node.child("pPr")) else { return Ok(()) };
        let style = self.styles.paragraph(properties.and_then(|node| node.val("pStyle")));
        let table = if let Place::Cell(_, table) = place { *table } else { InTable::default() };
        let role = outline_role(properties)
            .filter(|_| self.styles.role(style) != Role::Contents)
            .unwrap_or_else(|| self.styles.role(style));
        let mut line = Line::default();
        for node in nodes {
            let own = self.styles.paragraph(node.child("pPr").and_then(|node| node.val("pStyle")));
            line.add(*node, self.styles, Under { table, paragraph: own, run: None }, &mut self.fields);
        }
        self.fields.end_paragraph();
        let mut text = line.text();
        if role == Role::Contents || (text.is_empty() && self.fields.silent()) {
            return Ok(());
        }
        let direct = properties.and_then(ListRef::read);
        let item = self.numbering.next(direct.as_ref(), self.styles.list(style), style);
        let mut kind = match (role, item) {
            (Role::Heading(level), item) => {
                if let Some(number) = item.and_then(|item| item.number).filter(|_| !text.is_empty()) {
                    text = format!("{number} {text}");
                }
                BlockKind::Heading(level)
            }
            (_, Some(item)) => BlockKind::ListItem { depth: item.depth, number: item.number },
            (Role::Quote, None) => BlockKind::Quote,
            _ => BlockKind::Paragraph,
        };
        if let (BlockKind::ListItem { number: Some(number), .. }, Place::Cell(..), true) =
            (&kind, place, text.is_empty())
        {
            // A column of row numbers is often an automatic list without text.
            text = number.clone();
            kind = BlockKind::Paragraph;
        }
        if matches!(place, Place::Aside(_)) && matches!(kind, BlockKind::Heading(_)) {
            kind = BlockKind::Paragraph;
        }
        let location = if text.is_empty() { self.here(place) } else { self.advance(place, &kind, &text) };
        if !text.is_empty() {
            let (bold, italic) = (line.bold(), line.italic());
            blocks.push(Block { kind, text, location: location.clone(), bold, italic });
        }
        self.hangers(line, &location, place, blocks)
    }

    /// Reads what hangs on a paragraph at `location`: its notes, then its text boxes.
    fn hangers(
        &mut self,
        line: Line<'a>,
        location: &Location,
        place: &Place<'a>,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let notes = if self.in_note { &[][..] } else { &line.notes };
        for reference in notes {
            let Some((name, node)) = self.notes.take(reference) else { continue };
            let location = Location { text: format!("{name} to {}", location.text), ..location.clone() };
            self.in_note = true;
            let note = self.aside(node, &location)?;
            self.in_note = false;
            let lines: Vec<String> = note.iter().map(block_text).filter(|text| !text.is_empty()).collect();
            if !lines.is_empty() {
                let text = lines.join("\n");
                blocks.push(Block { kind: BlockKind::Note, text, location, bold: false, italic: false });
            }
        }
        for thing in line.things {
            match thing {
                Thing::TextBox(node) => {
                    let text = format!("text box at {}", location.text);
                    blocks.extend(self.aside(node, &Location { text, ..location.clone() })?);
                }
                Thing::LargePicture => {
                    let location = self.here(place);
                    self.pictures.push(location);
                }
                Thing::Unreadable(what) => self.miss(&what, place),
            }
        }
        Ok(())
    }

    /// Reads a text box or a note, whose fields are its own.
    fn aside(&mut self, node: Node<'a, 'a>, location: &Location) -> Result<Vec<Block>, ReadError> {
        let inner = self.fields.inner();
        let outer = mem::replace(&mut self.fields, inner);
        let blocks = self.story(node, &Place::Aside(location.clone()));
        self.fields = outer;
        blocks
    }

    /// Returns the location of the next block in `place`, and counts it.
    fn advance(&mut self, place: &Place<'a>, kind: &BlockKind, text: &str) -> Location {
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
    pub(super) fn here(&self, place: &Place<'a>) -> Location {
        match place {
            Place::Cell(location, _) | Place::Aside(location) => location.clone(),
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

    fn heading_path(&self) -> Vec<String> {
        self.headings.iter().map(|(_, text)| text.clone()).collect()
    }

    /// Records that something could not be read.
    fn miss(&mut self, what: &str, place: &Place<'a>) {
        let location = self.here(place);
        self.unread.push(Unread { what: format!("{what} {} was not read", standing(&location)), location });
    }
}

/// Says where something without text of its own stands.
pub(super) fn standing(location: &Location) -> String {
    let preposition = match (location.row, location.paragraph) {
        (Some(_), _) => "in",
        (None, Some(_)) => "after",
        (None, None) => "at",
    };
    format!("{preposition} {}", location.text)
}

/// Tells whether the mark that ends a paragraph was deleted or moved away.
fn ends_deleted(paragraph: Node<'_, '_>) -> bool {
    let mark = paragraph.child("pPr").and_then(|node| node.child("rPr"));
    mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some())
}

/// Returns the text of a block, a table's cell by cell.
fn block_text(block: &Block) -> String {
    let BlockKind::Table(table) = &block.kind else { return block.text.clone() };
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.text()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
