//! Where a table meets its next page: repeated headers, rows broken in two, cells merged over the break.

use super::Sheet;
use super::grid::{Grid, GridCell, Piece};
use super::look::Look;

/// How many cells above a break are looked at for merged ones.
const NOT_FAR: usize = 1_000;
/// Most rows that head a table.
const MOST_HEADERS: usize = 3;

/// Tells whether the grid on the next page is a table of its own: it has a header, and another one.
pub(super) fn are_two(upper: &Grid, lower: &Grid, sheets: &[Sheet<'_>]) -> bool {
    let look = Look { sheets };
    repeated_rows(upper, lower, &look) == 0 && look.is_header(lower, 0) && look.is_header(upper, 0)
}

/// Joins the rows of `lower` to `upper`; both have the same columns.
pub(super) fn join(mut upper: Grid, mut lower: Grid, sheets: &[Sheet<'_>]) -> Grid {
    let look = Look { sheets };
    let repeated = repeated_rows(&upper, &lower, &look);
    upper.headers.extend(0..repeated);
    upper.headers.sort_unstable();
    upper.headers.dedup();
    take_rows(&mut lower, repeated, &mut upper.repeated);
    lower.headers.clear();
    upper.repeated.append(&mut lower.repeated);
    if lower.count > 0 && is_broken_row(&upper, &lower, repeated > 0, &look) {
        mend_row(&mut upper, &mut lower);
    }
    merge_down(&mut upper, &mut lower, &look);
    upper.parts.append(&mut lower.parts);
    let rows = upper.count;
    upper.cells.extend(lower.cells.drain(..).map(|mut cell| {
        cell.row += rows;
        cell
    }));
    upper.count += lower.count;
    upper.closed.1 = lower.closed.1;
    upper.rows = lower.rows;
    upper
}

/// Marks the first row as header when its look says so.
pub(super) fn mark_header(grid: &mut Grid, sheets: &[Sheet<'_>]) {
    if grid.headers.is_empty() && (Look { sheets }).is_header(grid, 0) {
        grid.headers.push(0);
    }
}

/// Returns how many of the first rows of both say the same.
fn repeated_rows(upper: &Grid, lower: &Grid, look: &Look<'_, '_>) -> usize {
    let same = |row: usize| {
        let (ours, theirs) = (look.row_text(upper, row), look.row_text(lower, row));
        !ours.is_empty() && ours == theirs
    };
    let count = (0..MOST_HEADERS.min(upper.count).min(lower.count)).take_while(|row| same(*row)).count();
    // A cell of a header does not reach into the rows below it.
    let cut = |grid: &Grid| grid.cells.iter().any(|cell| cell.row < count && cell.row + cell.rows > count);
    if cut(lower) { 0 } else { count }
}

/// Takes the first `count` rows out of a grid; their words are kept as repeated.
fn take_rows(grid: &mut Grid, count: usize, repeated: &mut Vec<Piece>) {
    let (gone, kept): (Vec<GridCell>, Vec<GridCell>) =
        grid.cells.drain(..).partition(|cell| cell.row < count);
    repeated.extend(gone.into_iter().flat_map(|cell| cell.pieces));
    grid.cells = kept;
    for cell in &mut grid.cells {
        cell.row -= count.min(cell.row);
    }
    grid.count -= count.min(grid.count);
    grid.rows.drain(..count.min(grid.rows.len()));
}

/// Tells whether the first row of `lower` goes on the last row of `upper`.
///
/// The text of a broken row fills its cell to the foot of the page, and only such cells go on. That alone would hold
/// of a row of one line, so something else must speak for it: a border left open, or text that stops amid a sentence.
fn is_broken_row(upper: &Grid, lower: &Grid, header: bool, look: &Look<'_, '_>) -> bool {
    let last = upper.count.saturating_sub(1);
    let pairs: Vec<(Option<&GridCell>, &GridCell)> = lower
        .cells
        .iter()
        .filter(|cell| cell.row == 0 && !cell.is_empty())
        .map(|cell| (upper.cell(last, cell.column).and_then(|at| upper.cells.get(at)), cell))
        .collect();
    if pairs.is_empty() || upper.headers.contains(&last) {
        return false;
    }
    // What a cell merged down from above says does not tell whether the row itself is broken.
    let own = |cell: &GridCell| cell.row == last && cell.rows == 1;
    // Where cells are set from the middle or the foot, a part of a row may be whole on the next page.
    let sure = pairs.iter().any(|(above, cell)| {
        above.is_some_and(|above| own(above) && look.fills(upper, above) && look.goes_on(above, cell, false))
    });
    let all_go_on = pairs.iter().all(|(above, cell)| match above {
        Some(above) if above.is_empty() => sure && own(above),
        Some(above) => (!upper.ruled || look.fills(upper, above)) && look.could_go_on(above, cell),
        None => false,
    });
    if !all_go_on {
        return false;
    }
    let written = upper.cells.iter().filter(|cell| own(cell) && !cell.is_empty()).count();
    let going_on = pairs.iter().filter(|(above, _)| above.is_some_and(own)).count();
    let open = upper.ruled && lower.ruled && !upper.closed.1 && (!lower.closed.0 || header);
    let sentence =
        pairs.iter().any(|(above, cell)| above.is_some_and(|above| look.goes_on(above, cell, true)));
    let merged_only = going_on == 0;
    open || lacks_what_all_have(upper, lower)
        || sentence && (going_on < written || written < 2)
        || sentence && merged_only
}

/// Tells whether the first row of `lower` leaves two columns empty that have something in every other row.
fn lacks_what_all_have(upper: &Grid, lower: &Grid) -> bool {
    let columns = upper.columns.len().saturating_sub(1);
    // The rows before say enough; a table of hundreds of pages is not gone through on each.
    const ROWS: usize = 50;
    let first = upper.count.saturating_sub(ROWS);
    let ours = upper.written_places(first);
    let theirs = lower.written_places(0);
    let body: Vec<&[bool]> = ours
        .chunks(columns.max(1))
        .zip(first..)
        .filter(|(_, row)| !upper.headers.contains(row))
        .map(|(row, _)| row)
        .collect();
    let mut lower_rows = theirs.chunks(columns.max(1));
    let Some(broken) = lower_rows.next() else { return false };
    let others: Vec<&[bool]> = body.into_iter().chain(lower_rows).collect();
    if others.len() < 4 {
        return false;
    }
    let all_have = |column: usize| others.iter().all(|row| row.get(column) == Some(&true));
    let lacking = (0..columns).filter(|column| broken.get(*column) == Some(&false) && all_have(*column));
    lacking.count() > 1
}

/// Adds the first row of `lower` to the last row of `upper`.
fn mend_row(upper: &mut Grid, lower: &mut Grid) {
    let last = upper.count.saturating_sub(1);
    let mut below: Vec<GridCell> = Vec::new();
    for mut cell in lower.cells.drain(..) {
        if cell.row > 0 {
            cell.row -= 1;
            below.push(cell);
            continue;
        }
        let above = upper.cell(last, cell.column).and_then(|at| upper.cells.get_mut(at));
        if let Some(above) = above {
            above.pieces.append(&mut cell.pieces);
            above.rows += cell.rows - 1;
        }
    }
    lower.count -= 1;
    lower.rows.drain(..1.min(lower.rows.len()));
    lower.cells = below;
}

/// Lets cells of `upper` that are merged down go on over the break.
fn merge_down(upper: &mut Grid, lower: &mut Grid, look: &Look<'_, '_>) {
    if lower.count == 0 {
        return;
    }
    let last = upper.count.saturating_sub(1);
    let mut kept: Vec<GridCell> = Vec::new();
    let row_is_written = lower.cells.iter().any(|cell| cell.row == 0 && !cell.is_empty());
    let first_written = lower.cells.iter().filter(|cell| cell.row == 0 && !cell.is_empty());
    let alone =
        first_written.count() == 1 && lower.cells.iter().any(|cell| cell.row == 0 && cell.columns > 1);
    for mut cell in std::mem::take(&mut lower.cells) {
        let at_break = cell.row == 0 && row_is_written && !alone;
        let place = at_break.then(|| upper.cell(last, cell.column)).flatten();
        let above = place.and_then(|at| upper.cells.get(at));
        let same_columns = |above: &&GridCell| (above.column, above.columns) == (cell.column, cell.columns);
        let Some(above) = above.filter(same_columns) else {
            kept.push(cell);
            continue;
        };
        // Whether cells of the column are merged is told by those not far above.
        let is_merged = |other: &GridCell| {
            other.column == cell.column && other.rows > 1 && !upper.headers.contains(&other.row)
        };
        let merges = cell.rows > 1
            || above.rows > 1
            || upper.cells.iter().rev().take(NOT_FAR).any(is_merged)
            || kept.iter().any(is_merged);
        let (ours, theirs) = (look.text(&above.pieces), look.text(&cell.pieces));
        let goes_on = if above.is_empty() || upper.headers.contains(&above.row) {
            false
        } else if cell.is_empty() || ours == theirs {
            merges
        } else {
            let merged = above.rows > 1 || cell.rows > 1;
            upper.ruled && look.fills(upper, above) && look.goes_on(above, &cell, merged)
        };
        if !goes_on {
            kept.push(cell);
            continue;
        }
        if let Some(above) = place.and_then(|at| upper.cells.get_mut(at)) {
            above.rows += cell.rows;
            if ours == theirs {
                upper.repeated.append(&mut cell.pieces);
            } else {
                above.pieces.append(&mut cell.pieces);
            }
        }
    }
    lower.cells = kept;
}
