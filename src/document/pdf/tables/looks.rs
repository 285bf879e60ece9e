//! What a table without lines must look like, and what it must not: prose in columns, lists, contents, addresses.

use super::Sheet;
use super::columns::{are_prose, column, is_list, occupied};
use super::words::{TextLine, Word, text};

/// What is held against a table without lines.
pub(super) struct Looks<'a, 'l> {
    /// Whether the header is bold.
    pub(super) bold: bool,
    pub(super) columns: usize,
    pub(super) bounds: &'a [f32],
    /// All of its lines, those of the header first.
    pub(super) lines: &'a [&'l TextLine],
    /// The rows below the header.
    pub(super) rows: &'a [Vec<&'l TextLine>],
}

impl Looks<'_, '_> {
    /// Tells whether it passes every test.
    pub(super) fn like_a_table(&self, sheet: &Sheet<'_>) -> bool {
        let words = &sheet.words;
        let few = match (self.columns, self.bold) {
            (2, _) => 3,
            (3, false) => 3,
            _ => 2,
        };
        let begun = |row: &&Vec<&TextLine>| {
            let mut columns: Vec<usize> =
                row.iter().flat_map(|line| occupied(line, words, self.bounds)).collect();
            columns.sort_unstable();
            columns.dedup();
            columns.len() * 2 > self.columns
        };
        let full_rows = self.rows.iter().filter(begun).count();
        full_rows >= few
            && full_rows * 3 >= self.rows.len() * 2
            && !are_prose(self.lines, words, self.bounds)
            && self.columns_are_straight(words)
            && !self.has_leaders(sheet)
            && !is_list(self.lines, words, self.bounds)
    }

    /// Tells whether the text of all columns but one at most begins, ends or has its middle at one place.
    fn columns_are_straight(&self, words: &[Word]) -> bool {
        let mut crooked = 0;
        for number in 0..self.columns {
            let mut spans: Vec<(f32, f32)> = Vec::new();
            for line in self.lines.iter().skip(1) {
                let of_column = line.words.iter().filter_map(|at| words.get(*at));
                let rects =
                    of_column.filter(|word| column(word, self.bounds) == number).map(|word| word.rect);
                spans.extend(rects.reduce(|all, rect| all.union(&rect)).map(|rect| (rect.left, rect.right)));
            }
            let straight = |place: fn(&(f32, f32)) -> f32| {
                let mut places: Vec<f32> = spans.iter().map(place).collect();
                places.sort_by(f32::total_cmp);
                let most = places.iter().enumerate().map(|(at, from)| {
                    places.partition_point(|place| *place <= from + 2.5).saturating_sub(at)
                });
                most.max().unwrap_or(0) * 5 >= spans.len() * 3
            };
            let is_straight = straight(|(left, _)| *left)
                || straight(|(_, right)| *right)
                || straight(|(left, right)| (left + right) / 2.0);
            if spans.is_empty() || !is_straight {
                crooked += 1;
            }
        }
        crooked == 0 || (self.columns > 3 && crooked == 1)
    }

    /// Tells whether titles lead to page numbers, by dots or alone, as in a list of contents.
    fn has_leaders(&self, sheet: &Sheet<'_>) -> bool {
        let led = self.lines.iter().filter(|line| {
            let text = text(sheet.page, &sheet.words, &line.words);
            text.contains("....") || text.contains(". . . .") || text.contains("……")
        });
        let ends_in_number = |line: &&&TextLine| {
            let last = line.words.last().and_then(|at| sheet.words.get(*at));
            let glyphs = last.and_then(|word| sheet.page.glyphs.get(word.glyphs.clone())).unwrap_or_default();
            !glyphs.is_empty() && glyphs.len() < 4 && glyphs.iter().all(|glyph| glyph.text.is_ascii_digit())
        };
        let numbered = self.lines.iter().filter(ends_in_number).count();
        led.count() > 1 || self.columns == 2 && numbered * 3 > self.lines.len() * 2
    }
}
