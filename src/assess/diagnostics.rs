//! Diagnostics: what is wrong with a statement, why it matters and what to do, each at its place.

use schemars::JsonSchema;
use serde::Serialize;

use super::checks;
use super::code::{Code, Severity};
use super::due::{Basis, Deadline};
use super::model::{AspectOutcome, Assessment, FindingOutcome, ItemOutcome, Near, NextStepOutcome, Verdict};
use crate::document::Location;
use crate::pack::{AgencyId, Finding, Inspection, NextStepCheck, Rules};
use crate::personal::PersonalData;
use crate::statement::{Action, Statement};

/// Something wrong with a statement.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Diagnostic {
    /// What kind of problem it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The item of the letter it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Where in the statement it shows, or where the nearest passage stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// Of an action, its place among those of the statement, several of which may share a location.
    #[serde(skip)]
    pub action: Option<usize>,
    /// Whether the item it is about is waived, so that it makes no check fail.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub waived: bool,
}

impl Diagnostic {
    /// Returns a problem with the severity of its code, that is about no item and no place.
    pub(crate) fn new(code: Code, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            help: help.into(),
            item: None,
            location: None,
            action: None,
            waived: false,
        }
    }

    /// Says which item of the letter it is about.
    pub(crate) fn about(mut self, item: &str) -> Self {
        self.item = Some(item.to_owned());
        self
    }

    /// Says where it shows.
    pub(crate) fn at(mut self, location: Option<Location>) -> Self {
        self.location = location;
        self
    }

    /// Says in which action it shows: the one at `place` among those of the statement.
    pub(crate) fn in_action(mut self, place: usize, action: &Action) -> Self {
        self.action = Some(place);
        self.at(Some(action.location.clone()))
    }

    /// Says which passage comes nearest.
    fn near(mut self, near: Option<&Near>) -> Self {
        self.action = near.and_then(|near| near.action);
        self.at(near.map(|near| near.location.clone()))
    }
}

/// Returns everything that is wrong with the statement: by item in the order of the letter, then by action.
pub fn diagnose(
    statement: &Statement,
    rules: &Rules,
    inspection: &Inspection,
    assessment: &Assessment,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for item in &assessment.items {
        match item {
            ItemOutcome::Finding(outcome) => {
                if let Some(finding) = inspection.findings.iter().find(|finding| finding.id == outcome.id) {
                    found.extend(of_finding(finding, outcome));
                }
            }
            ItemOutcome::NextStep(outcome) => of_next_step(inspection, rules, outcome, &mut found),
        }
    }
    found.extend(assessment.deadline.as_ref().and_then(of_deadline));
    found.extend(checks::run(statement, rules, inspection, assessment));
    found.extend(statement.personal.iter().map(of_personal));
    of_marks(statement, &mut found);
    found
}

fn of_finding(finding: &Finding, outcome: &FindingOutcome) -> Option<Diagnostic> {
    let code = match outcome.verdict {
        Verdict::Addressed => return None,
        Verdict::Partial => Code::FindingPartial,
        Verdict::Unaddressed => Code::FindingUnaddressed,
        Verdict::CannotTell => Code::CannotTell,
    };
    let unmet: Vec<(&str, &AspectOutcome)> = finding
        .aspects
        .iter()
        .zip(&outcome.aspects)
        .filter(|(_, aspect)| !aspect.met)
        .map(|(rule, aspect)| (rule.asks.as_str(), aspect))
        .collect();
    let asks: Vec<&str> = unmet.iter().map(|(asks, _)| *asks).collect();
    let near = unmet.iter().find_map(|(_, aspect)| aspect.nearest.first());
    let message = format!("{}: {}", finding.summary, code.description());
    let help = format!("add an action with an owner and a date that commits to this: {}", asks.join("; "));
    Some(Diagnostic::new(code, message, help).about(&finding.id).near(near))
}

fn of_next_step(
    inspection: &Inspection,
    rules: &Rules,
    outcome: &NextStepOutcome,
    found: &mut Vec<Diagnostic>,
) {
    let Some(step) = inspection.next_steps.iter().find(|step| step.id == outcome.id) else { return };
    if matches!(outcome.verdict, Verdict::Addressed) || step.check == NextStepCheck::RespondsToFindings {
        return;
    }
    let late = step.check == NextStepCheck::Submission && outcome.verdict == Verdict::Unaddressed;
    let hidden = outcome.verdict == Verdict::CannotTell;
    let missing = |id: &AgencyId| !hidden && outcome.missing.contains(id);
    for agency in rules.language.agencies.iter().filter(|agency| missing(&agency.id)) {
        let message = format!("no action is owned by {}", agency.name);
        let help =
            "ask the agency for its contribution, or name the post that owns its share of a joint action";
        found.push(Diagnostic::new(Code::AgencyWithoutAction, message, help).about(&step.id));
    }
    if hidden || outcome.missing.is_empty() {
        let code = match (hidden, late) {
            (true, _) => Code::CannotTell,
            (false, true) => Code::PastDue,
            (false, false) => Code::NextStepUnmet,
        };
        let help = match code {
            Code::CannotTell => "give as text what could not be read",
            Code::PastDue => "agree a new date with the inspectorate that leads",
            _ => "say so in the opening of the statement",
        };
        let message = format!("{}: {}", step.asks, outcome.note);
        found.push(Diagnostic::new(code, message, help).about(&step.id));
    }
}

/// Says what is uncertain about the due date.
fn of_deadline(deadline: &Deadline) -> Option<Diagnostic> {
    let due = deadline.due;
    let (code, message, help) = match (deadline.basis, deadline.by_the_clock) {
        (Basis::Published, _) => (
            Code::ReceiptUnknown,
            format!("due on {due}, counted from the date of the letter"),
            "give the day on which it was received with --received",
        ),
        (Basis::Letter, Some(clock)) => (
            Code::ClockDiffers,
            format!("the letter asks for it by {due}; the time its framework gives ends on {clock}"),
            "keep to the letter's date, or agree another with the inspectorate that leads",
        ),
        _ => return None,
    };
    Some(Diagnostic::new(code, message, help))
}

fn of_personal(data: &PersonalData) -> Diagnostic {
    let message = format!("the statement holds {}", data.name);
    Diagnostic::new(Code::PersonalData, message, "take it out: the statement is published")
        .at(Some(data.location.clone()))
}

fn of_marks(statement: &Statement, found: &mut Vec<Diagnostic>) {
    let marks = statement.marks;
    let changes = marks.insertions + marks.deletions;
    if changes + marks.comments == 0 {
        return;
    }
    let count =
        |count: usize, what: &str| if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") };
    let (changes, comments) = (count(changes, "tracked change"), count(marks.comments, "comment"));
    let message = format!("the document holds {changes} and {comments}");
    let help = "accept or reject every change and delete the comments before it is sent";
    found.push(Diagnostic::new(Code::DraftMarks, message, help));
}
