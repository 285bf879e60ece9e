//! What people decided: about aspects, and which items need not be answered here.

use std::fmt::Write as _;

use super::text;
use crate::assess::{ItemOutcome, Reviewed, Waiver};
use crate::report::Report;
use crate::report::brief::asks;
use crate::report::falls::day;
use crate::report::terminal::{changed, findings, several_files};

/// Returns the decisions and waivers; nothing where there are none.
pub(super) fn decided(report: &Report<'_>) -> Option<String> {
    let mut out = String::new();
    for waiver in report.assessment.items.iter().filter_map(ItemOutcome::waived) {
        let _ = writeln!(out, "- Waived: {}{}", text(asks(report, &waiver.item)), text(&how(waiver)));
    }
    for finding in findings(report) {
        for aspect in &finding.aspects {
            if let Some(reviewed) = &aspect.reviewed {
                let about = format!("{}.{}", finding.id, aspect.id);
                let _ = writeln!(out, "- {about}: {}", text(&decision(report, reviewed)));
            }
        }
    }
    (!out.is_empty()).then(|| format!("### What people decided\n\n{out}"))
}

fn how(waiver: &Waiver) -> String {
    let until = waiver.until.map(|until| format!(", until {}", day(until))).unwrap_or_default();
    format!("{} on {}{until}{}", by(&waiver.by), day(waiver.on), why(&waiver.reason))
}

fn decision(report: &Report<'_>, reviewed: &Reviewed) -> String {
    let answer = if reviewed.met { "met" } else { "not met" };
    let (by, on, why) = (by(&reviewed.by), day(reviewed.on), why(&reviewed.why));
    match &reviewed.suspicion {
        None => format!("decided {answer}{by} on {on}{why}"),
        Some(suspicion) => {
            let changed = changed(suspicion, several_files(report));
            format!("to be decided again (decided {answer}{by} on {on}{why}): {changed}")
        }
    }
}

fn by(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(", by {name}") }
}

fn why(reason: &str) -> String {
    if reason.is_empty() { String::new() } else { format!(": {reason}") }
}
