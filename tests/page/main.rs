//! The reports for people: the page for a browser and for paper, and the comment on a pull request.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod binary;
mod brief;
mod contrast;
mod coverage;
mod dates;
mod hostile;
mod items;
mod markdown;
mod owed;
mod parsed;
#[path = "../cli/runner.rs"]
#[allow(dead_code, reason = "a part of it is used here")]
mod runner;
mod several;
mod structure;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use wsoa::assess::{self, Assessment, Diagnostic, FindingOutcome, ItemOutcome, Waiver};
use wsoa::document::{self, Limits, Location, Unread};
use wsoa::letter::Item;
use wsoa::pack::{self, Inspection, Rules, Source};
use wsoa::report::{Outcome, Report};
use wsoa::statement::{self, Statement};

use parsed::Parsed;

/// A day on which there is time left.
const TODAY: Date = date(2031, 5, 1);

/// The language that ships in the binary, with an invented inspection.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let mut sources = pack::embedded();
        sources.retain(|source| !source.name.contains("/inspections/"));
        let text = include_str!("../assess/rules/visit-gull-rock-2031.toml");
        sources.push(Source::new("rules/inspections/visit-gull-rock-2031.toml".to_owned(), text));
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
    asked: BTreeMap<String, Item>,
}

/// Checks a plan written as Markdown, for a day.
fn check_on(words: &str, day: Date) -> Check {
    let document = document::markdown::read("plan.md", words, &Limits::default()).unwrap();
    let statement = statement::read(&[document], rules(), inspection().published);
    let assessment = assess::assess(&statement, rules(), inspection(), day);
    let diagnostics = assess::diagnose(&statement, rules(), inspection(), &assessment);
    Check { statement, assessment, diagnostics, asked: BTreeMap::new() }
}

fn check(words: &str) -> Check {
    check_on(words, TODAY)
}

/// A plan of rows: finding, action, owner, date, measure.
fn rows(rows: &[[&str; 5]]) -> String {
    let head = ["Finding", "Action", "Lead", "By when", "Measure"];
    let rows = [head, ["---"; 5]].into_iter().chain(rows.iter().copied());
    rows.map(|row| format!("| {} |\n", row.join(" | "))).collect()
}

/// A plan that answers one finding in full, one in part and one not at all.
fn plan() -> Check {
    check(&rows(&[
        [
            "dark lamps",
            "The sergeant will visit each lamp by night.",
            "Sergeant, Gull Rock Police",
            "1 May 2031",
            "All of them",
        ],
        [
            "frayed ropes",
            "The nurse will count every rope.",
            "Rope Nurse, Gull Rock Hospital",
            "1 October 2031",
            "No frayed rope",
        ],
        ["frayed ropes", "The nurse will look at the gulls.", "", "ongoing", ""],
    ]))
}

impl Check {
    fn outcome(&self) -> Outcome<'_> {
        Outcome::Checked(Report {
            statement: &self.statement,
            rules: rules(),
            inspection: inspection(),
            asked: &self.asked,
            assessment: &self.assessment,
            diagnostics: &self.diagnostics,
        })
    }

    fn html(&self) -> String {
        wsoa::report::html(&[self.outcome()])
    }

    fn page(&self) -> Parsed {
        Parsed::of(&self.html())
    }

    fn markdown(&self) -> String {
        wsoa::report::markdown(&[self.outcome()])
    }

    fn finding(&mut self, id: &str) -> &mut FindingOutcome {
        let found = self.assessment.items.iter_mut().find_map(|item| match item {
            ItemOutcome::Finding(finding) if finding.id == id => Some(finding),
            _ => None,
        });
        found.unwrap()
    }

    /// The same, with one finding waived.
    fn waiving(mut self, id: &str) -> Self {
        self.finding(id).waived = Some(Waiver {
            item: id.to_owned(),
            reason: "the harbour board answers for it".to_owned(),
            by: "The Harbour Master".to_owned(),
            on: date(2031, 4, 2),
            until: Some(date(2031, 12, 31)),
        });
        self
    }

    /// The same, with a part that could not be read.
    fn unread(mut self, what: &str) -> Self {
        let location = Location { text: "page 3".to_owned(), ..Location::default() };
        self.statement.unread.push(Unread { what: what.to_owned(), location });
        self
    }
}
