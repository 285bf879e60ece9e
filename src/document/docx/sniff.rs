//! What a file is by its bytes, when it is not the Word document its name promises.

use super::package::Package;
use crate::document::error::ReadError;

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const ZIP: &[u8] = b"PK\x03\x04";
const SAVE_AS: &str = "open it in Word and save it as .docx";
const FIND_WORD: &str = "find the Word document it was made from, or open it in Word and save it as .docx";
const OTHER_FILE: &str = "check that this is the right file, and send the Word document";

/// Refuses bytes that are no zip archive, saying what they are instead.
///
/// # Errors
///
/// [`ReadError::Empty`], [`ReadError::PasswordProtected`], [`ReadError::Truncated`] for a file of zeros, else
/// [`ReadError::NotThisFormat`].
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.starts_with(ZIP) {
        return Ok(());
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(ReadError::Truncated { why: "it holds nothing but zero bytes".to_owned() });
    }
    if bytes.starts_with(OLE) {
        return Err(compound_file(bytes));
    }
    let start = bytes.get(..1024).unwrap_or(bytes);
    let start_lower = start.trim_ascii_start().to_ascii_lowercase();
    let (found, mend) = if contains(start, b"%PDF-") {
        ("a PDF", FIND_WORD)
    } else if start.starts_with(b"MZ") || start.starts_with(b"\x7FELF") {
        ("a program, which may be harmful", "delete it, and ask the sender for the Word document")
    } else if start.starts_with(b"{\\rtf") {
        ("a Rich Text file", SAVE_AS)
    } else if start.starts_with(b"\x89PNG")
        || start.starts_with(b"\xFF\xD8\xFF")
        || start.starts_with(b"GIF8")
    {
        ("a picture", "find the Word document it shows: words in a picture cannot be read")
    } else if [&b"<!doctype html"[..], b"<html"].iter().any(|tag| start_lower.starts_with(tag)) {
        ("a web page", SAVE_AS)
    } else if start_lower.starts_with(b"<?xml") {
        ("an XML file", SAVE_AS)
    } else if [&b"7z\xBC\xAF"[..], b"Rar!", b"\x1F\x8B"].iter().any(|magic| start.starts_with(magic)) {
        ("a compressed archive", "unpack it and give the Word document inside")
    } else if start.starts_with(b"PK\x05\x06") {
        ("an empty zip archive", OTHER_FILE)
    } else if std::str::from_utf8(start).is_ok() && !start.iter().any(|byte| is_control(*byte)) {
        ("plain text", "name it .txt, or .md if it is Markdown")
    } else {
        ("a file of another kind", OTHER_FILE)
    };
    Err(ReadError::NotThisFormat { found, mend })
}

/// Says what a zip archive is that has no Word document in it, `None` when it gives no sign.
pub(super) fn other_package(package: &Package<'_>) -> Option<ReadError> {
    let (found, mend) = if package.has("xl/") {
        ("an Excel workbook", "copy the plan into a Word document")
    } else if package.has("ppt/") {
        ("a PowerPoint presentation", "copy the plan into a Word document")
    } else if package.has("mimetype") && package.has("content.xml") {
        ("an OpenDocument file", SAVE_AS)
    } else if !package.has("[content_types].xml") {
        ("a zip archive", "unpack it and give the Word document inside")
    } else {
        return None;
    };
    Some(ReadError::NotThisFormat { found, mend })
}

/// Tells an encrypted document from the old binary formats: all are OLE compound files, told apart by the UTF-16
/// names of the streams in them.
fn compound_file(bytes: &[u8]) -> ReadError {
    let holds = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    };
    if holds("EncryptedPackage") {
        return ReadError::PasswordProtected;
    }
    let found = if holds("WordDocument") {
        "a Word 97-2003 document (.doc)"
    } else if holds("Workbook") {
        "an Excel 97-2003 workbook (.xls)"
    } else if holds("PowerPoint Document") {
        "a PowerPoint 97-2003 presentation (.ppt)"
    } else {
        "a file of an older Office program"
    };
    ReadError::NotThisFormat { found, mend: SAVE_AS }
}

/// Text next to never holds control characters other than those that part its lines.
fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t'..=b'\r')
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
