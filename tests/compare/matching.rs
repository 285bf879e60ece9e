//! Which action of a draft is which of another, where that is not plain.

use crate::plan::{ACTION, DUE, MEASURE, OWNER, Part, Plan, Row, row};
use crate::{Held, told};

fn changes(old: &Plan, new: &Plan) -> Vec<String> {
    let (old, new) = (Held::new(&old.markdown()), Held::new(&new.markdown()));
    told(&old.to(&new))
}

fn parts(parts: &[(&str, &[Row])]) -> Plan {
    let part =
        |(heading, rows): &(&str, &[Row])| Part { heading: (*heading).to_owned(), rows: rows.to_vec() };
    Plan(parts.iter().map(part).collect())
}

#[test]
fn marks_case_and_numbers_of_lists_are_no_change_of_words() {
    let mut plan = Plan::new();
    plan.set(
        "All ropes in",
        ACTION,
        "1. all ropes in the store will be counted – and their age written on a tag",
    );
    assert_eq!(changes(&Plan::new(), &plan), [""; 0]);
}

#[test]
fn a_name_that_was_read_in_pieces_is_the_same_name() {
    let mut plan = Plan::new();
    plan.set("All ropes in", OWNER, "Mat ron, Gull Rock Health Tru st");
    plan.set(
        "Oil will be bought",
        ACTION,
        "Oil will be bou ght in bulk so that no wick runs dry over winter.",
    );
    assert_eq!(changes(&Plan::new(), &plan), [""; 0]);
}

#[test]
fn the_same_day_in_other_words_is_no_other_day() {
    let mut plan = Plan::new();
    plan.set("All ropes in", DUE, "by 01/07/31");
    assert_eq!(changes(&Plan::new(), &plan), [""; 0]);
}

#[test]
fn actions_of_the_same_words_are_told_apart_by_who_does_them() {
    let meet = "The board will meet each month.";
    let of = |owner: &str| {
        let mut row = row("Boats", meet);
        row[OWNER] = owner.to_owned();
        row
    };
    let owners = ["Matron, health trust", "Inspector, Gull Rock Police", "Mayor, council"];
    let [health, police, council] = owners.map(of);
    let old = parts(&[("One", &[health.clone(), police.clone(), council.clone()])]);
    let gone = parts(&[("One", &[health.clone(), council.clone()])]);
    let both = |old: &Plan, new: &Plan| {
        let (old, new) = (Held::new(&old.markdown()), Held::new(&new.markdown()));
        let comparison = old.to(&new);
        let alone = comparison.pairs.iter().filter(|pair| !pair.is_unchanged());
        alone.map(|pair| (pair.was.and_then(|was| was.owner.clone()), pair.now.is_some())).collect::<Vec<_>>()
    };
    assert_eq!(both(&old, &gone), [(Some(owners[1].to_owned()), false)]);
}

#[test]
fn a_repeated_action_is_added_once_and_moves_none() {
    let mut plan = Plan::new();
    let again = plan.row("Oil will be bought").clone();
    plan.put("Boats", 2, again);
    assert_eq!(changes(&Plan::new(), &plan), ["Oil will be bought: added"]);
}

#[test]
fn a_heading_that_is_put_in_or_renamed_moves_nothing() {
    let mut parted = Plan::new();
    let rows = parted.part("Lamps").rows.split_off(3);
    parted.0.insert(1, Part { heading: "Towers".to_owned(), rows });
    assert_eq!(changes(&Plan::new(), &parted), [""; 0]);
    let mut renamed = Plan::new();
    renamed.0.iter_mut().for_each(|part| part.heading.push_str(" and the like"));
    assert_eq!(changes(&Plan::new(), &renamed), [""; 0]);
    assert_eq!(changes(&renamed, &parted), [""; 0]);
}

#[test]
fn an_action_that_passes_under_the_next_heading_has_moved() {
    let mut plan = Plan::new();
    let last = plan.part("Lamps").rows.pop().unwrap();
    plan.put("Ropes", 0, last);
    assert_eq!(changes(&Plan::new(), &plan), ["The signal mast will: moved"]);
}

#[test]
fn two_parts_that_change_places_move_as_one() {
    let mut plan = Plan::new();
    plan.0.swap(0, 1);
    let moved = changes(&Plan::new(), &plan);
    assert_eq!(moved.len(), 6, "the shorter part: {moved:?}");
    assert!(moved.iter().all(|one| one.ends_with(": moved")), "{moved:?}");
}

#[test]
fn an_action_is_known_by_its_place_when_half_its_words_are_new() {
    let mut plan = Plan::new();
    plan.set(
        "loudest chorus",
        ACTION,
        "The loudest chorus will be crowned with laurel by the mayor at the fair.",
    );
    assert_eq!(changes(&Plan::new(), &plan), ["A prize will be: reworded"]);
}

#[test]
fn another_action_in_the_same_place_is_no_rewording() {
    let mut plan = Plan::new();
    let mut other = row("Boats", "Goats will graze beneath the beacon and keep nettles down.");
    (other[OWNER], other[MEASURE]) = ("Goatherd, council".to_owned(), "Goats seen".to_owned());
    *plan.row("loudest chorus") = other;
    assert_eq!(changes(&Plan::new(), &plan), ["A prize will be: removed", "Goats will graze beneath: added"]);
}

#[test]
fn a_promise_that_is_put_into_the_background_is_found_there() {
    let mut plan = Plan::new();
    let text = plan.take("sewn by the sailmaker")[ACTION].clone();
    let new = format!("{}\n## Background\n\n{text}\n", plan.markdown());
    let (old, new) = (Held::new(&Plan::new().markdown()), Held::new(&new));
    assert_eq!(told(&old.to(&new)), ["Lifejackets for infants will: removed (Context)"]);
    assert_eq!(told(&new.to(&old)), ["Lifejackets for infants will: added (Context)"]);
}

#[test]
fn headings_that_one_draft_does_not_know_for_headings_move_nothing() {
    let flat = Plan::new().markdown().replace("## ", "# ");
    let bare: String =
        Plan::new().markdown().lines().map(|line| line.trim_start_matches('#').to_owned() + "\n").collect();
    let old = Held::new(&Plan::new().markdown());
    for other in [flat, bare] {
        let other = Held::new(&other);
        assert_eq!(told(&old.to(&other)), [""; 0]);
        assert_eq!(told(&other.to(&old)), [""; 0]);
    }
}

#[test]
fn an_action_that_is_put_under_an_empty_heading_has_moved() {
    let empty = |plan: &Plan| plan.markdown().replace("## Ropes", "## Chains\n\n## Ropes");
    let mut plan = Plan::new();
    let last = plan.part("Lamps").rows.pop().unwrap();
    plan.0.insert(1, Part { heading: "Chains".to_owned(), rows: vec![last] });
    let (old, new) = (Held::new(&empty(&Plan::new())), Held::new(&plan.markdown()));
    assert_eq!(told(&old.to(&new)), ["The signal mast will: moved"]);
    assert_eq!(told(&new.to(&old)), ["The signal mast will: moved"]);
}
