//! The statement: its actions, each with who, when and how firmly, and the passages that are not actions.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::dates::Due;
use crate::document::{DraftMarks, Format, Location, Unread};
use crate::pack::AgencyId;
use crate::personal::PersonalData;

/// A written statement of action, read.
#[derive(Debug, Clone, Default)]
pub struct Statement {
    /// The files it consists of, as the user named them, with the format each was read as.
    pub files: Vec<(String, Format)>,
    /// Its headings, in reading order.
    pub headings: Vec<String>,
    /// The short lines before its first action, as on a title page.
    pub title_lines: Vec<String>,
    /// What it says will be done, in reading order.
    pub actions: Vec<Action>,
    /// Everything else it says, in reading order.
    pub passages: Vec<Passage>,
    /// What could not be read.
    pub unread: Vec<Unread>,
    /// Signs of a draft.
    pub marks: DraftMarks,
    /// Personal data that was masked before the documents were read, where the caller had it masked.
    pub personal: Vec<PersonalData>,
}

/// Something the statement says will be done.
#[derive(Debug, Clone)]
pub struct Action {
    /// Its words, without owner, date and measure where those stand apart.
    pub text: String,
    /// Its sentences, each with how firmly it commits.
    pub sentences: Vec<Sentence>,
    /// Who does it, as written; `None` when blank or to be confirmed.
    pub owner: Option<String>,
    /// The agencies that the owner belongs to, by id, in the order of the rules.
    pub agencies: Vec<AgencyId>,
    /// When it is due; `None` when nothing is said.
    pub due: Option<Due>,
    /// How success is known, as written; `None` when blank or to be confirmed.
    pub measure: Option<String>,
    /// Its number or code, where it has one.
    pub reference: Option<String>,
    /// Whether its row has a place for a number, filled in or not.
    pub has_reference_place: bool,
    /// Whether its row holds several actions with owners or dates that do not pair up with them.
    pub unpaired: bool,
    /// How firmly it commits as a whole.
    pub commitment: Commitment,
    /// What its row, banner, quotation or heading says about the finding it answers, nearest first.
    pub pointers: Vec<Pointer>,
    /// Where it stands.
    pub location: Location,
}

impl Action {
    /// Returns the words that bind: the sentences that promise something or report it as done.
    pub fn binding_text(&self) -> String {
        let binding: Vec<&str> =
            self.sentences.iter().filter(|s| s.standing.binds()).map(|s| s.text.as_str()).collect();
        binding.join(" ")
    }

    /// Returns why the words that do not bind fall short: the standing of the first sentence that does not.
    pub fn shortfall(&self) -> Option<Standing> {
        self.sentences.iter().map(|s| s.standing).find(|standing| !standing.binds())
    }
}

/// A sentence of an action.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// How firmly it commits.
    pub standing: Standing,
}

/// How firmly one sentence commits, by the rules in `rules/language/commitment.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It promises.
    Firm,
    /// It reports something as done.
    Done,
    /// It says what goes on after something is done.
    Continues,
    /// It goes on as before, reminds, encourages or aims.
    Weak,
    /// It explores, considers, or leaves open what and when.
    Vague,
    /// It depends on money, demand or somebody else.
    Conditional,
    /// It puts off.
    Deferred,
    /// It refuses.
    Declined,
    /// It repeats or accepts what the inspectors wrote.
    Restates,
}

impl Standing {
    /// Whether words of this standing can meet a finding.
    pub fn binds(self) -> bool {
        matches!(self, Self::Firm | Self::Done | Self::Continues)
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Firm => "firm",
            Self::Done => "done",
            Self::Continues => "continues",
            Self::Weak => "weak",
            Self::Vague => "vague",
            Self::Conditional => "conditional",
            Self::Deferred => "deferred",
            Self::Declined => "declined",
            Self::Restates => "restates",
        })
    }
}

/// How firmly an action as a whole commits (design, section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Commitment {
    /// Something is promised.
    Firm,
    /// Something is reported as done, and nothing more is promised.
    Done,
    /// It continues, considers, explores or depends.
    Weak,
    /// It refuses.
    Declined,
    /// It says nothing that commits anybody.
    None,
}

/// A sign of the finding that an action answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Where the sign stands in the layout.
    pub kind: PointerKind,
    /// Its words.
    pub text: String,
}

/// The places where a plan says what an action answers, from the nearest to the farthest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointerKind {
    /// The finding column or label of the action's own row or card.
    Row,
    /// A full-width row above it in the table.
    Banner,
    /// A quotation or repetition of the finding above it.
    Quotation,
    /// A heading above it; the number counts outwards, 0 the nearest.
    Heading(u8),
}

/// A passage that is not an action.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Its words.
    pub text: String,
    /// The sentences of prose, each with how firmly it would commit; empty for every other kind.
    pub sentences: Vec<Sentence>,
    /// What kind of passage it is.
    pub kind: PassageKind,
    /// What the headings and quotations above it say about the finding it belongs to, nearest first.
    pub pointers: Vec<Pointer>,
    /// Where it stands.
    pub location: Location,
}

/// Why a passage is not an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// The inspectors' words: a quotation, a finding column, a banner.
    Quoted,
    /// Prose of the plan that commits nobody.
    Prose,
    /// Background, strengths, governance, glossary.
    Context,
    /// Text that no longer belongs to the statement.
    Superseded,
}
