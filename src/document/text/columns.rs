//! Tables typed with spaces: columns that begin at the same place in every line.

use super::joining::join_cell;
use super::lines::{Line, is_space};
use super::lists;
use super::outline::Place;
use super::tables::{RawCell, RawRow, RawTable};

/// A piece of a line between gaps of two spaces or more.
#[derive(Debug, Clone)]
struct Piece {
    /// The character it begins at, counted from 0.
    start: usize,
    text: String,
}

/// A cell as it is gathered from the lines of its row.
struct Column {
    place: Place,
    lines: Vec<String>,
}

/// The lines of one row, or of several that nothing parts, each with its pieces in their columns.
type Group<'a> = Vec<(&'a Line, Vec<(usize, Piece)>)>;

/// Returns the table of aligned columns that begins at the first of `lines`.
///
/// The first line gives the columns. Every piece of every line must begin at one of them, and at least two
/// more lines must fill two columns; otherwise the columns do not hold, and there is no table.
pub(super) fn table(lines: &[Line]) -> Option<RawTable> {
    let header = pieces(lines.first()?);
    let columns: Vec<usize> = header.iter().map(|piece| piece.start).collect();
    if columns.len() < 2 || lists::mark(lines.first()?.trimmed()).is_some() && columns.len() == 2 {
        return None;
    }
    let mut groups: Vec<Group<'_>> = vec![Vec::new()];
    let mut end = 0;
    let mut full = 0;
    for (index, line) in lines.iter().enumerate() {
        if line.is_blank() || is_column_rule(line) {
            groups.push(Vec::new());
            continue;
        }
        let Some(placed) = placed(line, &columns) else { break };
        if groups.last().is_some_and(Vec::is_empty) && index > end && placed.len() < 2 {
            break;
        }
        full += usize::from(placed.len() >= 2);
        end = index + 1;
        if let Some(group) = groups.last_mut() {
            group.push((line, placed));
        }
    }
    groups.retain(|group| !group.is_empty());
    let least = if columns.len() == 2 { 4 } else { 3 };
    if full < least {
        return None;
    }
    // A blank line or rule after the header and no other tells nothing about the rows.
    let spaced = groups.len() > 2;
    let mut rows: Vec<Vec<Column>> = Vec::new();
    for group in groups {
        for (at, (line, placed)) in group.into_iter().enumerate() {
            let opens = at == 0 || (!spaced && begins_row(&placed, columns.len()));
            if opens || rows.is_empty() {
                rows.push(
                    (0..columns.len()).map(|_| Column { place: line.place(), lines: Vec::new() }).collect(),
                );
            }
            if let Some(row) = rows.last_mut() {
                fill(row, line, placed);
            }
        }
    }
    Some(RawTable { rows: rows.into_iter().map(finish).collect(), lines: end })
}

/// A line that fills the first column begins a row, unless it goes on with the words above it.
fn begins_row(placed: &[(usize, Piece)], columns: usize) -> bool {
    let first = placed.first().filter(|(column, _)| *column == 0);
    first.is_some_and(|(_, piece)| !piece.text.starts_with(char::is_lowercase)) && placed.len() * 2 > columns
}

/// `-----  ------------  ----`
fn is_column_rule(line: &Line) -> bool {
    let trimmed = line.trimmed();
    trimmed.len() > 2 && trimmed.chars().all(|sign| matches!(sign, '-' | '=' | ' '))
}

fn pieces(line: &Line) -> Vec<Piece> {
    if line.text.contains('\t') {
        return Vec::new();
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut gap = 2;
    for (at, sign) in line.text.chars().enumerate() {
        if is_space(sign) {
            gap += 1;
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if gap < 2 => {
                piece.text.extend(std::iter::repeat_n(' ', gap));
                piece.text.push(sign);
            }
            _ => pieces.push(Piece { start: at, text: sign.to_string() }),
        }
        gap = 0;
    }
    pieces
}

/// Returns the pieces of a line with their columns, `None` when one begins at no column.
fn placed(line: &Line, columns: &[usize]) -> Option<Vec<(usize, Piece)>> {
    let place =
        |piece: Piece| columns.iter().position(|start| *start == piece.start).map(|column| (column, piece));
    let placed: Option<Vec<_>> = pieces(line).into_iter().map(place).collect();
    placed.filter(|placed| {
        // A piece that runs over the next column is a line of prose.
        placed.iter().all(|(column, piece)| {
            let end = piece.start + piece.text.chars().count();
            columns.get(column + 1).is_none_or(|next| end < *next)
        })
    })
}

fn fill(row: &mut [Column], line: &Line, placed: Vec<(usize, Piece)>) {
    for (column, piece) in placed {
        let Some(cell) = row.get_mut(column) else { continue };
        if cell.lines.is_empty() {
            cell.place = line.place_after(piece.start);
        }
        cell.lines.push(piece.text);
    }
}

fn finish(row: Vec<Column>) -> RawRow {
    let cell = |(column, cell): (usize, Column)| RawCell {
        column,
        columns: 1,
        text: join_cell(&cell.lines),
        place: cell.place,
    };
    RawRow { header: false, cells: row.into_iter().enumerate().map(cell).collect() }
}
