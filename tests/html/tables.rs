//! Tables: the grid, merged cells, which tables are none, and what stands in cells.

use crate::{outline, read};
use wsoa::document::{BlockKind, Table};

fn first_table(source: &str) -> Table {
    let mut blocks = read(&format!("<html>{source}")).blocks.into_iter();
    let table = blocks.find_map(|block| match block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    table.unwrap()
}

/// Each row as `column+columns x rows: text`, header rows after a sign.
fn grid(source: &str) -> Vec<String> {
    let cell = |cell: &wsoa::document::Cell| {
        format!("{}+{}x{}: {}", cell.column, cell.columns, cell.rows, cell.text().replace('\n', " / "))
    };
    let row = |row: &wsoa::document::Row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        format!("{}{}", if row.header { "# " } else { "" }, cells.join(" | "))
    };
    first_table(source).rows.iter().map(row).collect()
}

#[test]
fn spans_make_a_grid() {
    let source = "<table>
        <tr><th rowspan=2>What<th colspan=2>Who<th rowspan=2>Measure
        <tr><th>Lead<th>When
        <tr><td>A<td>B<td>C<td>D
        <tr><td colspan=4>Wide</table>";
    assert_eq!(first_table(source).columns, 4);
    assert_eq!(
        grid(source),
        [
            "# 0+1x2: What | 1+2x1: Who | 3+1x2: Measure",
            "# 1+1x1: Lead | 2+1x1: When",
            "0+1x1: A | 1+1x1: B | 2+1x1: C | 3+1x1: D",
            "0+4x1: Wide",
        ]
    );
}

#[test]
fn spans_end_with_their_group_of_rows() {
    let source = "<table><tbody><tr><td rowspan=0>All<td>1<tr><td>2</tbody>
        <tbody><tr><td rowspan=9>Two<td>3<tr><td>4</tbody></table>";
    assert_eq!(grid(source), ["0+1x2: All | 1+1x1: 1", "1+1x1: 2", "0+1x2: Two | 1+1x1: 3", "1+1x1: 4"]);
}

#[test]
fn absurd_and_overlapping_spans_are_bounded() {
    let source = "<table><tr><td colspan=100000000000000000000>Title<tr><td>A<td rowspan=-3 colspan=x>B<td rowspan=99999>C
        <tr><td colspan=9>Under</table>";
    assert_eq!(first_table(source).columns, 3);
    assert_eq!(grid(source), ["0+3x1: Title", "0+1x1: A | 1+1x1: B | 2+1x2: C", "0+2x1: Under"]);
}

#[test]
fn head_and_foot_stand_where_they_are_shown() {
    let source = "<table><caption>Plan</caption><tfoot><tr><td>Foot<td>F</tfoot><tbody><tr><th scope=row>Body<td>B</tbody>
        <thead><tr><td>Head<td>H</thead></table>";
    assert_eq!(
        grid(source),
        ["# 0+1x1: Head | 1+1x1: H", "0+1x1: Body | 1+1x1: B", "0+1x1: Foot | 1+1x1: F"]
    );
}

#[test]
fn captions_stand_before_their_table_and_tables_in_cells_count_after_it() {
    insta::assert_snapshot!(outline("<table><tr><td><p>Before</p><table><tr><td>Deep<td>down</table>After<td>Beside
        <caption>Plan <b>A</b></caption></table><table><tr><td>Next<td>one</table>"), @"
    p: Plan A [line 2]
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: Before [Table 1, row 1, column 1]
          table 2 of 2 columns
            row 1
              at 0, 1 x 1
                p: Deep [Table 2, row 1, column 1]
              at 1, 1 x 1
                p: down [Table 2, row 1, column 2]
          p: After [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: Beside [Table 1, row 1, column 2]
    table 3 of 2 columns
      row 1
        at 0, 1 x 1
          p: Next [Table 3, row 1, column 1]
        at 1, 1 x 1
          p: one [Table 3, row 1, column 2]
    ");
}

#[test]
fn tables_that_hold_the_page_together_are_no_tables() {
    insta::assert_snapshot!(outline("
        <table role=presentation><tr><td>One<td>Two</table>
        <table><tr><td>A box</table>
        <table><tr><td>Left<td><h1>Title</h1><table><tr><td>A<td>B</table></table>
        <table><tr><td><main>Main</main><td>Right</table>"), @"
    p: One [line 2]
    p: Two [line 2]
    p: A box [line 3]
    p: Left [line 4]
    h1: Title [line 4]
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: A [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: B [Table 1, row 1, column 2]
    p: Main [line 5]
    p: Right [line 5]
    ");
}

#[test]
fn a_plan_with_a_table_in_a_cell_or_headings_in_its_rows_stays_a_table() {
    let nested = "<table><tr><td>Action<td>Lead<tr><td>Open<table><tr><td>a<td>b</table><td>Head</table>";
    assert_eq!(grid(nested), ["0+1x1: Action | 1+1x1: Lead", "0+1x1: Open / a / b | 1+1x1: Head"]);
    let headed = "<table><tr><td colspan=2><h3>Theme</h3><tr><td>Open<td>Head</table>";
    assert_eq!(grid(headed), ["0+2x1: Theme", "0+1x1: Open | 1+1x1: Head"]);
}

#[test]
fn hidden_rows_and_cells_are_not_there_and_struck_ones_are_empty() {
    let source = "<table><tr><td>A<td>B<tr style='display:none'><td>x<td>y<tr hidden><td>x<tr style='text-decoration:line-through'>
        <td>x<td>y<tr><td style='display:none'>x<td>C<td>D</table>";
    assert_eq!(grid(source), ["0+1x1: A | 1+1x1: B", "0+1x1:  | 1+1x1: ", "0+1x1: C | 1+1x1: D"]);
}

#[test]
fn roles_make_a_table_too() {
    let source = "<div role=table><div role=rowgroup><div role=row><span role=columnheader>What</span><span role=columnheader>Who</span></div>
        </div><div><div role=row><span role=cell>Open</span><span role=cell>Head</span></div></div></div>";
    assert_eq!(grid(source), ["# 0+1x1: What | 1+1x1: Who", "0+1x1: Open | 1+1x1: Head"]);
}
