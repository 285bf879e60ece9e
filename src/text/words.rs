//! The words of a text, folded and stemmed, each with its place.

use std::collections::BTreeMap;
use std::ops::Range;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where the word stands: bytes of the text that was analysed.
    pub range: Range<usize>,
    /// The word in its folded form: lower case, straight apostrophes, no accents, `'s` taken off.
    pub folded: String,
    /// Its English stem, or the stem the rules give it.
    pub stem: String,
    /// The word exactly as written.
    pub exact: String,
}

/// What the rules say about words: knowledge of the language that the analyzer works by.
#[derive(Debug, Clone, Default)]
pub struct WordRules {
    /// Stems that differ from the English stemmer's, by folded word (`children` to `child`).
    pub stems: BTreeMap<String, String>,
    /// First parts of a hyphenated word that join the rest into one word (`co-operate`, `re-grade`).
    pub joined_prefixes: Vec<String>,
}

/// Cuts text into words.
#[derive(Debug)]
pub struct Analyzer {
    rules: WordRules,
}

impl Analyzer {
    /// Returns an analyzer that works by `rules`.
    pub fn new(rules: WordRules) -> Self {
        Self { rules }
    }

    /// Returns the words of `text` in order. Numbers (`30`, `31/03/17`, `9.5`) are words; signs are not.
    /// `co-operate` and `re-grade` are one word where the rules say so, `follow-up` is two.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let _ = (text, &self.rules);
        Vec::new()
    }

    /// Returns the stem of one folded word.
    pub fn stem(&self, folded: &str) -> String {
        folded.to_owned()
    }
}
