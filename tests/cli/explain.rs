//! `wsoa explain`: a code, a reason, an item of the letter, and a name that nothing has.

use std::path::Path;

use wsoa::assess::{Code, Reason};
use wsoa::pack::{self, Rules};

use crate::runner::{Desk, Run, wsoa};

fn explain(name: &str) -> Run {
    Desk::new().wsoa(&["explain", name, "--rules", "RULES"])
}

/// Returns what is explained, and fails where nothing is.
fn explained(name: &str) -> String {
    let run = explain(name);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{name}");
    run.stdout
}

#[test]
fn every_code_is_explained() {
    for code in Code::ALL {
        let page = wsoa(&["explain", code.name()]).stdout;
        let (title, body) = page.split_once("\n\n").unwrap();
        let severity = format!("{:?}", code.severity()).to_lowercase();
        assert_eq!(title, format!("{code} ({severity}): {}", code.description()));
        assert!(body.trim_end().len() > 60 && body.ends_with(".\n"), "{page}");
    }
}

#[test]
fn every_reason_is_explained() {
    for reason in Reason::ALL {
        let page = wsoa(&["explain", reason.code()]).stdout;
        let (title, body) = page.split_once("\n\n").unwrap();
        assert_eq!(title, format!("{}: {}", reason.code(), reason.says()));
        assert!(body.trim_end().len() > 60 && body.ends_with(".\n"), "{page}");
    }
}

#[test]
fn every_code_of_rule_files_is_explained() {
    for code in pack::Code::ALL {
        let page = wsoa(&["explain", code.name()]).stdout;
        assert!(page.starts_with(&format!("{code}: {}\n\n", code.description())), "{page}");
        assert!(page.ends_with(&format!("What to do: {}\n", code.help())), "{page}");
    }
}

#[test]
fn without_a_name_every_code_and_reason_is_listed() {
    let run = wsoa(&["explain"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let listed: Vec<&str> =
        run.stdout.lines().filter_map(|line| line.split_once("  ").map(|(name, _)| name)).collect();
    assert_eq!(listed, names());
}

/// Every name that is explained without rules, in the order in which they are listed.
fn names() -> Vec<&'static str> {
    let codes = Code::ALL.iter().map(|code| code.name());
    let reasons = Reason::ALL.iter().map(|reason| reason.code());
    codes.chain(reasons).chain(pack::Code::ALL.iter().map(|code| code.name())).collect()
}

#[test]
fn no_two_names_are_the_same() {
    let mut names = names();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "one hides the other");
}

#[test]
fn a_code_says_what_why_and_what_to_do() {
    insta::assert_snapshot!(explained("action-without-date"), @r#"
    action-without-date (warning): an action has no date

    An action has no date, or one such as "ongoing" or "immediate".

    A statement must give the period within which each action is to be taken (Education and Inspections Act 2006, section 137(3)(b)).

    Give the last day by which it will be done; for something that goes on, the day by which it starts and the day on which it is reviewed.
    "#);
}

#[test]
fn a_reason_says_what_it_means_and_what_to_do() {
    insta::assert_snapshot!(explained("deferred"), @"
    deferred: this puts the matter off

    The matter is left for a later year, review or refresh. Say what will be done now, and by when.
    ");
}

#[test]
fn a_finding_shows_what_it_asks_and_what_answers_it() {
    insta::assert_snapshot!(explained("night-desk"), @r#"
    night-desk: Somebody decides at night
    asked in: Short visit to Amber Quay (What must improve, bullet 1)

    night-desk.rota
      asks: A rota covers every night
      a good answer: Says who stands on the rota, and from when.
      meets it: "A night rota starts on 1 May."
      does not: "Nights are busy."

    night-desk.call-back
      asks: A call at night is returned within the hour
      meets it: "Each call is returned within one hour."
      does not: "Calls are counted."
    "#);
}

#[test]
fn an_aspect_is_shown_alone() {
    let page = explained("night-desk.call-back");
    insta::assert_snapshot!(page, @r#"
    night-desk: Somebody decides at night
    asked in: Short visit to Amber Quay (What must improve, bullet 1)

    night-desk.call-back
      asks: A call at night is returned within the hour
      meets it: "Each call is returned within one hour."
      does not: "Calls are counted."
    "#);
    assert_eq!(explained("visit-amber-quay-2031/night-desk.call-back"), page);
}

#[test]
fn a_next_step_says_when_it_is_met() {
    insta::assert_snapshot!(explained("submission"), @"
    submission: Sent to the mailbox in time
    asked in: Short visit to Amber Quay (Next steps, paragraph 2)

    Met when the day of the check is not past the due date and the statement says where it goes or when it is sent.
    ");
}

#[test]
fn every_item_of_an_inspection_is_explained() {
    let rules = Rules::from_dir(Path::new("tests/cli/rules")).unwrap();
    for inspection in &rules.inspections {
        for finding in &inspection.findings {
            let page = explained(&format!("{}/{}", inspection.id, finding.id));
            assert!(page.starts_with(&format!("{}: {}\n", finding.id, finding.summary)), "{page}");
            for aspect in &finding.aspects {
                let asked = format!("\n{}.{}\n  asks: {}\n", finding.id, aspect.id, aspect.asks);
                assert!(page.contains(&asked), "{page}");
            }
        }
        for step in &inspection.next_steps {
            let page = explained(&format!("{}/{}", inspection.id, step.id));
            assert!(page.starts_with(&format!("{}: {}\n", step.id, step.asks)), "{page}");
        }
    }
}

#[test]
fn the_built_in_rules_are_explained_where_no_others_are_named() {
    let run = wsoa(&["explain", "escalation.senior-leaders"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(
        run.stdout.starts_with("escalation: ") && run.stdout.contains("\nescalation.senior-leaders\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_mistyped_name_is_answered_with_the_nearest() {
    let near = |name: &str, meant: &str| {
        let run = explain(name);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{name}");
        let said = format!("error: nothing is called `{name}`\nhelp: did you mean `{meant}`?\n");
        assert_eq!(run.stderr, said);
    };
    near("finding-partail", "finding-partial");
    near("Deferred", "deferred");
    near("night-dest", "night-desk");
    near("night-desk.callback", "night-desk.call-back");
    near("submision", "submission");
}

#[test]
fn a_name_like_no_other_is_told_where_names_are_listed() {
    let run = explain("harvest");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: nothing is called `harvest`
    help: `wsoa rules show ID` lists the items of an inspection, `wsoa rules list` the inspections
    ");
    assert_eq!(explain("visit-bell-heath-2031/night-desk").code, Some(2), "an item of another inspection");
    assert_eq!(explain("night-desk.").code, Some(2));
    assert_eq!(explain("").code, Some(2));
}

#[test]
fn codes_are_explained_although_the_rules_are_wrong() {
    let run = wsoa(&["explain", "past-due", "--rules", "tests/fixtures/rules-ten-errors"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let item = wsoa(&["explain", "absent-grades", "--rules", "tests/fixtures/rules-ten-errors"]);
    assert_eq!((item.code, item.stdout.as_str()), (Some(4), ""));
}
