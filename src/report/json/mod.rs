//! The JSON of schema 1 (design, section 7): one object a statement; fields may be added, none changed.

mod aspect;
mod check;
mod item;
mod schema;
mod values;

use serde::Serialize;

pub(super) use self::aspect::{AspectPart, ChangedPart};
use self::check::Checked;
pub(super) use self::check::{ActionPart, PackPart, StatementPart};
pub(super) use self::item::{Kind, WaivedPart};
pub use self::schema::check_schema;
pub(super) use self::schema::schema_of;
pub(super) use self::values::{Day, SchemaOne};
use super::safe::is_unsafe;
use super::{Outcome, Report};

/// Returns the report as JSON, indented, with a line end.
pub fn json(report: &Report<'_>) -> String {
    escaped(&Checked::of(report))
}

/// Returns what came of each statement as JSON Lines: an object a line, without line ends in it, in the order of the
/// statements. One that could not be checked is an object with an `error`.
pub fn json_lines(outcomes: &[Outcome<'_>]) -> String {
    let mut lines = String::new();
    for outcome in outcomes {
        lines.push_str(&escape(&serde_json::to_string(&check::Line::of(outcome)).unwrap_or_default()));
        lines.push('\n');
    }
    lines
}

/// Returns a value as JSON that is safe to print, indented, with a line end. It may hold only strings, numbers, lists and
/// objects, which always serialise.
pub(crate) fn escaped(value: &impl Serialize) -> String {
    let mut text = escape(&serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

/// Writes signs that could steer a terminal or turn the reading order as `\uXXXX`, and those that some readers take for
/// line ends. JSON holds them, if at all, inside strings, where that means the same.
pub(super) fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign != '\n' && (is_unsafe(sign) || matches!(sign, '\u{2028}' | '\u{2029}')) {
            escaped.push_str(&format!("\\u{:04x}", u32::from(sign)));
        } else {
            escaped.push(sign);
        }
    }
    escaped
}

/// Returns a text that says something.
pub(super) fn said(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
