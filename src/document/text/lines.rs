//! The lines of a text file, without page furniture and struck text.

use super::lists;
use super::outline::Place;

/// A line as written, without its end and the space before its end.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its number as editors show it, counted from 1.
    pub(super) number: u32,
    /// The place in that line of the first character of `text`, counted from 1.
    pub(super) character: u32,
    /// Its characters, leading space included.
    pub(super) text: String,
}

impl Line {
    /// Returns the line without the space around it.
    pub(super) fn trimmed(&self) -> &str {
        self.text.trim_matches(is_space)
    }

    /// Returns how far the line is indented, in columns, a tab reaching to the next multiple of four.
    pub(super) fn indent(&self) -> usize {
        self.text.chars().take_while(|sign| is_space(*sign)).fold(0, |column, sign| match sign {
            '\t' => column / 4 * 4 + 4,
            _ => column + 1,
        })
    }

    /// Returns whether a reader sees nothing on the line.
    pub(super) fn is_blank(&self) -> bool {
        self.trimmed().is_empty()
    }

    /// Returns how many characters the line is long, indentation included.
    pub(super) fn length(&self) -> usize {
        self.text.chars().count()
    }

    /// Returns the place of its first visible character.
    pub(super) fn place(&self) -> Place {
        let lead = self.text.chars().take_while(|sign| is_space(*sign)).count();
        self.place_after(lead)
    }

    /// Returns the place of the character that `characters` precede.
    pub(super) fn place_after(&self, characters: usize) -> Place {
        let characters = u32::try_from(characters).unwrap_or(u32::MAX);
        Place { line: self.number, character: self.character.saturating_add(characters) }
    }

    /// Returns whether the line only draws a rule: `-----`, `= = =`, `*****`.
    pub(super) fn is_rule(&self) -> bool {
        let mut signs = self.trimmed().chars().filter(|sign| !is_space(*sign));
        let Some(first) = signs.next() else { return false };
        "-=*_~#–—".contains(first) && self.trimmed().chars().count() >= 3 && signs.all(|sign| sign == first)
    }
}

/// Returns whether a reader sees `sign` as space.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200B}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')
}

/// Returns the lines of `text` that count: struck text, page numbers and form feeds are gone.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = split(text);
    drop_struck(&mut lines);
    lines.retain(|line| !is_page_number(line.trimmed()));
    lines
}

fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut number, mut character) = (1_u32, 1_u32);
    let mut line = Line { number, character, text: String::new() };
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        character = character.saturating_add(1);
        let ends_line = matches!(sign, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if sign == '\r' && signs.peek() == Some(&'\n') {
            signs.next();
        }
        if ends_line {
            number = number.saturating_add(1);
            character = 1;
        }
        // A form feed before a line is not the end of a paragraph; one after text is the end of its line.
        if ends_line || (sign == '\u{C}' && !line.is_blank()) {
            finish(&mut lines, std::mem::replace(&mut line, Line { number, character, text: String::new() }));
        } else if sign == '\u{C}' {
            line = Line { number, character, text: String::new() };
        } else {
            line.text.push(sign);
        }
    }
    finish(&mut lines, line);
    lines
}

fn finish(lines: &mut Vec<Line>, mut line: Line) {
    // Tabs at the end stay: they are the empty last cells of a table.
    let end = line.text.trim_end_matches(|sign| is_space(sign) && sign != '\t').len();
    line.text.truncate(end);
    lines.push(line);
}

/// Takes `~~struck~~` text out; it may run over the lines of one paragraph. A line of nothing else, a list mark aside, goes whole.
fn drop_struck(lines: &mut Vec<Line>) {
    let mut kept = Vec::with_capacity(lines.len());
    let mut struck = false;
    for index in 0..lines.len() {
        let Some(line) = lines.get(index) else { break };
        if line.is_blank() {
            struck = false;
        }
        if !struck && !line.text.contains("~~") {
            kept.push(line.clone());
            continue;
        }
        let mut text = String::new();
        let mut rest = line.text.as_str();
        while let Some((before, after)) = rest.split_once("~~") {
            if !struck {
                text.push_str(before);
                let opens =
                    !after.starts_with('~') && closes(after, lines.get(index + 1..).unwrap_or_default());
                if !opens {
                    text.push_str("~~");
                    rest = after;
                    continue;
                }
            }
            struck = !struck;
            rest = after;
        }
        if !struck {
            text.push_str(rest);
        }
        let visible = Line { text, ..line.clone() };
        let mark_only = format!("{} ", visible.trimmed());
        if !visible.is_blank() && lists::mark(&mark_only).is_none_or(|mark| !mark.text.trim().is_empty()) {
            kept.push(visible);
        }
    }
    *lines = kept;
}

/// Returns whether struck text that opened just before `rest` closes in the same paragraph.
fn closes(rest: &str, following: &[Line]) -> bool {
    rest.contains("~~")
        || following.iter().take_while(|line| !line.is_blank()).any(|line| line.text.contains("~~"))
}

/// Returns whether a line is a page number: `Page 2 of 9`, `Page 2`, `- 2 -`.
fn is_page_number(line: &str) -> bool {
    let lower = line.to_lowercase();
    let is_number =
        |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if let Some(rest) = lower.strip_prefix("page ") {
        let mut words = rest.split_whitespace();
        let first = words.next().is_some_and(is_number);
        let second = match words.next() {
            None => true,
            Some("of" | "/") => words.next().is_some_and(is_number),
            Some(_) => false,
        };
        return first && second && words.next().is_none();
    }
    let bare = lower.trim_matches(|sign| matches!(sign, '-' | '–' | '—'));
    bare.len() < lower.len() && bare.starts_with(' ') && bare.ends_with(' ') && is_number(bare.trim())
}
