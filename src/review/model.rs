//! Decisions: what a person decided about an aspect, on which words, and why.

use jiff::civil::Date;

use crate::assess::{AspectOutcome, Reason};
use crate::pack::Choice;
use crate::statement::{Action, Commitment, Passage, PassageKind};

/// Everything that was decided about the answer to one inspection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// The id of the inspection.
    pub pack: String,
    /// The decisions, in the order of the file; no two about the same aspect.
    pub all: Vec<Decision>,
}

/// What a person decided about one aspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The id of the finding.
    pub item: String,
    /// The id of the aspect.
    pub aspect: String,
    /// What was decided.
    pub answer: Answer,
    /// The passages on which it rests: those that meet the aspect, or all that were shown and do not.
    pub rests: Vec<Rest>,
    /// Who decided; empty where nobody is named.
    pub by: String,
    /// The day of the decision.
    pub on: Date,
    /// Why; may be empty.
    pub why: String,
    /// What the rules said then.
    pub rules_said: String,
}

impl Decision {
    /// Whether it is about this aspect of this finding.
    pub fn is_about(&self, item: &str, aspect: &str) -> bool {
        self.item == item && self.aspect == aspect
    }

    /// Returns what it is about, as `finding.aspect`.
    pub fn about(&self) -> String {
        format!("{}.{}", self.item, self.aspect)
    }
}

/// A passage on which a decision rests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rest {
    /// Its words: whole sentences of one action or passage.
    pub words: String,
    /// Where it stood, for people; nothing hangs on it.
    pub place: String,
    /// Who does it, where it was an action that says so; for people.
    pub owner: Option<String>,
    /// When it is due, where it was an action that says so; for people.
    pub due: Option<String>,
    /// How it stood in the statement; `None` where the file does not say.
    pub footing: Option<Footing>,
}

/// What a person can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The aspect is met.
    Met,
    /// It is not.
    NotMet,
}

impl Answer {
    /// Returns the answer as the file writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
        }
    }

    /// Returns the answer as a person reads it.
    pub fn says(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
        }
    }
}

impl Choice for Answer {
    const ALL: &'static [Self] = &[Self::Met, Self::NotMet];

    fn name(self) -> &'static str {
        self.name()
    }
}

/// How words stand in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footing {
    /// An action that promises.
    Firm,
    /// An action that reports something as done.
    Done,
    /// An action that continues, considers, explores or depends.
    Weak,
    /// An action that commits nobody.
    Idle,
    /// Prose of the plan.
    Prose,
    /// Background, strengths, governance, a glossary.
    Background,
    /// The inspectors' words.
    Quoted,
    /// An action that declines.
    Declined,
    /// Words that no longer belong to the statement.
    Superseded,
}

impl Footing {
    /// Returns how an action stands.
    pub fn of_action(action: &Action) -> Self {
        match action.commitment {
            Commitment::Firm => Self::Firm,
            Commitment::Done => Self::Done,
            Commitment::Weak => Self::Weak,
            Commitment::None => Self::Idle,
            Commitment::Declined => Self::Declined,
        }
    }

    /// Returns how a passage stands that is no action.
    pub fn of_passage(passage: &Passage) -> Self {
        match passage.kind {
            PassageKind::Prose => Self::Prose,
            PassageKind::Context => Self::Background,
            PassageKind::Quoted => Self::Quoted,
            PassageKind::Superseded => Self::Superseded,
        }
    }

    /// Returns how much words on this footing bind. What was promised and is then done binds no less.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Firm | Self::Done => 3,
            Self::Weak | Self::Idle | Self::Prose => 2,
            Self::Background => 1,
            Self::Quoted | Self::Declined | Self::Superseded => 0,
        }
    }
}

impl Choice for Footing {
    const ALL: &'static [Self] = &[
        Self::Firm,
        Self::Done,
        Self::Weak,
        Self::Idle,
        Self::Prose,
        Self::Background,
        Self::Quoted,
        Self::Declined,
        Self::Superseded,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Done => "done",
            Self::Weak => "weak",
            Self::Idle => "idle",
            Self::Prose => "prose",
            Self::Background => "background",
            Self::Quoted => "quoted",
            Self::Declined => "declined",
            Self::Superseded => "superseded",
        }
    }
}

/// Returns what the rules say of an aspect, in a few words: `not met (deferred, likely)`.
pub(super) fn said(outcome: &AspectOutcome) -> String {
    match outcome.reason {
        _ if outcome.met => format!("met ({})", outcome.confidence),
        Some(reason) => format!("not met ({}, {})", Reason::code(reason), outcome.confidence),
        None => format!("not met ({})", outcome.confidence),
    }
}
