//! Comparison: what changed between two drafts of a statement that answer the same inspection.
//!
//! [`compare`] first finds out which action of one draft is which of the other ([`matching`]), then says of every pair what
//! changed, and of every item of the letter whether it got better or worse, and by which actions. Nothing hangs on which
//! draft is called the new one: the comparison the other way round finds the same pairs, and says the opposite of each.

mod changes;
mod counts;
mod items;
mod matching;
mod model;
mod order;
mod sections;
mod strays;
mod unit;
mod words;

pub use counts::{Counts, Drafted, Tally};
pub use model::{
    AspectChange, Change, Comparison, ItemChange, Pair, Piece, Progress, Reassigned, Redated, Stray, Turn,
};

use crate::assess::Assessment;
use crate::pack::{Inspection, Rules};
use crate::statement::Statement;

/// A draft of a statement, held against its inspection.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// What it says.
    pub statement: &'a Statement,
    /// What was answered, by the rules and by what people decided.
    pub assessment: &'a Assessment,
}

/// Compares two drafts that were both held against `inspection`, one of `rules`.
pub fn compare<'a>(
    old: Draft<'a>,
    new: Draft<'a>,
    rules: &'a Rules,
    inspection: &'a Inspection,
) -> Comparison<'a> {
    let pairs = changes::pairs(old, new, rules);
    let items = items::items(old, new, rules, inspection, &pairs);
    let counts = Counts::of(&items, &pairs);
    Comparison { old, new, inspection, items, pairs, counts }
}
