//! `wsoa due`: the dates, and the calendar file.

use crate::runner::{Desk, wsoa};

#[test]
fn dates_to_come_stand_first_with_their_working_days() {
    let run = wsoa(&["due", "--as-of", "2016-08-05"]);
    let line = run.stdout.lines().nth(1).unwrap();
    assert!(line.starts_with("jtai-"), "{}", run.stdout);
    assert!(line.contains("2016-08-15  10 days, 6 of them working days"), "{line}");
    let past = wsoa(&["due", "--as-of", "2016-08-17"]);
    assert!(past.stdout.contains("past by 2 days"), "{}", past.stdout);
}

#[test]
fn a_calendar_file_holds_a_day_for_each_date_to_come() {
    let desk = Desk::new();
    let run = desk.wsoa(&["due", "--as-of", "2031-06-01", "--ics", "due.ics", "--rules", "RULES"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let file = std::fs::read_to_string(desk.path().join("due.ics")).unwrap();
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert!(file.lines().all(|line| line.len() <= 75), "{file}");
    insta::assert_snapshot!(file.replace("\r\n", "\n"));
}

#[test]
fn a_calendar_file_that_is_there_is_kept_unless_told_otherwise() {
    let desk = Desk::with("due.ics", "mine");
    let kept = || std::fs::read_to_string(desk.path().join("due.ics")).unwrap();
    let refused = desk.wsoa(&["due", "--ics", "due.ics", "--rules", "RULES"]);
    assert_eq!((refused.code, kept().as_str()), (Some(2), "mine"));
    assert!(refused.stderr.contains("--force"), "{}", refused.stderr);
    let forced = desk.wsoa(&["due", "--ics", "due.ics", "--force", "--rules", "RULES"]);
    assert_eq!(forced.code, Some(0), "{}", forced.stderr);
    assert!(kept().starts_with("BEGIN:VCALENDAR"));
    assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 1, "nothing else is left behind");
}
