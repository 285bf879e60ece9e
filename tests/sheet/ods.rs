//! OpenDocument spreadsheets: the same sheets, told in other words.

use crate::ods_book::{Ods, cell, row, texts};
use crate::support::texts as lines;
use crate::{grid, tables};
use wsoa::document::{Format, ReadError};

const HEAD: [&str; 2] = ["Action", "Lead"];

fn styled(name: &str, family: &str, properties: &str) -> String {
    format!("<style:style style:name=\"{name}\" style:family=\"{family}\">{properties}</style:style>")
}

#[test]
fn a_table_is_a_sheet() {
    let document =
        Ods::plan(&(texts(&["Harbour plan"]) + &texts(&HEAD) + &texts(&["Tar the hull", "Boatswain"])))
            .read();
    assert_eq!(document.format, Format::Ods);
    assert_eq!(lines(&document), ["Plan", "Harbour plan"]);
    assert_eq!(grid(tables(&document)[0]), [["Action", "Lead"], ["Tar the hull", "Boatswain"]]);
    let cell = &tables(&document)[0].rows[1].cells[1];
    assert_eq!(cell.location.text, "sheet \"Plan\", row 3, column 2");
    assert_eq!(cell.location.file, "plan.ods");
}

#[test]
fn repeated_rows_and_cells_are_counted() {
    let far = "<table:table-cell table:number-columns-repeated=\"2\"/>".to_owned();
    let rows = row("table:number-rows-repeated=\"3\"", &["<table:table-cell/>".to_owned()])
        + &row(
            "table:number-rows-repeated=\"2\"",
            &[cell("table:number-columns-repeated=\"2\"", "x"), far, cell("", "y")],
        )
        + &row(
            "table:number-rows-repeated=\"1048570\"",
            &["<table:table-cell table:number-columns-repeated=\"16384\"/>".to_owned()],
        );
    let document = Ods::plan(&rows).read();
    let table = tables(&document)[0];
    assert_eq!(grid(table), [["x", "x", "y"], ["x", "x", "y"]]);
    assert_eq!(table.rows[1].cells[2].location.text, "sheet \"Plan\", row 5, column 5");
}

#[test]
fn spans_cover_what_they_cover() {
    let covered = "<table:covered-table-cell><text:p>unseen</text:p></table:covered-table-cell>".to_owned();
    let rows = texts(&HEAD)
        + &row("", &[cell("table:number-columns-spanned=\"2\"", "Theme"), covered.clone()])
        + &row("", &[cell("table:number-rows-spanned=\"2\"", "Leaks"), cell("", "Tar")])
        + &row("", &[covered, cell("", "Caulk")]);
    let document = Ods::plan(&rows).read();
    let expected: [&[&str]; 4] = [&HEAD, &["Theme [2x1]"], &["Leaks [1x2]", "Tar"], &["Caulk"]];
    assert_eq!(grid(tables(&document)[0]), expected);
}

#[test]
fn hidden_tables_rows_and_columns_are_left_out() {
    let hidden = styled("off", "table", "<style:table-properties table:display=\"false\"/>");
    let table = |name: &str, style: &str, rows: &str| {
        format!("<table:table table:name=\"{name}\" table:style-name=\"{style}\">{rows}</table:table>")
    };
    let columns =
        "<table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-column/>";
    let line = |how: &str, text: &str| row(how, &[cell("", text), cell("", "unseen"), cell("", "x")]);
    let rows = columns.to_owned()
        + &line("", "One")
        + &line("table:visibility=\"collapse\"", "Two")
        + &line("table:visibility=\"filter\"", "Three")
        + &format!(
            "<table:table-row-group table:display=\"false\">{}</table:table-row-group>",
            line("", "Four")
        )
        + &format!("<table:table-header-rows>{}</table:table-header-rows>", line("", "Five"));
    let document =
        Ods::body(&(table("Old", "off", &texts(&HEAD)) + &table("Plan", "on", &rows))).styles(&hidden).read();
    assert_eq!(lines(&document), ["Plan"]);
    assert_eq!(grid(tables(&document)[0]), [["One", "x"], ["Five", "x"]]);
}

