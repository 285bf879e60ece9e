//! How named sets use one another: unknown names, sets that use themselves, and the order to compile them in.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use super::ast::{Ast, Node};
use super::library::BuildProblem;

/// The named sets.
#[derive(Debug, Default)]
pub(super) struct Sets {
    by_name: BTreeMap<String, Ast>,
}

impl Sets {
    /// Adds a set. Returns false when the name is taken.
    pub(super) fn add(&mut self, name: &str, query: Ast) -> bool {
        let is_free = !self.by_name.contains_key(name);
        if is_free {
            self.by_name.insert(name.to_owned(), query);
        }
        is_free
    }

    /// Returns a problem for every name in `query` that is no set or a set that uses itself.
    pub(super) fn check(&self, query: &Ast) -> Vec<BuildProblem> {
        let problem = |(name, span): (&str, &Range<usize>)| {
            if !self.by_name.contains_key(name) {
                let help = self.nearest(name).map(|near| format!("did you mean `@{near}`?"));
                return Some(BuildProblem {
                    span: span.clone(),
                    message: format!("unknown set `@{name}`"),
                    help,
                });
            }
            let ring: Vec<String> = self.ring(name)?.iter().map(|name| format!("`@{name}`")).collect();
            let message = format!("the set `@{name}` uses itself: {}", ring.join(" uses "));
            let help = Some("take one of these names out of the query of the set before it".to_owned());
            Some(BuildProblem { span: span.clone(), message, help })
        };
        names(query).into_iter().filter_map(problem).collect()
    }

    /// Returns the sets in an order in which each comes after those it uses. Sets that use themselves are left out.
    pub(super) fn in_order(&self) -> Vec<(&str, &Ast)> {
        let sound: BTreeSet<&str> =
            self.by_name.keys().map(String::as_str).filter(|name| self.ring(name).is_none()).collect();
        let mut waits_for: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut used_by: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for &name in &sound {
            let uses: BTreeSet<&str> = self.used(name).filter(|used| sound.contains(used)).collect();
            for used in &uses {
                used_by.entry(used).or_default().push(name);
            }
            waits_for.insert(name, uses);
        }
        let is_ready = |name: &&str| waits_for.get(name).is_some_and(BTreeSet::is_empty);
        let mut ready: VecDeque<&str> = sound.iter().copied().filter(is_ready).collect();
        let mut ordered = Vec::with_capacity(sound.len());
        while let Some(name) = ready.pop_front() {
            ordered.extend(self.by_name.get_key_value(name).map(|(name, ast)| (name.as_str(), ast)));
            for &user in used_by.get(name).into_iter().flatten() {
                if let Some(waits) = waits_for.get_mut(user) {
                    waits.remove(name);
                    if waits.is_empty() {
                        ready.push_back(user);
                    }
                }
            }
        }
        ordered
    }

    fn used(&self, name: &str) -> impl Iterator<Item = &str> {
        self.by_name.get(name).map(names).unwrap_or_default().into_iter().map(|(name, _)| name)
    }

    /// The shortest way from a set back to itself, beginning and ending with its name.
    fn ring<'s>(&'s self, name: &'s str) -> Option<Vec<&'s str>> {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut ahead = VecDeque::from([name]);
        while let Some(user) = ahead.pop_front() {
            for used in self.used(user) {
                if used == name {
                    let mut ring = vec![name];
                    let mut at = user;
                    while at != name {
                        ring.push(at);
                        at = came_from.get(at).copied().unwrap_or(name);
                    }
                    ring.push(name);
                    ring.reverse();
                    return Some(ring);
                }
                if !came_from.contains_key(used) {
                    came_from.insert(used, user);
                    ahead.push_back(used);
                }
            }
        }
        None
    }

    /// The set whose name is most like `name`, if one is like it at all.
    fn nearest(&self, name: &str) -> Option<&str> {
        let likeness = |known: &str| strsim::jaro_winkler(known, name);
        let known = self.by_name.keys().map(String::as_str).filter(|known| likeness(known) > 0.8);
        known.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
    }
}

/// The names of sets in a query, each with its place.
fn names(ast: &Ast) -> Vec<(&str, &Range<usize>)> {
    match &ast.node {
        Node::Set(name) => vec![(name.as_str(), &ast.span)],
        Node::And(parts) | Node::Or(parts) => parts.iter().flat_map(names).collect(),
        Node::Not(inner) => names(inner),
        Node::Near { left, right, .. } => names(left).into_iter().chain(names(right)).collect(),
        Node::Word(_) | Node::Phrase(_) | Node::Prefix(_) | Node::Exact(_) | Node::Regex(_) => Vec::new(),
    }
}
