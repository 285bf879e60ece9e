//! A cell of CSV (RFC 4180), safe to open in a spreadsheet.

use super::safe::safe;

/// The signs with which a formula begins, those of full width among them, which Excel takes for the same where it is set
/// to Chinese, Japanese or Korean.
const FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\t', '\r', '\n'];

/// Returns a cell in quotes where it needs them. A spreadsheet takes what begins with certain signs for a formula; an
/// apostrophe before it keeps it text.
pub(super) fn cell(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(safe).collect();
    let mut written = lines.join("\n");
    if text.trim_start_matches(' ').starts_with(FORMULA) {
        written.insert(0, '\'');
    }
    if written.contains([',', '"', '\n']) {
        written = format!("\"{}\"", written.replace('"', "\"\""));
    }
    written
}
