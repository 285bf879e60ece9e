//! Blocks from the flow of a document, each with its place.

use super::flow::{Element, Flow, goes_on};
use super::lines::{Line, lines};
use super::marker::Depths;
use super::notes::{Note, references};
use super::page::{Glyph, Page};
use super::paragraphs::{Edge, Leading, Paragraph, paragraphs};
use super::tables::{Content, FoundCell, FoundTable};
use super::words::Vocabulary;
use crate::document::{Block, BlockKind, Cell, Limits, Location, ReadError, Row, Table};
use crate::text::clean;

/// Makes the blocks of one document, keeping count on the way.
pub(super) struct Story<'d> {
    file: &'d str,
    pages: &'d [Page],
    tables: &'d [FoundTable],
    limits: &'d Limits,
    vocabulary: Vocabulary,
    /// How far the lines of cells stand apart.
    leading: Leading,
    /// The headings above the place being read, with their levels, outermost first.
    headings: Vec<(u8, String)>,
    /// The page being read, and how many paragraphs of it there were.
    page: (u32, u32),
    table: u32,
    cells: usize,
    blocks: Vec<Block>,
}

impl<'d> Story<'d> {
    /// Starts the document `file`.
    pub(super) fn new(
        file: &'d str,
        pages: &'d [Page],
        tables: &'d [FoundTable],
        limits: &'d Limits,
    ) -> Self {
        Self {
            file,
            pages,
            tables,
            limits,
            vocabulary: Vocabulary::default(),
            leading: Leading::default(),
            headings: Vec::new(),
            page: (0, 0),
            table: 0,
            cells: 0,
            blocks: Vec::new(),
        }
    }

    /// Makes the blocks of `flow`.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when there are too many cells.
    pub(super) fn tell(mut self, flow: Flow) -> Result<Vec<Block>, ReadError> {
        let Flow { elements, vocabulary, look } = flow;
        self.vocabulary = vocabulary;
        for table in self.tables {
            self.learn(table);
        }
        let mut depths = Depths::default();
        // Where each word that refers to a footnote stands: the page, the mark, and the block.
        let mut referring: Vec<(u32, String, usize)> = Vec::new();
        let mut notes: Vec<(usize, Note)> = Vec::new();
        for element in elements {
            match element {
                Element::Paragraph(paragraph) => {
                    let level = look.level(&paragraph);
                    if !self.paragraph(&paragraph, level, &mut depths) {
                        continue;
                    }
                    let block = self.blocks.len() - 1;
                    let marks = paragraph.lines.iter().flat_map(|line| references(&line.words));
                    referring.extend(marks.map(|mark| (paragraph.page, mark.to_owned(), block)));
                }
                Element::Table(at) => {
                    let Some(found) = self.tables.get(at) else { continue };
                    let page = found.parts.first().map_or(1, |(page, _)| self.number(*page));
                    let block = self.found_table(found, page, None)?;
                    self.blocks.push(block);
                    depths = Depths::default();
                }
                Element::Note(page, note) => {
                    let behind = referring.iter().rev().find(|(_, mark, _)| *mark == note.mark);
                    let behind = behind.filter(|(on, ..)| *on == page || *on + 1 == page);
                    let last = self.blocks.len().saturating_sub(1);
                    notes.push((behind.map_or(last, |(_, _, block)| *block), note));
                }
            }
        }
        self.place_notes(notes);
        Ok(self.blocks)
    }

    /// Adds a paragraph; false when it says nothing.
    fn paragraph(&mut self, paragraph: &Paragraph, level: Option<u8>, depths: &mut Depths) -> bool {
        let Some((mut kind, mut text)) = spoken(paragraph, &self.vocabulary, depths) else { return false };
        if let Some(level) = level {
            if let BlockKind::ListItem { number: Some(number), .. } = &kind {
                text = format!("{number} {text}");
            }
            kind = BlockKind::Heading(level);
            self.headings.retain(|(above, _)| *above < level);
        }
        if self.page.0 != paragraph.page {
            self.page = (paragraph.page, 0);
        }
        self.page.1 += 1;
        let (page, number) = self.page;
        let location = Location {
            text: format!("p. {page}, paragraph {number}"),
            paragraph: Some(number),
            ..self.here(page)
        };
        if let Some(level) = level {
            self.headings.push((level, text.clone()));
        }
        let (bold, italic) = (paragraph.bold(), paragraph.italic());
        self.blocks.push(Block { kind, text, location, bold, italic });
        true
    }

    /// Puts each footnote behind the block it belongs to.
    fn place_notes(&mut self, mut notes: Vec<(usize, Note)>) {
        // From the end, so that places before stay what they are.
        notes.sort_by_key(|(block, _)| *block);
        for (block, note) in notes.into_iter().rev() {
            let mut text = String::new();
            note.lines.iter().for_each(|line| self.vocabulary.join(&mut text, &line.text()));
            let text = clean(&text);
            if text.is_empty() {
                continue;
            }
            let to = self.blocks.get(block).map(|block| block.location.clone()).unwrap_or_default();
            let location = Location { text: format!("footnote {} to {}", note.mark, to.text), ..to };
            let at = (block + 1).min(self.blocks.len());
            let note = Block { kind: BlockKind::Note, text, location, bold: false, italic: false };
            self.blocks.insert(at, note);
        }
    }

