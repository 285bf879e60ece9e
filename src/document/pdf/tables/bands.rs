//! Banded tables: rows told by rules across or by shading, columns by the cells of a shaded header or by white space.

use super::columns::{are_prose, bounds, crosses, is_list, occupied};
use super::grid::{Grid, Piece};
use super::laid::{self, parted};
use super::rows;
use super::ruled::{Ruled, mark};
use super::rulings::{Ruling, snapped};
use super::words::{TextLine, Word, text_lines};
use crate::document::pdf::page::Rect;

/// A rule across, a shaded row or a row of shaded cells.
#[derive(Debug, Clone)]
struct Bar {
    rect: Rect,
    /// The bounds between its cells.
    bounds: Vec<f32>,
    /// Its place among the grids of the page, where it is one.
    grid: Option<usize>,
}

/// Most bars of a page that are looked at.
const MOST: usize = 1_000;
/// Most places of a page at which a table is tried, each at the cost of a look at all words.
const MOST_TRIES: usize = 80;
/// How near the ends of the bars of one table come.
const NEAR: f32 = 4.5;

/// Finds the banded tables of a page among what the ruled ones left, marks their words as `taken`, and returns all
/// of the grids.
pub(super) fn banded(
    page: usize,
    words: &[Word],
    ruled: Ruled,
    lone: &[Ruling],
    taken: &mut [bool],
) -> Vec<Grid> {
    let Ruled { mut grids, boxes } = ruled;
    let mut used: Vec<usize> = Vec::new();
    let mut found: Vec<Grid> = Vec::new();
    let mut tries = 0;
    for stack in stacks(bars(&grids, &boxes, lone)) {
        let mut rest = stack.as_slice();
        while !rest.is_empty() && tries < MOST_TRIES {
            tries += 1;
            let mut own: Vec<usize> = rest.iter().filter_map(|bar| bar.grid).collect();
            own.dedup();
            let own_words: Vec<usize> =
                own.iter().filter_map(|at| grids.get(*at)).flat_map(words_in).collect();
            mark(taken, &own_words, false);
            let Some(grid) = table(page, words, rest, &grids, taken) else {
                mark(taken, &own_words, true);
                rest = rest.get(1..).unwrap_or_default();
                continue;
            };
            let end = grid.last_part().1.bottom;
            let inside = |at: &usize| grids.get(*at).is_some_and(|grid| grid.last_part().1.centre().1 < end);
            let (taken_in, left): (Vec<usize>, Vec<usize>) = own.into_iter().partition(inside);
            used.extend(taken_in);
            for grid in left.iter().filter_map(|at| grids.get(*at)) {
                mark(taken, &words_in(grid), true);
            }
            let below = rest.iter().position(|bar| bar.rect.centre().1 > end).unwrap_or(rest.len());
            rest = rest.get(below.max(1)..).unwrap_or_default();
            found.push(grid);
        }
    }
    let mut at = 0;
    grids.retain(|_| {
        at += 1;
        !used.contains(&(at - 1))
    });
    grids.extend(found);
    grids.sort_by(|a, b| a.last_part().1.top.total_cmp(&b.last_part().1.top));
    grids
}

/// Tells whether a grid may be a row, or some shaded rows, of a larger table.
fn is_band(grid: &Grid) -> bool {
    grid.count == 1 || grid.shaded && grid.cells.iter().all(|cell| cell.rows == 1 && cell.columns == 1)
}

/// Gathers the bars of a page.
fn bars(grids: &[Grid], boxes: &[Rect], lone: &[Ruling]) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for (at, grid) in grids.iter().enumerate().filter(|(_, grid)| is_band(grid)) {
        let inner = grid.columns.get(1..grid.columns.len().saturating_sub(1)).unwrap_or_default();
        for edges in grid.rows.windows(2) {
            let &[top, bottom] = edges else { continue };
            let rect = Rect { top, bottom, ..grid.last_part().1 };
            bars.push(Bar { rect, bounds: inner.to_vec(), grid: Some(at) });
        }
    }
    bars.extend(boxes.iter().map(|rect| Bar { rect: *rect, bounds: Vec::new(), grid: None }));
    let mut rules: Vec<Bar> = Vec::new();
    for line in lone {
        // The pieces of a rule that is drawn column by column.
        let pieces = rules.last_mut().filter(|bar| {
            (bar.rect.top - line.at).abs() < 1.5 && (0.0..=14.0).contains(&(line.from - bar.rect.right))
        });
        match pieces {
            Some(bar) => {
                bar.bounds.push((bar.rect.right + line.from) / 2.0);
                bar.rect.right = line.to;
            }
            None => {
                let rect = Rect { left: line.from, top: line.at, right: line.to, bottom: line.at };
                rules.push(Bar { rect, bounds: Vec::new(), grid: None });
            }
        }
    }
    bars.extend(rules);
    bars.truncate(MOST);
    bars
}

