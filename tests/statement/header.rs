//! Headers: which rows of a table are its header, wherever it stands, and what the columns are then for.

use jiff::civil::date;

use super::support::word::{Word, cell, row, table};
use super::{PassageKind, PointerKind, due, dues, of, only, owners, passages, plan, pointers, texts};

fn cells(words: &[&str]) -> String {
    row(&words.iter().map(|words| cell("", words)).collect::<Vec<_>>())
}

fn word(rows: &[String]) -> wsoa::statement::Statement {
    of(Word::body(&table(rows)).read())
}

#[test]
fn a_heading_across_several_columns_stands_over_theirs() {
    let down = |words: &str| cell("<w:vMerge w:val=\"restart\"/>", words);
    let upper = row(&[
        down("Ref"),
        down("Action"),
        cell("<w:gridSpan w:val=\"2\"/>", "Ownership"),
        cell("<w:gridSpan w:val=\"2\"/>", "Timescale"),
        down("How we will know"),
    ]);
    let below = cell("<w:vMerge/>", "");
    let lower = ["Lead", "Agency", "Start", "Finish"].map(|name| cell("", name)).concat();
    let lower = format!("<w:tr>{below}{below}{lower}{below}</w:tr>");
    let statement = word(&[
        upper,
        lower,
        cells(&[
            "1",
            "Caulk each boat",
            "Boatswain",
            "Bedfordshire Police",
            "1 May 2017",
            "1 June 2017",
            "Dry bilges",
        ]),
    ]);
    let action = only(&statement);
    assert_eq!(action.text, "Caulk each boat");
    assert_eq!(action.owner.as_deref(), Some("Boatswain (Bedfordshire Police)"));
    assert_eq!(due(action), Some(date(2017, 6, 1)));
    assert_eq!(action.measure.as_deref(), Some("Dry bilges"));
    assert_eq!(action.location.text, "Table 1, row 3, Action");
}

#[test]
fn a_heading_left_of_blanks_stands_over_their_columns_too() {
    let statement = plan(
        "| Ref | Action | Responsibility | | Outcome |\n|---|---|---|---|---|\n\
         | | | Lead officer | Agency | |\n\
         | 1 | Caulk each boat | Boatswain | Bedfordshire Police | Dry bilges |\n",
    );
    assert_eq!(texts(&statement), ["Caulk each boat"]);
    assert_eq!(owners(&statement), [Some("Boatswain (Bedfordshire Police)")]);
}

#[test]
fn a_title_over_the_whole_table_is_no_upper_header() {
    let statement = word(&[
        row(&[cell("<w:gridSpan w:val=\"3\"/>", "Boats leak at their moorings")]),
        cells(&["Action", "Lead", "By when"]),
        cells(&["Caulk each boat", "Boatswain", "1 May 2017"]),
    ]);
    assert_eq!(pointers(only(&statement), PointerKind::Banner), ["Boats leak at their moorings"]);
}

#[test]
fn lines_about_the_plan_may_stand_above_the_header() {
    let mut lines = String::from("| Harbour plan | | | |\n|---|---|---|---|\n");
    for about in
        ["Plan owner", "Version", "Status", "Agreed by", "Reviewed by", "Published", "Next review", "Copies"]
    {
        lines.push_str(&format!("| {about} | Harbour office | | |\n"));
    }
    lines.push_str(
        "| Finding | Action | Lead | By when |\n| Boats leak | Caulk each boat | Boatswain | 1 May 2017 |\n",
    );
    let statement = plan(&lines);
    assert_eq!(texts(&statement), ["Caulk each boat"]);
    assert_eq!(owners(&statement), [Some("Boatswain")]);
}

#[test]
fn a_row_that_only_speaks_of_leads_and_dates_is_no_header() {
    let statement = plan(
        "| What we found | What happens | Who | When |\n|---|---|---|---|\n\
         | Leads differ | Name a lead officer for each action | Service Manager | By target date |\n\
         | Dates slip | Report each target date to the lead agency | Lead officer | Each review date |\n",
    );
    assert_eq!(
        texts(&statement),
        ["Name a lead officer for each action", "Report each target date to the lead agency"]
    );
}

#[test]
fn a_second_table_may_begin_within_a_table() {
    let statement = plan(
        "| Finding | Action | Lead | By when |\n|---|---|---|---|\n\
         | Boats leak | Caulk each boat | Boatswain | 1 May 2017 |\n\
         | By when | Lead | Action | Measure |\n\
         | 1 June 2017 | Purser | Buy ash oars | Sound oars |\n\
         | Risk | Impact | Owner | Target |\n\
         | Boats may sink in a storm | High | Harbour master | None lost |\n",
    );
    assert_eq!(texts(&statement), ["Caulk each boat", "Buy ash oars"]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Purser")]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1)), Some(date(2017, 6, 1))]);
    assert!(passages(&statement, PassageKind::Context).contains(&"Boats may sink in a storm"));
}

#[test]
fn milestones_beside_dates_are_the_actions() {
    let statement = plan(
        "| Objective | Milestones | By | Lead |\n|---|---|---|---|\n\
         | Dry boats | Caulk each of the boats that lie in the yard | 1 May 2017 | Boatswain |\n",
    );
    assert_eq!(texts(&statement), ["Caulk each of the boats that lie in the yard"]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1))]);
}

#[test]
fn an_action_column_leaves_to_others_what_they_are_for() {
    let statement = plan(
        "| Action and milestones | Due | Lead |\n|---|---|---|\n| Caulk each boat before 1 April 2016 | 1 May 2017 | Boatswain |\n",
    );
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1))]);
}

#[test]
fn evidence_of_completion_is_a_measure_and_the_day_it_closed_a_date() {
    let statement = plan(
        "| Action | Lead | Closed | Evidence of completion |\n|---|---|---|---|\n| Caulk each boat | Boatswain | 1 May 2016 | Dry bilges |\n",
    );
    assert_eq!(dues(&statement), [Some(date(2016, 5, 1))]);
    assert_eq!(only(&statement).measure.as_deref(), Some("Dry bilges"));
}

#[test]
fn a_row_that_was_withdrawn_is_superseded() {
    let statement = plan(
        "| Action | Lead | Status |\n|---|---|---|\n\
         | Caulk each boat | Boatswain | Open |\n| Paint the pier | Purser | Withdrawn |\n| Mend the steps | Purser | Complete |\n",
    );
    assert_eq!(texts(&statement), ["Caulk each boat", "Mend the steps"]);
    assert!(passages(&statement, PassageKind::Superseded).contains(&"Paint the pier"));
}

#[test]
fn a_total_is_no_action() {
    let statement = plan(
        "| Ref | Action | Lead |\n|---|---|---|\n| 1 | Caulk each boat | Boatswain |\n| Total | 1 | |\n",
    );
    assert_eq!(texts(&statement), ["Caulk each boat"]);
}
