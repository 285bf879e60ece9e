//! Words and lines from glyphs, for a whole column of text and for one cell alike.

use super::page::{Glyph, Rect, Turn};

/// A run of glyphs without a gap.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) rect: Rect,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) font: u16,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether a line is drawn through it.
    pub(super) struck: bool,
    /// Whether it stands above the baseline in smaller type, as the mark of a footnote does.
    pub(super) raised: bool,
    /// Whether it stands right against the word before it, of which only its look sets it apart.
    pub(super) joined: bool,
}

/// One line of text as seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) rect: Rect,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) turn: Turn,
}

impl Line {
    /// Returns the words that are not struck, a space between them where they are apart.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for word in self.words.iter().filter(|word| !word.struck) {
            if !text.is_empty() && !word.joined {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }
}

/// How far from the baseline of its line a glyph may stand, in sizes of the larger of the two: footnote marks are
/// raised by a third.
const OFF_THE_LINE: f32 = 0.45;
/// The narrowest gap between words, in sizes: the narrowest space of common fonts is a quarter, set tight a sixth.
const GAP: f32 = 0.17;

/// Returns the lines that `glyphs` make, from the top (text that runs up or down the page comes last); glyphs side
/// by side are on one line however far apart they stand.
pub(super) fn lines(glyphs: &[&Glyph]) -> Vec<Line> {
    let mut found = Vec::new();
    for turn in [Turn::Level, Turn::Up, Turn::Down] {
        let glyphs: Vec<Placed<'_>> =
            glyphs.iter().filter(|glyph| glyph.turn == turn).map(|glyph| Placed::new(glyph)).collect();
        found.extend(rows(glyphs).into_iter().filter_map(|row| line(row, turn)));
    }
    found
}

/// A glyph as it stands in its own line: `along` it from its start, and `down` from line to line.
#[derive(Clone, Copy)]
struct Placed<'g> {
    glyph: &'g Glyph,
    start: f32,
    end: f32,
    down: f32,
}

impl<'g> Placed<'g> {
    fn new(glyph: &'g Glyph) -> Self {
        let rect = &glyph.rect;
        let (start, end, down) = match glyph.turn {
            Turn::Level => (rect.left, rect.right, glyph.baseline),
            Turn::Up => (-rect.bottom, -rect.top, glyph.baseline),
            Turn::Down => (rect.top, rect.bottom, -glyph.baseline),
        };
        Self { glyph, start, end, down }
    }
}

/// Gathers glyphs into rows by their baselines. Raised and lowered ones join the row they overlap.
fn rows(mut glyphs: Vec<Placed<'_>>) -> Vec<Vec<Placed<'_>>> {
    glyphs.sort_by(|a, b| a.down.total_cmp(&b.down).then(a.start.total_cmp(&b.start)));
    let mut rows: Vec<(f32, f32, Vec<Placed<'_>>)> = Vec::new();
    for placed in glyphs {
        let size = placed.glyph.size;
        let row = rows.last_mut().filter(|(down, largest, row)| {
            let apart = placed.down - *down;
            apart <= 0.15 * largest.max(size)
                || apart <= OFF_THE_LINE * largest.max(size) && fits_beside(&placed, row, *largest)
        });
        match row {
            Some((down, largest, row)) => {
                // The line runs where its largest glyphs stand.
                if size > *largest * 1.05 {
                    *down = placed.down;
                    *largest = size;
                }
                row.push(placed);
            }
            None => rows.push((placed.down, size, vec![placed])),
        }
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// Tells whether a glyph off the line can belong to it: it or the line is small type, and nothing of the line is
/// where it stands.
fn fits_beside(placed: &Placed<'_>, row: &[Placed<'_>], largest: f32) -> bool {
    let size = placed.glyph.size;
    let differs = size < 0.85 * largest || largest < 0.85 * size;
    let slack = 0.2 * size.min(largest);
    differs && row.iter().all(|other| other.end <= placed.start + slack || other.start + slack >= placed.end)
}

/// Makes a line of a row of glyphs.
fn line(mut row: Vec<Placed<'_>>, turn: Turn) -> Option<Line> {
    row.sort_by(|a, b| a.start.total_cmp(&b.start));
    let largest = row.iter().map(|placed| placed.glyph.size).fold(0.0, f32::max);
    let baseline = row.iter().find(|placed| placed.glyph.size >= 0.95 * largest)?.down;
    let mut words: Vec<Word> = Vec::new();
    let mut end = f32::NEG_INFINITY;
    for placed in &row {
        let glyph = placed.glyph;
        let raised = glyph.size < 0.85 * largest && baseline - placed.down > 0.12 * largest;
        let apart = glyph.spaced || placed.start - end > GAP * glyph.size.max(0.6 * largest);
        let word = words.last_mut().filter(|word| {
            !apart && word.struck == glyph.struck && word.raised == raised && word.bold == glyph.bold
        });
        match word {
            Some(word) => {
                word.text.push(glyph.text);
                word.rect = word.rect.union(&glyph.rect);
                word.italic &= glyph.italic;
                word.size = word.size.max(glyph.size);
            }
            None => words.push(Word {
                text: glyph.text.to_string(),
                rect: glyph.rect,
                baseline: glyph.baseline,
                size: glyph.size,
                font: glyph.font,
                bold: glyph.bold,
                italic: glyph.italic,
                struck: glyph.struck,
                raised,
                joined: !apart,
            }),
        }
        end = end.max(placed.end);
    }
    let rect = row.iter().map(|placed| placed.glyph.rect).reduce(|all, rect| all.union(&rect))?;
    let baseline = if turn == Turn::Down { -baseline } else { baseline };
    if let Some(first) = words.first_mut() {
        first.joined = false;
    }
    let size = usual_size(&row);
    Some(Line { words, rect, baseline, size, turn })
}

/// Returns the size most of the glyphs have.
fn usual_size(row: &[Placed<'_>]) -> f32 {
    let mut sizes: Vec<f32> = row.iter().map(|placed| placed.glyph.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or_default()
}
