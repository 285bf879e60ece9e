//! Counts: how many items fare how, and how many actions came, went and changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::model::{ItemChange, Pair, Progress};
use crate::assess::ItemOutcome;

/// How much changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// Findings of the letter.
    pub findings: Tally,
    /// Aspects of all findings.
    pub aspects: Tally,
    /// Demands on the statement itself.
    pub next_steps: Tally,
    /// Actions of either draft.
    pub actions: Drafted,
}

/// How many items or aspects fare how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tally {
    /// Those that got better.
    pub better: usize,
    /// Those that got worse.
    pub worse: usize,
    /// Those of which one aspect got better and another worse.
    pub better_and_worse: usize,
    /// Those that are as they were.
    pub unchanged: usize,
    /// Those that cannot be compared.
    pub cannot_compare: usize,
}

/// How many actions came, went, changed and stayed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Drafted {
    /// Those of the new draft alone.
    pub added: usize,
    /// Those of the old draft alone.
    pub removed: usize,
    /// Those of both that changed.
    pub changed: usize,
    /// Those of both that did not.
    pub unchanged: usize,
}

impl Counts {
    pub(super) fn of(items: &[ItemChange<'_>], pairs: &[Pair<'_>]) -> Self {
        let mut counts = Self::default();
        for item in items {
            let tally = match item.now {
                ItemOutcome::Finding(_) => &mut counts.findings,
                ItemOutcome::NextStep(_) => &mut counts.next_steps,
            };
            tally.count(item.progress);
            item.aspects.iter().for_each(|aspect| counts.aspects.count(aspect.progress));
        }
        for pair in pairs {
            let actions = &mut counts.actions;
            *match (pair.was, pair.now) {
                (None, _) => &mut actions.added,
                (_, None) => &mut actions.removed,
                _ if pair.changes.is_empty() => &mut actions.unchanged,
                _ => &mut actions.changed,
            } += 1;
        }
        counts
    }
}

impl Tally {
    fn count(&mut self, progress: Progress) {
        *match progress {
            Progress::Better => &mut self.better,
            Progress::Worse => &mut self.worse,
            Progress::BetterAndWorse => &mut self.better_and_worse,
            Progress::Unchanged => &mut self.unchanged,
            Progress::CannotCompare => &mut self.cannot_compare,
        } += 1;
    }
}
