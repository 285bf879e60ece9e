//! Assessments: what is answered, on what evidence and how sure, and why the rest falls short, by an invented inspection.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod aspect;
mod checks;
mod code;
mod diagnostics;
mod example;
mod next_steps;
mod quoted;
mod reading;
mod recognise;
#[path = "../support/mod.rs"]
mod support;
mod ties;
mod verdict;

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use wsoa::assess::{self, AspectOutcome, Assessment, Diagnostic, ItemOutcome, NextStepOutcome, Verdict};
use wsoa::document::{Document, Limits, Location, Unread, markdown};
use wsoa::pack::{self, Inspection, Rules, Source};
use wsoa::statement::{self, Statement};

/// A day on which there is time left.
const TODAY: Date = date(2031, 5, 1);

/// The language that ships in the binary, with invented inspections.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let mut sources = pack::embedded();
        sources.retain(|source| !source.name.contains("/inspections/"));
        for (name, text) in [
            ("visit-gull-rock-2031", include_str!("rules/visit-gull-rock-2031.toml")),
            ("visit-gull-rock-2033", include_str!("rules/visit-gull-rock-2033.toml")),
        ] {
            sources.push(Source::new(format!("rules/inspections/{name}.toml"), text));
        }
        pack::load(sources).unwrap()
    })
}

fn inspection() -> &'static Inspection {
    rules().inspection("visit-gull-rock-2031").unwrap()
}

/// A statement with what was made of it.
struct Check {
    statement: Statement,
    assessment: Assessment,
    diagnostics: Vec<Diagnostic>,
}

/// Checks a plan written as markdown.
fn check(words: &str) -> Check {
    on(read(words), TODAY)
}

/// Checks a plan of which a part could not be read.
fn check_unread(words: &str) -> Check {
    on(unread(read(words)), TODAY)
}

fn read(words: &str) -> Document {
    markdown::read("plan.md", words, &Limits::default()).unwrap()
}

/// The same document, with a picture in it.
fn unread(mut document: Document) -> Document {
    document.unread.push(Unread { what: "a picture was not read".to_owned(), location: Location::default() });
    document
}

/// Checks a document as of a day.
fn on(document: Document, day: Date) -> Check {
    let statement = statement::read(&[document], rules(), inspection().published);
    let assessment = assess::assess(&statement, rules(), inspection(), day);
    let diagnostics = assess::diagnose(&statement, rules(), inspection(), &assessment);
    Check { statement, assessment, diagnostics }
}

/// A plan of rows: finding, action, owner, date, measure.
fn rows(rows: &[[&str; 5]]) -> String {
    let head = ["Finding", "Action", "Lead", "By when", "Measure"];
    let rows = [head, ["---"; 5]].into_iter().chain(rows.iter().copied());
    rows.map(|row| format!("| {} |\n", row.join(" | "))).collect()
}

/// A row that says who, when and how success is known.
fn row<'t>(finding: &'t str, action: &'t str) -> [&'t str; 5] {
    [finding, action, "Sergeant, Gull Rock Police", "1 October 2031", "All of them, by month"]
}

impl Check {
    fn item(&self, id: &str) -> &ItemOutcome {
        self.assessment.items.iter().find(|item| item.id() == id).unwrap()
    }

    fn verdict(&self, id: &str) -> Verdict {
        self.item(id).verdict()
    }

    /// Returns the outcome of `finding.aspect`.
    fn aspect(&self, id: &str) -> &AspectOutcome {
        let (finding, aspect) = id.split_once('.').unwrap();
        let ItemOutcome::Finding(outcome) = self.item(finding) else { panic!("{finding} is no finding") };
        outcome.aspects.iter().find(|outcome| outcome.id == aspect).unwrap()
    }

    fn step(&self, id: &str) -> &NextStepOutcome {
        let ItemOutcome::NextStep(outcome) = self.item(id) else { panic!("{id} is no next step") };
        outcome
    }

    /// Returns the problems of one code.
    fn problems(&self, code: assess::Code) -> Vec<&Diagnostic> {
        self.diagnostics.iter().filter(|problem| problem.code == code).collect()
    }
}
