//! The JSON of schema 1 (design, section 7): one object, fields may be added, none changed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::safe::is_unsafe;
use super::{Report, shorten};
use crate::assess::{
    AspectOutcome, Assessment, Confidence, Diagnostic, ItemOutcome, Reason, ReviewState, Suspicion, Tie,
    Verdict,
};
use crate::document::{Format, Location, Unread};
use crate::letter::Item;
use crate::pack::AgencyId;
use crate::statement::{Action, Commitment};

/// The version of the shape of the JSON.
const SCHEMA: u32 = 1;

/// Returns the report as JSON, indented, with a line end.
pub fn json(report: &Report<'_>) -> String {
    escaped(&Root::of(report))
}

/// Returns a value as JSON that is safe to print, indented, with a line end. It may hold only strings, numbers, lists and
/// objects, which always serialise.
pub(crate) fn escaped(value: &impl Serialize) -> String {
    let mut text = escape(&serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

/// Writes signs that could steer a terminal or turn the reading order as `\uXXXX`. JSON holds them, if at all, inside
/// strings, where that means the same.
pub(super) fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign != '\n' && is_unsafe(sign) {
            escaped.push_str(&format!("\\u{:04x}", u32::from(sign)));
        } else {
            escaped.push(sign);
        }
    }
    escaped
}

#[derive(Serialize)]
struct Root<'a> {
    schema: u32,
    statement: StatementPart<'a>,
    pack: PackPart<'a>,
    as_of: String,
    items: Vec<ItemPart<'a>>,
    actions: Vec<ActionPart<'a>>,
    diagnostics: &'a [Diagnostic],
}

#[derive(Serialize)]
struct StatementPart<'a> {
    files: Vec<FilePart<'a>>,
    unread: &'a [Unread],
}

#[derive(Serialize)]
struct FilePart<'a> {
    path: &'a str,
    format: Format,
}

#[derive(Serialize)]
struct PackPart<'a> {
    id: &'a str,
    standing: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
}

#[derive(Serialize)]
struct ItemPart<'a> {
    id: &'a str,
    kind: &'static str,
    verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    aspects: Option<Vec<AspectPart<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    letter: Option<LetterPart<'a>>,
}

/// What the letter asks, where the rules were drafted from it.
#[derive(Serialize)]
struct LetterPart<'a> {
    order: usize,
    text: String,
    location: &'a Location,
}

#[derive(Serialize)]
struct AspectPart<'a> {
    id: &'a str,
    met: bool,
    confidence: Confidence,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    evidence: Vec<EvidencePart<'a>>,
    nearest: Vec<NearPart<'a>>,
    reviewed: Option<ReviewedPart<'a>>,
}

/// A person's decision.
#[derive(Serialize)]
struct ReviewedPart<'a> {
    decision: &'static str,
    by: Option<&'a str>,
    on: String,
    why: Option<&'a str>,
    rules_said: Option<&'a str>,
    state: ReviewState,
    changed: Option<ChangedPart<'a>>,
}

/// What changed since a decision.
#[derive(Serialize)]
pub(super) struct ChangedPart<'a> {
    says: &'a str,
    words: Option<&'a str>,
    now: Option<NowPart<'a>>,
}

#[derive(Serialize)]
struct NowPart<'a> {
    quote: &'a str,
    location: &'a Location,
}

impl<'a> ChangedPart<'a> {
    pub(super) fn of(suspicion: &'a Suspicion) -> Self {
        Self {
            says: suspicion.says,
            words: said(&suspicion.words),
            now: suspicion.now.as_ref().map(|(quote, location)| NowPart { quote, location }),
        }
    }
}

#[derive(Serialize)]
struct EvidencePart<'a> {
    quote: &'a str,
    location: &'a Location,
    tie: Tie,
}

#[derive(Serialize)]
struct NearPart<'a> {
    quote: &'a str,
    location: &'a Location,
    why: Reason,
}

