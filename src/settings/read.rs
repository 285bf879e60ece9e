//! A file of settings read: every mistake in it told with its place, so that none is lost in silence.

use std::ops::Range;

use toml::de::DeTable;

use super::Settings;
use super::severity;
use crate::assess::Waiver;
use crate::pack::{Code, Field, Fields, File, Problem, Problems, Report, Source, SourceRef};

const FILE: &[&str] =
    &["pack", "statement", "rules", "letter", "review", "received", "as_of", "fail_on", "severity", "waiver"];
const WAIVER: &[&str] = &["item", "reason", "by", "on", "until"];

/// Where the format is told, for problems that the format itself answers.
const FORMAT: &str = "`wsoa init` writes a file of settings that explains each key";

impl Settings {
    /// Reads the text of a file called `name`.
    ///
    /// # Errors
    ///
    /// Gives every problem in the file.
    pub fn read(name: &str, text: &str) -> Result<Self, Problems> {
        let source = Source::new(name, text);
        let report = Report::default();
        let (root, errors) = DeTable::parse_recoverable(&source.text);
        let mut problems: Vec<Problem> = errors
            .iter()
            .map(|error| {
                Problem::new(Code::TomlSyntax, &source, error.span().unwrap_or(0..0), error.message())
            })
            .collect();
        let settings = problems.is_empty().then(|| {
            // Only rules have places that are looked up later; here the number of the file means nothing.
            let file = File { source: &source, at: SourceRef::default(), report: &report };
            let first_line = 0..source.text.find('\n').unwrap_or(source.text.len());
            whole(&Fields::open(file, root.get_ref(), first_line, "a file of settings", FILE))
        });
        problems.extend(report.into_problems());
        match settings {
            Some(settings) if problems.is_empty() => Ok(settings),
            _ => Err(problems.into_iter().map(in_its_own_words).collect::<Vec<_>>().into()),
        }
    }
}

/// Points to the settings' own page where a problem would point to the one about rules.
fn in_its_own_words(problem: Problem) -> Problem {
    if problem.help.contains("rules/README.md") { problem.help(FORMAT) } else { problem }
}

fn whole(root: &Fields<'_>) -> Settings {
    let text = |key| root.get(key).and_then(Field::text).map(|text| text.value);
    Settings {
        source: root.file.source.clone(),
        pack: root.get("pack").and_then(Field::id).map(|id| id.value),
        statement: root.get("statement").map(files).unwrap_or_default(),
        rules: text("rules"),
        letter: text("letter"),
        review: text("review"),
        received: root.get("received").and_then(Field::date),
        as_of: root.get("as_of").and_then(Field::date),
        fail_on: root.get("fail_on").and_then(Field::choice),
        severity: root.get("severity").map(severity::read).unwrap_or_default(),
        waivers: root.get("waiver").map(waivers).unwrap_or_default(),
        pack_at: root.get("pack").map_or(0..0, |field| field.span()),
    }
}

fn files(field: Field<'_>) -> Vec<String> {
    let members = field.list();
    if members.as_ref().is_some_and(Vec::is_empty) {
        let help = "name a file between the brackets, as in [\"plan.docx\"], or take the key out";
        field.object(Code::EmptyText, "`statement` names no file", help);
    }
    let names = members.into_iter().flatten().filter_map(|member| {
        let name = member.text()?.value;
        if name == "-" {
            let help = "name a file, or pipe the statement into `wsoa check -`";
            member.object(Code::UnknownName, "settings cannot name standard input", help);
        }
        Some(name)
    });
    names.collect()
}

fn waivers(field: Field<'_>) -> Vec<Waiver> {
    let mut read: Vec<(Waiver, Range<usize>)> = Vec::new();
    for fields in field.tables("a waiver", WAIVER) {
        let Some((waiver, place)) = waiver(&fields) else { continue };
        match read.iter().find(|(other, _)| other.item == waiver.item) {
            Some((_, first)) => {
                let message = format!("`{}` is waived twice", waiver.item);
                let problem = fields.file.problem(Code::DuplicateId, place.clone(), message);
                let help = "keep the waiver that counts, and take out the other";
                fields
                    .file
                    .report
                    .push(problem.label("again here").help(help).also(first.clone(), "first here"));
            }
            None => read.push((waiver, place)),
        }
    }
    read.into_iter().map(|(waiver, _)| waiver).collect()
}

/// Reads a waiver, with the place of its item.
fn waiver(fields: &Fields<'_>) -> Option<(Waiver, Range<usize>)> {
    let item = fields.need("item").and_then(item);
    let reason = fields.need("reason").and_then(Field::text);
    let by = fields.need("by").and_then(Field::text);
    let on = fields.need("on").and_then(Field::date);
    let until = fields.get("until");
    let until_day = until.and_then(Field::date);
    if let (Some(until), Some(last), Some(on)) = (until, until_day, on)
        && last < on
    {
        let message = format!("the waiver ends on {last}, before the day on which it was decided, {on}");
        let problem = fields.file.problem(Code::BadDate, until.span(), message);
        let decided = fields.get("on").map_or(0..0, |field| field.span());
        let help = "`until` is the last day on which it holds; leave it out where the waiver has no end";
        fields.file.report.push(problem.help(help).also(decided, "decided here"));
    }
    let (item, at) = item?;
    let waiver = Waiver { item, reason: reason?.value, by: by?.value, on: on?, until: until_day };
    Some((waiver, at))
}

/// Reads the id of an item. People also try that of an aspect, which is nothing that can be waived.
fn item(field: Field<'_>) -> Option<(String, Range<usize>)> {
    let written = field.text()?.value;
    if let Some((item, _)) = written.split_once('.') {
        let message = format!("`{written}` is an aspect, and only a whole item can be waived");
        let help = format!("waive `{item}`, or decide about the aspect with `wsoa review`");
        field.object(Code::BadId, message, help);
        return None;
    }
    Some((field.id()?.value, field.span()))
}
