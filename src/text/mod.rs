//! Words: how text is cleaned, cut into words and sentences, and stemmed, the same way for statements and rules.

mod clean;
mod sentences;
mod words;

pub use clean::clean;
pub use sentences::sentences;
pub use words::{Analyzer, Word, WordRules};
