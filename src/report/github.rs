//! GitHub annotations: workflow commands that show each problem beside the file, in the order of the letter.

use std::fmt::Write as _;

use super::safe::safe;
use super::terminal::layout::place;
use super::{Outcome, Report, told};
use crate::assess::{Diagnostic, Severity};
use crate::document::Location;

/// Returns a workflow command for every problem, a line each. What is waived, and what people decided, is a notice.
pub fn github(outcomes: &[Outcome<'_>]) -> String {
    let mut out = String::new();
    for outcome in outcomes {
        match outcome {
            Outcome::Checked(report) => checked(report, &mut out),
            Outcome::Failed(failed) => {
                let first = failed.files.first().copied().unwrap_or_default();
                let place = [("file", first.to_owned())];
                command("error", &place, "not checked", failed.why, &mut out);
            }
        }
    }
    out
}

fn checked(report: &Report<'_>, out: &mut String) {
    for diagnostic in report.diagnostics {
        let level = match diagnostic.severity {
            _ if diagnostic.waived => "notice",
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let title = match &diagnostic.item {
            Some(item) => format!("{item} ({})", diagnostic.code),
            None => diagnostic.code.to_string(),
        };
        let message = message(report, diagnostic);
        command(level, &properties(report, diagnostic.location.as_ref()), &title, &message, out);
    }
    for unread in &report.statement.unread {
        let at = properties(report, Some(&unread.location));
        let message = in_place(Some(&unread.location), &unread.what);
        command("warning", &at, "not read", &message, out);
    }
    let decided = report.assessment.items.iter().flat_map(|item| told::decisions(report, item));
    let decided: Vec<String> = decided.collect();
    if !decided.is_empty() {
        command("notice", &properties(report, None), "decided by people", &decided.join("\n"), out);
    }
}

/// What is wrong, what to do, and of an item all that was found of it.
fn message(report: &Report<'_>, diagnostic: &Diagnostic) -> String {
    let mut message = in_place(diagnostic.location.as_ref(), &diagnostic.message);
    let _ = write!(message, "\n{}", diagnostic.help);
    let item = report.assessment.items.iter().find(|item| Some(item.id()) == diagnostic.item.as_deref());
    for line in item.into_iter().flat_map(|item| told::lines(report, item)) {
        let _ = write!(message, "\n{line}");
    }
    message
}

/// Says where something is in words, where the file has no lines by which to say it.
fn in_place(location: Option<&Location>, text: &str) -> String {
    let place = location.filter(|location| location.line.is_none()).map(|location| place(location, false));
    let place = place.filter(|place| !place.is_empty());
    place.map_or_else(|| text.to_owned(), |place| format!("{text} [{place}]"))
}

/// The file, and in a file of lines the line and the character.
fn properties(report: &Report<'_>, location: Option<&Location>) -> Vec<(&'static str, String)> {
    let first = report.statement.files.first().map_or("", |(path, _)| path.as_str());
    let file = location.map(|location| location.file.as_str()).filter(|file| !file.is_empty());
    let line = location.and_then(|location| location.line);
    let column = line.and(location.and_then(|location| location.character));
    let mut properties = vec![("file", file.unwrap_or(first).to_owned())];
    properties.extend(line.map(|line| ("line", line.to_string())));
    properties.extend(column.map(|column| ("col", column.to_string())));
    properties
}

/// Writes `::level file=...,title=...::message`, where each line end of the message is one in the annotation.
fn command(level: &str, place: &[(&str, String)], title: &str, message: &str, out: &mut String) {
    let title = ("title", title.to_owned());
    let properties = place.iter().chain([&title]).map(|(name, value)| {
        let value = in_data(&safe(value)).replace(':', "%3A").replace(',', "%2C");
        format!("{name}={value}")
    });
    let properties = properties.collect::<Vec<_>>().join(",");
    let message: Vec<String> = message.lines().map(safe).collect();
    let _ = writeln!(out, "::{level} {properties}::{}", in_data(&message.join("\n")));
}

/// Escapes what would end a command.
fn in_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
