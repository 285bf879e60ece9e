//! Why a query did or did not match: each of its parts with its own outcome.

use std::ops::Range;

use super::goals::GoalId;

/// One part of a query and whether the text holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// Where the part stands: bytes of the query. Parts inside a named set carry the place of the set's name.
    pub span: Range<usize>,
    /// The part as a person writes it: `@regrade`, `NEAR/12`, `"no apparent risk"`.
    pub label: String,
    /// Whether this part matched. For a `NOT`, whether it was satisfied.
    pub matched: bool,
    /// The words of the text that matched it, as written, each once. For a `NOT`, those that it forbids.
    pub found: Vec<String>,
    /// Its own parts. A named set has none: its `found` says enough.
    pub parts: Vec<Trace>,
}

/// The goals of a query in the shape it was written in.
#[derive(Debug)]
pub(super) struct Outline {
    /// The goal of the part; of a `NOT`, the goal of what must not be there.
    pub(super) goal: GoalId,
    /// Its own parts.
    pub(super) parts: Vec<Outline>,
}
