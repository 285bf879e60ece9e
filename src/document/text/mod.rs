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

use super::{Document, Format, ReadError, limits};

/// How many lines a text may have: each costs some hundred bytes beyond its own, and its block some hundred more.
const LINES: usize = 300_000;

/// Reads the plain text `text` of `file` into blocks.
///
/// Hard-wrapped lines are joined; headings, lists and tables are told by how people type them. What a mail
/// program put below a message, and lines marked with `>`, are quotations.
///
/// # Errors
///
/// [`ReadError::Empty`] when nothing but space is there, [`ReadError::TooLarge`] when there are more lines or table
/// cells than any statement has.
pub fn read(file: &str, text: &str) -> Result<Document, ReadError> {
    check_lines(text)?;
    let blocks = reader::blocks(file, text)?;
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Document { file: file.to_owned(), format: Format::Text, blocks, ..Document::default() })
}

/// Refuses a text with more lines than any statement has.
pub(super) fn check_lines(text: &str) -> Result<(), ReadError> {
    let ends =
        text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r' | b'\x0C')).take(2 * LINES + 1).count();
    if ends > 2 * LINES || text.lines().take(LINES + 1).count() > LINES {
        return Err(ReadError::TooLarge { what: "the number of lines".to_owned(), limit: LINES.to_string() });
    }
    Ok(())
}

/// The refusal of a document with more table cells than any statement has.
pub(super) fn too_many_cells() -> ReadError {
    ReadError::TooLarge {
        what: "the number of table cells".to_owned(),
        limit: limits::TABLE_CELLS.to_string(),
    }
}
