//! Reads markdown: headings, paragraphs, lists, quotations, tables and footnotes as they would be shown.

mod html;
mod inline;
mod places;
mod reader;

use super::{Document, Format, ReadError};

/// The largest markdown file that is read, in bytes: the parser keeps some thirty times as much for the worst of it.
const BYTES: usize = 8 << 20;

/// Reads the markdown `text` of `file` into blocks.
///
/// What does not count as written is left out: front matter, comments, struck and hidden text, and the words that
/// stand in for a picture.
///
/// # Errors
///
/// [`ReadError::Empty`] when no text is left to read, [`ReadError::TooLarge`] over 8 MiB, or with more lines or table
/// cells than any statement has.
pub fn read(file: &str, text: &str) -> Result<Document, ReadError> {
    if text.len() > BYTES {
        return Err(ReadError::TooLarge { what: "the markdown".to_owned(), limit: "8 MiB".to_owned() });
    }
    super::text::check_lines(text)?;
    let blocks = reader::blocks(file, text)?;
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Document { file: file.to_owned(), format: Format::Markdown, blocks, ..Document::default() })
}
