//! The grid of a table on its pages, with the words in each cell.

use super::faces::{Face, Faces};
use super::words::Word;
use crate::document::pdf::page::Rect;

/// A table, on one page or, once pages are joined, on several.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    /// Where it stands: the page (by its place among the pages) and the rectangle there.
    pub(super) parts: Vec<(usize, Rect)>,
    /// Where its columns begin and end, on its first page.
    pub(super) columns: Vec<f32>,
    /// Where its rows begin and end, on its last page.
    pub(super) rows: Vec<f32>,
    /// How many rows it has; those of the pages before its last are not among `rows`.
    pub(super) count: usize,
    pub(super) cells: Vec<GridCell>,
    /// Which of its rows are headers.
    pub(super) headers: Vec<usize>,
    /// Words that repeat what the table says elsewhere.
    pub(super) repeated: Vec<Piece>,
    /// Whether it ends above and below with a line, the side of a page or the end of its text.
    pub(super) closed: (bool, bool),
    /// Whether its cells are told by ruling lines rather than by where their text stands.
    pub(super) ruled: bool,
    /// Whether nothing but the edges of shaded areas shows its cells.
    pub(super) shaded: bool,
}

/// A cell with what it holds.
#[derive(Debug, Clone, Default)]
pub(super) struct GridCell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) pieces: Vec<Piece>,
}

/// Something in a cell.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// Words of a page, by their places among the words of the page.
    Words(usize, Vec<usize>),
    /// A table inside the cell.
    Table(Grid),
}

impl GridCell {
    /// Makes an empty cell.
    pub(super) fn new(face: &Face) -> Self {
        let Face { row, column, rows, columns } = *face;
        Self { row, column, rows, columns, pieces: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds a word of `page`.
    pub(super) fn push(&mut self, page: usize, word: usize) {
        match self.pieces.last_mut() {
            Some(Piece::Words(on, words)) if *on == page => words.push(word),
            _ => self.pieces.push(Piece::Words(page, vec![word])),
        }
    }

    /// Tells whether it covers a place of the grid.
    pub(super) fn covers(&self, row: usize, column: usize) -> bool {
        (self.row..self.row + self.rows).contains(&row)
            && (self.column..self.column + self.columns).contains(&column)
    }
}

impl Grid {
    /// Makes the empty grid of a region of `page`.
    pub(super) fn ruled(page: usize, faces: Faces, shaded: bool) -> Self {
        let edge = |places: &[f32]| (places.first().copied(), places.last().copied());
        let (left, right) = edge(&faces.columns);
        let (top, bottom) = edge(&faces.rows);
        let rect = Rect {
            left: left.unwrap_or_default(),
            top: top.unwrap_or_default(),
            right: right.unwrap_or_default(),
            bottom: bottom.unwrap_or_default(),
        };
        Self {
            parts: vec![(page, rect)],
            count: faces.rows.len().saturating_sub(1),
            columns: faces.columns,
            rows: faces.rows,
            cells: faces.faces.iter().map(GridCell::new).collect(),
            closed: faces.closed,
            ruled: true,
            shaded,
            ..Self::default()
        }
    }

    /// Returns where it stands on its last page.
    pub(super) fn last_part(&self) -> (usize, Rect) {
        self.parts.last().copied().unwrap_or_default()
    }

    /// Returns where it stands on its first page.
    pub(super) fn first_part(&self) -> (usize, Rect) {
        self.parts.first().copied().unwrap_or_default()
    }

    /// Puts words of the page the grid stands on into its cells, each where its middle lies, and returns those it
    /// took.
    pub(super) fn fill(&mut self, page: usize, words: &[Word], chosen: &[usize]) -> Vec<usize> {
        let width = self.columns.len().saturating_sub(1);
        let mut cell_at = vec![usize::MAX; width * self.count];
        for (at, cell) in self.cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.rows {
                for column in cell.column..cell.column + cell.columns {
                    if let Some(slot) = cell_at.get_mut(row * width + column) {
                        *slot = at;
                    }
                }
            }
        }
        let mut taken = Vec::new();
        for &at in chosen {
            let Some(word) = words.get(at) else { continue };
            let (x, y) = word.rect.centre();
            let (Some(row), Some(column)) = (slot(&self.rows, y), slot(&self.columns, x)) else { continue };
            let cell = cell_at.get(row * width + column).and_then(|cell| self.cells.get_mut(*cell));
            if let Some(cell) = cell {
                cell.push(page, at);
                taken.push(at);
            }
        }
        taken
    }

    /// Returns the cell that covers a place; the last ones are found first.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<usize> {
        self.cells.iter().rposition(|cell| cell.covers(row, column))
    }

