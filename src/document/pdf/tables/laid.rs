//! Lays lines of text out as a grid, where no lines enclose the cells.

use super::columns::{column, crosses};
use super::faces::Face;
use super::grid::{Grid, GridCell};
use super::words::{TextLine, Word};
use crate::document::pdf::page::Rect;

/// Makes a grid of `rows` of lines between the column `bounds`. A row that runs across a bound is one wide cell.
pub(super) fn grid(page: usize, words: &[Word], rows: &[Vec<&TextLine>], bounds: &[f32]) -> Grid {
    let all = rows.iter().flatten().map(|line| line.rect).reduce(|all, rect| all.union(&rect));
    let rect = all.unwrap_or_default();
    let width = bounds.len() + 1;
    let mut cells: Vec<GridCell> = Vec::new();
    for (row, lines) in rows.iter().enumerate() {
        let first = cells.len();
        let wide = lines.iter().any(|line| bounds.iter().any(|bound| crosses(line, words, *bound)));
        let (count, columns) = if wide { (1, width) } else { (width, 1) };
        cells.extend((0..count).map(|column| GridCell::new(&Face { row, column, rows: 1, columns })));
        for at in lines.iter().flat_map(|line| &line.words) {
            let Some(word) = words.get(*at) else { continue };
            let column = if wide { 0 } else { column(word, bounds) };
            if let Some(cell) = cells.get_mut(first + column) {
                cell.push(page, *at);
            }
        }
    }
    let mut edges = vec![rect.top];
    edges.extend(rows.windows(2).map(|pair| between(pair).unwrap_or(rect.bottom)));
    edges.push(rect.bottom);
    Grid {
        parts: vec![(page, rect)],
        count: rows.len(),
        columns: std::iter::once(rect.left).chain(bounds.iter().copied()).chain([rect.right]).collect(),
        rows: edges,
        cells,
        closed: (true, true),
        ..Grid::default()
    }
}

/// Returns the middle of the gap between two rows.
fn between(pair: &[Vec<&TextLine>]) -> Option<f32> {
    let above = pair.first()?.iter().map(|line| line.rect.bottom).fold(f32::NEG_INFINITY, f32::max);
    let below = pair.last()?.iter().map(|line| line.rect.top).fold(f32::INFINITY, f32::min);
    Some((above + below) / 2.0)
}

/// Parts `lines` where `starts` say that a row begins.
pub(super) fn parted<'l>(lines: &[&'l TextLine], starts: &[usize]) -> Vec<Vec<&'l TextLine>> {
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().zip(ends).filter_map(|(from, to)| lines.get(*from..to).map(<[_]>::to_vec)).collect()
}

/// Returns the words of rows.
pub(super) fn words_of(rows: &[Vec<&TextLine>]) -> Vec<usize> {
    rows.iter().flatten().flat_map(|line| line.words.iter().copied()).collect()
}

/// Tells whether the middle of `word` lies in `rect` or hardly beside it.
pub(super) fn inside(rect: &Rect, word: &Word) -> bool {
    let (x, y) = word.rect.centre();
    (rect.left - 3.0..=rect.right + 3.0).contains(&x) && (rect.top..=rect.bottom).contains(&y)
}
