//! An explanation for a program: every action, with what each query found and what it lacks.

use serde::Serialize;

use super::{Explained, Report};
use crate::assess::{Bond, Confidence, Fared, Fate, Likeness, Reason};
use crate::document::Location;
use crate::pack::At;
use crate::query::Trace;
use crate::report::escaped;

/// The version of the shape of the JSON.
const SCHEMA: u32 = 1;

/// Returns the explanations as JSON, indented, with a line end.
pub fn json(report: &Report<'_>, explained: &[Explained<'_>]) -> String {
    let aspects = explained.iter().map(|one| aspect(report, one)).collect();
    escaped(&Root { schema: SCHEMA, pack: &report.inspection.id, aspects })
}

#[derive(Serialize)]
struct Root<'a> {
    schema: u32,
    pack: &'a str,
    aspects: Vec<AspectPart<'a>>,
}

#[derive(Serialize)]
struct AspectPart<'a> {
    id: String,
    asks: &'a str,
    met: bool,
    confidence: Confidence,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    actions: Vec<ActionPart<'a>>,
}

#[derive(Serialize)]
struct ActionPart<'a> {
    #[serde(flatten)]
    fate: Fate,
    text: &'a str,
    location: &'a Location,
    #[serde(skip_serializing_if = "Option::is_none")]
    bond: Option<Bond>,
    strength: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    likeness: Option<Likeness>,
    left_out: Vec<SentencePart<'a>>,
    met_by: QueryPart<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    told_by: Option<QueryPart<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_by: Option<QueryPart<'a>>,
}

#[derive(Serialize)]
struct SentencePart<'a> {
    text: &'a str,
    standing: String,
}

#[derive(Serialize)]
struct QueryPart<'a> {
    file: &'a str,
    matched: bool,
    held: Vec<PartPart<'a>>,
    wanting: Vec<PartPart<'a>>,
}

/// A part of a query, with its bytes in the rule file.
#[derive(Serialize)]
struct PartPart<'a> {
    part: &'a str,
    from: usize,
    to: usize,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    found: &'a [String],
}

fn aspect<'a>(report: &Report<'a>, one: &'a Explained<'_>) -> AspectPart<'a> {
    let fared = one.fared.iter();
    AspectPart {
        id: one.id(),
        asks: &one.aspect.asks,
        met: one.outcome.met,
        confidence: one.outcome.confidence,
        reason: one.outcome.reason,
        actions: fared.filter_map(|fared| action(report, one, fared)).collect(),
    }
}

fn action<'a>(report: &Report<'a>, one: &'a Explained<'_>, fared: &'a Fared) -> Option<ActionPart<'a>> {
    let action = report.statement.actions.get(fared.action)?;
    let left_out = fared.left_out.iter();
    let other = |trace: &'a Option<Trace>, at: &Option<At>| {
        trace.as_ref().zip(at.as_ref()).map(|(trace, at)| query(report, trace, at))
    };
    Some(ActionPart {
        fate: rounded_fate(&fared.fate),
        text: &action.text,
        location: &action.location,
        bond: fared.bond,
        strength: rounded(fared.strength),
        likeness: fared.likeness.map(|likeness| Likeness {
            accepted: rounded(likeness.accepted),
            rejected: rounded(likeness.rejected),
            beyond: rounded(likeness.beyond),
        }),
        left_out: left_out
            .map(|one| SentencePart { text: &one.text, standing: one.standing.to_string() })
            .collect(),
        met_by: query(report, &fared.met_by, &one.aspect.met_by_at),
        told_by: other(&fared.told_by, &one.aspect.told_by_at),
        not_by: other(&fared.not_by, &one.aspect.not_by_at),
    })
}

fn query<'a>(report: &Report<'a>, trace: &'a Trace, at: &At) -> QueryPart<'a> {
    let start = at.bytes.start;
    let part = |part: &'a Trace| PartPart {
        part: &part.label,
        from: start + part.span.start,
        to: start + part.span.end,
        found: &part.found,
    };
    QueryPart {
        file: report.rules.source(at.file).map_or("", |source| &source.name),
        matched: trace.matched,
        held: trace.held().into_iter().map(part).collect(),
        wanting: trace.wanting().into_iter().map(part).collect(),
    }
}

fn rounded_fate(fate: &Fate) -> Fate {
    match fate {
        Fate::AnotherNearer { aspect, by } => {
            Fate::AnotherNearer { aspect: aspect.clone(), by: rounded(*by) }
        }
        fate => fate.clone(),
    }
}

/// Returns a number with three digits after the point: more would say nothing.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
