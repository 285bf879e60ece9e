//! Cases: statements with the verdicts that a person expects of them, in Markdown files that read as what they test.
//!
//! Each heading that stands over a `case` block opens a case. The block says which inspection it is about and when; the
//! statement stands in a `statement` block or in a file beside; an `expect` block holds a line for each verdict.

mod expectation;
mod outcome;
mod parse;

use std::ops::Range;

use jiff::civil::Date;

pub use expectation::{Expectation, Expected, Subject};
pub use outcome::{Judged, Outcome, judge};
pub use parse::parse;

use crate::document::{self, Document, Limits, ReadError};

/// How the name of a file of cases ends.
pub const FILE_ENDING: &str = ".case.md";

/// A statement with what is expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its heading.
    pub name: String,
    /// The id of the inspection that the statement answers.
    pub pack: String,
    /// The day of the check.
    pub as_of: Date,
    /// What the statement says.
    pub statement: CaseStatement,
    /// What is expected of it, in the order of the file.
    pub expectations: Vec<Expectation>,
    /// The line of its heading, counted from 1.
    pub line: usize,
}

/// Where the statement of a case stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseStatement {
    /// In a file beside the cases, by its name.
    File(String),
    /// In the file of cases itself, as Markdown.
    Written(String),
}

impl Case {
    /// Returns the statement, read. `file` is the name of the file of cases, and `beside` reads a file that stands
    /// beside it.
    ///
    /// # Errors
    ///
    /// What `beside` says of a file that cannot be opened, or why its bytes cannot be read as a document.
    pub fn documents<E: From<ReadError>>(
        &self,
        file: &str,
        limits: &Limits,
        beside: impl FnOnce(&str) -> Result<Vec<u8>, E>,
    ) -> Result<Vec<Document>, E> {
        let document = match &self.statement {
            CaseStatement::File(name) => document::read(name, &beside(name)?, limits)?,
            CaseStatement::Written(text) => document::markdown::read(file, text, limits)?,
        };
        Ok(vec![document])
    }
}

/// What is wrong with a file of cases, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseProblem {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

/// Returns the line, counted from 1, on which the byte at `at` stands.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// A fenced block of a file of cases.
#[derive(Debug)]
struct Fence {
    /// What its opening line says it is.
    info: String,
    text: String,
    /// Where its text stands in the file.
    bytes: Range<usize>,
}
