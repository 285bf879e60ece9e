//! The layout of a sheet: which of its cells are one table, and which are lines of their own.
//!
//! Tables on a sheet are parted by empty rows and columns, but plans also leave rows and columns empty inside a
//! table. So what follows an empty row is a table of its own only where it is wider than what stands above or begins
//! with column headings, and what follows an empty column only where its rows are not those of its neighbour.

use std::collections::BTreeSet;

use super::grid::{Hidden, Seen};

/// How often what is cut is cut again: tables beside tables below tables go no deeper in any plan.
const DEEPEST_CUT: usize = 6;
/// How many rows of a table its headings are among.
const FIRST_ROWS: usize = 3;
/// The most words in a column heading.
const LONGEST_HEADING: usize = 8;

/// Cells of a sheet that belong together: in reading order, by rows.
pub(super) type Region = Vec<Vec<Seen>>;

/// Cuts what is seen of a sheet into regions, in reading order. Each holds one table, lines above it, or only lines.
pub(super) fn regions(seen: Vec<Seen>, rows: &Hidden, columns: &Hidden) -> Vec<Region> {
    let mut regions = Vec::new();
    cut(in_rows(seen), rows, columns, DEEPEST_CUT, &mut regions);
    regions
}

fn in_rows(seen: impl IntoIterator<Item = Seen>) -> Region {
    let mut rows: Region = Vec::new();
    for cell in seen {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|other| other.first.row == cell.first.row) => row.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    rows
}

fn cut(region: Region, rows: &Hidden, columns: &Hidden, depth: usize, found: &mut Vec<Region>) {
    if depth == 0 {
        found.push(region);
        return;
    }
    for part in side_by_side(region, columns) {
        let mut stacked = stacked(part, rows);
        if let [_] = stacked.as_slice() {
            found.append(&mut stacked);
        } else {
            for part in stacked {
                cut(part, rows, columns, depth - 1, found);
            }
        }
    }
}

/// Whether a row of a region is a line, and no row of a table.
pub(super) fn is_line(row: &[Seen]) -> bool {
    row.len() == 1
}

/// Parts a region at the empty columns that part tables.
fn side_by_side(region: Region, hidden: &Hidden) -> Vec<Region> {
    let tabular = || region.iter().filter(|row| !is_line(row));
    let mut extents: Vec<(u32, u32)> =
        tabular().flatten().map(|cell| (cell.first.column, cell.last.column)).collect();
    extents.sort_unstable();
    // The columns of each part, and the rows it has cells in.
    let mut parts: Vec<(u32, u32, BTreeSet<u32>)> = Vec::new();
    for (first, last) in extents {
        match parts.last_mut() {
            Some((_, end, _)) if !hidden.shows_between(*end, first) => *end = (*end).max(last),
            _ => parts.push((first, last, BTreeSet::new())),
        }
    }
    if parts.len() < 2 {
        return vec![region];
    }
    for cell in tabular().flatten() {
        let at = parts.partition_point(|(_, last, _)| *last < cell.first.column);
        if let Some((_, _, rows)) = parts.get_mut(at) {
            rows.insert(cell.first.row);
        }
    }
    let mut apart: Vec<(u32, u32, BTreeSet<u32>)> = Vec::new();
    for (first, last, rows) in parts {
        match apart.last_mut() {
            Some((_, end, before)) if share_rows(before, &rows) => {
                *end = last;
                before.extend(rows);
            }
            _ => apart.push((first, last, rows)),
        }
    }
    let mut regions: Vec<Vec<Seen>> = vec![Vec::new(); apart.len()];
    for cell in region.into_iter().flatten() {
        let at = apart.partition_point(|(_, last, _)| *last < cell.first.column).min(apart.len() - 1);
        if let Some(part) = regions.get_mut(at) {
            part.push(cell);
        }
    }
    regions.into_iter().filter(|part| !part.is_empty()).map(in_rows).collect()
}

/// Whether two sets of rows are largely the same, as in one table with an empty column.
fn share_rows(one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> bool {
    let (fewer, more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    fewer.iter().filter(|row| more.contains(row)).count() * 2 >= more.len()
}

/// Parts a region at the empty rows that part tables; lines go with the table below them.
fn stacked(region: Region, hidden: &Hidden) -> Vec<Region> {
    let mut parts: Vec<Region> = Vec::new();
    let mut table: Region = Vec::new();
    let mut lines: Region = Vec::new();
    for block in blocks(region, hidden) {
        if block.iter().all(|row| is_line(row)) {
            lines.extend(block);
        } else if table.is_empty() || goes_on(&table, &block) {
            table.append(&mut lines);
            table.extend(block);
        } else {
            parts.push(std::mem::replace(&mut table, std::mem::take(&mut lines)));
            table.extend(block);
        }
    }
    parts.extend([table, lines].into_iter().filter(|part| !part.is_empty()));
    parts
}

/// Parts a region at its empty rows.
fn blocks(region: Region, hidden: &Hidden) -> Vec<Region> {
    let mut blocks: Vec<Region> = Vec::new();
    let mut end = 0;
    for row in region {
        let Some(first) = row.first().map(|cell| cell.first.row) else { continue };
        let last = row.iter().map(|cell| cell.last.row).max().unwrap_or(first);
        match blocks.last_mut() {
            Some(block) if !hidden.shows_between(end, first) => block.push(row),
            _ => blocks.push(vec![row]),
        }
        end = end.max(last);
    }
    blocks
}

/// Whether a block of rows below an empty row belongs to the table above it.
fn goes_on(table: &Region, block: &Region) -> bool {
    let extent = |region: &Region| {
        let cells = || region.iter().filter(|row| !is_line(row)).flatten();
        Some((cells().map(|cell| cell.first.column).min()?, cells().map(|cell| cell.first.column).max()?))
    };
    let (Some(above), Some(below)) = (extent(table), extent(block)) else { return false };
    above.0 <= below.0 && below.1 <= above.1 && !begins_with_headings(block, table)
}

/// Whether a block begins with column headings: it repeats the first of the table above, or its first row looks like
/// headings, with a few words in each cell, and in bold where the headings above are.
fn begins_with_headings(block: &Region, above: &Region) -> bool {
    let tabular = |region: &Region| -> Vec<Vec<Seen>> {
        region.iter().filter(|row| !is_line(row)).take(FIRST_ROWS).cloned().collect()
    };
    let (own, above) = (tabular(block), tabular(above));
    let texts = |row: &[Seen]| -> Vec<String> { row.iter().map(|cell| cell.words.text.clone()).collect() };
    if own.iter().any(|row| above.iter().any(|other| texts(row) == texts(other))) {
        return true;
    }
    let Some(first) = own.first() else { return false };
    let words = |cell: &Seen| cell.words.text.split_whitespace().count();
    let plain = |cell: &&Seen| !cell.words.typed && words(cell) <= LONGEST_HEADING;
    let numbered = first.iter().filter(|cell| cell.words.text.contains(|c: char| c.is_ascii_digit())).count();
    if !first.iter().all(|cell| plain(&cell)) || numbered * 2 >= first.len() {
        return false;
    }
    let bold = |row: &Vec<Seen>| row.iter().all(|cell| cell.words.bold);
    match above.as_slice() {
        [headings, body, ..] if bold(headings) && !bold(body) => bold(first),
        _ => own.get(1).is_none_or(|next| {
            let longest = |row: &[Seen]| row.iter().map(words).max();
            longest(next) > longest(first)
        }),
    }
}
