//! Messages under a message: where the words of somebody else begin.

use super::lines::Line;

/// The fields of a message header, as mail programs write them above a message that is answered or sent on.
const FIELDS: [&str; 7] = ["from:", "sent:", "to:", "cc:", "date:", "subject:", "bcc:"];

/// Returns whether an earlier message begins at the first of `lines`.
pub(super) fn begins_earlier_message(lines: &[Line]) -> bool {
    let Some(first) = lines.first() else { return false };
    is_divider(first.trimmed()) || is_header(lines) || is_attribution(first.trimmed())
}

/// Returns the text of a line quoted with `>`, without its marks.
pub(super) fn quoted(line: &str) -> Option<&str> {
    let mut rest = line.strip_prefix('>')?;
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        rest = inner;
    }
    Some(rest)
}

fn is_divider(line: &str) -> bool {
    let words = line.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let drawn = line.starts_with("--") || line.starts_with("__") || words.starts_with("begin forwarded");
    drawn && matches!(words.as_str(), "original message" | "forwarded message" | "begin forwarded message")
}

/// A header has the sender and at least two more fields, one a line.
fn is_header(lines: &[Line]) -> bool {
    let field = |line: &Line| {
        let lower = line.trimmed().trim_matches('*').to_lowercase();
        FIELDS.into_iter().find(|field| lower.starts_with(field))
    };
    lines.first().and_then(field) == Some("from:")
        && lines.iter().take(6).take_while(|line| !line.is_blank()).filter_map(field).count() >= 3
}

/// `On 3 February 2017 at 16:42, the Programme Office wrote:`
fn is_attribution(line: &str) -> bool {
    line.starts_with("On ") && line.ends_with("wrote:") && line.contains(|sign: char| sign.is_ascii_digit())
}
