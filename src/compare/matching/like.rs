//! Pairs by likeness, the likest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Matches, alone};
use crate::compare::unit::Unit;

/// The least that tells of the same action: likeness in thousandths, with what circumstances add.
const ENOUGH: u32 = 500;

/// The least likeness, in thousandths, whatever the circumstances.
const LEAST: u32 = 250;

/// What is added where two actions alone bear the same number.
const NUMBER: u32 = 150;
/// What is added where each is the only new thing between the same neighbours.
const SLOT: u32 = 100;
/// What is added for the same owner, and for the same finding in the row.
const OWNER: u32 = 50;
/// What is added for the same date, and for the same section.
const DUE: u32 = 30;

/// The most pairs of actions that one word may suggest. A word that is in more of them says little.
const MOST_PAIRS: usize = 1 << 10;

/// How much each word weighs: the more, the fewer units hold it.
#[derive(Debug)]
pub(in crate::compare) struct Weights(Vec<u32>);

impl Weights {
    /// Weighs the words of all units of both drafts.
    pub(in crate::compare) fn of<'u>(units: impl Iterator<Item = &'u Unit>) -> Self {
        let (mut holding, mut all) = (Vec::new(), 0_usize);
        for unit in units {
            all += 1;
            for stem in unit.stems.chunk_by(|one, next| one == next).filter_map(<[u32]>::first) {
                let stem = *stem as usize;
                if holding.len() <= stem {
                    holding.resize(stem + 1, 0_usize);
                }
                if let Some(count) = holding.get_mut(stem) {
                    *count += 1;
                }
            }
        }
        // Whole numbers, so that the sum does not hang on the order in which words are added up.
        let weight = |holding: usize| 1 + 2 * (all / holding.max(1)).max(1).ilog2();
        Self(holding.into_iter().map(weight).collect())
    }

    fn of_word(&self, stem: u32) -> u32 {
        self.0.get(stem as usize).copied().unwrap_or(1)
    }

    fn sum(&self, stems: &[u32]) -> u32 {
        stems.iter().map(|stem| self.of_word(*stem)).sum()
    }

    /// Returns how much of the weight of their words two units share, in thousandths.
    pub(in crate::compare) fn likeness(&self, one: &Unit, other: &Unit) -> u32 {
        let all = self.sum(&one.stems) + self.sum(&other.stems);
        let (mut common, mut rest) = (0, other.stems.as_slice());
        for stem in &one.stems {
            rest = rest.split_at(rest.partition_point(|other| other < stem)).1;
            if let Some((first, after)) = rest.split_first()
                && first == stem
            {
                common += self.of_word(*stem);
                rest = after;
            }
        }
        u32::try_from(2000 * u64::from(common) / u64::from(all.max(1))).unwrap_or(u32::MAX)
    }
}

/// Pairs those that are left and like enough, the likest first. Of pairs that are equally like, the one whose places in
/// the drafts are the nearest comes first.
pub(super) fn join(old: &[Unit], new: &[Unit], weights: &Weights, matches: &mut Matches) {
    let signs = Signs::of(old, new, matches);
    let mut scored: Vec<(u32, usize, usize)> = Vec::new();
    for (place, unit) in alone(&matches.old).filter_map(|place| Some((place, old.get(place)?))) {
        for partner in signs.candidates(place, unit) {
            let Some(other) = new.get(partner) else { continue };
            let likeness = weights.likeness(unit, other);
            let score = likeness + signs.shared(place, unit, partner, other);
            if likeness >= LEAST && score >= ENOUGH {
                scored.push((score, place, partner));
            }
        }
    }
    scored.sort_unstable_by_key(|(score, old, new)| (Reverse(*score), old.abs_diff(*new), old + new, *old));
    for (_, old, new) in scored {
        matches.join(old, new);
    }
}

