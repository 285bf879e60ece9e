//! Decisions as JSON, in the same words as `wsoa check` and `review.toml` have them.

use serde::Serialize;

use super::Record;
use crate::report::json::{ChangedPart, escaped, said};
use crate::review::{Held, Rest, State};

/// The version of the shape of the JSON.
const SCHEMA: u32 = 1;

/// Returns the record as JSON, indented, with a line end.
pub fn json(record: &Record<'_>) -> String {
    let held = &record.review.held;
    escaped(&Root {
        schema: SCHEMA,
        pack: PackPart { id: &record.inspection.id },
        decisions: held.iter().map(decision).collect(),
        open: record.open,
    })
}

#[derive(Serialize)]
struct Root<'a> {
    schema: u32,
    pack: PackPart<'a>,
    decisions: Vec<DecisionPart<'a>>,
    open: usize,
}

#[derive(Serialize)]
struct PackPart<'a> {
    id: &'a str,
}

#[derive(Serialize)]
struct DecisionPart<'a> {
    item: &'a str,
    aspect: &'a str,
    decision: &'static str,
    by: Option<&'a str>,
    on: String,
    why: Option<&'a str>,
    rules_said: Option<&'a str>,
    state: &'static str,
    changed: Option<ChangedPart<'a>>,
    passages: Vec<PassagePart<'a>>,
}

#[derive(Serialize)]
struct PassagePart<'a> {
    words: &'a str,
    place: Option<&'a str>,
    owner: Option<&'a str>,
    due: Option<&'a str>,
}

fn decision<'a>(held: &'a Held<'a>) -> DecisionPart<'a> {
    let decision = held.decision;
    DecisionPart {
        item: &decision.item,
        aspect: &decision.aspect,
        decision: decision.answer.name(),
        by: said(&decision.by),
        on: decision.on.to_string(),
        why: said(&decision.why),
        rules_said: said(&decision.rules_said),
        state: held.state.name(),
        changed: match &held.state {
            State::Suspect(suspicion) => Some(ChangedPart::of(suspicion)),
            _ => None,
        },
        passages: decision.rests.iter().map(passage).collect(),
    }
}

fn passage(rest: &Rest) -> PassagePart<'_> {
    PassagePart {
        words: &rest.words,
        place: said(&rest.place),
        owner: rest.owner.as_deref(),
        due: rest.due.as_deref(),
    }
}
