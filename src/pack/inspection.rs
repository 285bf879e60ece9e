//! Reads an inspection file: what its letter asks, and how an answer is recognised.

use jiff::civil::Date;

use super::at::At;
use super::code::Code;
use super::fields::{Field, Fields, Text};
use super::items;
use super::model::{AgencyId, Finding, Framework, Inspection, NextStep};
use super::names::help_for_name;
use super::queries::Queries;
use super::vocabulary::Agency;

/// The tables an inspection file may hold.
pub(super) const TABLES: &[&str] = &["inspection", "next_step", "finding"];

const INSPECTION: &[&str] = &[
    "id",
    "title",
    "framework",
    "area",
    "inspectorates",
    "fieldwork",
    "published",
    "due",
    "send_to",
    "lead",
    "agencies",
    "standing",
    "recognise",
];

/// Reads inspections against what the language and framework files define.
pub(super) struct Reader<'r> {
    pub(super) queries: &'r mut Queries,
    pub(super) agencies: &'r [Agency],
    pub(super) frameworks: &'r [Framework],
}

impl Reader<'_> {
    /// Reads one file.
    pub(super) fn read(&mut self, root: &Fields<'_>, known: &[Inspection]) -> Option<Inspection> {
        let fields = root.need("inspection").and_then(|table| table.table("an inspection", INSPECTION));
        let mut ids = items::Ids::new();
        let mut next_steps: Vec<_> = tables(root, "next_step", "a next step", items::NEXT_STEP)
            .iter()
            .filter_map(|table| self.next_step(table, &mut ids))
            .collect();
        let mut findings: Vec<_> = tables(root, "finding", "a finding", items::FINDING)
            .iter()
            .filter_map(|table| self.finding(table, &mut ids))
            .collect();
        number(&mut findings, &mut next_steps);
        self.head(&fields?, findings, next_steps, known)
    }

    fn head(
        &mut self,
        fields: &Fields<'_>,
        findings: Vec<Finding>,
        next_steps: Vec<NextStep>,
        known: &[Inspection],
    ) -> Option<Inspection> {
        let id = fields.need("id").and_then(Field::id);
        let title = fields.need("title").and_then(Field::text);
        let framework = fields.need("framework").and_then(|field| self.framework(field));
        let area = fields.need("area").and_then(Field::text);
        let inspectorates = fields.need("inspectorates").map(Field::texts).unwrap_or_default();
        let (fieldwork, published, due) = dates(fields);
        let send_to = fields.get("send_to").and_then(Field::text);
        let lead = fields.need("lead").and_then(Field::text).and_then(|lead| self.agency(fields, lead));
        let agencies = self.agency_list(fields.need("agencies"), fields);
        let standing = fields.need("standing").and_then(Field::text);
        let recognise = fields.get("recognise").and_then(|field| self.queries.read(field));
        if let Some(id) = &id {
            self.check_id(fields, id, known);
        }
        Some(Inspection {
            id: id?.value,
            title: title?.value,
            framework: framework?,
            area: area?.value,
            inspectorates: values(inspectorates),
            fieldwork,
            published,
            due,
            send_to: send_to.map(|text| text.value),
            lead: lead?,
            agencies,
            standing: standing?.value,
            recognise: recognise.map(|(query, _)| query),
            findings,
            next_steps,
            file: fields.file.at,
        })
    }

    fn check_id(&self, fields: &Fields<'_>, id: &Text, known: &[Inspection]) {
        let file = fields.file;
        if known.iter().any(|inspection| inspection.id == id.value) {
            let message = format!("the inspection `{}` is defined twice", id.value);
            file.report.push(file.problem(Code::DuplicateId, id.span.clone(), message));
        }
        if file.source.stem() != id.value {
            let message = format!("the file of `{}` is called `{}.toml`", id.value, file.source.stem());
            let help = format!("rename the file to `{}.toml`", id.value);
            file.report.push(file.problem(Code::FileName, id.span.clone(), message).help(help));
        }
    }

    fn framework(&self, field: Field<'_>) -> Option<String> {
        let name = field.text()?;
        if self.frameworks.iter().any(|framework| framework.id == name.value) {
            return Some(name.value);
        }
        let ids: Vec<_> = self.frameworks.iter().map(|framework| framework.id.as_str()).collect();
        let message = format!("there is no framework `{}`", name.value);
        field.object(Code::UnknownFramework, message, help_for_name(&name.value, &ids));
        None
    }

    fn agency(&self, fields: &Fields<'_>, id: Text) -> Option<AgencyId> {
        if let Some(agency) = self.agencies.iter().find(|agency| agency.id.as_str() == id.value) {
            return Some(agency.id.clone());
        }
        let ids: Vec<_> = self.agencies.iter().map(|agency| agency.id.as_str()).collect();
        let message = format!("there is no agency `{}`", id.value);
        let problem = fields.file.problem(Code::UnknownAgency, id.span, message);
        fields.file.report.push(problem.help(help_for_name(&id.value, &ids)));
        None
    }

    pub(super) fn agency_list(&self, field: Option<Field<'_>>, fields: &Fields<'_>) -> Vec<AgencyId> {
        let named = field.map(Field::texts).unwrap_or_default();
        named.into_iter().filter_map(|id| self.agency(fields, id)).collect()
    }
}

fn tables<'t>(root: &Fields<'t>, key: &'static str, what: &'static str, known: &[&str]) -> Vec<Fields<'t>> {
    root.get(key).map(|field| field.tables(what, known)).unwrap_or_default()
}

/// Numbers findings and next steps together, from 0, by where they stand in the file.
fn number(findings: &mut [Finding], next_steps: &mut [NextStep]) {
    let starts = |at: &At| at.bytes.start;
    let mut all: Vec<_> = findings.iter().map(|f| starts(&f.at)).collect();
    all.extend(next_steps.iter().map(|step| starts(&step.at)));
    all.sort_unstable();
    let rank = |at: &At| all.partition_point(|start| *start < starts(at));
    findings.iter_mut().for_each(|finding| finding.order = rank(&finding.at));
    next_steps.iter_mut().for_each(|step| step.order = rank(&step.at));
}

pub(super) fn values(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}

/// Reads the dates of an inspection, which must follow each other.
fn dates(fields: &Fields<'_>) -> (Option<(Date, Date)>, Option<Date>, Option<Date>) {
    let fieldwork = fields.get("fieldwork").and_then(|field| {
        let days = field.table("the fieldwork", &["from", "to"])?;
        let from = days.need("from").and_then(Field::date);
        let to = days.need("to").and_then(Field::date);
        in_order(days.get("to"), from, to, "`to` comes before `from`");
        from.zip(to)
    });
    let published = fields.get("published").and_then(Field::date);
    let due = fields.get("due").and_then(Field::date);
    let visit = fieldwork.map(|(from, _)| from);
    in_order(fields.get("published"), visit, published, "`published` comes before the fieldwork");
    in_order(fields.get("due"), published, due, "`due` comes before `published`");
    (fieldwork, published, due)
}

fn in_order(field: Option<Field<'_>>, first: Option<Date>, then: Option<Date>, message: &str) {
    if let (Some(field), Some(first), Some(then)) = (field, first, then)
        && then < first
    {
        field.object(Code::BadDate, message, format!("it must not be before {first}"));
    }
}
