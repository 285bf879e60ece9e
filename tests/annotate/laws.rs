//! Laws: whatever the file, the copy reads as the file does, is a sound package, and is its own copy.

use crate::support::word::{Word, cell, p, row, run, styled, table, text};
use crate::{Check, annotate, unpacked};
use proptest::prelude::*;
use wsoa::annotate::{Kind, Note, Place};
use wsoa::document::{Anchor, Block, BlockKind, Format, Location};

/// A paragraph of any make.
fn paragraph() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("The superintendent will publish a rota with two names for every night by 1 May 2031."),
        Just("We will consider calling back &amp; more."),
        Just("Night desk"),
        Just(""),
    ];
    (words, 0..9).prop_map(|(words, make)| match make {
        0 => styled("Heading1", words),
        1 => p("", &format!("<w:ins w:id=\"1\">{}</w:ins>", run("", words))),
        2 => p("<w:rPr><w:del w:id=\"2\"/></w:rPr>", &format!("<w:del w:id=\"3\"><w:r><w:delText>{words}</w:delText></w:r></w:del>")),
        3 => format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", text(words)),
        4 => "<w:p/>".to_owned(),
        5 => p("", &format!(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            text(words)
        )),
        6 => p("", &format!(
            "<w:commentRangeStart w:id=\"5\"/>{}<w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r>",
            run("", words)
        )),
        7 => format!("<w:p>{}</w:p>", run("", words)),
        _ => text(words),
    })
}

fn block() -> impl Strategy<Value = String> {
    let cells = prop::collection::vec(prop::collection::vec(paragraph(), 1..3), 1..4);
    let grid = prop::collection::vec(cells, 1..4).prop_map(|rows| {
        let rows: Vec<String> = rows
            .iter()
            .map(|cells| {
                row(&cells
                    .iter()
                    .map(|inside| format!("<w:tc>{}</w:tc>", inside.concat()))
                    .collect::<Vec<_>>())
            })
            .collect();
        let head = row(&["Finding", "Action", "Lead"].map(|words| cell("", words)));
        table(&[vec![head], rows].concat())
    });
    prop_oneof![3 => paragraph(), 1 => grid]
}

/// Returns every location of a document.
fn places(blocks: &[Block], found: &mut Vec<Location>) {
    for block in blocks {
        found.push(block.location.clone());
        if let BlockKind::Table(table) = &block.kind {
            for cell in table.rows.iter().flat_map(|row| &row.cells) {
                found.push(cell.location.clone());
                places(&cell.blocks, found);
            }
        }
    }
}

/// A note at every place of a document, and at both ends.
fn everywhere(check: &Check) -> Vec<Note> {
    let mut found = Vec::new();
    places(&check.document.blocks, &mut found);
    let anchors: Vec<Anchor> =
        found.into_iter().filter_map(|location| location.anchor.as_deref().cloned()).collect();
    let places = anchors.into_iter().map(Place::At).chain([Place::Start, Place::End]);
    let note = |place| Note {
        file: check.document.file.clone(),
        place,
        kind: Kind::Check,
        text: ": look".to_owned(),
    };
    places.map(note).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_copy_reads_as_the_file_does(blocks in prop::collection::vec(block(), 1..8)) {
        let before = Check::of("plan.docx", Word::body(&(blocks.concat() + &text("End."))).bytes());
        let notes = everywhere(&before);
        let copy = before.with(&notes).unwrap();
        for (name, bytes) in unpacked(&copy) {
            let text = String::from_utf8(bytes).unwrap();
            prop_assert!(roxmltree::Document::parse(&text).is_ok(), "{name}: {text}");
        }
        let after = Check::of("plan.docx", copy.clone());
        prop_assert_eq!(before.document.texts(), after.document.texts());
        prop_assert_eq!(before.statement.actions.len(), after.statement.actions.len());
        let verdicts = |check: &Check| check.assessment.items.iter().map(|item| (item.id().to_owned(), item.verdict())).collect::<Vec<_>>();
        prop_assert_eq!(verdicts(&before), verdicts(&after));
        // The places of the copy are those of the file, and its comments take those of the first run's place.
        let again = after.with(&everywhere(&after)).unwrap();
        prop_assert!(again == copy);
    }

    #[test]
    fn no_bytes_of_a_workbook_make_it_panic(at in 0_usize..4_000, byte in any::<u8>()) {
        let mut bytes = crate::workbook::noted();
        let at = at % bytes.len();
        bytes[at] = byte;
        let note = Note { file: "plan.xlsx".to_owned(), place: Place::End, kind: Kind::Check, text: ": look".to_owned() };
        let _ = annotate("plan.xlsx", Format::Xlsx, &bytes, &[note]);
    }

    #[test]
    fn no_bytes_make_it_panic(at in 0_usize..4_000, byte in any::<u8>()) {
        let mut bytes = crate::notes::quay().bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let note = Note { file: "plan.docx".to_owned(), place: Place::End, kind: Kind::Check, text: ": look".to_owned() };
        let _ = annotate("plan.docx", Format::Docx, &bytes, &[note]);
    }
}