#[test]
fn struck_text_is_left_out_by_cell_and_by_stretch() {
    let line = "<style:text-properties style:text-line-through-style=\"solid\"/>";
    let none = "<style:text-properties style:text-line-through-style=\"none\"/>";
    let child =
        "<style:style style:name=\"child\" style:family=\"table-cell\" style:parent-style-name=\"gone\"/>";
    let styles = styled("gone", "table-cell", line)
        + child
        + &styled("cut", "text", line)
        + &styled("kept", "text", none);
    let span = |style: &str, text: &str| format!("<text:span text:style-name=\"{style}\">{text}</text:span>");
    let rows = texts(&HEAD)
        + &row("", &[cell("table:style-name=\"child\"", "Paint"), cell("", "Purser")])
        + &row(
            "",
            &[
                cell(
                    "",
                    &format!("{}Tar<text:line-break/>and<text:s text:c=\"3\"/>caulk", span("cut", "Paint ")),
                ),
                cell("", "Purser"),
            ],
        )
        + &row(
            "",
            &[
                cell("table:style-name=\"gone\"", &format!("Paint {}", span("kept", "Mend"))),
                cell("", "Purser"),
            ],
        );
    let document = Ods::plan(&rows).styles(&styles).read();
    assert_eq!(
        grid(tables(&document)[0])[1..],
        [["", "Purser"], ["Tar\nand caulk", "Purser"], ["Mend", "Purser"]]
    );
}

#[test]
fn columns_and_rows_give_their_cells_a_style() {
    let struck =
        styled("gone", "table-cell", "<style:text-properties style:text-line-through-style=\"solid\"/>");
    let columns = "<table:table-column/><table:table-column table:default-cell-style-name=\"gone\"/>";
    let rows =
        texts(&["Tar", "unseen"]) + &row("table:default-cell-style-name=\"gone\"", &[cell("", "unseen")]);
    assert_eq!(lines(&Ods::plan(&(columns.to_owned() + &rows)).styles(&struck).read()), ["Plan", "Tar"]);
}

#[test]
fn typed_values_are_told_as_they_are_shown_and_dates_with_the_day_first() {
    let typed = |kind: &str, value: &str, shown: &str| {
        cell(&format!("office:value-type=\"{kind}\" calcext:value-type=\"{kind}\" {value}"), shown)
    };
    let month = "<number:date-style style:name=\"N1\"><number:month/><number:year/></number:date-style>\
                 <style:style style:name=\"month\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>";
    let date = "office:date-value=\"2017-03-31\"";
    let bare = "<table:table-cell office:value-type=\"percentage\" office:value=\"0.9\"/>".to_owned();
    let row = row(
        "",
        &[
            typed("float", "office:value=\"1\"", "1"),
            typed("percentage", "office:value=\"0.85\"", "85%"),
            typed("date", date, "03/31/17"),
            typed("date", &format!("{date} table:style-name=\"month\""), "Mar 17"),
            bare,
        ],
    );
    let document = Ods::plan(&row).styles(month).read();
    assert_eq!(grid(tables(&document)[0]), [["1", "85%", "31/03/2017", "March 2017", "90%"]]);
}

#[test]
fn a_formula_without_a_result_is_unread() {
    let formula = "<table:table-cell table:formula=\"of:=[.A1]\"/>".to_owned();
    let document = Ods::plan(&row("", &[cell("", "A"), cell("", "B"), formula])).read();
    assert_eq!(
        document.unread[0].what,
        "Plan!C1 holds a formula whose result is not saved: open the workbook in Excel and save it"
    );
}

#[test]
fn comments_and_changes_are_counted_and_shapes_read() {
    let noted = "<table:table-cell><office:annotation><text:p>Is this so?</text:p></office:annotation><text:p>Tar</text:p>\
                 <draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></table:table-cell>";
    let shapes =
        "<table:shapes><draw:custom-shape><text:p>Shaped</text:p></draw:custom-shape></table:shapes>";
    let changes = "<table:tracked-changes><table:insertion/><table:deletion><table:cell-content-deletion/></table:deletion>\
                   <table:cell-content-change table:acceptance-state=\"accepted\"/></table:tracked-changes>";
    let table =
        format!("<table:table table:name=\"Plan\">{shapes}{}</table:table>", row("", &[noted.to_owned()]));
    let document = Ods::body(&(changes.to_owned() + &table)).read();
    assert_eq!(lines(&document), ["Plan", "Tar", "Shaped", "Boxed"]);
    let marks = document.marks;
    assert_eq!((marks.comments, marks.insertions, marks.deletions), (1, 1, 1));
}

#[test]
fn a_password_is_told() {
    let manifest =
        "<manifest:manifest xmlns:manifest=\"urn:m\"><manifest:encryption-data/></manifest:manifest>";
    let error = Ods::plan("").file("META-INF/manifest.xml", manifest).try_read().unwrap_err();
    assert_eq!(error, ReadError::PasswordProtected);
}
