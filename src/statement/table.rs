//! Tables: rows to actions, by the roles of the columns.

use super::cards;
use super::draft::Draft;
use super::model::{PassageKind, Pointer, PointerKind};
use super::plan::Reader;
use super::roles::roles_of;
use crate::document::{BlockKind, Cell, Row, Table};
use crate::pack::ColumnRole;

/// How far down the header row is looked for: a title and a quotation may stand above it.
const DEEPEST_HEADER: usize = 6;

/// Reads a table. `outer` is what the row around a nested table says about the finding.
pub(super) fn read(table: &Table, outer: &[Pointer], reader: &mut Reader<'_>) {
    let Some((at, columns)) = header(table, reader) else {
        if !cards::read(table, outer, reader) {
            as_passages(table, reader);
        }
        return;
    };
    if !columns.holds_plan() {
        as_passages(table, reader);
        return;
    }
    let mut rows = Rows { columns, table, outer, merged: Vec::new(), banner: None, finding: None };
    for (index, row) in table.rows.iter().enumerate() {
        rows.merged.retain(|(end, _)| *end > index);
        if index < at {
            rows.above_header(row, reader);
        } else if index > at {
            rows.row(row, reader);
        }
        rows.merged.extend(row.cells.iter().filter(|cell| cell.rows > 1).map(|cell| (index + cell.rows, cell)));
    }
}

/// The roles of a table's columns, from the left, with the heading as written.
#[derive(Debug, Default)]
struct Columns {
    roles: Vec<(usize, Vec<ColumnRole>, String)>,
}

impl Columns {
    fn of(row: &Row, reader: &Reader<'_>) -> Self {
        let roles = row.cells.iter().map(|cell| {
            let heading = cell.text();
            (cell.column, roles_of(&heading, reader.rules), heading)
        });
        Self { roles: roles.collect() }
    }

    fn named(&self) -> usize {
        self.roles.iter().filter(|(_, roles, _)| !roles.is_empty()).count()
    }

    fn has(&self, role: ColumnRole) -> bool {
        self.roles.iter().any(|(_, roles, _)| roles.contains(&role))
    }

    /// Whether the columns are those of a plan: something to do, and somebody, some day or some sign of success.
    fn holds_plan(&self) -> bool {
        let beside = [ColumnRole::Owner, ColumnRole::Agency, ColumnRole::Due, ColumnRole::Measure];
        (self.has(ColumnRole::Action) || self.has(ColumnRole::Finding)) && beside.iter().any(|role| self.has(*role))
    }

    fn roles_at(&self, column: usize) -> &[ColumnRole] {
        let at = self.roles.iter().rev().find(|(first, ..)| *first <= column);
        at.map(|(_, roles, _)| roles.as_slice()).unwrap_or_default()
    }

    fn heading_at(&self, column: usize) -> &str {
        let at = self.roles.iter().rev().find(|(first, ..)| *first <= column);
        at.map(|(.., heading)| heading.as_str()).unwrap_or_default()
    }
}

/// Returns the header row and its columns: the row, among the first few, most of whose cells name a role.
fn header(table: &Table, reader: &Reader<'_>) -> Option<(usize, Columns)> {
    let rows = table.rows.iter().enumerate().take(DEEPEST_HEADER);
    let candidates = rows.map(|(at, row)| (at, Columns::of(row, reader), filled(row))).filter(|(_, columns, filled)| {
        columns.named() >= 2 && columns.named() * 2 > *filled
    });
    let mut best: Option<(usize, Columns)> = None;
    for (at, columns, _) in candidates {
        if best.as_ref().is_none_or(|(_, other)| columns.named() > other.named()) {
            best = Some((at, columns));
        }
    }
    best.map(|(at, mut columns)| {
        if !columns.has(ColumnRole::Action) && !promote_wordiest(&mut columns, table, at) {
            promote_finding(&mut columns);
        }
        (at, columns)
    })
}

/// The fewest words a cell holds on average in a column that says what will be done.
const WORDS_OF_ACTION: usize = 6;

/// Where no column is headed as the action, the wordiest of those whose heading says nothing holds it. Returns
/// whether there is one.
fn promote_wordiest(columns: &mut Columns, table: &Table, header: usize) -> bool {
    let rows = table.rows.get(header + 1..).unwrap_or_default();
    let words = |column: usize| -> usize {
        let cells = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.column == column && cell.columns == 1);
        cells.map(|cell| cell.text().split_whitespace().count()).sum()
    };
    let nameless = columns.roles.iter().enumerate().filter(|(_, (_, roles, _))| roles.is_empty());
    let wordiest = nameless.map(|(at, (column, ..))| (words(*column), at)).max();
    match wordiest {
        Some((count, at)) if !rows.is_empty() && count >= WORDS_OF_ACTION * rows.len() => {
            columns.roles[at].1.push(ColumnRole::Action);
            true
        }
        _ => false,
    }
}

