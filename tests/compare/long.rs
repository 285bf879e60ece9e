//! Long drafts: the comparison ends soon, and says less of the words rather than taking longer.

use wsoa::compare::{Change, Comparison, Piece};
use wsoa::statement::Action;

use crate::Held;

/// Returns a draft of actions with these words.
fn draft(texts: impl Iterator<Item = String>) -> Held {
    let mut held = Held::new("- The superintendent will light the east lamp by 1 May 2031.\n");
    let action = held.statement.actions[0].clone();
    held.statement.actions = texts.map(|text| Action { text, ..action.clone() }).collect();
    held
}

/// Returns `count` words of forty, which no other `cell` has, in an order that hangs on `draw`.
fn shuffled(cell: usize, count: usize, draw: usize) -> String {
    let letters = |number: usize| -> String {
        (0..4)
            .map(|place| char::from(b'a' + u8::try_from(number / 26_usize.pow(place) % 26).unwrap()))
            .collect()
    };
    let mut state = cell * 7 + draw;
    let mut word = || {
        state = (state * 1_103_515_245 + 12_345) % (1 << 31);
        format!("qu{}o", letters(cell * 40 + state / 65_536 % 40))
    };
    (0..count).map(|_| word()).collect::<Vec<_>>().join(" ")
}

fn reworded<'c>(comparison: &'c Comparison<'_>) -> Vec<&'c [Piece]> {
    let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes);
    let pieces = changes.filter_map(|change| match change {
        Change::Reworded(pieces) => Some(pieces.as_slice()),
        _ => None,
    });
    pieces.collect()
}

#[test]
fn long_actions_of_shuffled_words_are_changed_throughout() {
    let [old, new] = [1, 2].map(|draw| draft((0..100).map(|cell| shuffled(cell, 2_000, draw))));
    let comparison = old.to(&new);
    let reworded = reworded(&comparison);
    assert_eq!(reworded.len(), 100);
    assert!(reworded.iter().all(|pieces| pieces.len() == 1 && !pieces[0].same), "{reworded:?}");
}

#[test]
fn the_longer_of_two_texts_decides_what_they_need() {
    let same = |cell: usize| shuffled(cell, 1_000, 1);
    let long = |cell: usize| shuffled(cell, 1_600, 2);
    let middle = |cell: usize| long(cell).split(' ').skip(800).take(3).collect::<Vec<_>>().join(" ");
    let old = draft((0..30).map(|cell| format!("{} {} end", same(cell), middle(cell))));
    let new = draft((0..30).map(|cell| format!("{} {} end", same(cell), long(cell))));
    let comparison = old.to(&new);
    let reworded = reworded(&comparison);
    assert_eq!(reworded.len(), 30);
    assert!(reworded.iter().all(|pieces| pieces.len() == 3), "{reworded:?}");
}

#[test]
fn beside_many_long_actions_the_short_ones_are_told_word_by_word_either_way() {
    let words = |end: &str| {
        let long = |cell: usize| format!("{end} {} {end}", shuffled(cell, 1_800 - 20 * cell, 1));
        draft((0..20).map(long).chain([format!("Every lamp on the north pier will be {end} at night.")]))
    };
    let (old, new) = (words("lit"), words("doused"));
    let (there, back) = (old.to(&new), new.to(&old));
    let (there, back) = (reworded(&there), reworded(&back));
    let lamp = there.last().unwrap();
    assert_eq!(
        lamp.iter().map(|piece| piece.was.as_str()).collect::<Vec<_>>(),
        ["Every lamp on the north pier will be", "lit", "at night."]
    );
    let in_full = |all: &[&[Piece]]| all.iter().map(|pieces| pieces.len() > 1).collect::<Vec<_>>();
    assert_eq!(in_full(&there), in_full(&back));
    // Those of the fewest words, as many as the work allows.
    assert!(
        in_full(&there).is_sorted() && !in_full(&there)[0] && in_full(&there)[19],
        "{:?}",
        in_full(&there)
    );
}

#[test]
fn what_long_actions_begin_and_end_with_is_the_same() {
    let words = |draw: usize| {
        draft((0..1).map(move |cell| format!("We will. {} So be it.", shuffled(cell, 6_000, draw))))
    };
    let (old, new) = (words(1), words(2));
    let comparison = old.to(&new);
    let pieces = reworded(&comparison)[0].iter().map(|piece| (piece.same, piece.was.split(' ').count()));
    assert_eq!(pieces.collect::<Vec<_>>(), [(true, 2), (false, 6_000), (true, 3)]);
}
