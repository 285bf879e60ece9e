//! Column roles, from headings as published plans write them.

use super::{PassageKind, PointerKind, passages, plan, pointers};

/// What only the cell under the heading says.
const SIGN: &str = "lantern keeper";

/// Returns where the text under `heading` goes, in a table that has other columns for action and owner.
fn roles(heading: &str) -> Vec<&'static str> {
    let statement = plan(&format!(
        "| What we will do | By whom | {heading} |\n|---|---|---|\n| Paint the pier | Harbour master | {SIGN} |\n"
    ));
    let has = |text: Option<&str>| text.is_some_and(|text| text.contains(SIGN));
    let found = |any: &dyn Fn(&wsoa::statement::Action) -> bool| statement.actions.iter().any(any);
    let quoted = passages(&statement, PassageKind::Quoted).contains(&SIGN);
    let mut roles = Vec::new();
    for (role, is) in [
        ("finding", quoted && found(&|action| pointers(action, PointerKind::Row).contains(&SIGN))),
        ("action", found(&|action| action.text == SIGN)),
        (
            "owner",
            found(&|action| {
                action.owner.as_ref().is_some_and(|owner| owner.starts_with("Harbour master; lantern keeper"))
            }),
        ),
        (
            "agency",
            found(&|action| action.owner.as_ref().is_some_and(|owner| owner.ends_with("(lantern keeper)"))),
        ),
        ("due", found(&|action| action.due.as_ref().is_some_and(|due| due.text == SIGN))),
        ("measure", found(&|action| has(action.measure.as_deref()))),
    ] {
        if is {
            roles.push(role);
        }
    }
    roles
}

/// Holds each heading against its role.
fn all(role: &[&str], headings: &[&str]) {
    let wrong: Vec<_> =
        headings.iter().map(|heading| (*heading, roles(heading))).filter(|(_, got)| got != role).collect();
    assert!(wrong.is_empty(), "these should be {role:?}: {wrong:#?}");
}

#[test]
fn findings() {
    all(
        &["finding"],
        &[
            "Recommendation",
            "Recommendation(s)",
            "RECOMMENDATION",
            "AREA REQUIRING IMPROVEMENT",
            "AREA REQUIRING IMPROVEMENT (Recommendations)",
            "Area for improvement",
            "Area of weakness",
            "Significant concern 2",
            "Improvement area 3",
            "Priority",
            "Objective(s)",
            "Overarching recommendation",
            "Scope of recommendation",
            "Finding",
            "Ofsted finding",
            "What the inspectors said",
            "Issue",
            "Theme",
            "You said",
        ],
    );
}

#[test]
fn a_weakness_is_a_finding_however_significant() {
    all(&["finding"], &["Area of significant weakness", "Weakness"]);
}

#[test]
fn words_in_brackets_only_qualify_a_heading() {
    all(&["finding"], &["Overarching recommendation (source, date)"]);
    all(&["owner"], &["Lead (for action)"]);
    all(&["due"], &["Target date (lead to confirm)"]);
}

#[test]
fn actions() {
    all(
        &["action"],
        &[
            "Action",
            "Actions",
            "Action Required",
            "Action to be taken",
            "Key tasks",
            "Specific Actions",
            "Future actions",
            "Response action taken or planned",
            "What we will do",
            "Activity",
            "Steps",
            "Tasks",
        ],
    );
}

#[test]
fn milestones_to_enact_a_recommendation_are_actions() {
    all(&["action"], &["Key milestones to enact recommendation"]);
}

#[test]
fn owners() {
    all(
        &["owner"],
        &[
            "Lead",
            "Leads",
            "Lead(s)",
            "Lead Officer",
            "Lead Person",
            "Responsible Officer",
            "Responsible officer (action lead)",
            "Senior responsible officer (accountable)",
            "Responsible owner",
            "Accountability",
            "Accountable Officer",
            "Strategic Lead",
            "Who",
            "Who?",
            "By whom",
            "Action owner",
            "SRO",
        ],
    );
}

#[test]
fn agencies() {
    all(&["agency"], &["Agency", "Lead Agency", "Organisation", "Lead organisation", "Partner"]);
}

#[test]
fn a_task_and_finish_group_is_a_body() {
    all(&["agency"], &["Task & Finish Group", "Task and Finish Group"]);
}

#[test]
fn due_dates() {
    all(
        &["due"],
        &[
            "Target date",
            "Planned Completion Date",
            "Due date",
            "Timescale",
            "Start/Rev/End",
            "Give expected new achievement date",
            "By when",
            "By when?",
            "When",
            "Deadline",
            "Completion date",
            "Revised date",
            "Action deadline",
        ],
    );
}

#[test]
fn measures() {
    all(
        &["measure"],
        &[
            "How will we know?",
            "Success Measure",
            "Success criteria",
            "Success indicators",
            "Output/Outcome measurement",
            "Progress indicator",
            "Evaluation (Impact)",
            "Benchmarking",
            "Impact",
            "Outcome",
            "KPI",
            "Difference made",
            "Evidence",
            "How will we know that the action has worked?",
        ],
    );
}

#[test]
fn references_progress_and_status_are_no_part_of_the_action() {
    all(
        &[],
        &[
            "Ref",
            "Ref.",
            "Ref No",
            "Action number",
            "No.",
            "#",
            "ID",
            "AFI no.",
            "Action to date",
            "Update on progress",
            "Progress",
            "November progress update",
            "Comments",
            "RAG",
            "RAG rating",
            "BRAG",
            "Status",
            "Achieved (tick)",
            "On Target to Achieve (tick)",
        ],
    );
}

#[test]
fn progress_is_progress_whoever_reports_it_and_on_what() {
    all(
        &[],
        &[
            "Progress against agreed action",
            "November progress update from action lead",
            "Progress on actions",
            "Agency response to recommendations",
        ],
    );
}

#[test]
fn one_heading_may_hold_two_fields() {
    all(&["action", "due"], &["Specific action and timescale", "Action and timescale", "Action / By when"]);
    all(&["owner"], &["Lead Officer / Agency", "Lead agency/officer"]);
    all(&["owner", "due"], &["Lead & deadline", "Who and by when", "Lead<br>Due date"]);
    all(&["due", "measure"], &["Timescale/Target"]);
    all(&["measure"], &["Progress and impact"]);
}

#[test]
fn a_sentence_is_no_heading() {
    all(&[], &["The lead officer will write here in plain words what has been done so far and by when"]);
}

#[test]
fn a_heading_that_says_nothing_holds_the_action_when_no_other_does_and_it_is_the_wordiest() {
    let statement = plan(
        "| Ref | In plain words | Colour of ink | By when |\n|---|---|---|---|\n\
         | 1 | The harbour master will paint the whole length of the pier in white | blue | 1 May 2017 |\n\
         | 2 | The harbour master will mend the three broken steps below the pier | blue | 1 June 2017 |\n",
    );
    assert_eq!(
        super::texts(&statement),
        [
            "The harbour master will paint the whole length of the pier in white",
            "The harbour master will mend the three broken steps below the pier"
        ]
    );
}

#[test]
fn objectives_are_the_actions_where_there_is_no_other_column_for_them() {
    let statement = plan(
        "| Objective | Lead | By when |\n|---|---|---|\n| Paint the pier | Harbour master | 1 May 2017 |\n",
    );
    assert_eq!(super::texts(&statement), ["Paint the pier"]);
}
