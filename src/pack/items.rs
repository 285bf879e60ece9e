//! Reads the items of an inspection: next steps, and findings with their aspects and examples.

use super::code::Code;
use super::defined::Defined;
use super::fields::{Field, Fields, Text};
use super::inspection::{Reader, values};
use super::keys::{ASPECT, PLACE};
use super::model::{Aspect, Example, Finding, NextStep, Place};
use super::queries::Group;

/// How many sentences an aspect must accept, and how many it must reject.
const MIN_EXAMPLES: usize = 2;

/// What stands in a draft where a person is to say something.
pub(crate) const BLANK: &str = "TODO";

impl<'t> Reader<'_, 't> {
    /// Reads a next step.
    pub(super) fn next_step(&mut self, fields: &Fields<'t>, ids: &mut Defined<'t>) -> Option<NextStep> {
        let id = fields.need("id").and_then(|id| ids.read(id));
        let asks = self.own_words(fields, "asks");
        let place = fields.need("where").and_then(place);
        let check = fields.need("check").and_then(Field::choice);
        let shown_by = fields
            .get("shown_by")
            .and_then(|query| self.queries.read(query, Group::NextSteps(self.number)))
            .map(|(query, _)| query);
        let (id, asks) = (id?, asks?);
        let at = fields.file.at(id.span);
        Some(NextStep {
            id: id.value,
            asks_at: fields.file.at(asks.span),
            asks: asks.value,
            place: place?,
            check: check?,
            shown_by,
            order: 0,
            at,
        })
    }

    /// Reads a finding with its aspects.
    pub(super) fn finding(&mut self, fields: &Fields<'t>, ids: &mut Defined<'t>) -> Option<Finding> {
        let id = fields.need("id").and_then(|id| ids.read(id));
        let summary = self.own_words(fields, "summary");
        let place = fields.need("where").and_then(place);
        let agencies = fields.need("agencies").map(|list| self.agency_list(list)).unwrap_or_default();
        let agencies = agencies.into_iter().map(|(agency, _)| agency).collect();
        let names = Group::Names(self.number);
        let cue_texts = fields.get("cues").map(Field::texts).unwrap_or_default();
        let cues = cue_texts.iter().filter_map(|cue| self.queries.phrase(fields.file, cue, names)).collect();
        let about = fields.get("about").and_then(|about| self.queries.read(about, names)).unzip();
        let tables = fields.get("aspect").map(|aspects| aspects.tables("an aspect", ASPECT));
        if tables.as_ref().is_none_or(Vec::is_empty) {
            let name = id.as_ref().map_or("this finding".to_owned(), |id| format!("`{}`", id.value));
            let message = format!("{name} has no aspects");
            fields.file.report.push(fields.file.problem(Code::NoAspects, fields.span.clone(), message));
        }
        let mut aspect_ids = Defined::new("aspect");
        let aspects = tables.iter().flatten().filter_map(|t| self.aspect(t, &mut aspect_ids)).collect();
        let (id, summary) = (id?, summary?);
        Some(Finding {
            at: fields.file.at(id.span),
            id: id.value,
            summary_at: fields.file.at(summary.span),
            summary: summary.value,
            place: place?,
            agencies,
            cues,
            cues_at: cue_texts.iter().map(|cue| fields.file.at(cue.span.clone())).collect(),
            cue_texts: values(cue_texts),
            about: about.0,
            about_at: about.1,
            aspects,
            order: 0,
        })
    }

    fn aspect(&mut self, fields: &Fields<'t>, ids: &mut Defined<'t>) -> Option<Aspect> {
        let id = fields.need("id").and_then(|id| ids.read(id));
        let asks = self.own_words(fields, "asks");
        let good = fields.get("good").and_then(Field::text);
        let group = Group::Aspects(self.number);
        let met_by = fields.need("met_by").and_then(|query| self.queries.read(query, group));
        let told_by = fields.get("told_by").and_then(|query| self.queries.read(query, group)).unzip();
        let not_by = fields.get("not_by").and_then(|query| self.queries.read(query, group)).unzip();
        let accept = examples(fields, "accept", self.draft);
        let reject = examples(fields, "reject", self.draft);
        for twice in reject.iter().filter(|example| accept.iter().any(|other| other.text == example.text)) {
            let message = "this sentence is accepted above and rejected here";
            fields.file.report.push(fields.file.problem(Code::SameExample, twice.at.bytes.clone(), message));
        }
        let (id, asks, (met_by, met_by_at)) = (id?, asks?, met_by?);
        Some(Aspect {
            at: fields.file.at(id.span),
            id: id.value,
            asks_at: fields.file.at(asks.span),
            asks: asks.value,
            good_at: good.as_ref().map(|text| fields.file.at(text.span.clone())),
            good: good.map(|text| text.value),
            met_by,
            told_by: told_by.0,
            not_by: not_by.0,
            accept,
            reject,
            met_by_at,
            told_by_at: told_by.1,
            not_by_at: not_by.1,
        })
    }
}

impl<'t> Reader<'_, 't> {
    /// Reads what an author says; what a draft leaves blank for them is noted.
    pub(super) fn own_words(&self, fields: &Fields<'t>, key: &'static str) -> Option<Text> {
        self.said(fields.need(key)?)
    }

    /// Reads a text that only a draft may leave blank.
    pub(super) fn said(&self, field: Field<'t>) -> Option<Text> {
        let text = field.text()?;
        if text.value == BLANK {
            field.note_blank(self.draft);
        }
        Some(text)
    }
}

/// Reads `where`.
fn place(field: Field<'_>) -> Option<Place> {
    let fields = field.table("a place", PLACE)?;
    let number = |key| fields.get(key).and_then(|number| number.number(1..=9999));
    let place = Place {
        heading: fields.get("heading").and_then(Field::text).map(|text| text.value),
        paragraph: number("paragraph"),
        sentence: number("sentence"),
        bullet: number("bullet"),
    };
    if PLACE.iter().all(|key| fields.get(key).is_none()) {
        let help = "say where in the letter it stands: { heading = \"Next steps\", paragraph = 1 }";
        field.object(Code::EmptyText, "`where` says nothing", help);
    }
    Some(place)
}

/// Reads the example sentences of an aspect.
fn examples(fields: &Fields<'_>, key: &'static str, draft: bool) -> Vec<Example> {
    let Some(field) = fields.need(key) else { return Vec::new() };
    let Some(members) = field.list() else { return Vec::new() };
    if draft && members.is_empty() {
        let message = format!("`{key}` has no sentence yet");
        field.object(Code::Unfinished, message, Code::FewExamples.help());
    } else if members.len() < MIN_EXAMPLES {
        let count = if members.is_empty() { "no sentence" } else { "only one sentence" };
        let message = format!("`{key}` has {count}, and needs at least two");
        field.object(Code::FewExamples, message, Code::FewExamples.help());
    }
    let texts = members.into_iter().filter_map(Field::text);
    texts.map(|text| Example { text: text.value, at: fields.file.at(text.span) }).collect()
}
