//! Workbooks made to exhaust or crash the reader.

use proptest::prelude::*;
use wsoa::document::{Limits, ReadError, sheet};

use crate::book::{Book, cell, number, row, rows};
use crate::ods_book::{self, Ods};
use crate::support::word::archive;

fn too_large(read: Result<wsoa::document::Document, ReadError>) -> String {
    match read {
        Err(error @ ReadError::TooLarge { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_bomb_is_refused_while_it_unpacks() {
    let error = too_large(Book::plan(&" ".repeat(6 << 20)).try_read());
    assert!(error.contains("the compression of xl/worksheets/sheet0.xml"), "{error}");
}

#[test]
fn a_million_cells_are_refused() {
    let line = "<c><v>1</v></c>".repeat(1_000);
    let error = too_large(Book::plan(&format!("<row>{line}</row>").repeat(1_000)).try_read());
    assert!(error.contains("is over the limit"), "{error}");
}

#[test]
fn a_sheet_that_claims_every_row_and_column_costs_what_it_holds() {
    let corners = row(1, "", &(number("A1", 0, "1") + &number("XFD1", 0, "2")))
        + &row(1_048_576, "", &(number("A1048576", 0, "3") + &number("XFD1048576", 0, "4")));
    let book = Book::plan(&corners)
        .before("<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>");
    assert_eq!(book.read().texts(), ["Plan", "1", "3"]);
    let merged = Book::plan(&corners).merge(&["A1:XFD1048576"]);
    assert!(too_large(merged.try_read()).contains("the number of merged rows"));
}

#[test]
fn a_table_is_not_laid_out_when_it_would_be_too_large() {
    let long: String = (2..3_000).map(|line| row(line, "", &number(&format!("A{line}"), 0, "1"))).collect();
    let wide = "<c><v>1</v></c>".repeat(900);
    let error = too_large(Book::plan(&(row(1, "", &wide) + &long)).try_read());
    assert!(error.contains("the number of table cells"), "{error}");
    let wide = "<c><v>1</v></c>".repeat(1_025);
    let error = too_large(Book::plan(&row(1, "", &wide)).try_read());
    assert!(error.contains("the number of columns on sheet \"Plan\""), "{error}");
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let cells: String = (1..1_000).map(|line| row(line, "", "<c t=\"s\"><v>0</v></c>")).collect();
    let strings = format!("<si><t>{}</t></si>", "word ".repeat(6_000));
    let error = too_large(Book::plan(&cells).strings(&strings).try_read());
    assert!(error.contains("the text of the cells"), "{error}");
}

#[test]
fn rows_and_cells_that_stand_for_millions_are_refused_or_cost_nothing() {
    let bomb = ods_book::row(
        "table:number-rows-repeated=\"1048576\"",
        &[ods_book::cell("table:number-columns-repeated=\"16384\"", "x")],
    );
    assert!(too_large(Ods::plan(&bomb).try_read()).contains("the number of table cells"));
    let absurd = ods_book::row(
        "table:number-rows-repeated=\"4294967295\"",
        &["<table:table-cell table:number-columns-repeated=\"4294967295\"/>".to_owned()],
    );
    assert!(Ods::plan(&(absurd.clone() + &absurd)).read().blocks.is_empty());
    let spanned = ods_book::cell(
        "table:number-rows-spanned=\"4294967295\" table:number-columns-spanned=\"4294967295\"",
        "x",
    );
    assert_eq!(Ods::plan(&ods_book::row("", &[spanned])).read().texts(), ["Plan", "x"]);
}

#[test]
fn styles_in_a_loop_end() {
    let style = |name: &str, parent: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"table-cell\" style:parent-style-name=\"{parent}\"/>"
        )
    };
    let row = ods_book::row("", &[ods_book::cell("table:style-name=\"a\"", "x")]);
    assert_eq!(Ods::plan(&row).styles(&(style("a", "b") + &style("b", "a"))).read().texts(), ["Plan", "x"]);
}

#[test]
fn merged_cells_that_overlap_lose_no_words() {
    let book = Book::plan(&rows(&[&["A", "B", "C"], &["D", "E", "F"]]))
        .merge(&["A1:B1", "B1:C2", "C1:A2", "A9:ZZ9"]);
    assert!(book.read().texts().contains(&"A"));
}

#[test]
fn absurd_places_do_no_harm() {
    let cells = cell("A0", "zero")
        + &cell("XFE1", "far")
        + &cell("ZZZZZZZZ1", "farther")
        + &cell("1", "none")
        + &cell("é1", "odd");
    assert_eq!(Book::plan(&row(4_294_967_295, "ht=\"NaN\"", &cells)).read().texts().len(), 6);
}

#[test]
fn missing_parts_are_damage() {
    let mut files = Book::plan("").files();
    files.retain(|(name, _)| name != "xl/worksheets/sheet0.xml");
    let read = sheet::read_xlsx("plan.xlsx", &archive(&files), &Limits::default());
    assert_eq!(read.unwrap_err().to_string(), "the file is damaged: xl/worksheets/sheet0.xml: it is missing");
}

/// A small workbook with something of everything.
fn sample() -> Book {
    Book::plan(
        &(rows(&[&["Action", "Lead"], &["Tar", "Purser"]])
            + &row(3, "hidden=\"1\"", "<c t=\"s\"><v>0</v></c>")),
    )
    .merge(&["A1:B1"])
    .strings("<si><r><rPr><strike/></rPr><t>Old</t></r></si>")
    .styles(&[("dd/mm/yyyy", "<b/>")])
    .beside("comments", "<comments/>")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_of_the_archive_never_panic(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = sample().bytes();
        for (at, value) in flips {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = sheet::read_xlsx("plan.xlsx", &bytes, &Limits::default());
        let _ = sheet::read_ods("plan.ods", &bytes, &Limits::default());
    }

    #[test]
    fn any_number_format_and_value_can_be_shown(code in "[0#?.,%;@dmyhs/:eE+\"\\\\\\[\\]_*$£ -]{0,24}", value in any::<f64>()) {
        let code = code.replace(['&', '<'], "");
        let book = Book::plan(&row(1, "", &number("A1", 1, &value.to_string()))).styles(&[(&code, "")]);
        prop_assert!(book.try_read().is_ok());
    }

    #[test]
    fn any_layout_keeps_every_word(places in prop::collection::btree_set((1_u32..40, 0_u8..20), 1..60)) {
        let mut lines: std::collections::BTreeMap<u32, String> = std::collections::BTreeMap::new();
        for (line, column) in &places {
            let name = format!("{}{line}", char::from(b'A' + column));
            lines.entry(*line).or_default().push_str(&cell(&name, &name));
        }
        let rows: String = lines.iter().map(|(line, cells)| row(*line, "", cells)).collect();
        let document = Book::plan(&rows).read();
        prop_assert_eq!(document.texts().len(), places.len() + 1);
    }
}
