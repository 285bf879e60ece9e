//! What a letter asks as CSV (RFC 4180), a row an item, for a spreadsheet.

use super::called;
use crate::letter::{Item, Letter};
use crate::report::cell::cell;

const COLUMNS: [&str; 7] = ["number", "kind", "heading", "text", "responsible", "page", "place"];

/// Returns a row for every item and then for every candidate, below a row of names.
pub fn csv(letter: &Letter) -> String {
    let mut out = COLUMNS.join(",") + "\r\n";
    for item in letter.items.iter().chain(&letter.candidates) {
        let cells = cells(item).map(|text| cell(&text));
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn cells(item: &Item) -> [String; 7] {
    [
        item.order.to_string(),
        called(item.kind).to_owned(),
        item.heading.clone(),
        item.text.clone(),
        item.responsible.join("; "),
        item.location.page.map(|page| page.to_string()).unwrap_or_default(),
        item.location.text.clone(),
    ]
}
