//! The words of a text, folded and stemmed, each with its place.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::cut::{Cuts, is_apostrophe, is_hyphen};

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where the word stands: bytes of the text that was analysed. A final `'s` is not part of it.
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

/// Cuts text into words. Copies are cheap and share what has been worked out.
#[derive(Debug, Clone)]
pub struct Analyzer {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    joined_prefixes: Vec<String>,
    /// The stems that the rules give, by word.
    given: BTreeMap<String, String>,
    /// Stems that the rules give, and those worked out so far, since the stemmer is slow. Asked for one key, never walked.
    stemmed: Mutex<FxHashMap<Box<str>, Box<str>>>,
}

/// The most stems that are remembered.
const MOST_STEMMED: usize = 1 << 14;

/// The longest word, in bytes, that the English stemmer is asked about.
const LONGEST_STEMMED: usize = 64;

impl Analyzer {
    /// Returns an analyzer that works by `rules`.
    pub fn new(rules: WordRules) -> Self {
        let given = rules.stems.iter().map(|(word, stem)| (word.as_str().into(), stem.as_str().into()));
        let stemmed = Mutex::new(given.collect());
        let WordRules { joined_prefixes, stems: given } = rules;
        Self { shared: Arc::new(Shared { joined_prefixes, given, stemmed }) }
    }

    /// Returns the words to which the rules give this stem.
    pub(crate) fn given(&self, stem: &str) -> impl Iterator<Item = &str> {
        let given = self.shared.given.iter().filter(move |(_, given)| *given == stem);
        given.map(|(word, _)| word.as_str())
    }

    /// Returns the words of `text` in order. Numbers (`30`, `31/03/17`, `9.5`) are words; signs are not.
    /// `co-operate` and `re-grade` are one word where the rules say so, `follow-up` is two.
    pub fn words(&self, text: &str) -> Vec<Word> {
        self.cuts(text)
            .map(|range| {
                let exact = text.get(range.clone()).unwrap_or_default().to_owned();
                let folded = fold(&exact);
                Word { range, stem: self.stem(&folded), folded, exact }
            })
            .collect()
    }

    /// Returns the stem of one folded word.
    pub fn stem(&self, folded: &str) -> String {
        let mut stemmed = self.shared.stemmed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stem) = stemmed.get(folded) {
            return stem.as_ref().to_owned();
        }
        let is_english = folded.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'');
        if !is_english || folded.len() > LONGEST_STEMMED {
            return folded.to_owned();
        }
        let stem = Stemmer::create(Algorithm::English).stem(folded).into_owned();
        if stemmed.len() < MOST_STEMMED {
            stemmed.insert(folded.into(), stem.as_str().into());
        }
        stem
    }

    /// Gives the places of the words of `text`, as [`Self::words`] does, but nothing else of them.
    pub(crate) fn cuts<'t>(&'t self, text: &'t str) -> Cuts<'t> {
        Cuts::new(text, &self.shared.joined_prefixes)
    }
}

/// Returns the folded form of one word as written: lower case, straight apostrophes, no accents. Points and
/// hyphens stay only beside a digit, so that `R.H.I.` becomes `rhi` and `31.03.17` stays.
pub(crate) fn fold(exact: &str) -> String {
    if exact.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'\'') {
        return exact.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(exact.len());
    let mut plain =
        exact.chars().flat_map(char::to_lowercase).nfd().filter(|&c| !is_combining_mark(c)).peekable();
    while let Some(c) = plain.next() {
        if is_apostrophe(c) {
            folded.push('\'');
        } else if c == '.' || is_hyphen(c) {
            let is_digit = |c: char| c.is_ascii_digit();
            if folded.ends_with(is_digit) || plain.peek().is_some_and(|&c| is_digit(c)) {
                folded.push(if c == '.' { '.' } else { '-' });
            }
        } else {
            folded.push(c);
        }
    }
    folded
}