    /// Returns row by row, from row `first`, which places of the grid have text.
    pub(super) fn written_places(&self, first: usize) -> Vec<bool> {
        let width = self.columns.len().saturating_sub(1);
        let mut places = vec![false; width * self.count.saturating_sub(first)];
        for cell in self.cells.iter().filter(|cell| !cell.is_empty()) {
            for row in cell.row.max(first)..cell.row + cell.rows {
                let start = (row - first) * width + cell.column;
                for place in places.iter_mut().skip(start).take(cell.columns) {
                    *place = true;
                }
            }
        }
        places
    }

    /// Returns how many rows and how many columns have a cell with something in it.
    pub(super) fn written(&self) -> (usize, usize) {
        let count = |mut places: Vec<usize>| {
            places.sort_unstable();
            places.dedup();
            places.len()
        };
        let full = || self.cells.iter().filter(|cell| !cell.is_empty());
        (count(full().map(|cell| cell.row).collect()), count(full().map(|cell| cell.column).collect()))
    }

    /// Returns how many rows have text in two or more cells, those of cells merged down included.
    pub(super) fn parted_rows(&self) -> usize {
        let mut cells_in = vec![0_usize; self.count];
        for cell in self.cells.iter().filter(|cell| !cell.is_empty()) {
            for count in cells_in.iter_mut().skip(cell.row).take(cell.rows) {
                *count += 1;
            }
        }
        cells_in.into_iter().filter(|count| *count > 1).count()
    }

    /// Takes out columns and rows too narrow for text in which nothing stands: the gaps of double lines and the
    /// spacers of designs.
    pub(super) fn without_slivers(mut self) -> Self {
        let borders = borders(&self.columns);
        for column in slivers(&self.columns) {
            let written =
                self.cells.iter().any(|cell| cell.column == column && cell.columns == 1 && !cell.is_empty());
            if !written && self.columns.len() > 2 {
                // Of the edges beside it, the one that is further from the border of the run goes.
                let border = borders.get(column).copied().unwrap_or(column + 1);
                self.columns.remove(if column < border { column } else { column + 1 });
                self.cells.retain(|cell| cell.column != column || cell.columns > 1);
                for cell in &mut self.cells {
                    (cell.column, cell.columns) = squeezed(cell.column, cell.columns, column);
                }
            }
        }
        for row in slivers(&self.rows) {
            let written = self.cells.iter().any(|cell| cell.row == row && cell.rows == 1 && !cell.is_empty());
            if !written && self.rows.len() > 2 {
                self.rows.remove(row);
                self.count -= 1;
                self.cells.retain(|cell| cell.row != row || cell.rows > 1);
                for cell in &mut self.cells {
                    (cell.row, cell.rows) = squeezed(cell.row, cell.rows, row);
                }
            }
        }
        self
    }
}

/// Returns the place of `value` between two of `edges`.
pub(super) fn slot(edges: &[f32], value: f32) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= value);
    (after > 0 && after < edges.len()).then(|| after - 1)
}

/// Returns the columns or rows too narrow for text, the last first.
fn slivers(edges: &[f32]) -> Vec<usize> {
    const NARROW: f32 = 6.5;
    let widths =
        edges.windows(2).map(|pair| pair.iter().copied().reduce(|from, to| to - from).unwrap_or(0.0));
    let mut narrow: Vec<usize> =
        widths.enumerate().filter(|(_, width)| *width < NARROW).map(|(at, _)| at).collect();
    narrow.reverse();
    narrow
}

/// Returns for every column which edge is the border where it and its neighbours are slivers: shading ends a little
/// before a border and begins a little after it, so that the middle edge of such a run is the border, and the sides of
/// the table are its first and last.
fn borders(edges: &[f32]) -> Vec<usize> {
    let mut narrow = slivers(edges);
    narrow.reverse();
    let last = edges.len().saturating_sub(1);
    let mut borders: Vec<usize> = (1..edges.len()).collect();
    for run in narrow.chunk_by(|one, next| one + 1 == *next) {
        let (Some(first), Some(end)) = (run.first(), run.last().map(|column| column + 1)) else { continue };
        let border = match (*first, end) {
            (0, _) => 0,
            (_, end) if end == last => last,
            (first, _) => first + run.len().div_ceil(2),
        };
        for column in run {
            if let Some(slot) = borders.get_mut(*column) {
                *slot = border;
            }
        }
    }
    borders
}

/// Returns the first place and the span of a cell once place `gone` is taken out.
fn squeezed(first: usize, count: usize, gone: usize) -> (usize, usize) {
    if gone < first {
        (first - 1, count)
    } else if gone < first + count {
        (first, count.saturating_sub(1).max(1))
    } else {
        (first, count)
    }
}
