//! The one line that an officer can act on: how many findings need work, and how much time is left.

use super::Report;
use super::terminal::findings;
use crate::assess::Verdict;

/// Returns the line: `3 of 16 findings need work, 1 is waived; 6 days left`.
pub(crate) fn headline(report: &Report<'_>) -> String {
    let open = || findings(report).filter(|outcome| outcome.verdict != Verdict::Addressed);
    let waived = open().filter(|outcome| outcome.waived.is_some()).count();
    let mut work = match (open().count() - waived, findings(report).count()) {
        (0, _) if waived > 0 => "no finding needs work".to_owned(),
        (0, 1) => "the one finding is answered".to_owned(),
        (0, all) => format!("all {all} findings are answered"),
        (1, 1) => "the one finding needs work".to_owned(),
        (1, all) => format!("1 of {all} findings needs work"),
        (open, all) => format!("{open} of {all} findings need work"),
    };
    match waived {
        0 => {}
        1 => work.push_str(", 1 is waived"),
        several => work.push_str(&format!(", {several} are waived")),
    }
    let time = report.assessment.deadline.as_ref().map(|deadline| {
        match (deadline.due - report.assessment.as_of).get_days() {
            0 => "due today".to_owned(),
            1 => "1 day left".to_owned(),
            -1 => "1 day past due".to_owned(),
            days if days > 0 => format!("{days} days left"),
            days => format!("{} days past due", -days),
        }
    });
    match time {
        Some(time) => format!("{work}; {time}"),
        None => work,
    }
}
