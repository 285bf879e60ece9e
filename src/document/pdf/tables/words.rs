//! Words of a page with the glyphs they are made of, and the lines they stand on.

use std::ops::Range;

use super::rulings::Rulings;
use crate::document::pdf::page::{Glyph, Page, Rect, Turn};

/// A run of glyphs drawn one after the other without a gap.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// The glyphs of the page it is made of.
    pub(super) glyphs: Range<usize>,
    pub(super) rect: Rect,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) turn: Turn,
}

/// The widest gap inside a word, in sizes of its type: letters set wide are a fifth apart, words a quarter.
const GAP: f32 = 0.22;

/// The narrowest gap between words of two cells, where a line runs in it.
const GAP_AT_LINE: f32 = 0.06;

/// Returns the words of `page` in the order they are drawn, without running heads and feet.
pub(super) fn words(page: &Page, rulings: &Rulings) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut before: Option<&Glyph> = None;
    for (at, glyph) in page.glyphs.iter().enumerate() {
        if glyph.furniture {
            before = None;
            continue;
        }
        let goes_on =
            before.is_some_and(|before| follows(before, glyph) && !is_parted(before, glyph, rulings));
        match words.last_mut().filter(|_| goes_on) {
            Some(word) => {
                word.glyphs.end = at + 1;
                word.rect = word.rect.union(&glyph.rect);
                word.size = word.size.max(glyph.size);
                word.bold &= glyph.bold;
            }
            None => words.push(Word {
                glyphs: at..at + 1,
                rect: glyph.rect,
                baseline: glyph.baseline,
                size: glyph.size,
                bold: glyph.bold,
                turn: glyph.turn,
            }),
        }
        before = Some(glyph);
    }
    words
}

/// Tells whether `glyph` goes on the word that `before` ends.
fn follows(before: &Glyph, glyph: &Glyph) -> bool {
    let size = before.size.max(glyph.size);
    let gap = match glyph.turn {
        Turn::Level => glyph.rect.left - before.rect.right,
        Turn::Up => before.rect.top - glyph.rect.bottom,
        Turn::Down => glyph.rect.top - before.rect.bottom,
    };
    !glyph.spaced
        && glyph.turn == before.turn
        && (glyph.baseline - before.baseline).abs() < 0.45 * size
        && (-0.5 * size..=GAP * size).contains(&gap)
}

/// Tells whether a line runs down between two glyphs: a full cell leaves less than a space to the next.
fn is_parted(before: &Glyph, glyph: &Glyph, rulings: &Rulings) -> bool {
    let (from, to) = (before.rect.right, glyph.rect.left);
    let (_, y) = glyph.rect.centre();
    let first = rulings.down.partition_point(|line| line.at < from - 0.5);
    glyph.turn == Turn::Level
        && to - from > GAP_AT_LINE * glyph.size
        && rulings
            .down
            .iter()
            .skip(first)
            .take_while(|line| line.at < to + 0.5)
            .any(|line| (line.from..=line.to).contains(&y))
}

/// Words that stand side by side, however far apart.
#[derive(Debug, Clone)]
pub(super) struct TextLine {
    /// Its words from the left, by their place among the words of the page.
    pub(super) words: Vec<usize>,
    pub(super) rect: Rect,
    pub(super) baseline: f32,
    pub(super) size: f32,
}

/// Returns the lines that those of `words` named by `chosen` make, from the top. Turned text makes no lines.
pub(super) fn text_lines(words: &[Word], chosen: impl IntoIterator<Item = usize>) -> Vec<TextLine> {
    let mut sorted: Vec<(usize, &Word)> = chosen
        .into_iter()
        .filter_map(|at| words.get(at).map(|word| (at, word)))
        .filter(|(_, word)| word.turn == Turn::Level)
        .collect();
    sorted.sort_by(|(_, a), (_, b)| {
        a.baseline.total_cmp(&b.baseline).then(a.rect.left.total_cmp(&b.rect.left))
    });
    let mut lines: Vec<TextLine> = Vec::new();
    for (at, word) in sorted {
        match lines.last_mut().filter(|line| word.baseline - line.baseline <= 0.3 * line.size.max(word.size))
        {
            Some(line) => {
                line.words.push(at);
                line.rect = line.rect.union(&word.rect);
                line.size = line.size.max(word.size);
            }
            None => lines.push(TextLine {
                words: vec![at],
                rect: word.rect,
                baseline: word.baseline,
                size: word.size,
            }),
        }
    }
    for line in &mut lines {
        let left = |at: &usize| words.get(*at).map_or(0.0, |word| word.rect.left);
        line.words.sort_by(|a, b| left(a).total_cmp(&left(b)));
    }
    lines
}

/// Returns the text of `chosen` words in reading order, a space between two of them.
pub(super) fn text(page: &Page, words: &[Word], chosen: &[usize]) -> String {
    let level = text_lines(words, chosen.iter().copied());
    let turned =
        chosen.iter().copied().filter(|at| words.get(*at).is_some_and(|word| word.turn != Turn::Level));
    let order = level.into_iter().flat_map(|line| line.words).chain(turned);
    let mut text = String::new();
    for word in order.filter_map(|at| words.get(at)) {
        if !text.is_empty() {
            text.push(' ');
        }
        for glyph in page.glyphs.get(word.glyphs.clone()).unwrap_or_default() {
            text.push(glyph.text);
        }
    }
    text
}
