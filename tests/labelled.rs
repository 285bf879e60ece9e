//! How far the rules agree with statements that were labelled by somebody who had not seen the rules.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and prints its figures"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use wsoa::assess::{AspectOutcome, Confidence, ItemOutcome, assess};
use wsoa::document::{self, Limits};
use wsoa::pack::Rules;
use wsoa::statement;

#[derive(Deserialize)]
struct Gold {
    statement: String,
    inspection: String,
    as_of: jiff_date::Day,
    findings: BTreeMap<String, BTreeMap<String, Label>>,
}

#[derive(Deserialize)]
struct Label {
    met: bool,
    #[serde(default)]
    evidence: Vec<String>,
}

/// A day as the labels write it.
mod jiff_date {
    #[derive(serde::Deserialize)]
    #[serde(try_from = "String")]
    pub(crate) struct Day(pub(crate) jiff::civil::Date);

    impl TryFrom<String> for Day {
        type Error = jiff::Error;
        fn try_from(text: String) -> Result<Self, jiff::Error> {
            text.parse().map(Self)
        }
    }
}

/// What agrees and what does not.
#[derive(Debug, Default)]
struct Figures {
    gaps_found: u32,
    gaps_missed: u32,
    false_alarms: u32,
    answers_found: u32,
    first_passage_right: u32,
    sure: u32,
    sure_and_right: u32,
}

impl Figures {
    fn add(&mut self, label: &Label, outcome: &AspectOutcome) {
        match (label.met, outcome.met) {
            (false, false) => self.gaps_found += 1,
            (false, true) => self.gaps_missed += 1,
            (true, false) => self.false_alarms += 1,
            (true, true) => {
                self.answers_found += 1;
                let quote = words(&outcome.evidence[0].quote);
                let right =
                    label.evidence.iter().any(|e| quote.contains(&words(e)) || words(e).contains(&quote));
                self.first_passage_right += u32::from(right);
            }
        }
        if outcome.confidence == Confidence::Sure {
            self.sure += 1;
            self.sure_and_right += u32::from(label.met == outcome.met);
        }
    }
}

/// The words of a text alone, so that quotation marks and line ends make no difference.
fn words(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole)
}

fn labels() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut labels: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    labels.sort();
    labels
}

/// Measures the rules on the labelled statements of the inspections that `wanted` tells.
fn measure(wanted: impl Fn(&str) -> bool) -> Figures {
    let rules = Rules::embedded().unwrap();
    let mut figures = Figures::default();
    for path in labels() {
        let gold: Gold = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        if !wanted(&gold.inspection) {
            continue;
        }
        let bytes = std::fs::read(path.with_file_name(&gold.statement)).unwrap();
        let documents = [document::read(&gold.statement, &bytes, &Limits::default()).unwrap()];
        let inspection = rules.inspection(&gold.inspection).unwrap();
        let statement = statement::read(&documents, &rules, inspection.published);
        let assessment = assess(&statement, &rules, inspection, gold.as_of.0);
        for item in &assessment.items {
            let ItemOutcome::Finding(finding) = item else { continue };
            for aspect in &finding.aspects {
                figures.add(&gold.findings[&finding.id][&aspect.id], aspect);
            }
        }
    }
    figures
}

/// The least that is allowed, a little under what was last measured.
struct Floors {
    gaps_found: f64,
    gaps_real: f64,
    passages: f64,
    sure: f64,
}

fn hold(figures: &Figures, floors: &Floors) {
    let recall = share(figures.gaps_found, figures.gaps_found + figures.gaps_missed);
    let precision = share(figures.gaps_found, figures.gaps_found + figures.false_alarms);
    let passages = share(figures.first_passage_right, figures.answers_found);
    let sure = share(figures.sure_and_right, figures.sure);
    println!(
        "gaps found {recall:.3}, of gaps reported real {precision:.3}, first passage right {passages:.3}, sure and right {sure:.3}"
    );
    assert!(recall >= floors.gaps_found && precision >= floors.gaps_real, "{figures:?}");
    assert!(passages >= floors.passages && sure >= floors.sure, "{figures:?}");
}

const LARGEST: &str = "jtai-central-bedfordshire-2016";

#[test]
fn the_rules_of_the_largest_inspection_find_the_gaps_that_a_reader_finds() {
    let figures = measure(|inspection| inspection == LARGEST);
    hold(&figures, &Floors { gaps_found: 0.96, gaps_real: 0.83, passages: 0.97, sure: 0.95 });
}

#[test]
fn the_rules_of_the_others_find_most_of_them() {
    let figures = measure(|inspection| inspection != LARGEST);
    hold(&figures, &Floors { gaps_found: 0.82, gaps_real: 0.82, passages: 0.95, sure: 0.96 });
}
