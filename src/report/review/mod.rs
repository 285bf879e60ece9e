//! The record of what people decided: as a list for a screen, and for a board's papers as Markdown, CSV and JSON.

mod csv;
mod json;
mod markdown;
mod text;

pub use csv::csv;
pub use json::json;
pub use markdown::markdown;
pub use text::{changes, rows};

pub use super::terminal::changed;
use crate::pack::Inspection;
use crate::review::{Decision, Held, Review, State};
use crate::statement::Statement;

/// Everything that a record draws on.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The decisions, each with what became of it.
    pub review: &'a Review<'a>,
    /// How many aspects are left to decide.
    pub open: usize,
    /// The statement that they are about.
    pub statement: &'a Statement,
    /// The inspection that it answers.
    pub inspection: &'a Inspection,
}

impl Record<'_> {
    /// Whether places must name their file.
    fn several(&self) -> bool {
        self.statement.files.len() > 1
    }

    /// Returns what the aspect asks that a decision is about; nothing where there is none.
    fn asks(&self, decision: &Decision) -> &str {
        let mut findings = self.inspection.findings.iter();
        let finding = findings.find(|finding| finding.id == decision.item);
        let aspects = finding.map(|finding| finding.aspects.as_slice()).unwrap_or_default();
        aspects.iter().find(|aspect| aspect.id == decision.aspect).map_or("", |aspect| &aspect.asks)
    }

    /// Returns what changed since a decision, in one line; nothing where it holds.
    fn changed(&self, held: &Held<'_>) -> String {
        match &held.state {
            State::Holds => String::new(),
            State::Suspect(suspicion) => changed(suspicion, self.several()),
            State::Unused => "the inspection does not ask it".to_owned(),
        }
    }
}
