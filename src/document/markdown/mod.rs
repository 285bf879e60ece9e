//! Reads markdown: headings, paragraphs, lists, quotations, tables and footnotes as they would be shown.

mod html;
mod inline;
mod places;
mod reader;

use super::{Document, Format, Limit, Limits, ReadError};

/// Reads the markdown `text` of `file` into blocks.
///
/// What does not count as written is left out: front matter, comments, struck and hidden text, and the words that
/// stand in for a picture.
///
/// # Errors
///
/// [`ReadError::Empty`] when no text is left to read, [`ReadError::TooLarge`] over a limit.
pub fn read(file: &str, text: &str, limits: &Limits) -> Result<Document, ReadError> {
    limits.hold(Limit::TextBytes, text.len(), || "the markdown".to_owned())?;
    super::text::check_lines(text, limits)?;
    let blocks = reader::blocks(file, text, limits)?;
    if blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Document { file: file.to_owned(), format: Format::Markdown, blocks, ..Document::default() })
}
