//! The fields of an action: blank owners, vague and blank dates, and how success is known.

use jiff::civil::date;

use super::{due, only, plan};
use wsoa::statement::{Action, Statement};

/// The action of a row with these cells.
fn row(action: &str, owner: &str, when: &str, measure: &str) -> Action {
    let statement: Statement = plan(&format!(
        "| Action | Lead | By when | Measure |\n|---|---|---|---|\n| {action} | {owner} | {when} | {measure} |\n"
    ));
    only(&statement).clone()
}

#[test]
fn blank_cells_say_nothing() {
    for blank in [
        "",
        "TBC",
        "tbc",
        "TBC.",
        "To be confirmed",
        "to be agreed",
        "-",
        "–",
        "n/a",
        "?",
        "Not yet agreed",
        "Vacant",
    ] {
        let action = row("Caulk each boat", blank, "1 May 2017", blank);
        assert_eq!(action.owner, None, "{blank}");
        assert_eq!(action.measure, None, "{blank}");
        assert!(action.agencies.is_empty(), "{blank}");
    }
}

#[test]
fn a_blank_owner_is_not_made_up_from_the_action() {
    assert_eq!(row("The harbour manager will caulk each boat", "TBC", "1 May 2017", "Dry").owner, None);
}

#[test]
fn vague_dates_are_kept_as_written_and_name_no_day() {
    for vague in [
        "Ongoing",
        "Immediate",
        "ASAP",
        "TBC",
        "To be confirmed",
        "In due course",
        "Monthly",
        "Complete",
        "Long term",
        "when resources allow",
        "To be built into the audit round",
    ] {
        let action = row("Caulk each boat", "Boatswain", vague, "Dry");
        assert_eq!(
            action.due.as_ref().map(|due| (due.text.as_str(), due.range)),
            Some((vague, None)),
            "{vague}"
        );
    }
}

#[test]
fn blank_dates_are_none() {
    for blank in ["", "-", "n/a"] {
        assert_eq!(row("Caulk each boat", "Boatswain", blank, "Dry").due, None, "{blank}");
    }
}

#[test]
fn dates_of_many_forms_name_their_last_day() {
    for (text, day) in [
        ("31/03/17", date(2017, 3, 31)),
        ("By 31/12/2016", date(2016, 12, 31)),
        ("by end of Sept 2016", date(2016, 9, 30)),
        ("March 2017", date(2017, 3, 31)),
        ("Q3 2016/17", date(2016, 12, 31)),
        ("Quarter 1 of 2017/18", date(2017, 6, 30)),
        ("September", date(2016, 9, 30)),
        ("1 st October 2016", date(2016, 10, 1)),
        ("22 Mar 17", date(2017, 3, 22)),
        ("financial year 2016/17", date(2017, 3, 31)),
    ] {
        assert_eq!(due(&row("Caulk each boat", "Boatswain", text, "Dry")), Some(day), "{text}");
    }
}

#[test]
fn a_date_in_the_action_counts_only_where_there_is_no_place_for_it() {
    assert_eq!(due(&row("Caulk each boat by 1 May 2017", "Boatswain", "", "Dry")), None);
    let statement = plan("| Action | Lead |\n|---|---|\n| Caulk each boat by 1 May 2017 | Boatswain |\n");
    assert_eq!(due(only(&statement)), Some(date(2017, 5, 1)));
}

#[test]
fn a_measure_said_in_the_action_is_its_measure_where_no_other_is() {
    let said = "We will know it has worked when 9 of 10 boats are dry.";
    let action = row(&format!("Caulk each boat. {said}"), "Boatswain", "1 May 2017", "");
    assert_eq!(action.measure.as_deref(), Some(said));
    let action = row(&format!("Caulk each boat. {said}"), "Boatswain", "1 May 2017", "Dry bilges");
    assert_eq!(action.measure.as_deref(), Some("Dry bilges"));
    assert_eq!(row("Caulk each boat.", "Boatswain", "1 May 2017", "TBC").measure, None);
}

#[test]
fn owner_and_agency_are_said_together() {
    let statement = plan(
        "| Action | Lead officer | Agency |\n|---|---|---|\n| Caulk each boat | Boatswain | Bedfordshire Police |\n",
    );
    let action = only(&statement);
    assert_eq!(action.owner.as_deref(), Some("Boatswain (Bedfordshire Police)"));
    let ids: Vec<_> = action.agencies.iter().map(|id| id.as_str()).collect();
    assert_eq!(ids, ["police"]);
}

#[test]
fn an_agency_alone_owns_where_nobody_is_asked_to_be_named() {
    let statement = plan(
        "| Action | Agency | By when |\n|---|---|---|\n| Caulk each boat | Bedfordshire Police | TBC |\n",
    );
    assert_eq!(only(&statement).owner.as_deref(), Some("Bedfordshire Police"));
    let statement = plan(
        "| Action | Lead officer | Agency |\n|---|---|---|\n| Caulk each boat | TBC | Bedfordshire Police |\n",
    );
    assert_eq!(only(&statement).owner, None);
    assert_eq!(only(&statement).agencies.len(), 1);
}
