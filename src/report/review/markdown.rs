//! Decisions as Markdown: a record of who accepted what, on which words, for a board's papers.

use std::fmt::Write as _;

use super::Record;
use crate::report::safe::plain;
use crate::review::{Held, State};

/// Returns the record as a page.
pub fn markdown(record: &Record<'_>) -> String {
    let held = &record.review.held;
    let mut out = format!("# Decisions on the answer to: {}\n\n", plain(&record.inspection.title));
    let files: Vec<String> = record.statement.files.iter().map(|(file, _)| plain(file)).collect();
    let holding = held.iter().filter(|held| held.state == State::Holds).count();
    let _ = writeln!(
        out,
        "Statement: {}. Decisions that hold: {holding} of {}. Left to decide: {}.\n",
        files.join(", "),
        held.len(),
        record.open
    );
    for held in held {
        decision(record, held, &mut out);
    }
    out
}

fn decision(record: &Record<'_>, held: &Held<'_>, out: &mut String) {
    let decision = held.decision;
    let _ = writeln!(out, "## {}: {}\n", plain(&decision.about()), decision.answer.says());
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "- {name}: {}", plain(text));
        }
    };
    line("Asked", record.asks(decision));
    line("Decided by", &decision.by);
    line("On", &decision.on.to_string());
    line("Why", &decision.why);
    line("The rules said", &decision.rules_said);
    line("State", held.state.name());
    line("Changed", &record.changed(held));
    out.push('\n');
    for rest in &decision.rests {
        let _ = writeln!(out, "> {}", plain(&rest.words));
        let about: Vec<String> = [Some(&rest.place), rest.owner.as_ref(), rest.due.as_ref()]
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty())
            .map(|text| plain(text))
            .collect();
        if !about.is_empty() {
            let _ = writeln!(out, ">\n> ({})", about.join("; "));
        }
        out.push('\n');
    }
}
