//! Regular expressions of queries: compiled within limits, with errors that point into the pattern.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

/// The largest compiled size of one regex, in bytes.
const SIZE_LIMIT: usize = 1 << 20;
/// How deep groups may nest.
const NEST_LIMIT: u32 = 32;

/// Why a regex does not compile.
#[derive(Debug)]
pub(super) struct RegexProblem {
    /// Where: bytes of the pattern; `None` for the whole of it.
    pub(super) span: Option<Range<usize>>,
    /// What is wrong.
    pub(super) message: String,
    /// What to do about it.
    pub(super) help: &'static str,
}

/// Compiles `pattern`, which matches without regard to case unless it says otherwise (`(?-i)`).
pub(super) fn compile(pattern: &str) -> Result<Regex, RegexProblem> {
    let built = RegexBuilder::new(pattern)
        .case_insensitive(true)
        .size_limit(SIZE_LIMIT)
        .nest_limit(NEST_LIMIT)
        .build();
    let regex = built.map_err(|error| match error {
        regex::Error::Syntax(report) => syntax_problem(pattern, &report),
        _ => RegexProblem {
            span: None,
            message: "the regex is too large".to_owned(),
            help: "use smaller repetitions, or words and sets in its place",
        },
    })?;
    if regex.is_match("") {
        return Err(RegexProblem {
            span: None,
            message: "the regex matches empty text, so it would match everywhere".to_owned(),
            help: "let it ask for at least one character: `+` for `*`",
        });
    }
    Ok(regex)
}

/// Reads the report of the regex crate, which draws the pattern with four spaces before it, carets under the
/// place, and `error: ...` below; it offers the place in no other form.
fn syntax_problem(pattern: &str, report: &str) -> RegexProblem {
    let message = report.lines().find_map(|line| line.strip_prefix("error: ")).unwrap_or("it cannot be read");
    let carets = report
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .find(|line| line.contains('^') && line.chars().all(|c| c == ' ' || c == '^'));
    let span = carets.filter(|_| !pattern.contains('\n')).map(|line| {
        let first = line.find('^').unwrap_or_default();
        let byte_of = |nth: usize| pattern.char_indices().nth(nth).map_or(pattern.len(), |(at, _)| at);
        byte_of(first)..byte_of(line.chars().count())
    });
    RegexProblem {
        span,
        message: format!("the regex does not compile: {message}"),
        help: "`\\` before a sign takes its special meaning away",
    }
}
