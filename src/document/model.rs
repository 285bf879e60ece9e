//! The blocks of a document: headings, paragraphs, list items, quotations and tables.

use schemars::JsonSchema;
use serde::Serialize;

use super::location::Location;

/// A document as a person sees it: only what counts as written, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The file name, as the user gave it.
    pub file: String,
    /// The format it was read as.
    pub format: Format,
    /// Its blocks in reading order.
    pub blocks: Vec<Block>,
    /// What could not be read. Verdicts that might depend on it become `cannot-tell`.
    pub unread: Vec<Unread>,
    /// Signs that the document is still a draft.
    pub marks: DraftMarks,
}

impl Document {
    /// Returns the text of every block in reading order, tables and nested tables included.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        collect_texts(&self.blocks, &mut texts);
        texts
    }
}

fn collect_texts<'d>(blocks: &'d [Block], texts: &mut Vec<&'d str>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    collect_texts(&cell.blocks, texts);
                }
            }
            _ => texts.push(&block.text),
        }
    }
}

/// The formats a statement may come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Office Open XML word processing.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Portable Document Format.
    Pdf,
    /// Office Open XML spreadsheet.
    Xlsx,
    /// OpenDocument spreadsheet.
    Ods,
    /// A web page.
    Html,
    /// Markdown, with tables.
    #[serde(rename = "md")]
    Markdown,
    /// Plain text.
    #[default]
    #[serde(rename = "txt")]
    Text,
}

/// A part of the document that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unread {
    /// What it is and why, in one sentence: `the picture on page 3 may hold text`.
    pub what: String,
    /// Where it is.
    pub location: Location,
}

/// Signs of a draft, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct DraftMarks {
    /// Tracked insertions that nobody has accepted.
    pub insertions: usize,
    /// Tracked deletions that nobody has accepted.
    pub deletions: usize,
    /// Comments left in the document.
    pub comments: usize,
}

/// One block with its place.
#[derive(Debug, Clone)]
pub struct Block {
    /// What kind of block it is.
    pub kind: BlockKind,
    /// Its text, cleaned ([`crate::text::clean`]), one line; line breaks a writer put inside it are `\n`.
    /// Empty for a table.
    pub text: String,
    /// Where it stands.
    pub location: Location,
    /// Whether all of its text is bold, as in a heading made by hand.
    pub bold: bool,
    /// Whether all of its text is italic, as quotations often are.
    pub italic: bool,
}

/// The kinds of block.
#[derive(Debug, Clone)]
pub enum BlockKind {
    /// A heading of level 1 (the outermost) to 9; a document title is level 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list: how deep it is nested (0 the outermost) and its number where it has one, as shown.
    ListItem {
        /// How deep it is nested, 0 the outermost.
        depth: u8,
        /// Its number or letter as shown (`3.`, `(a)`), `None` for a bullet.
        number: Option<String>,
    },
    /// A block quotation.
    Quote,
    /// The text of a footnote or endnote, standing right after the block that refers to it.
    Note,
    /// A table.
    Table(Table),
}

/// A table as a grid: a merged cell stands once, at its first place.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The table's number, counted from 1 through the document.
    pub number: u32,
    /// Its rows from the top.
    pub rows: Vec<Row>,
    /// How many columns the grid has.
    pub columns: usize,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The row's number, counted from 1, header rows included.
    pub number: u32,
    /// Whether the document marks it as a header row.
    pub header: bool,
    /// Its cells from the left. A cell merged down from a row above is not among them: see [`Cell::rows`].
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// Its first column, counted from 0.
    pub column: usize,
    /// How many columns it spans, at least 1.
    pub columns: usize,
    /// How many rows it spans, at least 1.
    pub rows: usize,
    /// What it holds, nested tables included.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub location: Location,
}

impl Cell {
    /// Returns the text of the cell: its blocks, nested tables included, a line each.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        collect_lines(&self.blocks, &mut lines);
        lines.join("\n")
    }
}

fn collect_lines(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    collect_lines(&cell.blocks, lines);
                }
            }
            _ if block.text.is_empty() => {}
            _ => lines.push(block.text.clone()),
        }
    }
}
