//! Cards: tables of two columns in which each row is a label and its value, one action a card.

use super::draft::Draft;
use super::model::{PassageKind, Pointer, PointerKind};
use super::plan::Reader;
use super::roles::{is_heading, roles_of};
use crate::document::{Cell, Table};
use crate::pack::ColumnRole;

/// Whether a table of two columns has plain labels down its first column, and no plain heading over its second: such
/// a table is cards even where a value, being about `by whom` or `when`, could be read as the heading of a column.
pub(super) fn are_plain(table: &Table, reader: &Reader<'_>) -> bool {
    let plain = |cell: &Cell| is_heading(label_name(&cell.text()), reader.rules);
    let labels = table.rows.iter().filter_map(|row| row.cells.first()).filter(|cell| plain(cell)).count();
    let headed = table.rows.first().and_then(|row| row.cells.get(1)).is_some_and(plain);
    table.columns == 2 && labels * 2 > table.rows.len() && !headed
}

/// Reads a table as cards. Returns false, having done nothing, when it is not one.
pub(super) fn read(table: &Table, outer: &[Pointer], reader: &mut Reader<'_>) -> bool {
    let labels: Vec<ColumnRole> = table
        .rows
        .iter()
        .filter_map(|row| row.cells.first())
        .filter_map(|cell| role_of(cell, reader))
        .collect();
    let acts = labels.contains(&ColumnRole::Action);
    let fields = labels
        .iter()
        .filter(|role| matches!(role, ColumnRole::Owner | ColumnRole::Due | ColumnRole::Measure));
    if !acts || fields.count() == 0 || labels.len() * 2 < table.rows.len() {
        return false;
    }
    let mut card: Option<Draft> = None;
    let mut finding: Option<String> = None;
    for row in &table.rows {
        let Some(first) = row.cells.first() else { continue };
        let value: Vec<&Cell> = row.cells.iter().skip(1).collect();
        let text = value.iter().map(|cell| cell.text()).collect::<Vec<_>>().join("\n");
        match role_of(first, reader) {
            Some(ColumnRole::Action) => {
                close(&mut card, reader);
                let place = value.first().map_or(&first.location, |cell| &cell.location);
                let mut draft = Draft::new(&text, place);
                draft.has_due_place = labels.contains(&ColumnRole::Due);
                let row = finding.iter().map(|text| Pointer { kind: PointerKind::Row, text: text.clone() });
                draft.pointers = row.chain(outer.iter().cloned()).chain(reader.pointers_above()).collect();
                card = Some(draft);
            }
            Some(ColumnRole::Finding) => {
                close(&mut card, reader);
                reader.passage(&text, PassageKind::Quoted, &first.location);
                finding = Some(text);
            }
            Some(role) => {
                if let Some(draft) = &mut card {
                    draft.add(role, &text);
                }
            }
            None if value.is_empty() => {
                close(&mut card, reader);
                finding = Some(first.text());
                reader.passage(&first.text(), PassageKind::Quoted, &first.location);
            }
            None => {}
        }
    }
    close(&mut card, reader);
    true
}

fn role_of(cell: &Cell, reader: &Reader<'_>) -> Option<ColumnRole> {
    let text = cell.text();
    let name = label_name(&text);
    roles_of(name, reader.rules).first().copied().or_else(|| reader.forms.role(name))
}

/// Returns a label without the number and colon behind it.
fn label_name(text: &str) -> &str {
    text.trim().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ' '))
}

fn close(card: &mut Option<Draft>, reader: &mut Reader<'_>) {
    let Some(draft) = card.take() else { return };
    // A card without anybody, a day or a measure is the reply to a finding, before the card of its action.
    if draft.has_fields() {
        reader.action(draft);
    } else {
        reader.passage(&draft.text, PassageKind::Prose, &draft.location);
    }
}
