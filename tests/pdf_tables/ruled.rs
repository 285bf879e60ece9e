//! Cells enclosed by ruling lines.

use crate::drawn;
use crate::drawn::Sheet;

const COLUMNS: [f32; 5] = [50.0, 150.0, 450.0, 600.0, 700.0];

#[test]
fn a_finding_merged_down_over_actions_is_one_cell() {
    let mut sheet = Sheet::new();
    let rows = [100.0, 120.0, 160.0, 200.0];
    sheet.grid(&COLUMNS[1..], &rows).frame(50.0, 100.0, 150.0, 120.0).frame(50.0, 120.0, 150.0, 200.0);
    sheet.heads(&COLUMNS, 114.0, &["Finding", "Action", "Lead", "When"]);
    sheet.row(&COLUMNS, 134.0, &["Lamps go out", "Buy oil in spring", "Keeper", "May 2021"]);
    sheet.row(&COLUMNS[1..], 174.0, &["Trim each wick", "Mate", "June 2021"]);
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Finding | Action | Lead | When
    Lamps go out (1x2) | Buy oil in spring | Keeper | May 2021
    Trim each wick | Mate | June 2021
    ");
}

#[test]
fn borders_drawn_cell_by_cell_and_twice_make_one_grid() {
    let mut sheet = Sheet::new();
    for (row, texts) in
        [["Ref", "Action"], ["1", "Paint the buoys"], ["2", "Count the boats"]].iter().enumerate()
    {
        let top = 100.0 + 20.4 * row as f32;
        // Each cell is a hair apart from the next, and its frame is doubled.
        sheet.frame(50.0, top, 99.6, top + 20.0).frame(100.0, top, 400.0, top + 20.0);
        sheet.frame(51.2, top + 1.2, 98.4, top + 18.8);
        sheet.row(&[54.0, 104.0], top + 14.0, texts);
    }
    insta::assert_snapshot!(drawn(&[sheet]), @"
    2 columns
    Ref | Action
    1 | Paint the buoys
    2 | Count the boats
    ");
}

#[test]
fn a_table_without_outer_lines_keeps_its_outer_columns() {
    let mut sheet = Sheet::new();
    for y in [120.0, 140.0, 160.0] {
        sheet.line((50.0, y), (700.0, y));
    }
    for x in [150.0, 450.0, 600.0] {
        sheet.line((x, 100.0), (x, 180.0));
    }
    sheet.heads(&COLUMNS, 114.0, &["Ref", "Action", "Lead", "When"]);
    for (at, y) in [134.0, 154.0, 174.0].into_iter().enumerate() {
        sheet.row(&COLUMNS, y, &[&format!("{}", at + 1), "Walk the pier", "Mate", "Weekly"]);
    }
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | When
    1 | Walk the pier | Mate | Weekly
    2 | Walk the pier | Mate | Weekly
    3 | Walk the pier | Mate | Weekly
    ");
}

#[test]
fn a_sub_heading_runs_across_all_columns() {
    let mut sheet = Sheet::new();
    sheet
        .grid(&COLUMNS, &[100.0, 120.0])
        .grid(&[50.0, 700.0], &[120.0, 140.0])
        .grid(&COLUMNS, &[140.0, 160.0]);
    sheet.heads(&COLUMNS, 114.0, &["Ref", "Action", "Lead", "When"]);
    sheet.bold(54.0, 134.0, "Theme one: the light");
    sheet.row(&COLUMNS, 154.0, &["1", "Walk the pier", "Mate", "Weekly"]);
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | When
    Theme one: the light (4x1)
    1 | Walk the pier | Mate | Weekly
    ");
}

#[test]
fn a_word_that_sticks_out_belongs_to_the_cell_of_its_middle() {
    let mut sheet = Sheet::new();
    sheet.grid(&[50.0, 110.0, 300.0], &[100.0, 120.0, 140.0]);
    sheet.text(54.0, 114.0, "Unpunctuality").text(130.0, 114.0, "Ring twice");
    sheet.text(54.0, 134.0, "Fog").text(114.0, 134.0, "Sound the horn");
    insta::assert_snapshot!(drawn(&[sheet]), @"
    2 columns
    Unpunctuality | Ring twice
    Fog | Sound the horn
    ");
}

#[test]
fn text_that_runs_up_the_page_is_read_as_words() {
    let mut sheet = Sheet::new();
    sheet.grid(&[80.0, 300.0, 400.0], &[100.0, 140.0, 180.0]).frame(50.0, 100.0, 80.0, 180.0);
    sheet.upwards(68.0, 170.0, "Night watch");
    sheet.row(&[80.0, 300.0], 114.0, &["Walk the pier", "Mate"]).row(
        &[80.0, 300.0],
        154.0,
        &["Ring the bell", "Keeper"],
    );
    insta::assert_snapshot!(drawn(&[sheet]), @"
    3 columns
    Night watch (1x2) | Walk the pier | Mate
    Ring the bell | Keeper
    ");
}

#[test]
fn a_table_inside_a_cell_stays_in_that_cell() {
    let mut sheet = Sheet::new();
    sheet.grid(&[50.0, 200.0, 700.0], &[100.0, 120.0, 240.0]);
    sheet.heads(&[50.0, 200.0], 114.0, &["Finding", "Response"]);
    sheet.text(54.0, 134.0, "Lamps go out").text(204.0, 134.0, "We answer so:");
    sheet.grid(&[220.0, 400.0, 600.0], &[150.0, 170.0, 190.0]);
    sheet.row(&[220.0, 400.0], 164.0, &["Buy oil", "Keeper"]).row(
        &[220.0, 400.0],
        184.0,
        &["Trim wicks", "Mate"],
    );
    sheet.text(204.0, 220.0, "and tell the board.");
    insta::assert_snapshot!(drawn(&[sheet]), @"
    2 columns
    # Finding | Response
    Lamps go out | We answer so: / Buy oil / Keeper / Trim wicks / Mate / and tell the board.
    ");
}

#[test]
fn columns_ruled_without_rows_are_split_where_rows_begin() {
    let mut sheet = Sheet::new();
    sheet.grid(&COLUMNS, &[100.0, 120.0, 300.0]);
    sheet.heads(&COLUMNS, 114.0, &["Ref", "Action", "Lead", "When"]);
    for at in 0..5 {
        let y = 134.0 + 32.0 * at as f32;
        sheet.row(&COLUMNS, y, &[&format!("{}", at + 1), "Walk the whole pier", "Mate", "May 2021"]);
        sheet.text(154.0, y + 12.0, "and back again");
    }
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | When
    1 | Walk the whole pier and back again | Mate | May 2021
    2 | Walk the whole pier and back again | Mate | May 2021
    3 | Walk the whole pier and back again | Mate | May 2021
    4 | Walk the whole pier and back again | Mate | May 2021
    5 | Walk the whole pier and back again | Mate | May 2021
    ");
}

#[test]
fn a_table_that_fills_a_cell_from_side_to_side_stays_in_that_cell() {
    let mut sheet = Sheet::new();
    sheet.grid(&[50.0, 200.0, 700.0], &[100.0, 120.0, 220.0, 320.0]);
    sheet.heads(&[50.0, 200.0], 114.0, &["Finding", "Response"]);
    for (top, finding) in [(120.0, "Lamps go out"), (220.0, "Fog is missed")] {
        sheet.grid(&[200.0, 400.0, 700.0], &[top + 20.0, top + 40.0, top + 60.0]);
        sheet.row(&[50.0, 200.0], top + 14.0, &[finding, "We answer so:"]);
        sheet.row(&[200.0, 400.0], top + 34.0, &["Buy oil", "Keeper"]);
        sheet.row(&[200.0, 400.0], top + 54.0, &["Trim wicks", "Mate"]);
    }
    insta::assert_snapshot!(drawn(&[sheet]), @r"
    2 columns
    # Finding | Response
    Lamps go out | We answer so: / Buy oil / Keeper / Trim wicks / Mate
    Fog is missed | We answer so: / Buy oil / Keeper / Trim wicks / Mate
    ");
}

#[test]
fn a_header_over_two_columns_does_not_make_tables_of_them() {
    let mut sheet = Sheet::new();
    sheet.grid(&[50.0, 200.0, 700.0], &[100.0, 120.0]).grid(&[50.0, 200.0], &[120.0, 140.0, 180.0]);
    sheet.grid(&[200.0, 400.0, 700.0], &[120.0, 140.0, 160.0, 180.0]);
    sheet.heads(&[50.0, 200.0], 114.0, &["Finding", "Response"]).heads(
        &[200.0, 400.0],
        134.0,
        &["Action", "Lead"],
    );
    sheet.row(&[50.0, 200.0, 400.0], 154.0, &["Lamps go out", "Buy oil", "Keeper"]);
    sheet.row(&[200.0, 400.0], 174.0, &["Trim wicks", "Mate"]);
    insta::assert_snapshot!(drawn(&[sheet]), @r"
    3 columns
    # Finding | Response (2x1)
    - | Action | Lead
    Lamps go out (1x2) | Buy oil | Keeper
    Trim wicks | Mate
    ");
}
