//! Tables: rows to actions, by the roles of the columns.

use std::sync::Arc;

use super::cards;
use super::columns::{Columns, filled};
use super::draft::Draft;
use super::header::{header, header_within, is_guidance};
use super::marker::{begins_with_marker, enumerated, strip_bullet, strip_marker};
use super::model::{PassageKind, Pointer, PointerKind};
use super::plan::Reader;
use super::section::is_superseded;
use super::timeline::Timeline;
use crate::document::{Anchor, BlockKind, Cell, Location, Row, Table};
use crate::pack::ColumnRole;

/// Reads a table. `outer` is what the row around a nested table says about the finding.
pub(super) fn read(table: &Table, outer: &[Pointer], reader: &mut Reader<'_>) {
    if cards::are_plain(table, reader) && cards::read(table, outer, reader) {
        return;
    }
    let Some(found) = header(table, reader) else {
        if !cards::read(table, outer, reader) {
            as_passages(table, reader);
        }
        return;
    };
    if !found.columns.holds_plan() {
        as_passages(table, reader);
        return;
    }
    let (first, mut last) = (found.first, found.last);
    let body = table.rows.get(last + 1..).unwrap_or_default();
    let timeline = Timeline::of(&found.columns, body, reader);
    let merged = Vec::new();
    let mut rows =
        Rows { columns: found.columns, timeline, table, outer, merged, banner: None, finding: None };
    for (index, row) in table.rows.iter().enumerate() {
        rows.merged.retain(|(end, _)| *end > index);
        if index < first {
            rows.above_header(row, reader);
        } else if index > last {
            match header_within(table, index, reader).filter(|_| !rows.columns.are_repeated_in(row, reader)) {
                Some(next) => {
                    last = next.last;
                    rows.go_on_under(next.columns);
                }
                None => rows.row(row, reader),
            }
        }
        rows.merged
            .extend(row.cells.iter().filter(|cell| cell.rows > 1).map(|cell| (index + cell.rows, cell)));
    }
}

/// The rows below a header, with what is carried down from row to row.
struct Rows<'t> {
    columns: Columns,
    timeline: Timeline,
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

    /// Takes up the header of another table that begins in the middle of this one.
    fn go_on_under(&mut self, columns: Columns) {
        self.columns = columns;
        self.timeline = Timeline::default();
        (self.banner, self.finding) = (None, None);
    }

    fn row(&mut self, row: &Row, reader: &mut Reader<'_>) {
        if self.columns.are_repeated_in(row, reader) || is_guidance(row) || filled(row) == 0 {
            return;
        }
        if !self.columns.holds_plan() || self.is_superseded(row, reader) {
            let kind = if self.columns.holds_plan() { PassageKind::Superseded } else { PassageKind::Context };
            row.cells.iter().for_each(|cell| reader.passage(&cell.text(), kind, &cell.location));
            return;
        }
        if let Some(cell) = self.banner_cell(row) {
            let text = cell.text();
            reader.passage(&text, PassageKind::Quoted, &cell.location);
            self.banner = Some(text);
            self.finding = None;
            return;
        }
        let has_due_place = self.columns.has(ColumnRole::Due) || self.timeline.is_there();
        let mut draft = Draft { has_due_place, ..Draft::default() };
        if let Some(due) = self.timeline.due(row, reader) {
            draft.add(ColumnRole::Due, &due);
        }
        let mut actions: Vec<&Cell> = Vec::new();
        let mut said_finding: Vec<String> = Vec::new();
        let merged = self.merged.iter().map(|(_, cell)| (*cell, true));
        for (cell, above) in merged.chain(row.cells.iter().map(|cell| (cell, false))) {
            let text = cell.text();
            for role in self.columns.roles_at(cell.column) {
                match role {
                    ColumnRole::Action => actions.push(cell),
                    ColumnRole::Finding if !text.trim().is_empty() => {
                        if !above {
                            reader.passage(&text, PassageKind::Quoted, &cell.location);
                        }
                        said_finding.push(text.clone());
                    }
                    ColumnRole::Finding | ColumnRole::Progress => {}
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

    /// Whether the status of a row says that it no longer belongs to the plan, as `Withdrawn` does.
    fn is_superseded(&self, row: &Row, reader: &Reader<'_>) -> bool {
        let stands = |cell: &&Cell| self.columns.roles_at(cell.column).contains(&ColumnRole::Status);
        row.cells.iter().filter(stands).any(|cell| is_superseded(&cell.text(), reader.rules))
    }

    /// Whether a cell is set in bold, as a heading is where the format has no merged cells, in a column that is not.
    fn is_bold_among_plain(&self, cell: &Cell) -> bool {
        let bold = |cell: &Cell| !cell.blocks.is_empty() && cell.blocks.iter().all(|block| block.bold);
        let rows = self.table.rows.iter().filter(|row| filled(row) > 1);
        let mut beside = rows.flat_map(|row| &row.cells).filter(|other| other.column == cell.column);
        bold(cell) && beside.any(|other| !other.text().trim().is_empty() && !bold(other))
    }

    /// Returns the one cell of a row that is a banner: text across the table, alone in a column that holds no action, or
    /// in bold where actions are not.
    fn banner_cell<'s>(&self, row: &'s Row) -> Option<&'s Cell> {
        let mut said = row.cells.iter().filter(|cell| !cell.text().trim().is_empty());
        let (cell, None) = (said.next()?, said.next()) else { return None };
        let wide = cell.columns > 1 && cell.columns * 5 >= self.table.columns * 3;
        let may_be_action =
            row.cells.len() > 1 && self.columns.roles_at(cell.column).contains(&ColumnRole::Action);
        (wide || !may_be_action || self.is_bold_among_plain(cell)).then_some(cell)
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
            name_column(&mut location, self.columns.heading_at(cell.column));
            let parts = split(cell, row);
            let count = parts.len();
            let within = if let [whole] = parts.as_slice() { enumerated(&whole.text) } else { count };
            let unpaired = is_unpaired(row, within);
            let tells_finding = self.columns.roles_at(cell.column).contains(&ColumnRole::Finding);
            for (line, Line { text, notes, anchor, .. }) in parts.into_iter().enumerate() {
                let location = Location { anchor, ..location.clone() };
                let mut draft = Draft { text, notes, location, unpaired, tells_finding, ..row.clone() };
                keep_line(&mut draft, line, count);
                reader.action(draft);
            }
        }
    }
}

