//! Texts whose words changed, without long runs of words that did not.

use crate::compare::Piece;

/// How many words that did not change are kept beside a change.
const BESIDE: usize = 6;

/// Returns pieces of a text in which `…` stands for runs of the same words that are longer than is needed to read the
/// changes beside them.
pub(super) fn shortened(pieces: &[Piece]) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let shortened = pieces.iter().enumerate().map(|(at, piece)| {
        let [was, now] = [&piece.was, &piece.now]
            .map(|text| if piece.same { middle(text, at > 0, at < last) } else { text.clone() });
        Piece { was, now, same: piece.same }
    });
    shortened.collect()
}

/// Returns a run of words without its middle; the begin is kept after a change, the end before one.
fn middle(text: &str, after: bool, before: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let (first, last) = (if after { BESIDE } else { 0 }, if before { BESIDE } else { 0 });
    if words.len() <= first + last + BESIDE {
        return text.to_owned();
    }
    let (begin, rest) = words.split_at(first);
    let end = rest.split_at(rest.len() - last).1;
    [begin, &["…"], end].concat().join(" ")
}
