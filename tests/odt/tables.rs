//! Tables: merged, repeated, hidden and nested cells.

use crate::support::outline;
use crate::writer::{Odt, cell, covered, p, row, style, styled, table};

#[test]
fn a_merged_cell_stands_once_at_its_first_place() {
    let rows = row(&[
        cell("table:number-rows-spanned=\"2\"", "Down"),
        cell("table:number-columns-spanned=\"2\"", "Across"),
        covered(),
    ]) + &row(&[covered(), cell("", "B"), cell("", "C")]);
    insta::assert_snapshot!(outline(&Odt::body(&table(&rows)).read()), @"
    table 1 of 3 columns
      row 1
        at 0, 1 x 2
          p: Down [Table 1, row 1, column 1]
        at 1, 2 x 1
          p: Across [Table 1, row 1, column 2]
      row 2
        at 1, 1 x 1
          p: B [Table 1, row 2, column 2]
        at 2, 1 x 1
          p: C [Table 1, row 2, column 3]
    ");
}

#[test]
fn the_cells_that_a_merged_one_covers_may_be_left_out() {
    let rows = row(&[cell("table:number-rows-spanned=\"2\"", "Down"), cell("", "A")])
        + &row(&[cell("", "B")])
        + &row(&[cell("table:number-columns-spanned=\"2\"", "Across"), cell("", "Beyond")]);
    insta::assert_snapshot!(outline(&Odt::body(&table(&rows)).read()), @"
    table 1 of 3 columns
      row 1
        at 0, 1 x 2
          p: Down [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: A [Table 1, row 1, column 2]
      row 2
        at 1, 1 x 1
          p: B [Table 1, row 2, column 2]
      row 3
        at 0, 2 x 1
          p: Across [Table 1, row 3, column 1]
        at 2, 1 x 1
          p: Beyond [Table 1, row 3, column 3]
    ");
}

#[test]
fn text_in_a_covered_cell_is_not_seen() {
    let hidden = format!("<table:covered-table-cell>{}</table:covered-table-cell>", p("covered"));
    let rows = row(&[cell("table:number-columns-spanned=\"2\"", "A"), hidden, cell("", "B")]);
    assert_eq!(Odt::body(&table(&rows)).read().texts(), ["A", "B"]);
}

#[test]
fn header_rows_are_marked_and_groups_looked_through() {
    let rows = format!(
        "<table:table-columns><table:table-column/></table:table-columns><table:table-header-rows>{}\
         </table:table-header-rows><text:soft-page-break/><table:table-rows>{}</table:table-rows>\
         <table:table-row-group>{}</table:table-row-group><table:table-row-group table:display=\"false\">{}\
         </table:table-row-group>",
        row(&[cell("", "Action")]),
        row(&[cell("", "Train")]),
        row(&[cell("", "Audit")]),
        row(&[cell("", "Folded away")]),
    );
    insta::assert_snapshot!(outline(&Odt::body(&table(&rows)).read()), @"
    table 1 of 1 columns
      row 1 (header)
        at 0, 1 x 1
          p: Action [Table 1, row 1, column 1]
      row 2
        at 0, 1 x 1
          p: Train [Table 1, row 2, column 1]
      row 3
        at 0, 1 x 1
          p: Audit [Table 1, row 3, column 1]
    ");
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_merged_cells_shorten() {
    let hide =
        |row: String| row.replacen("<table:table-row", "<table:table-row table:visibility=\"collapse\"", 1);
    let columns = "<table:table-column table:number-columns-repeated=\"2\"/>\
                   <table:table-column table:visibility=\"collapse\"/><table:table-column/>";
    let rows = row(&[
        cell("table:number-rows-spanned=\"3\"", "Finding"),
        cell("", "A"),
        cell("", "x"),
        cell("", "Now"),
    ]) + &hide(row(&[covered(), cell("", "B"), cell("", "x"), cell("", "Then")]))
        + &row(&[covered(), cell("", "C"), cell("", "x"), cell("", "Soon")])
        + &row(&[cell("", "Next"), cell("", "D"), cell("", "x"), cell("", "Late")]);
    insta::assert_snapshot!(outline(&Odt::body(&table(&(columns.to_owned() + &rows))).read()), @"
    table 1 of 4 columns
      row 1
        at 0, 1 x 2
          p: Finding [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: A [Table 1, row 1, column 2]
        at 3, 1 x 1
          p: Now [Table 1, row 1, column 4]
      row 2
        at 1, 1 x 1
          p: C [Table 1, row 2, column 2]
        at 3, 1 x 1
          p: Soon [Table 1, row 2, column 4]
      row 3
        at 0, 1 x 1
          p: Next [Table 1, row 3, column 1]
        at 1, 1 x 1
          p: D [Table 1, row 3, column 2]
        at 3, 1 x 1
          p: Late [Table 1, row 3, column 4]
    ");
}

#[test]
fn repeated_rows_and_cells_are_as_many() {
    let rows = format!(
        "<table:table-row table:number-rows-repeated=\"2\">{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>{}",
        cell("table:number-columns-repeated=\"2\"", "A"),
        "<table:table-cell table:number-columns-repeated=\"16000\"/>",
        row(&[cell("", "End")]),
    );
    insta::assert_snapshot!(outline(&Odt::body(&table(&rows)).read()), @"
    table 1 of 3 columns
      row 1
        at 0, 1 x 1
          p: A [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: A [Table 1, row 1, column 2]
        at 2, 1 x 1
      row 2
        at 0, 1 x 1
          p: A [Table 1, row 2, column 1]
        at 1, 1 x 1
          p: A [Table 1, row 2, column 2]
        at 2, 1 x 1
      row 3
        at 0, 1 x 1
      row 1000003
        at 0, 1 x 1
          p: End [Table 1, row 1000003, column 1]
    ");
}

#[test]
fn a_nested_table_counts_after_the_one_around_it() {
    let inner = table(&row(&[cell("", "Inner")]));
    let body =
        table(&row(&[format!("<table:table-cell>{}{inner}{}</table:table-cell>", p("Before"), p("After"))]))
            + &table(&row(&[cell("", "Third")]));
    insta::assert_snapshot!(outline(&Odt::body(&body).read()), @"
    table 1 of 1 columns
      row 1
        at 0, 1 x 1
          p: Before [Table 1, row 1, column 1]
          table 2 of 1 columns
            row 1
              at 0, 1 x 1
                p: Inner [Table 2, row 1, column 1]
          p: After [Table 1, row 1, column 1]
    table 3 of 1 columns
      row 1
        at 0, 1 x 1
          p: Third [Table 3, row 1, column 1]
    ");
}

#[test]
fn a_table_of_no_shown_rows_is_none() {
    let hidden = "<table:table-row table:visibility=\"filter\"><table:table-cell/></table:table-row>";
    let body = table("") + &table(hidden) + &table(&row(&[cell("", "A")]));
    insta::assert_snapshot!(outline(&Odt::body(&body).read()), @"
    table 1 of 1 columns
      row 1
        at 0, 1 x 1
          p: A [Table 1, row 1, column 1]
    ");
}

#[test]
fn a_struck_cell_is_empty_and_keeps_its_place() {
    let automatic = style("paragraph", "P1", "", "style:text-line-through-style=\"solid\"");
    let struck = format!("<table:table-cell>{}</table:table-cell>", styled("P1", "gone"));
    let document = Odt::body(&table(&row(&[struck, cell("", "Owner")]))).automatic(&automatic).read();
    insta::assert_snapshot!(outline(&document), @"
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
        at 1, 1 x 1
          p: Owner [Table 1, row 1, column 2]
    ");
}
