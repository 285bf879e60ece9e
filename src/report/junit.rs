//! JUnit XML, for the page of tests that a CI server shows: a suite a statement, a test an item of the letter.
//!
//! What else is wrong is a test for each kind of problem, so that its name stays the same from run to run and a server
//! can tell what was mended. It fails where the problems are warnings or errors.

use quick_junit::{NonSuccessKind, TestCase, TestCaseStatus, TestSuite};

use super::brief::asks;
use super::safe::safe;
use super::terminal::layout::place;
use super::{Failed, Outcome, Report, told};
use crate::assess::{Code, Diagnostic, ItemOutcome, Severity, Verdict};

/// Returns what came of each statement as JUnit XML, without times.
pub fn junit(outcomes: &[Outcome<'_>]) -> String {
    let mut tests = quick_junit::Report::new("wsoa");
    for outcome in outcomes {
        tests.add_test_suite(match outcome {
            Outcome::Checked(report) => checked(report),
            Outcome::Failed(failed) => not_checked(failed),
        });
    }
    // What is written to memory can always be written.
    tests.to_string().unwrap_or_default()
}

fn checked(report: &Report<'_>) -> TestSuite {
    let mut suite = TestSuite::new(told::files(report.statement));
    let pack = &report.inspection.id;
    suite.add_property(("pack", pack.as_str()));
    suite.add_property(("standing", report.inspection.standing.as_str()));
    suite.add_property(("as-of", report.assessment.as_of.to_string().as_str()));
    if let Some(deadline) = &report.assessment.deadline {
        suite.add_property(("due", deadline.due.to_string().as_str()));
    }
    for item in &report.assessment.items {
        let mut test = of_item(report, item);
        test.set_classname(pack.as_str());
        suite.add_test_case(test);
    }
    for code in Code::ALL.iter().filter(|code| !code.tells_verdict()) {
        let found: Vec<&Diagnostic> =
            report.diagnostics.iter().filter(|diagnostic| diagnostic.code == *code).collect();
        if !found.is_empty() {
            let mut test = of_code(report, *code, &found);
            test.set_classname(pack.as_str());
            suite.add_test_case(test);
        }
    }
    let unread = report.statement.unread.iter();
    let unread: Vec<String> = unread
        .map(|unread| format!("not read: {} ({})", safe(&unread.what), place(&unread.location, true)))
        .collect();
    if !unread.is_empty() {
        suite.set_system_err(unread.join("\n"));
    }
    suite
}

fn of_item(report: &Report<'_>, item: &ItemOutcome) -> TestCase {
    let own = |diagnostic: &&Diagnostic| {
        diagnostic.item.as_deref() == Some(item.id()) && diagnostic.code.tells_verdict()
    };
    let found: Vec<&Diagnostic> = report.diagnostics.iter().filter(own).collect();
    let mut lines: Vec<String> = found.first().map(|first| safe(&first.help)).into_iter().collect();
    lines.extend(found.iter().skip(1).map(|diagnostic| told(report, diagnostic)));
    lines.extend(told::lines(report, item));
    let mut status = match item.verdict() {
        Verdict::Addressed => TestCaseStatus::success(),
        _ if !report.owes(item) => TestCaseStatus::skipped(),
        Verdict::Partial | Verdict::Unaddressed => TestCaseStatus::non_success(NonSuccessKind::Failure),
        Verdict::CannotTell => TestCaseStatus::non_success(NonSuccessKind::Error),
    };
    let asks = safe(asks(report, item.id()));
    let said = match (item.waived(), found.first(), item) {
        (Some(waiver), ..) => told::waived(waiver),
        (None, Some(first), _) => safe(&first.message),
        (None, None, ItemOutcome::NextStep(step)) => safe(&step.note),
        (None, None, ItemOutcome::Finding(_)) => asks.clone(),
    };
    let is_success = matches!(status, TestCaseStatus::Success { .. });
    if !is_success {
        status.set_message(said);
        status.set_type(found.first().map_or(item.verdict().code(), |first| first.code.name()));
        status.set_description(lines.join("\n"));
    }
    let mut test = TestCase::new(format!("{}: {asks}", item.id()), status);
    if is_success {
        test.set_system_out(lines.join("\n"));
    }
    test
}

fn of_code(report: &Report<'_>, code: Code, found: &[&Diagnostic]) -> TestCase {
    let lines: Vec<String> = found.iter().map(|diagnostic| told(report, diagnostic)).collect();
    let lines = lines.join("\n");
    let counts = |diagnostic: &&&Diagnostic| !diagnostic.waived && diagnostic.severity > Severity::Note;
    let failing = found.iter().filter(counts).count();
    let mut status = match failing {
        0 => TestCaseStatus::success(),
        _ => TestCaseStatus::non_success(NonSuccessKind::Failure),
    };
    if failing > 0 {
        status.set_message(match failing {
            1 => format!("{} (once)", code.description()),
            times => format!("{} ({times} times)", code.description()),
        });
        status.set_type(code.name());
        status.set_description(lines.as_str());
    }
    let mut test = TestCase::new(format!("{code}: {}", code.description()), status);
    if failing == 0 {
        test.set_system_out(lines);
    }
    test
}

/// `Table 1, row 5, By: an action has no date: ...; give the day by which it is done`.
fn told(report: &Report<'_>, diagnostic: &Diagnostic) -> String {
    let several = report.statement.files.len() > 1;
    let place = diagnostic.location.as_ref().map(|location| format!("{}: ", place(location, several)));
    let (place, waived) = (place.unwrap_or_default(), if diagnostic.waived { " (waived)" } else { "" });
    format!("{place}{}{waived}; {}", safe(&diagnostic.message), safe(&diagnostic.help))
}

fn not_checked(failed: &Failed<'_>) -> TestSuite {
    let mut suite = TestSuite::new(safe(&failed.name()));
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_message(safe(failed.why));
    status.set_type("not-checked");
    let mut test = TestCase::new("the statement can be checked", status);
    test.set_classname("wsoa");
    suite.add_test_case(test);
    suite
}
