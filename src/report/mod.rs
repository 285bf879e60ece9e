//! Reports: one assessment, written for a person or a program; one file per output.

mod brief;
mod calendar;
mod cell;
pub mod compare;
mod concise;
mod counted;
mod csv;
mod falls;
mod github;
mod headline;
pub(crate) mod html;
mod json;
mod junit;
pub mod letter;
mod markdown;
pub mod review;
mod safe;
mod sarif;
mod terminal;
mod told;

pub use calendar::{Event, calendar};
pub use concise::concise;
pub use csv::csv;
pub use github::github;
pub(crate) use headline::headline;
pub use html::html;
pub(crate) use json::escaped;
pub use json::{check_schema, json, json_lines};
pub use junit::junit;
pub use markdown::markdown;
pub use safe::safe;
pub use sarif::sarif;
pub(crate) use terminal::layout;
pub use terminal::layout::{hang, shorten};
pub use terminal::{Look, terminal};

use std::collections::BTreeMap;

use crate::assess::{Assessment, Diagnostic, ItemOutcome, Verdict};
use crate::letter::Item;
use crate::pack::{Inspection, NextStepCheck, Rules};
use crate::statement::Statement;

/// What came of one statement, of those that were checked in one run.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// It was held against its inspection.
    Checked(Report<'a>),
    /// It could not be.
    Failed(Failed<'a>),
}

impl<'a> Outcome<'a> {
    /// Returns the report, where the statement was checked.
    pub fn report(&self) -> Option<&Report<'a>> {
        match self {
            Self::Checked(report) => Some(report),
            Self::Failed(_) => None,
        }
    }
}

/// A statement that could not be held against an inspection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failed<'a> {
    /// Its files, as the user named them.
    pub files: &'a [&'a str],
    /// Why, in one line, and what to do about it.
    pub why: &'a str,
}

impl Failed<'_> {
    /// Returns its files as a person would list them.
    fn name(&self) -> String {
        self.files.join(", ")
    }
}

/// Everything a report may draw on.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The statement under check.
    pub statement: &'a Statement,
    /// The rules it was held against.
    pub rules: &'a Rules,
    /// The inspection it answers.
    pub inspection: &'a Inspection,
    /// Where the rules were drafted from the letter, what it asks, by the id that it has in them.
    pub asked: &'a BTreeMap<String, Item>,
    /// What was asked and what was answered.
    pub assessment: &'a Assessment,
    /// What is wrong with it.
    pub diagnostics: &'a [Diagnostic],
}

impl Report<'_> {
    /// Whether an item must still be answered here. The demand that every finding be answered says no more than the findings
    /// do, and is owed while one of them is.
    fn owes(&self, item: &ItemOutcome) -> bool {
        let is_open = |item: &ItemOutcome| item.verdict() != Verdict::Addressed && item.waived().is_none();
        let by_findings = self
            .inspection
            .next_steps
            .iter()
            .any(|step| step.id == item.id() && step.check == NextStepCheck::RespondsToFindings);
        let findings = || self.assessment.items.iter().filter(|item| matches!(item, ItemOutcome::Finding(_)));
        is_open(item) && (!by_findings || findings().any(is_open))
    }
}
