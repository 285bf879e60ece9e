//! Queries that are asked together of one text, compiled together.

use std::collections::{BTreeMap, BTreeSet};

use super::ast::Ast;
use super::goals::{GoalId, Goals, Met};
use super::pass::{self, Memos};
use super::regexes::Regexes;
use super::sets::Sets;
use super::trace::Outline;
use crate::text::Analyzer;

/// Some of the queries of a library, compiled.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) goals: Goals,
    pub(super) regexes: Regexes,
    pub(super) memos: Memos,
    outlines: Vec<Outline>,
}

impl Group {
    /// Compiles `queries` and those of the sets that they use.
    pub(super) fn new(queries: &[&Ast], sets: &Sets, analyzer: &Analyzer) -> Self {
        let mut goals = Goals::new();
        let mut known = BTreeMap::new();
        for (name, ast) in sets.used_by(queries) {
            let goal = goals.add(ast, &known, analyzer).goal;
            known.insert(name, goal);
        }
        let outlines = queries.iter().map(|ast| goals.add(ast, &known, analyzer)).collect();
        let regexes = goals.take_regexes();
        Self { goals, regexes, memos: Memos::default(), outlines }
    }

    /// Returns the goals of the query at a place.
    pub(super) fn outline(&self, place: usize) -> Option<&Outline> {
        self.outlines.get(place)
    }

    /// Reads `parts` and works upwards from the patterns found: a goal that nothing found leads to costs nothing.
    pub(super) fn read(&self, analyzer: &Analyzer, parts: &[String]) -> Met {
        let goals = &self.goals;
        let mut met = pass::read(self, analyzer, parts);
        let mut due: BTreeSet<GoalId> =
            met.keys().flat_map(|goal| goals.rising_from(*goal)).copied().collect();
        // Goals rest on lower ones only, so the lowest that is due can always be judged.
        while let Some(goal) = due.pop_first() {
            let spans = goals.judge(goal, &met);
            if !spans.is_empty() {
                due.extend(goals.rising_from(goal));
                met.insert(goal, spans);
            }
        }
        met
    }
}
