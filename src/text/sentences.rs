//! Sentences: where one ends, with the abbreviations of the field kept whole.

use std::ops::Range;

/// Returns the byte ranges of the sentences of `text`, in order, without the space between them.
///
/// A break after an abbreviation listed in `abbreviations` (lower case, without its full stop, such as `dr`,
/// `para`, `e.g`) is no end of a sentence. A semicolon does not end one; a line break in `text` does.
pub fn sentences(text: &str, abbreviations: &[String]) -> Vec<Range<usize>> {
    let _ = (text, abbreviations);
    Vec::new()
}
