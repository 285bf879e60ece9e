//! A letter as it is understood: its facts and what it asks.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::document::Location;

/// What an inspection letter asks, and what it says of itself. What the letter does not say is `None` or empty.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// The file, as the user named it.
    pub file: String,
    /// The kind of inspection, by the id of its framework.
    pub framework: Option<String>,
    /// The area, as the letter names it.
    pub area: Option<String>,
    /// The inspectorates that took part.
    pub inspectorates: Vec<String>,
    /// Whom it is addressed to, a line each.
    pub addressees: Vec<String>,
    /// The days of the visit.
    pub fieldwork: Option<Fieldwork>,
    /// The day of the letter.
    pub published: Option<Date>,
    /// The day by which the answer is due.
    pub due: Option<Date>,
    /// The address to which the answer goes.
    pub send_to: Option<String>,
    /// Who leads the answer, as the letter names it.
    pub lead: Option<String>,
    /// Who else takes part, as the letter names them.
    pub agencies: Vec<String>,
    /// What it asks, in its own order.
    pub items: Vec<Item>,
    /// Sentences in praise or narrative that ask for something, in reading order.
    pub candidates: Vec<Item>,
    /// What the reading is not sure of, a sentence each.
    pub unsure: Vec<String>,
}

impl Letter {
    /// Returns what is to be put right, in the letter's order: all that it asks but demands on the answer itself.
    pub fn to_be_put_right(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.kind != ItemKind::NextStep)
    }
}

/// The first and the last day of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fieldwork {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// Something that a letter asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Item {
    /// What kind of demand it is.
    pub kind: ItemKind,
    /// The heading it stands under.
    pub heading: String,
    /// Its number in the letter, counted from 1 through all items, or through all candidates.
    pub order: usize,
    /// Who must act, as the letter names them.
    pub responsible: Vec<String>,
    /// The whole of it; the lines of a list in it are parted by line ends.
    pub text: String,
    /// Where it begins.
    pub location: Location,
}

/// The kinds of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// Something to be put right.
    Improvement,
    /// Something to be put right at once.
    PriorityAction,
    /// A demand on the answer itself.
    NextStep,
    /// A sentence in praise or narrative that asks for something.
    CandidateApart,
}

impl ItemKind {
    /// Returns the name that the JSON gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Improvement => "improvement",
            Self::PriorityAction => "priority-action",
            Self::NextStep => "next-step",
            Self::CandidateApart => "candidate-apart",
        }
    }
}
