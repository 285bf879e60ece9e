//! What a letter asks as JSON of schema 1: one object, fields may be added, none changed.

use serde::Serialize;

use crate::letter::{Item, Letter};
use crate::report::json::escape;

/// The version of the shape of the JSON.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Root<'a> {
    schema: u32,
    file: &'a str,
    framework: Option<&'a str>,
    area: Option<&'a str>,
    inspectorates: &'a [String],
    addressees: &'a [String],
    published: Option<String>,
    fieldwork: Option<DaysPart>,
    due: Option<String>,
    send_to: Option<&'a str>,
    lead: Option<&'a str>,
    agencies: &'a [String],
    items: &'a [Item],
    candidates: &'a [Item],
    unsure: &'a [String],
}

#[derive(Serialize)]
struct DaysPart {
    from: String,
    to: String,
}

/// Returns what a letter asks as JSON, indented, with a line end. What the letter does not say is `null`.
pub fn json(letter: &Letter) -> String {
    let root = Root {
        schema: SCHEMA,
        file: &letter.file,
        framework: letter.framework.as_deref(),
        area: letter.area.as_deref(),
        inspectorates: &letter.inspectorates,
        addressees: &letter.addressees,
        published: letter.published.map(|day| day.to_string()),
        fieldwork: letter
            .fieldwork
            .map(|days| DaysPart { from: days.from.to_string(), to: days.to.to_string() }),
        due: letter.due.map(|day| day.to_string()),
        send_to: letter.send_to.as_deref(),
        lead: letter.lead.as_deref(),
        agencies: &letter.agencies,
        items: &letter.items,
        candidates: &letter.candidates,
        unsure: &letter.unsure,
    };
    // The types above hold only strings, numbers and lists, which always serialise.
    let mut text = escape(&serde_json::to_string_pretty(&root).unwrap_or_default());
    text.push('\n');
    text
}
