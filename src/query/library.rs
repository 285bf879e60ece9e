//! All queries of all packs, each group of them compiled when it is first asked for.

use std::ops::Range;
use std::sync::OnceLock;

use super::ast::Ast;
use super::group::Group;
use super::scan::Scan;
use super::sets::Sets;
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

/// A query, and where its goals will stand.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) ast: Ast,
    pub(super) group: usize,
    /// Its place within the group.
    pub(super) place: usize,
}

/// The queries of a group, and what they are compiled to once it is asked for.
#[derive(Debug, Default)]
struct Members {
    queries: Vec<QueryId>,
    compiled: OnceLock<Group>,
}

/// Gathers sets and queries for a [`Library`].
#[derive(Debug, Default)]
pub struct LibraryBuilder {
    sets: Sets,
    queries: Vec<Query>,
    groups: Vec<Members>,
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
        self.add_to_group(0, query.clone())
    }

    /// Adds a query to a group of those that are asked together of one text, as [`Self::add_query`] does to group 0.
    /// Groups change no answer, only what work is done: a text is not searched for a group that it is not asked about.
    pub fn add_to_group(&mut self, group: usize, query: Ast) -> QueryId {
        let id = QueryId(u32::try_from(self.queries.len()).unwrap_or(u32::MAX));
        if self.groups.len() <= group {
            self.groups.resize_with(group + 1, Members::default);
        }
        let place = self.groups.get_mut(group).map_or(0, |members| {
            members.queries.push(id);
            members.queries.len() - 1
        });
        self.queries.push(Query { ast: query, group, place });
        id
    }

    /// Makes everything ready. Stems are taken from `analyzer`, which must be the one used on the texts.
    pub fn build(self, analyzer: &Analyzer) -> Library {
        Library { sets: self.sets, queries: self.queries, groups: self.groups, analyzer: analyzer.clone() }
    }
}

/// Queries that are ready to be asked.
#[derive(Debug)]
pub struct Library {
    sets: Sets,
    queries: Vec<Query>,
    groups: Vec<Members>,
    analyzer: Analyzer,
}

impl Library {
    /// Takes `parts`, the texts that one action consists of (its words, then its measure), to look in them for what
    /// queries ask. Distances and phrases never reach from one part into the next.
    ///
    /// `analyzer` must be the one that the library was built with.
    pub fn scan<'l>(&'l self, analyzer: &Analyzer, parts: &[&str]) -> Scan<'l> {
        Scan::new(self, analyzer, parts)
    }

    /// Compiles the group of a query now, so that another thread need not wait for it later. Changes no answer.
    pub fn prepare(&self, query: QueryId) {
        if let Some(query) = self.query(query) {
            let _ = self.group(query.group);
        }
    }

    /// Returns the tree of a query.
    pub fn ast(&self, query: QueryId) -> Option<&Ast> {
        self.query(query).map(|query| &query.ast)
    }

    /// Returns the named sets.
    pub(super) fn sets(&self) -> &Sets {
        &self.sets
    }

    /// Returns a query as it was added.
    pub(super) fn query(&self, query: QueryId) -> Option<&Query> {
        self.queries.get(usize::try_from(query.0).ok()?)
    }

    /// Returns a group, compiled.
    pub(super) fn group(&self, group: usize) -> Option<&Group> {
        let members = self.groups.get(group)?;
        Some(members.compiled.get_or_init(|| {
            let queries = members.queries.iter().filter_map(|id| self.query(*id));
            let queries: Vec<&Ast> = queries.map(|query| &query.ast).collect();
            Group::new(&queries, &self.sets, &self.analyzer)
        }))
    }
}
