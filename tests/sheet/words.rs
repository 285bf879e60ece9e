//! The words of a cell: rich text, struck text, line ends and the signs that Excel writes for them.

use crate::book::{Book, cell, row, styled};
use crate::support::texts;

/// What is seen of a shared string in a cell of style 1, whose font holds `font`.
fn seen(font: &str, string: &str) -> Vec<String> {
    let cells = "<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>";
    let document =
        Book::plan(&row(1, "", cells)).strings(&format!("<si>{string}</si>")).styles(&[("", font)]).read();
    texts(&document).into_iter().skip(1).map(str::to_owned).collect()
}

#[test]
fn struck_stretches_are_left_out() {
    let run =
        |look: &str, text: &str| format!("<r><rPr>{look}</rPr><t xml:space=\"preserve\">{text}</t></r>");
    assert_eq!(
        seen("", &(run("<strike/>", "Paint the pier. ") + &run("", "Mend the steps."))),
        ["Mend the steps."]
    );
    assert_eq!(seen("", &run("<strike val=\"0\"/>", "Mend the steps.")), ["Mend the steps."]);
    assert!(seen("", &run("<strike/>", "Paint the pier.")).is_empty());
}

#[test]
fn a_struck_cell_is_empty_but_for_stretches_that_are_not() {
    assert!(seen("<strike/>", "<t>Paint the pier.</t>").is_empty());
    let mixed =
        "<r><t xml:space=\"preserve\">Paint the pier. </t></r><r><rPr><b/></rPr><t>Mend the steps.</t></r>";
    assert_eq!(seen("<strike/>", mixed), ["Mend the steps."]);
}

#[test]
fn reading_aids_are_not_text() {
    assert_eq!(seen("", "<t>Tar</t><rPh sb=\"0\" eb=\"1\"><t>tah</t></rPh>"), ["Tar"]);
}

#[test]
fn line_ends_stay_and_other_space_is_cleaned() {
    assert_eq!(
        seen("", "<t>• Tar  the hull\n\n• Mend the\u{a0}sail _x000D_\n</t>"),
        ["• Tar the hull\n• Mend the sail"]
    );
    assert_eq!(seen("", "<t>a_x005F_x000D_ _xyz _x1</t>"), ["a_x000D_ _xyz _x1"]);
}

#[test]
fn a_cell_all_in_bold_or_italic_is_told() {
    let document = Book::plan(&row(1, "", &styled("A1", 1, "Boats"))).styles(&[("", "<b/><i/>")]).read();
    let block = &document.blocks[1];
    assert!(block.bold && block.italic);
    let document = Book::plan(&row(1, "", &cell("A1", "Boats"))).read();
    assert!(!document.blocks[1].bold && !document.blocks[1].italic);
}

#[test]
fn a_text_that_is_not_there_is_damage() {
    let book = Book::plan(&row(1, "", "<c r=\"B1\" t=\"s\"><v>7</v></c>")).strings("<si><t>Only</t></si>");
    assert_eq!(
        book.try_read().unwrap_err().to_string(),
        "the file is damaged: sheet \"Plan\": cell B1 names text 7, which is not there"
    );
}

#[test]
fn cells_without_a_name_follow_one_another() {
    let rows = "<row><c t=\"str\"><v>A</v></c><c/><c t=\"str\"><v>B</v></c></row><row><c t=\"str\"><v>C</v></c><c t=\"str\"><v>D</v></c></row>";
    let document = Book::plan(rows).read();
    assert_eq!(crate::grid(crate::tables(&document)[0]), [["A", "", "B"], ["C", "D", ""]]);
}
