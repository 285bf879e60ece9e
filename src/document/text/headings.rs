//! Headings: how a line of plain text shows that it is one, and of what level.

use super::lines::Line;
use super::lists;

/// A title line may have so many characters.
const TITLE_LENGTH: usize = 90;

/// A title line may have so many words.
const TITLE_WORDS: usize = 12;

/// What makes a line look like a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sign {
    /// `# Heading`, with the number of marks.
    Marks(u8),
    /// `HEADING`.
    Capitals,
    /// `3.2 Heading`, with its number's parts.
    Number(Vec<u32>),
    /// `Finding 4: Heading`, `Section B`.
    NumberedWord,
    /// `Heading`: only short, and without a full stop.
    Title,
}

impl Sign {
    /// Returns the level of heading that the sign stands for, 1 the outermost.
    pub(super) fn level(&self) -> u8 {
        match self {
            Self::Marks(level) => *level,
            Self::Capitals => 1,
            Self::Number(parts) => u8::try_from(parts.len()).unwrap_or(9).clamp(1, 9),
            Self::NumberedWord | Self::Title => 2,
        }
    }

    /// Returns whether the sign is good only for a line that stands by itself.
    pub(super) fn needs_room(&self) -> bool {
        !matches!(self, Self::Marks(_))
    }
}

/// Returns what makes `line`, taken by itself, look like a heading.
pub(super) fn sign(line: &str) -> Option<Sign> {
    if let Some(level) = marks(line) {
        return Some(Sign::Marks(level));
    }
    if is_capitals(line) {
        return Some(Sign::Capitals);
    }
    if let Some(mark) = lists::mark(line) {
        let parts = mark.number.and_then(lists::parts)?;
        return (begins_upper(mark.text) && is_short(mark.text)).then_some(Sign::Number(parts));
    }
    if is_numbered_word(line) {
        return is_brief(line).then_some(Sign::NumberedWord);
    }
    let title = begins_upper(line)
        && is_short(line)
        && !lists::is_label(line)
        && !line.contains(['\t', '|', '>', '@']);
    title.then_some(Sign::Title)
}

/// Returns the text of a heading without the marks before and after it.
pub(super) fn bare(line: &str) -> &str {
    if marks(line).is_some() { line.trim_matches('#').trim() } else { line }
}

/// Returns the level that `below`, a line drawn under a heading, gives it.
pub(super) fn underline(below: &Line) -> Option<u8> {
    let drawn = below.trimmed();
    if drawn.len() < 3 {
        None
    } else if drawn.bytes().all(|byte| byte == b'=') {
        Some(1)
    } else if drawn.bytes().all(|byte| byte == b'-') {
        Some(2)
    } else {
        None
    }
}

/// Returns whether `line` may stand above an underline.
pub(super) fn may_be_underlined(line: &str) -> bool {
    line.chars().count() <= 120 && !line.contains(['\t', '|']) && !line.starts_with('>')
}

fn marks(line: &str) -> Option<u8> {
    let rest = line.trim_start_matches('#');
    let count = line.len() - rest.len();
    let heads = (1..=6).contains(&count) && rest.starts_with(' ') && !rest.trim().is_empty();
    if heads { u8::try_from(count).ok() } else { None }
}

fn is_capitals(line: &str) -> bool {
    let letters = line.chars().filter(|sign| sign.is_alphabetic()).count();
    let words = line.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    // One short word in capitals is more often an answer (`YES`, `TBC`, `DONE`) than a heading.
    letters >= if words == 1 { 5 } else { 4 }
        && line.chars().count() <= 160
        && !line.contains(char::is_lowercase)
        && !line.contains(['\t', '|'])
        && !line.ends_with(['.', ';', ','])
        && (begins_upper(line) || line.starts_with(|sign: char| sign.is_ascii_digit()))
}

fn is_brief(line: &str) -> bool {
    line.chars().count() <= TITLE_LENGTH && !line.ends_with(['.', ',', ';', ':'])
}

fn is_short(line: &str) -> bool {
    is_brief(line)
        && line.split_whitespace().count() <= TITLE_WORDS
        && !line.ends_with(['!', '”', '"', '’', ']', '}', '|'])
        && !line.contains(". ")
}

fn begins_upper(line: &str) -> bool {
    line.starts_with(char::is_uppercase)
}

/// `Finding 4`, `Section B: Health`, `PARAGRAPH 14. Foster carers`: a word with a number or letter, and a title.
fn is_numbered_word(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(word), Some(number)) = (words.next(), words.next()) else { return false };
    let bare = number.trim_end_matches([':', '.', ')', ',']);
    let is_letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_number = bare.len() <= 5
        && bare.starts_with(|sign: char| sign.is_ascii_digit())
        && bare
            .split('.')
            .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let next = words.next();
    let divided = bare.len() < number.len() || next.is_none_or(|word| matches!(word, "-" | "–" | "—" | ":"));
    begins_upper(word)
        && word.chars().all(char::is_alphabetic)
        && word.len() > 2
        && (is_letter || is_number)
        && divided
}
