//! Sections: which section, table or finding of one draft is which of the other, so that one that got another name, or
//! was put in above, moves nothing that stands in it.

use std::collections::{BTreeMap, BTreeSet};

/// Which groups of the two drafts are each other.
#[derive(Debug)]
pub(super) struct Groups {
    old: BTreeMap<u32, u32>,
    /// The new groups that are some old one.
    new: BTreeSet<u32>,
}

impl Groups {
    /// Finds out which groups are each other: those of the same name where both drafts have them (`named`), and of the
    /// others those of which each holds most of what the other holds. `members` gives the old and the new group of
    /// everything that is in both drafts.
    pub(super) fn of(members: &[(u32, u32)], named: impl Fn(u32) -> bool) -> Self {
        let mut old = BTreeMap::new();
        let mut votes: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        for (theirs, ours) in members {
            for group in [*theirs, *ours].into_iter().filter(|group| named(*group)) {
                old.insert(group, group);
            }
            if !named(*theirs) && !named(*ours) {
                *votes.entry((*theirs, *ours)).or_default() += 1;
            }
        }
        let (of_old, of_new) = (most(&votes, |(old, new)| (old, new)), most(&votes, |(old, new)| (new, old)));
        for (theirs, ours) in of_old {
            if of_new.get(&ours) == Some(&theirs) {
                old.insert(theirs, ours);
            }
        }
        let new = old.values().copied().collect();
        Self { old, new }
    }

    /// Whether both groups are in both drafts and are not each other.
    pub(super) fn differ(&self, old: u32, new: u32) -> bool {
        self.old.get(&old).is_some_and(|group| *group != new) && self.new.contains(&new)
    }
}

/// Returns for each group the one with which it shares most; none where two share equally much.
fn most(
    votes: &BTreeMap<(u32, u32), usize>,
    turned: impl Fn((u32, u32)) -> (u32, u32),
) -> BTreeMap<u32, u32> {
    let mut best: BTreeMap<u32, (usize, Option<u32>)> = BTreeMap::new();
    for (pair, count) in votes {
        let (group, other) = turned(*pair);
        let known = best.entry(group).or_insert((0, None));
        if *count > known.0 {
            *known = (*count, Some(other));
        } else if *count == known.0 {
            known.1 = None;
        }
    }
    best.into_iter().filter_map(|(group, (_, other))| Some((group, other?))).collect()
}
