//! Words: which words of a text came and which went.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::model::Piece;
use crate::review::words::of_piece;

/// The most words of a text, when what both begin and end with is taken off, that are compared one by one.
const MOST_WORDS: usize = 4_000;

/// Returns the words of two texts, in order: those of both, those that went, those that came. What no reader would call a
/// change of words is none. Two changes with but one word of both between them are one.
pub(super) fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (Cut::of(old), Cut::of(new));
    let mut pieces = Vec::new();
    for op in ops(&old.keys, &new.keys) {
        let ((theirs, ours), same) = match op {
            DiffOp::Equal { old_index, new_index, len } => {
                ((old_index..old_index + len, new_index..new_index + len), true)
            }
            DiffOp::Delete { old_index, old_len, new_index } => {
                ((old_index..old_index + old_len, new_index..new_index), false)
            }
            DiffOp::Insert { old_index, new_index, new_len } => {
                ((old_index..old_index, new_index..new_index + new_len), false)
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                ((old_index..old_index + old_len, new_index..new_index + new_len), false)
            }
        };
        pieces.push(Piece { was: old.text(theirs), now: new.text(ours), same });
    }
    joined(pieces)
}

/// Makes one change of two that touch, or have one word between them.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let between = piece.same && !piece.was.contains(' ') && rest.peek().is_some_and(|next| !next.same);
        match whole.last_mut().filter(|last| !last.same) {
            Some(last) if !piece.same || between => last.take(&piece),
            _ => whole.push(piece),
        }
    }
    whole
}

/// Compares two lists of words. Very long ones that have little in common are taken to be different throughout, since to
/// look for the least change takes time that grows with the square.
fn ops(old: &[String], new: &[String]) -> Vec<DiffOp> {
    let begin = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (theirs, ours) = (old.len() - begin, new.len() - begin);
    let alike = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let end = alike.min(theirs).min(ours);
    if (theirs - end).max(ours - end) <= MOST_WORDS {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let same = |at: usize, new_at: usize, len: usize| DiffOp::Equal { old_index: at, new_index: new_at, len };
    let changed =
        DiffOp::Replace { old_index: begin, old_len: theirs - end, new_index: begin, new_len: ours - end };
    let all = [same(0, 0, begin), changed, same(old.len() - end, new.len() - end, end)];
    all.into_iter().filter(|op| op.old_range().len() + op.new_range().len() > 0).collect()
}

/// A text cut at white space: each piece with what it is compared by.
struct Cut<'t> {
    pieces: Vec<&'t str>,
    keys: Vec<String>,
}

impl<'t> Cut<'t> {
    fn of(text: &'t str) -> Self {
        let mut cut = Self { pieces: Vec::new(), keys: Vec::new() };
        for piece in text.split_whitespace() {
            let key = of_piece(piece).join(" ");
            // A bullet or a dash that stands alone is no word.
            if !key.is_empty() {
                cut.pieces.push(piece);
                cut.keys.push(key);
            }
        }
        cut
    }

    fn text(&self, range: std::ops::Range<usize>) -> String {
        self.pieces.get(range).unwrap_or_default().join(" ")
    }
}
