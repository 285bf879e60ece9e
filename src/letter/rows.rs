//! The rows of a table that asks: what each asks, and who must act.

use super::Scene;
use super::model::Item;
use super::names;
use super::pieces::{begins_small, is_ended};
use crate::document::{Cell, Location, Row, Table};
use crate::pack::LetterSignOf;

/// A row that asks something.
#[derive(Debug)]
pub(super) struct Asked<'d> {
    /// What it asks.
    pub(super) text: String,
    /// Who must act, as the row says it.
    pub(super) responsible: String,
    /// Where what it asks stands.
    pub(super) location: Option<&'d Location>,
    /// Whether it is the rest of the row above, cut where a page ends.
    pub(super) continues: bool,
}

impl Asked<'_> {
    /// Joins the rest of a row to the item that its beginning gave.
    pub(super) fn join(&self, item: &mut Item) {
        if !self.text.is_empty() {
            item.text.push(' ');
            item.text.push_str(&self.text);
        }
        if !self.responsible.is_empty() {
            match item.responsible.last_mut() {
                Some(last) => {
                    last.push(' ');
                    last.push_str(&self.responsible);
                }
                None => item.responsible.push(self.responsible.clone()),
            }
        }
    }
}

/// Returns the rows of `table` that ask something.
pub(super) fn of<'d>(table: &'d Table, scene: Scene<'_>) -> Vec<Asked<'d>> {
    let heads = table.rows.iter().find(|row| is_head(row, scene));
    let who = heads.and_then(|row| {
        let says = |cell: &&Cell| scene.shows(LetterSignOf::ResponsibleColumn, &cell.text());
        row.cells.iter().find(says).map(|cell| cell.column)
    });
    // Without a heading that tells, whoever must act stands before what is asked.
    let who = who.or((table.columns > 1).then_some(0));
    table
        .rows
        .iter()
        .filter(|row| !is_head(row, scene))
        .filter_map(|row| {
            let asks = |cell: &&Cell| Some(cell.column) != who;
            let text: Vec<String> = row.cells.iter().filter(asks).map(Cell::text).collect();
            let text = text.join("\n").trim().to_owned();
            let responsible = row.cells.iter().find(|cell| !asks(cell)).map(Cell::text).unwrap_or_default();
            let responsible = responsible.replace('\n', " ");
            let location = row.cells.iter().find(asks).map(|cell| &cell.location);
            let continues = text.is_empty() || begins_small(&text);
            (!text.is_empty() || !responsible.is_empty()).then_some(Asked {
                text,
                responsible,
                location,
                continues,
            })
        })
        .collect()
}

/// Whether a row names the columns.
fn is_head(row: &Row, scene: Scene<'_>) -> bool {
    let short = |cell: &Cell| !is_ended(&cell.text());
    row.cells.iter().all(short)
        && row.cells.iter().any(|cell| {
            scene.shows(LetterSignOf::ResponsibleColumn, &cell.text())
                || names::is_heading(&cell.text(), scene)
        })
}