fn nested_tables(cell: &Cell) -> impl Iterator<Item = (&Table, &Cell)> {
    cell.blocks.iter().filter_map(move |block| match &block.kind {
        BlockKind::Table(table) => Some((table, cell)),
        _ => None,
    })
}

/// Says in a location which column it is by the column's heading, as a reader knows it.
fn name_column(location: &mut Location, heading: &str) {
    let name = heading.trim().split('\n').next().unwrap_or_default();
    let Some(column) = location.column.filter(|_| !name.is_empty()) else { return };
    let Some((place, rest)) = location.text.rsplit_once(&format!("column {column}")) else { return };
    location.text = format!("{place}{name}{rest}");
}

/// A line of a cell, or all of its lines together.
struct Line {
    text: String,
    /// What is said in footnotes to it.
    notes: Vec<String>,
    /// Whether it is a list item, or begins as one.
    item: bool,
    anchor: Option<Arc<Anchor>>,
}

/// Returns the actions of a cell: each list item or numbered line its own where there are several, else the whole.
fn split(cell: &Cell, row: &Draft) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for block in &cell.blocks {
        match &block.kind {
            BlockKind::Table(_) => {}
            BlockKind::Note => {
                if let Some(line) = lines.last_mut() {
                    line.notes.push(block.text.clone());
                }
            }
            kind => {
                let item = matches!(kind, BlockKind::ListItem { .. });
                for line in block.text.split('\n').filter(|line| !line.trim().is_empty()) {
                    lines.push(Line {
                        text: line.trim().to_owned(),
                        notes: Vec::new(),
                        item: item || begins_with_marker(line),
                        anchor: block.location.anchor.clone(),
                    });
                }
            }
        }
    }
    let items = lines.iter().filter(|line| line.item).count();
    let paired = |text: &(ColumnRole, String)| {
        matches!(text.0, ColumnRole::Owner | ColumnRole::Due) && text.1.split('\n').count() == lines.len()
    };
    if items >= 2 || lines.len() >= 2 && row.fields.iter().any(paired) {
        let intro = |line: &Line| items >= 2 && !line.item && line.text.ends_with(':');
        let own = lines.into_iter().filter(|line| !intro(line));
        return own.map(|line| Line { text: strip_bullet(&line.text).to_owned(), ..line }).collect();
    }
    let notes = lines.iter().flat_map(|line| line.notes.clone()).collect();
    let text = lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n");
    vec![Line { text, notes, item: false, anchor: cell.location.anchor.clone() }]
}

/// Where a neighbouring cell has as many lines as the `count` actions, each action takes its own.
fn keep_line(draft: &mut Draft, line: usize, count: usize) {
    for (_, text) in &mut draft.fields {
        let lines: Vec<&str> = text.split('\n').collect();
        if lines.len() == count
            && count > 1
            && let Some(own) = lines.get(line)
        {
            *text = strip_marker(own.trim()).to_owned();
        }
    }
}

/// Whether the owners or dates of a row are several, and not as many as its actions.
fn is_unpaired(row: &Draft, actions: usize) -> bool {
    let told = row.fields.iter().filter(|(role, _)| matches!(role, ColumnRole::Owner | ColumnRole::Due));
    let listed = |text: &str| text.split(['\n', ';']).filter(|part| !part.trim().is_empty()).count();
    let mut counts = told.map(|(_, text)| listed(text));
    actions > 1 && counts.any(|count| count > 1 && count != actions)
}

fn as_passages(table: &Table, reader: &mut Reader<'_>) {
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        reader.passage(&cell.text(), PassageKind::Context, &cell.location);
        for (nested, _) in nested_tables(cell) {
            read(nested, &[], reader);
        }
    }
}
