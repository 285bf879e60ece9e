//! Cells and rows that ruling lines leave whole although their text stands in several.

use super::columns::{crosses, occupied};
use super::faces::Face;
use super::grid::{Grid, GridCell, Piece};
use super::rows;
use super::words::{TextLine, Word, text_lines};

/// Splits cells over several columns in which the text keeps to the columns of the rows around: shading shows the
/// cells of some rows only.
pub(super) fn wide_cells(mut grid: Grid, words: &[Word]) -> Grid {
    let wide: Vec<usize> = (0..grid.cells.len())
        .filter(|at| grid.cells.get(*at).is_some_and(|cell| keeps_apart(&grid, cell, words)))
        .collect();
    // One row may look so by chance.
    if wide.len() < 2 {
        return grid;
    }
    for at in wide {
        let Some(cell) = grid.cells.get_mut(at) else { continue };
        let pieces = std::mem::take(&mut cell.pieces);
        let (row, first, columns) = (cell.row, cell.column, cell.columns);
        cell.columns = 1;
        let mut parts: Vec<GridCell> = (first..first + columns)
            .map(|column| GridCell::new(&Face { row, column, rows: 1, columns: 1 }))
            .collect();
        for piece in pieces {
            let Piece::Words(page, chosen) = piece else { continue };
            for word in chosen {
                let x = words.get(word).map_or(0.0, |word| word.rect.centre().0);
                let column = super::grid::slot(&grid.columns, x).unwrap_or(first);
                if let Some(part) = parts.get_mut(column.saturating_sub(first)) {
                    part.push(page, word);
                }
            }
        }
        let mut parts = parts.into_iter();
        if let (Some(cell), Some(part)) = (grid.cells.get_mut(at), parts.next()) {
            *cell = part;
        }
        grid.cells.extend(parts);
    }
    grid.cells.sort_by_key(|cell| (cell.row, cell.column));
    grid
}

/// Tells whether the text of a cell over several columns stands in some of them and runs across none of the bounds.
fn keeps_apart(grid: &Grid, cell: &GridCell, words: &[Word]) -> bool {
    if cell.columns < 2 || cell.rows > 1 {
        return false;
    }
    let bounds = grid.columns.get(cell.column + 1..cell.column + cell.columns).unwrap_or_default();
    let Some(lines) = lines_of(cell, words) else { return false };
    let mut columns: Vec<usize> = lines.iter().flat_map(|line| occupied(line, words, bounds)).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.len() > 1 && !lines.iter().any(|line| bounds.iter().any(|bound| crosses(line, words, *bound)))
}

/// Returns the lines of a cell, `None` when it holds a table.
fn lines_of(cell: &GridCell, words: &[Word]) -> Option<Vec<TextLine>> {
    let mut chosen = Vec::new();
    for piece in &cell.pieces {
        match piece {
            Piece::Words(_, words) => chosen.extend(words.iter().copied()),
            Piece::Table(_) => return None,
        }
    }
    Some(text_lines(words, chosen))
}

/// Splits the one tall row of a table that has lines between its columns but none between its rows.
pub(super) fn tall_rows(grid: Grid, words: &[Word]) -> Grid {
    /// Fewest rows: a row of long lists side by side begins together once or twice.
    const FEWEST: usize = 4;
    let last = grid.count.saturating_sub(1);
    let columns = grid.columns.len().saturating_sub(1);
    let (tall, above): (Vec<GridCell>, Vec<GridCell>) =
        grid.cells.iter().cloned().partition(|cell| cell.row == last);
    let simple =
        grid.count < 3 && columns > 2 && tall.len() == columns && tall.iter().all(|cell| cell.rows == 1);
    let Some(chosen) =
        simple.then(|| tall.iter().map(|cell| lines_of(cell, words)).collect::<Option<Vec<_>>>()).flatten()
    else {
        return grid;
    };
    let lines = text_lines(words, chosen.into_iter().flatten().flat_map(|line| line.words));
    let lines: Vec<&TextLine> = lines.iter().collect();
    let bounds = grid.columns.get(1..columns).unwrap_or_default();
    let starts = rows::starts(&lines, words, bounds);
    let most_begin =
        |at: &&usize| lines.get(**at).is_some_and(|line| occupied(line, words, bounds).len() * 2 > columns);
    if starts.len() < FEWEST || starts.iter().filter(most_begin).count() * 4 < starts.len() * 3 {
        return grid;
    }
    let page = grid.last_part().0;
    let rows = super::laid::parted(&lines, &starts);
    let parts = super::laid::grid(page, words, &rows, bounds);
    let mut edges = grid.rows.get(..last + 1).unwrap_or_default().to_vec();
    edges.extend(parts.rows.iter().skip(1).take(parts.count.saturating_sub(1)));
    edges.extend(grid.rows.last());
    let mut cells = above;
    cells.extend(parts.cells.into_iter().map(|mut cell| {
        cell.row += last;
        cell
    }));
    Grid { count: last + parts.count, rows: edges, cells, ..grid }
}
