//! Words and lines from glyphs, for a whole column of text and for one cell alike.

use super::page::{Glyph, Rect, Turn};

/// A run of glyphs without a gap.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) rect: Rect,
    /// Where it starts along its line.
    pub(super) start: f32,
    /// Where it ends along its line.
    pub(super) end: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether a line is drawn through it.
    pub(super) struck: bool,
    /// Whether it stands above the baseline in smaller type, as the mark of a footnote does.
    pub(super) raised: bool,
    /// Whether it is the mark of a footnote in the text.
    pub(super) note: bool,
    /// Whether it stands right against the word before it, from which only its look parts it.
    pub(super) joined: bool,
}

/// One line of text as seen. Text that runs up or down the page is measured along its own lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) rect: Rect,
    /// Where its first word starts.
    pub(super) start: f32,
    /// Where its last word ends.
    pub(super) end: f32,
    /// Where it stands among the lines of its text, growing from line to line: its baseline.
    pub(super) down: f32,
    /// The size most of it is in.
    pub(super) size: f32,
    pub(super) turn: Turn,
    /// Whether a ruling parts it from the line above.
    pub(super) parted: bool,
}

impl Line {
    /// Makes a line of words, in their order; `None` of none.
    pub(super) fn new(words: Vec<Word>, down: f32, turn: Turn) -> Option<Self> {
        let rect = words.iter().map(|word| word.rect).reduce(|all, rect| all.union(&rect))?;
        let (start, end) = (words.first()?.start, words.last()?.end);
        let size = usual_size(&words);
        Some(Self { words, rect, start, end, down, size, turn, parted: false })
    }

    /// Returns its words that are not struck, a space between them where they are apart.
    pub(super) fn text(&self) -> String {
        text_of(&self.words)
    }

    /// Tells whether all of it is bold.
    pub(super) fn bold(&self) -> bool {
        self.words.iter().all(|word| word.bold || word.struck || !word.text.contains(char::is_alphanumeric))
            && self.words.iter().any(|word| word.bold)
    }
}

/// Returns the text of the words that are neither struck nor marks of footnotes.
pub(super) fn text_of(words: &[Word]) -> String {
    let mut text = String::new();
    let mut apart = false;
    for word in words {
        apart |= !word.joined;
        if word.struck || word.note {
            continue;
        }
        if apart && !text.is_empty() {
            text.push(' ');
        }
        apart = false;
        text.push_str(&word.text);
    }
    text
}

/// How far from the baseline of its line a glyph may stand, in sizes of the larger of the two: footnote marks are
/// raised by up to a half.
const OFF_THE_LINE: f32 = 0.6;
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
    let down = row.iter().find(|placed| placed.glyph.size >= 0.95 * largest)?.down;
    let mut words: Vec<Word> = Vec::new();
    for placed in &row {
        let glyph = placed.glyph;
        let raised = glyph.size < 0.85 * largest && down - placed.down > 0.12 * largest;
        let end = words.last().map_or(f32::NEG_INFINITY, |word| word.end);
        let apart = glyph.spaced || placed.start - end > GAP * glyph.size.max(0.6 * largest);
        let word = words.last_mut().filter(|word| {
            !apart && word.struck == glyph.struck && word.raised == raised && word.bold == glyph.bold
        });
        match word {
            Some(word) => {
                word.text.push(glyph.text);
                word.rect = word.rect.union(&glyph.rect);
                word.end = word.end.max(placed.end);
                word.italic &= glyph.italic;
                word.size = word.size.max(glyph.size);
            }
            None => words.push(Word {
                text: glyph.text.to_string(),
                rect: glyph.rect,
                start: placed.start,
                end: placed.end,
                size: glyph.size,
                bold: glyph.bold,
                italic: glyph.italic,
                struck: glyph.struck,
                raised,
                note: false,
                joined: !apart,
            }),
        }
    }
    Line::new(words, down, turn)
}

/// Returns the size most of the text of `words` is in.
fn usual_size(words: &[Word]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = words.iter().map(|word| (word.size, word.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, count)| count).sum::<usize>() / 2;
    let mut passed = 0;
    sizes
        .iter()
        .find(|(_, count)| {
            passed += count;
            passed > half
        })
        .map(|(size, _)| *size)
        .unwrap_or_default()
}
