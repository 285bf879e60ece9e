//! Lint: what is doubtful in rules that load, each doubt at its place and with its mend. One file a lint.

mod ambiguous_accept;
mod cue_twice;
mod desk;
mod example_twice;
mod expired_fact;
mod letter;
mod letter_words;
mod matches_nearly_any;
mod never_matches;
mod no_profile;
mod register;
mod shadowed_synonym;
mod slow_pattern;
mod unknown_item;
mod unused_set;

use jiff::civil::Date;

pub use register::Register;

use crate::document::Document;
use crate::pack::{Code, Problem, Problems, Rules};
use desk::Desk;

/// One thing that may be doubtful in rules.
struct Lint {
    /// What its doubts are called.
    code: Code,
    /// Looks for it.
    look: fn(&Desk<'_>) -> Vec<Problem>,
}

/// Every lint, by the name of its code.
const LINTS: &[Lint] = &[
    ambiguous_accept::LINT,
    cue_twice::LINT,
    example_twice::LINT,
    expired_fact::LINT,
    letter_words::LINT,
    matches_nearly_any::LINT,
    never_matches::LINT,
    no_profile::LINT,
    shadowed_synonym::LINT,
    slow_pattern::LINT,
    unknown_item::LINT,
    unused_set::LINT,
];

/// What the rules are held against, where somebody has it.
#[derive(Debug, Default)]
pub struct Beside {
    /// The ids that inspections, items and aspects must have.
    pub register: Option<Register>,
    /// The day on which the rules are to be relied on.
    pub as_of: Option<Date>,
    /// Letters whose words must not stand in the rules.
    pub letters: Vec<Document>,
}

/// How many of the rules there are to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of them: what none of them uses is used by nothing, and what is not there is missing.
    All,
    /// Only some, since the others were not given or do not load.
    Part,
}

/// Returns what is doubtful in `rules`.
pub fn lint(rules: &Rules, extent: Extent, beside: &Beside) -> Problems {
    let desk = Desk::new(rules, extent, beside);
    let mut found = Vec::new();
    for lint in LINTS {
        let doubts = (lint.look)(&desk);
        debug_assert!(doubts.iter().all(|doubt| doubt.code == lint.code));
        found.extend(doubts);
    }
    Problems::from(found)
}
