//! Patterns of the rules: regular expressions without regard to case, compiled when they are first asked.

use std::sync::OnceLock;

use regex_lite::{Regex, RegexBuilder};

/// The largest compiled size of one pattern, in bytes.
const SIZE_LIMIT: usize = 1 << 20;

/// A regular expression without regard to case. One that does not compile, which the rules have checked, never matches.
#[derive(Debug)]
pub struct Pattern {
    written: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// Returns the pattern that a rule file writes so.
    pub fn new(written: String) -> Self {
        Self { written, compiled: OnceLock::new() }
    }

    /// Returns it compiled.
    pub(crate) fn get(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| compile(&self.written)).as_ref()
    }

    /// Whether `text` holds it.
    pub fn is_match(&self, text: &str) -> bool {
        self.get().is_some_and(|regex| regex.is_match(text))
    }

    /// Returns what its first group takes of `text`, or the whole of what it matches where it has no group.
    pub fn first<'t>(&self, text: &'t str) -> Option<&'t str> {
        let captures = self.get()?.captures(text)?;
        captures.get(1).or(captures.get(0)).map(|found| found.as_str())
    }

    /// Returns what [`Self::first`] does, of every place in `text` that it matches.
    pub fn all<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let Some(regex) = self.get() else { return Vec::new() };
        let found = regex.captures_iter(text).filter_map(|captures| captures.get(1).or(captures.get(0)));
        found.map(|found| found.as_str()).collect()
    }
}

fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).case_insensitive(true).size_limit(SIZE_LIMIT).build().ok()
}
