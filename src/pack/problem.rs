//! Problems in rule files, drawn by miette with a label at the exact place.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use miette::{Diagnostic, LabeledSpan, SourceCode};

use super::code::{Code, Severity};
use super::source::{Source, printable};

/// Something wrong in the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its kind.
    pub code: Code,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The rule file it is in, where there is one.
    pub source: Option<Source>,
    /// The places it concerns, the place to change first: bytes of the file, and what to say
    /// there, if anything.
    pub labels: Vec<(Range<usize>, String)>,
    /// The change that mends it, where there is no doubt about it.
    pub mend: Option<Box<Edit>>,
}

/// A change of the file that a problem is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is taken out: bytes of the file.
    pub bytes: Range<usize>,
    /// What stands there instead.
    pub with: String,
    /// What that does, for a person who reads what was changed: `removed "panel"`.
    pub does: String,
}

impl Problem {
    /// Returns a problem that has no place inside a file.
    pub(crate) fn outside(code: Code, message: impl AsRef<str>) -> Self {
        Self {
            code,
            message: printable(message.as_ref()),
            help: code.help().to_owned(),
            source: None,
            labels: Vec::new(),
            mend: None,
        }
    }

    /// Returns a problem at one place of a file.
    pub(crate) fn new(code: Code, source: &Source, span: Range<usize>, message: impl AsRef<str>) -> Self {
        let mut problem = Self::outside(code, message);
        problem.source = Some(source.clone());
        problem.labels.push((span, String::new()));
        problem
    }

    /// Says what to do, where the code's own help is not exact enough.
    pub(crate) fn help(mut self, help: impl AsRef<str>) -> Self {
        self.help = printable(help.as_ref());
        self
    }

    /// Says something at the place to change.
    pub(crate) fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(first) = self.labels.first_mut() {
            first.1 = text.into();
        }
        self
    }

    /// Points at a second place of the same file.
    pub(crate) fn also(mut self, span: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push((span, text.into()));
        self
    }

    /// Says how it is mended.
    pub(crate) fn mend(mut self, bytes: Range<usize>, with: &str, does: String) -> Self {
        self.mend = Some(Box::new(Edit { bytes, with: with.to_owned(), does }));
        self
    }

    /// Returns the file's name and the byte of the place to change; problems outside a file come first.
    fn place(&self) -> (&str, usize) {
        let file = self.source.as_ref().map_or("", |source| &source.name);
        (file, self.labels.first().map_or(0, |(span, _)| span.start))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl Diagnostic for Problem {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.code.severity() {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().enumerate().map(|(n, (span, text))| {
            let text = (!text.is_empty()).then(|| text.clone());
            match n {
                0 => LabeledSpan::new_primary_with_span(text, span.clone()),
                _ => LabeledSpan::new_with_span(text, span.clone()),
            }
        })))
    }
}

/// Every problem of a set of rule files, by file and place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Returns the problems in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether any of them keeps the rules from being used.
    pub fn any_error(&self) -> bool {
        self.iter().any(|problem| problem.code.severity() == Severity::Error)
    }

    /// Returns how many files they are in.
    pub fn files(&self) -> usize {
        let mut names: Vec<_> = self.iter().filter_map(|p| p.source.as_ref()).map(|s| &s.name).collect();
        names.dedup();
        names.len()
    }
}

impl From<Vec<Problem>> for Problems {
    fn from(mut problems: Vec<Problem>) -> Self {
        problems.sort_by(|a, b| a.place().cmp(&b.place()).then(a.code.cmp(&b.code)));
        Self(problems)
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'p> IntoIterator for &'p Problems {
    type Item = &'p Problem;
    type IntoIter = std::slice::Iter<'p, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [only] => write!(f, "the rules have a problem: {only}"),
            [first, rest @ ..] => write!(f, "the rules have {} problems, first: {first}", rest.len() + 1),
            [] => f.write_str("the rules have no problem"),
        }
    }
}

impl std::error::Error for Problems {}

/// Gathers problems while files are read, so that one never hides the next.
#[derive(Debug, Default)]
pub(crate) struct Report(RefCell<Vec<Problem>>);

impl Report {
    /// Notes a problem.
    pub(crate) fn push(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    /// Returns all that was noted.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}
