//! The assessment: what was asked, what was answered, on what evidence, and why the rest falls short.

use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::due::Deadline;
use super::reviewed::Reviewed;
use super::waived::Waiver;
use crate::document::Location;
use crate::pack::AgencyId;

/// The outcome of holding a statement against an inspection.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The day for which it was made.
    pub as_of: Date,
    /// When the statement is due; `None` where neither the letter nor its framework says.
    pub deadline: Option<Deadline>,
    /// The outcome of each item, in the order of the letter.
    pub items: Vec<ItemOutcome>,
    /// For each action of the statement, in its order, the aspects it answers, as `finding.aspect`.
    pub answers: Vec<Vec<String>>,
}

/// The outcome of one item of the letter.
#[derive(Debug, Clone)]
pub enum ItemOutcome {
    /// An area for improvement.
    Finding(FindingOutcome),
    /// A demand on the statement itself.
    NextStep(NextStepOutcome),
}

impl ItemOutcome {
    /// Returns the id of the item.
    pub fn id(&self) -> &str {
        match self {
            Self::Finding(outcome) => &outcome.id,
            Self::NextStep(outcome) => &outcome.id,
        }
    }

    /// Returns its verdict.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Finding(outcome) => outcome.verdict,
            Self::NextStep(outcome) => outcome.verdict,
        }
    }

    /// Returns the waiver of the item, where it has one that holds.
    pub fn waived(&self) -> Option<&Waiver> {
        match self {
            Self::Finding(outcome) => outcome.waived.as_ref(),
            Self::NextStep(outcome) => outcome.waived.as_ref(),
        }
    }
}

/// The outcome of one finding.
#[derive(Debug, Clone)]
pub struct FindingOutcome {
    /// The id of the finding.
    pub id: String,
    /// Its verdict, from those of its aspects.
    pub verdict: Verdict,
    /// The outcome of each aspect.
    pub aspects: Vec<AspectOutcome>,
    /// Why it need not be answered here; `None` where it must be.
    pub waived: Option<Waiver>,
}

/// The outcome of one aspect.
#[derive(Debug, Clone)]
pub struct AspectOutcome {
    /// The id of the aspect.
    pub id: String,
    /// Whether a committed action answers it.
    pub met: bool,
    /// How far the outcome can be relied on.
    pub confidence: Confidence,
    /// Why it is not met; `None` when it is.
    pub reason: Option<Reason>,
    /// The passages that meet it, best first, at most [`MOST_PASSAGES`].
    pub evidence: Vec<Evidence>,
    /// Where it is not met, the nearest passages, best first, at most [`MOST_PASSAGES`].
    pub nearest: Vec<Near>,
    /// What a person decided about it; `None` where nobody did.
    pub reviewed: Option<Reviewed>,
}

/// How many passages are shown for an aspect.
pub const MOST_PASSAGES: usize = 3;

/// A passage that meets an aspect.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Its words.
    pub quote: String,
    /// Where it stands.
    pub location: Location,
    /// Its place among the actions of the statement, several of which may share a location; `None` where it is none of them.
    pub action: Option<usize>,
    /// Why it is taken to answer the aspect.
    pub tie: Tie,
    /// The words of the quote that the rule looked for: byte ranges.
    pub words: Vec<std::ops::Range<usize>>,
}

/// A passage that comes near an aspect and does not meet it.
#[derive(Debug, Clone)]
pub struct Near {
    /// Its words.
    pub quote: String,
    /// Where it stands.
    pub location: Location,
    /// Its place among the actions of the statement, several of which may share a location; `None` where it is none of them.
    pub action: Option<usize>,
    /// Why it falls short.
    pub why: Reason,
}

/// The outcome of a next step.
#[derive(Debug, Clone)]
pub struct NextStepOutcome {
    /// The id of the next step.
    pub id: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// The agencies of the inspection that own no action, where the step asks for all of them.
    pub missing: Vec<AgencyId>,
    /// What was found, in one sentence.
    pub note: String,
    /// Why it need not be met here; `None` where it must be.
    pub waived: Option<Waiver>,
}

/// Whether an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Committed actions meet every aspect.
    Addressed,
    /// They meet some.
    Partial,
    /// They meet none.
    Unaddressed,
    /// Part of the statement could not be read, and the answer may stand there.
    CannotTell,
}

impl Verdict {
    /// Returns the verdict as JSON, cases and snapshots write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Addressed => "addressed",
            Self::Partial => "partial",
            Self::Unaddressed => "unaddressed",
            Self::CannotTell => "cannot-tell",
        }
    }
}

/// Why an action is taken to answer an aspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// Its row or heading names the finding, and its own words name the matter.
    ReferenceAndWords,
    /// Its own words name the matter.
    Words,
    /// Its row, quotation or heading names the finding.
    Reference,
    /// It stands in a part of the plan that is about the finding.
    Place,
    /// It is very like the examples that the rules accept.
    Likeness,
    /// A person decided that it answers.
    Decided,
}

