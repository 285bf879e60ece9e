//! Diagnostics: each code from a small plan, its place, its words, and its silence where nothing is wrong.

use jiff::civil::date;
use wsoa::assess::{Code, Diagnostic};
use wsoa::document::DraftMarks;

use super::{Check, check, check_unread, inspection, on, read, row, rows, unread};

const NIGHT: &str = "The coxswain will visit each lamp by night.";

/// The items that the problems of one code are about.
fn items(check: &Check, code: Code) -> Vec<&str> {
    check.problems(code).into_iter().filter_map(|problem| problem.item.as_deref()).collect()
}

/// The problems of one code with actions, which are about no item.
fn of_actions(check: &Check, code: Code) -> Vec<(&str, Option<u32>)> {
    let told = |problem: &&Diagnostic| problem.item.is_none();
    let rows = check.problems(code).into_iter().filter(told);
    rows.map(|problem| (problem.message.as_str(), problem.location.as_ref().and_then(|place| place.row)))
        .collect()
}

#[test]
fn findings_without_an_answer() {
    let check = check(&rows(&[row("dark lamps", "The board will consider visits to the lamps by night.")]));
    assert_eq!(items(&check, Code::FindingUnaddressed), ["lamp-rounds", "rope-store", "songs"]);
    let problem = check.problems(Code::FindingUnaddressed)[0];
    assert_eq!(problem.message, "Lamps are looked at by night: no committed action answers the finding");
    assert!(problem.help.contains("Lamps visited by night; Sights written down"), "{}", problem.help);
    assert_eq!(problem.location.as_ref().and_then(|place| place.row), Some(2), "the nearest passage");
    assert_eq!(check.problems(Code::FindingUnaddressed)[1].location, None, "nothing comes near");
}

#[test]
fn findings_with_half_an_answer_say_which_half_is_missing() {
    let check = check(&rows(&[row("dark lamps", NIGHT)]));
    assert_eq!(items(&check, Code::FindingPartial), ["lamp-rounds"]);
    let problem = check.problems(Code::FindingPartial)[0];
    assert!(problem.help.contains("Sights written down"), "{}", problem.help);
    assert!(!problem.help.contains("Lamps visited by night"), "{}", problem.help);
}

#[test]
fn findings_that_cannot_be_told() {
    let check = check_unread(&rows(&[row("dark lamps", NIGHT)]));
    let untold = items(&check, Code::CannotTell);
    assert!(["lamp-rounds", "rope-store", "songs"].iter().all(|id| untold.contains(id)), "{untold:?}");
    assert!(items(&check, Code::FindingUnaddressed).is_empty());
    assert!(items(&check, Code::FindingPartial).is_empty());
}

#[test]
fn next_steps_that_cannot_be_told_are_not_called_unmet() {
    let check = check_unread("Gulls.\n");
    assert!(
        items(&check, Code::AgencyWithoutAction).is_empty(),
        "{:?}",
        items(&check, Code::AgencyWithoutAction)
    );
    assert!(!items(&check, Code::NextStepUnmet).contains(&"one-statement"));
    assert!(items(&check, Code::CannotTell).contains(&"one-statement"));
}

#[test]
fn agencies_without_an_action_one_by_one() {
    let check = check(&rows(&[row("Gulls", "Feed the gulls.")]));
    let messages: Vec<&str> =
        check.problems(Code::AgencyWithoutAction).iter().map(|problem| problem.message.as_str()).collect();
    let [health, lscb] = messages[..] else { panic!("{messages:?}") };
    assert!(health.contains("health services") && !health.contains("services owns"), "{health}");
    assert!(lscb.contains("the Local Safeguarding Children Board"), "{lscb}");
    assert_eq!(items(&check, Code::AgencyWithoutAction), ["every-agency"; 2]);
}

#[test]
fn next_steps_unmet() {
    let check = check(&rows(&[row("Gulls", "Feed the gulls.")]));
    assert_eq!(items(&check, Code::NextStepUnmet), ["one-statement", "joint-and-single", "sent"]);
    assert_eq!(
        check.problems(Code::NextStepUnmet)[0].message,
        "One statement, drawn together by the council: nowhere does it say that it is the coordinated written statement, nor who coordinates it"
    );
}

#[test]
fn the_sum_of_the_findings_is_not_said_twice() {
    let check = check("Gulls.\n");
    assert!(!check.diagnostics.iter().any(|problem| problem.item.as_deref() == Some("every-finding")));
}

