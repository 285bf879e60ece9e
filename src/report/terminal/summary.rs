//! The summary: each item with its verdict, and the count of the smaller matters.

use std::fmt::Write as _;

use super::layout::hang;
use super::{Look, Report, decided, mark, waived, word};
use crate::assess::ItemOutcome;
use crate::report::safe::safe;

/// The table at the end: each item with its verdict, and the count of the smaller matters.
pub(super) fn summary(report: &Report<'_>, look: Look, out: &mut String) {
    let _ = writeln!(out, "Summary as of {}", report.assessment.as_of);
    let width = report.assessment.items.iter().map(|item| item.id().len()).max().unwrap_or(0);
    for item in &report.assessment.items {
        let detail = match item {
            ItemOutcome::Finding(finding) => {
                let met = finding.aspects.iter().filter(|aspect| aspect.met).count();
                format!("{met} of {} met", finding.aspects.len())
            }
            ItemOutcome::NextStep(step) => safe(&step.note),
        };
        let detail = if item.waived().is_some() { format!("waived; {detail}") } else { detail };
        let verdict = item.verdict();
        let mark = mark(verdict, look);
        // Two spaces before the name and two behind it.
        let before = 2 + width + 2 + VERDICT + mark.chars().count();
        let detail = hang(&detail, before, look.width);
        let _ = writeln!(out, "  {:width$}  {}{:VERDICT$}{detail}", item.id(), mark, word(verdict));
    }
    let smaller = report.diagnostics.iter().filter(|diagnostic| diagnostic.item.is_none()).count();
    if smaller > 0 && look.quiet {
        let matters = if smaller == 1 { "matter" } else { "matters" };
        let _ = writeln!(out, "  and {smaller} smaller {matters}, which the full report lists");
    }
    for line in waived::counted(report).into_iter().chain(decided::counted(report)) {
        let _ = writeln!(out, "  {}", hang(&line, 2, look.width));
    }
    let _ = writeln!(out, "  The rules rest on: {}", report.inspection.standing);
}

/// The width of the column of verdicts, in characters.
const VERDICT: usize = 13;
