//! The parts of a query as a sentence names them: what the words hold of it, and what is wanting.

use crate::query::Trace;

/// How many words of a choice that was not met are named.
const MOST_CHOICES: usize = 6;

/// How many places of the text are quoted for one part.
const MOST_FOUND: usize = 3;

/// Returns the parts that stand in the text, each with its words: `@regrade ("reclassified")`.
pub(super) fn held(trace: &Trace) -> String {
    let mut named: Vec<String> = Vec::new();
    for part in trace.held() {
        let words: Vec<String> =
            part.found.iter().take(MOST_FOUND).map(|word| format!("\"{word}\"")).collect();
        let words = words.join(", ");
        // A bare word need not be said twice.
        let part = if part.label.starts_with(['@', '/']) || part.label.ends_with('*') {
            format!("{} ({words})", part.label)
        } else {
            words
        };
        if !named.contains(&part) {
            named.push(part);
        }
    }
    named.join(", ")
}

/// Returns the parts that are wanting: `@regrade and one of absent, missing`.
pub(super) fn wanting(trace: &Trace) -> String {
    let wanting: Vec<String> = trace.wanting().into_iter().map(one_wanting).collect();
    wanting.join(" and ")
}

fn one_wanting(part: &Trace) -> String {
    match part.label.as_str() {
        "OR" => one_of(part),
        "NOT" => format!("it must not hold {}", quoted(&part.found)),
        near if near.starts_with("NEAR/") || near.starts_with("THEN/") => apart(part),
        label => label.to_owned(),
    }
}

/// A choice of which nothing stands in the text.
fn one_of(choice: &Trace) -> String {
    let mut labels = Vec::new();
    leaves(choice, &mut labels);
    let more = match labels.len().saturating_sub(MOST_CHOICES) {
        0 => String::new(),
        more => format!(" or {more} others"),
    };
    labels.truncate(MOST_CHOICES);
    format!("one of {}{more}", labels.join(", "))
}

fn leaves<'t>(part: &'t Trace, labels: &mut Vec<&'t str>) {
    if part.parts.is_empty() {
        labels.push(&part.label);
    }
    part.parts.iter().filter(|part| part.label != "NOT").for_each(|part| leaves(part, labels));
}

/// Two sides that both stand in the text, but too far from each other.
fn apart(near: &Trace) -> String {
    let sides: Vec<String> = near.parts.iter().map(|side| quoted(&side.found)).collect();
    let order = if near.label.starts_with("THEN/") { " in this order" } else { "" };
    let within = near.label.rsplit('/').next().unwrap_or_default();
    format!("{} within {within} words{order}", sides.join(" and "))
}

fn quoted(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    quoted.join(" or ")
}
