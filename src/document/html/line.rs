//! The text of one block as it is gathered, piece by piece.

use super::node::Node;
use super::seen::Look;
use crate::document::text::tidy;

/// What stands for a letter of a symbol font: a bullet, a tick or an arrow that no text can name.
const SYMBOL: char = '•';

/// The text of a block, and what hangs on it.
#[derive(Default)]
pub(super) struct Line<'t> {
    text: String,
    /// The line of the source on which its first sign stands.
    pub(super) start: Option<u32>,
    any: bool,
    not_bold: bool,
    not_italic: bool,
    /// The notes it refers to.
    pub(super) notes: Vec<Node<'t>>,
}

impl Line<'_> {
    /// Adds text that begins on the line `start` of the source.
    pub(super) fn add(&mut self, text: &str, look: Look, start: u32) {
        if !look.counts() {
            return;
        }
        let mut line = start;
        for sign in text.chars() {
            match sign {
                '\n' | '\r' | '\t' | ' ' | '\u{C}' => {
                    line = line.saturating_add(u32::from(sign == '\n'));
                    if look.keeps_lines && sign == '\n' {
                        self.text.push('\n');
                    } else if !self.text.ends_with(' ') {
                        self.text.push(' ');
                    }
                }
                _ if sign.is_whitespace() => self.text.push(' '),
                _ => {
                    self.start.get_or_insert(line);
                    self.any = true;
                    self.not_bold |= !look.bold;
                    self.not_italic |= !look.italic;
                    let private = ('\u{E000}'..='\u{F8FF}').contains(&sign);
                    self.text.push(if private || look.symbols { SYMBOL } else { sign });
                }
            }
        }
    }

    /// Adds a sign that the browser puts in.
    pub(super) fn push(&mut self, sign: char, look: Look) {
        if look.counts() {
            self.text.push(sign);
        }
    }

    /// Whether the text so far ends with a line break.
    pub(super) fn is_at_line_start(&self) -> bool {
        self.text.trim_end_matches(' ').ends_with('\n')
    }

    /// Takes the text so far, as the label of what follows.
    pub(super) fn take_label(&mut self) -> String {
        (self.start, self.any, self.not_bold, self.not_italic) = (None, false, false, false);
        tidy(&std::mem::take(&mut self.text))
    }

    /// How many bytes of text there are so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Returns the text, each of its lines clean, those without text left out.
    pub(super) fn text(&self) -> String {
        tidy(&self.text)
    }

    /// Whether there is text and all of it is bold.
    pub(super) fn bold(&self) -> bool {
        self.any && !self.not_bold
    }

    /// Whether there is text and all of it is italic.
    pub(super) fn italic(&self) -> bool {
        self.any && !self.not_italic
    }
}
