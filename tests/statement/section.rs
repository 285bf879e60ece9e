//! Sections: parts of a document that are not its plan.

use super::{PassageKind, passages, plan, texts};

const PROMISE: &str = "The director of boats will caulk each boat by 1 May 2017.";

/// Holds each heading against what it makes of the prose below it.
fn all(wanted: (usize, Option<PassageKind>), headings: &[&str]) {
    let wrong: Vec<_> = headings.iter().filter(|heading| under(heading) != wanted).collect();
    assert!(wrong.is_empty(), "these should be {wanted:?}: {wrong:#?}");
}

/// Returns how many actions `PROMISE` gives in prose under a heading, and as what passage it is kept otherwise.
fn under(heading: &str) -> (usize, Option<PassageKind>) {
    let statement = plan(&format!("## Boats\n\nMany boats.\n\n## {heading}\n\n{PROMISE}\n"));
    let kept = statement.passages.iter().find(|passage| passage.text == PROMISE);
    (statement.actions.len(), kept.map(|passage| passage.kind))
}

#[test]
fn background_strengths_governance_and_glossaries_are_no_plan() {
    all(
        (0, Some(PassageKind::Context)),
        &[
            "Glossary",
            "Abbreviations used",
            "Introduction",
            "Background",
            "Context",
            "Executive summary",
            "What is working well",
            "Our strengths",
            "What inspectors praised",
            "Our starting point",
            "Governance",
            "Governance and monitoring",
            "Sign-off",
            "Approval",
            "Version history",
            "Appendix A: text of the letter",
            "Annex B: glossary",
        ],
    );
}

#[test]
fn superseded_parts_are_no_longer_said() {
    all(
        (0, Some(PassageKind::Superseded)),
        &[
            "Superseded text",
            "Earlier draft (not adopted)",
            "Previous version",
            "Removed text",
            "Section no longer part of this statement",
        ],
    );
}

#[test]
fn parts_of_the_plan_are_the_plan_whatever_they_speak_of() {
    all(
        (1, None),
        &[
            "Boats",
            "Priority 1: stronger leadership",
            "Theme B: what we will do",
            "Action plan",
            "Review of boats that leak",
            "Learning from what went wrong",
            "Contextual safeguarding",
            "Good practice in every agency",
        ],
    );
}

#[test]
fn findings_about_oversight_and_monitoring_are_part_of_the_plan() {
    all(
        (1, None),
        &[
            "Management oversight of boats",
            "Finding 4: monitoring of leaks",
            "Probation: oversight of thresholds",
            "Consultation with children and young people",
        ],
    );
}

#[test]
fn tables_and_bullets_in_such_parts_are_background_too() {
    let statement = plan(&format!(
        "# The plan\n\n## Boats\n\nMany boats.\n\n## Background\n\n- {PROMISE}\n\n| Action | Lead | By when |\n|---|---|---|\n| Tar each hull | Shipwright | 1 June 2017 |\n"
    ));
    assert!(statement.actions.is_empty(), "{:?}", texts(&statement));
    assert_eq!(passages(&statement, PassageKind::Context), [PROMISE, "Tar each hull"]);
}

#[test]
fn what_has_somebody_and_a_day_is_an_action_though_its_part_be_called_governance() {
    let table = "| Action | Lead | By when |\n|---|---|---|\n| Tar each hull | Shipwright | 1 June 2017 |\n";
    let statement =
        plan(&format!("# The plan\n\n## Boats\n\nMany boats.\n\n## Governance\n\n- {PROMISE}\n\n{table}"));
    assert_eq!(texts(&statement), ["Tar each hull"]);
    assert_eq!(passages(&statement, PassageKind::Context), [PROMISE]);
}

#[test]
fn a_table_in_a_superseded_part_is_superseded() {
    let statement = plan(
        "## Boats\n\nMany boats.\n\n## Earlier draft\n\n| Action | Lead | By when |\n|---|---|---|\n| Tar each hull | Shipwright | 1 June 2017 |\n",
    );
    assert!(statement.actions.is_empty());
    assert_eq!(passages(&statement, PassageKind::Superseded), ["Tar each hull"]);
}

#[test]
fn such_a_part_ends_at_the_next_heading_of_its_level() {
    let statement = plan(&format!(
        "# A\n\n## Background\n\n### Deeper\n\n{PROMISE}\n\n## Boats\n\n{PROMISE}\n\n# B\n\nThe end.\n"
    ));
    assert_eq!(texts(&statement), [PROMISE]);
    assert_eq!(passages(&statement, PassageKind::Context), [PROMISE]);
}

