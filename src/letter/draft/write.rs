//! A draft as the text of a rule file.

use std::fmt::Write;

use super::finding::{DraftFinding, Subject};
use super::head::Head;
use super::{DraftStep, Wording};
use crate::letter::{Item, Letter};
use crate::pack::{AgencyId, BLANK, Topic};

/// Returns the rule file.
pub(super) fn toml(
    head: &Head<'_>,
    steps: &[DraftStep<'_>],
    findings: &[DraftFinding<'_>],
    letter: &Letter,
    wording: Wording,
) -> String {
    let mut text = String::from(
        "#:schema ../schema.json\n# A draft, made from the letter alone. Fill in what says TODO, in words of your own, check the queries, write examples,\n# and take `draft = true` out. rules/README.md says how.\n",
    );
    write_head(&mut text, head, letter);
    // Reports come in the order of the file, which is to be the letter's.
    let mut steps = steps.iter().peekable();
    for finding in findings {
        while let Some(step) = steps.next_if(|step| step.item.order < finding.item.order) {
            write_step(&mut text, step, wording);
        }
        write_finding(&mut text, finding, wording);
    }
    steps.for_each(|step| write_step(&mut text, step, wording));
    text
}

fn write_head(text: &mut String, head: &Head<'_>, letter: &Letter) {
    text.push_str("\n[inspection]\n");
    line(text, "id", &quoted(&head.id));
    let title = [Some(head.framework.name.as_str()), head.area.as_deref()];
    line(text, "title", &quoted(&title.into_iter().flatten().collect::<Vec<_>>().join(", ")));
    line(text, "framework", &quoted(&head.framework.id));
    line(text, "area", &quoted(head.area.as_deref().unwrap_or(BLANK)));
    let blank = head.inspectorates.is_empty().then_some(BLANK);
    line(text, "inspectorates", &list(head.inspectorates.iter().map(String::as_str).chain(blank)));
    // A day that comes before one that it must follow was misread, and is left for the author to look up.
    let fieldwork = letter.fieldwork.filter(|days| days.from <= days.to);
    let visit = fieldwork.map(|days| days.from);
    let published = letter.published.filter(|day| visit.is_none_or(|visit| visit <= *day));
    let due = letter.due.filter(|day| published.is_none_or(|published| published <= *day));
    if let Some(days) = fieldwork {
        line(text, "fieldwork", &format!("{{ from = {}, to = {} }}", days.from, days.to));
    }
    published.iter().for_each(|day| line(text, "published", &day.to_string()));
    due.iter().for_each(|day| line(text, "due", &day.to_string()));
    letter.send_to.iter().for_each(|to| line(text, "send_to", &quoted(to)));
    line(text, "lead", &quoted(head.lead.as_str()));
    line(text, "agencies", &list(head.agencies.iter().map(AgencyId::as_str)));
    line(text, "standing", &quoted("draft made from the letter"));
    line(text, "draft", "true");
}

fn write_step(text: &mut String, step: &DraftStep<'_>, wording: Wording) {
    heading(text, "next_step", step.item);
    line(text, "id", &quoted(step.check.name()));
    line(text, "asks", &own_words(&step.item.text, wording));
    line(text, "where", &place(step.item));
    line(text, "check", &quoted(step.check.name()));
    step.shown_by.iter().for_each(|by| query(text, "shown_by", by));
}

fn write_finding(text: &mut String, finding: &DraftFinding<'_>, wording: Wording) {
    let item = finding.item;
    heading(text, "finding", item);
    line(text, "id", &quoted(&finding.id));
    line(text, "summary", &own_words(&item.text, wording));
    line(text, "where", &place(item));
    line(text, "agencies", &list(finding.agencies.iter().map(AgencyId::as_str)));
    if !finding.cues.is_empty() {
        line(text, "cues", &list(finding.cues.iter().map(String::as_str)));
    }
    let topics = &finding.topics;
    match wording {
        Wording::Letter => {
            for (n, demand) in finding.demands.iter().enumerate() {
                text.push('\n');
                write_aspect(text, &format!("demand-{}", n + 1), demand, topics, wording);
            }
        }
        Wording::Blank => {
            text.push('\n');
            hint(finding).iter().for_each(|hint| comment(text, hint));
            write_aspect(text, "answer", &finding.whole, topics, wording);
        }
    }
}

/// Returns what to think of where an item may hold several demands.
fn hint(finding: &DraftFinding<'_>) -> Option<String> {
    let topics: Vec<&str> = finding.topics.iter().map(|topic| topic.id.as_str()).collect();
    let what = match (finding.demands.len(), topics.len()) {
        (..=1, ..=1) => return None,
        (..=1, _) => format!("speaks of {}", topics.join(", ")),
        (demands, ..=1) => format!("may demand {demands} things"),
        (demands, _) => format!("may demand {demands} things, and speaks of {}", topics.join(", ")),
    };
    Some(format!("The item {what}: make an aspect of each thing that it demands."))
}

fn write_aspect(text: &mut String, id: &str, subject: &Subject<'_>, topics: &[&Topic], wording: Wording) {
    text.push_str("[[finding.aspect]]\n");
    line(text, "id", &quoted(id));
    line(text, "asks", &own_words(subject.text, wording));
    query(text, "met_by", &met_by(subject, topics));
    told_by(subject, topics).iter().for_each(|told| query(text, "told_by", told));
    text.push_str("accept = []\nreject = []\n");
}

/// What meets it wherever it stands: one of its telling words with an answer to a topic of its item; without topics,
/// several of its words.
fn met_by(subject: &Subject<'_>, topics: &[&Topic]) -> String {
    let answers: Vec<String> = topics.iter().map(|topic| format!("@{}", topic.answered)).collect();
    match subject.words.as_slice() {
        words if !answers.is_empty() => format!("{} AND {}", any(&answers), any(words)),
        [first, rest @ ..] if !rest.is_empty() => format!("{first} AND {}", any(rest)),
        words => words.join(" OR "),
    }
}

/// What meets it in a row that names it: two of its telling words, or one with what its topics are told by.
fn told_by(subject: &Subject<'_>, topics: &[&Topic]) -> Option<String> {
    let words = &subject.words;
    let pairs = words.iter().enumerate().filter_map(|(n, word)| {
        let rest = words.get(n + 1..).filter(|rest| !rest.is_empty())?;
        Some(format!("({word} AND {})", any(rest)))
    });
    let told: Vec<String> = topics.iter().map(|topic| format!("@{}", topic.told)).collect();
    let told = (!told.is_empty()).then(|| format!("({} AND {})", any(words), any(&told)));
    let ways: Vec<String> = told.into_iter().chain(pairs).collect();
    match (words.is_empty(), ways.is_empty()) {
        (true, _) => None,
        (false, true) => Some(any(words)),
        (false, false) => Some(ways.join("\n  OR ")),
    }
}

/// Returns a query that matches what any of some queries matches.
fn any(choices: &[String]) -> String {
    match choices {
        [one] => one.clone(),
        several => format!("({})", several.join(" OR ")),
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
