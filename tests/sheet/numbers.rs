//! Numbers, dates and formulas: what a cell shows of what it holds.

use crate::book::{Book, number, row};
use crate::support::texts;

/// What is shown of each value in its format, with these properties of the workbook.
fn shown_in(properties: &str, cells: &[(&str, &str)]) -> Vec<String> {
    let formats: Vec<(&str, &str)> = cells.iter().map(|(_, code)| (*code, "")).collect();
    let rows = cells.iter().enumerate().map(|(at, (value, _))| {
        let line = u32::try_from(at).unwrap() + 1;
        row(line, "", &number(&format!("A{line}"), at + 1, value))
    });
    let document = Book::plan(&rows.collect::<String>()).styles(&formats).properties(properties).read();
    texts(&document).into_iter().skip(1).map(str::to_owned).collect()
}

fn shown(cells: &[(&str, &str)]) -> Vec<String> {
    shown_in("", cells)
}

#[test]
fn a_number_without_a_format_is_shown_plainly() {
    let values = ["1.0", "12", "0.5", "-3", "0.30000000000000004", "1234567.891", "1E+2", "1e-12"];
    let cells: Vec<(&str, &str)> = values.map(|value| (value, "")).to_vec();
    assert_eq!(shown(&cells), ["1", "12", "0.5", "-3", "0.3", "1234567.891", "100", "1e-12"]);
}

#[test]
fn a_format_lays_a_number_out() {
    let cells = [
        ("0.85", "0%"),
        ("0.125", "0.0%"),
        ("1234.5", "#,##0.00"),
        ("1234567", "\"£\"#,##0"),
        ("410", "[$£-809]#,##0"),
        ("7", "\"AP\"000"),
        ("2.50", "0.##"),
        ("3", "0.##"),
        ("1.1", "0.0"),
        ("-5", "0;(0)"),
        ("-5", "0.0"),
        ("1500000", "0.0,,\"m\""),
        ("42", "@"),
        ("42", "General\" visits\""),
        ("3.5", "# ?/?"),
    ];
    assert_eq!(
        shown(&cells),
        [
            "85%",
            "12.5%",
            "1,234.50",
            "£1,234,567",
            "£410",
            "AP007",
            "2.5",
            "3",
            "1.1",
            "(5)",
            "-5.0",
            "1.5m",
            "42",
            "42 visits",
            "3.5"
        ]
    );
}

#[test]
fn what_a_format_hides_is_not_there() {
    assert_eq!(shown(&[("5", ";;;"), ("0", "0;-0;;@"), ("7", "0")]), ["7"]);
    let text = r#"<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Unseen</t></is></c></row>"#;
    assert!(Book::plan(text).styles(&[(";;;", "")]).read().blocks.is_empty());
}

#[test]
fn a_date_is_told_with_the_day_first() {
    let cells = [
        ("42825", "m/d/yy"),
        ("42825", "dddd, d mmmm yyyy"),
        ("42825", "yyyy\\-mm\\-dd"),
        ("42825.75", "dd/mm/yyyy hh:mm"),
        ("42825.75", "dd/mm/yyyy"),
        ("42825", "d-mmm"),
        ("42825", "mmm-yy"),
        ("42825", "mmmm yyyy"),
        ("42825", "yyyy"),
        ("0.75", "hh:mm"),
        ("1.5", "[h]:mm"),
        ("42825", "[Red]dd/mm/yyyy;@"),
    ];
    assert_eq!(
        shown(&cells),
        [
            "31/03/2017",
            "31/03/2017",
            "31/03/2017",
            "31/03/2017 18:00",
            "31/03/2017",
            "31/03/2017",
            "March 2017",
            "March 2017",
            "2017",
            "18:00",
            "36:00",
            "31/03/2017"
        ]
    );
}

#[test]
fn built_in_formats_need_not_be_written_down() {
    let styles = |id: u32| {
        format!(
            "<styleSheet><fonts><font/></fonts><cellXfs><xf numFmtId=\"{id}\" fontId=\"0\"/></cellXfs></styleSheet>"
        )
    };
    let told = |id: u32, value: &str| {
        let book = Book::plan(&row(1, "", &number("A1", 0, value))).styles(&[]);
        let mut files = book.files();
        files.iter_mut().find(|(name, _)| name == "xl/styles.xml").unwrap().1 = styles(id);
        let bytes = crate::support::word::archive(&files);
        let limits = wsoa::document::Limits::default();
        wsoa::document::sheet::read_xlsx("plan.xlsx", &bytes, &limits).unwrap().blocks[1].text.clone()
    };
    assert_eq!(told(14, "42825"), "31/03/2017");
    assert_eq!(told(17, "42825"), "March 2017");
    assert_eq!(told(9, "0.9"), "90%");
}

#[test]
fn days_are_counted_from_the_epoch_of_the_workbook() {
    assert_eq!(
        shown(&[("1", "d/m/yy"), ("60", "d/m/yy"), ("61", "d/m/yy")]),
        ["01/01/1900", "28/02/1900", "01/03/1900"]
    );
    assert_eq!(shown_in("date1904=\"1\"", &[("41363", "d/m/yy")]), ["31/03/2017"]);
}

#[test]
fn a_number_that_is_no_day_is_shown_as_a_number() {
    assert_eq!(shown(&[("-1", "dd/mm/yyyy"), ("1e300", "dd/mm/yyyy")]), ["-1", "1e300"]);
}

#[test]
fn formulas_show_their_saved_result() {
    let cells = concat!(
        r#"<c r="A1" t="str"><f>B1&amp;C1</f><v>Head of Service</v></c><c r="B1"><f>1+1</f><v>2</v></c>"#,
        r#"<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="d"><v>2017-03-31T00:00:00</v></c>"#,
        r#"<c r="F1" t="str"><f>""</f><v></v></c>"#
    );
    let document = Book::plan(&row(1, "", cells)).read();
    assert_eq!(document.texts()[1..], ["Head of Service", "2", "#DIV/0!", "TRUE", "31/03/2017"]);
    assert!(document.unread.is_empty());
}

#[test]
fn a_formula_without_a_result_is_unread() {
    let formula = |name: &str| format!("<c r=\"{name}\"><f>A1</f><v/></c>");
    let book = |cells: &str| Book::plan(&row(5, "", cells)).read();
    let one = book(&formula("C5"));
    assert_eq!(
        one.unread[0].what,
        "Plan!C5 holds a formula whose result is not saved: open the workbook in Excel and save it"
    );
    assert_eq!(one.unread[0].location.text, "sheet \"Plan\", row 5, column 3");
    let three = book(&["C5", "D5", "AB5"].map(formula).concat());
    assert_eq!(
        three.unread[0].what,
        "Plan!C5 and 2 more cells hold formulas whose results are not saved: open the workbook in Excel and save it"
    );
    let hidden = Book::plan(&row(5, "hidden=\"1\"", &formula("C5"))).read();
    assert!(hidden.unread.is_empty());
}
