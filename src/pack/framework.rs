//! Reads a framework file: a kind of inspection, and what it obliges whoever is inspected to do.

use super::defined::Defined;
use super::fields::{Field, Fields};
use super::model::{Duty, Framework};
use super::names::{Choice, Start};
use crate::clock::{Clock, Count, Unit};

/// The tables a framework file may hold.
pub(super) const TABLES: &[&str] = &["framework", "duty"];

const DUTY: &[&str] = &["id", "asks", "by", "clock", "to", "contains", "source", "unsure"];

impl Choice for Unit {
    const ALL: &'static [Self] = &[Self::WorkingDays, Self::Days, Self::Months];
    fn name(self) -> &'static str {
        match self {
            Self::WorkingDays => "working-days",
            Self::Days => "days",
            Self::Months => "months",
        }
    }
}

impl Choice for Count {
    const ALL: &'static [Self] = &[Self::After, Self::BeginningWith];
    fn name(self) -> &'static str {
        match self {
            Self::After => "after",
            Self::BeginningWith => "beginning-with",
        }
    }
}

/// Reads `[framework]` and the duties below it.
pub(super) fn read<'t>(root: &Fields<'t>, ids: &mut Defined<'t>) -> Option<Framework> {
    let fields = root.need("framework")?.table("a framework", &["id", "name", "summary", "responses"])?;
    let id = fields.need("id").and_then(|id| ids.read(id));
    let name = fields.need("name").and_then(Field::text);
    let summary = fields.need("summary").and_then(Field::text);
    let responses = fields.get("responses").and_then(Field::choice);
    let mut duty_ids = Defined::new("duty");
    let tables = root.get("duty").map(|field| field.tables("a duty", DUTY)).unwrap_or_default();
    let duties = tables.iter().filter_map(|fields| read_duty(fields, &mut duty_ids)).collect();
    Some(Framework { id: id?.value, name: name?.value, summary: summary?.value, responses, duties })
}

fn read_duty<'t>(fields: &Fields<'t>, ids: &mut Defined<'t>) -> Option<Duty> {
    let text = |key| fields.get(key).and_then(Field::text).map(|text| text.value);
    let id = fields.need("id").and_then(|id| ids.read(id));
    let asks = fields.need("asks").and_then(Field::text);
    let by = fields.need("by").and_then(Field::text);
    let source = fields.need("source").and_then(Field::text);
    let contains = fields.get("contains").map(Field::texts).unwrap_or_default();
    let clock = fields.get("clock").and_then(read_clock);
    Some(Duty {
        id: id?.value,
        asks: asks?.value,
        by: by?.value,
        clock: clock.map(|(clock, _)| clock),
        starts: clock.map_or(Start::Receipt, |(_, starts)| starts),
        to: text("to"),
        contains: contains.into_iter().map(|text| text.value).collect(),
        source: source?.value,
        unsure: text("unsure"),
    })
}

/// Reads `{ length = 70, unit = "working-days", count = "after", from = "receipt" }`.
fn read_clock(field: Field<'_>) -> Option<(Clock, Start)> {
    let fields = field.table("a clock", &["length", "unit", "count", "from"])?;
    let length = fields.need("length").and_then(|length| length.number(1..=1_000));
    let unit = fields.need("unit").and_then(Field::choice);
    let count = fields.need("count").and_then(Field::choice);
    let starts = fields.need("from").and_then(Field::choice);
    Some((Clock { length: length?, unit: unit?, count: count? }, starts?))
}