#[derive(Serialize)]
struct ActionPart<'a> {
    text: &'a str,
    owner: Option<&'a str>,
    agencies: Vec<&'a str>,
    due: Option<DuePart<'a>>,
    measure: Option<&'a str>,
    commitment: Commitment,
    answers: &'a [String],
    location: &'a Location,
}

#[derive(Serialize)]
struct DuePart<'a> {
    text: &'a str,
    date: Option<String>,
}

impl<'a> Root<'a> {
    fn of(report: &Report<'a>) -> Self {
        let Report { statement, inspection, asked, assessment, diagnostics, .. } = *report;
        let files = statement.files.iter().map(|(path, format)| FilePart { path, format: *format });
        Self {
            schema: SCHEMA,
            statement: StatementPart { files: files.collect(), unread: &statement.unread },
            pack: PackPart {
                id: &inspection.id,
                standing: &inspection.standing,
                draft: inspection.draft,
                due: assessment.deadline.as_ref().map(|deadline| deadline.due.to_string()),
            },
            as_of: assessment.as_of.to_string(),
            items: assessment.items.iter().map(|outcome| item(outcome, asked)).collect(),
            actions: actions(&statement.actions, assessment),
            diagnostics,
        }
    }
}

fn item<'a>(outcome: &'a ItemOutcome, asked: &'a BTreeMap<String, Item>) -> ItemPart<'a> {
    let letter = asked.get(outcome.id()).map(|item| LetterPart {
        order: item.order,
        text: shorten(&item.text.replace('\n', " ")),
        location: &item.location,
    });
    match outcome {
        ItemOutcome::Finding(finding) => ItemPart {
            id: &finding.id,
            kind: "finding",
            verdict: finding.verdict,
            aspects: Some(finding.aspects.iter().map(aspect).collect()),
            missing: None,
            note: None,
            letter,
        },
        ItemOutcome::NextStep(step) => ItemPart {
            id: &step.id,
            kind: "next-step",
            verdict: step.verdict,
            aspects: None,
            missing: Some(step.missing.iter().map(AgencyId::as_str).collect()),
            note: Some(&step.note),
            letter,
        },
    }
}

fn aspect(outcome: &AspectOutcome) -> AspectPart<'_> {
    let evidence = outcome.evidence.iter();
    let nearest = outcome.nearest.iter();
    AspectPart {
        id: &outcome.id,
        met: outcome.met,
        confidence: outcome.confidence,
        reason: outcome.reason,
        evidence: evidence
            .map(|e| EvidencePart { quote: &e.quote, location: &e.location, tie: e.tie })
            .collect(),
        nearest: nearest.map(|n| NearPart { quote: &n.quote, location: &n.location, why: n.why }).collect(),
        reviewed: outcome.reviewed.as_ref().map(|reviewed| ReviewedPart {
            decision: if reviewed.met { "met" } else { "not-met" },
            by: said(&reviewed.by),
            on: reviewed.on.to_string(),
            why: said(&reviewed.why),
            rules_said: said(&reviewed.rules_said),
            state: reviewed.state(),
            changed: reviewed.suspicion.as_ref().map(ChangedPart::of),
        }),
    }
}

/// Returns a text that says something.
pub(super) fn said(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn actions<'a>(actions: &'a [Action], assessment: &'a Assessment) -> Vec<ActionPart<'a>> {
    let parts = actions.iter().zip(&assessment.answers).map(|(action, answers)| ActionPart {
        text: &action.text,
        owner: action.owner.as_deref(),
        agencies: action.agencies.iter().map(AgencyId::as_str).collect(),
        due: action
            .due
            .as_ref()
            .map(|due| DuePart { text: &due.text, date: due.range.map(|(_, last)| last.to_string()) }),
        measure: action.measure.as_deref(),
        commitment: action.commitment,
        answers,
        location: &action.location,
    });
    parts.collect()
}
