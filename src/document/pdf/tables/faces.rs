//! Faces: the cells that the lines of a region enclose, as a grid with spans.

use super::regions::{Groups, Region};
use super::rulings::{Ruling, snapped};

/// The grid of a region.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Faces {
    /// Where its columns begin and end, one more than there are columns.
    pub(super) columns: Vec<f32>,
    /// Where its rows begin and end, one more than there are rows.
    pub(super) rows: Vec<f32>,
    /// Its cells from the top left.
    pub(super) faces: Vec<Face>,
    /// Which share of its area belongs to faces that are no rectangles: a table has next to none, a drawing much.
    pub(super) ragged: f32,
    /// Whether a line closes it above and below.
    pub(super) closed: (bool, bool),
}

/// A cell of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Face {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// Most squares of a grid before merging: beyond it a region is squared paper or a drawing.
const MOST_SQUARES: usize = 60_000;
/// Which share of the side of a square a line must cover to part it from the next.
const WALL: f32 = 0.5;
/// How far lines must stick out for the table to be open on that side.
const OVERHANG: f32 = 7.0;

/// Returns the grid of `region`, `None` when it has none or too large a one.
pub(super) fn faces(region: &Region) -> Option<Faces> {
    let mut columns = snapped(region.down.iter().map(|line| line.at).collect());
    let mut rows = snapped(region.across.iter().map(|line| line.at).collect());
    let reach = |line: &Ruling| {
        let end = rows.first().zip(rows.last());
        end.is_some_and(|(top, bottom)| (line.at - top).abs() < 3.0 || (line.at - bottom).abs() < 3.0)
    };
    open_sides(&mut columns, &region.across, reach);
    let closed = open_sides(&mut rows, &region.down, |_| false);
    let (across, down) = (columns.len().checked_sub(1)?, rows.len().checked_sub(1)?);
    if across == 0 || down == 0 || across.saturating_mul(down) > MOST_SQUARES {
        return None;
    }
    let beside = walls(&columns, &rows, &region.down);
    let below = walls(&rows, &columns, &region.across);
    let mut groups = Groups::new(across * down);
    for row in 0..down {
        for column in 0..across {
            let square = row * across + column;
            if column + 1 < across && !wall(&beside, (column + 1) * down + row) {
                groups.join(square, square + 1);
            }
            if row + 1 < down && !wall(&below, (row + 1) * across + column) {
                groups.join(square, square + across);
            }
        }
    }
    let (mut faces, ragged) = rectangles(&mut groups, &columns, &rows);
    let columns = only_used(columns, &mut faces, |face| (&mut face.column, &mut face.columns));
    let rows = only_used(rows, &mut faces, |face| (&mut face.row, &mut face.rows));
    faces.sort_unstable();
    Some(Faces { columns, rows, faces, ragged, closed })
}

/// Adds the sides that have no line of their own but to which `crossing` lines stick out, two of them or one that
/// tells by itself how far the table `reaches`. Returns whether the first and the last side have a line.
fn open_sides(places: &mut Vec<f32>, crossing: &[Ruling], reaches: impl Fn(&Ruling) -> bool) -> (bool, bool) {
    let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return (true, true) };
    let before: Vec<&Ruling> = crossing.iter().filter(|line| first - line.from > OVERHANG).collect();
    let after: Vec<&Ruling> = crossing.iter().filter(|line| line.to - last > OVERHANG).collect();
    let is_open = |lines: &[&Ruling]| lines.len() > 1 || lines.iter().any(|line| reaches(line));
    if is_open(&before) {
        places.insert(0, before.iter().map(|line| line.from).fold(first, f32::min));
    }
    if is_open(&after) {
        places.push(after.iter().map(|line| line.to).fold(last, f32::max));
    }
    (!is_open(&before), !is_open(&after))
}

