//! Tables that go on over pages.

use crate::drawn;
use crate::drawn::Sheet;

const COLUMNS: [f32; 5] = [50.0, 100.0, 300.0, 600.0, 700.0];
const HEADS: [&str; 4] = ["Ref", "Finding", "Action", "Lead"];

/// Makes a page with its running head and foot and the header row of the table, ruled down to `bottom`.
fn page(number: usize, rows: &[f32]) -> Sheet {
    let mut sheet = Sheet::new();
    sheet.text(50.0, 30.0, "Harbour plan, second draft").text(50.0, 580.0, &format!("Page {number} of 2"));
    sheet.grid(&COLUMNS, rows).heads(&COLUMNS, rows[0] + 14.0, &HEADS);
    sheet
}

#[test]
fn a_header_repeated_on_the_next_page_is_said_once() {
    let mut first = page(1, &[480.0, 500.0, 520.0]);
    first.row(&COLUMNS, 514.0, &["1", "Lamps go out", "Buy oil", "Keeper"]);
    let mut second = page(2, &[60.0, 80.0, 100.0]);
    second.row(&COLUMNS, 94.0, &["2", "Fog is missed", "Ring the bell", "Mate"]);
    insta::assert_snapshot!(drawn(&[first, second]), @"
    4 columns
    # Ref | Finding | Action | Lead
    1 | Lamps go out | Buy oil | Keeper
    2 | Fog is missed | Ring the bell | Mate
    ");
}

#[test]
fn a_row_whose_sentence_goes_on_over_the_page_is_one_row() {
    let mut first = page(1, &[480.0, 500.0, 530.0]);
    first.row(&COLUMNS, 514.0, &["1", "Lamps go out", "Buy oil in spring and in", "Keeper"]);
    first.text(304.0, 526.0, "autumn, and tell the board");
    let mut second = page(2, &[60.0, 80.0, 100.0, 120.0]);
    second.text(304.0, 94.0, "what it cost.");
    second.row(&COLUMNS, 114.0, &["2", "Fog is missed", "Ring the bell", "Mate"]);
    insta::assert_snapshot!(drawn(&[first, second]), @"
    4 columns
    # Ref | Finding | Action | Lead
    1 | Lamps go out | Buy oil in spring and in autumn, and tell the board what it cost. | Keeper
    2 | Fog is missed | Ring the bell | Mate
    ");
}

#[test]
fn a_finding_merged_down_goes_on_over_the_page() {
    let mut first = page(1, &[480.0, 500.0]);
    first.frame(100.0, 500.0, 300.0, 540.0).grid(&[50.0, 100.0], &[500.0, 520.0, 540.0]);
    first.grid(&COLUMNS[2..], &[500.0, 520.0, 540.0]);
    first.row(&COLUMNS, 514.0, &["1", "Lamps go out.", "Buy oil", "Keeper"]);
    first.row(&COLUMNS, 534.0, &["2", "", "Trim wicks", "Mate"]);
    let mut second = page(2, &[60.0, 80.0, 100.0, 120.0]);
    second.row(&COLUMNS, 94.0, &["3", "", "Count the lamps", "Mate"]);
    second.row(&COLUMNS, 114.0, &["4", "Fog is missed", "Ring the bell", "Mate"]);
    insta::assert_snapshot!(drawn(&[first, second]), @"
    4 columns
    # Ref | Finding | Action | Lead
    1 | Lamps go out. (1x3) | Buy oil | Keeper
    2 | Trim wicks | Mate
    3 | Count the lamps | Mate
    4 | Fog is missed | Ring the bell | Mate
    ");
}

#[test]
fn rows_whole_on_their_pages_stay_apart_even_of_one_line() {
    let mut first = page(1, &[480.0, 500.0, 520.0]);
    first.row(&COLUMNS, 514.0, &["1", "Lamps go out", "Buy oil", "Keeper"]);
    let mut second = Sheet::new();
    second.text(50.0, 30.0, "Harbour plan, second draft").text(50.0, 580.0, "Page 2 of 2");
    second.grid(&COLUMNS, &[60.0, 80.0, 100.0]);
    second.row(&COLUMNS, 74.0, &["2", "Fog is missed", "Ring the bell", "Mate"]);
    second.row(&COLUMNS, 94.0, &["3", "Boats drift", "Check each rope", "Mate"]);
    insta::assert_snapshot!(drawn(&[first, second]), @"
    4 columns
    # Ref | Finding | Action | Lead
    1 | Lamps go out | Buy oil | Keeper
    2 | Fog is missed | Ring the bell | Mate
    3 | Boats drift | Check each rope | Mate
    ");
}

#[test]
fn a_heading_between_them_makes_two_tables() {
    let mut first = page(1, &[480.0, 500.0, 520.0]);
    first.row(&COLUMNS, 514.0, &["1", "Lamps go out", "Buy oil", "Keeper"]);
    let mut second = page(2, &[100.0, 120.0, 140.0]);
    second.bold(50.0, 80.0, "Theme two: the bell");
    second.row(&COLUMNS, 134.0, &["2", "Fog is missed", "Ring the bell", "Mate"]);
    insta::assert_snapshot!(drawn(&[first, second]), @"
    4 columns
    # Ref | Finding | Action | Lead
    1 | Lamps go out | Buy oil | Keeper
    4 columns
    # Ref | Finding | Action | Lead
    2 | Fog is missed | Ring the bell | Mate
    ");
}

#[test]
fn other_columns_make_another_table() {
    let mut first = page(1, &[480.0, 500.0, 520.0]);
    first.row(&COLUMNS, 514.0, &["1", "Lamps go out", "Buy oil", "Keeper"]);
    let mut second = Sheet::new();
    second.grid(&[50.0, 250.0, 450.0, 700.0], &[60.0, 80.0, 100.0]);
    second.heads(&[50.0, 250.0, 450.0], 74.0, &["Risk", "Chance", "Answer"]);
    second.row(&[50.0, 250.0, 450.0], 94.0, &["Storm", "High", "Double ropes"]);
    insta::assert_snapshot!(drawn(&[first, second]), @"
    4 columns
    # Ref | Finding | Action | Lead
    1 | Lamps go out | Buy oil | Keeper
    3 columns
    # Risk | Chance | Answer
    Storm | High | Double ropes
    ");
}

#[test]
fn borders_with_shading_set_within_them_agree_with_those_of_the_next_page() {
    let columns = [50.0, 300.0, 700.0];
    let mut first = Sheet::new();
    // The shading of the header begins a little to the right of each border, and ends a little before the next.
    first.shade(55.5, 480.0, 294.5, 500.0).shade(305.5, 480.0, 694.5, 500.0);
    first.grid(&columns, &[480.0, 500.0, 530.0]).heads(&columns, 494.0, &["Body", "Action"]);
    first.row(&columns, 514.0, &["Port board", "Buy oil in spring and in"]);
    first.text(304.0, 526.0, "autumn, and tell the board");
    let mut second = Sheet::new();
    second.grid(&columns, &[60.0, 80.0, 100.0]);
    second.text(304.0, 74.0, "what it cost.").row(&columns, 94.0, &["Pilots", "Ring the bell"]);
    insta::assert_snapshot!(drawn(&[first, second]), @"
    2 columns
    # Body | Action
    Port board | Buy oil in spring and in autumn, and tell the board what it cost.
    Pilots | Ring the bell
    ");
}
