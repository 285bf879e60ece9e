//! Why: for an aspect that a rule author wonders at, how every action of the statement fared, the nearest first.

mod json;
mod parts;
mod text;

pub use json::json;
pub use text::text;

use crate::assess::{AspectOutcome, Assessor, Fared, ItemOutcome};
use crate::pack::{Aspect, Finding};
use crate::report::Report;

/// One aspect with its outcome, and how every action of the statement fared against it.
#[derive(Debug)]
pub struct Explained<'a> {
    /// The finding it is part of.
    pub finding: &'a Finding,
    /// What the rules say of it.
    pub aspect: &'a Aspect,
    /// What the check says of it.
    pub outcome: &'a AspectOutcome,
    /// The actions, the nearest to an answer first.
    pub fared: Vec<Fared>,
}

impl Explained<'_> {
    /// Returns its id, as `finding.aspect`.
    pub fn id(&self) -> String {
        format!("{}.{}", self.finding.id, self.aspect.id)
    }
}

/// Explains one aspect of a finding of the inspection that was reported on, or with `None` each of them. Empty where there is
/// no such finding or aspect. `assessor` is the one that made the assessment.
pub fn explain<'a>(
    assessor: &Assessor<'_>,
    report: &Report<'a>,
    finding: &str,
    aspect: Option<&str>,
) -> Vec<Explained<'a>> {
    let Some(rule) = report.inspection.findings.iter().find(|rule| rule.id == finding) else {
        return Vec::new();
    };
    let outcomes = report.assessment.items.iter().find_map(|item| match item {
        ItemOutcome::Finding(outcome) if outcome.id == finding => Some(&outcome.aspects),
        _ => None,
    });
    let why = assessor.why(report.statement);
    let aspects = rule.aspects.iter().zip(outcomes.into_iter().flatten());
    let wanted = aspects.filter(|(rule, _)| aspect.is_none_or(|aspect| rule.id == aspect));
    let explained = wanted.map(|(aspect, outcome)| {
        let fared = why.fared(finding, &aspect.id).unwrap_or_default();
        Explained { finding: rule, aspect, outcome, fared }
    });
    explained.collect()
}
