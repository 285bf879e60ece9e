//! The words of a cell: what is left of its text when struck stretches are out, and how it looks.

use crate::text::clean;

/// How a stretch of text looks, as far as it matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Whether a line is drawn through it.
    pub(super) struck: bool,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

/// What a cell shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// Its text, cleaned line by line; never empty on a sheet.
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether it is a number, a date or a truth value, and no text.
    pub(super) typed: bool,
}

/// Words as they are gathered, stretch by stretch.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    text: String,
    not_bold: bool,
    not_italic: bool,
}

impl Gathered {
    /// Adds a stretch of text that looks like `look`; struck text is left out.
    pub(super) fn add(&mut self, text: &str, look: Look) {
        if look.struck {
            return;
        }
        self.text.push_str(text);
        if !text.trim().is_empty() {
            self.not_bold |= !look.bold;
            self.not_italic |= !look.italic;
        }
    }

    /// Begins a new line.
    pub(super) fn new_line(&mut self) {
        self.text.push('\n');
    }

    /// Returns the words, `None` when there are none left.
    pub(super) fn words(&self) -> Option<Words> {
        let lines = self.text.split(['\n', '\r', '\u{B}', '\u{2028}', '\u{2029}']);
        let lines: Vec<String> = lines.map(clean).filter(|line| !line.is_empty()).collect();
        (!lines.is_empty()).then(|| Words {
            text: lines.join("\n"),
            bold: !self.not_bold,
            italic: !self.not_italic,
            typed: false,
        })
    }
}

/// Returns the words of a text that looks the same throughout, `None` when nothing of it is seen.
pub(super) fn plain(text: &str, look: Look) -> Option<Words> {
    let mut gathered = Gathered::default();
    gathered.add(text, look);
    gathered.words()
}
