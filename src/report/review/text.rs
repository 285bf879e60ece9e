//! Decisions for a screen: a row each, and a line for each that no longer holds.

use super::Record;
use crate::report::safe::safe;
use crate::review::State;

/// Returns a row for each decision, below a row of names.
pub fn rows(record: &Record<'_>) -> Vec<[String; 6]> {
    let mut rows = vec![["STATE", "ASPECT", "DECIDED", "ON", "BY", "WHY"].map(str::to_owned)];
    rows.extend(record.review.held.iter().map(|held| {
        let decision = held.decision;
        [
            held.state.name().to_owned(),
            decision.about(),
            decision.answer.says().to_owned(),
            decision.on.to_string(),
            safe(&decision.by),
            safe(&decision.why),
        ]
    }));
    rows
}

/// Returns a line for each decision that does not hold, with what changed.
pub fn changes(record: &Record<'_>) -> Vec<String> {
    let changed = record.review.held.iter().filter(|held| held.state != State::Holds);
    changed.map(|held| format!("{}: {}", held.decision.about(), record.changed(held))).collect()
}
