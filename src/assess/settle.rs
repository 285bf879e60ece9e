//! Verdicts worked out anew, after outcomes of aspects were changed by a person's decisions.

use super::model::{Assessment, ItemOutcome};
use super::{next_steps, verdict_of};
use crate::pack::{Inspection, NextStepCheck, Rules};
use crate::statement::Statement;

/// Makes the verdict of each finding, and those of the next steps that hang on findings, follow from the aspects.
pub fn settle(assessment: &mut Assessment, statement: &Statement, rules: &Rules, inspection: &Inspection) {
    for item in &mut assessment.items {
        if let ItemOutcome::Finding(finding) = item {
            finding.verdict = verdict_of(&finding.aspects);
        }
    }
    let hang_on_findings =
        inspection.next_steps.iter().filter(|step| step.check == NextStepCheck::RespondsToFindings);
    for step in hang_on_findings {
        let (deadline, as_of) = (assessment.deadline.as_ref(), assessment.as_of);
        let findings = assessment.items.iter();
        let again = next_steps::judge(step, inspection, statement, rules, findings, deadline, as_of);
        if let Some(item) = assessment.items.iter_mut().find(|item| item.id() == step.id) {
            *item = ItemOutcome::NextStep(again);
        }
    }
}
