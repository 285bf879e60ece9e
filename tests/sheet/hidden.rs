//! What is hidden on a sheet does not count, and what is merged with it shows where it still can.

use crate::book::{Book, cell, row, rows};
use crate::{grid, tables};

const TWO: &[&[&str]] = &[&["Action", "Lead"], &["Tar the hull", "Boatswain"]];

#[test]
fn hidden_sheets_leave_no_trace() {
    let book = Book::plan(&rows(TWO))
        .sheet("Old", &rows(TWO))
        .state("hidden")
        .sheet("Lists", &rows(TWO))
        .state("veryHidden");
    let document = book.read();
    assert_eq!(crate::support::texts(&document), ["Plan"]);
    assert_eq!(tables(&document).len(), 1);
}

#[test]
fn a_hidden_sheet_may_be_as_large_as_it_likes() {
    let huge = "<row/>".repeat(1_000_001);
    assert!(Book::plan(&rows(TWO)).sheet("Data", &huge).state("hidden").try_read().is_ok());
}

#[test]
fn blank_sheets_are_skipped() {
    let blank = rows(&[&[" ", "\u{a0}"]]);
    let document = Book::plan(&blank).sheet("Empty", "").sheet("Last", &rows(&[&["Words"]])).read();
    assert_eq!(crate::support::texts(&document), ["Last", "Words"]);
}

#[test]
fn hidden_and_flat_rows_are_left_out() {
    let line = |number: u32, how: &str, text: &str| {
        row(number, how, &(cell(&format!("A{number}"), text) + &cell(&format!("B{number}"), "x")))
    };
    let book = Book::plan(
        &(line(1, "", "First")
            + &line(2, "hidden=\"1\"", "Filtered")
            + &line(3, "ht=\"0\" customHeight=\"1\"", "Flat")
            + &line(4, "outlineLevel=\"1\" hidden=\"true\"", "Folded")
            + &line(5, "", "Last")),
    );
    let document = book.read();
    assert_eq!(grid(tables(&document)[0]), [["First", "x"], ["Last", "x"]]);
    assert_eq!(tables(&document)[0].rows[1].number, 5);
}

#[test]
fn hidden_and_narrow_columns_are_left_out() {
    let book = Book::plan(&rows(&[&["A", "B", "C", "D"], &["a", "b", "c", "d"]]))
        .before("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"4\" width=\"0\" customWidth=\"1\"/></cols>");
    let document = book.read();
    let table = tables(&document)[0];
    assert_eq!(grid(table), [["A", "C"], ["a", "c"]]);
    assert_eq!((table.columns, table.rows[0].cells[1].column), (2, 1));
    assert_eq!(table.rows[0].cells[1].location.column, Some(3));
}

#[test]
fn a_merged_cell_whose_first_row_is_hidden_shows_in_the_next() {
    let first = row(2, "hidden=\"1\"", &(cell("A2", "Theme") + &cell("B2", "One")));
    let book = Book::plan(
        &(row(1, "", &(cell("A1", "Finding") + &cell("B1", "Action")))
            + &first
            + &row(3, "", &cell("B3", "Two"))
            + &row(4, "", &cell("B4", "Three"))),
    )
    .merge(&["A2:A4"]);
    let document = book.read();
    let expected: [&[&str]; 3] = [&["Finding", "Action"], &["Theme [1x2]", "Two"], &["Three"]];
    assert_eq!(grid(tables(&document)[0]), expected);
}

#[test]
fn what_a_merged_cell_covers_is_not_shown() {
    let book = Book::plan(&rows(&[&["Theme", "unseen"], &["unseen", "unseen"], &["Action", "Lead"]]))
        .merge(&["A1:B2"]);
    let document = book.read();
    assert_eq!(document.blocks[1].text, "Theme");
    assert_eq!(document.texts().len(), 4);
}
