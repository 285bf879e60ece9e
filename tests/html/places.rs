//! Where each block stands: its line, its headings and its path of elements.

use crate::read;
use wsoa::document::{Block, BlockKind, Location};

fn places(source: &str) -> Vec<Location> {
    fn gather(blocks: &[Block], places: &mut Vec<Location>) {
        for block in blocks {
            places.push(block.location.clone());
            if let BlockKind::Table(table) = &block.kind {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    places.push(cell.location.clone());
                    gather(&cell.blocks, places);
                }
            }
        }
    }
    let mut places = Vec::new();
    gather(&read(source).blocks, &mut places);
    places
}

fn elements(source: &str) -> Vec<String> {
    places(source).into_iter().map(|place| place.element.unwrap()).collect()
}

#[test]
fn every_place_has_its_line() {
    let source = "<!doctype html>\r\n<html>\n<body>\n\n<p>Five</p><p\nclass=x>Six</p>\n<div>\n\n  Nine &amp;\n\nmore<br>\n</div>\n<!-- a\nb --><pre>\n\nSixteen\n\nEighteen</pre>\n<p>\n<script>\n\n</script>Twenty-two";
    let lines: Vec<Option<u32>> = places(source).iter().map(|place| place.line).collect();
    assert_eq!(lines, [Some(5), Some(6), Some(9), Some(16), Some(18), Some(22)]);
    assert_eq!(places(source)[2].text, "line 9");
}

#[test]
fn every_place_has_its_path() {
    let source = "<html><body><div><main><p>A</p><div><p>B</p><p>C</p><ul><li>D</li></ul></div><table><tr><td>x<td>y</table>
        <table><thead><tr><th>x<th>y</thead><tr><td>E<td>F</table></main></div>";
    assert_eq!(
        elements(source),
        [
            "main/p",
            "main/div/p[1]",
            "main/div/p[2]",
            "main/div/ul/li",
            "main/table[1]",
            "main/table[1]/tr/td[1]",
            "main/table[1]/tr/td[1]",
            "main/table[1]/tr/td[2]",
            "main/table[1]/tr/td[2]",
            "main/table[2]",
            "main/table[2]/thead/tr/th[1]",
            "main/table[2]/thead/tr/th[1]",
            "main/table[2]/thead/tr/th[2]",
            "main/table[2]/thead/tr/th[2]",
            "main/table[2]/tbody/tr/td[1]",
            "main/table[2]/tbody/tr/td[1]",
            "main/table[2]/tbody/tr/td[2]",
            "main/table[2]/tbody/tr/td[2]",
        ]
    );
    assert_eq!(elements("<html>Loose"), ["body"]);
    let deep = format!("<html>{}x", "<div>".repeat(60));
    assert!(elements(&deep)[0].starts_with(".../div/div"));
}

#[test]
fn a_cell_has_its_table_row_and_column() {
    let source = "<html><h1>Plan</h1><table><tr><td>A<td>B\n<tr><td rowspan=2>C<td>D<tr><td>E</table>";
    let place = places(source).pop().unwrap();
    let expected = Location {
        text: "Table 1, row 3, column 2".to_owned(),
        file: "page.html".to_owned(),
        headings: vec!["Plan".to_owned()],
        element: Some("body/table/tr[3]/td".to_owned()),
        table: Some(1),
        row: Some(3),
        column: Some(2),
        line: Some(2),
        ..Location::default()
    };
    assert_eq!(place, expected);
}

#[test]
fn headings_stand_above_what_follows_them() {
    let source = "<html><h1>One</h1><p>a<h2>Two</h2><p>b<details><summary>Three</summary>c</details><p>d
        <table><tr><th><h1>Cell</h1><td>x</table><p>e<h1>Four</h1><p>f";
    let above = |text: &str| {
        let page = read(source);
        let block = page.blocks.iter().find(|block| block.text == text).unwrap().clone();
        block.location.headings.join(" > ")
    };
    assert_eq!(above("a"), "One");
    assert_eq!(above("b"), "One > Two");
    assert_eq!(above("c"), "One > Two > Three");
    assert_eq!(above("d"), "One > Two");
    assert_eq!(above("e"), "One > Two");
    assert_eq!(above("f"), "Four");
    assert_eq!(above("Two"), "One");
}
