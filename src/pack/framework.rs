//! Reads a framework file: a kind of inspection, and what it obliges whoever is inspected to do.

use std::collections::BTreeMap;

use super::code::Code;
use super::defined::Defined;
use super::fields::{Field, Fields, File, Text};
use super::keys::{CHECK, CLOCK, DUTY, FRAMEWORK};
use super::model::{CheckRule, Duty, Framework};
use super::names::{Check, Choice, Start, help_for_name};
use crate::clock::{Clock, Count, Unit};

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

/// A framework as its file has it, which may build on another.
pub(super) struct Unextended {
    framework: Framework,
    extends: Option<Text>,
    file: usize,
}

/// Reads `[framework]`, its checks and duties.
pub(super) fn read<'t>(root: &Fields<'t>, ids: &mut Defined<'t>) -> Option<Unextended> {
    let fields = root.need("framework")?.table("a framework", FRAMEWORK)?;
    let id = fields.need("id").and_then(|id| ids.read(id));
    let name = fields.need("name").and_then(Field::text);
    let summary = fields.need("summary").and_then(Field::text);
    let extends = fields.get("extends").and_then(Field::text);
    let responses = fields.get("responses").and_then(Field::choice);
    let mut duty_ids = Defined::new("duty");
    let tables = root.get("duty").map(|field| field.tables("a duty", DUTY)).unwrap_or_default();
    let duties = tables.iter().filter_map(|fields| read_duty(fields, &mut duty_ids)).collect();
    let checks = root.get("checks").map(read_checks).unwrap_or_default();
    let framework =
        Framework { id: id?.value, name: name?.value, summary: summary?.value, responses, checks, duties };
    Some(Unextended { framework, extends, file: root.file.at.0 })
}

/// Reads `action-without-owner = "warning"` and `date-too-far = { level = "note", over = 24 }`.
fn read_checks(field: Field<'_>) -> BTreeMap<Check, CheckRule> {
    let Some(fields) = field.names("the checks") else { return BTreeMap::new() };
    let names: Vec<&str> = Check::ALL.iter().map(|check| check.name()).collect();
    let mut checks = BTreeMap::new();
    for (name, value) in fields.entries() {
        let Some(check) = Check::ALL.iter().copied().find(|check| check.name() == name.value) else {
            let message = format!("there is no check `{}`", name.value);
            let problem = field.file.problem(Code::UnknownName, name.span, message);
            field.file.report.push(problem.help(help_for_name(&name.value, &names)));
            continue;
        };
        checks.extend(read_check(value).map(|rule| (check, rule)));
    }
    checks
}

fn read_check(value: Field<'_>) -> Option<CheckRule> {
    if !value.is_table() {
        return value.choice().map(|level| CheckRule { level, over: None });
    }
    let fields = value.table("a check", CHECK)?;
    let level = fields.need("level").and_then(Field::choice);
    let over = fields.get("over").and_then(|over| over.number(1..=1_000));
    Some(CheckRule { level: level?, over })
}

/// Works into each framework the checks and answers of the one it extends, which its own override. `sources` are all
/// files, for the place of a problem.
pub(super) fn extend(frameworks: Vec<Unextended>, files: &[File<'_>]) -> Vec<Framework> {
    let bases: BTreeMap<String, Framework> = frameworks
        .iter()
        .filter(|one| one.extends.is_none())
        .map(|one| (one.framework.id.clone(), one.framework.clone()))
        .collect();
    let ids: Vec<&str> = bases.keys().map(String::as_str).collect();
    let mut extended = Vec::new();
    for Unextended { mut framework, extends, file } in frameworks {
        if let Some(name) = extends {
            match (bases.get(&name.value), files.get(file)) {
                (Some(base), _) => {
                    let own = std::mem::take(&mut framework.checks);
                    framework.checks = base.checks.clone();
                    framework.checks.extend(own);
                    framework.responses = framework.responses.or(base.responses);
                }
                (None, Some(file)) => {
                    let message = format!("there is no framework `{}` that stands by itself", name.value);
                    let problem = file.problem(Code::UnknownFramework, name.span, message);
                    file.report.push(problem.help(help_for_name(&name.value, &ids)));
                }
                (None, None) => {}
            }
        }
        extended.push(framework);
    }
    extended
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
    let fields = field.table("a clock", CLOCK)?;
    let length = fields.need("length").and_then(|length| length.number(1..=1_000));
    let unit = fields.need("unit").and_then(Field::choice);
    let count = fields.need("count").and_then(Field::choice);
    let starts = fields.need("from").and_then(Field::choice);
    Some((Clock { length: length?, unit: unit?, count: count? }, starts?))
}
