//! Reach: which statements a change of the rules can touch at all, so that the others need not be assessed twice.
//!
//! Most changes are a word more or less in a query. Of two queries that differ only in words that a statement does not
//! hold, each part that needs such a word is struck out; what is left is the same, and so is all that is said of the
//! statement. Wherever more than queries differs, every statement is taken to be touched.

use super::version::Version;
use super::vocabulary::Vocabulary;
use crate::pack::{At, Inspection, SourceRef};
use crate::query::{Ast, parse};

/// What a change touches of the statements that answer one inspection.
#[derive(Debug)]
pub(super) enum Reach {
    /// None: the inspection rests on the same rules in both versions.
    Nothing,
    /// Those for whose words these pairs of queries, the old one first, differ.
    Queries(Vec<(Ast, Ast)>),
    /// All of them.
    Everything,
}

impl Reach {
    /// Works out what the change from `old` to `new` touches: of the statements that answer an inspection which both have,
    /// or without one, of how any statement is read.
    pub(super) fn of(
        (old, was): (&Version, Option<&Inspection>),
        (new, now): (&Version, Option<&Inspection>),
    ) -> Self {
        let (before, after) = (old.footing(was), new.footing(now));
        if before.len() != after.len() {
            return Self::Everything;
        }
        let mut changed = Vec::new();
        for (before, after) in before.into_iter().zip(after) {
            let same_path = old.path(before) == new.path(after);
            if same_path && old.text(before) == new.text(after) {
                continue;
            }
            match changed_queries((old, before), (new, after)) {
                Some(queries) if same_path => changed.extend(queries),
                _ => return Self::Everything,
            }
        }
        if changed.is_empty() { Self::Nothing } else { Self::Queries(changed) }
    }

    /// Whether the change may touch a statement of these words.
    pub(super) fn touches(&self, words: &Vocabulary<'_>) -> bool {
        match self {
            Self::Nothing => false,
            Self::Queries(pairs) => pairs.iter().any(|(was, now)| words.left_of(was) != words.left_of(now)),
            Self::Everything => true,
        }
    }
}

/// Returns the queries in which a file differs; `None` where it differs in anything else.
fn changed_queries(
    (old, before): (&Version, SourceRef),
    (new, after): (&Version, SourceRef),
) -> Option<Vec<(Ast, Ast)>> {
    let (befores, afters) = (queries(old, before), queries(new, after));
    if around(old.text(before), &befores) != around(new.text(after), &afters) {
        return None;
    }
    let pairs =
        befores.iter().zip(&afters).map(|(was, now)| (old.rules.text_at(was), new.rules.text_at(now)));
    let changed = pairs.filter(|(was, now)| was != now);
    // What loads parses; if it did not, nothing could be said of it.
    changed.map(|(was, now)| Some((parse(was).ok()?, parse(now).ok()?))).collect()
}

/// Returns the places of the queries in a file, in their order.
fn queries(version: &Version, file: SourceRef) -> Vec<&At> {
    let mut places: Vec<&At> =
        version.rules.queries.iter().map(|(_, at)| at).filter(|at| at.file == file).collect();
    places.sort_by_key(|at| at.bytes.start);
    places
}

/// Returns what stands in a file before, between and after the queries.
fn around<'t>(text: &'t str, queries: &[&At]) -> Vec<&'t str> {
    let ends = std::iter::once(0).chain(queries.iter().map(|at| at.bytes.end));
    let starts = queries.iter().map(|at| at.bytes.start).chain([text.len()]);
    ends.zip(starts).map(|(from, to)| text.get(from..to).unwrap_or_default()).collect()
}
