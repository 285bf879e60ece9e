//! Tables inside cells whose lines touch those of the cell: word processors let an inner table fill the cell from
//! side to side, so that the lines of both are one grid.

use super::grid::{Grid, GridCell, Piece};
use crate::document::pdf::page::Rect;

/// Most columns with tables inside that are looked for.
const MOST: usize = 4;

/// Puts tables that fill cells of one column back into these cells.
pub(super) fn taken_in(mut grid: Grid) -> Grid {
    for _ in 0..MOST {
        match column(&grid).and_then(|column| bands(&grid, column).map(|bands| (column, bands))) {
            Some((column, bands)) => grid = narrowed(grid, column, &bands),
            None => return grid,
        }
    }
    grid
}

/// A column of the outer table: its first column in the grid, and how many of the grid it has.
type Column = (usize, usize);

/// Returns the column whose header runs over several columns of the grid.
fn column(grid: &Grid) -> Option<Column> {
    let in_header = || grid.cells.iter().filter(|cell| cell.row == 0 && cell.rows == 1);
    let wide = in_header().find(|cell| cell.columns > 1 && !cell.is_empty())?;
    (in_header().count() > 1).then_some((wide.column, wide.columns))
}

/// Returns the rows of the outer table, each by its first row in the grid and how many of the grid it has; `None`
/// when the cells in `column` are no tables inside.
fn bands(grid: &Grid, (first, count): Column) -> Option<Vec<(usize, usize)>> {
    let inside = |cell: &GridCell| (first..first + count).contains(&cell.column);
    let mut bands = vec![(0, 1)];
    let mut row = 1;
    let mut tables = 0;
    while row < grid.count {
        let mut height = None;
        for cell in grid.cells.iter().filter(|cell| !inside(cell) && cell.covers(row, cell.column)) {
            // All cells beside begin and end with the row.
            if cell.row != row || height.is_some_and(|height| height != cell.rows) {
                return None;
            }
            height = Some(cell.rows);
        }
        let height = height?;
        let rows = row..row + height;
        let within: Vec<&GridCell> =
            grid.cells.iter().filter(|cell| inside(cell) && rows.contains(&cell.row)).collect();
        if within
            .iter()
            .any(|cell| cell.row + cell.rows > row + height || cell.column + cell.columns > first + count)
        {
            return None;
        }
        // A paragraph always follows a table inside a cell, be it an empty one: else these are rows of their own.
        let ends_whole =
            within.iter().any(|cell| cell.row + cell.rows == row + height && cell.columns == count);
        if !ends_whole {
            return None;
        }
        tables += usize::from(within.iter().any(|cell| cell.columns < count));
        bands.push((row, height));
        row += height;
    }
    (tables > 0).then_some(bands)
}

/// Makes one column of `column` and one row of each of `bands`; what was several cells becomes a table in one.
fn narrowed(grid: Grid, (first, count): Column, bands: &[(usize, usize)]) -> Grid {
    let page = grid.last_part().0;
    let mut cells: Vec<GridCell> = Vec::new();
    for (number, (row, height)) in bands.iter().copied().enumerate() {
        let mut whole = GridCell { row: number, column: first, rows: 1, columns: 1, pieces: Vec::new() };
        let mut inner: Vec<GridCell> = Vec::new();
        let of_band = grid.cells.iter().filter(|cell| (row..row + height).contains(&cell.row));
        for cell in of_band {
            if !(first..first + count).contains(&cell.column) {
                let column = if cell.column > first { cell.column + 1 - count } else { cell.column };
                cells.push(GridCell { row: number, column, rows: 1, ..cell.clone() });
            } else if cell.columns == count {
                whole.pieces.extend(table(&grid, page, first, count, std::mem::take(&mut inner)));
                whole.pieces.extend(cell.pieces.iter().cloned());
            } else {
                inner.push(cell.clone());
            }
        }
        whole.pieces.extend(table(&grid, page, first, count, inner));
        cells.push(whole);
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let inner_edge = |at: &usize| (first + 1..first + count).contains(at);
    let columns =
        grid.columns.iter().enumerate().filter(|(at, _)| !inner_edge(at)).map(|(_, edge)| *edge).collect();
    let starts = bands.iter().filter_map(|(row, _)| grid.rows.get(*row).copied());
    let rows = starts.chain(grid.rows.last().copied()).collect();
    Grid { columns, rows, count: bands.len(), cells, ..grid }
}

/// Makes the table of cells of `grid` that stand together inside a cell.
fn table(grid: &Grid, page: usize, first: usize, count: usize, mut cells: Vec<GridCell>) -> Option<Piece> {
    let top = cells.iter().map(|cell| cell.row).min()?;
    let bottom = cells.iter().map(|cell| cell.row + cell.rows).max()?;
    for cell in &mut cells {
        cell.row -= top;
        cell.column -= first;
    }
    let columns = grid.columns.get(first..=first + count)?.to_vec();
    let rows = grid.rows.get(top..=bottom)?.to_vec();
    let rect =
        Rect { left: *columns.first()?, top: *rows.first()?, right: *columns.last()?, bottom: *rows.last()? };
    let (closed, ruled) = ((true, true), true);
    let parts = vec![(page, rect)];
    Some(Piece::Table(Grid {
        parts,
        columns,
        rows,
        count: bottom - top,
        cells,
        closed,
        ruled,
        ..Grid::default()
    }))
}
