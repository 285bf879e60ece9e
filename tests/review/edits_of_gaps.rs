//! What becomes of a decision that an aspect is not met, edit by edit.

use crate::desk::{CALL, ROTA, aspect, check, markdown, plan, redrafted, review, rota};
use crate::runner::Desk;

const ROTA_NAME: &str = "night-desk.rota";
const CALL_NAME: &str = "night-desk.call-back";

/// A desk with a plan of which an officer turned the rota down, which the rules take for an answer, and agreed that nobody
/// calls back.
fn turned_down() -> Desk {
    let desk = Desk::with("plan.md", plan());
    let run = review(&desk, "n\nnames are no cover\nn\n\n");
    assert!(run.stdout.ends_with("2 decided, 0 open; kept in review.toml\n"), "{}", run.stdout);
    desk
}

#[track_caller]
fn both(draft: &str) -> [String; 2] {
    let desk = turned_down();
    [redrafted(&desk, draft, ROTA_NAME).0, redrafted(&desk, draft, CALL_NAME).0]
}

#[test]
fn it_holds_for_what_was_read_and_wherever_that_moves() {
    assert_eq!(both(&plan()), ["holds", "holds"]);
    assert_eq!(both(&markdown(&[rota(CALL), rota("Count the lamps."), rota(ROTA)])), ["holds", "holds"]);
}

#[test]
fn one_word_opens_it_again() {
    let draft = markdown(&[rota("Publish a rota with three names for every night."), rota(CALL)]);
    assert_eq!(both(&draft), ["suspect", "suspect"], "both were decided on the rota among others");
    let draft = markdown(&[rota(ROTA), rota("Calling back within the hour waits for the review this year.")]);
    assert_eq!(both(&draft), ["holds", "suspect"]);
}

#[test]
fn a_sentence_more_may_be_what_was_missing() {
    let desk = turned_down();
    let draft = markdown(&[rota(&format!("{ROTA} A third name stands by.")), rota(CALL)]);
    let (state, says) = redrafted(&desk, &draft, ROTA_NAME);
    assert_eq!((state.as_str(), says.as_str()), ("suspect", "the passage it rests on now says more"));
}

#[test]
fn an_action_that_was_not_there_opens_it_again() {
    let desk = turned_down();
    let answer = "The desk officer will ring back inside the hour.";
    let draft = markdown(&[rota(ROTA), rota(CALL), rota(answer)]);
    assert_eq!(redrafted(&desk, &draft, ROTA_NAME).0, "holds", "the other is not touched");
    let says = "an action that was not there now answers, by the rules";
    assert_eq!(redrafted(&desk, &draft, CALL_NAME), ("suspect".to_owned(), says.to_owned()));
    let reviewed = aspect(&check(&desk, "plan.md", &[]), CALL_NAME);
    assert_eq!(reviewed["met"], true, "until somebody decides again, the rules do");
    assert_eq!(reviewed["reviewed"]["changed"]["now"]["quote"], answer);
}

#[test]
fn every_action_that_the_rules_accept_is_read_before_it_is_turned_down() {
    let actions: Vec<String> = (1..6).map(|n| format!("Print rota {n} for the night desk.")).collect();
    let rows: Vec<_> = actions.iter().map(|action| rota(action)).collect();
    let desk = Desk::with("plan.md", markdown(&rows));
    let run = review(&desk, "n\nprinting is no cover\nq\n");
    assert!(actions.iter().all(|action| run.stdout.contains(action)), "{}", run.stdout);
    assert_eq!(redrafted(&desk, &markdown(&rows), ROTA_NAME).0, "holds");
    let more = [rows.as_slice(), &[rota("Print rota 6 for the night desk.")]].concat();
    assert_eq!(redrafted(&desk, &markdown(&more), ROTA_NAME).0, "suspect");
}

#[test]
fn where_nothing_was_there_it_holds_while_nothing_is() {
    let desk = Desk::with("plan.md", plan());
    let decision = "[[decision]]\nitem = \"lost-letters\"\naspect = \"post-book\"\ndecision = \"not-met\"\non = 2031-05-02\n";
    desk.put("review.toml", format!("pack = \"visit-pier-end-2031\"\n\n{decision}"));
    let name = "lost-letters.post-book";
    assert_eq!(redrafted(&desk, &plan(), name).0, "holds");
    let near = format!("{}\nThe post book of the office was lost.\n", plan());
    let says = "nothing was there to be read, and now something comes near";
    assert_eq!(redrafted(&desk, &near, name), ("suspect".to_owned(), says.to_owned()));
    let row = ["Lost letters", "The clerk will enter each letter in the post book.", "", "", ""];
    assert_eq!(redrafted(&desk, &markdown(&[row]), name).0, "suspect");
}
