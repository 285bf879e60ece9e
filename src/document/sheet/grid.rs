//! A sheet as a grid: its filled cells, what is merged and what is hidden, and which cells a person sees of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::Words;
use crate::document::{Limit, Limits, ReadError};

/// The rows of the longest sheet that any program makes.
pub(super) const MOST_ROWS: u32 = 1 << 20;
/// The columns of the widest sheet that any program makes.
pub(super) const MOST_COLUMNS: u32 = 1 << 14;

/// The place of a cell, row and column counted from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) row: u32,
    pub(super) column: u32,
}

impl Spot {
    /// Returns the spot as a person who uses spreadsheets names it: `C5`.
    pub(super) fn name(self) -> String {
        let mut letters = Vec::new();
        let mut left = self.column;
        while left > 0 {
            let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + digit));
            left = (left - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        format!("{letters}{}", self.row)
    }

    /// Returns the spot that a reference such as `C5` or `$C$5` names.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.replace('$', "");
        let digits = name.find(|c: char| c.is_ascii_digit())?;
        let (letters, row) = name.split_at(digits);
        let mut column: u32 = 0;
        for letter in letters.bytes() {
            if !letter.is_ascii_alphabetic() || column > MOST_COLUMNS {
                return None;
            }
            column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        }
        let row = row.parse().ok()?;
        let spot = Self { row, column };
        ((1..=MOST_ROWS).contains(&row) && (1..=MOST_COLUMNS).contains(&column)).then_some(spot)
    }
}

/// A sheet that is shown.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// The part of the package that holds it alone, where there is one.
    pub(super) part: Option<Arc<str>>,
    /// The cells that hold words, in no order of their own.
    pub(super) cells: BTreeMap<Spot, Words>,
    /// The merged cells: the first and the last spot of each.
    pub(super) merges: Vec<(Spot, Spot)>,
    pub(super) hidden_rows: Hidden,
    pub(super) hidden_columns: Hidden,
    /// The text boxes and shapes that hold words, in reading order.
    pub(super) shapes: Vec<Words>,
    /// The cells whose formula has no saved result.
    pub(super) unsaved: Vec<Spot>,
    /// What else cannot be read, each with its article: `an embedded object`.
    pub(super) unreadable: Vec<String>,
    /// Whether a picture that is large enough to hold a page of text stands on it.
    pub(super) pictured: bool,
}

/// A cell as it is seen: where it begins and ends, what is hidden left out, its words, and where it begins in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) first: Spot,
    pub(super) last: Spot,
    pub(super) words: Words,
    pub(super) corner: Spot,
}

impl Sheet {
    /// Takes the cells that are seen out of the sheet, in reading order.
    ///
    /// A merged cell shows what its first cell holds as long as any part of it is shown, and hides the others.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when the merged cells go over more rows than there may be cells.
    pub(super) fn take_seen(&mut self, limits: &Limits) -> Result<Vec<Seen>, ReadError> {
        let mut cells = std::mem::take(&mut self.cells);
        let last_row = cells.last_key_value().map_or(0, |(spot, _)| spot.row);
        let mut ends: BTreeMap<Spot, Spot> = BTreeMap::new();
        let mut rows = 0_usize;
        for (first, last) in &self.merges {
            for row in first.row..=last.row.min(last_row) {
                rows += 1;
                limits.hold(Limit::Cells, rows, || "the number of merged rows".to_owned())?;
                let across =
                    Spot { row, column: first.column }..=Spot { row, column: last.column.max(first.column) };
                let covered: Vec<Spot> =
                    cells.range(across).map(|(spot, _)| *spot).filter(|spot| spot != first).collect();
                for spot in covered {
                    cells.remove(&spot);
                }
            }
            ends.insert(*first, *last);
        }
        let seen = cells.into_iter().filter_map(|(first, words)| {
            let last = ends.get(&first).copied().unwrap_or(first);
            let shown = Spot {
                row: self.hidden_rows.first_shown(first.row, last.row)?,
                column: self.hidden_columns.first_shown(first.column, last.column)?,
            };
            Some(Seen { first: shown, last, words, corner: first })
        });
        let mut seen: Vec<Seen> = seen.collect();
        seen.sort_by_key(|cell| cell.first);
        Ok(seen)
    }

    /// Whether the cell at `spot` is shown.
    pub(super) fn shows(&self, spot: Spot) -> bool {
        !self.hidden_rows.contains(spot.row) && !self.hidden_columns.contains(spot.column)
    }
}

/// The rows or the columns of a sheet that are hidden.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// The first and the last of each stretch, in order, no two touching.
    stretches: Vec<(u32, u32)>,
}

impl Hidden {
    /// Gathers stretches, each the first and the last of what is hidden.
    pub(super) fn of(mut hidden: Vec<(u32, u32)>) -> Self {
        hidden.retain(|(first, last)| first <= last);
        hidden.sort_unstable();
        let mut stretches: Vec<(u32, u32)> = Vec::new();
        for (first, last) in hidden {
            match stretches.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = (*end).max(last),
                _ => stretches.push((first, last)),
            }
        }
        Self { stretches }
    }

    /// Whether `place` is hidden.
    pub(super) fn contains(&self, place: u32) -> bool {
        self.first_shown(place, place).is_none()
    }

    /// Returns the first place from `first` to `last` that is shown.
    pub(super) fn first_shown(&self, first: u32, last: u32) -> Option<u32> {
        let at = self.stretches.partition_point(|(_, end)| *end < first);
        let shown = match self.stretches.get(at) {
            Some((start, end)) if *start <= first => end.saturating_add(1),
            _ => first,
        };
        (shown <= last).then_some(shown)
    }

    /// Whether a place that is shown lies between `before` and `after`, neither counted.
    pub(super) fn shows_between(&self, before: u32, after: u32) -> bool {
        before + 1 < after && self.first_shown(before + 1, after - 1).is_some()
    }
}
