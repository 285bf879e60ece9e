//! Numbers with what they count, as every report says them.

use super::Report;
use crate::assess::Severity;

/// Returns a number with what it counts: `1 error`, `3 errors`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// Counts the problems of one severity that are not waived.
pub(super) fn owed(report: &Report<'_>, severity: Severity) -> usize {
    report.diagnostics.iter().filter(|found| found.severity == severity && !found.waived).count()
}

/// Counts the problems that are waived.
pub(super) fn waived(report: &Report<'_>) -> usize {
    report.diagnostics.iter().filter(|found| found.waived).count()
}