/// Parts bars into stacks that begin and end at the same places across the page.
fn stacks(mut bars: Vec<Bar>) -> Vec<Vec<Bar>> {
    bars.sort_by(|a, b| a.rect.top.total_cmp(&b.rect.top));
    let mut stacks: Vec<Vec<Bar>> = Vec::new();
    for bar in bars {
        let same = |other: &Bar| {
            (other.rect.left - bar.rect.left).abs() < NEAR && (other.rect.right - bar.rect.right).abs() < NEAR
        };
        match stacks.iter_mut().find(|stack| stack.last().is_some_and(same)) {
            Some(stack) => stack.push(bar),
            None => stacks.push(vec![bar]),
        }
    }
    stacks
}

/// Makes a table of a stack of bars, `None` when what stands between them is none.
fn table(page: usize, words: &[Word], stack: &[Bar], grids: &[Grid], taken: &mut [bool]) -> Option<Grid> {
    let hints = snapped(stack.iter().flat_map(|bar| bar.bounds.iter().copied()).collect());
    let shaded = stack.iter().any(|bar| bar.rect.height() > 3.0);
    if stack.len() < 2 && hints.is_empty() {
        return None;
    }
    let area = stack.iter().map(|bar| bar.rect).reduce(|all, rect| all.union(&rect))?;
    let edges = snapped(stack.iter().flat_map(|bar| [bar.rect.top, bar.rect.bottom]).collect());
    let free = |at: &usize| taken.get(*at) == Some(&false);
    let below = Rect { top: 0.0, bottom: f32::INFINITY, ..area };
    let column = (0..words.len())
        .filter(free)
        .filter(|at| words.get(*at).is_some_and(|word| laid::inside(&below, word)));
    let lines = text_lines(words, column);
    // A table of its own ends what the bars part.
    let fence = grids.iter().filter(|grid| !is_band(grid)).map(|grid| grid.last_part().1.top);
    let fence = fence.filter(|top| *top > area.top).fold(f32::INFINITY, f32::min);
    let lines: Vec<&TextLine> = lines.iter().filter(|line| line.rect.centre().1 < fence).collect();
    let mut over: Vec<&TextLine> = Vec::new();
    let mut bands: Vec<Vec<&TextLine>> = vec![Vec::new(); edges.len()];
    for line in &lines {
        let band = edges.partition_point(|edge| *edge <= line.rect.centre().1);
        match band.checked_sub(1).and_then(|at| bands.get_mut(at)) {
            Some(band) => band.push(*line),
            None => over.push(*line),
        }
    }
    let after = bands.pop().unwrap_or_default();
    bands.retain(|band| !band.is_empty());
    let first_band = bands.first().and_then(|band| band.first()).map(|line| line.baseline);
    let (bands, bounds) =
        if hints.is_empty() { by_gutters(&bands, words)? } else { by_hints(&bands, words, hints) };
    let after = if shaded { fitting(&after, words, &bounds) } else { Vec::new() };
    let striped = bands.len() > 3;
    let mut rows = rows_of(bands, &after, words, &bounds, striped);
    if !shaded && first_band == rows.first().and_then(|row| row.first()).map(|line| line.baseline) {
        let header = header_over(&over, words, &bounds, area.top);
        rows.splice(0..0, (!header.is_empty()).then_some(header));
    }
    let lines: Vec<&TextLine> = rows.iter().flatten().copied().collect();
    let enough = if bounds.len() > 1 { 2 } else { 3 };
    let wide_rows = rows.iter().filter(|row| row.iter().any(|line| occupied(line, words, &bounds).len() > 1));
    if wide_rows.count() < enough || are_prose(&lines, words, &bounds) || is_list(&lines, words, &bounds) {
        return None;
    }
    let grid = laid::grid(page, words, &rows, &bounds);
    if grid.written().1 < 2 {
        return None;
    }
    mark(taken, &laid::words_of(&rows), true);
    Some(grid)
}

