//! Reads the language files: first all sets, then everything that uses them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::at::At;
use super::code::Code;
use super::defined::Defined;
use super::fields::{Field, Fields, Text, is_id};
use super::keys;
use super::letters;
use super::model::AgencyId;
use super::queries::{Group, Queries, Written, written};
use super::topics;
use super::vocabulary::{
    Agency, ClauseRule, ColumnRule, CommitmentRule, Language, SectionRule, Set, SignRule,
};
use crate::clock::Holidays;
use crate::personal::PersonalRule;

/// Reads the sets of all language files. They are added to `queries` before any of them is checked, since a set
/// may use another that comes later.
pub(super) fn read_sets(roots: &[Fields<'_>], queries: &mut Queries) -> BTreeMap<String, Set> {
    let mut names = Defined::new("set");
    let mut found: Vec<(Text, usize, Written<'_>)> = Vec::new();
    for sets in roots.iter().filter_map(|root| root.get("sets")?.names("the sets")) {
        for (name, value) in sets.entries() {
            if !is_id(&name.value) {
                let message = format!("`{}` is no name for a set", name.value);
                sets.file.report.push(sets.file.problem(Code::BadId, name.span, message));
            } else if names.define(sets.file, &name) {
                let query = written(value);
                queries.add_set(&name.value, query.as_ref());
                found.extend(query.map(|query| (name, value.span().end, query)));
            }
        }
    }
    let add = |(name, end, query): (Text, usize, Written<'_>)| {
        let at = query.at();
        let place = |bytes| At { bytes, ..at.clone() };
        let (name_at, entry_at) = (place(name.span.clone()), place(name.span.start..end));
        (name.value, Set { query: queries.add(query, Group::Sets), at, name_at, entry_at })
    };
    found.into_iter().map(add).collect()
}

/// Reads everything but the sets of one language file into `language`.
pub(super) fn read<'t>(
    root: &Fields<'t>,
    queries: &mut Queries,
    (agencies, topics): (&mut Defined<'t>, &mut Defined<'t>),
    language: &mut Language,
) {
    for fields in tables(root, "agency", "an agency", keys::AGENCY) {
        language.agencies.extend(read_agency(&fields, queries, agencies));
    }
    for fields in tables(root, "column", "a column", keys::COLUMN) {
        let role = fields.need("role").and_then(Field::choice);
        let heading = fields.need("heading").and_then(|heading| queries.read(heading, Group::Columns));
        language.columns.extend(role.zip(heading).map(|(role, (heading, _))| ColumnRule { role, heading }));
    }
    for fields in tables(root, "clause", "a clause", keys::CLAUSE) {
        let role = fields.need("role").and_then(Field::choice);
        let when = fields.need("when").and_then(|when| queries.read(when, Group::Clauses));
        language.clauses.extend(role.zip(when).map(|(role, (when, _))| ClauseRule { role, when }));
    }
    for fields in tables(root, "commitment", "a commitment", keys::COMMITMENT) {
        language.commitments.extend(read_commitment(&fields, queries));
    }
    for fields in tables(root, "section", "a section", keys::SECTION) {
        let kind = fields.need("kind").and_then(Field::choice);
        let heading = fields.need("heading").and_then(|heading| queries.read(heading, Group::Sections));
        language.sections.extend(kind.zip(heading).map(|(kind, (heading, _))| SectionRule { kind, heading }));
    }
    for fields in tables(root, "sign", "a sign", keys::SIGN) {
        let of = fields.need("of").and_then(Field::choice);
        let when = fields.need("when").and_then(|when| queries.read(when, Group::Signs));
        language.signs.extend(of.zip(when).map(|(of, (when, _))| SignRule { of, when }));
    }
    for fields in tables(root, "personal", "personal data", keys::PERSONAL) {
        language.personal.extend(read_personal(&fields, queries));
    }
    letters::read(root, &mut language.letters);
    topics::read(root, queries, topics, (&mut language.topics, &mut language.demands));
    if let Some(words) = root.get("words") {
        read_words(words, language);
    }
    if let Some(dates) = root.get("dates") {
        read_dates(dates, language);
    }
    if let Some(calendar) = root.get("calendar") {
        (language.holidays, language.holidays_until) = read_calendar(calendar).unwrap_or_default();
    }
}

pub(super) fn tables<'t>(
    root: &Fields<'t>,
    key: &'static str,
    what: &'static str,
    known: &[&str],
) -> Vec<Fields<'t>> {
    root.get(key).map(|field| field.tables(what, known)).unwrap_or_default()
}

fn read_agency<'t>(fields: &Fields<'t>, queries: &mut Queries, ids: &mut Defined<'t>) -> Option<Agency> {
    let id = fields.need("id").and_then(|id| ids.read(id));
    let name = fields.need("name").and_then(Field::text);
    let owns = fields.need("owns").and_then(|owns| queries.read(owns, Group::Agencies));
    let (from, until) = read_span_of_days(fields);
    let id = id?;
    let at = fields.file.at(id.span);
    Some(Agency { id: AgencyId(id.value), name: name?.value, owns: owns?.0, from, until, at })
}

