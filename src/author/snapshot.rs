//! Snapshots: what the rules say about a statement, a line for each aspect, so that a change of the rules shows as a
//! readable difference.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

use crate::assess::{AspectOutcome, Assessment, ItemOutcome, assess};
use crate::pack::{Inspection, Rules};
use crate::statement::Statement;

/// What stands above a snapshot in its file, as `insta` writes it, so that `cargo insta review` works on the same files.
const HEADER: &str = "---\nsource: tests/samples.rs\n---\n";

/// Returns what the rules say about a statement that answers `own`, as of `as_of`.
pub fn snapshot(statement: &Statement, rules: &Rules, own: &Inspection, as_of: Date) -> String {
    let mut text = of_own(statement, &assess(statement, rules, own, as_of));
    let others = rules.inspections.iter().filter(|inspection| inspection.id != own.id);
    let strangers: String =
        others.map(|other| of_other(&other.id, &assess(statement, rules, other, as_of))).collect();
    text.push_str("\nwhat the rules of other inspections find met\n");
    text.push_str(if strangers.is_empty() { "nothing\n" } else { &strangers });
    text
}

/// Returns a snapshot as its file holds it.
pub fn to_file(snapshot: &str) -> String {
    format!("{HEADER}{snapshot}")
}

/// Returns the snapshot that a file holds.
pub fn from_file(text: &str) -> &str {
    let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    body.map_or(text, |(_, body)| body)
}

/// Returns the lines in which two snapshots differ, `-` before those of the old and `+` before those of the new one.
pub fn difference(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (lines_of(old), lines_of(new));
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("-{line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+{line}"));
    let mut lines: Vec<String> = gone.chain(come).collect();
    // The old and the new line of one aspect stand together.
    lines.sort_by_key(|line| {
        line.get(1..).and_then(|line| line.split(' ').next()).unwrap_or_default().to_owned()
    });
    lines
}

fn lines_of(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.is_empty()).collect()
}

/// A line for each aspect with its verdict, the tie or the reason, how sure, and the place; a line for each next step;
/// and what actions there are.
fn of_own(statement: &Statement, assessment: &Assessment) -> String {
    let mut text = String::new();
    for (name, aspect) in aspects(assessment) {
        let _ = writeln!(text, "{}", line(&name, aspect).trim_end());
    }
    text.push('\n');
    for item in &assessment.items {
        if let ItemOutcome::NextStep(step) = item {
            let _ = writeln!(text, "{:46} {:12} {}", step.id, step.verdict.code(), step.note);
            if !step.missing.is_empty() {
                let missing: Vec<&str> = step.missing.iter().map(|agency| agency.as_str()).collect();
                let _ = writeln!(text, "agencies without an action: {}", missing.join(", "));
            }
        }
    }
    let _ = writeln!(text, "\n{}", counts(statement, assessment));
    text
}

/// What the words of a statement that answers another inspection are taken for.
fn of_other(id: &str, assessment: &Assessment) -> String {
    let met = aspects(assessment).into_iter().filter(|(_, aspect)| aspect.met);
    met.map(|(name, aspect)| format!("{}\n", line(&format!("{id}/{name}"), aspect).trim_end())).collect()
}

fn aspects(assessment: &Assessment) -> Vec<(String, &AspectOutcome)> {
    let findings = assessment.items.iter().filter_map(|item| match item {
        ItemOutcome::Finding(finding) => Some(finding),
        ItemOutcome::NextStep(_) => None,
    });
    let aspects = findings.flat_map(|f| f.aspects.iter().map(move |a| (format!("{}.{}", f.id, a.id), a)));
    aspects.collect()
}

fn line(name: &str, aspect: &AspectOutcome) -> String {
    let (met, why, place) = match (aspect.evidence.first(), aspect.nearest.first()) {
        (Some(evidence), _) => ("met", name_of(&evidence.tie), evidence.location.text.as_str()),
        (None, near) => {
            ("not met", name_of(&aspect.reason), near.map_or("", |near| near.location.text.as_str()))
        }
    };
    format!("{name:46} {met:8} {why:20} {:7} {place}", name_of(&aspect.confidence))
}

/// Counts the actions, and what they have.
fn counts(statement: &Statement, assessment: &Assessment) -> String {
    let actions = &statement.actions;
    let mut commitments: BTreeMap<String, usize> = BTreeMap::new();
    for action in actions {
        *commitments.entry(name_of(&action.commitment)).or_default() += 1;
    }
    let commitments: Vec<String> =
        commitments.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let answering = assessment.answers.iter().filter(|answers| !answers.is_empty()).count();
    let dated = actions.iter().filter(|a| a.due.as_ref().is_some_and(|due| due.range.is_some())).count();
    let owned = actions.iter().filter(|action| action.owner.is_some()).count();
    let measured = actions.iter().filter(|action| action.measure.is_some()).count();
    format!(
        "actions: {} ({}); {answering} answer a finding, {owned} have an owner, {dated} a date, {measured} a measure",
        actions.len(),
        commitments.join(", ")
    )
}

/// Returns the name that the JSON gives to a tie, a reason or a verdict.
fn name_of(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}
