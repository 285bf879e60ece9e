//! Tables whose columns are parted by upright strokes: `| a | b |`, or `a | b | c`.

use super::lines::{Line, is_space};
use super::tables::{RawCell, RawRow, RawTable};

/// Returns the pipe table that begins at the first of `lines`: two or more lines with strokes.
pub(super) fn table(lines: &[Line]) -> Option<RawTable> {
    let first = cells(lines.first()?)?;
    let count = first.len();
    let mut rows = vec![RawRow { header: false, cells: first }];
    let mut end = 1;
    while let Some(line) = lines.get(end) {
        if is_divider(line.trimmed()) {
            if rows.len() == 1
                && let Some(header) = rows.first_mut()
            {
                header.header = true;
            }
        } else if let Some(cells) = cells(line) {
            rows.push(RawRow { header: false, cells });
        } else {
            break;
        }
        end += 1;
    }
    (count > 1 && end > 1).then_some(RawTable { rows, lines: end })
}

/// `|---|:--:|`
fn is_divider(line: &str) -> bool {
    line.contains('|')
        && line.contains("--")
        && line.chars().all(|sign| matches!(sign, '|' | '-' | ':' | '+' | '=' | ' '))
}

/// Returns the cells of a line that begins with a stroke, or has one with space on both sides.
fn cells(line: &Line) -> Option<Vec<RawCell>> {
    let trimmed = line.trimmed();
    let edged = trimmed.starts_with('|') && trimmed.len() > 1;
    if !(edged || trimmed.contains(" | ") || trimmed.ends_with(" |")) {
        return None;
    }
    let lead = line.text.chars().take_while(|sign| is_space(*sign)).count() + usize::from(edged);
    let inner = trimmed.strip_prefix('|').unwrap_or(trimmed);
    let inner = inner.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(inner);
    let mut cells = vec![String::new()];
    let mut starts = vec![0];
    let mut escaped = false;
    for (at, sign) in inner.chars().enumerate() {
        if sign == '|' && !escaped {
            cells.push(String::new());
            starts.push(at + 1);
        } else if let Some(cell) = cells.last_mut() {
            if sign == '|' {
                cell.pop();
            }
            cell.push(sign);
        }
        escaped = sign == '\\' && !escaped;
    }
    let cell = |(column, (text, start)): (usize, (String, usize))| {
        let space = text.chars().take_while(|sign| is_space(*sign)).count();
        let place = line.place_after(lead + start + space);
        RawCell { column, columns: 1, text: text.trim_matches(is_space).to_owned(), place }
    };
    Some(cells.into_iter().zip(starts).enumerate().map(cell).collect())
}
