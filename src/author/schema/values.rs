//! The values of rule files that are more than a text, and the closed lists of names.

use schemars::JsonSchema;
use serde_json::{Value, json};

use crate::pack::Choice;

/// How an id is written.
pub(super) const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// A text that says something.
#[derive(JsonSchema)]
#[schemars(inline)]
pub(super) struct Text(#[schemars(regex(pattern = r"\S"))] String);

/// Small letters and digits with hyphens between.
#[derive(JsonSchema)]
#[schemars(inline)]
pub(super) struct Id(#[schemars(regex(pattern = ID))] String);

/// A query, between single quotes: words, "phrases", prefix*, =Exact, @sets, /regexes/, AND, OR, NOT, NEAR/8, THEN/8 and parentheses.
#[derive(JsonSchema)]
pub(super) struct Query(#[schemars(regex(pattern = r"\S"))] String);

/// A calendar date, without quotes: 2016-08-15.
#[derive(JsonSchema)]
#[schemars(inline)]
pub(super) struct Day(#[schemars(extend("format" = "date"))] String);

/// Returns the names of a closed list, as an `enum` of a schema takes them.
pub(super) fn names<C: Choice>() -> Value {
    json!(C::ALL.iter().map(|one| one.name()).collect::<Vec<_>>())
}