/// Returns the longest run of bands between which gutters run down, and the bounds there. A rule above or below a
/// table, as under a heading or at the foot of a page, may have the same length.
fn by_gutters<'l>(bands: &[Vec<&'l TextLine>], words: &[Word]) -> Option<(Vec<Vec<&'l TextLine>>, Vec<f32>)> {
    const TRIMS: usize = 3;
    let mut trims: Vec<(usize, usize)> =
        (0..=TRIMS).flat_map(|first| (0..=TRIMS).map(move |last| (first, last))).collect();
    trims.sort_by_key(|(first, last)| (first + last, *first));
    for (first, last) in trims {
        let run = bands.get(first..bands.len().saturating_sub(last)).unwrap_or_default();
        if run.len() < 2 {
            continue;
        }
        let lines: Vec<&TextLine> = run.iter().flatten().copied().collect();
        let found = bounds(&lines, words);
        if !found.is_empty() {
            return Some((run.to_vec(), found));
        }
    }
    None
}

/// Returns the bands from the first whose text keeps to the bounds of the shaded cells, and the bounds.
fn by_hints<'l>(
    bands: &[Vec<&'l TextLine>],
    words: &[Word],
    hints: Vec<f32>,
) -> (Vec<Vec<&'l TextLine>>, Vec<f32>) {
    let keeps = |band: &Vec<&TextLine>| !band.iter().any(|line| crosses_any(line, words, &hints));
    let mut kept: Vec<Vec<&TextLine>> = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        // A sub-heading over the whole width has rows after it.
        let heads = band.len() < 3 && bands.get(at + 1).is_some_and(keeps);
        if !keeps(band) && !heads {
            break;
        }
        kept.push(band.clone());
    }
    (kept, hints)
}

/// Returns the lines right over the first rule that head the columns: a table may have rules below its rows alone.
fn header_over<'l>(
    lines: &[&'l TextLine],
    words: &[Word],
    bounds: &[f32],
    first_rule: f32,
) -> Vec<&'l TextLine> {
    const MOST_LINES: usize = 3;
    let mut next = first_rule;
    let mut header: Vec<&TextLine> = Vec::new();
    for line in lines.iter().rev().take(MOST_LINES) {
        let reach = if header.is_empty() { 2.2 } else { 0.8 };
        if next - line.rect.bottom > reach * line.size || crosses_any(line, words, bounds) {
            break;
        }
        next = line.rect.top;
        header.insert(0, line);
    }
    let heads = header.iter().any(|line| occupied(line, words, bounds).len() * 2 > bounds.len() + 1);
    if heads { header } else { Vec::new() }
}

/// Returns the lines from the first that keep to the bounds and stand close together.
fn fitting<'l>(lines: &[&'l TextLine], words: &[Word], bounds: &[f32]) -> Vec<&'l TextLine> {
    let mut fitting: Vec<&TextLine> = Vec::new();
    for line in lines {
        let far = fitting.last().is_some_and(|above| line.rect.top - above.rect.bottom > 2.2 * line.size);
        if far || crosses_any(line, words, bounds) {
            break;
        }
        fitting.push(line);
    }
    while fitting.last().is_some_and(|line| occupied(line, words, bounds) == [0]) {
        fitting.pop();
    }
    fitting
}

fn crosses_any(line: &TextLine, words: &[Word], bounds: &[f32]) -> bool {
    bounds.iter().any(|bound| crosses(line, words, *bound))
}

/// Returns the rows: a band each, but where one band holds the whole body its lines tell the rows, and so they do
/// below a shaded header. Below the last of many stripes there is one row more at most.
fn rows_of<'l>(
    bands: Vec<Vec<&'l TextLine>>,
    after: &[&'l TextLine],
    words: &[Word],
    bounds: &[f32],
    striped: bool,
) -> Vec<Vec<&'l TextLine>> {
    let split = |lines: &[&'l TextLine]| parted(lines, &rows::starts(lines, words, bounds));
    let one_body = bands.len() == 2;
    let mut rows: Vec<Vec<&TextLine>> = Vec::new();
    for (at, band) in bands.into_iter().enumerate() {
        if at == 1 && one_body { rows.extend(split(&band)) } else { rows.push(band) }
    }
    if striped && !after.is_empty() {
        rows.push(after.to_vec());
    } else if !after.is_empty() {
        rows.extend(split(after));
    }
    rows
}

fn words_in(grid: &Grid) -> Vec<usize> {
    let pieces = grid.cells.iter().flat_map(|cell| &cell.pieces);
    pieces
        .flat_map(|piece| match piece {
            Piece::Words(_, words) => words.clone(),
            Piece::Table(_) => Vec::new(),
        })
        .collect()
}
