//! Chooses the reader for a file: by what its bytes are first, by its name second.

use super::{Document, ReadError, docx, limits, markdown, text};

/// The largest text file that is read, in bytes: over a million words, and read within two seconds.
const TEXT_BYTES: usize = 8 << 20;

/// Reads the document `bytes` of `file`. Its bytes tell a Word document from text; its name tells markdown from
/// plain text.
///
/// # Errors
///
/// [`ReadError::Empty`] when there is no text, [`ReadError::NotThisFormat`] when the bytes are of a kind that is
/// not read or not the kind the name says, [`ReadError::TooLarge`] over 8 MiB of text, and whatever the reader
/// of the format finds wrong.
pub fn read(file: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.len() > limits::FILE_BYTES {
        let limit = format!("{} MiB", limits::FILE_BYTES >> 20);
        return Err(ReadError::TooLarge { what: "the file".to_owned(), limit });
    }
    let extension = extension(file);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let text_named = matches!(extension.as_str(), "md" | "markdown" | "txt" | "text");
    let docx_named = matches!(extension.as_str(), "docx" | "docm" | "dotx" | "dotm");
    if !docx_named && is_binary(bytes) && std::str::from_utf8(bytes).is_ok() {
        let mend = "check that this is the right file, or save it again as .docx, .md or .txt";
        return Err(ReadError::NotThisFormat { found: "a binary file, though it looks like text", mend });
    }
    // The reader of Word documents also says what bytes are that are neither such a document nor text.
    if docx_named || !is_text(bytes) {
        let document = docx::read(file, bytes)?;
        if text_named {
            return Err(ReadError::NotThisFormat {
                found: "a Word document",
                mend: "give it a name that ends in .docx",
            });
        }
        return Ok(document);
    }
    if bytes.len() > TEXT_BYTES {
        return Err(ReadError::TooLarge { what: "the text".to_owned(), limit: "8 MiB".to_owned() });
    }
    let decoded = text::decode(bytes)?;
    match extension.as_str() {
        "md" | "markdown" => markdown::read(file, &decoded),
        _ => text::read(file, &decoded),
    }
}

/// Returns the extension of `file` in lower case, empty where there is none.
fn extension(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// Returns whether `bytes` are text that a person wrote to be read as it is.
fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let start = bytes.get(..1024).unwrap_or(bytes);
    let marks: [&[u8]; 5] = [b"PK\x03\x04", b"PK\x05\x06", b"{\\rtf", b"%PDF-", b"\xD0\xCF\x11\xE0"];
    let lower = start.trim_ascii_start().to_ascii_lowercase();
    let tags: [&[u8]; 3] = [b"<!doctype html", b"<html", b"<?xml"];
    !marks.iter().any(|mark| start.starts_with(mark))
        && !tags.iter().any(|tag| lower.starts_with(tag))
        && !is_binary(bytes)
}

/// Text has no zero bytes, and next to no other control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..64 << 10).unwrap_or(bytes);
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t'..=b'\r' | 0x1E | 0x1F);
    bytes.contains(&0) || start.iter().filter(control).count() * 10 > start.len()
}
