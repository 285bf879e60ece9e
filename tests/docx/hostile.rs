//! Input made to exhaust or crash the reader.

use crate::support::word::{Word, archive, cell, field, instruction, item, p, row, run, styled, table, text};
use proptest::prelude::*;
use wsoa::document::{Limits, ReadError, docx};

fn too_large(word: &Word) -> String {
    match word.try_read() {
        Err(error @ ReadError::TooLarge { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

fn nested(depth: usize, start: &str, end: &str) -> String {
    start.repeat(depth) + &text("Deep") + &end.repeat(depth)
}

#[test]
fn deep_nesting_is_refused() {
    insta::assert_snapshot!(too_large(&Word::body(&nested(50_000, "<w:smartTag>", "</w:smartTag>"))), @"the file is too large to read safely: the number of elements inside one another in word/document.xml is over the limit of 200");
}

#[test]
fn nesting_within_the_limit_is_read_on_a_small_stack() {
    let body = nested(60, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let deep =
        std::thread::Builder::new().stack_size(2 << 20).spawn(move || Word::body(&body).read().blocks.len());
    assert_eq!(deep.unwrap().join().unwrap(), 1);
}

#[test]
fn a_bomb_is_refused_while_it_unpacks() {
    insta::assert_snapshot!(too_large(&Word::body(&" ".repeat(6 << 20))), @"the file is too large to read safely: the compression of word/document.xml is over the limit of 200");
}

#[test]
fn a_million_cells_are_refused() {
    let cells = "<w:tc/>".repeat(1_000);
    let body = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{cells}</w:tr>").repeat(300));
    insta::assert_snapshot!(too_large(&Word::body(&body)), @"the file is too large to read safely: the number of table cells is over the limit of 100,000");
}

#[test]
fn crowds_of_attributes_and_namespaces_are_refused() {
    let many = |prefix: &str| (0..200).map(|at| format!(" {prefix}{at}=\"u{at}\"")).collect::<String>();
    insta::assert_snapshot!(too_large(&Word::body(&format!("<w:p{}/>", many("a")))), @"the file is too large to read safely: the number of attributes of one element in word/document.xml is over the limit of 128");
    let half = many("xmlns:n").split(" xmlns:n100=").next().unwrap().to_owned();
    let body = format!("<w:p{half}><w:r{half}><w:t{half}/></w:r></w:p>");
    insta::assert_snapshot!(too_large(&Word::body(&body)), @"the file is too large to read safely: the number of namespaces in word/document.xml is over the limit of 256");
}

#[test]
fn a_crowd_of_files_is_refused() {
    let files: Vec<(String, String)> = (0..10_001).map(|at| (format!("f{at}"), String::new())).collect();
    assert!(matches!(
        docx::read("plan.docx", &archive(&files), &Limits::default()),
        Err(ReadError::TooLarge { .. })
    ));
}

#[test]
fn absurd_numbers_do_no_harm() {
    let huge = "4294967295";
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"8\"><w:start w:val=\"{huge}\"/>\
         <w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%9%1%\"/></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    );
    let span = format!("<w:gridSpan w:val=\"{huge}\"/>");
    let body = item(1, 4_294_967_295, "A")
        + &item(1, 8, "B")
        + &table(&[row(&[cell(&span, "C"), cell(&span, "D")])]);
    assert_eq!(Word::body(&body).numbering(&numbering).read().blocks.len(), 3);
}

/// A small file with something of everything.
fn sample() -> Word {
    let body = styled("Heading1", "Aims")
        + &item(1, 0, "Step")
        + &p(
            "",
            &(field("begin") + &instruction("PAGE") + &field("separate") + &run("", "3") + &field("end")),
        )
        + &p("", "<w:r><w:t>See</w:t><w:footnoteReference w:id=\"1\"/></w:r>")
        + &table(&[
            row(&[cell("<w:vMerge w:val=\"restart\"/>", "A"), cell("", "B")]),
            row(&[cell("<w:vMerge/>", "")]),
        ]);
    Word::body(&body)
        .styles(
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style>",
        )
        .numbering("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
        .footnotes("<w:footnote w:id=\"1\"><w:p/></w:footnote>")
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
        let _ = docx::read("plan.docx", &bytes, &Limits::default());
    }

    #[test]
    fn a_cut_archive_is_an_error(at in any::<prop::sample::Index>()) {
        let bytes = sample().bytes();
        prop_assert!(docx::read("plan.docx", &bytes[..at.index(bytes.len())], &Limits::default()).is_err());
    }

    #[test]
    fn shuffled_xml_never_panics(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
    ) {
        let mut files = sample().files();
        // Tags of the document are swapped, so that much of it stays well-formed or nearly so.
        let (_, text) = &mut files[2];
        let mut tags: Vec<&str> = text.split_inclusive('>').collect();
        for (one, other) in cuts {
            let (one, other) = (one.index(tags.len()), other.index(tags.len()));
            tags.swap(one, other);
        }
        *text = tags.concat();
        let _ = docx::read("plan.docx", &archive(&files), &Limits::default());
    }
}
