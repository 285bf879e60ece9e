//! Reads a file by the reader of its format.

use super::limits::{Limit, Limits};
use super::{Document, Format, ReadError, docx, html, markdown, odt, pdf, sheet, sniff, text};
use unicode_segmentation::UnicodeSegmentation as _;

/// Reads the document `bytes` of `file` within `limits`. Its bytes tell the format; its name tells Markdown from
/// plain text.
///
/// # Errors
///
/// [`ReadError::Empty`] when there is no text, [`ReadError::NotThisFormat`] when the bytes are of a kind that is not
/// read, [`ReadError::TooLarge`] over a limit, and whatever the reader of the format finds wrong.
pub fn read(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.hold(Limit::FileBytes, bytes.len(), || "the file".to_owned())?;
    let document = match sniff::format(file, bytes, limits)? {
        Format::Docx => docx::read(file, bytes, limits),
        Format::Odt => odt::read(file, bytes, limits),
        Format::Pdf => pdf::read(file, bytes, limits),
        Format::Xlsx => sheet::read_xlsx(file, bytes, limits),
        Format::Ods => sheet::read_ods(file, bytes, limits),
        Format::Markdown => markdown::read(file, &text_of(bytes, limits)?, limits),
        Format::Html => html::read(file, bytes, limits),
        Format::Text => text::read(file, &text_of(bytes, limits)?, limits),
    }?;
    hold(&document, limits)?;
    Ok(document)
}

/// Fewer words than this are a name, a date or a number: no sentence to judge.
const SENTENCE_WORDS: usize = 3;

/// Holds what a document says, in whatever format, against what can be checked within the budget: to read it is the
/// smaller part of the work.
fn hold(document: &Document, limits: &Limits) -> Result<(), ReadError> {
    let texts = document.texts();
    limits.hold(Limit::Passages, texts.len(), || "the number of paragraphs and cells".to_owned())?;
    let words: Vec<usize> = texts.iter().map(|text| text.split_whitespace().count()).collect();
    limits.hold(Limit::Words, words.iter().sum(), || "the number of words".to_owned())?;
    let long = texts.iter().zip(words).filter(|(_, words)| *words >= SENTENCE_WORDS);
    let sentences = long.map(|(text, _)| text.unicode_sentences().count()).sum();
    limits.hold(Limit::Sentences, sentences, || "the number of sentences".to_owned())
}

fn text_of(bytes: &[u8], limits: &Limits) -> Result<String, ReadError> {
    limits.hold(Limit::TextBytes, bytes.len(), || "the text".to_owned())?;
    text::decode(bytes)
}
