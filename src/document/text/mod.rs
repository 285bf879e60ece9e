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

use super::{Document, Format, ReadError};

/// Reads the plain text `text` of `file` into blocks.
///
/// Hard-wrapped lines are joined; headings, lists and tables are told by how people type them. What a mail
/// program put below a message, and lines marked with `>`, are quotations.
///
/// # Errors
///
/// [`ReadError::Empty`] when nothing but space is there.
pub fn read(file: &str, text: &str) -> Result<Document, ReadError> {
    let blocks = reader::blocks(file, text);
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Document { file: file.to_owned(), format: Format::Text, blocks, ..Document::default() })
}
