//! Layout: lines broken and quotes shortened so that they fit the screen.

use crate::document::Location;
use crate::report::safe::safe;

/// Returns a place in words; with the file where the statement has several.
pub(crate) fn place(location: &Location, several: bool) -> String {
    match location.file.as_str() {
        file if several && !file.is_empty() => safe(&format!("{file}, {}", location.text)),
        _ => safe(&location.text),
    }
}

/// Breaks a line of text between words so that no line is longer than `width` characters, where words allow.
pub(crate) fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            wrapped.push('\n');
            column = 0;
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += length;
    }
    wrapped
}

/// Returns `text` in lines that fit between `indent` and `width`, each but the first indented.
pub fn hang(text: &str, indent: usize, width: usize) -> String {
    let lines = wrap(text, width.saturating_sub(indent).max(20));
    lines.replace('\n', &format!("\n{}", " ".repeat(indent)))
}

/// The longest quote on a line of its own, in characters.
const LONGEST_QUOTE: usize = 110;

/// Returns the beginning of a quote, cut between words.
pub fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |space| &cut[..space]);
    format!("{whole}...")
}
