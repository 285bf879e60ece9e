//! Reads an inspection file: what its letter asks, and how an answer is recognised.

use jiff::civil::Date;

use super::at::At;
use super::code::Code;
use super::defined::Defined;
use super::fields::{Field, Fields, Text};
use super::keys;
use super::model::{AgencyId, Finding, Inspection, NextStep};
use super::queries::{Group, Queries};

/// Reads inspections against what the language and framework files define.
pub(super) struct Reader<'r, 't> {
    pub(super) queries: &'r mut Queries,
    pub(super) agencies: &'r Defined<'t>,
    pub(super) frameworks: &'r Defined<'t>,
    pub(super) inspections: Defined<'t>,
    /// The number of the inspection at hand.
    pub(super) number: usize,
    /// Whether it is a draft.
    pub(super) draft: bool,
}

impl<'t> Reader<'_, 't> {
    /// Reads one file.
    pub(super) fn read(&mut self, root: &Fields<'t>) -> Option<Inspection> {
        let fields = root.need("inspection").and_then(|table| table.table("an inspection", keys::INSPECTION));
        let head = fields.as_ref();
        self.draft = head.and_then(|fields| fields.get("draft")?.flag()).unwrap_or_default();
        let mut ids = Defined::new("item");
        let mut next_steps: Vec<_> = tables(root, "next_step", "a next step", keys::NEXT_STEP)
            .iter()
            .filter_map(|table| self.next_step(table, &mut ids))
            .collect();
        let mut findings: Vec<_> = tables(root, "finding", "a finding", keys::FINDING)
            .iter()
            .filter_map(|table| self.finding(table, &mut ids))
            .collect();
        number(&mut findings, &mut next_steps);
        self.number += 1;
        Some(self.head(&fields?, findings, next_steps))
    }

    fn head(&mut self, fields: &Fields<'t>, findings: Vec<Finding>, next_steps: Vec<NextStep>) -> Inspection {
        let id = fields.need("id").and_then(|id| self.inspections.read(id));
        let title = self.own_words(fields, "title");
        let framework = fields.need("framework").and_then(|field| self.framework(field));
        let area = self.own_words(fields, "area");
        let inspectorates = fields.need("inspectorates").map(Field::filled_list).unwrap_or_default();
        let inspectorates = inspectorates.into_iter().filter_map(|member| self.said(member)).collect();
        let (fieldwork, published, due) = dates(fields);
        let send_to = fields.get("send_to").and_then(Field::text);
        let lead = fields.need("lead").and_then(|lead| self.agency(lead));
        let agencies = fields.need("agencies").map(|list| self.agency_list(list)).unwrap_or_default();
        let (agencies, agencies_at) = agencies.into_iter().unzip();
        let standing = fields.need("standing").and_then(Field::text);
        let recognise = fields.get("recognise").and_then(|field| self.queries.read(field, Group::Recognise));
        if let Some(id) = &id {
            check_file_name(fields, id);
        }
        // What is missing is noted and keeps the rules from being used; the rest can still be looked into.
        let value = |text: Option<Text>| text.map(|text| text.value).unwrap_or_default();
        Inspection {
            at: fields.file.at(id.as_ref().map_or(fields.span.clone(), |id| id.span.clone())),
            id: id.map_or_else(|| fields.file.source.stem().to_owned(), |id| id.value),
            title: value(title),
            framework: framework.unwrap_or_default(),
            area: value(area),
            inspectorates: values(inspectorates),
            fieldwork,
            published,
            due,
            send_to: send_to.map(|text| text.value),
            lead: lead.unwrap_or_default(),
            agencies,
            agencies_at,
            standing: value(standing),
            draft: self.draft,
            recognise: recognise.map(|(query, _)| query),
            findings,
            next_steps,
            file: fields.file.at,
        }
    }

    fn framework(&self, field: Field<'_>) -> Option<String> {
        let id = field.text()?;
        self.frameworks.check(field.file, &id, Code::UnknownFramework).then_some(id.value)
    }

    fn agency(&self, field: Field<'_>) -> Option<AgencyId> {
        let id = field.text()?;
        self.agencies.check(field.file, &id, Code::UnknownAgency).then_some(AgencyId(id.value))
    }

    /// Reads a list of agencies, each with its place.
    pub(super) fn agency_list(&self, field: Field<'_>) -> Vec<(AgencyId, At)> {
        let place = |member: &Field<'_>| member.file.at(member.span());
        let read = |member: Field<'_>| Some((self.agency(member)?, place(&member)));
        field.filled_list().into_iter().filter_map(read).collect()
    }
}

fn check_file_name(fields: &Fields<'_>, id: &Text) {
    let file = fields.file;
    if file.source.stem() != id.value {
        let message = format!("the file of `{}` is called `{}.toml`", id.value, file.source.stem());
        let help = format!("rename the file to `{}.toml`", id.value);
        file.report.push(file.problem(Code::FileName, id.span.clone(), message).help(help));
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
        let days = field.table("the fieldwork", keys::FIELDWORK)?;
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
