//! One line a problem, to be searched, counted and clicked.

use std::fmt::Write as _;

use super::counted::{counted, owed, waived};
use super::safe::safe;
use super::terminal::DRAFTED;
use super::{Outcome, Report};
use crate::assess::{Diagnostic, Severity};
use crate::document::Location;

/// Returns a line for every problem of every statement and for every part that was not read, and then a line that counts
/// them. Where rules are but drafted, a last line says how far the verdicts can be relied on.
pub fn concise(outcomes: &[Outcome<'_>]) -> String {
    let mut out = String::new();
    for outcome in outcomes {
        match outcome {
            Outcome::Checked(report) => {
                report.diagnostics.iter().for_each(|diagnostic| line(report, diagnostic, &mut out));
                for unread in &report.statement.unread {
                    let place = place(&unread.location, first(report));
                    let _ = writeln!(out, "{place}: {}[not-read]: {}", Severity::Warning, safe(&unread.what));
                }
            }
            Outcome::Failed(failed) => {
                let _ = writeln!(out, "{}: not checked: {}", safe(&failed.name()), safe(failed.why));
            }
        }
    }
    let sum = |of: &dyn Fn(&Report<'_>) -> usize| outcomes.iter().filter_map(Outcome::report).map(of).sum();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| sum(&|report| owed(report, severity)));
    let mut parts = vec![counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note")];
    let waived: usize = sum(&waived);
    if waived > 0 {
        parts.push(format!("{waived} waived"));
    }
    let unread = sum(&|report| report.statement.unread.len());
    if unread > 0 {
        parts.push(format!("{unread} not read"));
    }
    let _ = writeln!(out, "{}", parts.join(", "));
    if outcomes.iter().filter_map(Outcome::report).any(|report| report.inspection.draft) {
        let _ = writeln!(out, "{DRAFTED}");
    }
    out
}

fn line(report: &Report<'_>, diagnostic: &Diagnostic, out: &mut String) {
    let place = match &diagnostic.location {
        Some(location) => place(location, first(report)),
        None => safe(first(report)),
    };
    let item = diagnostic.item.as_ref().map(|item| format!("{item}: ")).unwrap_or_default();
    let waived = if diagnostic.waived { " (waived)" } else { "" };
    let (severity, code) = (diagnostic.severity, diagnostic.code);
    let _ = writeln!(out, "{place}: {severity}[{code}]: {item}{}{waived}", safe(&diagnostic.message));
}

/// Returns the file that a place without one is in.
fn first<'a>(report: &Report<'a>) -> &'a str {
    report.statement.files.first().map_or("", |(file, _)| file.as_str())
}

/// Returns a place as editors and terminals follow it, `plan.md:5:3`, where the file has lines; else in words.
fn place(location: &Location, first: &str) -> String {
    let file = if location.file.is_empty() { first } else { &location.file };
    let place = match (location.line, location.character) {
        (Some(line), Some(character)) => format!("{file}:{line}:{character}"),
        (Some(line), None) => format!("{file}:{line}"),
        _ => format!("{file}: {}", location.text),
    };
    safe(&place)
}
