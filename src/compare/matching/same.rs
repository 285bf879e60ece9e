//! Pairs of the same words. Where several actions have the same words, circumstances tell which is which.

use std::collections::BTreeMap;

use super::{Matches, alone};
use crate::compare::unit::Unit;

/// What two actions share that are taken for one.
type Key = [u32; 6];

/// What must be the same, from the surest sign to the least: first everything, at last the words alone.
const STEPS: [fn(&Unit) -> Key; 5] = [
    |unit| [unit.text, unit.section, unit.owner, unit.due, unit.reference, unit.measure],
    |unit| [unit.text, unit.section, unit.owner, unit.due, 0, 0],
    |unit| [unit.text, unit.section, 0, 0, 0, 0],
    |unit| [unit.text, 0, unit.owner, unit.due, 0, 0],
    |unit| [unit.text, 0, 0, 0, 0, 0],
];

/// Pairs actions of the same words: those that nothing tells apart in their order.
pub(super) fn join(old: &[Unit], new: &[Unit], matches: &mut Matches) {
    for key in STEPS {
        let theirs = places(old, &matches.old, key);
        let ours = places(new, &matches.new, key);
        for (key, theirs) in theirs {
            let ours = ours.get(&key).map(Vec::as_slice).unwrap_or_default();
            for (old, new) in theirs.into_iter().zip(ours) {
                matches.join(old, *new);
            }
        }
    }
}

/// Returns the places of the actions that have no partner yet, by what they may share with one.
fn places(
    units: &[Unit],
    partners: &[Option<usize>],
    key: impl Fn(&Unit) -> Key,
) -> BTreeMap<Key, Vec<usize>> {
    let mut places: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for place in alone(partners) {
        let Some(unit) = units.get(place).filter(|unit| unit.text != 0) else { continue };
        places.entry(key(unit)).or_default().push(place);
    }
    places
}
