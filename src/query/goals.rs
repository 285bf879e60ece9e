//! The conditions of all queries as one graph in which equal conditions stand once.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::ast::{Ast, Node};
use super::patterns::{LeafId, Patterns, Term};
use super::regexes::Regexes;
use super::span::{Span, near, union};
use super::trace::Outline;
use crate::text::{Analyzer, fold, is_word_char};

/// Names a [`Goal`]. A goal is made after those it rests on, so its number is higher than theirs.
pub(super) type GoalId = usize;

/// The runs of words that meet each goal met so far; a goal that is not met has no entry.
pub(super) type Met = BTreeMap<GoalId, Vec<Span>>;

/// A condition on a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Goal {
    Leaf(LeafId),
    All { present: Vec<GoalId>, absent: Vec<GoalId> },
    Any(Vec<GoalId>),
    Near { left: GoalId, right: GoalId, within: usize, ordered: bool },
}

/// The goals of all queries, and the patterns they rest on.
#[derive(Debug)]
pub(super) struct Goals {
    /// The runs of words that are looked for.
    pub(super) patterns: Patterns,
    goals: Vec<Goal>,
    /// For each goal those that may come to be met when it is.
    rising: Vec<Vec<GoalId>>,
    /// The goal of each pattern.
    leaves: Vec<GoalId>,
    /// The regexes that are looked for, and the goal of each.
    regexes: Vec<String>,
    regex_goals: Vec<GoalId>,
    // Asked for one key at a time, never walked.
    known: FxHashMap<Goal, GoalId>,
}

impl Goals {
    /// Returns a graph without goals.
    pub(super) fn new() -> Self {
        Self {
            patterns: Patterns::new(),
            goals: Vec::new(),
            rising: Vec::new(),
            leaves: Vec::new(),
            regexes: Vec::new(),
            regex_goals: Vec::new(),
            known: FxHashMap::default(),
        }
    }

    /// Adds the goals of `ast` and returns them in the shape of the query. A set that is not in `sets` is never met.
    pub(super) fn add(&mut self, ast: &Ast, sets: &BTreeMap<&str, GoalId>, analyzer: &Analyzer) -> Outline {
        let mut parts: Vec<Outline> = Vec::new();
        let goal = match &ast.node {
            Node::Word(_) | Node::Phrase(_) | Node::Prefix(_) | Node::Exact(_) => {
                self.run(terms(&ast.node, analyzer))
            }
            Node::Regex(pattern) => self.regex(pattern),
            Node::Set(name) => sets.get(name.as_str()).copied().unwrap_or_else(|| self.never()),
            Node::And(asts) => {
                parts.extend(asts.iter().map(|part| self.add(part, sets, analyzer)));
                let goals_of = |negated| {
                    let chosen = asts.iter().zip(&parts).filter(|(ast, _)| ast.is_not() == negated);
                    sorted(chosen.map(|(_, part)| part.goal).collect())
                };
                self.all(goals_of(false), goals_of(true))
            }
            Node::Or(asts) => {
                parts.extend(asts.iter().map(|part| self.add(part, sets, analyzer)));
                let chosen = asts.iter().zip(&parts).filter(|(ast, _)| !ast.is_not());
                let goals = sorted(chosen.map(|(_, part)| part.goal).collect());
                self.any(goals)
            }
            // Met when its part is: the goal of the `AND` around it counts it among what must be absent.
            Node::Not(inner) => {
                parts.push(self.add(inner, sets, analyzer));
                parts.first().map_or_else(|| self.never(), |part| part.goal)
            }
            Node::Near { left, right, within, ordered } => {
                let (left, right) = (self.add(left, sets, analyzer), self.add(right, sets, analyzer));
                let goal =
                    Goal::Near { left: left.goal, right: right.goal, within: *within, ordered: *ordered };
                parts.extend([left, right]);
                self.intern(goal)
            }
        };
        Outline { goal, parts }
    }

    /// Takes out the regexes that are looked for.
    pub(super) fn take_regexes(&mut self) -> Regexes {
        Regexes::new(std::mem::take(&mut self.regexes))
    }

    /// Returns the goal of the regex at a place.
    pub(super) fn of_regex(&self, place: usize) -> Option<GoalId> {
        self.regex_goals.get(place).copied()
    }

    /// Returns the goal of a pattern.
    pub(super) fn of_leaf(&self, leaf: LeafId) -> Option<GoalId> {
        self.leaves.get(leaf).copied()
    }

    /// Returns the goals that may come to be met when `goal` is.
    pub(super) fn rising_from(&self, goal: GoalId) -> &[GoalId] {
        self.rising.get(goal).map_or(&[], Vec::as_slice)
    }

