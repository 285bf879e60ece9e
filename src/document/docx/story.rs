//! A story, as Word calls a flow of paragraphs and tables: the body, a cell, a text box or a note.

use std::mem;
use std::sync::Arc;

use roxmltree::Node;

use super::fields::Fields;
use super::line::{Line, Thing};
use super::notes::Notes;
use super::numbering::{ListRef, Numbering};
use super::styles::{InTable, Styles, Under, outline_role};
use super::written::written;
use super::xml::Word;
use crate::document::error::ReadError;
use crate::document::flow::{Place, Places, Role, note};
use crate::document::{Anchor, Block, Limits, Location, Unread};

/// Reads the stories of one document, keeping count on the way.
pub(super) struct Reader<'a> {
    pub(super) limits: &'a Limits,
    styles: &'a Styles,
    numbering: Numbering,
    notes: Notes<'a>,
    /// Whether a note is being read: notes have no notes.
    in_note: bool,
    /// Where a note or text box that is being read hangs: no comment may stand within it.
    hangs_at: Option<Arc<Anchor>>,
    fields: Fields,
    /// Where in a table the text being read stands.
    pub(super) table: InTable<'a>,
    pub(super) places: Places,
    pub(super) tables: u32,
    pub(super) cells: usize,
    pub(super) unread: Vec<Unread>,
    /// Where large pictures stand.
    pub(super) pictures: Vec<Location>,
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
            hangs_at: None,
            fields,
            table: InTable::default(),
            places: Places::default(),
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
    pub(super) fn story(&mut self, node: Node<'a, 'a>, place: &Place) -> Result<Vec<Block>, ReadError> {
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
                    self.unread.push(self.places.miss("an embedded document", place));
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
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        // The last mark is the one that stays, and it holds the properties.
        let Some(properties) = nodes.last().map(|node| node.child("pPr")) else { return Ok(()) };
        let style = self.styles.paragraph(properties.and_then(|node| node.val("pStyle")));
        let role = outline_role(properties)
            .filter(|_| self.styles.role(style) != Role::Contents)
            .unwrap_or_else(|| self.styles.role(style));
        let mut line = Line::default();
        for node in nodes {
            let own = self.styles.paragraph(node.child("pPr").and_then(|node| node.val("pStyle")));
            line.add(
                *node,
                self.styles,
                Under { table: self.table, paragraph: own, run: None },
                &mut self.fields,
            );
        }
        self.fields.end_paragraph();
        let gathered = line.gathered();
        if role == Role::Contents || (gathered.text.is_empty() && self.fields.silent()) {
            return Ok(());
        }
        let direct = properties.and_then(ListRef::read);
        let item = self.numbering.next(direct.as_ref(), self.styles.list(style), style);
        let (mut block, mut location) = self.places.block(place, role, item, gathered);
        location.anchor = self.anchor(nodes);
        if let Some(block) = &mut block {
            block.location.anchor = location.anchor.clone();
        }
        blocks.extend(block);
        self.hangers(line, &location, place, blocks)
    }

    /// Returns where text from the first of `nodes` to the last stands in the file.
    pub(super) fn anchor(&self, nodes: &[Node<'a, 'a>]) -> Option<Arc<Anchor>> {
        let (first, last) = (nodes.first()?, nodes.last()?);
        let own = || Arc::new(Anchor::Markup { start: first.range().start, end: last.range().end });
        Some(self.hangs_at.clone().unwrap_or_else(own))
    }

    /// Reads what hangs on a paragraph at `location`: its notes, then its text boxes.
    fn hangers(
        &mut self,
        line: Line<'a>,
        location: &Location,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let notes = if self.in_note { &[][..] } else { &line.notes };
        for reference in notes {
            let Some((name, node)) = self.notes.take(reference) else { continue };
            let location = Location { text: format!("{name} to {}", location.text), ..location.clone() };
            self.in_note = true;
            let inside = self.aside(node, &location)?;
            self.in_note = false;
            blocks.extend(note(&inside, location));
        }
        for thing in line.things {
            match thing {
                Thing::TextBox(node) => {
                    let text = format!("text box at {}", location.text);
                    blocks.extend(self.aside(node, &Location { text, ..location.clone() })?);
                }
                Thing::LargePicture => {
                    self.pictures.push(self.places.here(place));
                }
                Thing::Unreadable(what) => self.unread.push(self.places.miss(&what, place)),
            }
        }
        Ok(())
    }

    /// Reads a text box or a note, whose fields are its own.
    fn aside(&mut self, node: Node<'a, 'a>, location: &Location) -> Result<Vec<Block>, ReadError> {
        let inner = self.fields.inner();
        let outer = mem::replace(&mut self.fields, inner);
        let table = mem::take(&mut self.table);
        let hangs_at = mem::replace(&mut self.hangs_at, location.anchor.clone());
        let blocks = self.story(node, &Place::Aside(location.clone()));
        (self.fields, self.table, self.hangs_at) = (outer, table, hangs_at);
        blocks
    }
}

/// Tells whether the mark that ends a paragraph was deleted or moved away.
fn ends_deleted(paragraph: Node<'_, '_>) -> bool {
    let mark = paragraph.child("pPr").and_then(|node| node.child("rPr"));
    mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some())
}
