//! Footnotes: small lines at the foot of a page that begin with a raised mark, and the words that bear the mark.

use super::columns::Piece;
use super::lines::{Line, Word};

/// A footnote.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// Its number or sign, as it stands in the text.
    pub(super) mark: String,
    /// Its lines, the mark taken off the first.
    pub(super) lines: Vec<Line>,
}

/// Takes the footnotes out of the columns of a page, whose text is mostly in type of `body` size, and marks the words
/// that refer to one.
pub(super) fn take(columns: &mut [Vec<Piece>], body: f32) -> Vec<Note> {
    let mut notes = Vec::new();
    for column in columns.iter_mut() {
        let Some(first) = first_note(column, body) else { continue };
        for piece in column.split_off(first) {
            let Piece::Line(line) = piece else { continue };
            match mark(&line) {
                Some((mark, line)) => notes.push(Note { mark, lines: vec![line] }),
                None => {
                    if let Some(note) = notes.last_mut() {
                        note.lines.push(line);
                    }
                }
            }
        }
    }
    for piece in columns.iter_mut().flatten() {
        if let Piece::Line(line) = piece {
            mark_references(line, &notes);
        }
    }
    notes
}

/// Returns where in a column its footnotes begin: at the first of its last lines that are all small, if that one
/// begins with a mark.
fn first_note(column: &[Piece], body: f32) -> Option<usize> {
    let is_small = |piece: &Piece| matches!(piece, Piece::Line(line) if line.size <= 0.97 * body);
    let small = column.iter().rev().take_while(|piece| is_small(piece)).count();
    let tail = column.len() - small;
    let starts = |piece: &Piece| matches!(piece, Piece::Line(line) if mark(line).is_some());
    let first = column.iter().skip(tail).position(starts)?;
    Some(tail + first)
}

/// Returns the mark that begins a footnote, and the line without it.
fn mark(line: &Line) -> Option<(String, Line)> {
    let (first, rest) = line.words.split_first()?;
    let is_mark = first.raised && is_reference(&first.text);
    (is_mark && !rest.is_empty())
        .then(|| Some((first.text.clone(), Line::new(rest.to_vec(), line.down, line.turn)?)))
        .flatten()
}

/// Tells whether raised text is the mark of a footnote.
fn is_reference(text: &str) -> bool {
    let digits = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits || matches!(text, "*" | "**" | "†" | "‡")
}

/// Marks the raised words of a line that refer to a note, or look as if they did: a number right behind a word.
fn mark_references(line: &mut Line, notes: &[Note]) {
    let mut before: Option<String> = None;
    for word in &mut line.words {
        if word.raised && is_reference(&word.text) {
            let behind_word = before.as_deref().is_some_and(ends_word);
            word.note = notes.iter().any(|note| note.mark == word.text) || word.joined && behind_word;
        }
        before = Some(word.text.clone());
    }
}

/// Tells whether `text` ends with a word or a sentence, not with a unit of measure.
fn ends_word(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 2 || text.ends_with(['.', ',', ';', ':', ')', '’', '”'])
}

/// Returns the marks of the notes that `words` refer to.
pub(super) fn references(words: &[Word]) -> impl Iterator<Item = &str> {
    words.iter().filter(|word| word.note).map(|word| word.text.as_str())
}
