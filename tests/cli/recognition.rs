//! Which inspection `wsoa check` holds a statement against: the one named, or the one its words speak of.

use crate::check::quay;
use crate::runner::Desk;

#[test]
fn recognition_is_said_aloud_beside_the_report() {
    let run = quay(&["--as-of", "2031-06-04"]);
    insta::assert_snapshot!(run.stderr, @"note: recognised the inspection from the statement's own words: visit-amber-quay-2031");
    assert!(!run.stdout.contains("recognised"));
    let named = quay(&["--as-of", "2031-06-04", "--pack", "visit-amber-quay-2031"]);
    assert_eq!((named.stderr.as_str(), named.stdout), ("", run.stdout));
}

#[test]
fn the_named_inspection_wins_over_the_words() {
    let run = quay(&["--pack", "visit-bell-heath-2031", "--quiet"]);
    assert!(run.stdout.contains("\nShort visit to Bell Heath\n"), "{}", run.stdout);
}

#[test]
fn a_mistyped_inspection_is_answered_with_the_nearest() {
    let run = quay(&["--pack", "visit-ambre-quay-2031"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: there is no inspection `visit-ambre-quay-2031` in the rules
    help: did you mean `visit-amber-quay-2031`? `wsoa rules list` shows every inspection
    ");
    let far = quay(&["--pack", "harvest"]);
    assert_eq!((far.code, far.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(far.stderr, @"
    error: there is no inspection `harvest` in the rules
    help: `wsoa rules list` shows every inspection
    ");
}

#[test]
fn a_statement_that_names_no_inspection_asks_for_it() {
    let run =
        Desk::with("plan.txt", "Our plan for the year.\n").wsoa(&["check", "plan.txt", "--rules", "RULES"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: the statement does not say which inspection it answers, or the rules do not hold it
    help: give its letter with `--letter FILE`, or say which with `--pack ID`, one of: visit-amber-quay-2031, visit-bell-heath-2031
    ");
}

#[test]
fn a_statement_that_names_two_inspections_asks_which() {
    let text = "An answer to the visits to Bell Heath and to Amber Quay.\n";
    let desk = Desk::with("plan.txt", text);
    let run = desk.wsoa(&["check", "plan.txt", "--rules", "RULES"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: the statement speaks of 2 inspections: `visit-amber-quay-2031`, `visit-bell-heath-2031`
    help: say which one it answers with `--pack ID`
    ");
    let chosen = desk.wsoa(&["check", "plan.txt", "--rules", "RULES", "--pack", "visit-bell-heath-2031"]);
    assert_eq!((chosen.code, chosen.stderr.as_str()), (Some(1), ""));
}
