//! Rows told by rules across, by shading, or by white space alone.

use crate::drawn;
use crate::drawn::Sheet;

const COLUMNS: [f32; 4] = [50.0, 100.0, 420.0, 560.0];
const ROWS: [[&str; 4]; 4] = [
    ["1", "Paint each buoy", "Harbour lead", "May 2021"],
    ["2", "Count the boats at night", "Mate", "June 2021"],
    ["3", "Ring the bell in fog", "Keeper", "Ongoing"],
    ["4", "Read the tide book", "Harbour lead", "31/03/22"],
];

/// Writes the header and four rows, the action of each over two lines, `pitch` apart.
fn plan(sheet: &mut Sheet, pitch: f32) {
    sheet.heads(&COLUMNS, 114.0, &["Ref", "Action", "Lead", "By when"]);
    for (at, row) in ROWS.iter().enumerate() {
        let y = 114.0 + pitch * (at + 1) as f32;
        sheet.row(&COLUMNS, y, row).text(104.0, y + 12.0, "and note it in the log");
    }
}

#[test]
fn rules_across_part_rows_and_white_space_parts_columns() {
    let mut sheet = Sheet::new();
    plan(&mut sheet, 36.0);
    for at in 0..5 {
        sheet.line((50.0, 100.0 + 36.0 * at as f32), (680.0, 100.0 + 36.0 * at as f32));
    }
    sheet.line((50.0, 280.0), (680.0, 280.0));
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | By when
    1 | Paint each buoy and note it in the log | Harbour lead | May 2021
    2 | Count the boats at night and note it in the log | Mate | June 2021
    3 | Ring the bell in fog and note it in the log | Keeper | Ongoing
    4 | Read the tide book and note it in the log | Harbour lead | 31/03/22
    ");
}

#[test]
fn a_header_may_stand_over_the_first_rule() {
    let mut sheet = Sheet::new();
    plan(&mut sheet, 36.0);
    for at in 1..6 {
        sheet.line((50.0, 100.0 + 36.0 * at as f32), (680.0, 100.0 + 36.0 * at as f32));
    }
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | By when
    1 | Paint each buoy and note it in the log | Harbour lead | May 2021
    2 | Count the boats at night and note it in the log | Mate | June 2021
    3 | Ring the bell in fog and note it in the log | Keeper | Ongoing
    4 | Read the tide book and note it in the log | Harbour lead | 31/03/22
    ");
}

#[test]
fn rules_around_the_header_and_at_the_foot_leave_rows_to_the_text() {
    let mut sheet = Sheet::new();
    plan(&mut sheet, 30.0);
    for y in [100.0, 122.0, 260.0] {
        sheet.line((50.0, y), (680.0, y));
    }
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | By when
    1 | Paint each buoy and note it in the log | Harbour lead | May 2021
    2 | Count the boats at night and note it in the log | Mate | June 2021
    3 | Ring the bell in fog and note it in the log | Keeper | Ongoing
    4 | Read the tide book and note it in the log | Harbour lead | 31/03/22
    ");
}

#[test]
fn shaded_header_cells_tell_the_columns_of_what_is_below() {
    let mut sheet = Sheet::new();
    for pair in [50.0, 100.0, 420.0, 560.0, 680.0].windows(2) {
        sheet.shade(pair[0], 100.0, pair[1], 120.0);
    }
    plan(&mut sheet, 30.0);
    sheet.text(
        50.0,
        300.0,
        "After the plan comes a paragraph that runs over the whole of the page from side to side.",
    );
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | By when
    1 | Paint each buoy and note it in the log | Harbour lead | May 2021
    2 | Count the boats at night and note it in the log | Mate | June 2021
    3 | Ring the bell in fog and note it in the log | Keeper | Ongoing
    4 | Read the tide book and note it in the log | Harbour lead | 31/03/22
    ");
}

#[test]
fn every_other_row_shaded_makes_rows_of_all() {
    let mut sheet = Sheet::new();
    for at in [0.0, 2.0, 4.0] {
        sheet.shade(50.0, 100.0 + 36.0 * at, 680.0, 136.0 + 36.0 * at);
    }
    plan(&mut sheet, 36.0);
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | By when
    1 | Paint each buoy and note it in the log | Harbour lead | May 2021
    2 | Count the boats at night and note it in the log | Mate | June 2021
    3 | Ring the bell in fog and note it in the log | Keeper | Ongoing
    4 | Read the tide book and note it in the log | Harbour lead | 31/03/22
    ");
}

#[test]
fn white_space_alone_tells_rows_set_apart() {
    let mut sheet = Sheet::new();
    plan(&mut sheet, 32.0);
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | By when
    1 | Paint each buoy and note it in the log | Harbour lead | May 2021
    2 | Count the boats at night and note it in the log | Mate | June 2021
    3 | Ring the bell in fog and note it in the log | Keeper | Ongoing
    4 | Read the tide book and note it in the log | Harbour lead | 31/03/22
    ");
}

#[test]
fn white_space_alone_tells_rows_set_tight_by_the_columns_that_begin_together() {
    let mut sheet = Sheet::new();
    plan(&mut sheet, 24.0);
    insta::assert_snapshot!(drawn(&[sheet]), @"
    4 columns
    # Ref | Action | Lead | By when
    1 | Paint each buoy and note it in the log | Harbour lead | May 2021
    2 | Count the boats at night and note it in the log | Mate | June 2021
    3 | Ring the bell in fog and note it in the log | Keeper | Ongoing
    4 | Read the tide book and note it in the log | Harbour lead | 31/03/22
    ");
}
