//! Decisions as CSV (RFC 4180), a row a decision, for a spreadsheet.

use super::Record;
use crate::report::cell::cell;
use crate::review::{Held, Rest};

const COLUMNS: [&str; 14] = [
    "finding",
    "aspect",
    "asks",
    "decision",
    "words",
    "place",
    "owner",
    "due",
    "by",
    "on",
    "why",
    "rules said",
    "state",
    "changed",
];

/// Returns a row for every decision, below a row of names.
pub fn csv(record: &Record<'_>) -> String {
    let mut out = COLUMNS.join(",") + "\r\n";
    for held in &record.review.held {
        let cells = cells(record, held).map(|text| cell(&text));
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn cells(record: &Record<'_>, held: &Held<'_>) -> [String; 14] {
    let decision = held.decision;
    let all = |of: fn(&Rest) -> &str| {
        let texts: Vec<&str> = decision.rests.iter().map(of).filter(|text| !text.is_empty()).collect();
        texts.join("\n")
    };
    [
        decision.item.clone(),
        decision.aspect.clone(),
        record.asks(decision).to_owned(),
        decision.answer.says().to_owned(),
        all(|rest| &rest.words),
        all(|rest| &rest.place),
        all(|rest| rest.owner.as_deref().unwrap_or_default()),
        all(|rest| rest.due.as_deref().unwrap_or_default()),
        decision.by.clone(),
        decision.on.to_string(),
        decision.why.clone(),
        decision.rules_said.clone(),
        held.state.name().to_owned(),
        record.changed(held),
    ]
}
