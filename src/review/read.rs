//! The file of decisions read: every mistake in it told with its place, so that none is lost in silence.

use std::ops::Range;

use toml::de::DeTable;

use super::file::Written;
use super::model::{Decision, Decisions, Rest};
use crate::pack::{Code, Field, Fields, File, Problem, Problems, Report, Source, SourceRef};

const FILE: &[&str] = &["pack", "decision"];
const DECISION: &[&str] = &["item", "aspect", "decision", "passages", "by", "on", "why", "rules_said"];
const PASSAGE: &[&str] = &["words", "place", "owner", "due", "stood"];

/// Where the format is told, for problems that the format itself answers.
const FORMAT: &str = "README.md shows a decision with all of its keys; `wsoa review` writes them";

/// Reads decisions from the text of a file called `name`.
///
/// # Errors
///
/// Gives every problem in the file.
pub(super) fn read(name: &str, text: &str) -> Result<Written, Problems> {
    let source = Source::new(name, text);
    let report = Report::default();
    let (root, errors) = DeTable::parse_recoverable(&source.text);
    let mut problems = Vec::new();
    let mut decisions = Decisions::default();
    let mut places = Vec::new();
    if errors.is_empty() {
        // Only rules have places that are looked up later; here the number of the file means nothing.
        let file = File { source: &source, at: SourceRef::default(), report: &report };
        let first_line = 0..source.text.find('\n').unwrap_or(source.text.len());
        let root = Fields::open(file, root.get_ref(), first_line, "a file of decisions", FILE);
        (decisions, places) = whole(&root);
        problems = report.into_problems();
    }
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        problems.push(Problem::new(Code::TomlSyntax, &source, span, error.message()));
    }
    if !problems.is_empty() {
        let told = problems.into_iter().map(in_its_own_words).collect::<Vec<_>>();
        return Err(told.into());
    }
    Ok(Written { name: name.to_owned(), text: text.to_owned(), decisions, places })
}

/// Points to the page about decisions where a problem would point to the one about rules.
fn in_its_own_words(problem: Problem) -> Problem {
    if problem.help.contains("rules/README.md") { problem.help(FORMAT) } else { problem }
}

fn whole(root: &Fields<'_>) -> (Decisions, Vec<Range<usize>>) {
    let pack = root.need("pack").and_then(Field::id).map(|id| id.value).unwrap_or_default();
    let (mut all, mut places): (Vec<Decision>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let tables = root.get("decision").map(|field| field.tables("a decision", DECISION));
    for fields in tables.into_iter().flatten() {
        let Some(decision) = decision(&fields) else { continue };
        if let Some(first) = all.iter().position(|other| other.is_about(&decision.item, &decision.aspect)) {
            let message = format!("`{}` is decided twice", decision.about());
            let problem = fields.file.problem(Code::DuplicateId, fields.span.clone(), message);
            let first = places.get(first).map_or(0..0, |place| place.start..place.start);
            let help = "keep the decision that counts, and take out the other";
            fields.file.report.push(problem.help(help).also(first, "first here"));
        }
        places.push(fields.span.start..end(&fields));
        all.push(decision);
    }
    (Decisions { pack, all }, places)
}

/// Returns where the last value of a table ends.
fn end(fields: &Fields<'_>) -> usize {
    let values = fields.entries().into_iter().map(|(_, value)| value.last_byte());
    values.chain([fields.span.end]).max().unwrap_or_default()
}

fn decision(fields: &Fields<'_>) -> Option<Decision> {
    let item = fields.need("item").and_then(Field::id);
    let aspect = fields.need("aspect").and_then(Field::id);
    let answer = fields.need("decision").and_then(Field::choice);
    let on = fields.need("on").and_then(Field::date);
    let passages = fields.get("passages");
    let tables = passages.map(|field| field.tables("a passage", PASSAGE)).unwrap_or_default();
    let rests: Vec<Rest> = tables.iter().filter_map(rest).collect();
    let text = |key| fields.get(key).and_then(Field::any_text).unwrap_or_default();
    let (by, why, rules_said) = (text("by"), text("why"), text("rules_said"));
    let decision = Decision {
        item: item?.value,
        aspect: aspect?.value,
        answer: answer?,
        rests,
        by,
        on: on?,
        why,
        rules_said,
    };
    if decision.answer == super::Answer::Met && tables.is_empty() {
        let message = format!("`{}` is decided to be met and rests on no passage", decision.about());
        let problem = fields.file.problem(Code::MissingKey, fields.span.clone(), message);
        let help = "give the words under `passages = [ { words = \"...\" } ]`, or decide with `wsoa review`";
        fields.file.report.push(problem.help(help));
    }
    Some(decision)
}

fn rest(fields: &Fields<'_>) -> Option<Rest> {
    let text = |key| fields.get(key).and_then(Field::any_text).filter(|text| !text.is_empty());
    let (place, owner, due) = (text("place").unwrap_or_default(), text("owner"), text("due"));
    let footing = fields.get("stood").and_then(Field::choice);
    let words = fields.need("words").and_then(Field::text)?.value;
    Some(Rest { words, place, owner, due, footing })
}