/// What suggests that two of the actions that are left are the same.
struct Signs {
    /// By word, the old and the new actions that hold it.
    words: BTreeMap<u32, [Vec<usize>; 2]>,
    /// By number, likewise.
    numbers: BTreeMap<u32, [Vec<usize>; 2]>,
    /// Of each old action, the new one between the same neighbours, where each is the only one.
    slots: BTreeMap<usize, usize>,
}

impl Signs {
    fn of(old: &[Unit], new: &[Unit], matches: &Matches) -> Self {
        let mut words: BTreeMap<u32, [Vec<usize>; 2]> = BTreeMap::new();
        let mut numbers: BTreeMap<u32, [Vec<usize>; 2]> = BTreeMap::new();
        for (side, (units, partners)) in [(old, &matches.old), (new, &matches.new)].into_iter().enumerate() {
            let note = |all: &mut BTreeMap<u32, [Vec<usize>; 2]>, key: u32, place: usize| {
                if let Some(places) = all.entry(key).or_default().get_mut(side) {
                    places.push(place);
                }
            };
            for (place, unit) in alone(partners).filter_map(|place| Some((place, units.get(place)?))) {
                if unit.reference != 0 {
                    note(&mut numbers, unit.reference, place);
                }
                for stem in unit.stems.chunk_by(|one, next| one == next).filter_map(<[u32]>::first) {
                    note(&mut words, *stem, place);
                }
            }
        }
        words.retain(|_, [old, new]| (1..=MOST_PAIRS).contains(&(old.len() * new.len())));
        numbers.retain(|_, [old, new]| old.len() == 1 && new.len() == 1);
        Self { words, numbers, slots: slots(matches) }
    }

    /// Returns the new actions that may be the old one at `place`, each once.
    fn candidates(&self, place: usize, unit: &Unit) -> Vec<usize> {
        let words = unit.stems.iter().filter_map(|stem| self.words.get(stem));
        let numbers = self.numbers.get(&unit.reference);
        let mut found: Vec<usize> =
            words.chain(numbers).flat_map(|[_, new]| new).chain(self.slots.get(&place)).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Returns what circumstances add to the likeness of two actions.
    fn shared(&self, place: usize, unit: &Unit, partner: usize, other: &Unit) -> u32 {
        let same = |one: u32, other: u32| one != 0 && one == other;
        let signs = [
            (same(unit.reference, other.reference) && self.numbers.contains_key(&unit.reference), NUMBER),
            (self.slots.get(&place) == Some(&partner), SLOT),
            (same(unit.owner, other.owner), OWNER),
            (same(unit.row, other.row), OWNER),
            (same(unit.due, other.due), DUE),
            (same(unit.section, other.section), DUE),
        ];
        signs.into_iter().filter(|(is_there, _)| *is_there).map(|(_, adds)| adds).sum()
    }
}

/// Returns the pairs of actions that are each the only one left between the same two neighbours that have partners.
fn slots(matches: &Matches) -> BTreeMap<usize, usize> {
    let theirs = single(&matches.old, |place| matches.old.get(place).copied().flatten());
    let ours = single(&matches.new, Some);
    theirs.into_iter().filter_map(|(slot, old)| Some((old, *ours.get(&slot)?))).collect()
}

/// Returns the places that are alone between two neighbours, by those neighbours as the new draft has them.
fn single(
    partners: &[Option<usize>],
    in_new: impl Fn(usize) -> Option<usize>,
) -> BTreeMap<(Option<usize>, Option<usize>), usize> {
    let mut found = BTreeMap::new();
    for place in alone(partners) {
        let before = place.checked_sub(1);
        let after = Some(place + 1).filter(|after| *after < partners.len());
        let neighbours =
            [before, after].map(|one| one.map(|one| partners.get(one).is_some_and(Option::is_some)));
        if neighbours.contains(&Some(false)) {
            continue;
        }
        found.insert((before.and_then(&in_new), after.and_then(&in_new)), place);
    }
    found
}
