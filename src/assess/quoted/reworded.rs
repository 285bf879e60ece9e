//! Rewording: which item of a letter a text says again in other words.

use crate::letter::{Item, Telling};
use crate::pack::Rules;

/// The words of a letter's items.
#[derive(Debug)]
pub(super) struct Reworded<'r> {
    telling: Telling<'r>,
    items: usize,
}

/// How much of what a text tells must stand in the item that it rewords.
const SHARE: f64 = 0.5;
/// Items that hold nearly as much of it as the best are reworded too.
const NEARLY: f64 = 0.15;
/// A text that might reword more items than this rewords none.
const MOST: usize = 2;
/// The fewest telling words by which an item is known, of a text that has so many.
const FEWEST: usize = 2;

impl<'r> Reworded<'r> {
    pub(super) fn of(items: &[&Item], area: Option<&str>, rules: &'r Rules) -> Self {
        Self { telling: Telling::of(items, area, rules), items: items.len() }
    }

    /// Returns the items that hold most of what `text` tells, by their places.
    pub(super) fn item_of(&self, text: &str) -> Vec<usize> {
        let mut stems: Vec<String> = self.telling.content(text).into_iter().map(|word| word.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        let fewest = FEWEST.min(stems.len()).max(1);
        let whole: f64 = stems.iter().map(|stem| self.telling.most(stem)).sum();
        let share = |item: usize| {
            let held = stems.iter().filter(|stem| self.telling.holds(item, stem)).count();
            let said: f64 = stems.iter().map(|stem| self.telling.said(item, stem)).sum();
            if held < fewest || whole <= 0.0 { 0.0 } else { said / whole }
        };
        let shares: Vec<f64> = (0..self.items).map(share).collect();
        let best = shares.iter().copied().fold(0.0, f64::max);
        if best < SHARE {
            return Vec::new();
        }
        let near = shares.iter().enumerate().filter(|(_, share)| **share > best - NEARLY);
        let near: Vec<usize> = near.map(|(item, _)| item).collect();
        if near.len() > MOST { Vec::new() } else { near }
    }
}
