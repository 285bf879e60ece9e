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
    for step in steps {
        heading(&mut text, "next_step", step.item);
        line(&mut text, "id", &quoted(step.check.name()));
        line(&mut text, "asks", &own_words(&step.item.text, wording));
        line(&mut text, "where", &place(step.item));
        line(&mut text, "check", &quoted(step.check.name()));
        step.shown_by.iter().for_each(|by| query(&mut text, "shown_by", by));
    }
    for finding in findings {
        write_finding(&mut text, finding, wording);
    }
    text
}

fn write_head(text: &mut String, head: &Head<'_>, letter: &Letter) {
    text.push_str("\n[inspection]\n");
    line(text, "id", &quoted(&head.id));
    line(text, "title", &quoted(&format!("{}, {}", head.framework.name, head.area)));
    line(text, "framework", &quoted(&head.framework.id));
    line(text, "area", &quoted(&head.area));
    let inspectorates =
        if head.inspectorates.is_empty() { vec![BLANK.to_owned()] } else { head.inspectorates.clone() };
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
                write_aspect(text, &format!("demand-{}", n + 1), demand, topics, wording);
            }
        }
        Wording::Blank => write_aspect(text, "answer", &finding.whole, topics, wording),
    }
}

fn write_aspect(text: &mut String, id: &str, subject: &Subject<'_>, topics: &[&Topic], wording: Wording) {
    text.push_str("\n[[finding.aspect]]\n");
    if wording == Wording::Blank && topics.len() > 1 {
        let topics: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
        comment(
            text,
            &format!(
                "The item speaks of {}: where it demands several things, make an aspect of each.",
                topics.join(", ")
            ),
        );
    }
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
        words if !answers.is_empty() => format!("({}) AND ({})", answers.join(" OR "), words.join(" OR ")),
        [first, rest @ ..] if !rest.is_empty() => format!("{first} AND ({})", rest.join(" OR ")),
        words => words.join(" OR "),
    }
}

/// What meets it in a row that names it: two of its telling words, or one with what its topics are told by.
fn told_by(subject: &Subject<'_>, topics: &[&Topic]) -> Option<String> {
    let words = &subject.words;
    let pairs = words.iter().enumerate().filter_map(|(n, word)| {
        let rest = words.get(n + 1..).filter(|rest| !rest.is_empty())?;
        Some(format!("({word} AND ({}))", rest.join(" OR ")))
    });
    let one = words.join(" OR ");
    let told: Vec<String> = topics.iter().map(|topic| format!("@{}", topic.told)).collect();
    let told = (!told.is_empty()).then(|| format!("(({one}) AND ({}))", told.join(" OR ")));
    let ways: Vec<String> = told.into_iter().chain(pairs).collect();
    match (words.is_empty(), ways.is_empty()) {
        (true, _) => None,
        (false, true) => Some(one),
        (false, false) => Some(ways.join("\n  OR ")),
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
