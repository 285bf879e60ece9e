//! Waivers made to count: an item that is waived keeps its verdict, and what is wrong with it makes no check fail.

use jiff::civil::Date;

use super::Settings;
use crate::assess::{Assessment, Code, Diagnostic, ItemOutcome, Verdict, Waiver};
use crate::pack::{Inspection, nearest};

/// What became of a waiver on the day of a check.
enum State {
    /// Its item is open, and need not be answered.
    Holds,
    /// It was decided after that day.
    NotYet,
    /// Its last day is over.
    Expired(Date),
    /// Its item is answered.
    NotNeeded,
    /// The inspection has no such item.
    NoItem,
}

impl Settings {
    /// Makes the waivers and severities count in what a check against `inspection` found: notes the waiver at every item
    /// that has one that holds, says of each other waiver why it does not, and gives problems the severity that they have
    /// here. No verdict is changed. Waivers about the answer to another inspection are left out.
    pub fn apply(
        &self,
        inspection: &Inspection,
        assessment: &mut Assessment,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if self.are_about(&inspection.id) {
            for waiver in &self.waivers {
                let state = state(waiver, assessment);
                if matches!(state, State::Holds) {
                    note(waiver, assessment);
                }
                diagnostics.extend(problem(waiver, &state, inspection));
            }
        }
        for diagnostic in diagnostics.iter_mut() {
            diagnostic.waived = diagnostic.item.as_ref().is_some_and(|item| is_waived(item, assessment));
        }
        self.weigh(diagnostics);
    }
}

fn state(waiver: &Waiver, assessment: &Assessment) -> State {
    let day = assessment.as_of;
    match assessment.items.iter().find(|item| item.id() == waiver.item) {
        None => State::NoItem,
        Some(item) if item.verdict() == Verdict::Addressed => State::NotNeeded,
        Some(_) if waiver.on > day => State::NotYet,
        Some(_) => match waiver.until {
            Some(last) if last < day => State::Expired(last),
            _ => State::Holds,
        },
    }
}

fn note(waiver: &Waiver, assessment: &mut Assessment) {
    for item in assessment.items.iter_mut().filter(|item| item.id() == waiver.item) {
        let place = match item {
            ItemOutcome::Finding(finding) => &mut finding.waived,
            ItemOutcome::NextStep(step) => &mut step.waived,
        };
        *place = Some(waiver.clone());
    }
}

fn is_waived(id: &str, assessment: &Assessment) -> bool {
    assessment.items.iter().any(|item| item.id() == id && item.waived().is_some())
}

/// Says what is wrong with a waiver that does not hold.
fn problem(waiver: &Waiver, state: &State, inspection: &Inspection) -> Option<Diagnostic> {
    let Waiver { item, by, on, .. } = waiver;
    let asked = inspection.asks(item).unwrap_or_default();
    let (code, message, help) = match state {
        State::Holds => return None,
        State::Expired(last) => (
            Code::WaiverExpired,
            format!(
                "{asked}: waived by {by} on {on} until {last}, which is over, so that the item counts again"
            ),
            "answer the item, or have it decided again and write the new day and end into the waiver"
                .to_owned(),
        ),
        State::NotYet => (
            Code::WaiverNotYet,
            format!(
                "{asked}: waived by {by} on {on}, which is after the day of the check, so that the item counts"
            ),
            "mend the date `on` of the waiver, or check for a later day with --as-of".to_owned(),
        ),
        State::NotNeeded => (
            Code::WaiverUnused,
            format!("{asked}: waived by {by} on {on}, and answered all the same"),
            "take the waiver out, so that nobody takes the item for open".to_owned(),
        ),
        State::NoItem => (
            Code::WaiverUnused,
            format!("{by} waived `{item}` on {on}, and `{}` asks for no such item", inspection.id),
            match nearest(item, ids(inspection)) {
                Some(near) => format!("if `{near}` is meant, mend the item of the waiver, else take it out"),
                None => format!(
                    "take it out, or mend its item; `wsoa rules show {}` lists the items",
                    inspection.id
                ),
            },
        ),
    };
    let problem = Diagnostic::new(code, message, help);
    Some(if matches!(state, State::NoItem) { problem } else { problem.about(item) })
}

fn ids(inspection: &Inspection) -> impl Iterator<Item = &str> {
    let findings = inspection.findings.iter().map(|finding| finding.id.as_str());
    findings.chain(inspection.next_steps.iter().map(|step| step.id.as_str()))
}
