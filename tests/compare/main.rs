//! Comparisons: which action of a draft is which of another, what changed, and what got better or worse, by an invented
//! inspection.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;
mod items;
mod known;
mod laws;
mod long;
mod matching;
mod plan;
#[allow(dead_code, reason = "the tests of the command line use the rest")]
#[path = "../cli/runner.rs"]
mod runner;
#[path = "../report/schema.rs"]
mod schema;
mod told;

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use wsoa::assess::{self, Assessment};
use wsoa::compare::{Comparison, Draft, Pair, compare};
use wsoa::document::{Document, Limits, markdown};
use wsoa::pack::{self, Inspection, Rules, Source};
use wsoa::statement::{self, Statement};

/// The day of every check.
const TODAY: Date = date(2031, 5, 1);

/// The language that ships in the binary, with an invented inspection.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let mut sources = pack::embedded();
        sources.retain(|source| !source.name.contains("/inspections/"));
        let gull_rock = include_str!("../assess/rules/visit-gull-rock-2031.toml");
        sources.push(Source::new("rules/inspections/visit-gull-rock-2031.toml", gull_rock));
        pack::load(sources).unwrap()
    })
}

fn inspection() -> &'static Inspection {
    rules().inspection("visit-gull-rock-2031").unwrap()
}

/// A draft, read and held against the inspection.
struct Held {
    statement: Statement,
    assessment: Assessment,
}

impl Held {
    /// Reads a draft written as markdown.
    fn new(words: &str) -> Self {
        Self::of(document(words))
    }

    fn of(document: Document) -> Self {
        let statement = statement::read(&[document], rules(), inspection().published);
        let assessment = assess::assess(&statement, rules(), inspection(), TODAY);
        Self { statement, assessment }
    }

    fn draft(&self) -> Draft<'_> {
        Draft { statement: &self.statement, assessment: &self.assessment }
    }

    /// Returns what changed from this draft to a later one.
    fn to<'a>(&'a self, new: &'a Self) -> Comparison<'a> {
        compare(self.draft(), new.draft(), rules(), inspection())
    }
}

fn document(words: &str) -> Document {
    markdown::read("plan.md", words, &Limits::default()).unwrap()
}

/// Returns a line for each action that changed: its first words, and what happened to it.
fn told(comparison: &Comparison<'_>) -> Vec<String> {
    let changed = comparison.pairs.iter().filter(|pair| !pair.is_unchanged());
    changed.map(|pair| format!("{}: {}", name(pair), happened(pair))).collect()
}

/// Returns the first words of an action, as the old draft has them.
fn name(pair: &Pair<'_>) -> String {
    let text = &pair.was.or(pair.now).unwrap().text;
    text.split_whitespace().take(4).collect::<Vec<_>>().join(" ")
}

fn happened(pair: &Pair<'_>) -> String {
    let alone = pair.stray.as_ref().map(|stray| format!(" ({:?})", stray.kind)).unwrap_or_default();
    match (pair.was, pair.now) {
        (None, _) => format!("added{alone}"),
        (_, None) => format!("removed{alone}"),
        _ => pair.changes.iter().map(|change| change.says()).collect::<Vec<_>>().join(", "),
    }
}
