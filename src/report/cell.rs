//! A cell of CSV (RFC 4180), safe to open in a spreadsheet.

use super::safe::safe;

/// Returns a cell in quotes where it needs them. A spreadsheet takes what begins with certain signs for a formula; an
/// apostrophe before it keeps it text.
pub(super) fn cell(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(safe).collect();
    let mut written = lines.join("\n");
    if text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        written.insert(0, '\'');
    }
    if written.contains([',', '"', '\n']) {
        written = format!("\"{}\"", written.replace('"', "\"\""));
    }
    written
}
