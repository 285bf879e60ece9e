//! Files that are refused, each with the mend that fits.

use crate::support::word::{Word, archive, text};
use wsoa::document::{Limits, ReadError, docx, read};

fn refuse(bytes: &[u8]) -> String {
    let error = read("plan.docx", bytes, &Limits::default()).unwrap_err();
    format!("{error} | {}", error.help())
}

/// The files of a plain document, changed.
fn changed(change: impl Fn(&mut Vec<(String, String)>)) -> Vec<u8> {
    let mut files = Word::body(&text("Plan")).styles("").files();
    change(&mut files);
    archive(&files)
}

fn compound_file(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn other_formats_are_named() {
    let files: [&[u8]; 8] = [
        b"",
        b"MZ\x90\x00",
        b"{\\rtf1}",
        b"\x89PNG\r\n",
        b"Action plan",
        &compound_file("WordDocument"),
        &compound_file("EncryptedPackage"),
        &[0; 100],
    ];
    insta::assert_debug_snapshot!(files.map(refuse), @r#"
    [
        "the file is empty | send the file again, or check that this is the right one",
        "it is a program, which may be harmful | delete it, and ask the sender for the document",
        "it is a Rich Text file | open it in Word and save it as .docx",
        "it is a picture | find the document it shows: words in a picture cannot be read",
        "it is plain text | name it .txt, or .md if it is Markdown",
        "it is a Word 97-2003 document (.doc) | open it in Word and save it as .docx",
        "the file is protected with a password | open it with the password, remove the password (in Word and Excel: File, Info, Protect) and save it again",
        "the file is cut short: it holds nothing but zero bytes | copy or download the file again",
    ]
    "#);
}

#[test]
fn other_packages_are_named() {
    let named = |names: &[&str]| {
        let files: Vec<(String, String)> =
            names.iter().map(|name| ((*name).to_owned(), "x".to_owned())).collect();
        refuse(&archive(&files))
    };
    let found = [
        named(&["[Content_Types].xml", "ppt/presentation.xml"]),
        named(&["[Content_Types].xml", "xl/workbook.bin"]),
        named(&["mimetype", "content.xml"]),
        named(&["plan.txt"]),
    ];
    insta::assert_debug_snapshot!(found, @r#"
    [
        "it is a PowerPoint presentation | save it as a PDF",
        "it is a binary Excel workbook (.xlsb) | open it in Excel and save it as .xlsx",
        "it is an OpenDocument file of another kind | open it in the program that made it and save it as .docx, .xlsx or .pdf",
        "it is a zip archive | unpack it and give the document inside",
    ]
    "#);
}

#[test]
fn missing_and_broken_parts_are_named() {
    let without = |name: &str| refuse(&changed(|files| files.retain(|(each, _)| each != name)));
    let broken = |name: &str, text: &str| {
        refuse(&changed(|files| {
            files.iter_mut().filter(|(each, _)| each == name).for_each(|(_, old)| *old = text.to_owned());
        }))
    };
    let found = [
        without("_rels/.rels"),
        without("word/document.xml"),
        without("word/_rels/document.xml.rels"),
        without("word/styles.xml"),
        broken("word/document.xml", "<w:document xmlns:w='wordprocessingml'>"),
        broken("word/styles.xml", "<a><b></a>"),
        broken("word/styles.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    ];
    insta::assert_debug_snapshot!(found, @r#"
    [
        "the file is damaged: _rels/.rels: it is missing | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: word/document.xml: it is missing | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: word/_rels/document.xml.rels: it is missing | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: word/styles.xml: it is missing | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: word/document.xml: the root node was opened but never closed | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: word/styles.xml: expected 'b' tag, not 'a' at 1:7 | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: word/styles.xml: it has a DOCTYPE, which no Office file has | open it in the program that made it, let it repair the file and save it again",
    ]
    "#);
}

#[test]
fn parts_are_found_through_relationships() {
    let bytes = changed(|files| {
        for (name, text) in files {
            *name = name
                .replace("word/document.xml", "Main/Story.xml")
                .replace("word/_rels/document", "main/_rels/story");
            *name = name.replace("word/styles.xml", "looks/styles.xml");
            *text = text
                .replace("word/document.xml", "/main/story.xml")
                .replace("styles.xml", "../looks/./styles.xml");
        }
    });
    assert_eq!(docx::read("plan.docx", &bytes, &Limits::default()).unwrap().blocks.len(), 1);
}

#[test]
fn a_file_cut_short_says_so() {
    let whole = Word::body(&text("Plan")).bytes();
    let error = docx::read("plan.docx", &whole[..whole.len() / 2], &Limits::default()).unwrap_err();
    assert!(matches!(error, ReadError::Truncated { .. }), "{error}");
}

#[test]
fn utf16_parts_are_read() {
    let files = Word::body(&text("Añadir")).files();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        let wide = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes);
        std::io::Write::write_all(&mut writer, &wide.collect::<Vec<u8>>()).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(docx::read("plan.docx", &bytes, &Limits::default()).unwrap().blocks[0].text, "Añadir");
}
