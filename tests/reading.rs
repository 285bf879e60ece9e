//! How the reader of a file is chosen, and how files that cannot be read are refused.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use wsoa::document::{BlockKind, Format, Limits, ReadError, read};

fn refusal(file: &str, bytes: &[u8]) -> (String, String) {
    let error = read(file, bytes, &Limits::default()).unwrap_err();
    (error.to_string(), error.help())
}

/// The error says what the file is.
fn found(file: &str, bytes: &[u8]) -> &'static str {
    match read(file, bytes, &Limits::default()).unwrap_err() {
        ReadError::NotThisFormat { found, .. } => found,
        other => panic!("{file}: {other}"),
    }
}

#[test]
fn the_name_tells_markdown_from_text() {
    let bytes = b"**Do it.**\n";
    for (file, format, text) in [
        ("plan.md", Format::Markdown, "Do it."),
        ("C:\\plans\\PLAN.MARKDOWN", Format::Markdown, "Do it."),
        ("plan.txt", Format::Text, "**Do it.**"),
        ("plan", Format::Text, "**Do it.**"),
        ("a.md/plan", Format::Text, "**Do it.**"),
    ] {
        let document = read(file, bytes, &Limits::default()).unwrap();
        assert_eq!((document.format, document.blocks[0].text.as_str()), (format, text), "{file}");
    }
}

#[test]
fn utf_16_from_notepad_is_text() {
    let bytes: Vec<u8> = "\u{feff}Tie the tails.\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let document = read("plan.txt", &bytes, &Limits::default()).unwrap();
    assert_eq!(document.blocks[0].text, "Tie the tails.");
    assert!(matches!(document.blocks[0].kind, BlockKind::Paragraph));
}

#[test]
fn nothing_is_empty_whatever_its_name() {
    for file in ["a.docx", "a.md", "a.txt", "a"] {
        for bytes in [&b""[..], b" \r\n\t\n"] {
            assert_eq!(read(file, bytes, &Limits::default()).unwrap_err(), ReadError::Empty, "{file}");
        }
    }
    assert_eq!(read("a.txt", b"\xEF\xBB\xBF\n", &Limits::default()).unwrap_err(), ReadError::Empty);
}

#[test]
fn other_formats_are_named() {
    assert_eq!(found("a.txt", b"{\\rtf1\\ansi Tails}"), "a Rich Text file");
    assert_eq!(found("a.xml", b"<?xml version='1.0'?><plan/>"), "an XML file");
    assert_eq!(found("a.docx", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "a picture");
    assert_eq!(found("a.txt", b"MZ\x90\0\x03\0\0\0"), "a program, which may be harmful");
    assert_eq!(found("a.docx", b"Tie the tails.\n"), "plain text");
    assert_eq!(found("a.txt", b"Tie\0the\0tails"), "a file of another kind");
    assert_eq!(found("a.txt", b"T\0i\0e\0 \0i\0t\0\n\0"), "text in UTF-16 without its mark");
}

#[test]
fn text_in_another_encoding_is_refused_at_its_place() {
    let (message, help) = refusal("plan.txt", b"One line\nand a caf\xE9\n");
    assert_eq!(message, "line 2, character 10: this is not UTF-8 text");
    assert!(help.contains("UTF-8"), "{help}");
}

#[test]
fn a_document_is_read_as_what_it_is_whatever_its_name() {
    let bytes = docx();
    for file in ["plan.docx", "plan.txt", "plan.pdf", "plan"] {
        let document = read(file, &bytes, &Limits::default()).unwrap();
        assert_eq!(
            (document.format, document.blocks[0].text.as_str()),
            (Format::Docx, "Tie the tails."),
            "{file}"
        );
    }
}

#[test]
fn too_much_text_is_refused() {
    let too_large = |file: &str, bytes: &[u8]| match read(file, bytes, &Limits::default()).unwrap_err() {
        ReadError::TooLarge { what, .. } => what,
        other => panic!("{other}"),
    };
    assert_eq!(too_large("plan.txt", &vec![b'a'; (8 << 20) + 1]), "the text");
    assert_eq!(too_large("plan.md", &vec![b'a'; (8 << 20) + 1]), "the text");
    assert_eq!(too_large("plan.txt", "a\n".repeat(300_001).as_bytes()), "the number of lines");
    assert_eq!(too_large("plan.txt", "a\tb\tc\n".repeat(100_000).as_bytes()), "the number of table cells");
    assert_eq!(
        too_large("plan.md", format!("|a|b|\n|-|-|\n{}", "|a|b|\n".repeat(100_000)).as_bytes()),
        "the number of table cells"
    );
}

/// The smallest Word document.
fn docx() -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#,
        ),
        (
            "word/document.xml",
            r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Tie the tails.</w:t></w:r></w:p></w:body></w:document>"#,
        ),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
