//! An aspect of a finding, as JSON writes it: its outcome, its passages, and what a person decided about it.

use schemars::JsonSchema;
use serde::Serialize;

use super::said;
use super::values::Day;
use crate::assess::{
    AspectOutcome, Confidence, Evidence, Near, Reason, ReviewState, Reviewed, Suspicion, Tie,
};
use crate::document::Location;

/// A part of what a finding asks, and whether it is answered.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Aspect")]
pub(in crate::report) struct AspectPart<'a> {
    /// Its id, unique in the finding.
    id: &'a str,
    /// Whether a committed action answers it.
    met: bool,
    /// How far the outcome can be relied on.
    confidence: Confidence,
    /// Why it is not met.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    /// The passages that meet it, best first.
    #[schemars(length(max = 3))]
    evidence: Vec<EvidencePart<'a>>,
    /// Where it is not met, the nearest passages, best first.
    #[schemars(length(max = 3))]
    nearest: Vec<NearPart<'a>>,
    /// What a person decided about it; null where nobody did.
    reviewed: Option<ReviewedPart<'a>>,
}

/// A passage that meets an aspect.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
struct EvidencePart<'a> {
    /// Its words.
    quote: &'a str,
    /// Where it stands.
    location: &'a Location,
    /// Why it is taken to answer the aspect.
    tie: Tie,
}

/// A passage that comes near an aspect and does not meet it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Near")]
struct NearPart<'a> {
    /// Its words.
    quote: &'a str,
    /// Where it stands.
    location: &'a Location,
    /// Why it falls short.
    why: Reason,
}

/// A person's decision about an aspect.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reviewed")]
struct ReviewedPart<'a> {
    /// What was decided.
    decision: Decision,
    /// Who decided; null where nobody is named.
    by: Option<&'a str>,
    /// The day of the decision.
    on: Day,
    /// Why; null where nothing is said.
    why: Option<&'a str>,
    /// What the rules said when it was decided.
    rules_said: Option<&'a str>,
    /// Whether the decision still holds.
    state: ReviewState,
    /// What changed since; null where it holds.
    changed: Option<ChangedPart<'a>>,
}

/// What a person can decide about an aspect.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Decision {
    /// It is met.
    Met,
    /// It is not.
    NotMet,
}

/// What changed since a decision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Changed")]
pub(in crate::report) struct ChangedPart<'a> {
    /// What changed, in a few words.
    says: &'a str,
    /// The words on which the decision rests that changed; null where none did and something came.
    words: Option<&'a str>,
    /// What stands there now, or comes nearest; null where nothing does.
    now: Option<NowPart<'a>>,
}

/// A passage as it stands now.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Now")]
struct NowPart<'a> {
    /// Its words.
    quote: &'a str,
    /// Where it stands.
    location: &'a Location,
}

impl<'a> AspectPart<'a> {
    pub(in crate::report) fn of(outcome: &'a AspectOutcome) -> Self {
        let evidence =
            |Evidence { quote, location, tie, .. }: &'a Evidence| EvidencePart { quote, location, tie: *tie };
        let near = |Near { quote, location, why, .. }: &'a Near| NearPart { quote, location, why: *why };
        Self {
            id: &outcome.id,
            met: outcome.met,
            confidence: outcome.confidence,
            reason: outcome.reason,
            evidence: outcome.evidence.iter().map(evidence).collect(),
            nearest: outcome.nearest.iter().map(near).collect(),
            reviewed: outcome.reviewed.as_ref().map(ReviewedPart::of),
        }
    }
}

impl<'a> ReviewedPart<'a> {
    fn of(reviewed: &'a Reviewed) -> Self {
        Self {
            decision: if reviewed.met { Decision::Met } else { Decision::NotMet },
            by: said(&reviewed.by),
            on: Day(reviewed.on),
            why: said(&reviewed.why),
            rules_said: said(&reviewed.rules_said),
            state: reviewed.state(),
            changed: reviewed.suspicion.as_ref().map(ChangedPart::of),
        }
    }
}

impl<'a> ChangedPart<'a> {
    pub(in crate::report) fn of(suspicion: &'a Suspicion) -> Self {
        Self {
            says: suspicion.says,
            words: said(&suspicion.words),
            now: suspicion.now.as_ref().map(|(quote, location)| NowPart { quote, location }),
        }
    }
}
