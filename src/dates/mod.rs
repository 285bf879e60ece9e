//! Finds the dates that a cell or a sentence names, and gives the first and last day of each.

mod calendar;
mod grammar;
mod numbers;
mod scan;
mod token;

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use token::tokens;

/// What the rules say about dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRules {
    /// What stands for a date but is none: `ongoing`.
    pub vague: Vec<String>,
    /// What a cell says that says nothing: `n/a`.
    pub blank: Vec<String>,
    /// The month in which the financial year begins, 1 to 12.
    pub year_begins: u8,
    /// The last day of a term or season by its name: month (1 to 12) and day (1 to 31).
    pub terms: BTreeMap<String, (u8, u8)>,
}

impl Default for DateRules {
    fn default() -> Self {
        Self { vague: Vec::new(), blank: Vec::new(), year_begins: 1, terms: BTreeMap::new() }
    }
}

/// When something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The date as written.
    pub text: String,
    /// The first and the last day it names, the last being the day it is due; `None` when it is vague.
    pub range: Option<(Date, Date)>,
}

/// A date found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the sentence that it takes.
    pub range: Range<usize>,
    /// The date.
    pub due: Due,
}

/// Reads dates as British plans write them: the day before the month.
#[derive(Debug, Clone)]
pub struct DateReader {
    rules: DateRules,
    anchor: Option<Date>,
}

impl DateReader {
    /// Returns a reader that works by `rules`. A date without a year is the first such day on or after `anchor`;
    /// without an anchor it is vague.
    pub fn new(rules: DateRules, anchor: Option<Date>) -> Self {
        Self { rules, anchor }
    }

    /// Returns when a cell says that something is due: `None` when it is blank, without a range when it is vague.
    ///
    /// Of several dates the first counts, unless they are milestones: parted by a semicolon or a line end, or
    /// each with `by`. Then the last counts, for that is when all of it is done. A date after `from` is when it
    /// begins to be done, and counts by itself.
    pub fn due(&self, cell: &str) -> Option<Due> {
        let text = cell.trim();
        let folded = fold(text);
        let is_blank = folded.is_empty() || self.rules.blank.iter().any(|word| fold(word) == folded);
        if is_blank && !self.is_vague(text) {
            return None;
        }
        let range = scan::due(self, text, &tokens(text));
        Some(Due { text: text.to_owned(), range })
    }

    /// Whether a short text stands for a date without naming one: `ongoing`, `date to be confirmed`.
    pub fn is_vague(&self, text: &str) -> bool {
        let folded = fold(text);
        let folded = folded.strip_prefix("date ").unwrap_or(&folded);
        // A sign such as an arrow has no letters to go by.
        let says = |word: &String| if folded.is_empty() { word == text.trim() } else { fold(word) == folded };
        self.rules.vague.iter().any(says)
    }

    /// Whether a cell names a day that no calendar has, or a year that cannot be meant: `31 June`, `2106`.
    pub fn is_impossible(&self, cell: &str) -> bool {
        scan::names_impossible(self, &tokens(cell))
    }

    /// Returns the dates in a sentence, in order. A name or year that may be something else (`May`, `2016`) counts
    /// only after a word such as `by`.
    pub fn in_text(&self, sentence: &str) -> Vec<Found> {
        let tokens = tokens(sentence);
        scan::dates(self, &tokens, true).into_iter().map(|dated| dated.found(sentence)).collect()
    }
}

/// Returns `text` in lower case, without the signs around it and with single spaces.
fn fold(text: &str) -> String {
    let bare = text.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
