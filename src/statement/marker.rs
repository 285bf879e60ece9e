//! Markers: the bullet, number or reference that stands in front of an action.

use super::plan::Reader;
use super::roles::roles_of;
use crate::pack::ColumnRole;

/// Whether a line begins with a bullet or number.
pub(super) fn begins_with_marker(line: &str) -> bool {
    strip_marker(line).len() < line.trim_start().len()
}

/// Returns how many things a line of running text numbers, as `1. Rewrite it. 2. Test it.` numbers two; 1 where it numbers
/// none.
pub(super) fn enumerated(text: &str) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let numbers = |word: &str, number: usize| {
        [format!("{number}."), format!("{number})"), format!("({number})")].contains(&word.to_owned())
    };
    let mut count = 0;
    for word in words {
        if numbers(word, count + 1) {
            count += 1;
        }
    }
    count.max(1)
}

/// Takes a bullet off the front of a line.
pub(super) fn strip_bullet(line: &str) -> &str {
    let line = line.trim_start();
    let rest = line.trim_start_matches(['•', '·', '▪', '◦', '–', '-', '*', '\u{f0b7}']);
    if rest.len() < line.len() && rest.starts_with(' ') { rest.trim_start() } else { line }
}

/// Takes a bullet or number off the front of a line.
pub(super) fn strip_marker(line: &str) -> &str {
    let whole = line.trim_start();
    let line = strip_bullet(whole);
    if line.len() < whole.len() {
        return line;
    }
    let number = line.trim_start_matches('(');
    let end = number.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(number.len());
    let (mark, rest) = number.split_at(end);
    let digits = mark.trim_end_matches('.');
    let numbered = !digits.is_empty()
        && digits.len() <= 6
        && (digits.chars().all(|c| c.is_ascii_digit() || c == '.')
            || digits.len() <= 2 && rest.starts_with(')'));
    let closed = rest.starts_with(')') || mark.ends_with('.') || digits.contains('.');
    if numbered && closed { rest.trim_start_matches(')').trim_start() } else { line }
}

/// Takes `Action 3.` or `R1.1` off the front of an action.
pub(super) fn strip_reference<'t>(text: &'t str, reader: &Reader<'_>) -> &'t str {
    let text = text.trim_start();
    let plain = strip_marker(text);
    if plain.len() < text.len() {
        return plain;
    }
    let mut words = text.splitn(3, ' ');
    let (Some(first), Some(second), Some(rest)) = (words.next(), words.next(), words.next()) else {
        return text;
    };
    let number = |word: &str| {
        let word = word.trim_end_matches(['.', ':', ')', '-', '–']);
        !word.is_empty()
            && word.len() <= 6
            && word.ends_with(|c: char| c.is_ascii_alphanumeric())
            && word.contains(|c: char| c.is_ascii_digit())
    };
    let names = roles_of(first, reader.rules);
    if names.iter().any(|role| matches!(role, ColumnRole::Action | ColumnRole::Reference)) && number(second) {
        return rest.trim_start_matches([' ', '–', '—', '-', ':']);
    }
    let code = first.trim_end_matches(['.', ':', ')']);
    let is_code = code.len() <= 6
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code[1..].chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-')
        && code.contains(|c: char| c.is_ascii_digit());
    if is_code { text[first.len()..].trim_start() } else { text }
}
