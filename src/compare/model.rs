//! The comparison: what got better or worse and why, and what became of every action.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::Draft;
use super::counts::Counts;
use crate::assess::{AspectOutcome, ItemOutcome};
use crate::dates::Due;
use crate::document::Location;
use crate::pack::{Agency, Aspect, Inspection, NextStepCheck, Place};
use crate::statement::{Action, Commitment, PassageKind};

/// What changed between two drafts.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The draft as it was.
    pub old: Draft<'a>,
    /// The draft as it is.
    pub new: Draft<'a>,
    /// The inspection that both answer.
    pub inspection: &'a Inspection,
    /// Every item, in the order of the letter.
    pub items: Vec<ItemChange<'a>>,
    /// Every action of either draft: in the order of the new draft, those that are gone after what preceded them.
    pub pairs: Vec<Pair<'a>>,
    /// How much changed.
    pub counts: Counts,
}

impl Comparison<'_> {
    /// Whether an item got worse that must be answered here. The demand that every finding be answered says no more than
    /// the findings do, and counts by them.
    pub fn is_worse(&self) -> bool {
        let by_findings = |id: &str| {
            let mut steps = self.inspection.next_steps.iter();
            steps.any(|step| step.id == id && step.check == NextStepCheck::RespondsToFindings)
        };
        let mut lost = self.items.iter().filter(|item| item.progress.is_loss());
        lost.any(|item| item.now.waived().is_none() && !by_findings(item.now.id()))
    }
}

/// What something was, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn<T> {
    /// In the old draft.
    pub was: T,
    /// In the new one.
    pub now: T,
}

/// How an item or an aspect fares in the new draft, by how it fared in the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Something is answered that was not.
    Better,
    /// Something is not answered that was.
    Worse,
    /// Of an item: one of its aspects got better and another worse.
    BetterAndWorse,
    /// It is answered as it was, or still not.
    Unchanged,
    /// Part of a draft could not be read, and the answer may stand there.
    CannotCompare,
}

impl Progress {
    /// Whether something is lost.
    pub fn is_loss(self) -> bool {
        matches!(self, Self::Worse | Self::BetterAndWorse)
    }

    /// Returns it as a person reads it.
    pub fn says(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::BetterAndWorse => "better and worse",
            Self::Unchanged => "unchanged",
            Self::CannotCompare => "cannot compare",
        }
    }
}

/// What became of an item of the letter.
#[derive(Debug, Clone)]
pub struct ItemChange<'a> {
    /// How it fares.
    pub progress: Progress,
    /// What it asks, in one sentence.
    pub asks: &'a str,
    /// Where the letter asks it.
    pub place: &'a Place,
    /// Its outcome in the old draft.
    pub was: &'a ItemOutcome,
    /// Its outcome in the new one.
    pub now: &'a ItemOutcome,
    /// Of a finding, every aspect.
    pub aspects: Vec<AspectChange<'a>>,
    /// Of a next step, the agencies that own an action now and owned none.
    pub came: Vec<&'a Agency>,
    /// Of a next step, the agencies that own no action now and owned one.
    pub went: Vec<&'a Agency>,
}

/// What became of an aspect.
#[derive(Debug, Clone)]
pub struct AspectChange<'a> {
    /// How it fares.
    pub progress: Progress,
    /// The rule.
    pub rule: &'a Aspect,
    /// Its outcome in the old draft.
    pub was: &'a AspectOutcome,
    /// Its outcome in the new one.
    pub now: &'a AspectOutcome,
    /// Where it got better or worse, the actions that made it so, by place in [`Comparison::pairs`].
    pub causes: Vec<usize>,
    /// Whether it got better or worse because a person's decision came, went, or holds no longer.
    pub decided: bool,
}

/// An action of one or both drafts.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    /// It in the old draft; `None` where it came.
    pub was: Option<&'a Action>,
    /// It in the new draft; `None` where it went.
    pub now: Option<&'a Action>,
    /// What changed, where it is in both.
    pub changes: Vec<Change<'a>>,
    /// Where it is in one alone, the words of the other that say the same and are no action there.
    pub stray: Option<Stray<'a>>,
    /// What it answers in either draft, as `finding.aspect`.
    pub answers: Turn<&'a [String]>,
}

impl Pair<'_> {
    /// Whether it is in both drafts and nothing of it changed.
    pub fn is_unchanged(&self) -> bool {
        self.was.is_some() && self.now.is_some() && self.changes.is_empty()
    }
}

/// Words that one draft has as an action and the other as something else.
#[derive(Debug, Clone)]
pub struct Stray<'a> {
    /// The words.
    pub quote: &'a str,
    /// What they are there.
    pub kind: PassageKind,
    /// Where they stand.
    pub location: &'a Location,
}

/// How an action changed.
#[derive(Debug, Clone)]
pub enum Change<'a> {
    /// It stands elsewhere among the other actions, or in another section or table.
    Moved,
    /// Its row names another finding.
    Referred(Turn<String>),
    /// Its words changed.
    Reworded(Vec<Piece>),
    /// It commits more or less firmly.
    Recommitted(Turn<Commitment>),
    /// It is due on another day.
    Redated(Redated<'a>),
    /// Another does it.
    Reassigned(Reassigned<'a>),
    /// Its success is known by something else.
    Remeasured(Turn<Option<&'a str>>),
}

impl Change<'_> {
    /// Returns what happened to the action, in one word.
    pub fn says(&self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Referred(_) => "put to another finding",
            Self::Reworded(_) => "reworded",
            Self::Recommitted(turn) if firmness(turn.now) < firmness(turn.was) => "weakened",
            Self::Recommitted(turn) if firmness(turn.now) > firmness(turn.was) => "made firmer",
            Self::Recommitted(turn) if turn.now == Commitment::Done => "done",
            Self::Recommitted(_) => "recommitted",
            Self::Redated(_) => "redated",
            Self::Reassigned(_) => "reassigned",
            Self::Remeasured(_) => "measured otherwise",
        }
    }
}

/// Returns how firmly an action commits, as a number. What was promised and is then done commits no less.
fn firmness(commitment: Commitment) -> u8 {
    match commitment {
        Commitment::Firm | Commitment::Done => 3,
        Commitment::Weak => 2,
        Commitment::None => 1,
        Commitment::Declined => 0,
    }
}

/// A change of the day on which an action is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redated<'a> {
    /// The dates.
    pub due: Turn<Option<&'a Due>>,
    /// By how many days it is later, negative when earlier; `None` where either names no day.
    pub days: Option<i32>,
    /// Whether the new date is past on the day of the check, and the action is not done.
    pub past: bool,
    /// The day on which the statement is due, where the new date is later and the old one is not.
    pub passes: Option<Date>,
}

/// A change of who does an action.
#[derive(Debug, Clone)]
pub struct Reassigned<'a> {
    /// The owners as written.
    pub owner: Turn<Option<&'a str>>,
    /// The agencies that came.
    pub came: Vec<&'a Agency>,
    /// The agencies that went.
    pub went: Vec<&'a Agency>,
}

/// A run of words of two texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Piece {
    /// The words of the old text; empty where words came.
    pub was: String,
    /// The words of the new text; empty where words went.
    pub now: String,
    /// Whether they are the same words.
    pub same: bool,
}

impl Piece {
    /// Adds what follows.
    pub(super) fn take(&mut self, next: &Self) {
        for (text, more) in [(&mut self.was, &next.was), (&mut self.now, &next.now)] {
            if !text.is_empty() && !more.is_empty() {
                text.push(' ');
            }
            text.push_str(more);
        }
    }
}
