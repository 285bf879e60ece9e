//! JUnit XML: read back with an XML parser, as a CI server does.

use roxmltree::{Document, Node};
use wsoa::assess::{Code, Diagnostic, Severity};
use wsoa::report::{Outcome, junit};

use crate::checked::{Checked, LOST, QUAY, quay};
use crate::runner::Desk;

/// Every test of a suite: its name up to the colon, how it ended, and the message of that.
fn told(xml: &str) -> Vec<[String; 4]> {
    let document = Document::parse(xml).unwrap();
    let tests = document.descendants().filter(|node| node.has_tag_name("testcase"));
    let told = tests.map(|test| {
        let suite = test.parent().unwrap().attribute("name").unwrap();
        let name = test.attribute("name").unwrap().split(':').next().unwrap();
        let end =
            test.children().find(|node| ["failure", "error", "skipped"].contains(&node.tag_name().name()));
        let (end, message) =
            end.map_or(("passed", ""), |end| (end.tag_name().name(), end.attribute("message").unwrap()));
        [suite, name, end, message].map(str::to_owned)
    });
    told.collect()
}

fn xml(outcomes: &[Outcome<'_>]) -> String {
    junit(outcomes)
}

fn test<'d>(document: &'d Document<'_>, name: &str) -> Node<'d, 'd> {
    let mut tests = document.descendants().filter(|node| node.has_tag_name("testcase"));
    tests.find(|test| test.attribute("name").unwrap().starts_with(name)).unwrap()
}

#[test]
fn each_item_is_a_test_and_each_kind_of_smaller_matter_another() {
    let xml = xml(&[quay().outcome(), LOST]);
    let lines: Vec<String> = told(&xml).iter().map(|test| test.join(" | ")).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    drafts/quay.md | night-desk | failure | Somebody decides at night: the finding is answered in part
    drafts/quay.md | lost-letters | skipped | waived by Head of Quays on 2031-04-02 until 2031-12-31: the post office answers it
    drafts/quay.md | multi-agency | failure | no action is owned by the council
    drafts/quay.md | submission | failure | Sent to the mailbox in time: due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor when
    drafts/quay.md | action-without-owner | passed | 
    drafts/lost.docx | the statement can be checked | error | `drafts/lost.docx` cannot be read: it is protected by a password
    ");
}

#[test]
fn the_counts_are_those_of_the_tests() {
    let xml = xml(&[quay().outcome(), LOST]);
    let ends = told(&xml);
    let document = Document::parse(&xml).unwrap();
    let root = document.root_element();
    for (name, end) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
        let counted = ends.iter().filter(|test| test[2] == end).count();
        assert_eq!(root.attribute(name), Some(counted.to_string().as_str()), "{name}");
    }
    assert_eq!(root.attribute("tests"), Some(ends.len().to_string().as_str()));
    for node in document.descendants() {
        for name in ["time", "timestamp", "uuid", "hostname"] {
            assert_eq!(node.attribute(name), None, "it differs from run to run");
        }
    }
}

