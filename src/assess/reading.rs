//! A reading of the statement against one inspection: what each action and passage holds, and where it points.

use std::collections::{BTreeMap, BTreeSet};

use super::likeness::{Likeness, Profiles};
use super::ties::{Bond, Ties};
use crate::query::Scan;
use crate::statement::{Action, Passage, Statement};

/// An action with what its binding words and all of its words hold.
#[derive(Debug)]
pub(super) struct ActionReading<'s> {
    pub(super) action: &'s Action,
    pub(super) binding: Scan<'s>,
    /// All of its words; `None` where all of them bind.
    whole: Option<Scan<'s>>,
    pub(super) bonds: BTreeMap<usize, Bond>,
    /// How like each aspect's examples its binding words are, in the order of the findings and their aspects.
    pub(super) likeness: Vec<Likeness>,
    /// The same of all its words.
    pub(super) whole_likeness: Vec<Likeness>,
}

impl<'s> ActionReading<'s> {
    /// Returns what all of its words hold.
    pub(super) fn whole(&self) -> &Scan<'s> {
        self.whole.as_ref().unwrap_or(&self.binding)
    }
}

/// A passage with what its words hold.
#[derive(Debug)]
pub(super) struct PassageReading<'s> {
    pub(super) passage: &'s Passage,
    pub(super) words: Scan<'s>,
    pub(super) bonds: BTreeMap<usize, Bond>,
    /// The findings that its own words name, as a quotation does.
    pub(super) names: BTreeMap<usize, Bond>,
}

/// Everything the statement says, read against one inspection.
#[derive(Debug)]
pub(super) struct Reading<'s> {
    pub(super) actions: Vec<ActionReading<'s>>,
    pub(super) passages: Vec<PassageReading<'s>>,
    /// The findings that some row names.
    pub(super) named: BTreeSet<usize>,
}

impl<'s> Reading<'s> {
    pub(super) fn new(statement: &'s Statement, mut ties: Ties<'s>, profiles: &Profiles<'_>) -> Self {
        let rules = ties.rules();
        let scan = |parts: &[&str]| rules.library.scan(&rules.analyzer, parts);
        let actions = statement.actions.iter().map(|action| {
            let measure = action.measure.as_deref().unwrap_or_default();
            let binding = action.binding_text();
            let likeness = profiles.likeness(&format!("{binding} {measure}"));
            let mut bonds = ties.bonds(&action.pointers);
            if bonds.is_empty() {
                bonds = ties.own(&action.text);
            }
            let all_binds = action.shortfall().is_none();
            ActionReading {
                action,
                binding: if binding.is_empty() { scan(&[]) } else { scan(&[&binding, measure]) },
                whole: (binding != action.text).then(|| scan(&[&action.text, measure])),
                bonds,
                whole_likeness: if all_binds {
                    likeness.clone()
                } else {
                    profiles.likeness(&format!("{} {measure}", action.text))
                },
                likeness,
            }
        });
        let actions: Vec<ActionReading<'_>> = actions.collect();
        let passages = statement.passages.iter().map(|passage| PassageReading {
            passage,
            words: scan(&[&passage.text]),
            bonds: ties.bonds(&passage.pointers),
            names: ties.names(&passage.text),
        });
        let bonds = actions.iter().flat_map(|action| &action.bonds);
        let named = bonds.filter(|(_, bond)| **bond == Bond::Reference).map(|(finding, _)| *finding);
        Self { named: named.collect(), passages: passages.collect(), actions }
    }
}
