//! Tables whose columns are parted by tabs, as pasted from a spreadsheet or saved from Word.

use super::lines::{Line, is_space};
use super::lists;
use super::tables::{RawCell, RawRow, RawTable};

/// Returns the table of tab-separated lines that begins at the first of `lines`.
///
/// It is two or more lines with the same number of tabs, or a line with two tabs or more and the lines with
/// tabs that follow. A line without tabs between rows is a banner: one cell over all columns.
pub(super) fn table(lines: &[Line]) -> Option<RawTable> {
    let tabs = tabs(lines.first()?);
    let follows = lines.get(1).map_or(0, self::tabs);
    if tabs == 0
        || is_item(lines.first()?)
        || (tabs == 1 && (follows != 1 || lines.get(1).is_some_and(is_item)))
    {
        return None;
    }
    let mut rows = Vec::new();
    let mut end = 0;
    while let Some(line) = lines.get(end) {
        if self::tabs(line) > 0 && !line.is_blank() && (tabs > 1 || self::tabs(line) == 1) {
            rows.push(RawRow { header: false, cells: cells(line) });
            end += 1;
        } else if line.is_blank()
            && tabs > 1
            && lines.get(end + 1).is_some_and(|next| self::tabs(next) == tabs)
        {
            end += 1;
        } else if is_banner(line, tabs) && lines.get(end + 1).is_some_and(|next| self::tabs(next) == tabs) {
            let cell = RawCell {
                column: 0,
                columns: tabs + 1,
                text: line.trimmed().to_owned(),
                place: line.place(),
            };
            rows.push(RawRow { header: false, cells: vec![cell] });
            end += 1;
        } else {
            break;
        }
    }
    Some(RawTable { rows, lines: end })
}

fn tabs(line: &Line) -> usize {
    line.text.matches('\t').count()
}

/// A list item whose mark is parted from its text by a tab is no row.
fn is_item(line: &Line) -> bool {
    let trimmed = line.trimmed();
    let inner = trimmed.matches('\t').count();
    inner == 0 || (inner == 1 && lists::mark(trimmed).is_some_and(|mark| !mark.text.contains('\t')))
}

fn is_banner(line: &Line, tabs: usize) -> bool {
    tabs > 1 && self::tabs(line) == 0 && !line.is_blank() && line.length() <= 120
}

fn cells(line: &Line) -> Vec<RawCell> {
    let mut start = 0;
    let mut cells = Vec::new();
    for (column, text) in line.text.split('\t').enumerate() {
        let lead = text.chars().take_while(|sign| is_space(*sign)).count();
        let place = line.place_after(start + lead);
        cells.push(RawCell { column, columns: 1, text: unquoted(text).to_owned(), place });
        start += text.chars().count() + 1;
    }
    cells
}

/// A spreadsheet puts quotation marks around a cell that holds a line end or a quotation mark.
fn unquoted(text: &str) -> &str {
    let trimmed = text.trim_matches(is_space);
    match trimmed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) if inner.contains("\"\"") => inner,
        _ => trimmed,
    }
}
