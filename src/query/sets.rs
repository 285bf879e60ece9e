//! How named sets use one another: unknown names, sets that use themselves, and the order to compile them in.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;
use std::sync::OnceLock;

use super::ast::{Ast, Node};
use super::library::BuildProblem;

/// The named sets.
#[derive(Debug, Default)]
pub(super) struct Sets {
    by_name: BTreeMap<String, Ast>,
    /// The order in which each comes after those it uses, worked out when it is first asked for.
    order: OnceLock<Vec<String>>,
}

impl Sets {
    /// Adds a set. Returns false when the name is taken.
    pub(super) fn add(&mut self, name: &str, query: Ast) -> bool {
        let is_free = !self.by_name.contains_key(name);
        if is_free {
            self.by_name.insert(name.to_owned(), query);
            self.order = OnceLock::new();
        }
        is_free
    }

    /// Returns the sets, by name.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Ast)> {
        self.by_name.iter().map(|(name, ast)| (name.as_str(), ast))
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
            if self.order().len() == self.by_name.len() {
                return None;
            }
            let ring: Vec<String> = self.ring(name)?.iter().map(|name| format!("`@{name}`")).collect();
            let message = format!("the set `@{name}` uses itself: {}", ring.join(" uses "));
            let help = Some("take one of these names out of the query of the set before it".to_owned());
            Some(BuildProblem { span: span.clone(), message, help })
        };
        names(query).into_iter().filter_map(problem).collect()
    }

    /// Returns the sets that `queries` use, and those that these use, each after those it uses itself. Sets that use
    /// themselves are left out.
    pub(super) fn used_by(&self, queries: &[&Ast]) -> Vec<(&str, &Ast)> {
        let mut ahead: Vec<&str> =
            queries.iter().flat_map(|query| names(query)).map(|(name, _)| name).collect();
        let mut used = BTreeSet::new();
        while let Some(name) = ahead.pop() {
            if used.insert(name) {
                ahead.extend(self.used(name));
            }
        }
        let chosen = self.order().iter().filter(|name| used.contains(name.as_str()));
        chosen.filter_map(|name| Some((name.as_str(), self.by_name.get(name)?))).collect()
    }

    /// Returns the sets in an order in which each comes after those it uses, but for those that use themselves.
    fn order(&self) -> &[String] {
        self.order.get_or_init(|| {
            let all: BTreeSet<&str> = self.by_name.keys().map(String::as_str).collect();
            let ordered = self.in_order(&all);
            if ordered.len() == all.len() {
                return ordered;
            }
            self.in_order(&all.into_iter().filter(|name| self.ring(name).is_none()).collect())
        })
    }

    /// Returns those of `chosen` that can be put into such an order.
    fn in_order(&self, chosen: &BTreeSet<&str>) -> Vec<String> {
        let mut waits_for: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut used_by: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for &name in chosen {
            let uses: BTreeSet<&str> = self.used(name).filter(|used| chosen.contains(used)).collect();
            for used in &uses {
                used_by.entry(used).or_default().push(name);
            }
            waits_for.insert(name, uses);
        }
        let is_ready = |name: &&str| waits_for.get(name).is_some_and(BTreeSet::is_empty);
        let mut ready: VecDeque<&str> = chosen.iter().copied().filter(is_ready).collect();
        let mut ordered = Vec::with_capacity(chosen.len());
        while let Some(name) = ready.pop_front() {
            ordered.push(name.to_owned());
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
