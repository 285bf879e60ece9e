//! A diff for a program: the value as it is, in schema 1.

use serde::Serialize;

use super::Diff;
use crate::report::escaped;

/// The version of the shape of the JSON.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Root<'d> {
    schema: u32,
    any_verdict_changed: bool,
    #[serde(flatten)]
    diff: &'d Diff,
}

/// Returns the diff as JSON, indented, with a line end.
pub fn json(diff: &Diff) -> String {
    escaped(&Root { schema: SCHEMA, any_verdict_changed: diff.any_verdict(), diff })
}
