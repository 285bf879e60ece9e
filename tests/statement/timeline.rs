//! Charts of work: columns of months in which marks show when an action is done.

use jiff::civil::date;

use super::{dues, plan, texts};

const HEAD: &str = "| No | What happens | Who | Apr–Jun 17 | Jul–Sep 17 | Oct–Dec 17 | Outcome |\n|---|---|---|---|---|---|---|\n";

#[test]
fn an_action_is_due_by_the_end_of_the_last_time_marked() {
    let statement = plan(&format!(
        "{HEAD}| 1 | Caulk each boat | Boatswain | x | x | | Dry |\n| 2 | Tar each hull | Purser | ✓ | | | Dry |\n"
    ));
    assert_eq!(texts(&statement), ["Caulk each boat", "Tar each hull"]);
    assert_eq!(dues(&statement), [Some(date(2017, 9, 30)), Some(date(2017, 6, 30))]);
}

#[test]
fn an_arrow_goes_on_without_an_end_and_no_mark_is_no_date() {
    let statement = plan(&format!(
        "{HEAD}| 1 | Caulk each boat | Boatswain | → | → | → | Dry |\n| 2 | Tar each hull | Purser | – | n/a | | Dry |\n"
    ));
    let action = &statement.actions[0];
    assert_eq!(action.due.as_ref().map(|due| (due.text.as_str(), due.range)), Some(("→", None)));
    assert_eq!(statement.actions[1].due, None);
}

#[test]
fn a_year_over_the_months_is_theirs() {
    let statement = plan(
        "| | | | 2017 | | 2018 | |\n|---|---|---|---|---|---|---|\n\
         | No | What happens | Who | Nov | Dec | Jan | Feb |\n\
         | 1 | Caulk each boat | Boatswain | x | x | x | |\n",
    );
    assert_eq!(texts(&statement), ["Caulk each boat"]);
    assert_eq!(dues(&statement), [Some(date(2018, 1, 31))]);
}

#[test]
fn monthly_remarks_are_no_timeline() {
    let statement = plan(
        "| Action | Lead | May 2017 | June 2017 |\n|---|---|---|---|\n\
         | Caulk each boat | Boatswain | Half of the boats are done | All but one are done |\n",
    );
    assert_eq!(dues(&statement), [None]);
}
