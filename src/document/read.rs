//! Chooses the reader for a file: by what its bytes are first, by its name second.

use super::{Document, ReadError, markdown, text};

/// The largest text file that is read, in bytes.
const TEXT_LIMIT: usize = 64 << 20;

const SAVE_AS: &str = "save it as .docx, .md or .txt";

/// Reads the document `bytes` of `file`; the name decides only between markdown and plain text.
///
/// # Errors
///
/// [`ReadError::Empty`] when there is no text, [`ReadError::NotThisFormat`] when the bytes are of a kind that is
/// not read or not the kind the name says, [`ReadError::TooLarge`] over 64 MiB of text, and whatever the reader
/// of the format finds wrong.
pub fn read(file: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let kind = extension(file);
    let named_docx = matches!(kind.as_str(), "docx" | "docm" | "dotx");
    if is_zip(bytes) {
        return read_zip(file, bytes, named_docx);
    }
    if let Some(found) = other_format(bytes) {
        return Err(ReadError::NotThisFormat { found, mend: SAVE_AS });
    }
    if bytes.len() > TEXT_LIMIT {
        return Err(ReadError::TooLarge { what: "the text".to_owned(), limit: "64 MiB".to_owned() });
    }
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if !is_utf16 && is_binary(bytes) {
        return Err(ReadError::NotThisFormat { found: "a binary file", mend: SAVE_AS });
    }
    if named_docx {
        let mend = "give it the name .txt or .md, or open it in Word and save it as .docx";
        return Err(ReadError::NotThisFormat { found: "plain text", mend });
    }
    let text_read = text::decode(bytes)?;
    if is_html(&text_read) {
        return Err(ReadError::NotThisFormat { found: "a web page", mend: SAVE_AS });
    }
    match kind.as_str() {
        "md" | "markdown" => markdown::read(file, &text_read),
        _ => text::read(file, &text_read),
    }
}

/// Returns the extension of `file` in lower case, empty where there is none.
fn extension(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// A zip is told by the names of its parts, which stand in it unpacked.
fn read_zip(file: &str, bytes: &[u8], named_docx: bool) -> Result<Document, ReadError> {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    let found = if holds(b"word/document.xml") || holds(b"word/") {
        if named_docx {
            return read_docx(file, bytes);
        }
        let mend = "give it the name .docx";
        return Err(ReadError::NotThisFormat { found: "a Word document", mend });
    } else if holds(b"xl/workbook") {
        "a spreadsheet"
    } else if holds(b"ppt/presentation") {
        "a presentation"
    } else if holds(b"mimetypeapplication/vnd.oasis.opendocument") {
        "an OpenDocument file"
    } else if named_docx {
        // Whatever is wrong with it, the reader of Word documents can say it best.
        return read_docx(file, bytes);
    } else {
        "a zip archive"
    };
    Err(ReadError::NotThisFormat { found, mend: SAVE_AS })
}

fn read_docx(file: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let _ = (file, bytes);
    Err(ReadError::NotThisFormat { found: "a Word document", mend: "save it as .md or .txt" })
}

/// Returns what `bytes` are, where the first of them tell that they are none of our formats.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 12] = [
        (b"%PDF", "a PDF"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a file of old Office or a protected one"),
        (b"{\\rtf", "a rich text (RTF) file"),
        (b"MZ", "a program"),
        (b"\x7FELF", "a program"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"\x1F\x8B", "a compressed file"),
        (b"7z\xBC\xAF\x27\x1C", "a compressed file"),
    ];
    let is_start = |(start, _): &&(&[u8], &str)| {
        // `MZ` may also begin a word, but no text has the control characters that follow it in a program.
        bytes.starts_with(start) && (*start != b"MZ" || is_binary(bytes))
    };
    STARTS.iter().find(is_start).map(|(_, found)| *found)
}

/// Text has no NUL, and next to no control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(64 << 10)).unwrap_or(bytes);
    let controls = head
        .iter()
        .filter(|byte| **byte < 0x20 && !matches!(**byte, b'\t'..=b'\r' | 0x1A | 0x1B | 0x1E | 0x1F));
    bytes.contains(&0) || controls.count() * 10 > head.len()
}

fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    let start = start
        .strip_prefix("<?xml")
        .map_or(start.as_str(), |rest| rest.split_once("?>").map_or(rest, |(_, after)| after.trim_start()));
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag))
}
