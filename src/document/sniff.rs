//! What a file is: by its bytes first, by its name where they leave a choice.

use super::archive::Archive;
use super::error::ReadError;
use super::limits::Limits;
use super::model::Format;

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const ZIP: &[u8] = b"PK\x03\x04";
/// How far into a file its kind is looked for: some programs put a line of their own before `%PDF-`.
const START: usize = 1024;
const SAVE_AS: &str = "open it in the program that made it and save it as .docx, .xlsx or .pdf";
const OTHER_FILE: &str = "check that this is the right file, and send the document itself";

/// Returns the format that `bytes` are in; `file` tells Markdown from plain text.
///
/// # Errors
///
/// [`ReadError::Empty`], [`ReadError::PasswordProtected`], [`ReadError::Truncated`] for a file of zeros or an archive
/// without its end, [`ReadError::TooLarge`] for an archive of too many files, else [`ReadError::NotThisFormat`].
pub(super) fn format(file: &str, bytes: &[u8], limits: &Limits) -> Result<Format, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(ReadError::Truncated { why: "it holds nothing but zero bytes".to_owned() });
    }
    if bytes.starts_with(ZIP) {
        return packed(&mut Archive::open(bytes, limits)?);
    }
    if bytes.starts_with(OLE) {
        return Err(compound_file(bytes));
    }
    let start = bytes.get(..START).unwrap_or(bytes);
    if contains(start, b"%PDF-") {
        return Ok(Format::Pdf);
    }
    let utf16 = start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]);
    if let Some(error) = foreign(start).filter(|_| !utf16) {
        return Err(error);
    }
    if !utf16 && is_binary(bytes) {
        let (found, mend) = if is_unmarked_utf16(start) {
            ("text in UTF-16 without its mark", "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)")
        } else {
            ("a file of another kind", OTHER_FILE)
        };
        return Err(ReadError::NotThisFormat { found, mend });
    }
    written(file, start)
}

/// Returns the format of text, which its first tag tells, or else its name.
fn written(file: &str, start: &[u8]) -> Result<Format, ReadError> {
    let lower = start.trim_ascii_start().to_ascii_lowercase();
    let lower = lower.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&lower);
    let is_page = [&b"<!doctype html"[..], b"<html"].iter().any(|tag| lower.starts_with(tag));
    if is_page || lower.starts_with(b"<?xml") && contains(lower, b"<html") {
        return Ok(Format::Html);
    }
    if lower.starts_with(b"<?xml") {
        return Err(ReadError::NotThisFormat { found: "an XML file", mend: SAVE_AS });
    }
    match extension(file).as_str() {
        "md" | "markdown" => Ok(Format::Markdown),
        "html" | "htm" | "xhtml" | "mht" | "mhtml" => Ok(Format::Html),
        "docx" | "docm" | "dotx" | "dotm" | "xlsx" | "xlsm" | "odt" | "ods" | "pdf" => {
            Err(ReadError::NotThisFormat {
                found: "plain text",
                mend: "name it .txt, or .md if it is Markdown",
            })
        }
        _ => Ok(Format::Text),
    }
}

/// Returns the format of an archive, which its files tell.
fn packed(archive: &mut Archive<'_>) -> Result<Format, ReadError> {
    if archive.has("mimetype") && archive.has("content.xml") {
        let kind = archive.part("mimetype")?.map(|part| part.text).unwrap_or_default();
        return match kind.trim().strip_prefix("application/vnd.oasis.opendocument.") {
            Some("text" | "text-template" | "text-master") => Ok(Format::Odt),
            Some("spreadsheet" | "spreadsheet-template") => Ok(Format::Ods),
            _ => {
                Err(ReadError::NotThisFormat { found: "an OpenDocument file of another kind", mend: SAVE_AS })
            }
        };
    }
    let (found, mend) = if archive.has("xl/workbook.bin") {
        ("a binary Excel workbook (.xlsb)", "open it in Excel and save it as .xlsx")
    } else if archive.has("xl/") {
        return Ok(Format::Xlsx);
    } else if archive.has("ppt/") {
        ("a PowerPoint presentation", "save it as a PDF")
    } else if archive.has("[content_types].xml") || archive.has("word/") {
        return Ok(Format::Docx);
    } else {
        ("a zip archive", "unpack it and give the document inside")
    };
    Err(ReadError::NotThisFormat { found, mend })
}

/// Refuses what is known to be no statement, saying what it is.
fn foreign(start: &[u8]) -> Option<ReadError> {
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| start.starts_with(mark));
    let (found, mend) =
        if begins(&[b"MZ\x90", b"MZ\x00", b"\x7FELF"]) || begins(&[b"MZ"]) && start.contains(&0) {
            ("a program, which may be harmful", "delete it, and ask the sender for the document")
        } else if begins(&[b"{\\rtf"]) {
            ("a Rich Text file", "open it in Word and save it as .docx")
        } else if begins(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8"]) {
            ("a picture", "find the document it shows: words in a picture cannot be read")
        } else if begins(&[b"7z\xBC\xAF", b"Rar!", b"\x1F\x8B"]) {
            ("a compressed archive", "unpack it and give the document inside")
        } else if begins(&[b"PK\x05\x06"]) {
            ("an empty zip archive", OTHER_FILE)
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
    let (found, mend) = if holds("WordDocument") {
        ("a Word 97-2003 document (.doc)", "open it in Word and save it as .docx")
    } else if holds("Workbook") {
        ("an Excel 97-2003 workbook (.xls)", "open it in Excel and save it as .xlsx")
    } else if holds("PowerPoint Document") {
        ("a PowerPoint 97-2003 presentation (.ppt)", "save it as a PDF")
    } else {
        ("a file of an older Office program", SAVE_AS)
    };
    ReadError::NotThisFormat { found, mend }
}

/// Returns the extension of `file` in lower case, empty where there is none.
fn extension(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// Text has no zero bytes, and next to no other control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..64 << 10).unwrap_or(bytes);
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t'..=b'\r' | 0x1E | 0x1F);
    bytes.contains(&0) || start.iter().filter(control).count() * 10 > start.len()
}

/// Text in a western language as UTF-16 is letters and zeros in turn.
fn is_unmarked_utf16(start: &[u8]) -> bool {
    let (pairs, _) = start.as_chunks::<2>();
    let in_turn = |pair: &&[u8; 2]| (pair[0] == 0) != (pair[1] == 0);
    pairs.len() > 1 && pairs.iter().filter(in_turn).count() * 10 >= pairs.len() * 9
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
