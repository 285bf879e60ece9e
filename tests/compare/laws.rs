//! What holds of any two drafts, whatever was done to the plan.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use wsoa::compare::{Comparison, Progress};

use crate::plan::{ACTION, DUE, OWNER, Plan, row};
use crate::{Held, happened};

/// Something a person does to a plan.
#[derive(Debug, Clone)]
enum Edit {
    Add(Index, String),
    Repeat(Index, Index),
    Remove(Index),
    Move(Index, Index),
    Reword(Index, Index, String),
    Redate(Index, u8),
    Reassign(Index, u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        (at(), "(We will )?[a-z]{3,9} [a-z]{3,9} [a-z]{3,9}( lamp| rope| shanty)?\\.")
            .prop_map(|(at, words)| Edit::Add(at, words)),
        (at(), at()).prop_map(|(of, at)| Edit::Repeat(of, at)),
        at().prop_map(Edit::Remove),
        (at(), at()).prop_map(|(from, to)| Edit::Move(from, to)),
        (at(), at(), "[a-z]{3,9}( might)?").prop_map(|(at, word, to)| Edit::Reword(at, word, to)),
        (at(), 1..9_u8).prop_map(|(at, month)| Edit::Redate(at, month)),
        (at(), 0..3_u8).prop_map(|(at, who)| Edit::Reassign(at, who)),
    ]
}

/// The places of all rows: part and row.
fn places(plan: &Plan) -> Vec<(usize, usize)> {
    let parts = plan.0.iter().enumerate();
    parts.flat_map(|(part, rows)| (0..rows.rows.len()).map(move |row| (part, row))).collect()
}

fn apply(plan: &mut Plan, edit: &Edit) {
    let places = places(plan);
    if places.len() < 2 {
        return;
    }
    match edit {
        Edit::Add(at, words) => {
            let (part, place) = *at.get(&places);
            plan.0[part].rows.insert(place, row("Dark lamps", words));
        }
        Edit::Repeat(of, at) => {
            let ((from, old), (part, place)) = (*of.get(&places), *at.get(&places));
            let again = plan.0[from].rows[old].clone();
            plan.0[part].rows.insert(place, again);
        }
        Edit::Remove(at) => {
            let (part, place) = *at.get(&places);
            plan.0[part].rows.remove(place);
        }
        Edit::Move(from, to) => shift(plan, *from, *to),
        Edit::Reword(at, word, to) => {
            let (part, place) = *at.get(&places);
            let action = &mut plan.0[part].rows[place][ACTION];
            let mut words: Vec<&str> = action.split(' ').collect();
            let at = word.index(words.len());
            words[at] = to;
            *action = words.join(" ");
        }
        Edit::Redate(at, month) => {
            let (part, place) = *at.get(&places);
            plan.0[part].rows[place][DUE] = format!("1 {month}/2032");
        }
        Edit::Reassign(at, who) => {
            let (part, place) = *at.get(&places);
            let who = ["Matron, health trust", "Inspector, Gull Rock Police", ""][usize::from(*who)];
            plan.0[part].rows[place][OWNER] = who.to_owned();
        }
    }
}

/// Takes a row out and puts it somewhere else.
fn shift(plan: &mut Plan, from: Index, to: Index) {
    let (part, place) = *from.get(&places(plan));
    let row = plan.0[part].rows.remove(place);
    let (part, place) = *to.get(&places(plan));
    plan.0[part].rows.insert(place, row);
}

fn plan(edits: &[Edit]) -> Plan {
    let mut plan = Plan::new();
    plan.0.iter_mut().for_each(|part| part.rows.truncate(4));
    edits.iter().for_each(|edit| apply(&mut plan, edit));
    plan
}

fn held(plan: &Plan) -> Held {
    Held::new(&plan.markdown())
}

