//! A draft as the text of a rule file.

use std::fmt::Write;

use super::finding::{DraftFinding, Subject};
use super::head::Head;
use super::{DraftStep, Wording};
use crate::letter::{Item, Letter};
use crate::pack::{AgencyId, BLANK, Rules};

/// Returns the rule file.
pub(super) fn toml(
    head: &Head<'_>,
    steps: &[DraftStep<'_>],
    findings: &[DraftFinding<'_>],
    letter: &Letter,
    rules: &Rules,
    wording: Wording,
) -> String {
    let mut text = String::from("#:schema ../schema.json\n# A draft, made from the letter alone. Fill in what says TODO, in words of your own, check the queries, write examples,\n# and take `draft = true` out. rules/README.md says how.\n");
    write_head(&mut text, head, letter);
    for step in steps {
        heading(&mut text, "next_step", step.item);
        line(&mut text, "id", &quoted(step.check.name()));
        line(&mut text, "asks", &own_words(&step.item.text, wording));
        line(&mut text, "where", &place(step.item));
        line(&mut text, "check", &quoted(step.check.name()));
        step.shown_by.iter().for_each(|by| query(&mut text, "shown_by", by));
    }
    for finding in findings {
        write_finding(&mut text, finding, rules, wording);
    }
    text
}

fn write_head(text: &mut String, head: &Head<'_>, letter: &Letter) {
    text.push_str("\n[inspection]\n");
    line(text, "id", &quoted(&head.id));
    line(text, "title", &quoted(&format!("{}, {}", head.framework.name, head.area)));
    line(text, "framework", &quoted(&head.framework.id));
    line(text, "area", &quoted(&head.area));
    let inspectorates = if head.inspectorates.is_empty() { vec![BLANK.to_owned()] } else { head.inspectorates.clone() };
    line(text, "inspectorates", &list(inspectorates.iter().map(String::as_str)));
    if let Some(days) = letter.fieldwork {
        line(text, "fieldwork", &format!("{{ from = {}, to = {} }}", days.from, days.to));
    }
    letter.published.iter().for_each(|day| line(text, "published", &day.to_string()));
    letter.due.iter().for_each(|day| line(text, "due", &day.to_string()));
    letter.send_to.iter().for_each(|to| line(text, "send_to", &quoted(to)));
    line(text, "lead", &quoted(head.lead.as_str()));
    line(text, "agencies", &list(head.agencies.iter().map(AgencyId::as_str)));
    line(text, "standing", &quoted("draft made from the letter"));
    line(text, "draft", "true");
}

fn write_finding(text: &mut String, finding: &DraftFinding<'_>, rules: &Rules, wording: Wording) {
    let item = finding.item;
    heading(text, "finding", item);
    line(text, "id", &quoted(&finding.id));
    line(text, "summary", &own_words(&item.text, wording));
    line(text, "where", &place(item));
    line(text, "agencies", &list(finding.agencies.iter().map(AgencyId::as_str)));
    if !finding.cues.is_empty() {
        line(text, "cues", &list(finding.cues.iter().map(String::as_str)));
    }
    match wording {
        Wording::Letter => {
            for (n, demand) in finding.demands.iter().enumerate() {
                write_aspect(text, &format!("demand-{}", n + 1), demand, rules, wording);
            }
        }
        Wording::Blank => write_aspect(text, "answer", &finding.whole, rules, wording),
    }
}

fn write_aspect(text: &mut String, id: &str, subject: &Subject<'_>, rules: &Rules, wording: Wording) {
    text.push_str("\n[[finding.aspect]]\n");
    if wording == Wording::Blank && subject.topics.len() > 1 {
        let topics: Vec<&str> = subject.topics.iter().map(|topic| topic.id.as_str()).collect();
        comment(text, &format!("The item speaks of {}: where it demands several things, make an aspect of each.", topics.join(", ")));
    }
    line(text, "id", &quoted(id));
    line(text, "asks", &own_words(subject.text, wording));
    query(text, "met_by", &met_by(subject, rules));
    query(text, "told_by", &told_by(subject, rules));
    text.push_str("accept = []\nreject = []\n");
}

/// What meets it wherever it stands: an answer to one of its topics; without topics, several of its telling words.
fn met_by(subject: &Subject<'_>, rules: &Rules) -> String {
    let answers = subject.topics.iter().map(|topic| rules.text_at(&topic.answered_at));
    let words = match subject.words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() => Some(format!("{first} AND ({})", rest.join(" OR "))),
        _ => None,
    };
    let words = words.filter(|_| subject.topics.is_empty());
    one_of(answers.map(str::to_owned).chain(words)).unwrap_or_else(|| subject.words.join(" OR "))
}

/// What meets it in a row that names it: what its topics are told by, or a telling word.
fn told_by(subject: &Subject<'_>, rules: &Rules) -> String {
    let told = subject.topics.iter().filter_map(|topic| topic.told_at.as_ref());
    let told = told.map(|at| rules.text_at(at).to_owned());
    let words = (!subject.words.is_empty()).then(|| subject.words.join(" OR "));
    one_of(told.chain(words)).unwrap_or_else(|| met_by(subject, rules))
}

fn one_of(queries: impl Iterator<Item = String>) -> Option<String> {
    let queries: Vec<String> = queries.map(|query| query.trim().to_owned()).collect();
    match queries.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("({})", several.join(")\n  OR ("))),
    }
}

/// Returns what a summary says: the letter's words for a check at once, else a blank.
fn own_words(words: &str, wording: Wording) -> String {
    match wording {
        Wording::Letter => quoted(&opening(words)),
        Wording::Blank => quoted(BLANK),
    }
}

/// How many words of the letter stand for the whole of an item.
const OPENING: usize = 24;

fn opening(words: &str) -> String {
    let mut opening: Vec<&str> = words.split_whitespace().take(OPENING + 1).collect();
    if opening.len() > OPENING {
        opening.pop();
        return format!("{} \u{2026}", opening.join(" "));
    }
    opening.join(" ")
}

fn heading(text: &mut String, table: &str, item: &Item) {
    text.push('\n');
    comment(text, &item.location.text);
    let _ = writeln!(text, "[[{table}]]");
}

fn comment(text: &mut String, words: &str) {
    let plain = words.replace(char::is_control, " ");
    let _ = writeln!(text, "# {plain}");
}

fn line(text: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{key} = {value}");
}

/// Writes a query between quotes in which a backslash is just a backslash.
fn query(text: &mut String, key: &str, query: &str) {
    line(text, key, &format!("'''\n  {}'''", query.trim()));
}

fn place(item: &Item) -> String {
    let heading = if item.heading.is_empty() { &item.location.text } else { &item.heading };
    format!("{{ heading = {} }}", quoted(heading))
}

fn list<'v>(values: impl Iterator<Item = &'v str>) -> String {
    format!("[{}]", values.map(quoted).collect::<Vec<_>>().join(", "))
}

fn quoted(value: &str) -> String {
    toml::Value::String(value.to_owned()).to_string()
}