    /// Makes a block of a table, which stands in the cell at `outer` or on its own.
    fn found_table(
        &mut self,
        found: &FoundTable,
        page: u32,
        outer: Option<&Location>,
    ) -> Result<Block, ReadError> {
        self.table += 1;
        let number = self.table;
        let place =
            Location { text: format!("p. {page}, table {number}"), table: Some(number), ..self.here(page) };
        let mut table = Table { number, columns: found.columns, rows: Vec::with_capacity(found.rows.len()) };
        for (at, row) in found.rows.iter().enumerate() {
            let row_number = at as u32 + 1;
            let page = self.number(row.page);
            let mut cells = Vec::with_capacity(row.cells.len());
            for cell in &row.cells {
                self.cells += 1;
                self.limits.hold_cells(self.cells)?;
                let column = cell.column as u32 + 1;
                let location = Location {
                    text: format!("p. {page}, table {number}, row {row_number}, column {column}"),
                    page: Some(page),
                    row: Some(row_number),
                    column: Some(column),
                    ..place.clone()
                };
                let blocks = self.cell(cell, &location)?;
                let FoundCell { column, columns, rows, .. } = *cell;
                cells.push(Cell { column, columns, rows, blocks, location });
            }
            table.rows.push(Row { number: row_number, header: row.header, cells });
        }
        let location = outer.cloned().unwrap_or(place);
        Ok(Block { kind: BlockKind::Table(table), text: String::new(), location, bold: false, italic: false })
    }

    /// Makes the blocks of a cell, all at its location.
    fn cell(&mut self, cell: &FoundCell, location: &Location) -> Result<Vec<Block>, ReadError> {
        let mut blocks = Vec::new();
        let mut open: Vec<Paragraph> = Vec::new();
        for content in &cell.content {
            match content {
                Content::Glyphs { page, glyphs } => {
                    let lines = self.lines(*page, glyphs);
                    let edge = Edge::of(&lines);
                    let mut more = paragraphs(lines, self.number(*page), &self.leading, edge).into_iter();
                    if let Some(first) = more.next() {
                        match open.last_mut() {
                            Some(last) if goes_on(last, &first) => last.lines.extend(first.lines),
                            _ => open.push(first),
                        }
                    }
                    open.extend(more);
                }
                Content::Table(inner) => {
                    self.end_cell_text(&mut open, location, &mut blocks);
                    let page = inner.parts.first().map_or(1, |(page, _)| self.number(*page));
                    blocks.push(self.found_table(inner, page, Some(location))?);
                }
            }
        }
        self.end_cell_text(&mut open, location, &mut blocks);
        Ok(blocks)
    }

    fn end_cell_text(&self, open: &mut Vec<Paragraph>, location: &Location, blocks: &mut Vec<Block>) {
        let mut depths = Depths::default();
        let numbered =
            |paragraph: &&Paragraph| paragraph.marker.as_ref().is_some_and(|marker| marker.number.is_some());
        let is_list = open.iter().filter(numbered).count() > 1;
        for paragraph in open.drain(..) {
            let Some((mut kind, mut text)) = spoken(&paragraph, &self.vocabulary, &mut depths) else {
                continue;
            };
            // One number in a cell counts no items: it is what the row is known by.
            if let BlockKind::ListItem { number: Some(number), .. } = &kind
                && !is_list
            {
                text = format!("{number} {text}");
                kind = BlockKind::Paragraph;
            }
            let (bold, italic) = (paragraph.bold(), paragraph.italic());
            blocks.push(Block { kind, text, location: location.clone(), bold, italic });
        }
    }

    /// Learns how the lines of the cells of a table stand, and its words.
    fn learn(&mut self, table: &FoundTable) {
        for content in table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.content) {
            match content {
                Content::Glyphs { page, glyphs } => {
                    let lines = self.lines(*page, glyphs);
                    self.leading.learn(&lines);
                    lines.iter().for_each(|line| self.vocabulary.learn(line));
                }
                Content::Table(inner) => self.learn(inner),
            }
        }
    }

    /// Returns the lines that some glyphs of a page make.
    fn lines(&self, page: usize, glyphs: &[usize]) -> Vec<Line> {
        let Some(page) = self.pages.get(page) else { return Vec::new() };
        let glyphs: Vec<&Glyph> = glyphs.iter().filter_map(|at| page.glyphs.get(*at)).collect();
        lines(&glyphs)
    }

    /// Returns the number of the page at a place among the pages.
    fn number(&self, page: usize) -> u32 {
        self.pages.get(page).map_or(1, |page| page.number)
    }

    fn here(&self, page: u32) -> Location {
        let headings = self.headings.iter().map(|(_, text)| text.clone()).collect();
        Location { file: self.file.to_owned(), headings, page: Some(page), ..Location::default() }
    }
}

/// Returns what a paragraph is and says, headings aside; `None` when it says nothing.
fn spoken(
    paragraph: &Paragraph,
    vocabulary: &Vocabulary,
    depths: &mut Depths,
) -> Option<(BlockKind, String)> {
    let text = clean(&paragraph.text(vocabulary));
    if text.is_empty() {
        return None;
    }
    let kind = match &paragraph.marker {
        Some(marker) => {
            let depth = depths.of(paragraph.start);
            BlockKind::ListItem { depth, number: marker.number.clone() }
        }
        None => {
            depths.end(paragraph.start);
            BlockKind::Paragraph
        }
    };
    Some((kind, text))
}
