//! Order: which actions stand elsewhere among those that are in both drafts.
//!
//! The longest run of actions that follow one another in the same order in both drafts has not moved; whatever is not in
//! it has. So an action that is put in or taken out moves none, and one that is put elsewhere is the only one that moves.

use std::cmp::Reverse;

/// Returns which pairs moved, by their place in `pairs`: the places of the same action in the old and the new draft, in
/// the order of the old one. Of several runs of the same length the one whose last actions weigh most stands.
pub(super) fn moved<W: Ord>(pairs: &[(usize, usize)], weight: impl Fn(usize) -> W) -> Vec<usize> {
    let lengths = lengths(pairs);
    let mut by_length: Vec<Vec<usize>> = Vec::new();
    for (place, length) in lengths.into_iter().enumerate() {
        if by_length.len() <= length {
            by_length.resize(length + 1, Vec::new());
        }
        if let Some(same) = by_length.get_mut(length) {
            same.push(place);
        }
    }
    let mut stands = vec![false; pairs.len()];
    let mut before = (usize::MAX, usize::MAX);
    for places in by_length.into_iter().rev() {
        let earlier = |place: &usize| {
            pairs.get(*place).copied().filter(|(old, new)| *old < before.0 && *new < before.1)
        };
        let found = places.into_iter().filter_map(|place| Some((place, earlier(&place)?)));
        let Some((place, at)) = found.max_by_key(|(place, _)| (weight(*place), Reverse(*place))) else {
            continue;
        };
        if let Some(stands) = stands.get_mut(place) {
            *stands = true;
        }
        before = at;
    }
    stands.into_iter().enumerate().filter(|(_, stands)| !stands).map(|(place, _)| place).collect()
}

/// Returns of each pair how many at most precede it in both drafts in the same order.
fn lengths(pairs: &[(usize, usize)]) -> Vec<usize> {
    // The least new place at which a run of each length ends so far.
    let mut ends: Vec<usize> = Vec::new();
    let mut lengths = Vec::with_capacity(pairs.len());
    for (_, new) in pairs {
        let length = ends.partition_point(|end| end < new);
        match ends.get_mut(length) {
            Some(end) => *end = *new,
            None => ends.push(*new),
        }
        lengths.push(length);
    }
    lengths
}
