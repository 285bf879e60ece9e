//! Tracked changes and comments.

use crate::support::texts;
use crate::writer::{Odt, cell, p, row, style, table};

const INFO: &str = "<office:change-info><dc:creator>A clerk</dc:creator></office:change-info>";

fn changes(regions: &[String]) -> String {
    let region = |inside: &String| format!("<text:changed-region>{inside}</text:changed-region>");
    format!("<text:tracked-changes>{}</text:tracked-changes>", regions.iter().map(region).collect::<String>())
}

fn deletion(inside: &str) -> String {
    format!("<text:deletion>{INFO}{inside}</text:deletion>")
}

fn insertion() -> String {
    format!("<text:insertion>{INFO}</text:insertion>")
}

#[test]
fn insertions_count_and_deletions_do_not() {
    let body = changes(&[deletion(&p("forgets")), insertion(), insertion() + &deletion(&p("x"))])
        + &p("The lead <text:change-start/>nurse<text:change-end/> <text:change/>reviews");
    let document = Odt::body(&body).read();
    assert_eq!(texts(&document), ["The lead nurse reviews"]);
    assert_eq!((document.marks.insertions, document.marks.deletions), (2, 2));
}

#[test]
fn changes_across_paragraphs_leave_what_is_seen() {
    let body = changes(&[deletion(&(p("") + &p(""))), insertion()])
        + &p("Panels meet <text:change/>weekly<text:change-start/>")
        + &p("and report<text:change-end/> monthly");
    assert_eq!(texts(&Odt::body(&body).read()), ["Panels meet weekly", "and report monthly"]);
}

#[test]
fn a_deleted_row_is_no_row_and_an_inserted_one_is() {
    let changed = |inside: &str| {
        format!(
            "<table:table-row table:style-name=\"R\"><table:table-cell>{}</table:table-cell></table:table-row>",
            p(inside)
        )
    };
    let automatic = style("table-row", "R", "", "")
        .replace("<style:text-properties ", "<style:table-row-properties loext:text-changes-only=\"false\" ");
    let rows = row(&[cell("", "First")])
        + &changed("<text:change/>")
        + &changed("<text:change-start/>New<text:change-end/>")
        + &changed("")
        + &row(&[cell("", "<text:change/>")]);
    let document = Odt::body(&table(&rows)).automatic(&automatic).read();
    let wsoa::document::BlockKind::Table(table) = &document.blocks[0].kind else { panic!("no table") };
    let rows: Vec<String> =
        table.rows.iter().map(|row| format!("{} {}", row.number, row.cells[0].text())).collect();
    assert_eq!(rows, ["1 First", "2 New", "3 ", "4 "]);
}

#[test]
fn comments_are_counted_and_not_read() {
    let comment =
        format!("<office:annotation><dc:creator>A clerk</dc:creator>{}</office:annotation>", p("Really?"));
    let document = Odt::body(&p(&format!("Nurses {comment}visit<office:annotation-end/>{comment}"))).read();
    assert_eq!(texts(&document), ["Nurses visit"]);
    assert_eq!(document.marks.comments, 2);
}
