//! Regions: ruling lines that meet one another, as the lines of one table do.

use super::rulings::{Ruling, Rulings};
use crate::document::pdf::page::Rect;

/// Lines that hang together, across and down.
#[derive(Debug, Clone, Default)]
pub(super) struct Region {
    pub(super) across: Vec<Ruling>,
    pub(super) down: Vec<Ruling>,
}

impl Region {
    /// Tells whether its lines are nothing but the edges of shaded areas.
    pub(super) fn is_shading(&self) -> bool {
        self.across.iter().chain(&self.down).all(|line| line.edge)
    }

    /// Returns the rectangle around all of its lines.
    pub(super) fn rect(&self) -> Rect {
        let mut rect = Rect {
            left: f32::INFINITY,
            top: f32::INFINITY,
            right: f32::NEG_INFINITY,
            bottom: f32::NEG_INFINITY,
        };
        for line in &self.across {
            rect = rect.union(&Rect { left: line.from, top: line.at, right: line.to, bottom: line.at });
        }
        for line in &self.down {
            rect = rect.union(&Rect { left: line.at, top: line.from, right: line.at, bottom: line.to });
        }
        rect
    }
}

/// How near lines come that meet.
const NEAR: f32 = 2.5;

/// Returns the regions of a page and the lines across that meet no line down.
pub(super) fn regions(rulings: &Rulings) -> (Vec<Region>, Vec<Ruling>) {
    let Rulings { across, down } = rulings;
    let mut groups = Groups::new(across.len() + down.len());
    for (at, line) in across.iter().enumerate() {
        let first = down.partition_point(|other| other.at < line.from - NEAR);
        for (other_at, other) in down.iter().enumerate().skip(first) {
            if other.at > line.to + NEAR {
                break;
            }
            if (other.from - NEAR..=other.to + NEAR).contains(&line.at) {
                groups.join(at, across.len() + other_at);
            }
        }
    }
    let mut regions: Vec<Region> = Vec::new();
    let mut region_of: Vec<Option<usize>> = vec![None; across.len() + down.len()];
    let lines = across.iter().map(|line| (line, true)).chain(down.iter().map(|line| (line, false)));
    for (at, (line, is_across)) in lines.enumerate() {
        let root = groups.root(at);
        let Some(slot) = region_of.get_mut(root) else { continue };
        let number = *slot.get_or_insert_with(|| {
            regions.push(Region::default());
            regions.len() - 1
        });
        if let Some(region) = regions.get_mut(number) {
            if is_across { region.across.push(*line) } else { region.down.push(*line) }
        }
    }
    let (met, lone): (Vec<Region>, Vec<Region>) =
        regions.into_iter().partition(|region| !region.down.is_empty() && !region.across.is_empty());
    (met, lone.into_iter().flat_map(|region| region.across).collect())
}

/// Numbers that are joined into groups.
#[derive(Debug)]
pub(super) struct Groups(Vec<usize>);

impl Groups {
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// Returns the number that stands for the group of `at`.
    pub(super) fn root(&mut self, mut at: usize) -> usize {
        while let Some(&parent) = self.0.get(at) {
            if parent == at {
                break;
            }
            // Halving the way up keeps it short.
            let above = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.0.get_mut(at) {
                *slot = above;
            }
            at = above;
        }
        at
    }

    /// Makes one group of two; the smaller number stands for it.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.0.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}
