//! What looks like a table and is none.

use crate::drawn::Sheet;
use crate::{read, tables};

const SENTENCE: &str = "The harbour board meets each month and reads what the keepers wrote in the log";

/// Tells whether a page has no table and all of its text is still there.
fn is_prose(sheet: &Sheet, words: &str) -> bool {
    let document = read(std::slice::from_ref(sheet));
    let text = document.texts().join(" ");
    tables(&document).is_empty() && words.split(' ').all(|word| text.contains(word))
}

#[test]
fn a_box_round_a_paragraph_is_prose() {
    let mut sheet = Sheet::new();
    sheet.frame(50.0, 90.0, 600.0, 160.0).lines(60.0, 114.0, &[SENTENCE, SENTENCE]);
    assert!(is_prose(&sheet, SENTENCE));
}

#[test]
fn one_row_of_cells_is_prose() {
    let mut sheet = Sheet::new();
    sheet.grid(&[50.0, 150.0, 250.0], &[100.0, 120.0]).row(&[50.0, 150.0], 114.0, &["On track", "Late"]);
    assert!(is_prose(&sheet, "On track Late"));
}

#[test]
fn rules_under_headings_are_no_rows() {
    let mut sheet = Sheet::new();
    for at in 0..3 {
        let y = 100.0 + 80.0 * at as f32;
        sheet.bold(50.0, y, "Keeping the light").line((50.0, y + 4.0), (780.0, y + 4.0));
        sheet.lines(50.0, y + 24.0, &[SENTENCE, SENTENCE, SENTENCE]);
    }
    assert!(is_prose(&sheet, SENTENCE));
}

#[test]
fn prose_in_two_columns_is_prose() {
    let mut sheet = Sheet::new();
    for at in 0..20 {
        let y = 100.0 + 12.0 * at as f32;
        sheet.text(50.0, y, SENTENCE).text(440.0, y, SENTENCE);
    }
    assert!(is_prose(&sheet, SENTENCE));
}

#[test]
fn a_list_with_hanging_marks_is_prose() {
    let mut sheet = Sheet::new();
    sheet.bold(50.0, 90.0, "No").bold(80.0, 90.0, "Promise");
    for at in 0..6 {
        let y = 110.0 + 26.0 * at as f32;
        sheet.text(50.0, y, &format!("{}.", at + 1)).lines(80.0, y, &[SENTENCE, "and acts on it"]);
    }
    assert!(is_prose(&sheet, SENTENCE));
}

#[test]
fn a_list_of_contents_is_no_table() {
    let mut sheet = Sheet::new();
    for (at, title) in ["Light", "Boats", "Bells", "Tides", "Buoys"].iter().enumerate() {
        let y = 110.0 + 16.0 * at as f32;
        sheet.bold(50.0, y, title).bold(500.0, y, &format!("{}", at + 2));
    }
    assert!(tables(&read(&[sheet])).is_empty());
}

#[test]
fn an_address_beside_a_reference_is_no_table() {
    let mut sheet = Sheet::new();
    sheet.lines(50.0, 100.0, &["Harbour House", "Quay Street", "Tidetown"]);
    sheet.lines(500.0, 100.0, &["Our ref: HB/12", "12 May 2021", "board@example.org"]);
    assert!(is_prose(&sheet, "Harbour House Tidetown 12 May 2021"));
}

#[test]
fn a_chart_with_its_frame_and_lines_is_no_table() {
    let mut sheet = Sheet::new();
    sheet.frame(100.0, 100.0, 500.0, 300.0);
    for at in 1..5 {
        let y = 100.0 + 40.0 * at as f32;
        sheet.line((100.0, y), (500.0, y)).text(80.0, y, &format!("{}", 50 - 10 * at));
        sheet.shade(60.0 + 80.0 * at as f32, y, 90.0 + 80.0 * at as f32, 300.0);
        sheet.text(60.0 + 80.0 * at as f32, 315.0, "May");
    }
    assert!(tables(&read(&[sheet])).is_empty());
}
