//! Files made to exhaust the reader, and files damaged at random.

use crate::support::word::archive;
use crate::writer::{Odt, cell, covered, h, item, list, p, row, span, table};
use proptest::prelude::*;
use wsoa::document::{Limit, Limits, ReadError, odt};

fn too_large(odt: &Odt) -> String {
    match odt.try_read() {
        Err(error @ ReadError::TooLarge { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

fn nested(depth: usize, start: &str, end: &str) -> String {
    start.repeat(depth) + &p("Deep") + &end.repeat(depth)
}

#[test]
fn deep_nesting_is_refused() {
    insta::assert_snapshot!(too_large(&Odt::body(&nested(50_000, "<text:section>", "</text:section>"))), @"the file is too large to read safely: the number of elements inside one another in content.xml is over the limit of 200");
}

#[test]
fn nesting_within_the_limit_is_read_on_a_small_stack() {
    let shapes = [
        nested(
            60,
            "<table:table><table:table-row><table:table-cell>",
            "</table:table-cell></table:table-row></table:table>",
        ),
        nested(90, "<text:list><text:list-item>", "</text:list-item></text:list>"),
        nested(180, "<text:section>", "</text:section>"),
        nested(60, "<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>"),
        p(&("<text:span>".repeat(180) + "Deep" + &"</text:span>".repeat(180))),
    ];
    for body in shapes {
        let read = move || Odt::body(&body).read().texts().concat();
        let deep = std::thread::Builder::new().stack_size(2 << 20).spawn(read);
        assert_eq!(deep.unwrap().join().unwrap(), "Deep");
    }
}

#[test]
fn a_bomb_is_refused_while_it_unpacks() {
    insta::assert_snapshot!(too_large(&Odt::body(&" ".repeat(6 << 20))), @"the file is too large to read safely: the compression of content.xml is over the limit of 200");
    let bomb = Odt::body("").object("Object 1", "formula", &" ".repeat(6 << 20));
    insta::assert_snapshot!(too_large(&bomb), @"the file is too large to read safely: the compression of Object 1/content.xml is over the limit of 200");
}

#[test]
fn a_million_cells_are_refused() {
    let rows = row(&["<table:table-cell/>".repeat(1_000)]).repeat(300);
    insta::assert_snapshot!(too_large(&Odt::body(&table(&rows))), @"the file is too large to read safely: the number of table cells is over the limit of 100,000");
}

#[test]
fn repeats_are_bounded() {
    let mut limits = Limits::default();
    limits.set(Limit::TextBytes, 64 << 10);
    let huge = usize::MAX;
    let rows =
        format!("<table:table-row table:number-rows-repeated=\"{huge}\">{}</table:table-row>", cell("", "A"));
    let wide = cell(&format!("table:number-columns-repeated=\"{huge}\""), &"long ".repeat(2_000));
    for rows in [rows, row(&[wide])] {
        let error = odt::read("plan.odt", &Odt::body(&table(&rows)).bytes(), &limits).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the file is too large to read safely: the size of repeated table rows and cells is over the limit of \
             65,536 bytes"
        );
    }
}

#[test]
fn absurd_numbers_do_no_harm() {
    let huge = usize::MAX;
    let empty = format!("<table:table-cell table:number-columns-repeated=\"{huge}\"/>");
    let wide = format!("table:number-columns-spanned=\"{huge}\" table:number-rows-spanned=\"{huge}\"");
    let rows = format!(
        "<table:table-column table:number-columns-repeated=\"{huge}\"/>\
         <table:table-row table:number-rows-repeated=\"{huge}\"/>\
         <table:table-row table:number-rows-repeated=\"{huge}\">{empty}</table:table-row>"
    ) + &row(&[cell(&wide, "A"), covered(), empty, cell("", "B")]);
    let style = format!(
        "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"10\" style:num-format=\"a\" \
         text:display-levels=\"{huge}\" text:start-value=\"4294967295\"/></text:list-style>"
    );
    let start = format!("<text:list-item text:start-value=\"{huge}\">{}</text:list-item>", p("Step"));
    let body = table(&rows)
        + &format!(
            "<text:numbered-paragraph text:level=\"{huge}\" text:style-name=\"L\">{}</text:numbered-paragraph>",
            p("C")
        )
        + &format!(
            "<text:numbered-paragraph text:level=\"0\" text:style-name=\"L\">{}</text:numbered-paragraph>",
            p("D")
        )
        + &list("text:style-name=\"L\"", &start)
        + &h(u32::MAX, "Far down");
    let document = Odt::body(&body).automatic(&style).read();
    assert_eq!(document.texts(), ["A", "B", "C", "D", "Step", "Far down"]);
}

/// A small file with something of everything.
fn sample() -> Odt {
    let note = "<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note>";
    let body = h(1, "Aims")
        + &list("text:style-name=\"L\"", &item("Step", &list("", &item("Inner", ""))))
        + &p(&(span("T1", "See")
            + note
            + "<field:fieldmark-start/>x<field:fieldmark-separator/>y<field:fieldmark-end/>"))
        + &table(
            &(row(&[
                cell("table:number-rows-spanned=\"2\"", "A"),
                cell("table:number-columns-repeated=\"2\"", "B"),
            ]) + &row(&[covered(), cell("", "C")])),
        );
    Odt::body(&body).automatic(
        "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/>\
         </text:list-style><style:style style:family=\"text\" style:name=\"T1\"/>",
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_of_the_archive_never_panic(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = sample().bytes();
        for (at, value) in flips {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = odt::read("plan.odt", &bytes, &Limits::default());
    }

    #[test]
    fn a_cut_archive_is_an_error(at in any::<prop::sample::Index>()) {
        let bytes = sample().bytes();
        prop_assert!(odt::read("plan.odt", &bytes[..at.index(bytes.len())], &Limits::default()).is_err());
    }

    #[test]
    fn shuffled_xml_never_panics(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
    ) {
        let mut files = sample().files();
        // Tags of the content are swapped, so that much of it stays well-formed or nearly so.
        let (_, text) = &mut files[1];
        let mut tags: Vec<&str> = text.split_inclusive('>').collect();
        for (one, other) in cuts {
            let (one, other) = (one.index(tags.len()), other.index(tags.len()));
            tags.swap(one, other);
        }
        *text = tags.concat();
        let _ = odt::read("plan.odt", &archive(&files), &Limits::default());
    }
}
