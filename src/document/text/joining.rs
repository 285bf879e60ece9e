//! Lines made one text again: what a narrow window or page broke is joined.

use crate::text::clean;

use super::lists;

/// Returns the wrapped `lines` as one text. A hyphen at the end of a line stays and takes no space after it, a soft
/// hyphen goes.
pub(super) fn join<S: AsRef<str>>(lines: &[S]) -> String {
    join_with(lines, |_| false)
}

/// Returns the wrapped lines of a cell as one text, in which a line that begins a list item stays a line.
pub(super) fn join_cell<S: AsRef<str>>(lines: &[S]) -> String {
    join_with(lines, |line| lists::mark(line).is_some_and(|mark| mark.number.is_none()))
}

fn join_with<S: AsRef<str>>(lines: &[S], begins_line: impl Fn(&str) -> bool) -> String {
    let mut text = String::new();
    for line in lines {
        let line = line.as_ref().trim();
        if line.is_empty() {
            continue;
        }
        if text.ends_with('\u{AD}') {
            text.pop();
        } else if !text.is_empty() && begins_line(line) {
            text.push('\n');
        } else if !text.is_empty() && !splits_word(&text, line) {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// Returns whether the line end between `above` and `below` falls inside a word: `inter-` and `agency`.
fn splits_word(above: &str, below: &str) -> bool {
    let mut signs = above.chars().rev();
    let hyphen = signs.next().is_some_and(|sign| matches!(sign, '-' | '\u{2010}' | '\u{2011}'));
    hyphen && signs.next().is_some_and(char::is_alphanumeric) && below.starts_with(char::is_alphanumeric)
}

/// Returns `text` cleaned, with the line breaks that its writer put in it.
pub(in crate::document) fn tidy(text: &str) -> String {
    let lines: Vec<String> = text.split(['\n', '\u{B}']).map(clean).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}