/// Returns each action that is in both drafts or one, with what happened to it; turned, as the comparison the other way
/// round is to have it.
fn facts(comparison: &Comparison<'_>, turned: bool) -> BTreeSet<(String, String, String)> {
    let facts = comparison.pairs.iter().map(|pair| {
        let place = |action: Option<&wsoa::statement::Action>| {
            action.map(|action| action.location.text.clone()).unwrap_or_default()
        };
        let (was, now) = (place(pair.was), place(pair.now));
        let happened = happened(pair);
        if !turned {
            return (was, now, happened);
        }
        let turns = [
            ("added", "removed"),
            ("removed", "added"),
            ("weakened", "made firmer"),
            ("made firmer", "weakened"),
        ];
        let turned = happened.split(", ").map(|one| {
            let turn = turns.iter().find(|(says, _)| one.starts_with(says));
            turn.map_or(one.to_owned(), |(says, opposite)| one.replace(says, opposite))
        });
        (now, was, turned.collect::<Vec<_>>().join(", "))
    });
    facts.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_changes_from_a_draft_to_itself(edits in prop::collection::vec(edit(), 0..12)) {
        let draft = held(&plan(&edits));
        let comparison = draft.to(&draft);
        prop_assert!(comparison.pairs.iter().all(|pair| pair.is_unchanged()));
        prop_assert!(comparison.items.iter().all(|item| item.progress == Progress::Unchanged));
        prop_assert!(!comparison.is_worse());
    }

    #[test]
    fn the_other_way_round_everything_is_the_opposite(
        before in prop::collection::vec(edit(), 0..6),
        after in prop::collection::vec(edit(), 0..9),
    ) {
        let mut later = plan(&before);
        after.iter().for_each(|edit| apply(&mut later, edit));
        let (old, new) = (held(&plan(&before)), held(&later));
        let (there, back) = (old.to(&new), new.to(&old));
        prop_assert_eq!(facts(&there, false), facts(&back, true));
        let (ahead, behind) = (there.counts.aspects, back.counts.aspects);
        prop_assert_eq!((ahead.better, ahead.worse, ahead.unchanged), (behind.worse, behind.better, behind.unchanged));
    }

    #[test]
    fn every_action_of_either_draft_is_told_once(edits in prop::collection::vec(edit(), 0..9)) {
        let (old, new) = (held(&Plan::new()), held(&plan(&edits)));
        let comparison = old.to(&new);
        let were = comparison.pairs.iter().filter_map(|pair| pair.was).collect::<Vec<_>>();
        let are = comparison.pairs.iter().filter_map(|pair| pair.now).collect::<Vec<_>>();
        prop_assert_eq!((were.len(), are.len()), (old.statement.actions.len(), new.statement.actions.len()));
        for action in &old.statement.actions {
            prop_assert_eq!(were.iter().filter(|one| std::ptr::eq(**one, action)).count(), 1);
        }
        let places: Vec<_> = are.iter().map(|action| (action.location.table, action.location.row)).collect();
        prop_assert!(places.is_sorted(), "told in the order of the new draft: {:?}", places);
    }

    #[test]
    fn an_action_that_is_put_in_changes_nothing_else(at in any::<Index>(), part in 0..4_usize) {
        let mut plan = Plan::new();
        let rows = &mut plan.0[part].rows;
        let place = at.index(rows.len() + 1);
        rows.insert(place, row("Dark lamps", "The cat will be fed herring on feast days."));
        let (old, new) = (held(&Plan::new()), held(&plan));
        let changed: Vec<_> = crate::told(&old.to(&new));
        prop_assert_eq!(changed, ["The cat will be: added"]);
    }

    #[test]
    fn rows_that_are_put_elsewhere_only_move(moves in prop::collection::vec((any::<Index>(), any::<Index>()), 1..5)) {
        let mut plan = Plan::new();
        moves.iter().for_each(|(from, to)| shift(&mut plan, *from, *to));
        let (old, new) = (held(&Plan::new()), held(&plan));
        let comparison = old.to(&new);
        let changed: Vec<_> = crate::told(&comparison);
        prop_assert!(changed.iter().all(|one| one.ends_with(": moved")), "{:?}", changed);
        prop_assert!(changed.len() <= moves.len(), "{:?}", changed);
    }
}
