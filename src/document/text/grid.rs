//! Tables drawn with `+---+` borders, whose cells may run over several lines.

use super::lines::{Line, is_space};
use super::tables::{RawCell, RawRow, RawTable};

/// Returns the drawn table that begins at the first of `lines`.
pub(super) fn table(lines: &[Line]) -> Option<RawTable> {
    let edges = edges(&lines.first()?.text)?;
    let mut rows: Vec<RawRow> = Vec::new();
    let mut group: Vec<&Line> = Vec::new();
    let mut end = 0;
    for line in lines {
        let trimmed = line.trimmed();
        if is_border(trimmed) {
            let header = trimmed.contains('=') && rows.is_empty();
            rows.extend(row(&group, &edges, header));
            group.clear();
        } else if trimmed.starts_with('|') {
            group.push(line);
        } else {
            break;
        }
        end += 1;
    }
    rows.extend(row(&group, &edges, false));
    (!rows.is_empty()).then_some(RawTable { rows, lines: end })
}

fn is_border(trimmed: &str) -> bool {
    trimmed.starts_with('+')
        && trimmed.ends_with('+')
        && trimmed.len() > 2
        && trimmed.chars().all(|sign| matches!(sign, '+' | '-' | '=' | ':'))
}

/// Returns where the upright strokes of the table stand, in characters.
fn edges(border: &str) -> Option<Vec<usize>> {
    if !is_border(border.trim_matches(is_space)) {
        return None;
    }
    let edges: Vec<usize> =
        border.chars().enumerate().filter(|(_, sign)| *sign == '+').map(|(at, _)| at).collect();
    (edges.len() > 1).then_some(edges)
}

/// Returns the row that a group of lines between two borders draws; a stroke missing in all of them is a merged cell.
fn row(group: &[&Line], edges: &[usize], header: bool) -> Option<RawRow> {
    let first = group.first()?;
    let drawn: Vec<Vec<char>> = group.iter().map(|line| line.text.chars().collect()).collect();
    let stands =
        |edge: usize| drawn.iter().any(|line| line.get(edge).is_some_and(|sign| matches!(sign, '|' | '+')));
    let last = edges.len().saturating_sub(1);
    let kept: Vec<(usize, usize)> = edges
        .iter()
        .copied()
        .enumerate()
        .filter(|(index, edge)| *index == 0 || *index == last || stands(*edge))
        .collect();
    let mut cells = Vec::new();
    for pair in kept.windows(2) {
        let [(column, from), (next, to)] = pair else { continue };
        let parts: Vec<(usize, String)> = drawn
            .iter()
            .enumerate()
            .map(|(index, line)| (index, line.get(from + 1..(*to).min(line.len())).unwrap_or_default()))
            .map(|(index, part)| (index, part.iter().collect::<String>().trim_matches(is_space).to_owned()))
            .filter(|(_, part)| !part.is_empty())
            .collect();
        let begins = parts.first().and_then(|(index, _)| group.get(*index)).unwrap_or(first);
        let lead = begins.text.chars().skip(from + 1).take_while(|sign| is_space(*sign)).count();
        let lines: Vec<String> = parts.into_iter().map(|(_, part)| part).collect();
        cells.push(RawCell {
            column: *column,
            columns: next - column,
            text: super::joining::join_cell(&lines),
            place: begins.place_after(from + 1 + lead),
        });
    }
    Some(RawRow { header, cells })
}
