//! The order in which the lines of a page are read where it is set in columns.

use super::lines::{Line, Word};
use super::page::{Rect, Turn};

/// A line, or a table that stands among the lines.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Line(Line),
    /// A table, by its place among those found, and where it stands.
    Table(usize, Rect),
}

impl Piece {
    fn rect(&self) -> Rect {
        match self {
            Self::Line(line) => line.rect,
            Self::Table(_, rect) => *rect,
        }
    }
}

/// The fewest lines of a column.
const LINES: usize = 4;
/// The narrowest column, in points.
const NARROWEST: f32 = 90.0;
/// The narrowest gutter, in points.
const GUTTER: f32 = 8.0;

/// Returns the columns that `pieces`, sorted from the top, stand in, in reading order.
pub(super) fn columns(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let Some(bounds) = pieces.iter().map(Piece::rect).reduce(|all, rect| all.union(&rect)) else {
        return Vec::new();
    };
    let (from, to) = (bounds.left + NARROWEST, bounds.right - NARROWEST);
    let steps = ((to - from) / 3.0).clamp(0.0, 400.0) as usize;
    let (mut most, mut best) = (0, None);
    for step in 0..steps {
        let x = from + 3.0 * step as f32;
        let bands = bands(&pieces, x);
        let lines = bands.iter().map(|(start, end)| end - start).sum();
        if lines > most {
            (most, best) = (lines, Some((x, bands)));
        }
    }
    let Some((x, bands)) = best else { return vec![pieces] };
    let mut columns_found = Vec::new();
    let mut rest = pieces.into_iter();
    let mut at = 0;
    for (start, end) in bands {
        columns_found.push(rest.by_ref().take(start - at).collect::<Vec<_>>());
        let (left, right) = sides(rest.by_ref().take(end - start).collect(), x);
        columns_found.extend(columns(left));
        columns_found.extend(columns(right));
        at = end;
    }
    columns_found.push(rest.collect());
    columns_found.retain(|column| !column.is_empty());
    columns_found
}

/// Returns the runs of lines that stand in two columns left and right of `x`.
fn bands(pieces: &[Piece], x: f32) -> Vec<(usize, usize)> {
    let mut bands = Vec::new();
    let mut start = 0;
    for (at, piece) in pieces.iter().enumerate() {
        if crosses(piece, x) {
            bands.push((start, at));
            start = at + 1;
        }
    }
    bands.push((start, pieces.len()));
    bands.retain(|(start, end)| pieces.get(*start..*end).is_some_and(|band| is_two_columns(band, x)));
    bands
}

/// Tells whether a piece reaches over `x`, or leaves only the gap between two words there.
fn crosses(piece: &Piece, x: f32) -> bool {
    let Piece::Line(line) = piece else {
        let rect = piece.rect();
        return rect.left < x && x < rect.right;
    };
    if line.turn != Turn::Level {
        return false;
    }
    let before =
        line.words.iter().filter(|word| word.rect.left < x).map(|word| word.rect.right).reduce(f32::max);
    let after =
        line.words.iter().filter(|word| word.rect.left >= x).map(|word| word.rect.left).reduce(f32::min);
    match (before, after) {
        (Some(before), _) if before > x => true,
        (Some(before), Some(after)) => after - before < GUTTER.max(0.6 * line.size),
        _ => false,
    }
}

/// Tells whether lines stand in two columns of running text: on both sides there are enough of them, most are full,
/// and the two sides stand beside one another.
fn is_two_columns(band: &[Piece], x: f32) -> bool {
    let lines = || {
        band.iter().filter_map(|piece| match piece {
            Piece::Line(line) if line.turn == Turn::Level => Some(line),
            _ => None,
        })
    };
    let side = |on_side: &dyn Fn(&Word) -> bool| -> Option<Rect> {
        let extents: Vec<Rect> = lines()
            .filter_map(|line| {
                let words = line.words.iter().filter(|word| on_side(word)).map(|word| word.rect);
                words.reduce(|all, rect| all.union(&rect))
            })
            .collect();
        let all = extents.iter().copied().reduce(|all, rect| all.union(&rect))?;
        let full = extents.iter().filter(|rect| rect.width() >= 0.6 * all.width()).count();
        let is_column = extents.len() >= LINES && full * 2 >= extents.len() && all.width() >= NARROWEST;
        is_column.then_some(all)
    };
    let (Some(left), Some(right)) = (side(&|word| word.rect.left < x), side(&|word| word.rect.left >= x))
    else {
        return false;
    };
    let beside = left.bottom.min(right.bottom) - left.top.max(right.top);
    beside >= 0.5 * left.height().min(right.height())
}

/// Parts the pieces of a band at `x`.
fn sides(band: Vec<Piece>, x: f32) -> (Vec<Piece>, Vec<Piece>) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for piece in band {
        match piece {
            Piece::Line(Line { words, down, turn, .. }) => {
                let (before, after) = words.into_iter().partition(|word| word.rect.centre().0 < x);
                left.extend(Line::new(before, down, turn).map(Piece::Line));
                right.extend(Line::new(after, down, turn).map(Piece::Line));
            }
            Piece::Table(_, rect) if rect.centre().0 < x => left.push(piece),
            Piece::Table(..) => right.push(piece),
        }
    }
    (left, right)
}
