//! Verdicts of findings, from what becomes of their aspects.

use wsoa::assess::Verdict::{Addressed, CannotTell, Partial, Unaddressed};

use super::{check, check_unread, inspection, row, rows};

const NIGHT: &str = "The coxswain will visit each lamp by night.";
const LOGBOOK: &str = "The coxswain will keep a logbook of the lamps.";

#[test]
fn a_finding_is_addressed_when_each_aspect_is_met() {
    let check = check(&rows(&[row("dark lamps", NIGHT), row("dark lamps", LOGBOOK)]));
    assert_eq!(check.verdict("lamp-rounds"), Addressed);
    assert_eq!(check.verdict("rope-store"), Unaddressed);
}

#[test]
fn a_finding_is_partial_when_some_aspects_are_met() {
    let check = check(&rows(&[row("dark lamps", NIGHT)]));
    assert_eq!(check.verdict("lamp-rounds"), Partial);
    assert!(check.aspect("lamp-rounds.by-night").met);
    assert!(!check.aspect("lamp-rounds.logged").met);
}

#[test]
fn one_action_may_meet_several_aspects() {
    let check = check(&rows(&[row(
        "dark lamps",
        "The coxswain will visit each lamp by night and sign its logbook.",
    )]));
    assert_eq!(check.verdict("lamp-rounds"), Addressed);
    assert_eq!(check.assessment.answers, [["lamp-rounds.by-night", "lamp-rounds.logged"]]);
}

#[test]
fn what_was_not_read_may_hold_the_answer() {
    let check = check_unread(&rows(&[
        row("dark lamps", NIGHT),
        row("frayed ropes", "The purser will count each rope."),
    ]));
    assert_eq!(check.verdict("lamp-rounds"), CannotTell, "half of it is missing");
    assert_eq!(check.verdict("songs"), CannotTell, "nothing answers it");
    assert_eq!(check.verdict("rope-store"), Addressed, "what was read answers it");
}

#[test]
fn an_empty_plan_answers_nothing() {
    let check = check("Gulls are many.\n");
    for finding in &inspection().findings {
        assert_eq!(check.verdict(&finding.id), Unaddressed, "{}", finding.id);
    }
    assert!(check.assessment.answers.is_empty());
}

#[test]
fn items_stand_in_the_order_of_the_letter() {
    let check = check("Gulls are many.\n");
    let ids: Vec<&str> = check.assessment.items.iter().map(|item| item.id()).collect();
    assert_eq!(
        ids,
        [
            "lamp-rounds",
            "one-statement",
            "rope-store",
            "songs",
            "every-finding",
            "every-agency",
            "joint-and-single",
            "sent"
        ]
    );
}

#[test]
fn answers_name_for_each_action_what_it_answers() {
    let check = check(&rows(&[
        row("dark lamps", LOGBOOK),
        row("dark lamps", "The coxswain will feed the gulls."),
        row("frayed ropes", "The purser will count each rope."),
    ]));
    assert_eq!(check.assessment.answers, [vec!["lamp-rounds.logged"], vec![], vec!["rope-store.counted"]]);
    assert_eq!(check.assessment.as_of, super::TODAY);
}
