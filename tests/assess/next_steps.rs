//! Next steps: what the letter asks of the statement itself, each met and unmet.

use jiff::civil::date;
use wsoa::assess::Verdict::{self, Addressed, CannotTell, Partial, Unaddressed};

use super::{Check, check, check_unread, on, read, row, rows, rules, unread};

/// A row of this owner that answers no finding.
fn owned(owner: &str) -> [&str; 5] {
    ["Gulls", "Feed the gulls.", owner, "1 October 2031", "Fat gulls"]
}

/// The verdict of a step and the agencies it finds missing.
fn step<'c>(check: &'c Check, id: &str) -> (Verdict, Vec<&'c str>) {
    let step = check.step(id);
    (step.verdict, step.missing.iter().map(|id| id.as_str()).collect())
}

#[test]
fn a_statement_says_that_it_is_coordinated() {
    let said = check("This is the written statement of all partners, coordinated by the council.\n");
    assert_eq!(said.verdict("one-statement"), Addressed);
    let as_action = check(&rows(&[owned("The council")
        .map(|cell| if cell == "Feed the gulls." { "Coordinate the written statement." } else { cell })]));
    assert_eq!(as_action.verdict("one-statement"), Addressed);
    assert_eq!(check("A plan.\n").verdict("one-statement"), Unaddressed);
    assert_eq!(check_unread("A plan.\n").verdict("one-statement"), CannotTell);
}

#[test]
fn every_finding_has_an_answer_or_some_or_none() {
    let all = [
        row("dark lamps", "The coxswain will visit each lamp by night and sign its logbook."),
        row("frayed ropes", "The purser will count each rope."),
        row("shanty", "The crew will practise a shanty on the quay with fiddle and drum each Sunday."),
        row("shanty", "The keeper will teach a shanty to each class in the village school."),
    ];
    let full = check(&rows(&all));
    assert_eq!(full.verdict("every-finding"), Addressed, "{:?}", full.assessment.items);
    assert_eq!(full.step("every-finding").note, "3 of 3 findings are answered in full");
    let half = check(&rows(&all[..1]));
    assert_eq!(half.verdict("every-finding"), Partial);
    assert_eq!(half.step("every-finding").note, "1 of 3 findings are answered in full");
    let some = check(&rows(&[row("dark lamps", "The coxswain will visit each lamp by night.")]));
    assert_eq!(some.verdict("every-finding"), Partial, "half an answer is some answer");
    assert_eq!(check("Gulls.\n").verdict("every-finding"), Unaddressed);
    assert_eq!(check_unread("Gulls.\n").verdict("every-finding"), CannotTell);
}

#[test]
fn every_agency_owns_an_action_and_those_that_do_not_are_named() {
    let all = check(&rows(&[owned("Sergeant, police"), owned("Named nurse"), owned("LSCB")]));
    assert_eq!(step(&all, "every-agency"), (Addressed, vec![]));
    let some = check(&rows(&[owned("Named nurse")]));
    assert_eq!(step(&some, "every-agency"), (Partial, vec!["police", "lscb"]));
    let note = &some.step("every-agency").note;
    assert_eq!(note, "no action is owned by the police, the Local Safeguarding Children Board");
    let none = check(&rows(&[owned("All partners")]));
    assert_eq!(step(&none, "every-agency"), (Unaddressed, vec!["police", "health", "lscb"]));
}

#[test]
fn an_agency_that_is_only_spoken_of_owns_nothing() {
    let spoken = check(&rows(&[[
        "Gulls",
        "Ask the police and the LSCB to feed the gulls.",
        "Named nurse",
        "1 October 2031",
        "Fat",
    ]]));
    assert_eq!(step(&spoken, "every-agency").1, ["police", "lscb"]);
}

#[test]
fn one_row_of_several_owners_counts_for_each() {
    let joint = check(&rows(&[owned("Police, health and LSCB")]));
    assert_eq!(step(&joint, "every-agency"), (Addressed, vec![]));
}

#[test]
fn an_agency_may_own_what_was_not_read() {
    assert_eq!(check_unread(&rows(&[owned("All partners")])).verdict("every-agency"), CannotTell);
    assert_eq!(check_unread(&rows(&[owned("Named nurse")])).verdict("every-agency"), CannotTell);
    let all = check_unread(&rows(&[owned("Police, health and LSCB")]));
    assert_eq!(all.verdict("every-agency"), Addressed);
}

#[test]
fn some_actions_are_joint_and_some_are_one_agency_s() {
    let both = check(&rows(&[owned("Police and health"), owned("LSCB")]));
    assert_eq!(both.verdict("joint-and-single"), Addressed);
    assert_eq!(
        both.step("joint-and-single").note,
        "1 actions are owned by several agencies, 1 by one".replace("1 actions are", "1 action is")
    );
    assert_eq!(check(&rows(&[owned("Police and health")])).verdict("joint-and-single"), Partial);
    assert_eq!(check(&rows(&[owned("LSCB")])).verdict("joint-and-single"), Partial);
    assert_eq!(check(&rows(&[owned("Everybody")])).verdict("joint-and-single"), Unaddressed);
    assert_eq!(check_unread(&rows(&[owned("Everybody")])).verdict("joint-and-single"), CannotTell);
}

const SENT: &str = "It will be sent to lights@example.org on 9 June 2031.\n";

#[test]
fn before_the_due_date_a_statement_that_says_where_it_goes_is_in_order() {
    let said = on(read(SENT), date(2031, 5, 1));
    assert_eq!(said.verdict("sent"), Addressed);
    assert_eq!(said.step("sent").note, "due on 2031-06-10, 40 days left");
    let unsaid = on(read("Gulls.\n"), date(2031, 5, 1));
    assert_eq!(unsaid.verdict("sent"), Partial);
    assert_eq!(
        unsaid.step("sent").note,
        "due on 2031-06-10, 40 days left; the statement does not say that it goes to lights@example.org, nor when"
    );
}

#[test]
fn on_the_due_date_it_is_still_in_time() {
    assert_eq!(on(read(SENT), date(2031, 6, 10)).verdict("sent"), Addressed);
}

#[test]
fn after_the_due_date_it_is_late_whatever_it_says() {
    let late = on(read(SENT), date(2031, 6, 12));
    assert_eq!(late.verdict("sent"), Unaddressed);
    assert_eq!(late.step("sent").note, "it was due on 2031-06-10, 2 days ago");
}

#[test]
fn one_day_is_one_day() {
    assert_eq!(on(read(SENT), date(2031, 6, 9)).step("sent").note, "due on 2031-06-10, 1 day left");
    assert_eq!(on(read(SENT), date(2031, 6, 11)).step("sent").note, "it was due on 2031-06-10, 1 day ago");
}

#[test]
fn what_was_not_read_makes_a_late_statement_no_less_late() {
    assert_eq!(on(unread(read(SENT)), date(2031, 6, 12)).verdict("sent"), Unaddressed);
}

#[test]
fn a_letter_without_a_date_sets_none() {
    let inspection = rules().inspection("visit-gull-rock-2033").unwrap();
    let statement = wsoa::statement::read(&[read("Gulls.\n")], rules(), None);
    let assessment = wsoa::assess::assess(&statement, rules(), inspection, date(2040, 1, 1));
    let sent = assessment.items.iter().find(|item| item.id() == "sent").unwrap();
    assert_eq!(sent.verdict(), Addressed);
}