    /// Returns the runs of words that meet `goal`, none when it is not met, given those of all goals it rests on.
    pub(super) fn judge(&self, goal: GoalId, met: &Met) -> Vec<Span> {
        let spans_of = |goal: &GoalId| met.get(goal).map(Vec::as_slice);
        match self.goals.get(goal) {
            Some(Goal::All { present, absent }) => {
                let is_met = present.iter().all(|goal| met.contains_key(goal))
                    && !absent.iter().any(|goal| met.contains_key(goal));
                if is_met { union(present.iter().filter_map(spans_of)) } else { Vec::new() }
            }
            Some(Goal::Any(goals)) => union(goals.iter().filter_map(spans_of)),
            Some(Goal::Near { left, right, within, ordered }) => match (spans_of(left), spans_of(right)) {
                (Some(left), Some(right)) => near(left, right, *within, *ordered),
                _ => Vec::new(),
            },
            Some(Goal::Leaf(_)) | None => Vec::new(),
        }
    }

    fn run(&mut self, terms: Vec<Term>) -> GoalId {
        if terms.is_empty() {
            return self.never();
        }
        let next = self.leaves.len();
        let leaf = self.patterns.add(terms, next);
        if leaf == next {
            let goal = self.intern(Goal::Leaf(leaf));
            self.leaves.push(goal);
        }
        self.of_leaf(leaf).unwrap_or_default()
    }

    fn regex(&mut self, pattern: &str) -> GoalId {
        let known = self.regexes.iter().position(|known| known == pattern);
        if let Some(goal) = known.and_then(|place| self.regex_goals.get(place)) {
            return *goal;
        }
        let leaf = self.leaves.len();
        let goal = self.intern(Goal::Leaf(leaf));
        self.leaves.push(goal);
        self.regexes.push(pattern.to_owned());
        self.regex_goals.push(goal);
        goal
    }

    fn never(&mut self) -> GoalId {
        self.intern(Goal::Any(Vec::new()))
    }

    fn any(&mut self, goals: Vec<GoalId>) -> GoalId {
        match goals.as_slice() {
            [only] => *only,
            _ => self.intern(Goal::Any(goals)),
        }
    }

    fn all(&mut self, present: Vec<GoalId>, absent: Vec<GoalId>) -> GoalId {
        match (present.as_slice(), absent.as_slice()) {
            ([], _) => self.never(),
            ([only], []) => *only,
            _ => self.intern(Goal::All { present, absent }),
        }
    }

    fn intern(&mut self, goal: Goal) -> GoalId {
        if let Some(&known) = self.known.get(&goal) {
            return known;
        }
        let id = self.goals.len();
        // An absent part never makes a goal met, so nothing rises from it.
        let rests_on = match &goal {
            Goal::Leaf(_) => &[],
            Goal::All { present: goals, .. } | Goal::Any(goals) => goals.as_slice(),
            Goal::Near { left, right, .. } => &[*left, *right],
        };
        for &below in rests_on {
            if let Some(rising) = self.rising.get_mut(below) {
                rising.push(id);
            }
        }
        self.known.insert(goal.clone(), id);
        self.goals.push(goal);
        self.rising.push(Vec::new());
        id
    }
}

fn sorted(mut goals: Vec<GoalId>) -> Vec<GoalId> {
    goals.sort_unstable();
    goals.dedup();
    goals
}

/// Returns what a run of words asks of each of them; nothing for a part that is no run of words.
pub(super) fn terms(node: &Node, analyzer: &Analyzer) -> Vec<Term> {
    match node {
        Node::Word(word) => stems(analyzer, word),
        Node::Phrase(words) => words.iter().flat_map(|word| phrase_terms(analyzer, word)).collect(),
        Node::Prefix(word) => prefixed(analyzer, word),
        Node::Exact(word) => {
            let words = analyzer.cuts(word).filter_map(|place| word.get(place));
            words.map(|word| Term::Exact(word.to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

fn stems(analyzer: &Analyzer, text: &str) -> Vec<Term> {
    folded(analyzer, text).map(|word| Term::Stem(analyzer.stem(&word))).collect()
}

/// The terms of `follow-up*`: whole words but for the last.
fn prefixed(analyzer: &Analyzer, text: &str) -> Vec<Term> {
    let mut words: Vec<String> = folded(analyzer, text).collect();
    let last = words.pop().map(Term::Prefix);
    words.into_iter().map(|word| Term::Stem(analyzer.stem(&word))).chain(last).collect()
}

fn folded<'t>(analyzer: &'t Analyzer, text: &'t str) -> impl Iterator<Item = String> {
    analyzer.cuts(text).filter_map(|place| text.get(place)).map(fold)
}

fn phrase_terms(analyzer: &Analyzer, word: &str) -> Vec<Term> {
    match word.strip_suffix('*') {
        Some(prefix) if prefix.ends_with(is_word_char) => prefixed(analyzer, prefix),
        _ => stems(analyzer, word),
    }
}
