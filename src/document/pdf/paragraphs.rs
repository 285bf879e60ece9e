//! Paragraphs from the lines of one column or cell: by the space between lines, where they start and end, how they
//! look, and what they begin with.

use std::collections::BTreeMap;

use super::lines::{Line, text_of};
use super::marker::{Marker, is_bare_bullet, marker};
use super::words::Vocabulary;

/// A paragraph or list item with its lines.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) page: u32,
    pub(super) marker: Option<Marker>,
    /// Where it starts, its mark included.
    pub(super) start: f32,
    /// Its lines, the mark taken off the first.
    pub(super) lines: Vec<Line>,
    /// Whether its last line is full, so that it may go on elsewhere.
    pub(super) full: bool,
}

impl Paragraph {
    /// Returns its text in one line.
    pub(super) fn text(&self, vocabulary: &Vocabulary) -> String {
        let mut text = String::new();
        for line in &self.lines {
            vocabulary.join(&mut text, &line.text());
        }
        text
    }

    pub(super) fn bold(&self) -> bool {
        self.lines.iter().all(Line::bold)
    }

    pub(super) fn italic(&self) -> bool {
        self.lines.iter().flat_map(|line| &line.words).all(|word| word.italic || word.struck)
    }

    pub(super) fn size(&self) -> f32 {
        self.lines.iter().map(|line| line.size).fold(0.0, f32::max)
    }

    /// Where its lines start after the first.
    fn body(&self) -> f32 {
        match (self.lines.get(1), &self.marker, self.lines.first()) {
            (Some(second), _, _) => second.start,
            (None, Some(marker), _) => marker.body,
            (None, None, Some(first)) => first.start,
            (None, None, None) => self.start,
        }
    }
}

/// How far lines of one paragraph stand apart, by the size of their type.
#[derive(Debug, Default)]
pub(super) struct Leading {
    /// By size in half points: each distance in half points with how often it occurs.
    distances: BTreeMap<i32, BTreeMap<i32, usize>>,
}

impl Leading {
    /// Takes in the lines of one column or cell.
    pub(super) fn learn(&mut self, lines: &[Line]) {
        for pair in lines.windows(2) {
            let [one, other] = pair else { continue };
            let alike = (one.size - other.size).abs() < 0.05 * one.size && one.turn == other.turn;
            let apart = other.down - one.down;
            if alike && apart > 0.8 * one.size && apart < 3.0 * one.size {
                let distances = self.distances.entry(halves(one.size)).or_default();
                *distances.entry(halves(apart)).or_default() += 1;
            }
        }
    }

    /// Returns the usual distance of lines in type of `size`: the smallest that is common.
    fn of(&self, size: f32) -> f32 {
        let usual = self.distances.get(&halves(size)).and_then(|distances| {
            let all: usize = distances.values().sum();
            let common = (all / 8).max(2);
            let near = |at: i32| {
                distances.get(&at).copied().unwrap_or_default()
                    + distances.get(&(at + 1)).copied().unwrap_or_default()
            };
            // Half points are coarse: a distance may fall on two of them.
            let found = distances.keys().find(|at| near(**at) >= common)?;
            let upper = if distances.contains_key(&(found + 1)) { found + 1 } else { *found };
            Some(upper as f32 / 2.0)
        });
        usual.unwrap_or(1.22 * size).min(2.6 * size)
    }
}

fn halves(points: f32) -> i32 {
    (points * 2.0).round() as i32
}

/// Where full lines end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) right: f32,
    /// Whether a line that comes close to it goes on elsewhere: lines too few to tell may all be short.
    pub(super) sure: bool,
}

impl Edge {
    /// Returns where full ones of `lines` end, told by themselves.
    pub(super) fn of(lines: &[Line]) -> Self {
        Self { right: right_edge(lines), sure: true }
    }
}

/// Makes paragraphs of the lines of one column or cell, in their order; full lines end at `edge`.
pub(super) fn paragraphs(lines: Vec<Line>, page: u32, leading: &Leading, edge: Edge) -> Vec<Paragraph> {
    let right = edge.right;
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<Line> = None;
    for line in lines {
        let marked = marker(&line);
        let break_here = match (&before, paragraphs.last()) {
            (Some(before), Some(paragraph)) => {
                let place = Place { before, line: &line, paragraph, right, leading };
                place.breaks(marked.as_ref().map(|(marker, _)| marker))
            }
            _ => true,
        };
        before = Some(line.clone());
        let full = edge.sure && is_full(&line, right);
        match paragraphs.last_mut().filter(|_| !break_here) {
            Some(paragraph) => {
                paragraph.lines.push(line);
                paragraph.full = full;
            }
            None => {
                let start = line.start;
                let (marker, line) = match marked {
                    Some((marker, rest)) => (Some(marker), rest),
                    None => (None, line),
                };
                paragraphs.push(Paragraph { page, marker, start, lines: vec![line], full });
            }
        }
    }
    paragraphs.retain(
        |paragraph| !matches!(paragraph.lines.as_slice(), [line] if is_bare_bullet(&text_of(&line.words))),
    );
    paragraphs
}

