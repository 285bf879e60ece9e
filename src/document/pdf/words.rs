//! The words of a document, which tell whether a hyphen at a line end belongs to its word.

use std::collections::BTreeMap;

use super::lines::Line;

/// How often each word stands in the document, in lower case, those at line ends left out.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(BTreeMap<String, usize>);

impl Vocabulary {
    /// Takes in the words of a line.
    pub(super) fn learn(&mut self, line: &Line) {
        let text = line.text();
        let cut = text.ends_with(is_hyphen);
        let mut words: Vec<&str> = text.split_whitespace().collect();
        if cut {
            words.pop();
        }
        for word in words {
            let word = plain(word);
            if !word.is_empty() {
                *self.0.entry(word).or_default() += 1;
            }
        }
    }

    fn count(&self, word: &str) -> usize {
        self.0.get(word).copied().unwrap_or_default()
    }

    /// Adds `next`, the text of the next line, to `text`.
    ///
    /// A hyphen between the two goes when the word occurs without it more often than with it. Where neither occurs it
    /// stays: the programs statements are written in do not hyphenate unless asked to.
    pub(super) fn join(&self, text: &mut String, next: &str) {
        let next = next.trim_start();
        if text.is_empty() || next.is_empty() {
            text.push_str(next);
            return;
        }
        let Some(last) = text.chars().last() else { return };
        let starts_word = next.starts_with(char::is_alphanumeric);
        let before = text.chars().rev().nth(1);
        if last == '\u{AD}' && starts_word {
            text.pop();
        } else if is_hyphen(last) && starts_word && before.is_some_and(char::is_alphanumeric) {
            let stem = text.rsplit(char::is_whitespace).next().unwrap_or_default();
            let rest = next.split(char::is_whitespace).next().unwrap_or_default();
            let stem_plain = plain(stem.trim_end_matches(is_hyphen));
            let (whole, parted) =
                (format!("{stem_plain}{}", plain(rest)), format!("{stem_plain}-{}", plain(rest)));
            if self.count(&whole) > self.count(&parted) {
                text.pop();
            }
        } else if !(matches!(last, '/' | '–') && before.is_some_and(|c| !c.is_whitespace())) {
            text.push(' ');
        }
        text.push_str(next);
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{AD}' | '\u{2010}' | '\u{2011}')
}

/// Returns a word in lower case, without the signs around it and with plain hyphens.
fn plain(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.chars().map(|c| if is_hyphen(c) { '-' } else { c }).flat_map(char::to_lowercase).collect()
}
