//! Owners: somebody, a post rather than a group, and known by more than initials.

use super::Desk;
use crate::pack::{Check, SignOf};
use crate::statement::Action;

pub(super) fn check(at: usize, action: &Action, desk: &mut Desk<'_>) {
    let Some(owner) = &action.owner else {
        desk.note(Check::ActionWithoutOwner, at, "name the post that answers for it");
        return;
    };
    if is_initials(owner) {
        if action.agencies.is_empty() && !is_explained(owner, desk) {
            desk.note(Check::OwnerUnknownInitials, at, "write the post, or add a key of the initials");
        }
        return;
    }
    let signs = desk.signs(owner);
    if signs.show(SignOf::GroupOwner) && !signs.show(SignOf::Post) {
        drop(signs);
        let help = "name the post that answers for it; the group may stand beside it";
        desk.note(Check::OwnerGroupOnly, at, help);
    }
}

/// Whether an owner is nothing but the initials of people: `JB`, `JB/KL`.
fn is_initials(owner: &str) -> bool {
    let mut parts =
        owner.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase()))
}

/// Whether the initials stand beside other words anywhere in the statement, as in a key.
fn is_explained(owner: &str, desk: &Desk<'_>) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let passages = desk.statement.passages.iter().map(|passage| passage.text.as_str());
    let owners = desk.statement.actions.iter().filter_map(|action| action.owner.as_deref());
    let keys: Vec<Vec<String>> =
        passages.chain(owners.filter(|owner| !is_initials(owner))).map(words).collect();
    words(owner).iter().all(|initials| keys.iter().any(|key| key.len() > 1 && key.contains(initials)))
}
