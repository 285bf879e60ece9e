//! The timeline: every due date against the day of the check and the day on which the statement is due.

use insta::assert_snapshot;
use jiff::civil::Date;

use super::{Check, check, plan, rows};

fn due(dates: &[&str]) -> Check {
    let action = |date| {
        ["frayed ropes", "The nurse will count every rope.", "Rope Nurse, Gull Rock Hospital", date, "None"]
    };
    check(&rows(&dates.iter().copied().map(action).collect::<Vec<_>>()))
}

#[test]
fn the_table_lists_what_the_picture_shows() {
    let dates =
        ["30 April 2031", "1 May 2031", "10 June 2031", "11 June 2031", "ongoing", "", "11 June 2031"];
    assert_snapshot!(due(&dates).page().part("dates"), @"
    Dates
    1 before the day of the check
    2 by the day the statement is due
    2 after the statement is due
    1 a date that names no day
    1 no dateWhen actions fall due5 actions with a date, from 30 April 2031 to 11 June 2031. The check was made for 1 May 2031. The statement is due on 10 June 2031. The table below lists every date.Apr 2031May 2031Jun 2031this check, 1 May 2031statement due, 10 June 2031The same dates as a table
    The dates by which actions are due, the first first
    | Due | When that is | Actions, by their number in the list
    | 30 April 2031 | before the day of the check | 1 action: 1
    | 1 May 2031 | by the day the statement is due | 1 action: 2
    | 10 June 2031 | by the day the statement is due | 1 action: 3
    | 11 June 2031 | after the statement is due | 2 actions: 4 7
    | ongoing | a date that names no day | 1 action: 5
    | none | no date | 1 action: 6
    ");
}

#[test]
fn each_action_with_a_day_is_a_dot() {
    let dots = |dates: &[&str]| due(dates).page().all("circle").count();
    assert_eq!(dots(&["30 April 2031", "ongoing", "1 May 2033", "1 May 2033"]), 3);
    assert_eq!(dots(&["ongoing", ""]), 0);
}

#[test]
fn dots_stay_within_the_picture_however_many_and_far_apart() {
    let mut dates = vec!["11 June 2031"; 300];
    dates.extend(["1 January 1999", "31 December 2098"]);
    let page = due(&dates).page();
    for dot in page.all("circle") {
        let at = |name: &str| dot.attributes[name].parse::<f64>().unwrap();
        assert!((0.0..=960.0).contains(&at("cx")) && (30.0..=210.0).contains(&at("cy")), "{dot:?}");
    }
}

#[test]
fn days_as_far_apart_as_days_can_be_have_a_picture() {
    let mut far = due(&["1 May 2031", "1 June 2031"]);
    for (action, day) in far.statement.actions.iter_mut().zip([Date::MIN, Date::MAX]) {
        action.due.as_mut().unwrap().range = Some((day, day));
    }
    assert_eq!(far.page().all("circle").count(), 2);
}

#[test]
fn a_plan_without_days_has_no_picture() {
    assert!(due(&["ongoing"]).page().part("dates").contains("1 a date that names no day"));
    assert!(plan().page().all("svg").count() > due(&["ongoing"]).page().all("svg").count());
}
