//! Review: what people decided about verdicts that the rules cannot prove, and whether their decisions still hold.
//!
//! A decision rests on words. It holds while they stand, wherever they have moved, and never longer: [`Review::of`] says
//! which do, [`Review::apply`] makes the verdicts follow those, and [`questions`] gives what is left to decide.

mod apply;
mod file;
mod grounds;
mod hold;
mod model;
mod questions;
mod read;
pub(crate) mod words;

pub use file::Written;
pub(crate) use file::quoted;
pub use model::{Answer, Decision, Decisions, Footing, Rest};
pub use questions::{Question, Shown, find, questions};

use crate::assess::{Assessment, ItemOutcome, Suspicion};
use crate::pack::Rules;
use crate::statement::Statement;

/// The decisions about one statement, each with what became of it.
#[derive(Debug, Clone)]
pub struct Review<'d> {
    /// In the order of the file.
    pub held: Vec<Held<'d>>,
}

/// A decision held against a statement.
#[derive(Debug, Clone)]
pub struct Held<'d> {
    /// The decision.
    pub decision: &'d Decision,
    /// What became of it.
    pub state: State,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The words on which it rests stand.
    Holds,
    /// They do not, or something new stands beside them.
    Suspect(Box<Suspicion>),
    /// The inspection has no such aspect.
    Unused,
}

impl State {
    /// Returns the state as reports write it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Suspect(_) => "suspect",
            Self::Unused => "unused",
        }
    }
}

impl<'d> Review<'d> {
    /// Says of each decision whether it holds for `statement`, which the rules alone assessed as `assessment`.
    pub fn of(
        decisions: &'d Decisions,
        statement: &Statement,
        rules: &Rules,
        assessment: &Assessment,
    ) -> Self {
        let grounds = grounds::Grounds::of(statement, &rules.language.abbreviations);
        let held = decisions.all.iter().map(|decision| {
            let state = match aspect_of(assessment, decision) {
                None => State::Unused,
                Some(outcome) => {
                    let answers = answers_to(assessment, &decision.about());
                    let suspicion = hold::suspicion(decision, &grounds, outcome, &answers);
                    suspicion.map_or(State::Holds, |suspicion| State::Suspect(Box::new(suspicion)))
                }
            };
            Held { decision, state }
        });
        Self { held: held.collect() }
    }

    /// Returns the decision about an aspect with what became of it.
    pub fn about(&self, item: &str, aspect: &str) -> Option<&Held<'d>> {
        self.held.iter().find(|held| held.decision.is_about(item, aspect))
    }
}

/// Returns the outcome of the aspect that a decision is about.
fn aspect_of<'a>(
    assessment: &'a Assessment,
    decision: &Decision,
) -> Option<&'a crate::assess::AspectOutcome> {
    assessment.items.iter().find_map(|item| match item {
        ItemOutcome::Finding(finding) if finding.id == decision.item => {
            finding.aspects.iter().find(|aspect| aspect.id == decision.aspect)
        }
        _ => None,
    })
}

/// Returns the actions, by place, that the rules take for answers to the aspect `name`, as `finding.aspect`.
fn answers_to(assessment: &Assessment, name: &str) -> Vec<usize> {
    let answers = assessment.answers.iter().enumerate();
    answers.filter(|(_, names)| names.iter().any(|other| other == name)).map(|(action, _)| action).collect()
}
