//! Regular expressions of queries: compiled late and within limits, with errors that point into the pattern.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::Hir;

use super::guard::Guards;

/// The largest compiled size of one regex, in bytes.
const SIZE_LIMIT: usize = 1 << 20;
/// The largest size of one regex as the light engine compiles it, in bytes. It packs far tighter than the full one:
/// what stays under this stays under [`SIZE_LIMIT`] there.
const LIGHT_LIMIT: usize = 1 << 15;
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

/// Checks `pattern`, which matches without regard to case unless it says otherwise (`(?-i)`).
///
/// To compile is slow, so the light engine is asked first, which compiles in a tenth of the time; the full one, which
/// says what is wrong and where, only when that one objects.
pub(super) fn check(pattern: &str) -> Result<(), RegexProblem> {
    let light = regex_lite::RegexBuilder::new(pattern)
        .case_insensitive(true)
        .size_limit(LIGHT_LIMIT)
        .nest_limit(NEST_LIMIT)
        .build();
    match light {
        Ok(regex) if !regex.is_match("") => Ok(()),
        _ => compile(pattern).map(drop),
    }
}

/// Regexes, each compiled when the first text comes that it may match.
#[derive(Debug)]
pub(super) struct Regexes {
    lazy: Vec<(String, OnceLock<Option<Regex>>)>,
    guards: Guards,
}

impl Regexes {
    /// Returns the regexes of `patterns`. One that [`check`] objects to never matches.
    pub(super) fn new(patterns: Vec<String>) -> Self {
        let guards = Guards::new(patterns.iter().map(|pattern| read(pattern)));
        Self { lazy: patterns.into_iter().map(|pattern| (pattern, OnceLock::new())).collect(), guards }
    }

    /// Returns the regexes that may match in `text`, each with its place among the patterns.
    pub(super) fn candidates(&self, text: &str) -> impl Iterator<Item = (usize, &Regex)> {
        self.guards.passed(text).into_iter().filter_map(|place| {
            let (pattern, compiled) = self.lazy.get(place)?;
            Some((place, compiled.get_or_init(|| compile(&in_ascii(pattern)).ok()).as_ref()?))
        })
    }
}

/// Reads `pattern` without compiling it.
fn read(pattern: &str) -> Option<Hir> {
    ParserBuilder::new().case_insensitive(true).nest_limit(NEST_LIMIT).build().parse(pattern).ok()
}

/// Returns `pattern` with its word, digit and space classes in ASCII: the texts are English, and the tables of all
/// the world's letters are what compiling spends its time on.
fn in_ascii(pattern: &str) -> String {
    let mut ascii = String::with_capacity(pattern.len());
    let mut signs = pattern.chars();
    while let Some(sign) = signs.next() {
        if sign != '\\' {
            ascii.push(sign);
            continue;
        }
        match signs.next() {
            Some('w') => ascii.push_str("[0-9A-Za-z_]"),
            Some('W') => ascii.push_str("[^0-9A-Za-z_]"),
            Some('d') => ascii.push_str("[0-9]"),
            Some('s') => ascii.push_str("[ \\t\\r\\n]"),
            Some('b') => ascii.push_str(r"(?-u:\b)"),
            Some(other) => ascii.extend(['\\', other]),
            None => ascii.push('\\'),
        }
    }
    ascii
}

fn compile(pattern: &str) -> Result<Regex, RegexProblem> {
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