fn read_span_of_days(fields: &Fields<'_>) -> (Option<Date>, Option<Date>) {
    let from = fields.get("from").and_then(Field::date);
    let until = fields.get("until").and_then(Field::date);
    if let (Some(field), Some(first), Some(last)) = (fields.get("until"), from, until)
        && last < first
    {
        let message = format!("`until` {last} comes before `from` {first}");
        field.object(Code::BadDate, message, "put the earlier day in `from`");
    }
    (from, until)
}

fn read_commitment(fields: &Fields<'_>, queries: &mut Queries) -> Option<CommitmentRule> {
    let kind = fields.need("kind").and_then(Field::choice);
    let when = fields.need("when").and_then(|when| queries.read(when, Group::Commitments));
    let note = fields.need("note").and_then(Field::text);
    let (when, at): (_, At) = when?;
    Some(CommitmentRule { kind: kind?, when, note: note?.value, at })
}

fn read_personal(fields: &Fields<'_>, queries: &mut Queries) -> Option<PersonalRule> {
    let name = fields.need("name").and_then(Field::text);
    let mut pattern = |field: Field<'_>| -> Option<String> {
        let span = field.span();
        let pattern = field.pattern()?;
        queries.note_pattern(&pattern, field.file.at(span));
        Some(pattern)
    };
    let (near, except) = (fields.get("near"), fields.get("except"));
    let found = fields.need("pattern").and_then(&mut pattern);
    let (near, except) = (near.and_then(&mut pattern), except.and_then(&mut pattern));
    let proof = fields.get("proof").and_then(Field::choice);
    Some(PersonalRule::new(name?.value, found?).near(near).except(except).proven_by(proof))
}

fn read_words(words: Field<'_>, language: &mut Language) {
    let Some(fields) = words.table("the table of words", keys::WORDS) else { return };
    let texts =
        |key| fields.get(key).map(Field::texts).unwrap_or_default().into_iter().map(|text| text.value);
    language.words.joined_prefixes.extend(texts("joined_prefixes"));
    language.abbreviations.extend(texts("abbreviations"));
    language.blank.extend(texts("blank"));
    language.function_words.extend(texts("function"));
    language.dates.blank = language.blank.clone();
    let stems = fields.get("stems").and_then(|stems| stems.names("the stems"));
    for (word, stem) in stems.iter().flat_map(Fields::entries) {
        let Some(stem) = stem.text() else { continue };
        if language.words.stems.insert(word.value.clone(), stem.value).is_some() {
            let message = format!("the word `{}` is given a stem twice", word.value);
            fields.file.report.push(fields.file.problem(Code::DuplicateId, word.span, message));
        }
    }
}

fn read_dates(dates: Field<'_>, language: &mut Language) {
    let Some(fields) = dates.table("the table of dates", keys::DATES) else { return };
    let vague = fields.get("vague").map(Field::texts).unwrap_or_default();
    language.dates.vague.extend(vague.into_iter().map(|text| text.value));
    let month = fields.get("year_begins").and_then(|month| month.number(1..=12));
    if let Some(month) = month.and_then(|month| u8::try_from(month).ok()) {
        language.dates.year_begins = month;
    }
    let terms = fields.get("terms").and_then(|terms| terms.names("the terms"));
    for (term, day) in terms.iter().flat_map(Fields::entries) {
        let Some(text) = day.text() else { continue };
        let Some(month_and_day) = month_and_day(&text.value) else {
            let message = format!("`{}` is no day of the year", text.value);
            day.object(Code::BadDate, message, "write month and day as \"08-31\"");
            continue;
        };
        if language.dates.terms.insert(term.value.clone(), month_and_day).is_some() {
            let message = format!("the term `{}` is given a last day twice", term.value);
            fields.file.report.push(fields.file.problem(Code::DuplicateId, term.span, message));
        }
    }
}

fn read_calendar(calendar: Field<'_>) -> Option<(Holidays, Option<(Date, At)>)> {
    let fields = calendar.table("the calendar", keys::CALENDAR)?;
    let region = fields.need("region").and_then(Field::text);
    fields.need("from");
    let until_at = fields.need("until").map(|field| field.file.at(field.span()));
    let (from, until) = read_span_of_days(&fields);
    let days = fields.need("holidays").map(Field::filled_list).unwrap_or_default();
    let days: Vec<Date> = days.into_iter().filter_map(|day| read_holiday(day, from?, until?)).collect();
    region?;
    Some((Holidays::new(from.zip(until), days), until.zip(until_at)))
}

fn read_holiday(field: Field<'_>, from: Date, until: Date) -> Option<Date> {
    let day = field.date()?;
    if day < from || day > until {
        let message = format!("the holiday {day} is not in the years {from} to {until}");
        field.object(Code::BadDate, message, "widen `from` and `until`, or take it out");
    }
    Some(day)
}

/// Reads `08-31`: a day that some year has.
fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-').filter(|_| text.len() == 5)?;
    let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
    let leap_year = 2000;
    Date::new(leap_year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((month, day))
}
