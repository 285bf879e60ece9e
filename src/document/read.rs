//! Reads a file by the reader of its format.

use super::limits::{Limit, Limits};
use super::{Document, Format, ReadError, docx, html, markdown, odt, pdf, sheet, sniff, text};

/// Reads the document `bytes` of `file` within `limits`. Its bytes tell the format; its name tells Markdown from
/// plain text.
///
/// # Errors
///
/// [`ReadError::Empty`] when there is no text, [`ReadError::NotThisFormat`] when the bytes are of a kind that is not
/// read, [`ReadError::TooLarge`] over a limit, and whatever the reader of the format finds wrong.
pub fn read(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.hold(Limit::FileBytes, bytes.len(), || "the file".to_owned())?;
    match sniff::format(file, bytes, limits)? {
        Format::Docx => docx::read(file, bytes, limits),
        Format::Odt => odt::read(file, bytes, limits),
        Format::Pdf => pdf::read(file, bytes, limits),
        Format::Xlsx => sheet::read_xlsx(file, bytes, limits),
        Format::Ods => sheet::read_ods(file, bytes, limits),
        Format::Markdown => markdown::read(file, &text_of(bytes, limits)?, limits),
        Format::Html => html::read(file, bytes, limits),
        Format::Text => text::read(file, &text_of(bytes, limits)?, limits),
    }
}

fn text_of(bytes: &[u8], limits: &Limits) -> Result<String, ReadError> {
    limits.hold(Limit::TextBytes, bytes.len(), || "the text".to_owned())?;
    text::decode(bytes)
}
