//! `unused-set`: a set that no query uses, be it through other sets.

use std::collections::BTreeSet;

use super::desk::{Desk, Written};
use super::{Extent, Lint};
use crate::pack::{At, Code, Problem, Set};
use crate::query::{Ast, Node};

pub(super) const LINT: Lint = Lint { code: Code::UnusedSet, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    if desk.extent == Extent::Part {
        return Vec::new();
    }
    let sets = &desk.rules.language.sets;
    let used = used(desk);
    let unused = sets.iter().filter(|(name, _)| !used.contains(name.as_str()));
    unused.map(|(name, set)| doubt(desk, name, set)).collect()
}

/// Returns the names of the sets that queries lead to.
fn used<'r>(desk: &Desk<'r>) -> BTreeSet<&'r str> {
    let sets = &desk.rules.language.sets;
    // The sets of topics are used by the drafts that are made of letters.
    let topics = desk.rules.language.topics.iter();
    let mut used: BTreeSet<&str> = topics.flat_map(|topic| [&*topic.answered, &*topic.told]).collect();
    let only_sets = sets.iter().filter(|(name, _)| !used.contains(name.as_str()));
    let only_sets: BTreeSet<_> = only_sets.map(|(_, set)| set.query).collect();
    let is_own = |query: &Written<'_>| !only_sets.contains(&query.id);
    let mut ahead: Vec<&Ast> = desk.queries().filter(is_own).map(|query| query.ast).collect();
    while let Some(ast) = ahead.pop() {
        ast.walk(&mut |part| {
            if let Node::Set(name) = &part.node
                && used.insert(name.as_str())
            {
                ahead.extend(sets.get(name).and_then(|set| desk.rules.library.ast(set.query)));
            }
        });
    }
    used
}

fn doubt(desk: &Desk<'_>, name: &str, set: &Set) -> Problem {
    let doubt = desk.doubt(Code::UnusedSet, &set.name_at, format!("no query uses the set `@{name}`"));
    match lines(desk, &set.entry_at) {
        Some(lines) => doubt.mend(lines, "", format!("removed the set `@{name}`, which no query used")),
        None => doubt,
    }
}

/// Returns the whole lines in which an entry stands, where nothing else stands in them.
fn lines(desk: &Desk<'_>, entry: &At) -> Option<std::ops::Range<usize>> {
    let text = &desk.rules.source(entry.file)?.text;
    let (before, after) = (text.get(..entry.bytes.start)?, text.get(entry.bytes.end..)?);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let rest = after.find('\n').map_or(after.len(), |end| end + 1);
    let beside = after.get(..rest)?.trim_start();
    let alone = before.get(start..)?.trim().is_empty() && (beside.is_empty() || beside.starts_with('#'));
    alone.then_some(start..entry.bytes.end + rest)
}
