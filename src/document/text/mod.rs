//! Reads plain text as people save it from Word, mail programs and editors.

mod columns;
mod decode;
mod grid;
mod headings;
mod joining;
mod lines;
mod lists;
mod mail;
mod outline;
mod pipes;
mod reader;
mod tables;
mod tabs;
mod wrapping;

pub use decode::decode;
pub(super) use joining::tidy;
pub(super) use outline::{Outline, Place};

use super::{Document, Format, Limit, Limits, ReadError};

/// Reads the plain text `text` of `file` into blocks.
///
/// Hard-wrapped lines are joined; headings, lists and tables are told by how people type them. What a mail
/// program put below a message, and lines marked with `>`, are quotations.
///
/// # Errors
///
/// [`ReadError::Empty`] when nothing but space is there, [`ReadError::TooLarge`] when there are more lines or table
/// cells than any statement has.
pub fn read(file: &str, text: &str, limits: &Limits) -> Result<Document, ReadError> {
    check_lines(text, limits)?;
    let blocks = reader::blocks(file, text, limits)?;
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Document { file: file.to_owned(), format: Format::Text, blocks, ..Document::default() })
}

/// Refuses a text with more lines than any statement has.
pub(super) fn check_lines(text: &str, limits: &Limits) -> Result<(), ReadError> {
    let ends = text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r' | b'\x0C')).count();
    // A line may end in two of these signs.
    let lines = text.lines().count().max(ends / 2);
    limits.hold(Limit::Lines, lines, || "the number of lines".to_owned())
}
