//! Reports of a letter: what it asks, for a person or a program; one file per output.

mod csv;
mod json;
mod markdown;
mod text;

pub use csv::csv;
pub use json::{json, schema};
pub use markdown::markdown;
pub use text::text;

use crate::letter::{Item, ItemKind, Letter};

/// Returns what a kind of item is called in a report.
fn called(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Improvement => "improvement",
        ItemKind::PriorityAction => "priority action",
        ItemKind::NextStep => "next step",
        ItemKind::CandidateApart => "candidate",
    }
}

/// Returns the facts that a letter states, each with its name; only those that it does state.
fn facts(letter: &Letter) -> Vec<(&'static str, String)> {
    let fieldwork = letter.fieldwork.map(|days| match days {
        days if days.from == days.to => days.from.to_string(),
        days => format!("{} to {}", days.from, days.to),
    });
    let list = |names: &[String]| (!names.is_empty()).then(|| names.join("; "));
    let facts = [
        ("Area", letter.area.clone()),
        ("Framework", letter.framework.clone()),
        ("Inspectorates", list(&letter.inspectorates)),
        ("Fieldwork", fieldwork),
        ("Letter dated", letter.published.map(|day| day.to_string())),
        ("Answer due", letter.due.map(|day| day.to_string())),
        ("Send to", letter.send_to.clone()),
        ("Led by", letter.lead.clone()),
        ("Taking part", list(&letter.agencies)),
        ("Addressed to", list(&letter.addressees)),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// Returns the items under each heading, in the letter's order.
fn by_heading(items: &[Item]) -> impl Iterator<Item = &[Item]> {
    items.chunk_by(|one, next| one.heading == next.heading && one.kind == next.kind)
}

/// Returns how many there are of something: `1 item`, `12 items`.
fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
