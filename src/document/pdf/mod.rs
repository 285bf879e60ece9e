//! Reads PDF pages: what a person who turns them sees as its text.
//!
//! The marks each page draws ([`canvas`], [`shapes`], [`fonts`]), of which some are seen ([`seen`], [`ruled`]), make a
//! page ([`page`]); its glyphs make words and lines ([`lines`]).

mod canvas;
mod fonts;
mod lines;
mod page;
mod pages;
mod ruled;
mod seen;
mod shapes;
mod tables;

use super::{Document, Format, Limits, ReadError};

/// Reads a PDF; `file` is its name as the user gave it.
///
/// # Errors
///
/// [`ReadError::PasswordProtected`], [`ReadError::Damaged`] and [`ReadError::Truncated`] when it cannot be opened,
/// [`ReadError::TooLarge`] over a limit.
pub fn read(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let pages: Vec<page::Page> = pages::read(bytes, limits)?.into_iter().map(Result::unwrap_or_default).collect();
    let _ = tables::find(&pages);
    Ok(Document { file: file.to_owned(), format: Format::Pdf, ..Document::default() })
}
