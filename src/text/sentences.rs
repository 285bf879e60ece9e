//! Sentences: where one ends, with the abbreviations of the field kept whole.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Returns the byte ranges of the sentences of `text`, in order, without the space between them.
///
/// A break after an abbreviation listed in `abbreviations` (lower case, without its full stop, such as `dr`,
/// `para`, `e.g`) is no end of a sentence, nor is one before a small letter, after the number of a list item, or
/// within double quotes that close on the same line. A semicolon does not end one; a line break in `text` does.
pub fn sentences(text: &str, abbreviations: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        found
            .extend(sentences_of_line(line, abbreviations).map(|r| line_start + r.start..line_start + r.end));
        line_start += line.len();
    }
    found
}

fn sentences_of_line(line: &str, abbreviations: &[String]) -> impl Iterator<Item = Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut quotes = Quotes::of(line);
    for (start, piece) in line.split_sentence_bound_indices() {
        let range = start..start + piece.len();
        let goes_on = pieces.last().is_some_and(|last| {
            let before = line.get(last.clone()).unwrap_or_default();
            quotes.open_at(start) || begins_small(piece) || is_no_end(before, abbreviations)
        });
        match pieces.last_mut() {
            Some(last) if goes_on => last.end = range.end,
            _ => {
                pieces.push(range);
                quotes.forget();
            }
        }
        quotes.read(piece);
    }
    pieces.into_iter().filter_map(|range| trimmed(line, range))
}

/// Whether `before` ends in a full stop that ends no sentence: an abbreviation's, or a list number's.
fn is_no_end(before: &str, abbreviations: &[String]) -> bool {
    let Some(before) = before.trim_end().strip_suffix('.') else { return false };
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    if word.len() == before.len() && is_list_number(word) {
        return true;
    }
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    abbreviations.contains(&word)
}

/// `3`, `2.1`, `b`: what a list item may be numbered with.
fn is_list_number(word: &str) -> bool {
    let is_number = word.bytes().all(|b| b.is_ascii_digit() || b == b'.') && word.len() <= 8;
    is_number || (word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn begins_small(piece: &str) -> bool {
    let opening = |c: char| matches!(c, '(' | '[' | '"' | '\'' | '\u{2018}' | '\u{201C}');
    piece.trim_start_matches(opening).starts_with(char::is_lowercase)
}

fn trimmed(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = line.get(range.clone())?;
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    (start < end).then_some(start..end)
}

/// The double quotes of one line, as far as it has been read. Single ones are too often apostrophes.
struct Quotes {
    last_straight: Option<usize>,
    last_closing: Option<usize>,
    straight_open: bool,
    curly_open: bool,
}

impl Quotes {
    fn of(line: &str) -> Self {
        Self {
            last_straight: line.rfind('"'),
            last_closing: line.rfind('\u{201D}'),
            straight_open: false,
            curly_open: false,
        }
    }

    /// Whether a quotation is open that will be closed at `at` or later.
    fn open_at(&self, at: usize) -> bool {
        (self.straight_open && self.last_straight >= Some(at))
            || (self.curly_open && self.last_closing >= Some(at))
    }

    fn read(&mut self, piece: &str) {
        for c in piece.chars() {
            match c {
                '"' => self.straight_open = !self.straight_open,
                '\u{201C}' => self.curly_open = true,
                '\u{201D}' => self.curly_open = false,
                _ => {}
            }
        }
    }

    fn forget(&mut self) {
        (self.straight_open, self.curly_open) = (false, false);
    }
}
