//! Ruling lines: the strokes of a page joined into the lines a person sees.

use crate::document::pdf::page::{Kind, Page, Stroke};

/// A straight line across or down the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ruling {
    /// Where its middle runs: y of a line across, x of a line down.
    pub(super) at: f32,
    pub(super) from: f32,
    pub(super) to: f32,
    /// Whether it is nothing but the edge of shaded areas.
    pub(super) edge: bool,
}

/// The ruling lines of a page, each way sorted by where they run.
#[derive(Debug, Clone, Default)]
pub(super) struct Rulings {
    pub(super) across: Vec<Ruling>,
    pub(super) down: Vec<Ruling>,
}

/// Most lines of a page each way; beyond it the page is a drawing or a map, and its text is prose. The largest
/// sheets printed on one page have some hundreds.
const MOST: usize = 3_000;
/// The widest gap in a line: dashes and the corners of cells leave one or two points.
const GAP: f32 = 2.5;
/// The shortest line that can part cells.
const SHORTEST: f32 = 5.0;

/// Returns the ruling lines of `page`, none at all where there are too many for tables.
pub(super) fn rulings(page: &Page) -> Rulings {
    let across = joined(page.strokes.iter().filter(|stroke| stroke.kind == Kind::Horizontal).map(across));
    let down = joined(page.strokes.iter().filter(|stroke| stroke.kind == Kind::Vertical).map(down));
    if across.len() > MOST || down.len() > MOST {
        return Rulings::default();
    }
    Rulings { across, down }
}

fn across(stroke: &Stroke) -> Ruling {
    let rect = stroke.rect;
    Ruling { at: (rect.top + rect.bottom) / 2.0, from: rect.left, to: rect.right, edge: stroke.edge }
}

fn down(stroke: &Stroke) -> Ruling {
    let rect = stroke.rect;
    Ruling { at: (rect.left + rect.right) / 2.0, from: rect.top, to: rect.bottom, edge: stroke.edge }
}

/// Joins pieces that run at the same place and touch: programs draw a border cell by cell, and twice where cells
/// meet.
fn joined(pieces: impl Iterator<Item = Ruling>) -> Vec<Ruling> {
    let mut pieces: Vec<Ruling> = pieces
        .filter(|piece| piece.at.is_finite() && piece.from.is_finite() && piece.to.is_finite())
        .collect();
    pieces.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut lines = Vec::new();
    for bundle in bundles(&pieces, |piece| piece.at, 1.0, 3.0) {
        let mut bundle = bundle.to_vec();
        bundle.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut line: Option<Joined> = None;
        for piece in bundle {
            match line.as_mut().filter(|line| piece.from <= line.to + GAP) {
                Some(line) => line.add(piece),
                None => {
                    lines.extend(line.and_then(|line| line.ruling()));
                    line = Some(Joined::new(piece));
                }
            }
        }
        lines.extend(line.and_then(|line| line.ruling()));
    }
    lines.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    lines
}

/// Pieces that make one line.
struct Joined {
    from: f32,
    to: f32,
    length: f32,
    weight: f32,
    edge: bool,
}

impl Joined {
    fn new(piece: Ruling) -> Self {
        let length = (piece.to - piece.from).max(0.01);
        Self { from: piece.from, to: piece.to, length, weight: length * piece.at, edge: piece.edge }
    }

    fn add(&mut self, piece: Ruling) {
        let length = (piece.to - piece.from).max(0.01);
        self.to = self.to.max(piece.to);
        self.length += length;
        self.weight += length * piece.at;
        self.edge &= piece.edge;
    }

    /// Returns the line, at the mean of its pieces by their length.
    fn ruling(&self) -> Option<Ruling> {
        let ruling = Ruling { at: self.weight / self.length, from: self.from, to: self.to, edge: self.edge };
        (ruling.to - ruling.from >= SHORTEST).then_some(ruling)
    }
}

/// Parts `sorted` into runs whose values lie at most `step` from one another and `spread` from the first.
pub(super) fn bundles<T>(sorted: &[T], value: impl Fn(&T) -> f32, step: f32, spread: f32) -> Vec<&[T]> {
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 1..=sorted.len() {
        let ends = match (sorted.get(start), sorted.get(at - 1), sorted.get(at)) {
            (Some(first), Some(last), Some(next)) => {
                let next = value(next);
                next - value(last) > step || next - value(first) > spread
            }
            _ => true,
        };
        if ends {
            runs.extend(sorted.get(start..at).filter(|run| !run.is_empty()));
            start = at;
        }
    }
    runs
}

/// Returns where the lines of a grid run: the middle of each bundle of `places`.
pub(super) fn snapped(mut places: Vec<f32>) -> Vec<f32> {
    places.sort_by(f32::total_cmp);
    bundles(&places, |place| *place, 2.5, 4.0)
        .into_iter()
        .map(|bundle| bundle.iter().sum::<f32>() / bundle.len() as f32)
        .collect()
}