/// Returns how much of each side of each square `lines` cover, side by side along each of `places`.
fn walls(places: &[f32], along: &[f32], lines: &[Ruling]) -> Vec<bool> {
    let squares = along.len().saturating_sub(1);
    let mut covered = vec![0.0_f32; places.len() * squares];
    for line in lines {
        let after = places.partition_point(|place| *place < line.at);
        let distance = |at: usize| places.get(at).map_or(f32::INFINITY, |place| (place - line.at).abs());
        let place = match after.checked_sub(1) {
            Some(before) if distance(before) < distance(after) => before,
            _ => after,
        };
        let first = along.partition_point(|end| *end <= line.from).saturating_sub(1);
        for (square, side) in along.windows(2).enumerate().skip(first) {
            let &[from, to] = side else { continue };
            if from >= line.to {
                break;
            }
            if let Some(sum) = covered.get_mut(place * squares + square) {
                *sum += line.to.min(to) - line.from.max(from);
            }
        }
    }
    let lengths = along.windows(2).map(|side| side.iter().rev().copied().reduce(|to, from| to - from));
    let lengths: Vec<f32> = lengths.map(Option::unwrap_or_default).collect();
    covered
        .iter()
        .enumerate()
        .map(|(at, sum)| lengths.get(at % squares.max(1)).is_some_and(|length| *sum >= WALL * length))
        .collect()
}

fn wall(walls: &[bool], at: usize) -> bool {
    walls.get(at).copied().unwrap_or(true)
}

/// Returns the groups of squares as rectangles, and which share of the area had to be cut up for it.
fn rectangles(groups: &mut Groups, columns: &[f32], rows: &[f32]) -> (Vec<Face>, f32) {
    let (across, down) = (columns.len().saturating_sub(1), rows.len().saturating_sub(1));
    let roots: Vec<usize> = (0..across * down).map(|square| groups.root(square)).collect();
    let root = |row: usize, column: usize| roots.get(row * across + column).copied();
    let mut faces: Vec<Face> = Vec::new();
    // Runs of one row; a run goes on the face above it when that is as wide and of the same group.
    let mut open: Vec<Option<usize>> = vec![None; across];
    let mut pieces = vec![0_usize; across * down];
    for row in 0..down {
        let mut column = 0;
        while column < across {
            let group = root(row, column);
            let width = (column..across).take_while(|next| root(row, *next) == group).count().max(1);
            let above = open.get(column).copied().flatten();
            let above = above.filter(|at| {
                faces.get(*at).is_some_and(|face| {
                    face.column == column && face.columns == width && root(face.row, column) == group
                })
            });
            let at = above.unwrap_or(faces.len());
            match faces.get_mut(at) {
                Some(face) => face.rows += 1,
                None => {
                    faces.push(Face { row, column, rows: 1, columns: width });
                    if let Some(count) = group.and_then(|group| pieces.get_mut(group)) {
                        *count += 1;
                    }
                }
            }
            for slot in open.iter_mut().skip(column).take(width) {
                *slot = Some(at);
            }
            column += width;
        }
    }
    let span = |places: &[f32], from: usize, count: usize| {
        places.get(from + count).zip(places.get(from)).map_or(0.0, |(end, start)| end - start)
    };
    let (mut cut, mut all) = (0.0, 0.0);
    for face in &faces {
        let area = span(columns, face.column, face.columns) * span(rows, face.row, face.rows);
        all += area;
        let group = root(face.row, face.column);
        if group.and_then(|group| pieces.get(group)).is_some_and(|count| *count > 1) {
            cut += area;
        }
    }
    (faces, if all > 0.0 { cut / all } else { 1.0 })
}

/// Leaves out the places where no face begins or ends, and numbers the faces anew.
fn only_used(
    places: Vec<f32>,
    faces: &mut [Face],
    part: impl Fn(&mut Face) -> (&mut usize, &mut usize),
) -> Vec<f32> {
    let mut used = vec![false; places.len()];
    for face in faces.iter_mut() {
        let (start, count) = part(face);
        for at in [*start, *start + *count] {
            if let Some(slot) = used.get_mut(at) {
                *slot = true;
            }
        }
    }
    let mut new = 0;
    let numbers: Vec<usize> = used
        .iter()
        .map(|used| {
            new += usize::from(*used);
            new.saturating_sub(1)
        })
        .collect();
    let number = |at: usize| numbers.get(at).copied().unwrap_or_default();
    for face in faces.iter_mut() {
        let (start, count) = part(face);
        let (from, to) = (number(*start), number(*start + *count));
        *start = from;
        *count = (to - from).max(1);
    }
    places.into_iter().zip(used).filter_map(|(place, used)| used.then_some(place)).collect()
}
