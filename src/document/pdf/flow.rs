//! The flow of a document: its paragraphs, tables and footnotes in reading order, parted by neither pages nor columns.

use super::columns::{Piece, columns};
use super::contents;
use super::headings::Type;
use super::lines::{Line, lines};
use super::notes::{self, Note};
use super::page::{Glyph, Page, Turn};
use super::paragraphs::{Edge, Leading, Paragraph, ends_sentence, paragraphs, right_edge, starts_lower};
use super::parted;
use super::tables::{Content, FoundTable};
use super::words::Vocabulary;

/// Something in the flow.
#[derive(Debug, Clone)]
pub(super) enum Element {
    Paragraph(Paragraph),
    /// A table, by its place among those found.
    Table(usize),
    /// A footnote of a page.
    Note(u32, Note),
}

/// The flow, and what was learnt of the document on the way.
pub(super) struct Flow {
    pub(super) elements: Vec<Element>,
    pub(super) vocabulary: Vocabulary,
    pub(super) look: Type,
}

/// Reads the flow of `pages`, of which `taken` says for each glyph whether it stands in one of the `tables`.
pub(super) fn flow(pages: &[Page], tables: &[FoundTable], taken: &[Vec<bool>]) -> Flow {
    let mut vocabulary = Vocabulary::default();
    let mut sheets = Vec::with_capacity(pages.len());
    for (at, page) in pages.iter().enumerate() {
        let in_table = taken.get(at).map(Vec::as_slice).unwrap_or_default();
        let prose: Vec<&Glyph> = page
            .glyphs
            .iter()
            .enumerate()
            .filter(|(glyph, it)| !it.furniture && !in_table.get(*glyph).copied().unwrap_or_default())
            .map(|(_, glyph)| glyph)
            .collect();
        let mut lines = lines(&prose);
        parted::mark(&mut lines, page);
        sheets.push((page.number, columns(pieces(lines, tables, at))));
    }
    let look = Type::of(sheets.iter().flat_map(|(_, columns)| columns.iter().flatten()).filter_map(as_line));
    let mut leading = Leading::default();
    let mut edges = Edges::default();
    let mut page_notes = Vec::with_capacity(sheets.len());
    for (_, columns) in &mut sheets {
        page_notes.push(notes::take(columns, look.body));
        for column in columns.iter_mut() {
            contents::take(column);
            let lines: Vec<Line> = column.iter().filter_map(as_line).cloned().collect();
            leading.learn(&lines);
            edges.learn(&lines);
            lines.iter().for_each(|line| vocabulary.learn(line));
        }
    }
    let mut elements = Vec::new();
    for ((number, columns), notes) in sheets.into_iter().zip(page_notes) {
        for column in columns {
            let edge = edges.of(&column);
            add_column(column, number, &leading, edge, &mut elements);
        }
        elements.extend(notes.into_iter().map(|note| Element::Note(number, note)));
    }
    let mut flow = Flow { elements, vocabulary, look };
    let paragraphs = flow.elements.iter().filter_map(|element| match element {
        Element::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    flow.look.learn_headings(paragraphs);
    flow
}

fn as_line(piece: &Piece) -> Option<&Line> {
    match piece {
        Piece::Line(line) => Some(line),
        Piece::Table(..) => None,
    }
}

/// Puts the lines of page `at` and the tables that begin on it in order from the top; text that runs up or down the
/// page comes last.
fn pieces(lines: Vec<Line>, tables: &[FoundTable], at: usize) -> Vec<Piece> {
    let starts_here = |(number, table): (usize, &FoundTable)| {
        let (page, rect) = table.parts.first()?;
        (*page == at).then_some(Piece::Table(number, *rect))
    };
    let mut pieces: Vec<Piece> = lines.into_iter().map(Piece::Line).collect();
    pieces.extend(tables.iter().enumerate().filter_map(starts_here));
    let height = |piece: &Piece| match piece {
        Piece::Line(line) if line.turn != Turn::Level => f32::MAX,
        Piece::Line(line) => line.down,
        Piece::Table(_, rect) => rect.top,
    };
    pieces.sort_by(|a, b| height(a).total_cmp(&height(b)));
    pieces
}

/// Where the lines of columns start and end.
#[derive(Default)]
struct Edges(Vec<(f32, f32)>);

impl Edges {
    /// The fewest lines that show where full ones end.
    const LINES: usize = 4;

    fn learn(&mut self, lines: &[Line]) {
        if lines.len() >= Self::LINES {
            self.0.extend(left_edge(lines).map(|left| (left, right_edge(lines))));
        }
    }

    /// Returns where full lines of a column end: of a short one longer ones tell that start where it does.
    fn of(&self, column: &[Piece]) -> Edge {
        let lines: Vec<Line> = column.iter().filter_map(as_line).cloned().collect();
        let own = Edge::of(&lines);
        let Some(left) = left_edge(&lines).filter(|_| lines.len() < Self::LINES) else { return own };
        let alike = self.0.iter().filter(|(other, _)| (other - left).abs() < 12.0);
        match alike.map(|(_, right)| *right).reduce(f32::max) {
            Some(right) => Edge { right: right.max(own.right), sure: true },
            None => Edge { sure: false, ..own },
        }
    }
}

fn left_edge(lines: &[Line]) -> Option<f32> {
    lines.iter().map(|line| line.start).reduce(f32::min)
}

/// Adds the paragraphs and tables of one column. Its first paragraph may go on the last one of the column before.
fn add_column(column: Vec<Piece>, page: u32, leading: &Leading, edge: Edge, elements: &mut Vec<Element>) {
    let mut first = true;
    let mut run: Vec<Line> = Vec::new();
    let mut end_run = |run: &mut Vec<Line>, elements: &mut Vec<Element>| {
        for paragraph in paragraphs(std::mem::take(run), page, leading, edge) {
            let open = elements.iter_mut().rev().find(|element| !matches!(element, Element::Note(..)));
            match open {
                Some(Element::Paragraph(open)) if first && goes_on(open, &paragraph) => {
                    open.lines.extend(paragraph.lines);
                    open.full = paragraph.full;
                }
                _ => elements.push(Element::Paragraph(paragraph)),
            }
            first = false;
        }
    };
    for piece in column {
        match piece {
            Piece::Line(line) => run.push(line),
            Piece::Table(table, _) => {
                end_run(&mut run, elements);
                elements.push(Element::Table(table));
            }
        }
    }
    end_run(&mut run, elements);
}

/// Tells whether `next`, the first paragraph of a column or of a part of a cell, goes on `open`, the last one before.
pub(super) fn goes_on(open: &Paragraph, next: &Paragraph) -> bool {
    let (Some(last), Some(first)) = (open.lines.last(), next.lines.first()) else { return false };
    let alike = (last.size - first.size).abs() < 0.05 * last.size
        && last.turn == first.turn
        && last.bold() == first.bold();
    let marked = next.marker.as_ref().is_some_and(|marker| marker.sure);
    let sentence_open = !ends_sentence(last);
    alike && !marked && sentence_open && (open.full || starts_lower(first))
}

/// Tells, for each glyph of each page, whether it stands in a table.
pub(super) fn taken(pages: &[Page], tables: &[FoundTable]) -> Vec<Vec<bool>> {
    let mut taken: Vec<Vec<bool>> = pages.iter().map(|page| vec![false; page.glyphs.len()]).collect();
    let mut take = |page: usize, glyphs: &[usize]| {
        let Some(page) = taken.get_mut(page) else { return };
        for at in glyphs {
            if let Some(taken) = page.get_mut(*at) {
                *taken = true;
            }
        }
    };
    tables.iter().for_each(|table| each_glyphs(table, &mut take));
    taken
}

/// Gives `take` the glyphs of a table and of those inside it, page by page.
fn each_glyphs(table: &FoundTable, take: &mut impl FnMut(usize, &[usize])) {
    table.repeated.iter().for_each(|(page, glyphs)| take(*page, glyphs));
    for content in table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.content) {
        match content {
            Content::Glyphs { page, glyphs } => take(*page, glyphs),
            Content::Table(inner) => each_glyphs(inner, take),
        }
    }
}