impl Tie {
    /// Returns what ties a passage to an aspect, to be read after it.
    pub fn says(self) -> &'static str {
        match self {
            Self::ReferenceAndWords => "its place names the finding, its words the matter",
            Self::Words => "its words name the matter",
            Self::Reference => "its place names the finding, and its words or their likeness tell the aspect",
            Self::Place => "it stands in a part about the finding, and its words tell the aspect",
            Self::Likeness => "it is very like the accepted sentences",
            Self::Decided => "a person decided that it answers",
        }
    }
}

/// How far a verdict can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The reasons are strong and agree.
    Sure,
    /// A person should read the passages.
    Likely,
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
        })
    }
}

/// Why a passage does not meet an aspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It only repeats or quotes what the inspectors wrote.
    OnlyRestated,
    /// It refuses.
    Declined,
    /// It puts off.
    Deferred,
    /// It depends on money, demand or somebody else.
    Conditional,
    /// It continues, considers, reminds or aims, and binds nobody.
    Vague,
    /// It reports something done, and nothing goes on.
    OnlyDone,
    /// It is an action on a neighbouring matter, of the same finding or another.
    Neighbouring,
    /// It stands in background, strengths, governance or a glossary, or in prose that commits nobody.
    ContextOnly,
    /// It no longer belongs to the statement.
    StruckOut,
    /// Nothing ties it to the aspect; it is only the likest that there is.
    NoTie,
    /// Part of the statement could not be read.
    Unread,
    /// A person decided that it does not answer.
    Decided,
}

impl Reason {
    /// Every reason, in the order of the design.
    pub const ALL: [Self; 12] = [
        Self::OnlyRestated,
        Self::Declined,
        Self::Deferred,
        Self::Conditional,
        Self::Vague,
        Self::OnlyDone,
        Self::Neighbouring,
        Self::ContextOnly,
        Self::StruckOut,
        Self::NoTie,
        Self::Unread,
        Self::Decided,
    ];

    /// Returns the reason as JSON and the command line write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::OnlyRestated => "only-restated",
            Self::Declined => "declined",
            Self::Deferred => "deferred",
            Self::Conditional => "conditional",
            Self::Vague => "vague",
            Self::OnlyDone => "only-done",
            Self::Neighbouring => "neighbouring",
            Self::ContextOnly => "context-only",
            Self::StruckOut => "struck-out",
            Self::NoTie => "no-tie",
            Self::Unread => "unread",
            Self::Decided => "decided",
        }
    }

    /// Returns what the reason says of a passage, to be read after it: `this declines to act`.
    pub fn says(self) -> &'static str {
        match self {
            Self::OnlyRestated => "this only repeats what the inspectors wrote",
            Self::Declined => "this declines to act",
            Self::Deferred => "this puts the matter off",
            Self::Conditional => "this depends on money, demand or somebody else",
            Self::Vague => "this binds nobody to anything new",
            Self::OnlyDone => "this reports something done, and nothing goes on",
            Self::Neighbouring => "this speaks of a neighbouring matter",
            Self::ContextOnly => "this is background, not an action",
            Self::StruckOut => "this no longer belongs to the statement",
            Self::NoTie => "nothing ties this to it",
            Self::Unread => "part of the statement could not be read",
            Self::Decided => "a person decided that this does not answer it",
        }
    }

    /// Returns what the reason means and what to do, for `wsoa explain`.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::OnlyRestated => {
                "A quotation of the letter, a finding column, or a sentence that accepts or repeats the finding shows that it \
                 was read, not that anything will be done. Put an action beside it."
            }
            Self::Declined => {
                "The statement says in so many words that nothing will be done. Where the inspectorate allows a reasoned refusal, \
                 record it as such; a statement of action under the Children Act foresees none."
            }
            Self::Deferred => {
                "The matter is left for a later year, review or refresh. Say what will be done now, and by when."
            }
            Self::Conditional => {
                "The action depends on funding, demand or another body. Say what will be done in any case, and who decides on \
                 the rest by when."
            }
            Self::Vague => {
                "Words such as continue, consider, explore, remind or aim leave everything as it is. Say what will be different, \
                 who will do it and by when."
            }
            Self::OnlyDone => {
                "Something is reported as done, with nothing that goes on and nothing that shows its effect. Say what keeps it \
                 going, or how its effect is checked."
            }
            Self::Neighbouring => {
                "The action stands under this finding, or speaks of its subject, but does something else than the aspect asks. \
                 Add what is missing."
            }
            Self::ContextOnly => {
                "The words stand in background, strengths, governance or a glossary. Make an action of them."
            }
            Self::StruckOut => {
                "The words stand in a part that was struck out, deleted or superseded. Put them back if they are meant."
            }
            Self::NoTie => {
                "Nothing in the statement is tied to the aspect by its words, by a reference or by its place. Add an action."
            }
            Self::Unread => {
                "Part of the statement could not be read, so the answer may be there. Give that part as text."
            }
            Self::Decided => {
                "The rules take the passage for an answer, and a person read it and decided that it is none. The decision and \
                 its reason stand in review.toml; `wsoa review` asks again once the words change."
            }
        }
    }
}
