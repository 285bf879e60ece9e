//! What one text holds of all queries, and the answer to each.

use std::ops::Range;

use super::library::{Library, QueryId};
use super::trace::Trace;

/// A place where a query matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Which of the scanned parts the passages lie in, and where: bytes of that part. In order, never empty.
    pub passages: Vec<(usize, Range<usize>)>,
}

/// The result of one pass over a text.
#[derive(Debug)]
pub struct Scan<'l> {
    pub(super) library: &'l Library,
}

impl Scan<'_> {
    /// Whether the query matches the text.
    pub fn is_match(&self, query: QueryId) -> bool {
        self.find(query).is_some()
    }

    /// Where the query matches, or `None`.
    pub fn find(&self, query: QueryId) -> Option<Match> {
        let _ = (self.library, query);
        None
    }

    /// How each part of the query fared, for a person who wants to know why it did or did not match.
    pub fn trace(&self, query: QueryId) -> Trace {
        let _ = query;
        Trace::default()
    }
}
