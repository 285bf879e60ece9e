//! A diff for a pull request, as Markdown: the counts, what did it, and a table for each statement that changed.

use std::fmt::Write as _;

use super::blame::{cause, culprits};
use super::model::{AspectChange, Change, Count, Diff, ItemChange, StatementChange};
use super::words::{Marks, fates, passages, said, spared, verdict};
use crate::report::layout::shorten;
use crate::report::safe;

const MARKS: Marks = Marks { quote: |text| format!("\"{}\"", plain(text)), code };

/// Returns the diff as Markdown.
pub fn markdown(diff: &Diff) -> String {
    let mut out = String::new();
    head(diff, &mut out);
    let culprits = culprits(diff, MARKS);
    if !culprits.is_empty() {
        out.push_str("\n### What changed verdicts of aspects\n\n");
    }
    for (culprit, count) in culprits {
        let _ = writeln!(out, "- {count} × {culprit}");
    }
    for change in &diff.statements {
        statement(change, &mut out);
    }
    if !diff.left_out.is_empty() {
        out.push_str("\n### Left out\n\n");
    }
    for one in &diff.left_out {
        let _ = writeln!(out, "- {}: {}", code(&one.statement), plain(&safe(&one.why)));
    }
    out
}

fn head(diff: &Diff, out: &mut String) {
    let counts = &diff.counts;
    let title = if diff.any_verdict() { "verdicts change" } else { "no verdict changes" };
    let _ = writeln!(out, "## Rules: {title}\n");
    let files: Vec<String> = diff.files.iter().map(|file| code(&file.file)).collect();
    let files = if files.is_empty() { "none".to_owned() } else { files.join(", ") };
    let _ = writeln!(out, "Rule files that differ: {files}\n");
    out.push_str("| | compared | changed |\n|---|---:|---:|\n");
    for (what, Count { compared, changed }) in [
        ("statements", counts.statements),
        ("findings", counts.findings),
        ("aspects", counts.aspects),
        ("next steps", counts.next_steps),
    ] {
        let _ = writeln!(out, "| {what} | {compared} | {changed} |");
    }
    if let Some(spared) = spared(counts) {
        let _ = writeln!(out, "\n{spared}.");
    }
}

fn statement(change: &StatementChange, out: &mut String) {
    let pack = |pack: &Option<String>| pack.as_deref().map_or("no inspection".to_owned(), code);
    let (was, now) = (pack(&change.pack.was), pack(&change.pack.now));
    let _ = writeln!(out, "\n### {}\n", code(&change.statement));
    if change.pack.differs() {
        let _ = writeln!(out, "Is held to answer {now}, was {was}.");
        return;
    }
    let _ = writeln!(out, "Answers {now}.\n");
    if !change.items.is_empty() {
        out.push_str("| item | was | now | what did it |\n|---|---|---|---|\n");
        change.items.iter().for_each(|one| item(one, out));
    }
    if !change.diagnostics.is_empty() {
        out.push('\n');
    }
    for problem in &change.diagnostics {
        let sign = if problem.change == Change::Added { "new problem" } else { "problem gone" };
        let place =
            problem.place.as_ref().map(|place| format!("{}: ", plain(&safe(place)))).unwrap_or_default();
        let message = plain(&safe(&problem.message));
        let _ = writeln!(out, "- {sign}: {place}{message} ({})", code(&problem.code));
    }
}

fn item(item: &ItemChange, out: &mut String) {
    let (was, now) = (verdict(item.verdict.was), verdict(item.verdict.now));
    let note = item.note.as_ref().map(|note| {
        let (was, now) = (plain(&safe(&note.was)), plain(&safe(&note.now)));
        format!("{now}; was: {was}")
    });
    row([&item.id, was, &bold(now, item.verdict.differs()), &note.unwrap_or_default()], out);
    for change in &item.aspects {
        aspect(&item.id, change, out);
    }
}

fn aspect(finding: &str, change: &AspectChange, out: &mut String) {
    let (was, now) = (said(change.said.was.as_ref()), said(change.said.now.as_ref()));
    let id = format!("{finding}.{}", change.id);
    let mut lines = Vec::new();
    if !change.any_verdict() || change.turned_on.is_empty() {
        lines.extend(passages(change, MARKS));
    }
    for turned in &change.turned_on {
        let quote = (MARKS.quote)(&shorten(&safe(&turned.quote)));
        lines.push(format!("{}: {quote}", plain(&safe(&turned.place))));
        lines.extend(fates(turned));
        lines.extend(turned.causes.iter().flat_map(|one| cause(one, &id, MARKS)));
    }
    row([&id, &was, &bold(&now, change.any_verdict()), &lines.join("<br>")], out);
}

fn row(cells: [&str; 4], out: &mut String) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn bold(text: &str, is_bold: bool) -> String {
    if is_bold { format!("**{text}**") } else { text.to_owned() }
}

/// Returns text that Markdown leaves as it is: nothing in it formats, links, or calls a person.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '@' => plain.push_str("&#64;"),
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' => plain.extend(['\\', sign]),
            _ => plain.push(sign),
        }
    }
    plain
}

/// Returns words of a rule as code; a bar would end the cell of a table.
fn code(text: &str) -> String {
    let text = safe(text).replace('|', "\\|");
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}
