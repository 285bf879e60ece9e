//! Matching: which action of one draft is which of the other.
//!
//! The surest pairs are made first. Actions of the same words go together, those that also share owner, date and place
//! before the rest. What is left is paired by likeness: how much of the weight of their words two actions share, a word
//! weighing more the fewer actions hold it; a shared number, owner, date, finding or place in the plan adds to it. The
//! likest pair is taken first, and no action twice. Every step treats both drafts alike.

mod like;
mod same;

use super::unit::Unit;

pub(super) use like::Weights;

/// For each old unit the place of its new one, and the other way round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Matches {
    /// By place in the old draft.
    pub(super) old: Vec<Option<usize>>,
    /// By place in the new draft.
    pub(super) new: Vec<Option<usize>>,
}

impl Matches {
    fn none(old: usize, new: usize) -> Self {
        Self { old: vec![None; old], new: vec![None; new] }
    }

    /// Pairs two units; says whether neither had another.
    fn join(&mut self, old: usize, new: usize) -> bool {
        match (self.old.get_mut(old), self.new.get_mut(new)) {
            (Some(theirs @ None), Some(ours @ None)) => {
                *theirs = Some(new);
                *ours = Some(old);
                true
            }
            _ => false,
        }
    }
}

/// Returns the places of those that have no partner.
pub(super) fn alone(partners: &[Option<usize>]) -> impl Iterator<Item = usize> + '_ {
    partners.iter().enumerate().filter(|(_, partner)| partner.is_none()).map(|(place, _)| place)
}

/// Pairs the actions of two drafts.
pub(super) fn matches(old: &[Unit], new: &[Unit], weights: &Weights) -> Matches {
    let mut matches = Matches::none(old.len(), new.len());
    same::join(old, new, &mut matches);
    like::join(old, new, weights, &mut matches);
    matches
}
