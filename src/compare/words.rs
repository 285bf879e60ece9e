//! Words: which words of a text came and which went.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::model::Piece;
use crate::review::words::of_piece;

/// The most comparisons of a word with a word that all pairs of texts of two drafts may need.
const MOST: usize = 16_000_000;

/// Returns the most comparisons that two of these texts may need if they are to be compared word by word. Those that need
/// least come first, so that it is the same whichever draft is called the new one.
pub(super) fn limit<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>) -> usize {
    let mut needs: BTreeMap<usize, usize> = BTreeMap::new();
    for (old, new) in texts {
        *needs.entry(Ends::of(&as_written(old), &as_written(new)).need()).or_default() += 1;
    }
    let mut left = MOST;
    let mut limit = 0;
    for (need, pairs) in needs {
        match left.checked_sub(need.saturating_mul(pairs)) {
            Some(rest) => (left, limit) = (rest, need),
            None => break,
        }
    }
    limit
}

/// Returns the words of two texts, in order: those of both, those that went, those that came. What no reader would call a
/// change of words is none. Two changes with but one word of both between them are one. Texts that need more than `limit`
/// comparisons are taken to be different throughout, but for what both begin and end with.
pub(super) fn pieces(old: &str, new: &str, limit: usize) -> Vec<Piece> {
    let (theirs, ours) = (as_written(old), as_written(new));
    let ends = Ends::of(&theirs, &ours);
    if ends.need() > limit {
        return ends.changed_between(&theirs, &ours);
    }
    let (old, new) = (Cut::of(old), Cut::of(new));
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old.keys, &new.keys) {
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

/// Cuts a text at white space. To look no closer at its words is much faster.
fn as_written(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// What two lists of words have in common at both ends, and what is left between.
struct Ends {
    begin: usize,
    old_len: usize,
    new_len: usize,
}

impl Ends {
    fn of(old: &[&str], new: &[&str]) -> Self {
        let begin = old.iter().zip(new).take_while(|(one, other)| one == other).count();
        let (old_len, new_len) = (old.len() - begin, new.len() - begin);
        let alike = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
        let end = alike.min(old_len).min(new_len);
        Self { begin, old_len: old_len - end, new_len: new_len - end }
    }

    /// Returns the two lists as changed throughout between their ends.
    fn changed_between(&self, old: &[&str], new: &[&str]) -> Vec<Piece> {
        let text = |words: &[&str], from: usize, to: usize| words.get(from..to).unwrap_or_default().join(" ");
        let (old_end, new_end) = (self.begin + self.old_len, self.begin + self.new_len);
        let stretches = [
            ((0, self.begin), (0, self.begin), true),
            ((self.begin, old_end), (self.begin, new_end), false),
            ((old_end, old.len()), (new_end, new.len()), true),
        ];
        let pieces = stretches.map(|(theirs, ours, same)| Piece {
            was: text(old, theirs.0, theirs.1),
            now: text(new, ours.0, ours.1),
            same,
        });
        pieces.into_iter().filter(|piece| !piece.was.is_empty() || !piece.now.is_empty()).collect()
    }

    /// Returns how many comparisons of a word with a word are needed to find the least change: about the square of the words
    /// that are left, by Myers, and none where only one text has any.
    fn need(&self) -> usize {
        let mean = (self.old_len + self.new_len).div_ceil(2);
        if self.old_len == 0 || self.new_len == 0 { 0 } else { mean.saturating_mul(mean) }
    }
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
