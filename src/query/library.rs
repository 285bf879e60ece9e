//! All queries of all packs, compiled together.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ast::Ast;
use super::goals::Goals;
use super::pass::Memos;
use super::scan::Scan;
use super::sets::Sets;
use super::trace::Outline;
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
pub struct LibraryBuilder {
    sets: Sets,
    queries: Vec<Ast>,
}

impl LibraryBuilder {
    /// Adds a named set. Sets may use other sets, added before or after. Returns false when the name is taken.
    pub fn add_set(&mut self, name: &str, query: Ast) -> bool {
        self.sets.add(name, query)
    }

    /// Returns every problem of `query` against the sets added so far: unknown names, sets that use themselves.
    pub fn check(&self, query: &Ast) -> Vec<BuildProblem> {
        self.sets.check(query)
    }

    /// Adds a query and returns its id. A part that [`Self::check`] objects to never matches.
    pub fn add_query(&mut self, query: &Ast) -> QueryId {
        let id = QueryId(u32::try_from(self.queries.len()).unwrap_or(u32::MAX));
        self.queries.push(query.clone());
        id
    }

    /// Compiles everything. Stems are taken from `analyzer`, which must be the one used on the texts.
    pub fn build(self, analyzer: &Analyzer) -> Library {
        let mut goals = Goals::new();
        let mut sets = BTreeMap::new();
        for (name, ast) in self.sets.in_order() {
            let goal = goals.add(ast, &sets, analyzer).goal;
            sets.insert(name, goal);
        }
        let queries = self.queries.iter().map(|ast| goals.add(ast, &sets, analyzer)).collect();
        Library { goals, queries, memos: Memos::default() }
    }
}

/// Compiled queries.
#[derive(Debug)]
pub struct Library {
    pub(super) goals: Goals,
    pub(super) memos: Memos,
    queries: Vec<Outline>,
}

impl Library {
    /// Looks for the parts of every query in one pass over `parts`, the texts that one action consists of (its
    /// words, then its measure). Distances and phrases never reach from one part into the next.
    ///
    /// `analyzer` must be the one that the library was built with.
    pub fn scan<'l>(&'l self, analyzer: &Analyzer, parts: &[&str]) -> Scan<'l> {
        Scan::new(self, analyzer, parts)
    }

    /// Returns a query in the shape it was written in.
    pub(super) fn outline(&self, query: QueryId) -> Option<&Outline> {
        self.queries.get(usize::try_from(query.0).ok()?)
    }
}