/// Where no column is headed as the action, the last that is headed as a finding or objective holds it.
fn promote_finding(columns: &mut Columns) {
    for (_, roles, _) in columns.roles.iter_mut().rev() {
        if let Some(role) = roles.iter_mut().find(|role| **role == ColumnRole::Finding) {
            *role = ColumnRole::Action;
            return;
        }
    }
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.text().trim().is_empty()).count()
}

/// The rows below a header, with what is carried down from row to row.
struct Rows<'t> {
    columns: Columns,
    table: &'t Table,
    outer: &'t [Pointer],
    /// The cells merged down into the row at hand, each with the row at which it ends.
    merged: Vec<(usize, &'t Cell)>,
    banner: Option<String>,
    finding: Option<String>,
}

impl Rows<'_> {
    fn above_header(&mut self, row: &Row, reader: &mut Reader<'_>) {
        let text = row.cells.iter().map(Cell::text).collect::<Vec<_>>().join(" ");
        if let Some(cell) = row.cells.iter().find(|cell| !cell.text().trim().is_empty()) {
            reader.passage(&text, PassageKind::Quoted, &cell.location);
            self.banner = Some(text);
        }
    }

    fn row(&mut self, row: &Row, reader: &mut Reader<'_>) {
        if self.repeats_header(row, reader) || filled(row) == 0 {
            return;
        }
        if let Some(cell) = self.banner_cell(row) {
            let text = cell.text();
            reader.passage(&text, PassageKind::Quoted, &cell.location);
            self.banner = Some(text);
            self.finding = None;
            return;
        }
        let mut draft = Draft { has_due_place: self.columns.has(ColumnRole::Due), ..Draft::default() };
        let mut actions: Vec<&Cell> = Vec::new();
        let mut said_finding: Vec<String> = Vec::new();
        for cell in self.merged.iter().map(|(_, cell)| *cell).chain(&row.cells) {
            let text = cell.text();
            for role in self.columns.roles_at(cell.column) {
                match role {
                    ColumnRole::Action => actions.push(cell),
                    ColumnRole::Finding if !text.trim().is_empty() => {
                        reader.passage(&text, PassageKind::Quoted, &cell.location);
                        said_finding.push(text.clone());
                    }
                    ColumnRole::Finding | ColumnRole::Progress | ColumnRole::Reference => {}
                    role => draft.add(*role, &text),
                }
            }
        }
        if !said_finding.is_empty() {
            self.finding = Some(said_finding.join(" "));
        }
        draft.pointers = self.pointers(reader);
        self.actions(&actions, &draft, reader);
    }

    fn repeats_header(&self, row: &Row, reader: &Reader<'_>) -> bool {
        let own = Columns::of(row, reader);
        let same = own.roles.iter().filter(|(column, _, heading)| {
            !heading.is_empty() && heading.eq_ignore_ascii_case(self.columns.heading_at(*column))
        });
        own.named() >= 2 && same.count() * 2 > own.roles.len() || is_guidance(row)
    }

    /// Returns the one cell of a row that is a banner: text across the table, or alone in a column that holds no action.
    fn banner_cell<'s>(&self, row: &'s Row) -> Option<&'s Cell> {
        let mut said = row.cells.iter().filter(|cell| !cell.text().trim().is_empty());
        let (cell, None) = (said.next()?, said.next()) else { return None };
        let wide = cell.columns > 1 && cell.columns * 5 >= self.table.columns * 3;
        let merged_actions = row.cells.len() > 1 && self.columns.roles_at(cell.column).contains(&ColumnRole::Action);
        (wide || !merged_actions).then_some(cell)
    }

    fn pointers(&self, reader: &Reader<'_>) -> Vec<Pointer> {
        let row = self.finding.iter().map(|text| Pointer { kind: PointerKind::Row, text: text.clone() });
        let banner = self.banner.iter().map(|text| Pointer { kind: PointerKind::Banner, text: text.clone() });
        row.chain(banner).chain(self.outer.iter().cloned()).chain(reader.pointers_above()).collect()
    }

    fn actions(&self, cells: &[&Cell], row: &Draft, reader: &mut Reader<'_>) {
        for cell in cells {
            for (nested, _) in nested_tables(cell) {
                read(nested, &row.pointers, reader);
            }
            let mut location = cell.location.clone();
            name_column(&mut location, cell.column, self.columns.heading_at(cell.column));
            for (text, notes, line) in split(cell, row) {
                let mut draft = Draft { text, notes, location: location.clone(), ..row.clone() };
                if let Some(line) = line {
                    keep_line(&mut draft, line);
                }
                reader.action(draft);
            }
        }
    }
}

