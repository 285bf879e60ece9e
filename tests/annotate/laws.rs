//! Laws: whatever the file, the copy reads as the file does, is a sound package, and is its own copy.

use std::collections::BTreeMap;

use crate::support::word::{Word, archive, cell, p, row, run, styled, table, text};
use crate::{Check, annotate, unpacked};
use proptest::prelude::*;
use proptest::sample::Index;
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
    places.map(|place| look(&check.document.file, place)).collect()
}

fn look(file: &str, place: Place) -> Note {
    Note { file: file.to_owned(), place, kind: Kind::Check, text: ": look".to_owned() }
}

/// A sign that markup is made of, or one that it is not.
fn sign() -> impl Strategy<Value = char> {
    prop_oneof![4 => prop::sample::select(r#"<>/"'=&;:!? -0x"#.chars().collect::<Vec<_>>()), 1 => any::<char>()]
}

/// Returns the archive with one sign of the text of one part made another.
fn broken(bytes: &[u8], part: Index, at: Index, sign: char) -> Vec<u8> {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let mut files: Vec<(String, String)> =
        unpacked(bytes).into_iter().map(|(name, bytes)| (name, text(bytes))).collect();
    let part = part.index(files.len());
    let mut signs: Vec<char> = files[part].1.chars().collect();
    let at = at.index(signs.len());
    signs[at] = sign;
    files[part].1 = signs.into_iter().collect();
    archive(&files)
}

/// Makes sure that a file is refused with a clear word, or that every part of its copy is well formed that the run wrote.
/// A drawing of boxes that was not well formed before need not be so after.
fn sound_or_refused(file: &str, format: Format, bytes: &[u8], notes: &[Note]) -> Result<(), TestCaseError> {
    let copy = match annotate(file, format, bytes, notes) {
        Ok(copy) => copy,
        Err(error) => {
            let (what, help) = (error.to_string(), error.help());
            prop_assert!(!what.is_empty() && !help.is_empty() && !what.contains('\n'), "{what}; {help}");
            return Ok(());
        }
    };
    let is_sound = |bytes: &[u8]| roxmltree::Document::parse(str::from_utf8(bytes).unwrap()).is_ok();
    let before: BTreeMap<String, Vec<u8>> = unpacked(bytes).into_iter().collect();
    for (name, after) in unpacked(&copy) {
        let old = before.get(&name);
        let was_loose = name.ends_with(".vml") && old.is_some_and(|old| !is_sound(old));
        let sound = old == Some(&after) || was_loose || is_sound(&after);
        prop_assert!(sound, "{name}: {}", String::from_utf8_lossy(&after));
    }
    Ok(())
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
    fn of_a_broken_workbook_comes_an_error_or_a_sound_copy(part in any::<Index>(), at in any::<Index>(), sign in sign()) {
        let cell = |row, column| Place::At(Anchor::Cell { part: "xl/worksheets/sheet0.xml".into(), row, column });
        let notes = [Place::Start, cell(3, 2), cell(4, 3)].map(|place| look("plan.xlsx", place));
        sound_or_refused("plan.xlsx", Format::Xlsx, &broken(&crate::workbook::noted(), part, at, sign), &notes)?;
    }

    #[test]
    fn of_a_broken_word_file_comes_an_error_or_a_sound_copy(part in any::<Index>(), at in any::<Index>(), sign in sign()) {
        let quay = Check::of("plan.docx", crate::notes::quay().bytes());
        // With the comments of an earlier run, so that those are read too.
        let noted = quay.with(&everywhere(&quay)).unwrap();
        let notes = [Place::Start, Place::End].map(|place| look("plan.docx", place));
        sound_or_refused("plan.docx", Format::Docx, &broken(&noted, part, at, sign), &notes)?;
    }
}
