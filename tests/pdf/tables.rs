//! Tables in the flow of a document.

use crate::builder::{Pdf, bold, grid, text};
use crate::support::outline;

#[test]
fn a_ruled_table_stands_where_it_is_seen() {
    let content = text(72.0, 80.0, "Before the table.")
        + &grid(&[72.0, 200.0, 360.0, 520.0], &[100.0, 120.0, 160.0, 200.0])
        + &bold(76.0, 114.0, "Action")
        + &bold(204.0, 114.0, "Lead")
        + &bold(364.0, 114.0, "By when")
        + &text(76.0, 134.0, "Train all staff who")
        + &text(76.0, 147.0, "take calls")
        + &text(204.0, 134.0, "Head of Learning")
        + &text(364.0, 134.0, "May 2031")
        + &text(76.0, 174.0, "Look at ten cases")
        + &text(204.0, 174.0, "Quality Lead")
        + &text(364.0, 174.0, "June 2031")
        + &text(72.0, 240.0, "After the table.");
    insta::assert_snapshot!(outline(&Pdf::page(&content).read()), @"
    p: Before the table. [p. 1, paragraph 1]
    table 1 of 3 columns
      row 1 (header)
        at 0, 1 x 1
          p bold: Action [p. 1, table 1, row 1, column 1]
        at 1, 1 x 1
          p bold: Lead [p. 1, table 1, row 1, column 2]
        at 2, 1 x 1
          p bold: By when [p. 1, table 1, row 1, column 3]
      row 2
        at 0, 1 x 1
          p: Train all staff who take calls [p. 1, table 1, row 2, column 1]
        at 1, 1 x 1
          p: Head of Learning [p. 1, table 1, row 2, column 2]
        at 2, 1 x 1
          p: May 2031 [p. 1, table 1, row 2, column 3]
      row 3
        at 0, 1 x 1
          p: Look at ten cases [p. 1, table 1, row 3, column 1]
        at 1, 1 x 1
          p: Quality Lead [p. 1, table 1, row 3, column 2]
        at 2, 1 x 1
          p: June 2031 [p. 1, table 1, row 3, column 3]
    p: After the table. [p. 1, paragraph 2]
    ");
}

#[test]
fn one_number_in_a_cell_is_text_and_several_count_items() {
    let content = grid(&[72.0, 200.0, 520.0], &[100.0, 150.0, 200.0])
        + &text(76.0, 114.0, "3. Missing children")
        + &text(204.0, 114.0, "1. Train all staff")
        + &text(204.0, 127.0, "2. Look at ten cases")
        + &text(76.0, 164.0, "4. Decisions")
        + &text(204.0, 164.0, "Write each one down");
    let outline = outline(&Pdf::page(&content).read());
    let lines: Vec<&str> = outline.lines().map(str::trim).filter(|line| line.contains('[')).collect();
    assert_eq!(
        lines,
        [
            "p: 3. Missing children [p. 1, table 1, row 1, column 1]",
            "li0 1.: Train all staff [p. 1, table 1, row 1, column 2]",
            "li0 2.: Look at ten cases [p. 1, table 1, row 1, column 2]",
            "p: 4. Decisions [p. 1, table 1, row 2, column 1]",
            "p: Write each one down [p. 1, table 1, row 2, column 2]",
        ]
    );
}
