//! The bullet or number that begins a list item, told by its sign and by the gap after it.

use super::lines::{Line, Word};
use super::page::UNMAPPED;

/// The mark at the start of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Marker {
    /// The number as shown, `None` for a bullet.
    pub(super) number: Option<String>,
    /// Where the text after it starts.
    pub(super) body: f32,
    /// Whether it is a mark wherever it stands; else the same sign may be part of a sentence.
    pub(super) sure: bool,
}

/// The narrowest gap that shows a tab rather than a space, in sizes.
const TAB: f32 = 0.42;

/// Returns the mark that begins `line` and the line without it, `None` when nothing follows or there is none.
pub(super) fn marker(line: &Line) -> Option<(Marker, Line)> {
    let (first, rest) = line.words.split_first()?;
    if let Some(after) = first.text.strip_prefix(is_bullet).filter(|after| !after.is_empty()) {
        // A bullet set right against its text.
        let is_sign = first.text.starts_with(['•', '●', '▪', '■', '◼', '\u{F0B7}', '\u{F0A7}']);
        if is_sign && !first.struck {
            let letters = first.text.chars().count().max(1) as f32;
            let start = first.start + (first.end - first.start) / letters;
            let word = Word { text: after.to_owned(), start, ..first.clone() };
            let words = std::iter::once(word).chain(rest.iter().cloned()).collect();
            let marker = Marker { number: None, body: start, sure: true };
            return Some((marker, Line::new(words, line.down, line.turn)?));
        }
    }
    let second = rest.first().filter(|_| !first.struck)?;
    let gap = (second.start - first.end) / line.size.max(0.1);
    let is_tab = gap >= TAB;
    let marker = |number: Option<&str>, sure| {
        Some(Marker { number: number.map(str::to_owned), body: second.start, sure })
    };
    let found = match first.text.as_str() {
        text if is_one(text, is_bullet) => marker(None, true),
        "o" if gap >= 0.6 => marker(None, true),
        "-" | "–" | "—" | "−" | "*" | "+" | "»" | ">" if !second.joined => marker(None, is_tab),
        text if is_number(text) => marker(Some(text), is_tab),
        text if gap >= 0.9 && is_plain_number(text) => marker(Some(text), true),
        _ => None,
    }?;
    Some((found, Line::new(rest.to_vec(), line.down, line.turn)?))
}

/// Signs that begin list items and are next to never part of a sentence; those of the Symbol and Wingdings fonts have
/// no place of their own in Unicode.
fn is_bullet(sign: char) -> bool {
    matches!(
        sign,
        '•' | '●'
            | '▪'
            | '■'
            | '◼'
            | '◾'
            | '▫'
            | '□'
            | '◦'
            | '○'
            | '‣'
            | '⁃'
            | '➢'
            | '➤'
            | '➔'
            | '→'
            | '✓'
            | '✔'
            | '❖'
            | '◆'
            | '◇'
            | '·'
            | '∙'
            | '⦁'
            | '⚫'
            | '▶'
            | '►'
            | '❑'
            | '\u{F000}'..='\u{F0FF}' | UNMAPPED
    )
}

/// Tells whether a line without its text would be nothing but a bullet.
pub(super) fn is_bare_bullet(text: &str) -> bool {
    is_one(text, |sign| is_bullet(sign) && !matches!(sign, '✓' | '✔' | '→' | '\u{F0FC}'))
}

fn is_one(text: &str, is: impl Fn(char) -> bool) -> bool {
    let mut signs = text.chars();
    signs.next().is_some_and(is) && signs.next().is_none()
}

/// Tells whether `text` is the number of an item: `3.`, `(a)`, `iv)`, `1.2`, `1.2.3.`.
fn is_number(text: &str) -> bool {
    let open = text.strip_prefix('(');
    let inner = open.unwrap_or(text);
    if let Some(inner) = inner.strip_suffix(')') {
        return is_ordinal(inner);
    }
    if open.is_some() {
        return false;
    }
    if let Some(inner) = inner.strip_suffix('.').filter(|inner| !inner.contains('.')) {
        return is_ordinal(inner);
    }
    let parts: Vec<&str> = inner.trim_end_matches('.').split('.').collect();
    (2..=4).contains(&parts.len()) && parts.iter().all(|part| part.len() <= 2 && is_plain_number(part))
}

/// Tells whether `text` counts: up to three digits, one letter, or a small Roman numeral.
fn is_ordinal(text: &str) -> bool {
    let one_letter = text.len() == 1 && text.chars().all(|c| c.is_ascii_alphabetic());
    let roman = text.len() <= 5 && text.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    !text.is_empty() && (is_plain_number(text) || one_letter || roman)
}

fn is_plain_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// How deep a list item is nested, told by where the marks of the items before it stand.
#[derive(Debug, Default)]
pub(super) struct Depths(Vec<f32>);

impl Depths {
    /// Returns the depth of an item whose mark stands at `start`, 0 the outermost.
    pub(super) fn of(&mut self, start: f32) -> u8 {
        /// How far apart marks of one depth may stand, in points: numbers are often set to the right.
        const APART: f32 = 7.0;
        while self.0.last().is_some_and(|open| *open > start + APART) {
            self.0.pop();
        }
        if self.0.last().is_none_or(|open| start > open + APART) {
            self.0.push(start);
        }
        u8::try_from(self.0.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// Ends the list at a paragraph that starts at `start`, unless it goes on inside an item.
    pub(super) fn end(&mut self, start: f32) {
        if self.0.first().is_some_and(|outermost| start <= outermost + 2.0) {
            self.0.clear();
        }
    }
}
