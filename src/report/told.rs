//! What is told of an item of the letter in plain lines, for outputs that hold text and no layout.

use super::Report;
use super::safe::safe;
use super::terminal::layout::{place, shorten};
use super::terminal::{by_whom, changed};
use crate::assess::{AspectOutcome, FindingOutcome, ItemOutcome, Reason, Reviewed, Waiver};
use crate::pack::Aspect;
use crate::statement::Statement;

/// Returns the aspects of a finding, each as the rules ask for it and as it turned out.
pub(super) fn aspects<'a>(
    report: &Report<'a>,
    outcome: &'a FindingOutcome,
) -> impl Iterator<Item = (&'a Aspect, &'a AspectOutcome)> + use<'a> {
    let rule = report.inspection.findings.iter().find(|finding| finding.id == outcome.id);
    rule.into_iter().flat_map(|rule| rule.aspects.iter().zip(&outcome.aspects))
}

/// Returns the files of a statement, joined by commas.
pub(super) fn files(statement: &Statement) -> String {
    let files: Vec<&str> = statement.files.iter().map(|(path, _)| path.as_str()).collect();
    safe(&files.join(", "))
}

/// Returns what was found of an item, a line each: its parts with their passages, what people decided, and its waiver.
pub(super) fn lines(report: &Report<'_>, item: &ItemOutcome) -> Vec<String> {
    let mut lines = Vec::new();
    match item {
        ItemOutcome::Finding(finding) => {
            for (rule, outcome) in aspects(report, finding) {
                of_aspect(report, rule, outcome, &mut lines);
            }
        }
        ItemOutcome::NextStep(step) => lines.push(safe(&step.note)),
    }
    lines.extend(item.waived().map(waived));
    lines
}

fn of_aspect(report: &Report<'_>, rule: &Aspect, outcome: &AspectOutcome, lines: &mut Vec<String>) {
    let several = report.statement.files.len() > 1;
    if outcome.met {
        lines.push(format!("met ({}): {}", outcome.confidence, safe(&rule.asks)));
        lines.extend(outcome.evidence.first().map(|evidence| {
            format!("  {}: \"{}\"", place(&evidence.location, several), shorten(&safe(&evidence.quote)))
        }));
    } else {
        let reason = outcome.reason.unwrap_or(Reason::NoTie).code();
        lines.push(format!("not met ({reason}, {}): {}", outcome.confidence, safe(&rule.asks)));
        lines.extend(outcome.nearest.iter().map(|near| {
            let (place, quote) = (place(&near.location, several), shorten(&safe(&near.quote)));
            format!("  near: {place}: \"{quote}\" ({})", near.why.says())
        }));
    }
    if let Some(reviewed) = &outcome.reviewed {
        lines.push(format!("  {}", decided(report, reviewed)));
    }
}

/// Returns what every person decided about the parts of an item, a line each that begins with the id of the part.
pub(super) fn decisions(report: &Report<'_>, item: &ItemOutcome) -> Vec<String> {
    let ItemOutcome::Finding(finding) = item else { return Vec::new() };
    let line = |aspect: &AspectOutcome| {
        let reviewed = aspect.reviewed.as_ref()?;
        Some(format!("{}.{}: {}", finding.id, aspect.id, decided(report, reviewed)))
    };
    finding.aspects.iter().filter_map(line).collect()
}

/// Returns who decided what about an aspect, and what changed since: `decided: met, by A. Person on 2031-05-02`.
pub(super) fn decided(report: &Report<'_>, reviewed: &Reviewed) -> String {
    let by_whom = safe(&by_whom(reviewed));
    match &reviewed.suspicion {
        Some(suspicion) => format!("{by_whom}; {}", changed(suspicion, report.statement.files.len() > 1)),
        None => by_whom,
    }
}

/// Returns who waived an item and why: `waived by the Board on 2031-05-02 until 2031-08-01: the city answers it`.
pub(super) fn waived(waiver: &Waiver) -> String {
    let by = if waiver.by.is_empty() { String::new() } else { format!(" by {}", waiver.by) };
    let until = waiver.until.map(|until| format!(" until {until}")).unwrap_or_default();
    safe(&format!("waived{by} on {}{until}: {}", waiver.on, waiver.reason))
}
