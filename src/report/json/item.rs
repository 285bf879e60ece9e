//! An item of the letter, as JSON writes it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::aspect::AspectPart;
use super::said;
use super::values::Day;
use crate::assess::{ItemOutcome, Verdict, Waiver};
use crate::document::Location;
use crate::letter::Item;
use crate::pack::AgencyId;
use crate::report::shorten;

/// Something that the letter asks, and whether it is answered.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Item")]
pub(super) struct ItemPart<'a> {
    /// Its id in the rules.
    id: &'a str,
    /// What kind of demand it is.
    kind: Kind,
    /// Whether it is answered.
    verdict: Verdict,
    /// Of a finding: its parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    aspects: Option<Vec<AspectPart<'a>>>,
    /// Of a next step: the agencies of the inspection that own no action, by id, where it asks for all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Vec<&'a str>>,
    /// Of a next step: what was found, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// What the letter says, where the rules were drafted from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    letter: Option<LetterPart<'a>>,
    /// A person's decision that it need not be answered here. It is checked and shown as any other, and makes no check
    /// fail.
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<WaivedPart<'a>>,
}

/// The kinds of item.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::report) enum Kind {
    /// An area for improvement.
    Finding,
    /// A demand on the statement itself.
    NextStep,
}

/// What the letter says of an item.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterItem")]
struct LetterPart<'a> {
    /// Its number in the letter, counted from 1.
    order: usize,
    /// The beginning of its words.
    text: String,
    /// Where it begins in the letter.
    location: &'a Location,
}

/// A person's decision that an item is answered elsewhere or not owed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Waived")]
pub(in crate::report) struct WaivedPart<'a> {
    /// Why it need not be answered here.
    reason: &'a str,
    /// Who decided; null where nobody is named.
    by: Option<&'a str>,
    /// The day of the decision.
    on: Day,
    /// The last day on which it holds; null where it has no end.
    until: Option<Day>,
}

impl<'a> ItemPart<'a> {
    pub(super) fn of(outcome: &'a ItemOutcome, asked: &'a BTreeMap<String, Item>) -> Self {
        let letter = asked.get(outcome.id()).map(|item| LetterPart {
            order: item.order,
            text: shorten(&item.text.replace('\n', " ")),
            location: &item.location,
        });
        let (kind, aspects, missing, note) = match outcome {
            ItemOutcome::Finding(finding) => {
                (Kind::Finding, Some(finding.aspects.iter().map(AspectPart::of).collect()), None, None)
            }
            ItemOutcome::NextStep(step) => {
                let missing = step.missing.iter().map(AgencyId::as_str).collect();
                (Kind::NextStep, None, Some(missing), Some(step.note.as_str()))
            }
        };
        let waived = outcome.waived().map(WaivedPart::of);
        Self { id: outcome.id(), kind, verdict: outcome.verdict(), aspects, missing, note, letter, waived }
    }
}

impl<'a> WaivedPart<'a> {
    pub(in crate::report) fn of(waiver: &'a Waiver) -> Self {
        Self {
            reason: &waiver.reason,
            by: said(&waiver.by),
            on: Day(waiver.on),
            until: waiver.until.map(Day),
        }
    }
}
