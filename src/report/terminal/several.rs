//! Several statements in one report: each under its name, and a line for each at the end.

use std::fmt::Write as _;

use super::{Look, findings, mark, one};
use crate::assess::{Severity, Verdict};
use crate::report::counted::{counted, owed as count};
use crate::report::safe::safe;
use crate::report::{Failed, Outcome, headline};

/// Writes each statement under its name, and then a line for each; only the latter if it is to be `quiet`.
pub(super) fn several(outcomes: &[Outcome<'_>], look: Look, out: &mut String) {
    if !look.quiet {
        for outcome in outcomes {
            let name = name(outcome);
            let _ = writeln!(out, "{name}\n{}\n", "=".repeat(name.chars().count()));
            match outcome {
                Outcome::Checked(report) => one(report, look, out),
                Outcome::Failed(Failed { why, .. }) => {
                    let _ = writeln!(out, "not checked: {}", safe(why));
                }
            }
            out.push('\n');
        }
    }
    let failed = outcomes.iter().filter(|outcome| outcome.report().is_none()).count();
    let checked = outcomes.len() - failed;
    let missed = if failed == 0 { String::new() } else { format!(", {failed} could not be") };
    let _ = writeln!(out, "{checked} of {} statements checked{missed}", outcomes.len());
    let width = outcomes.iter().map(|outcome| name(outcome).chars().count()).max().unwrap_or(0);
    for outcome in outcomes {
        let _ = writeln!(out, "  {:width$}  {}", name(outcome), in_short(outcome, look));
    }
}

fn name(outcome: &Outcome<'_>) -> String {
    match outcome {
        Outcome::Checked(report) => {
            let names: Vec<&str> = report.statement.files.iter().map(|(file, _)| file.as_str()).collect();
            safe(&names.join(", "))
        }
        Outcome::Failed(failed) => safe(&failed.name()),
    }
}

/// `3 of 16 findings need work; 6 days left; 4 errors, 9 warnings`
fn in_short(outcome: &Outcome<'_>, look: Look) -> String {
    let report = match outcome {
        Outcome::Checked(report) => report,
        Outcome::Failed(Failed { why, .. }) => return format!("not checked: {}", safe(why)),
    };
    let owed = |wanted: &[Verdict]| {
        findings(report).any(|finding| wanted.contains(&finding.verdict) && finding.waived.is_none())
    };
    let verdict = match () {
        () if owed(&[Verdict::Unaddressed, Verdict::Partial]) => Verdict::Unaddressed,
        () if owed(&[Verdict::CannotTell]) => Verdict::CannotTell,
        () => Verdict::Addressed,
    };
    let mark = mark(verdict, look);
    format!(
        "{mark}{}; {}, {}",
        headline(report),
        counted(count(report, Severity::Error), "error"),
        counted(count(report, Severity::Warning), "warning")
    )
}
