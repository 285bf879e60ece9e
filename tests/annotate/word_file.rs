//! Word files: what is kept, what is replaced, and in what shapes they come.

use crate::looks::in_word;
use crate::notes::{check, quay};
use crate::support::word::{Word, archive, p, run, text};
use crate::{Check, annotate, part, unpacked};
use wsoa::annotate::{AnnotateError, Kind, Note, Place};
use wsoa::document::{Anchor, Format};

fn note(place: Place, text: &str) -> Note {
    Note { file: "quay.docx".to_owned(), place, kind: Kind::Check, text: format!(": {text}") }
}

/// Returns the file with one comment at its beginning.
fn at_start(bytes: &[u8]) -> Vec<u8> {
    annotate("quay.docx", Format::Docx, bytes, &[note(Place::Start, "look")]).unwrap()
}

#[test]
fn all_other_parts_are_kept_byte_for_byte_and_in_their_order() {
    let word = quay().styles("<w:style/>").footnotes("<w:footnote w:id=\"0\"/>");
    let mut files = word.files();
    files.push(("word/media/photo.jpeg".to_owned(), "\u{1}photo".to_owned()));
    let (before, after) = (archive(&files), Check::of("quay.docx", archive(&files)).copy());
    let (before, after) = (unpacked(&before), unpacked(&after));
    let touched = ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"];
    for (old, new) in before.iter().zip(&after) {
        assert_eq!(old.0, new.0);
        assert_eq!(old.1 == new.1, !touched.contains(&old.0.as_str()), "{}", old.0);
    }
    let added: Vec<&str> = after[before.len()..].iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(added, ["word/comments.xml"]);
}

