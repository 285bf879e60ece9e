//! Layout: which cells are lines, which are one table, and where each stands.

use crate::book::{Book, row, rows, styled};
use crate::support::outline;
use crate::{grid, tables};

fn sizes(book: &Book) -> Vec<(usize, usize)> {
    tables(&book.read()).iter().map(|table| (table.rows.len(), table.columns)).collect()
}

#[test]
fn a_sheet_is_its_name_its_lines_and_its_table() {
    let book = Book::plan(&rows(&[
        &["Harbour plan"],
        &["Updated in May"],
        &[],
        &["", "Action", "Lead"],
        &["", "Tar the hull", ""],
    ]));
    insta::assert_snapshot!(outline(&book.read()), @r#"
    h1: Plan [sheet "Plan"]
    p: Harbour plan [sheet "Plan", row 1]
    p: Updated in May [sheet "Plan", row 2]
    table 1 of 2 columns
      row 4
        at 0, 1 x 1
          p: Action [sheet "Plan", row 4, column 2]
        at 1, 1 x 1
          p: Lead [sheet "Plan", row 4, column 3]
      row 5
        at 0, 1 x 1
          p: Tar the hull [sheet "Plan", row 5, column 2]
        at 1, 1 x 1
    "#);
}

#[test]
fn a_location_names_file_sheet_table_row_and_column() {
    let document = Book::plan(&rows(&[&[], &["Action", "Lead"], &["Tar the hull", "Boatswain"]])).read();
    let location = &tables(&document)[0].rows[1].cells[1].location;
    assert_eq!(location.file, "plan.xlsx");
    assert_eq!(location.sheet.as_deref(), Some("Plan"));
    assert_eq!(location.headings, ["Plan"]);
    assert_eq!((location.table, location.row, location.column), (Some(1), Some(3), Some(2)));
    assert_eq!(document.blocks[0].location.headings, [""; 0]);
}

#[test]
fn merged_cells_span_rows_and_columns_once() {
    let book = Book::plan(&rows(&[
        &["Finding", "Action", "Lead"],
        &["Boats leak"],
        &["Leaks", "Tar the hull", "Boatswain"],
        &["", "Caulk the seams", "Purser"],
    ]))
    .merge(&["A2:C2", "A3:A4"]);
    let document = book.read();
    let expected: [&[&str]; 4] = [
        &["Finding", "Action", "Lead"],
        &["Boats leak [3x1]"],
        &["Leaks [1x2]", "Tar the hull", "Boatswain"],
        &["Caulk the seams", "Purser"],
    ];
    assert_eq!(grid(tables(&document)[0]), expected);
}

#[test]
fn an_empty_row_inside_a_plan_parts_nothing() {
    let long = "Tar the hull of every boat in the yard before the winter sets in";
    let book = Book::plan(&rows(&[
        &["Finding", "Action", "Lead"],
        &["Boats leak", long, "Boatswain"],
        &[],
        &["Theme two"],
        &["Oars break", long, "Purser"],
    ]));
    assert_eq!(sizes(&book), [(4, 3)]);
}

#[test]
fn tables_with_headings_of_their_own_are_parted_and_take_their_titles_along() {
    let long = "Tar the hull of every boat in the yard before the winter sets in";
    let book = Book::plan(&rows(&[
        &["Action", "Lead", "Due"],
        &[long, "Boatswain", "May"],
        &[],
        &["Risks"],
        &["Risk", "Likelihood", "Control"],
        &["The yard may flood in the spring as it did two years ago", "3", "4"],
    ]));
    assert_eq!(sizes(&book), [(2, 3), (2, 3)]);
    assert_eq!(crate::support::texts(&book.read()), ["Plan", "Risks"]);
}

#[test]
fn headings_in_bold_tell_where_the_next_table_begins() {
    let line = |number: u32, style: usize, texts: [&str; 2]| {
        let cells =
            styled(&format!("A{number}"), style, texts[0]) + &styled(&format!("B{number}"), style, texts[1]);
        row(number, "", &cells)
    };
    let plain = line(1, 1, ["Action", "Lead"])
        + &line(2, 0, ["Tar", "Purser"])
        + &line(4, 0, ["Mend", "Purser the elder"]);
    let bold = plain
        .replace("<c s=\"0\" r=\"A4\"", "<c s=\"1\" r=\"A4\"")
        .replace("<c s=\"0\" r=\"B4\"", "<c s=\"1\" r=\"B4\"");
    assert_eq!(sizes(&Book::plan(&plain).styles(&[("", "<b/>")])), [(3, 2)]);
    assert_eq!(sizes(&Book::plan(&bold).styles(&[("", "<b/>")])), [(2, 2), (1, 2)]);
}

#[test]
fn a_legend_beside_the_plan_is_a_table_of_its_own() {
    let book = Book::plan(&rows(&[
        &["Action", "Lead", "", "R", "Late"],
        &["Tar", "Purser", "", "G", "Fine"],
        &["Mend", "Purser"],
        &["Caulk", "Purser"],
        &["Paint", "Purser"],
    ]));
    assert_eq!(sizes(&book), [(5, 2), (2, 2)]);
}

#[test]
fn an_empty_column_inside_a_plan_parts_nothing() {
    let book = Book::plan(&rows(&[
        &["Ref", "", "Action", "Lead"],
        &["1", "", "Tar", "Purser"],
        &["2", "", "Mend", "Purser"],
    ]));
    assert_eq!(sizes(&book), [(3, 3)]);
}

#[test]
fn prose_on_a_sheet_is_paragraphs() {
    let document = Book::plan(&rows(&[&["Why we write"], &["Boats leak."], &[], &["Oars break."]])).read();
    assert_eq!(crate::support::texts(&document), ["Plan", "Why we write", "Boats leak.", "Oars break."]);
}

#[test]
fn the_tabs_give_the_order() {
    let book = Book::plan(&rows(&[&["One"]])).sheet("Second", &rows(&[&["Two"]]));
    assert_eq!(crate::support::texts(&book.read()), ["Plan", "One", "Second", "Two"]);
}