#[test]
fn the_title_of_the_document_says_nothing_of_its_parts() {
    let statement =
        plan(&format!("# Background and purpose: the plan\n\n## Boats\n\n{PROMISE}\n\n## Oars\n\nMany.\n"));
    assert_eq!(texts(&statement), [PROMISE]);
}

#[test]
fn a_bold_line_is_a_heading() {
    let statement =
        plan(&format!("## Boats\n\n**Background**\n\n{PROMISE}\n\n**What we will do**\n\n{PROMISE}\n"));
    assert_eq!(texts(&statement), [PROMISE]);
    assert_eq!(passages(&statement, PassageKind::Context), [PROMISE]);
}

#[test]
fn a_marker_line_holds_until_the_next_heading() {
    let statement = plan(&format!(
        "## Boats\n\n{PROMISE}\n\nThe text below is from an earlier draft and is superseded.\n\n{PROMISE}\n\n## Oars\n\n{PROMISE}\n"
    ));
    assert_eq!(texts(&statement), [PROMISE, PROMISE]);
    assert_eq!(passages(&statement, PassageKind::Superseded).last(), Some(&PROMISE));
}

#[test]
fn an_action_that_replaces_a_superseded_form_marks_nothing() {
    let statement = plan(&format!(
        "## Boats\n\nThe director of boats will withdraw the superseded form by 1 June 2017.\n\n{PROMISE}\n"
    ));
    assert_eq!(statement.actions.len(), 2, "{:?}", texts(&statement));
}

#[test]
fn sheets_that_are_not_the_plan_are_known_by_their_names() {
    let names = [
        "Cover",
        "Front sheet",
        "Read me",
        "README first",
        "Instructions",
        "Guidance notes",
        "How to use this tracker",
        "Notes",
        "RAG key",
        "Key",
        "Legend",
        "Lists",
        "Lookups",
        "Drop down lists",
        "Data validation",
        "Lists (do not edit)",
        "Contacts",
        "Who is who",
        "Codes",
        "Summary",
        "Dashboard",
        "Change log",
        "Risk register",
        "Risks and issues",
        "RAID log",
    ];
    all((0, Some(PassageKind::Context)), &names);
    let names = [
        "Archive",
        "Archived actions",
        "Removed in v0.6",
        "Old",
        "Old plan",
        "OLD v1",
        "Withdrawn items",
        "Previous tracker",
    ];
    all((0, Some(PassageKind::Superseded)), &names);
}

#[test]
fn sheets_of_the_plan_and_of_what_was_done_count() {
    all(
        (1, None),
        &[
            "Plan",
            "Action plan",
            "Tracker",
            "Sheet1",
            "Closed actions",
            "Completed",
            "Police",
            "Risk assessment tool",
            "Guidance for foster carers is out of date",
            "Older children in care",
            "Previous convictions are not checked",
            "Children removed from home",
        ],
    );
}

#[test]
fn a_long_paragraph_may_begin_with_a_word_that_marks_it() {
    let rest =
        "This is the plan of last year as it stood when the board closed it in the spring of that year.";
    let statement = plan(&format!("## 2015-16\n\nSUPERSEDED. {rest}\n\n{PROMISE}\n"));
    assert!(texts(&statement).is_empty());
    assert_eq!(passages(&statement, PassageKind::Superseded).len(), 2);
}

#[test]
fn a_part_whose_first_paragraph_calls_it_closed_is_no_plan() {
    let annex = |note: &str| {
        texts(&plan(&format!("## Boats\n\nMany boats.\n\n## Annex\n\n{note}\n\n{PROMISE}\n"))).len()
    };
    assert_eq!(annex("It ran until March. It has been closed and is replaced by the plan above."), 0);
    assert_eq!(annex("Nothing in it is a current commitment."), 0);
    assert_eq!(annex("It replaces what stood here in May."), 1);
    assert_eq!(annex("The harbour was closed in March."), 1);
}

#[test]
fn only_the_first_paragraph_of_a_part_can_close_it() {
    let below = plan(&format!(
        "## Boats\n\nMany boats.\n\n{PROMISE}\n\nIt has been closed and is replaced by another.\n"
    ));
    assert_eq!(texts(&below), [PROMISE]);
}