#[test]
fn the_parts_that_change_name_the_comments() {
    let copy = check(&quay()).copy();
    insta::assert_snapshot!(part(&copy, "[Content_Types].xml"), @r#"<Types><Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>"#);
    insta::assert_snapshot!(part(&copy, "word/_rels/document.xml.rels"), @r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="/word/comments.xml"/></Relationships>"#);
}

#[test]
fn comments_of_others_and_tracked_changes_stay() {
    let change = "<w:ins w:id=\"7\" w:author=\"Reviewer\"><w:r><w:t>Inserted.</w:t></w:r></w:ins>\
                  <w:del w:id=\"8\" w:author=\"Reviewer\"><w:r><w:delText>Gone.</w:delText></w:r></w:del>";
    let marked = "<w:commentRangeStart w:id=\"0\"/><w:r><w:t>Words.</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>\
                  <w:r><w:commentReference w:id=\"0\"/></w:r>";
    let word = Word::body(&(p("", marked) + &p("", change))).comments(
        "<w:comment w:id=\"0\" w:author=\"Reviewer\"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>",
    );
    let copy = at_start(&word.bytes());
    insta::assert_snapshot!(in_word(&copy), @r#"
    Reviewer on "Words."
      Really?
    wsoa on "Words."
      Check: look
    "#);
    assert!(part(&copy, "word/document.xml").contains(change));
    assert_eq!(
        part(&copy, "word/_rels/document.xml.rels"),
        part(&word.bytes(), "word/_rels/document.xml.rels")
    );
}

#[test]
fn comments_of_an_earlier_run_are_replaced() {
    let first = check(&quay()).copy();
    let again = Check::of("quay.docx", first.clone());
    assert_eq!(again.statement.marks.comments, in_word(&first).matches("wsoa on").count());
    assert!(again.copy() == first, "the copy of a copy is the copy");
    let none = annotate("quay.docx", Format::Docx, &first, &[]).unwrap();
    assert_eq!(part(&none, "word/document.xml"), part(&quay().bytes(), "word/document.xml"));
    assert_eq!(in_word(&none), "");
}

#[test]
fn the_file_may_be_written_in_any_way_that_xml_allows() {
    let files = |change: &dyn Fn(&str) -> String| -> Vec<(String, String)> {
        let files = quay().files().into_iter();
        files
            .map(|(name, text)| {
                (name.clone(), if name == "word/document.xml" { change(&text) } else { text })
            })
            .collect()
    };
    let bare = |text: &str| {
        let text = text.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=");
        text.replacen(
            "<document ",
            "<document xmlns:q=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
            1,
        )
        .replace(" w:", " q:")
    };
    let other = |text: &str| {
        text.replace("<w:", "<x:")
            .replace("</w:", "</x:")
            .replace("xmlns:w=", "xmlns:x=")
            .replace(" w:", " x:")
    };
    for change in [&bare as &dyn Fn(&str) -> String, &other] {
        let check = Check::of("quay.docx", archive(&files(change)));
        assert_eq!(in_word(&check.copy()), in_word(&crate::notes::check(&quay()).copy()));
    }
    let strict = Check::of("quay.docx", quay().strict().bytes()).copy();
    assert!(part(&strict, "word/comments.xml").contains("purl.oclc.org/ooxml/wordprocessingml"));
    assert!(
        part(&strict, "word/_rels/document.xml.rels")
            .contains("purl.oclc.org/ooxml/officeDocument/relationships/comments")
    );
}

#[test]
fn the_encoding_is_kept() {
    let encode = |text: &str| -> Vec<u8> {
        let text = text.replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>");
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let marked = |text: &str| [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
    for (encode, mark) in
        [(&encode as &dyn Fn(&str) -> Vec<u8>, &[0xFF, 0xFE][..]), (&marked, &[0xEF, 0xBB, 0xBF])]
    {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in quay().files() {
            writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            let bytes = if name == "word/document.xml" { encode(&text) } else { text.into_bytes() };
            std::io::Write::write_all(&mut writer, &bytes).unwrap();
        }
        let check = Check::of("quay.docx", writer.finish().unwrap().into_inner());
        let copy = check.copy();
        let main = unpacked(&copy).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
        assert!(main.starts_with(mark));
        let again = Check::of("quay.docx", copy);
        assert_eq!(again.document.texts(), check.document.texts());
        assert!(again.statement.marks.comments > 0);
    }
}

#[test]
fn an_empty_paragraph_bears_a_comment() {
    let copy = at_start(&Word::body(&("<w:p w:rsidR=\"00A1\"/>".to_owned() + &text("Words."))).bytes());
    let main = part(&copy, "word/document.xml");
    assert!(main.contains("<w:p w:rsidR=\"00A1\"><w:commentRangeStart w:id=\"0\"/><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"), "{main}");
}

#[test]
fn marks_stand_behind_the_properties_and_around_what_wraps_runs() {
    let inside = format!(
        "<w:hyperlink r:id=\"rId9\">{}</w:hyperlink><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        run("", "A"),
        run("", "B")
    );
    let main = part(&at_start(&Word::body(&p("<w:keepNext/>", &inside)).bytes()), "word/document.xml");
    assert!(
        main.contains("<w:pPr><w:keepNext/></w:pPr><w:commentRangeStart w:id=\"0\"/><w:hyperlink"),
        "{main}"
    );
    assert!(main.contains("</w:sdt><w:commentRangeEnd w:id=\"0\"/>"), "{main}");
}

#[test]
fn a_file_that_changed_since_it_was_checked_is_refused() {
    let place = Place::At(Anchor::Markup { start: 3, end: 9 });
    let refused = annotate("quay.docx", Format::Docx, &quay().bytes(), &[note(place, "look")]).unwrap_err();
    assert_eq!(refused, AnnotateError::Changed);
    insta::assert_snapshot!(format!("{refused}; {}", refused.help()), @"it changed while it was checked; save and close the file, and run the check again");
}

#[test]
fn other_formats_and_damaged_files_are_refused() {
    assert_eq!(annotate("plan.md", Format::Markdown, b"# Plan", &[]).unwrap_err(), AnnotateError::Format);
    assert!(matches!(annotate("plan.docx", Format::Docx, b"PK", &[]), Err(AnnotateError::Read(_))));
    let mut files = quay().files();
    files.remove(0);
    let refused =
        annotate("quay.docx", Format::Docx, &archive(&files), &[note(Place::Start, "look")]).unwrap_err();
    insta::assert_snapshot!(refused, @"the file is damaged: [Content_Types].xml: it is missing");
}

#[test]
fn words_of_others_do_no_harm_in_a_comment() {
    let copy =
        annotate("quay.docx", Format::Docx, &quay().bytes(), &[note(Place::End, "<w:p> & \"]]>\" \u{fffe}")])
            .unwrap();
    assert!(in_word(&copy).contains("Check: <w:p> & \"]]>\" \u{fffd}"), "{}", in_word(&copy));
}
