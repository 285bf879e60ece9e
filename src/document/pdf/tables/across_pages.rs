//! Tables that go on over pages become one: the columns agree, and nothing but running heads stands between.

use super::Sheet;
use super::furniture::Margins;
use super::grid::Grid;
use super::joints;

/// How near edges of columns on two pages come that are the same.
const NEAR: f32 = 4.0;
/// How near bounds told by text come: the text of a page need not reach as far as that of another.
const NEAR_TEXT: f32 = 14.0;
/// How far the pages of one table may be shifted against one another: margins of left and right pages differ.
const SHIFT: f32 = 60.0;

/// Takes the grids of all sheets, in reading order, joined where they go on over a page.
pub(super) fn joined(sheets: &mut [Sheet<'_>], margins: &[Margins]) -> Vec<Grid> {
    let taken: Vec<Vec<Grid>> = sheets.iter_mut().map(|sheet| std::mem::take(&mut sheet.grids)).collect();
    let mut joined: Vec<Grid> = Vec::new();
    for (page, grids) in taken.into_iter().enumerate() {
        for (at, grid) in grids.into_iter().enumerate() {
            let goes_on = at == 0
                && joined.last().is_some_and(|above| {
                    above.last_part().0 + 1 == page && nothing_between(above, &grid, sheets, margins)
                });
            match joined.pop() {
                Some(above) if goes_on => match agreed(&above, &grid) {
                    Some(columns) => joined.extend(join(above, grid, columns, sheets)),
                    None => joined.extend([above, grid]),
                },
                above => {
                    joined.extend(above);
                    joined.push(grid);
                }
            }
        }
    }
    for grid in &mut joined {
        joints::mark_header(grid, sheets);
    }
    joined
}

/// Tells whether only running heads and feet stand between two grids on pages that follow one another.
fn nothing_between(above: &Grid, below: &Grid, sheets: &[Sheet<'_>], margins: &[Margins]) -> bool {
    let (upper, upper_rect) = above.last_part();
    let (lower, lower_rect) = below.first_part();
    let clear = |page: usize, between: &dyn Fn(f32, &Margins) -> bool| {
        sheets.get(page).zip(margins.get(page)).is_some_and(|(sheet, margins)| {
            !sheet.words.iter().zip(&sheet.taken).any(|(word, taken)| {
                let y = word.rect.centre().1;
                !taken && (margins.top..=margins.bottom).contains(&y) && between(y, margins)
            })
        })
    };
    clear(upper, &|y, _| y > upper_rect.bottom) && clear(lower, &|y, _| y < lower_rect.top)
}

/// Returns the edges of the columns of both grids together, as they lie on the first page of `above`, `None` when
/// they do not agree.
fn agreed(above: &Grid, below: &Grid) -> Option<Vec<f32>> {
    let shift = above.columns.first()? - below.columns.first()?;
    let free_sides = !above.ruled || !below.ruled;
    // Without lines the sides of a table lie where its text happens to end.
    let shift = if free_sides { 0.0 } else { shift };
    let moved: Vec<f32> = below.columns.iter().map(|edge| edge + shift).collect();
    let inner = |edges: &[f32]| edges.get(1..edges.len().saturating_sub(1)).unwrap_or_default().to_vec();
    let (ours, theirs) =
        if free_sides { (inner(&above.columns), inner(&moved)) } else { (above.columns.clone(), moved) };
    let reach = if free_sides { NEAR_TEXT } else { NEAR };
    let near = |edges: &[f32], edge: f32| edges.iter().any(|other| (other - edge).abs() <= reach);
    if !free_sides {
        let ends = ours.last().zip(theirs.last()).is_some_and(|(ours, theirs)| (ours - theirs).abs() <= NEAR);
        if !ends || shift.abs() > SHIFT {
            return None;
        }
    }
    let shared = theirs.iter().filter(|edge| near(&ours, **edge)).count();
    let fewer = ours.len().min(theirs.len());
    // One has rows with merged cells only, or all edges but a few are the same.
    let enough = if free_sides {
        shared == fewer && fewer > 0
    } else {
        shared >= 3.min(fewer) && shared * 5 >= fewer * 4
    };
    if !enough || (!free_sides && fewer < 3) {
        return None;
    }
    let mut all = above.columns.clone();
    all.extend(theirs.iter().filter(|edge| !near(&ours, **edge)));
    all.sort_by(f32::total_cmp);
    Some(all)
}

/// Joins two grids whose columns together are `columns`. Gives both back when the lower one is a table of its own.
fn join(above: Grid, below: Grid, columns: Vec<f32>, sheets: &[Sheet<'_>]) -> Vec<Grid> {
    let shift = match (above.columns.first(), below.columns.first()) {
        (Some(ours), Some(theirs)) if above.ruled && below.ruled => ours - theirs,
        _ => 0.0,
    };
    if joints::are_two(&above, &below, sheets) {
        return vec![above, below];
    }
    let (mut above, mut below) = (above, below);
    spread(&mut above, &columns, 0.0);
    spread(&mut below, &columns, shift);
    vec![joints::join(above, below, sheets)]
}

/// Numbers the columns of a grid by more edges than its own.
fn spread(grid: &mut Grid, edges: &[f32], shift: f32) {
    let last = edges.len().saturating_sub(1);
    let count = grid.columns.len().saturating_sub(1);
    let places: Vec<usize> = grid
        .columns
        .iter()
        .enumerate()
        .map(|(at, edge)| {
            let nearest = edges
                .iter()
                .enumerate()
                .min_by(|(_, a), (_, b)| (*a - edge - shift).abs().total_cmp(&(*b - edge - shift).abs()));
            match at {
                0 => 0,
                at if at == count => last,
                _ => nearest.map_or(0, |(place, _)| place),
            }
        })
        .collect();
    for cell in &mut grid.cells {
        let from = places.get(cell.column).copied().unwrap_or_default();
        let to = places.get(cell.column + cell.columns).copied().unwrap_or(last);
        (cell.column, cell.columns) = (from, to.saturating_sub(from).max(1));
    }
    grid.columns = edges.to_vec();
}
