//! A statement held against one inspection under one version of the rules.

use std::cell::OnceCell;

use super::model::{Count, Passage, Said};
use super::version::Version;
use crate::assess::{
    AspectOutcome, Assessment, Assessor, Diagnostic, FindingOutcome, ItemOutcome, When, Why, diagnose,
};
use crate::pack::{Aspect, Finding, Inspection};
use crate::statement::{Action, Statement};

/// What one version says of a statement.
pub(super) struct Held<'h> {
    pub(super) version: &'h Version,
    pub(super) inspection: &'h Inspection,
    pub(super) statement: &'h Statement,
    pub(super) assessment: Assessment,
    pub(super) diagnostics: Vec<Diagnostic>,
    assessor: &'h Assessor<'h>,
    why: OnceCell<Why<'h>>,
}

impl<'h> Held<'h> {
    /// Holds `statement` against `inspection`, one of `version`.
    pub(super) fn new(
        version: &'h Version,
        inspection: &'h Inspection,
        assessor: &'h Assessor<'h>,
        statement: &'h Statement,
        when: When,
    ) -> Self {
        let assessment = assessor.assess(statement, when);
        let diagnostics = diagnose(statement, &version.rules, inspection, &assessment);
        Self { version, inspection, statement, assessment, diagnostics, assessor, why: OnceCell::new() }
    }

    /// Returns how the actions fared; worked out when first asked for.
    pub(super) fn why(&self) -> &Why<'h> {
        self.why.get_or_init(|| self.assessor.why(self.statement))
    }

    /// Returns a finding of the inspection by its id.
    pub(super) fn finding(&self, id: &str) -> Option<&'h Finding> {
        self.inspection.findings.iter().find(|finding| finding.id == id)
    }

    /// Returns an aspect of the inspection by the id of its finding and its own.
    pub(super) fn aspect(&self, finding: &str, id: &str) -> Option<&'h Aspect> {
        self.finding(finding)?.aspects.iter().find(|aspect| aspect.id == id)
    }

    /// Returns the outcome of an item by its id.
    pub(super) fn item(&self, id: &str) -> Option<&ItemOutcome> {
        self.assessment.items.iter().find(|item| item.id() == id)
    }

    /// Returns the action that stands at a place and says this.
    pub(super) fn action(&self, place: &str, text: &str) -> Option<(usize, &'h Action)> {
        let actions = self.statement.actions.iter().enumerate();
        actions.into_iter().find(|(_, action)| action.location.text == place && action.text == text)
    }
}

/// Returns the outcome of the finding that an item is, if it is one.
pub(super) fn finding_of(item: Option<&ItemOutcome>) -> Option<&FindingOutcome> {
    match item {
        Some(ItemOutcome::Finding(finding)) => Some(finding),
        _ => None,
    }
}

/// Returns what is said of an aspect.
pub(super) fn said(outcome: &AspectOutcome) -> Said {
    let evidence = outcome.evidence.iter().map(|one| (&one.location, &one.quote, name_of(&one.tie)));
    let nearest = outcome.nearest.iter().map(|one| (&one.location, &one.quote, one.why.code().to_owned()));
    let passages = evidence.chain(nearest);
    Said {
        met: outcome.met,
        confidence: outcome.confidence,
        reason: outcome.reason,
        passages: passages
            .map(|(location, quote, why)| Passage { place: location.text.clone(), quote: quote.clone(), why })
            .collect(),
    }
}

/// Returns the name that JSON gives to one of a closed list.
pub(super) fn name_of(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// How much of one statement was compared.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) findings: Count,
    pub(super) aspects: Count,
    pub(super) next_steps: Count,
}

impl Tally {
    /// Counts everything that an inspection asks as compared.
    pub(super) fn of(inspection: &Inspection) -> Self {
        let all = |compared| Count { compared, changed: 0 };
        Self {
            findings: all(inspection.findings.len()),
            aspects: all(inspection.aspect_count()),
            next_steps: all(inspection.next_steps.len()),
        }
    }
}