/// Returns where full lines end.
pub(super) fn right_edge(lines: &[Line]) -> f32 {
    let mut ends: Vec<f32> = lines.iter().map(|line| line.end).collect();
    ends.sort_by(f32::total_cmp);
    // One line in thirty may hang over.
    ends.get(ends.len().saturating_sub(1 + ends.len() / 30)).copied().unwrap_or_default()
}

/// Tells whether a line comes close to where full lines end.
fn is_full(line: &Line, right: f32) -> bool {
    right - line.end < 5.0 * line.size
}

/// A line, and the line and paragraph before it.
struct Place<'p> {
    before: &'p Line,
    line: &'p Line,
    paragraph: &'p Paragraph,
    right: f32,
    leading: &'p Leading,
}

impl Place<'_> {
    /// Tells whether the line begins a new paragraph; `marker` is the mark it begins with.
    fn breaks(&self, marker: Option<&Marker>) -> bool {
        let (before, line) = (self.before, self.line);
        let size = before.size.max(line.size);
        let apart = line.down - before.down;
        if before.turn != line.turn || line.parted || apart <= 0.3 * size {
            return true;
        }
        let usual = self.leading.of(before.size).max(self.leading.of(line.size));
        if apart > 1.17 * usual + 0.6 || (before.size - line.size).abs() > 0.07 * size {
            return true;
        }
        if marker.is_some_and(|marker| self.begins_item(marker)) {
            return true;
        }
        let sentence_goes_on = starts_lower(line) && !ends_sentence(before);
        if before.bold() != line.bold()
            && (self.next_would_fit() || self.paragraph.bold() && !sentence_goes_on)
        {
            return true;
        }
        if self.is_title() {
            return false;
        }
        !sentence_goes_on && self.next_would_fit() && !self.is_centred() || self.is_indented()
    }

    fn begins_item(&self, marker: &Marker) -> bool {
        let paragraph = self.paragraph;
        if !marker.sure {
            let same = paragraph.marker.as_ref().is_some_and(|other| {
                other.number.is_some() == marker.number.is_some()
                    && (self.line.start - paragraph.start).abs() < 3.0
            });
            return same || self.next_would_fit() || ends_sentence(self.before) && marker.number.is_some();
        }
        // A number in the middle of a sentence that happens to start a line.
        let in_sentence = marker.number.is_some()
            && !ends_sentence(self.before)
            && !self.next_would_fit()
            && (self.line.start - paragraph.body()).abs() < 2.0;
        !in_sentence
    }

    /// Tells whether the first word of the line would have fitted on the line before: then the writer ended that one.
    fn next_would_fit(&self) -> bool {
        let Some(first) = self.line.words.first() else { return false };
        let space = 0.3 * self.line.size;
        self.before.end + space + (first.end - first.start) < self.right - 0.1 * self.line.size
    }

    /// Tells whether both lines are part of a title, which is set in several lines as it pleases.
    fn is_title(&self) -> bool {
        let size = self.line.size;
        size >= 15.0 && (self.before.size - size).abs() < 0.02 * size
    }

    /// Tells whether both lines are set around the same middle and start at different places.
    fn is_centred(&self) -> bool {
        let middle = |line: &Line| (line.start + line.end) / 2.0;
        (middle(self.before) - middle(self.line)).abs() < 2.0
            && (self.before.start - self.line.start).abs() > 4.0
    }

    /// Tells whether the line starts elsewhere than those of the paragraph before it.
    fn is_indented(&self) -> bool {
        let tolerance = 0.8 * self.line.size;
        let paragraph = self.paragraph;
        let from_body = self.line.start - paragraph.body();
        if self.is_centred() {
            return false;
        }
        match (paragraph.lines.len(), &paragraph.marker) {
            // The lines of an item stand under its text or under its mark.
            (1, Some(_)) => from_body > tolerance || self.line.start < paragraph.start - tolerance,
            // The first line may be indented, or hang out.
            (1, None) => from_body > 6.0 * tolerance,
            _ => from_body.abs() > tolerance,
        }
    }
}

/// Tells whether a line begins in lower case.
pub(super) fn starts_lower(line: &Line) -> bool {
    line.text().chars().find(|c| c.is_alphanumeric() || *c == '(').is_some_and(char::is_lowercase)
}

/// Tells whether a line ends as a sentence does.
pub(super) fn ends_sentence(line: &Line) -> bool {
    let text = line.text();
    let text = text.trim_end_matches(['"', '”', '’', ')', ']', '\'']);
    text.is_empty() || text.ends_with(['.', '!', '?', ':', ';'])
}
