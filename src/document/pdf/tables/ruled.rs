//! Ruled tables: the regions of a page whose cells hold text, tables inside cells with them.

use super::faces::faces;
use super::grid::{Grid, Piece};
use super::nested;
use super::regions::Region;
use super::split;
use super::words::Word;
use crate::document::pdf::page::Rect;

/// Most regions of a page that are looked at, the largest first.
const MOST: usize = 400;
/// Which share of a region may be faces that are no rectangles: those of a table are, but for a corner left open.
const RAGGED: f32 = 0.3;

/// What the regions of a page are.
#[derive(Debug, Default)]
pub(super) struct Ruled {
    /// Tables, and single rows of cells that may belong to one.
    pub(super) grids: Vec<Grid>,
    /// Boxes with nothing to part what they hold.
    pub(super) boxes: Vec<Rect>,
}

/// Finds the ruled tables of a page among `regions` and marks their words as `taken`.
pub(super) fn ruled(page: usize, words: &[Word], regions: &[Region], taken: &mut [bool]) -> Ruled {
    let mut found = Ruled::default();
    let mut sized: Vec<(f32, &Region)> =
        regions.iter().map(|region| (area(&region.rect()), region)).collect();
    sized.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    sized.truncate(MOST);
    let mut by_height: Vec<usize> = (0..words.len()).collect();
    let middle = |at: usize| words.get(at).map_or(0.0, |word| word.rect.centre().1);
    by_height.sort_by(|a, b| middle(*a).total_cmp(&middle(*b)));
    // The smallest first, so that a table inside a cell takes its words before the table around it.
    for (_, region) in sized.into_iter().rev() {
        let Some(faces) = faces(region) else { continue };
        let single = faces.columns.len() == 2;
        if faces.ragged > RAGGED {
            continue;
        }
        let mut grid = Grid::ruled(page, faces, region.is_shading());
        let rect = grid.last_part().1;
        if single {
            let rows = grid.rows.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
            found.boxes.extend(rows.map(|(top, bottom)| Rect { top, bottom, ..rect }));
            continue;
        }
        let first = by_height.partition_point(|at| middle(*at) < rect.top);
        let last = by_height.partition_point(|at| middle(*at) <= rect.bottom);
        let inside: Vec<usize> = by_height.get(first..last).unwrap_or_default().to_vec();
        let free: Vec<usize> = inside.into_iter().filter(|at| taken.get(*at) == Some(&false)).collect();
        let took = grid.fill(page, words, &free);
        let (inner, outer): (Vec<Grid>, Vec<Grid>) =
            found.grids.drain(..).partition(|inner| rect.contains(inner.last_part().1.centre()));
        found.grids = outer;
        let grid = split::wide_cells(with_inner(grid, inner).without_slivers(), words);
        let grid = nested::taken_in(split::tall_rows(grid, words));
        let (rows, columns) = grid.written();
        if rows == 0 || columns < 2 {
            // No table: what it holds stands for itself.
            for piece in grid.cells.into_iter().flat_map(|cell| cell.pieces) {
                match piece {
                    Piece::Words(_, words) => mark(taken, &words, false),
                    Piece::Table(table) => found.grids.push(table),
                }
            }
            continue;
        }
        mark(taken, &took, true);
        found.grids.push(grid);
    }
    found.grids.sort_by(|a, b| a.last_part().1.top.total_cmp(&b.last_part().1.top));
    found
}

/// Puts tables into the cells they stand in. Single rows are no tables: their words go to the cell.
fn with_inner(mut grid: Grid, inner: Vec<Grid>) -> Grid {
    for table in inner {
        let (page, rect) = table.last_part();
        let (x, y) = rect.centre();
        let place = super::grid::slot(&grid.rows, y).zip(super::grid::slot(&grid.columns, x));
        let cell = place.and_then(|(row, column)| grid.cell(row, column));
        let Some(cell) = cell.and_then(|cell| grid.cells.get_mut(cell)) else { continue };
        let (rows, columns) = table.written();
        if rows > 1 && columns > 1 {
            cell.pieces.push(Piece::Table(table));
            continue;
        }
        for piece in table.cells.into_iter().flat_map(|cell| cell.pieces) {
            match piece {
                Piece::Words(_, words) => words.into_iter().for_each(|word| cell.push(page, word)),
                Piece::Table(table) => cell.pieces.push(Piece::Table(table)),
            }
        }
    }
    grid
}

/// Marks `words` as standing in a table or not.
pub(super) fn mark(taken: &mut [bool], words: &[usize], is: bool) {
    for at in words {
        if let Some(slot) = taken.get_mut(*at) {
            *slot = is;
        }
    }
}

fn area(rect: &Rect) -> f32 {
    rect.width() * rect.height()
}