#[test]
fn a_failure_says_what_to_do_and_what_comes_near() {
    let xml = xml(&[quay().outcome()]);
    let document = Document::parse(&xml).unwrap();
    let failure = test(&document, "night-desk").first_element_child().unwrap();
    insta::assert_snapshot!(failure.text().unwrap(), @r#"
    add an action with an owner and a date that commits to this: A call at night is returned within the hour
    met (likely): A rota covers every night
      Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."
      decided: met, by Clerk to the Board on 2031-05-02: two names are enough
    not met (deferred, likely): A call at night is returned within the hour
      near: Table 1, row 3, Action (line 6): "Calling back within the hour waits for the review next year." (this puts the matter off)
      near: Table 1, row 2, Action (line 5): "Publish a rota with two names for every night." (this speaks of a neighbouring matter)
      near: Table 1, row 2, column 1 (line 5): "Night desk" (this only repeats what the inspectors wrote)
    "#);
    assert_eq!(failure.attribute("type"), Some("finding-partial"));
    assert_eq!(test(&document, "night-desk").attribute("classname"), Some("visit-amber-quay-2031"));
    insta::assert_snapshot!(test(&document, "action-without-owner").first_element_child().unwrap().text().unwrap(), @"Table 1, row 3, Action (line 6): an action names nobody: `Calling back within the hour waits for the review...`; name the post that answers for it");
}

#[test]
fn a_waived_item_is_skipped_with_the_reason() {
    let xml = xml(&[quay().outcome()]);
    let document = Document::parse(&xml).unwrap();
    let skipped = test(&document, "lost-letters").first_element_child().unwrap();
    assert!(skipped.has_tag_name("skipped"));
    insta::assert_snapshot!(skipped.attribute("message").unwrap(), @"waived by Head of Quays on 2031-04-02 until 2031-12-31: the post office answers it");
}

#[test]
fn a_waived_item_that_is_answered_passes_and_says_that_it_is_waived() {
    let answered = QUAY.to_owned()
        + "| Lost letters | The clerk will enter each letter in the post book. | Clerk, council | 1 May 2031 | All |\n";
    let xml = xml(&[Checked::of("quay.md", &answered).waived("lost-letters", "the post office").outcome()]);
    let document = Document::parse(&xml).unwrap();
    let told = test(&document, "lost-letters").first_element_child().unwrap();
    assert!(told.has_tag_name("system-out"));
    assert!(
        told.text()
            .unwrap()
            .contains("waived by Head of Quays on 2031-04-02 until 2031-12-31: the post office")
    );
}

#[test]
fn what_nobody_can_tell_is_an_error() {
    let picture = Checked::with_picture("quay.md", QUAY);
    let xml = xml(&[picture.outcome()]);
    let letters = told(&xml).into_iter().find(|test| test[1] == "lost-letters").unwrap();
    assert_eq!(letters[2], "error");
    let document = Document::parse(&xml).unwrap();
    let unread = document.descendants().find(|node| node.has_tag_name("system-err")).unwrap();
    assert_eq!(unread.text(), Some("not read: the picture may hold text (page 2)"));
}

#[test]
fn a_smaller_matter_that_weighs_more_than_a_note_fails() {
    let told_of = |xml: &str| told(xml).into_iter().find(|test| test[1] == "action-without-owner").unwrap();
    let mut checked = quay();
    assert_eq!(told_of(&xml(&[checked.outcome()]))[2], "passed");
    for diagnostic in &mut checked.diagnostics {
        diagnostic.severity = Severity::Warning;
    }
    let told = told_of(&xml(&[checked.outcome()]));
    assert_eq!((told[2].as_str(), told[3].as_str()), ("failure", "an action names nobody (once)"));
}

#[test]
fn the_program_writes_a_suite_for_each_statement() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("late.md", QUAY);
    let args = ["check", "--each", "quay.md", "late.md", "--rules", "RULES", "--as-of", "2031-06-04"];
    let run = desk.wsoa(&[&args[..], &["--format", "junit"]].concat());
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    let mut suites: Vec<String> = told(&run.stdout).into_iter().map(|[suite, ..]| suite).collect();
    suites.dedup();
    assert_eq!(suites, ["quay.md", "late.md"]);
}

#[test]
fn what_is_about_an_item_that_may_be_answered_is_a_test_of_its_own() {
    let mut checked = quay();
    let about = checked.diagnostics.iter().find(|one| one.item.as_deref() == Some("night-desk")).unwrap();
    let suspect = Diagnostic { code: Code::ReviewSuspect, ..about.clone() };
    checked.diagnostics.push(suspect);
    let xml = xml(&[checked.outcome()]);
    let told = told(&xml).into_iter().find(|test| test[1] == "review-suspect").unwrap();
    assert_eq!(told[2], "failure", "it makes the check fail whatever the item's verdict");
}