/// A second header row that only tells the writer what to fill in: every cell a question.
fn is_guidance(row: &Row) -> bool {
    let texts: Vec<String> = row.cells.iter().map(Cell::text).filter(|text| !text.trim().is_empty()).collect();
    texts.len() > 1 && texts.iter().all(|text| text.trim_end().ends_with('?'))
}

fn nested_tables(cell: &Cell) -> impl Iterator<Item = (&Table, &Cell)> {
    cell.blocks.iter().filter_map(move |block| match &block.kind {
        BlockKind::Table(table) => Some((table, cell)),
        _ => None,
    })
}

/// Says in a location which column it is by the column's heading, as a reader knows it.
fn name_column(location: &mut crate::document::Location, column: usize, heading: &str) {
    let heading = heading.trim();
    if heading.is_empty() {
        return;
    }
    let number = format!("column {}", column + 1);
    let name = heading.split('\n').next().unwrap_or(heading);
    location.text = location.text.replace(&number, name);
}

/// Returns the actions of a cell: each list item or numbered line its own where there are several, else the whole.
/// With each goes its line, counted from 0, when owners and dates beside it may be told apart by line.
fn split(cell: &Cell, row: &Draft) -> Vec<(String, Vec<String>, Option<usize>)> {
    let mut lines: Vec<(String, Vec<String>, bool)> = Vec::new();
    for block in &cell.blocks {
        match &block.kind {
            BlockKind::Table(_) => {}
            BlockKind::Note => {
                if let Some((_, notes, _)) = lines.last_mut() {
                    notes.push(block.text.clone());
                }
            }
            kind => {
                let item = matches!(kind, BlockKind::ListItem { .. });
                for line in block.text.split('\n').filter(|line| !line.trim().is_empty()) {
                    let marked = begins_with_marker(line);
                    lines.push((line.trim().to_owned(), Vec::new(), item || marked));
                }
            }
        }
    }
    let items = lines.iter().filter(|(.., item)| *item).count();
    let paired = |text: &(ColumnRole, String)| {
        matches!(text.0, ColumnRole::Owner | ColumnRole::Due) && text.1.split('\n').count() == lines.len()
    };
    if items >= 2 || lines.len() >= 2 && row.fields.iter().any(paired) {
        let intro = |line: &(String, Vec<String>, bool)| items >= 2 && !line.2 && line.0.ends_with(':');
        let own: Vec<_> = lines.into_iter().filter(|line| !intro(line)).collect();
        return own.into_iter().enumerate().map(|(at, (text, notes, _))| (strip_marker(&text).to_owned(), notes, Some(at))).collect();
    }
    let notes = lines.iter().flat_map(|(_, notes, _)| notes.clone()).collect();
    let text = lines.into_iter().map(|(text, ..)| text).collect::<Vec<_>>().join("\n");
    vec![(text, notes, None)]
}

/// Where a neighbouring cell has as many lines as there are actions, each action takes its own.
fn keep_line(draft: &mut Draft, line: usize) {
    for (_, text) in &mut draft.fields {
        let lines: Vec<&str> = text.split('\n').collect();
        if lines.len() > 1 && let Some(own) = lines.get(line) {
            *text = strip_marker(own.trim()).to_owned();
        }
    }
}

fn begins_with_marker(line: &str) -> bool {
    strip_marker(line).len() < line.trim_start().len()
}

/// Takes a bullet or number off the front of a line.
pub(super) fn strip_marker(line: &str) -> &str {
    let line = line.trim_start();
    let rest = line.trim_start_matches(['•', '·', '▪', '◦', '–', '-', '*', '\u{f0b7}']);
    if rest.len() < line.len() && rest.starts_with(' ') {
        return rest.trim_start();
    }
    let number = line.trim_start_matches('(');
    let end = number.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(number.len());
    let (mark, rest) = number.split_at(end);
    let digits = mark.trim_end_matches('.');
    let numbered = !digits.is_empty() && digits.len() <= 6 && (digits.chars().all(|c| c.is_ascii_digit() || c == '.') || digits.len() <= 2 && rest.starts_with(')'));
    let closed = rest.starts_with(')') || mark.ends_with('.') || digits.contains('.');
    if numbered && closed { rest.trim_start_matches(')').trim_start() } else { line }
}

fn as_passages(table: &Table, reader: &mut Reader<'_>) {
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        reader.passage(&cell.text(), PassageKind::Context, &cell.location);
        for (nested, _) in nested_tables(cell) {
            read(nested, &[], reader);
        }
    }
}
