//! All queries of all packs, compiled together.

use std::ops::Range;

use super::ast::Ast;
use super::scan::Scan;
use crate::text::Analyzer;

/// Names one query of a [`Library`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QueryId(pub(crate) u32);

/// Something that keeps a query from compiling although it parses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildProblem {
    /// Where: bytes of the query.
    pub span: Range<usize>,
    /// What is wrong (an unknown set, a set that refers to itself), without a full stop.
    pub message: String,
    /// What to do about it, such as the nearest name that exists.
    pub help: Option<String>,
}

/// Gathers sets and queries for a [`Library`].
#[derive(Debug, Default)]
pub struct LibraryBuilder {}

impl LibraryBuilder {
    /// Adds a named set. Sets may use other sets, added before or after. Returns false when the name is taken.
    pub fn add_set(&mut self, name: &str, query: Ast) -> bool {
        let _ = (name, query);
        false
    }

    /// Returns every problem of `query` against the sets added so far: unknown names, sets that use themselves.
    pub fn check(&self, query: &Ast) -> Vec<BuildProblem> {
        let _ = query;
        Vec::new()
    }

    /// Adds a query and returns its id. A part that [`Self::check`] objects to never matches.
    pub fn add_query(&mut self, query: &Ast) -> QueryId {
        let _ = query;
        QueryId(0)
    }

    /// Compiles everything. Stems are taken from `analyzer`, which must be the one used on the texts.
    pub fn build(self, analyzer: &Analyzer) -> Library {
        let _ = analyzer;
        Library {}
    }
}

/// Compiled queries.
#[derive(Debug)]
pub struct Library {}

impl Library {
    /// Looks for the parts of every query in one pass over `parts`, the texts that one action consists of (its
    /// words, then its measure). Distances and phrases never reach from one part into the next.
    pub fn scan<'l>(&'l self, analyzer: &Analyzer, parts: &[&str]) -> Scan<'l> {
        let _ = (analyzer, parts);
        Scan { library: self }
    }
}
