//! Words: how text is cleaned, cut into words and sentences, and stemmed, the same way for statements and rules.

mod clean;
mod cut;
mod pattern;
mod sentences;
mod words;

pub use clean::clean;
pub(crate) use cut::is_word_char;
pub use pattern::Pattern;
pub use sentences::sentences;
pub(crate) use words::fold;
pub use words::{Analyzer, Word, WordRules};
