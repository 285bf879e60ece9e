//! The tables of language files from which drafts of rules are made for letters that nobody has written rules for.

use schemars::JsonSchema;

use super::values::{Id, Query, names};
use crate::pack::NextStepCheck;

/// Something that any letter may ask about.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Topic {
    /// Its id, by which a drafted finding about it is named; its queries are the sets `@answers-ID` and `@tells-ID`.
    id: Id,
    /// Matches an item of a letter that asks about it.
    asked: Query,
    /// Matches an action that answers it, wherever the action stands: the set `@answers-ID`.
    answered: Query,
    /// Enough where the place of the action tells the item, `answered` if left out: the set `@tells-ID`.
    told: Option<Query>,
}

/// Something that a letter may demand of the statement itself.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Demand {
    /// How it is checked.
    #[schemars(extend("enum" = names::<NextStepCheck>()))]
    check: String,
    /// Matches a next step of a letter that demands it.
    asked: Query,
    /// Matches a passage of the statement that does what is asked.
    shown_by: Option<Query>,
}