#[test]
fn past_its_date() {
    let late = on(read("Gulls.\n"), date(2031, 6, 12));
    assert_eq!(items(&late, Code::PastDue), ["sent"]);
    assert!(!items(&late, Code::NextStepUnmet).contains(&"sent"));
    assert!(items(&on(read("Gulls.\n"), date(2031, 6, 10)), Code::PastDue).is_empty());
    let late = on(unread(read("Gulls.\n")), date(2031, 6, 12));
    assert_eq!(items(&late, Code::PastDue), ["sent"], "what was not read makes it no less late");
}

#[test]
fn a_long_action_is_named_by_its_first_words() {
    let long = "The coxswain will visit each lamp by night with a lantern and a boy.";
    let check = check(&rows(&[["dark lamps", long, "", "1 May 2031", "Lit"]]));
    assert_eq!(
        of_actions(&check, Code::ActionWithoutOwner)[0].0,
        "an action names nobody: `The coxswain will visit each lamp by night with...`"
    );
}

#[test]
fn marks_of_a_draft() {
    let marked = |insertions, deletions, comments| {
        let mut document = read("Gulls.\n");
        document.marks = DraftMarks { insertions, deletions, comments };
        let check = on(document, super::TODAY);
        check.problems(Code::DraftMarks).iter().map(|problem| problem.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(marked(0, 0, 0), Vec::<String>::new());
    assert_eq!(marked(2, 1, 4), ["the document holds 3 tracked changes and 4 comments"]);
    assert_eq!(marked(0, 0, 2), ["the document holds 0 tracked changes and 2 comments"]);
}

#[test]
fn a_full_plan_has_nothing_wrong_with_it() {
    let plan = rows(&[
        [
            "dark lamps",
            "The coxswain will visit each lamp by night and sign its logbook.",
            "Sergeant, police",
            "1 May 2031",
            "Fewer dark nights, as children tell us",
        ],
        ["frayed ropes", "The purser will count each rope.", "Named nurse", "1 May 2031", "Counted"],
        [
            "shanty",
            "The crew will practise a shanty on the quay with fiddle and drum each Sunday.",
            "Chair of the LSCB",
            "1 May 2031",
            "Sung",
        ],
        [
            "shanty",
            "The keeper will teach a shanty to each class in the village school.",
            "Police and health",
            "1 May 2031",
            "Sung",
        ],
    ]);
    let said = "This is the written statement of all, coordinated by the council. It will be sent to lights@example.org. \
         Signed on behalf of all.";
    let check = check(&format!("{said}\n\n{plan}"));
    assert!(check.diagnostics.is_empty(), "{:#?}", check.diagnostics);
}

#[test]
fn problems_stand_in_the_order_of_the_letter_and_then_of_the_plan() {
    let check =
        check(&rows(&[["frayed ropes", "The purser will count each rope.", "", "1 May 2031", "Counted"]]));
    let order: Vec<(Code, Option<&str>)> =
        check.diagnostics.iter().map(|problem| (problem.code, problem.item.as_deref())).collect();
    assert_eq!(
        order,
        [
            (Code::FindingUnaddressed, Some("lamp-rounds")),
            (Code::NextStepUnmet, Some("one-statement")),
            (Code::FindingUnaddressed, Some("songs")),
            (Code::AgencyWithoutAction, Some("every-agency")),
            (Code::AgencyWithoutAction, Some("every-agency")),
            (Code::AgencyWithoutAction, Some("every-agency")),
            (Code::NextStepUnmet, Some("joint-and-single")),
            (Code::NextStepUnmet, Some("sent")),
            (Code::ActionWithoutOwner, None),
            (Code::VoiceAbsent, None),
            (Code::SignOffAbsent, None),
        ]
    );
}

#[test]
fn each_problem_is_one_line_with_the_severity_of_its_code() {
    let check = check(&rows(&[["dark lamps", NIGHT, "", "", ""]]));
    let ids: Vec<&str> = inspection()
        .items()
        .iter()
        .map(|item| match item {
            wsoa::pack::Item::Finding(finding) => finding.id.as_str(),
            wsoa::pack::Item::NextStep(step) => step.id.as_str(),
        })
        .collect();
    assert!(check.diagnostics.len() > 5);
    for problem in &check.diagnostics {
        assert_eq!(problem.severity, problem.code.severity());
        for line in [&problem.message, &problem.help] {
            assert!(!line.is_empty() && !line.contains('\n') && !line.ends_with('.'), "{line}");
        }
        assert!(problem.item.as_deref().is_none_or(|item| ids.contains(&item)));
    }
}
