//! What a letter asks as JSON of schema 1: one object, fields may be added, none changed.

use schemars::JsonSchema;
use serde::Serialize;

use crate::letter::{Item, Letter};
use crate::report::json::{Day, SchemaOne, escaped, schema_of};

/// What `wsoa letter --format json` prints. What the letter does not say is null or empty. Later versions of the program
/// may add fields; none is changed or taken away.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "wsoa letter, schema 1")]
struct Root<'a> {
    /// The version of this shape.
    schema: SchemaOne,
    /// The file, as it was named.
    file: &'a str,
    /// The kind of inspection, by the id of its framework.
    framework: Option<&'a str>,
    /// The area, as the letter names it.
    area: Option<&'a str>,
    /// The inspectorates that took part.
    inspectorates: &'a [String],
    /// Whom it is addressed to, a line each.
    addressees: &'a [String],
    /// The day of the letter.
    published: Option<Day>,
    /// The days of the visit.
    fieldwork: Option<DaysPart>,
    /// The day by which the answer is due.
    due: Option<Day>,
    /// The address to which the answer goes.
    send_to: Option<&'a str>,
    /// Who leads the answer, as the letter names it.
    lead: Option<&'a str>,
    /// Who else takes part, as the letter names them.
    agencies: &'a [String],
    /// What it asks, in its own order.
    items: &'a [Item],
    /// Sentences in praise or narrative that ask for something, in reading order.
    candidates: &'a [Item],
    /// What the reading is not sure of, a sentence each.
    unsure: &'a [String],
}

/// The days of a visit.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Days")]
struct DaysPart {
    /// The first day.
    from: Day,
    /// The last day.
    to: Day,
}

/// Returns what a letter asks as JSON, indented, with a line end. What the letter does not say is `null`.
pub fn json(letter: &Letter) -> String {
    escaped(&Root {
        schema: SchemaOne,
        file: &letter.file,
        framework: letter.framework.as_deref(),
        area: letter.area.as_deref(),
        inspectorates: &letter.inspectorates,
        addressees: &letter.addressees,
        published: letter.published.map(Day),
        fieldwork: letter.fieldwork.map(|days| DaysPart { from: Day(days.from), to: Day(days.to) }),
        due: letter.due.map(Day),
        send_to: letter.send_to.as_deref(),
        lead: letter.lead.as_deref(),
        agencies: &letter.agencies,
        items: &letter.items,
        candidates: &letter.candidates,
        unsure: &letter.unsure,
    })
}

/// Returns the JSON Schema (draft 2020-12) of what `wsoa letter` prints as JSON, as text that ends with a line end.
pub fn schema() -> String {
    schema_of::<Root<'_>>()
}
