//! A flow of text as it is gathered: the page, a cell or a note, block by block.

use super::line::Line;
use super::lists::List;
use super::node::Node;
use super::place::Place;
use super::reader::Reader;
use super::seen::Look;
use crate::document::error::ReadError;
use crate::document::{Block, BlockKind, Location};

/// A flow of text: the page, a cell or a note.
pub(super) struct Story<'t> {
    pub(super) place: Place,
    pub(super) blocks: Vec<Block>,
    pub(super) line: Line<'t>,
    /// The element whose block is being gathered.
    pub(super) owner: Node<'t>,
    pub(super) role: Role,
    pub(super) quotes: usize,
    pub(super) lists: Vec<List>,
    /// What the next block is, where an item of a list has begun.
    pub(super) item: Option<BlockKind>,
}

/// What the block being gathered is, quotations and list items apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    Heading(u8),
}

impl<'t> Story<'t> {
    /// Starts a flow in `owner`.
    pub(super) fn new(place: Place, owner: Node<'t>) -> Self {
        Self {
            place,
            blocks: Vec::new(),
            line: Line::default(),
            owner,
            role: Role::Text,
            quotes: 0,
            lists: Vec::new(),
            item: None,
        }
    }
}

impl<'t> Reader<'t> {
    /// Breaks the line, as `br` does.
    pub(super) fn break_line(&mut self, look: Look, story: &mut Story<'t>) -> Result<(), ReadError> {
        // A blank line parts paragraphs, as `p` does.
        if story.line.is_at_line_start() && story.role == Role::Text {
            return self.end_block(story);
        }
        story.line.push('\n', look);
        Ok(())
    }

    /// Reads text whose line ends are kept.
    pub(super) fn kept_text(
        &mut self,
        text: &str,
        look: Look,
        start: u32,
        story: &mut Story<'t>,
    ) -> Result<(), ReadError> {
        let mut line = start;
        for (at, piece) in text.split('\n').enumerate() {
            if at > 0 {
                self.break_line(look, story)?;
                line = line.saturating_add(1);
            }
            story.line.add(piece, look, line);
        }
        Ok(())
    }

    /// Ends the block being gathered, with what hangs on it.
    pub(super) fn end_block(&mut self, story: &mut Story<'t>) -> Result<(), ReadError> {
        let line = std::mem::take(&mut story.line);
        let text = line.text();
        if text.is_empty() {
            return Ok(());
        }
        let kind = match (story.role, story.item.take()) {
            (Role::Heading(level), _) => BlockKind::Heading(level),
            _ if story.quotes > 0 => BlockKind::Quote,
            (Role::Text, Some(item)) => item,
            (Role::Text, None) => BlockKind::Paragraph,
        };
        let on_page = matches!(story.place, Place::Body);
        if let (BlockKind::Heading(level), true) = (&kind, on_page) {
            self.outline.close(*level);
        }
        let location = self.here(story, line.start.unwrap_or_else(|| story.owner.line()));
        if let (BlockKind::Heading(level), true) = (&kind, on_page) {
            self.outline.open(*level, &text);
        }
        let (bold, italic) = (line.bold(), line.italic());
        story.blocks.push(Block { kind, text, location: location.clone(), bold, italic });
        for note in line.notes {
            self.note(note, &location, story)?;
        }
        Ok(())
    }

    /// Reads the note `node` of a block at `location`.
    fn note(&mut self, node: Node<'t>, location: &Location, story: &mut Story<'t>) -> Result<(), ReadError> {
        let Some(number) = self.notes.take(node) else { return Ok(()) };
        let text = format!("footnote {number} to {}", location.text);
        let location = Location { text, line: Some(node.line()), ..location.clone() };
        self.in_note = true;
        let blocks = self.story(node, Look::default(), Place::Within(location.clone()));
        self.in_note = false;
        let lines: Vec<String> = blocks?.iter().map(text_of).filter(|text| !text.is_empty()).collect();
        if !lines.is_empty() {
            let (kind, text) = (BlockKind::Note, lines.join("\n"));
            story.blocks.push(Block { kind, text, location, bold: false, italic: false });
        }
        Ok(())
    }

    /// Returns the location of something on `line` in `story`.
    pub(super) fn here(&self, story: &Story<'t>, line: u32) -> Location {
        match &story.place {
            Place::Body => self.outline.at(story.owner, line, self.page),
            Place::Within(location) => Location { line: Some(line), ..location.clone() },
        }
    }
}

/// Returns the text of a block, a table's cell by cell.
fn text_of(block: &Block) -> String {
    let BlockKind::Table(table) = &block.kind else { return block.text.clone() };
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.text()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
