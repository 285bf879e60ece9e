//! Places in rule files, so that a report can point at the rule behind a verdict.

use std::ops::Range;

/// Names one rule file of [`Rules::sources`](super::Rules::sources).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceRef(pub(crate) usize);

/// A stretch of one rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: SourceRef,
    /// The bytes of that file. For a query: the query alone, without its quotes.
    pub bytes: Range<usize>,
}
