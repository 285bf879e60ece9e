//! What a person decided about an aspect, as an assessment carries it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::document::Location;

/// A person's decision about an aspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// Whether the person decided that it is met.
    pub met: bool,
    /// Who decided; empty where nobody is named.
    pub by: String,
    /// The day of the decision.
    pub on: Date,
    /// Why; may be empty.
    pub why: String,
    /// What the rules said when it was decided.
    pub rules_said: String,
    /// What changed since, where the decision no longer holds.
    pub suspicion: Option<Suspicion>,
}

impl Reviewed {
    /// Returns whether the decision holds.
    pub fn state(&self) -> ReviewState {
        if self.suspicion.is_none() { ReviewState::Holds } else { ReviewState::Suspect }
    }
}

/// Whether a decision holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ReviewState {
    /// The words on which it rests stand: it decides the verdict.
    Holds,
    /// They do not: the verdict is that of the rules, until a person decides again.
    Suspect,
}

impl ReviewState {
    /// Returns the state as reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Suspect => "suspect",
        }
    }
}

/// What changed since a decision, so that it no longer holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// What changed, in a few words: `the words it rests on are no longer there`.
    pub says: &'static str,
    /// The words on which it rests that changed; empty where none did and something came.
    pub words: String,
    /// What stands there now, or comes nearest.
    pub now: Option<(String, Location)>,
}
