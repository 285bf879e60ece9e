//! Rows: their numbers, each there and each once, and owners and dates that pair up with their actions.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use crate::pack::Check;
use crate::statement::{Action, Statement};

pub(super) fn check(desk: &mut Desk<'_>) {
    let Statement { actions, .. } = desk.statement;
    let mut first: BTreeMap<&str, &Action> = BTreeMap::new();
    for (at, action) in actions.iter().enumerate() {
        let Some(reference) = action.reference.as_deref() else { continue };
        match first.get(reference) {
            // Several actions of one row share its number.
            Some(other) if same_row(other, action) => {}
            Some(other) => {
                let help = format!(
                    "number one of them afresh: `{reference}` also stands at {}",
                    other.location.text
                );
                desk.note(Check::ReferenceRepeated, at, help);
            }
            None => {
                first.insert(reference, action);
            }
        }
    }
    // The actions of one row stand side by side, and are told of once.
    let unpaired: Vec<(usize, &Action)> =
        actions.iter().enumerate().filter(|(_, action)| action.unpaired).collect();
    for (at, _) in unpaired.chunk_by(|one, next| same_row(one.1, next.1)).filter_map(<[_]>::first) {
        let help = "give each action a row of its own, with its owner and date";
        desk.note(Check::RowDoesNotPair, *at, help);
    }
    let numbered = actions.iter().filter(|action| action.reference.is_some());
    let numbered: BTreeSet<Option<u32>> = numbered.map(|action| action.location.table).collect();
    let blank = |action: &Action| action.has_reference_place && action.reference.is_none();
    for (at, action) in actions.iter().enumerate() {
        if blank(action) && numbered.contains(&action.location.table) {
            desk.note(Check::ReferenceMissing, at, "give it a number");
        }
    }
}

fn same_row(one: &Action, other: &Action) -> bool {
    let place = |action: &Action| (action.location.file.clone(), action.location.table, action.location.row);
    place(one) == place(other)
}
