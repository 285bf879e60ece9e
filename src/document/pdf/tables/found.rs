//! What is handed on: tables as rows of cells, each with the glyphs in it.

use std::collections::BTreeMap;

use super::Sheet;
use super::grid::{Grid, GridCell, Piece};
use crate::document::pdf::page::Rect;

/// A table with the glyphs in its cells.
#[derive(Debug, Clone, Default)]
pub(in crate::document::pdf) struct FoundTable {
    /// Where it stands: each page it is on, by its place among the pages, and the rectangle there.
    pub(in crate::document::pdf) parts: Vec<(usize, Rect)>,
    /// How many columns its grid has.
    pub(in crate::document::pdf) columns: usize,
    pub(in crate::document::pdf) rows: Vec<FoundRow>,
    /// Glyphs that repeat what the table says elsewhere: header rows said again on each page, and the text of a
    /// merged cell said again after a page break. By page, in the order they are drawn.
    pub(in crate::document::pdf) repeated: BTreeMap<usize, Vec<usize>>,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(in crate::document::pdf) struct FoundRow {
    /// Whether it heads the columns.
    pub(in crate::document::pdf) header: bool,
    /// The page it begins on, by its place among the pages.
    pub(in crate::document::pdf) page: usize,
    /// Its cells from the left. A cell merged down from a row above is not among them.
    pub(in crate::document::pdf) cells: Vec<FoundCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub(in crate::document::pdf) struct FoundCell {
    /// Its first column, counted from 0.
    pub(in crate::document::pdf) column: usize,
    /// How many columns it spans, at least 1.
    pub(in crate::document::pdf) columns: usize,
    /// How many rows it spans, at least 1.
    pub(in crate::document::pdf) rows: usize,
    /// What it holds, in reading order.
    pub(in crate::document::pdf) content: Vec<Content>,
}

/// Something in a cell.
#[derive(Debug, Clone)]
pub(in crate::document::pdf) enum Content {
    /// Glyphs of a page, in the order they are drawn. A cell that goes on over a page break has several.
    Glyphs {
        /// The page, by its place among the pages.
        page: usize,
        /// The glyphs, by their places among those of the page.
        glyphs: Vec<usize>,
    },
    /// A table inside the cell.
    Table(FoundTable),
}

/// Makes what is handed on of `grid`.
pub(super) fn table(grid: Grid, sheets: &[Sheet<'_>]) -> FoundTable {
    let columns = grid.columns.len().saturating_sub(1);
    let first_page = grid.first_part().0;
    let mut rows: Vec<FoundRow> = (0..grid.count)
        .map(|row| FoundRow { header: grid.headers.contains(&row), page: first_page, cells: Vec::new() })
        .collect();
    let mut repeated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for piece in grid.repeated {
        if let Piece::Words(page, words) = piece {
            repeated.entry(page).or_default().extend(glyphs(page, &words, sheets));
        }
    }
    let mut cells = grid.cells;
    cells.sort_by_key(|cell| (cell.row, cell.column));
    for cell in cells {
        let Some(row) = rows.get_mut(cell.row) else { continue };
        let on = cell.pieces.iter().map(|piece| match piece {
            Piece::Words(page, _) => *page,
            Piece::Table(table) => table.first_part().0,
        });
        row.page = on.min().unwrap_or(row.page).max(row.page);
        let GridCell { column, columns, rows, pieces, .. } = cell;
        row.cells.push(FoundCell { column, columns, rows, content: content(pieces, sheets) });
    }
    // A row in which nothing stands begins where the one above it does.
    let mut page = first_page;
    for row in &mut rows {
        row.page = row.page.max(page);
        page = row.page;
    }
    FoundTable { parts: grid.parts, columns, rows, repeated }
}

/// Puts the pieces of a cell in reading order, its text parted where a table stands between.
fn content(pieces: Vec<Piece>, sheets: &[Sheet<'_>]) -> Vec<Content> {
    let mut tables: Vec<(usize, f32, FoundTable)> = Vec::new();
    let mut texts: Vec<(usize, Vec<usize>)> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Words(page, words) => texts.push((page, words)),
            Piece::Table(inner) => {
                let (page, rect) = inner.first_part();
                tables.push((page, rect.centre().1, table(inner, sheets)));
            }
        }
    }
    tables.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    // Each text by how many of the tables come before it.
    let mut parted: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (page, words) in texts {
        for word in words {
            let y = sheets
                .get(page)
                .and_then(|sheet| sheet.words.get(word))
                .map_or(0.0, |word| word.rect.centre().1);
            let before = tables.iter().filter(|(on, at, _)| (*on, *at) < (page, y)).count();
            parted.entry((before, page)).or_default().push(word);
        }
    }
    let mut content = Vec::new();
    let mut tables = tables.into_iter().enumerate().peekable();
    for ((before, page), words) in parted {
        while let Some((_, (_, _, table))) = tables.next_if(|(at, _)| *at < before) {
            content.push(Content::Table(table));
        }
        content.push(Content::Glyphs { page, glyphs: glyphs(page, &words, sheets) });
    }
    content.extend(tables.map(|(_, (_, _, table))| Content::Table(table)));
    content
}

/// Returns the glyphs of `words`, in the order they are drawn.
fn glyphs(page: usize, words: &[usize], sheets: &[Sheet<'_>]) -> Vec<usize> {
    let of_page = sheets.get(page).map(|sheet| sheet.words.as_slice()).unwrap_or_default();
    let mut glyphs: Vec<usize> =
        words.iter().filter_map(|at| of_page.get(*at)).flat_map(|word| word.glyphs.clone()).collect();
    glyphs.sort_unstable();
    glyphs
}
