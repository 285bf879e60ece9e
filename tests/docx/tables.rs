//! Tables: the grid, merged cells and what stands in them.

use crate::support::outline;
use crate::support::word::{Word, cell, row, table, text};
use wsoa::document::{Block, BlockKind, Location, Table};

fn first_table(body: &str) -> Table {
    let document = Word::body(body).read();
    let table = document.blocks.into_iter().find_map(|block| match block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    table.unwrap()
}

/// Each row as `column+columns x rows: text`.
fn grid(table: &Table) -> Vec<Vec<String>> {
    let cell = |cell: &wsoa::document::Cell| {
        format!("{}+{}x{}: {}", cell.column, cell.columns, cell.rows, cell.text().replace('\n', " / "))
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
}

#[test]
fn spans_and_merges_make_a_grid() {
    let body = "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>".to_owned()
        + &row(&[cell("<w:gridSpan w:val=\"2\"/>", "Wide"), cell("<w:vMerge w:val=\"restart\"/>", "Tall")])
        + &row(&[cell("", "A"), cell("", "B"), cell("<w:vMerge/>", "unseen")])
        + &format!(
            "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>{}</w:tr>",
            cell("<w:vMerge w:val=\"continue\"/>", "")
        )
        + &row(&[
            cell("<w:hMerge w:val=\"restart\"/>", "Left"),
            cell("<w:hMerge w:val=\"continue\"/>", "unseen"),
            cell("<w:vMerge/>", ""),
        ])
        + &row(&[cell("", ""), cell("", ""), cell("", "Under")])
        + "</w:tbl>";
    let table = first_table(&body);
    assert_eq!(table.columns, 3);
    assert_eq!(
        grid(&table),
        [
            vec!["0+2x1: Wide", "2+1x4: Tall"],
            vec!["0+1x1: A", "1+1x1: B"],
            vec![],
            vec!["0+2x1: Left"],
            vec!["0+1x1: ", "1+1x1: ", "2+1x1: Under"],
        ]
    );
}

#[test]
fn a_merge_that_goes_on_from_nothing_keeps_its_text() {
    assert_eq!(grid(&first_table(&table(&[row(&[cell("<w:vMerge/>", "Kept")])]))), [["0+1x1: Kept"]]);
}

#[test]
fn nested_tables_stand_in_their_cell_and_count_after_it() {
    let inner = table(&[row(&[cell("", "Deep")])]);
    let around = format!("<w:tc>{}{inner}{}</w:tc>", text("Before"), text("After"));
    let body = table(&[row(&[around])]) + &table(&[row(&[cell("", "Next")])]);
    insta::assert_snapshot!(outline(&Word::body(&body).read()), @"
    table 1 of 1 columns
      row 1
        at 0, 1 x 1
          p: Before [Table 1, row 1, column 1]
          table 2 of 1 columns
            row 1
              at 0, 1 x 1
                p: Deep [Table 2, row 1, column 1]
          p: After [Table 1, row 1, column 1]
    table 3 of 1 columns
      row 1
        at 0, 1 x 1
          p: Next [Table 3, row 1, column 1]
    ");
}

#[test]
fn header_rows_are_marked_and_deleted_rows_are_not_there() {
    let marked = |mark: &str, words: &str| format!("<w:tr><w:trPr>{mark}</w:trPr>{}</w:tr>", cell("", words));
    let body = table(&[
        marked("<w:tblHeader/>", "Action"),
        marked("<w:tblHeader w:val=\"0\"/>", "One"),
        marked("<w:del/>", "Two"),
        marked("<w:ins/>", "Three"),
        row(&[cell("", "")]),
    ]);
    let document = Word::body(&body).read();
    insta::assert_snapshot!(outline(&document), @"
    table 1 of 1 columns
      row 1 (header)
        at 0, 1 x 1
          p: Action [Table 1, row 1, column 1]
      row 2
        at 0, 1 x 1
          p: One [Table 1, row 2, column 1]
      row 3
        at 0, 1 x 1
          p: Three [Table 1, row 3, column 1]
      row 4
        at 0, 1 x 1
    ");
    assert_eq!((document.marks.insertions, document.marks.deletions), (1, 1));
}

#[test]
fn a_table_deleted_whole_has_no_number() {
    let gone = format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", cell("", "Gone"));
    assert_eq!(first_table(&(table(&[gone]) + &table(&[row(&[cell("", "Here")])]))).number, 1);
}

#[test]
fn content_controls_may_hold_tables_rows_and_cells() {
    let control = |inside: &str| format!("<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>");
    let rows =
        [control(&row(&[cell("", "A"), control(&cell("", "B"))])), row(&[cell("", "C"), cell("", "D")])];
    let table = first_table(&control(&table(&rows)));
    assert_eq!(grid(&table), [["0+1x1: A", "1+1x1: B"], ["0+1x1: C", "1+1x1: D"]]);
}

#[test]
fn blocks_of_a_cell_carry_its_place() {
    let cells = [cell("", "Aim"), format!("<w:tc>{}{}</w:tc>", text("Act"), text("Again"))];
    let document = Word::body(&(text("Intro") + &table(&[row(&cells)]))).read();
    let BlockKind::Table(table) = &document.blocks[1].kind else { panic!("no table") };
    let cell = &table.rows[0].cells[1];
    assert_eq!(cell.location.text, "Table 1, row 1, column 2");
    assert_eq!((cell.location.table, cell.location.row, cell.location.column), (Some(1), Some(1), Some(2)));
    assert_eq!(cell.blocks.len(), 2);
    // Its paragraphs have places of their own in the file, for comments on them.
    let anchor = &cell.location.anchor;
    let named = |block: &Block| Location { anchor: anchor.clone(), ..block.location.clone() };
    assert!(
        cell.blocks.iter().all(|block| named(block) == cell.location && block.location.anchor != *anchor)
    );
}

/// Tells of each cell whether its first block is bold.
fn bold(look: &str) -> Vec<Vec<bool>> {
    let styles = r#"
        <w:style w:type="table" w:styleId="Base"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
        <w:style w:type="table" w:styleId="Grid"><w:basedOn w:val="Base"/>
            <w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
        <w:style w:type="table" w:styleId="Dark"><w:rPr><w:b/></w:rPr></w:style>"#;
    let body = format!(
        "<w:tbl><w:tblPr>{look}</w:tblPr>{}{}</w:tbl>",
        row(&[cell("", "A"), cell("", "B")]),
        row(&[cell("", "C"), cell("", "D")])
    );
    let document = Word::body(&body).styles(styles).read();
    let BlockKind::Table(table) = &document.blocks[0].kind else { panic!("no table") };
    table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.blocks[0].bold).collect()).collect()
}

#[test]
fn runs_of_a_table_inherit_from_its_style() {
    assert_eq!(bold("<w:tblStyle w:val=\"Dark\"/>"), [[true, true], [true, true]]);
    assert_eq!(bold("<w:tblStyle w:val=\"Grid\"/>"), [[false, false], [false, false]]);
    let look = |look: &str| bold(&format!("<w:tblStyle w:val=\"Grid\"/><w:tblLook {look}/>"));
    assert_eq!(look("w:val=\"0020\""), [[true, true], [false, false]]);
    assert_eq!(look("w:val=\"0080\""), [[true, false], [true, false]]);
    assert_eq!(look("w:firstRow=\"1\" w:firstColumn=\"1\""), [[true, true], [true, false]]);
    assert_eq!(look("w:val=\"00A0\" w:firstRow=\"0\""), [[true, false], [true, false]]);
}
