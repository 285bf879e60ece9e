//! Byte offsets of the source made into lines and characters.

use super::super::text::Place;

/// Turns byte offsets of a source into places; cheap when they are asked for in rising order.
#[derive(Debug)]
pub(super) struct Places<'a> {
    source: &'a str,
    starts: Vec<usize>,
    /// The last offset asked for, with its character in its line, counted from 0.
    last: (usize, usize),
}

impl<'a> Places<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|(at, byte)| **byte == b'\n' || (**byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { source, starts, last: (0, 0) }
    }

    /// Returns the place of the byte `offset`.
    pub(super) fn of(&mut self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let (from, before) = if (start..=offset).contains(&self.last.0) { self.last } else { (start, 0) };
        let character = before + self.source.get(from..offset).unwrap_or_default().chars().count();
        self.last = (offset, character);
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place { line: whole(line), character: whole(character).saturating_add(1) }
    }
}
