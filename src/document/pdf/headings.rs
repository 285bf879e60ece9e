//! Which paragraphs are headings, told by the size and weight of their type.

use std::collections::BTreeMap;

use super::lines::Line;
use super::paragraphs::Paragraph;

/// The type of a document: what its running text is set in, and what its headings are.
#[derive(Debug, Default)]
pub(super) struct Type {
    /// The size of the running text.
    pub(super) body: f32,
    /// Whether running text is bold, so that bold marks nothing.
    bold_body: bool,
    /// The sizes of larger headings in half points, from the largest.
    sizes: Vec<i32>,
}

impl Type {
    /// Learns the size of running text from the lines of a document.
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut letters: BTreeMap<i32, usize> = BTreeMap::new();
        let (mut bold, mut all) = (0, 0);
        for line in lines {
            let count: usize = line.words.iter().map(|word| word.text.len()).sum();
            *letters.entry(halves(line.size)).or_default() += count;
            all += count;
            bold += line.words.iter().filter(|word| word.bold).map(|word| word.text.len()).sum::<usize>();
        }
        let most = letters.iter().max_by_key(|(size, count)| (**count, **size)).map(|(size, _)| *size);
        Self { body: most.unwrap_or_default() as f32 / 2.0, bold_body: bold * 2 > all, sizes: Vec::new() }
    }

    /// Learns the sizes of headings from all paragraphs.
    pub(super) fn learn_headings<'p>(&mut self, paragraphs: impl Iterator<Item = &'p Paragraph>) {
        let sizes =
            paragraphs.filter(|paragraph| self.is_large(paragraph)).map(|paragraph| halves(paragraph.size()));
        let mut sizes: Vec<i32> = sizes.collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.dedup();
        self.sizes = sizes;
    }

    /// Returns the level of a heading, `None` for a paragraph that is none.
    pub(super) fn level(&self, paragraph: &Paragraph) -> Option<u8> {
        let rank = if self.is_large(paragraph) {
            self.sizes.iter().position(|size| *size == halves(paragraph.size()))?
        } else if self.is_bold(paragraph) {
            self.sizes.len()
        } else {
            return None;
        };
        let numbers =
            paragraph.marker.as_ref().and_then(|marker| marker.number.as_deref()).unwrap_or_default();
        let inner = numbers.trim_end_matches('.').matches('.').count();
        Some((rank + 1 + inner).min(9) as u8)
    }

    /// Tells whether a paragraph is a heading by its size.
    fn is_large(&self, paragraph: &Paragraph) -> bool {
        paragraph.size() >= 1.1 * self.body
            && is_title(paragraph, 240)
            && (paragraph.bold() || paragraph.size() >= 1.15 * self.body)
    }

    /// Tells whether a paragraph is a heading by its weight.
    fn is_bold(&self, paragraph: &Paragraph) -> bool {
        let full_size = paragraph.size() >= 0.93 * self.body;
        !self.bold_body
            && full_size
            && paragraph.bold()
            && paragraph.lines.len() <= 3
            && is_title(paragraph, 160)
    }
}

/// Tells whether a paragraph is short, and neither a sentence nor a bullet.
fn is_title(paragraph: &Paragraph, longest: usize) -> bool {
    let is_bullet = paragraph.marker.as_ref().is_some_and(|marker| marker.number.is_none());
    let text: Vec<String> = paragraph.lines.iter().map(Line::text).collect();
    let length: usize = text.iter().map(String::len).sum();
    let has_letters = text.iter().any(|line| line.contains(char::is_alphabetic));
    let ends_sentence = text.last().is_some_and(|line| line.ends_with(['.', ';', ',']));
    !is_bullet && has_letters && length <= longest && !ends_sentence
}

fn halves(points: f32) -> i32 {
    (points * 2.0).round() as i32
}
