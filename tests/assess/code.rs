//! Codes and reasons: their names and pages.

use std::collections::BTreeSet;

use wsoa::assess::{Code, Reason, Severity};

#[test]
fn codes_are_found_by_their_names() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for code in Code::ALL {
        assert_eq!(Code::from_name(code.name()), Some(*code));
        assert_eq!(code.to_string(), code.name());
        assert_eq!(serde_json::to_value(code).unwrap(), code.name());
        assert!(!code.description().is_empty() && !code.description().ends_with('.'), "{code}");
        assert!(code.explanation().ends_with('.') && code.explanation().contains("\n\n"), "{code}");
    }
    assert_eq!(Code::from_name("no-such-code"), None);
}

#[test]
fn what_sends_a_statement_back_is_an_error() {
    let errors: Vec<&str> =
        Code::ALL.iter().filter(|code| code.severity() == Severity::Error).map(|code| code.name()).collect();
    assert_eq!(errors, ["finding-unaddressed", "agency-without-action", "past-due", "personal-data"]);
    assert!(Severity::Error > Severity::Warning && Severity::Warning > Severity::Note);
}

#[test]
fn reasons_are_written_as_they_are_coded() {
    let codes: BTreeSet<&str> = Reason::ALL.iter().map(|reason| reason.code()).collect();
    assert_eq!(codes.len(), Reason::ALL.len());
    for reason in Reason::ALL {
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.code());
        assert!(!reason.explanation().is_empty());
    }
}

#[test]
fn what_tells_that_an_item_is_open_is_named_once() {
    let telling: Vec<&str> =
        Code::ALL.iter().filter(|code| code.tells_verdict()).map(|code| code.name()).collect();
    insta::assert_snapshot!(telling.join(" "), @"finding-unaddressed finding-partial cannot-tell agency-without-action next-step-unmet past-due");
}
