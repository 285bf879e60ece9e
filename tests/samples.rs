//! What the rules say about the sample statements: held in `snapshots/`, and held against what a reader says.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;
use wsoa::assess::{AspectOutcome, Assessment, ItemOutcome, assess};
use wsoa::document::{self, Limits};
use wsoa::pack::{Inspection, NextStepCheck, Rules};
use wsoa::statement::{self, Statement};

const INSPECTION: &str = "jtai-central-bedfordshire-2016";
const SAMPLES: [&str; 3] = ["harbour-plan.docx", "ladder-plan.md", "letter-reply.txt"];
const AS_OF: jiff::civil::Date = jiff::civil::date(2016, 8, 9);

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statements")
}

/// What the rules make of one sample.
struct Checked {
    rules: Rules,
    statement: Statement,
    assessment: Assessment,
}

impl Checked {
    fn new(sample: &str) -> Self {
        let rules = Rules::embedded().unwrap();
        let bytes = std::fs::read(samples().join(sample)).unwrap();
        let documents = [document::read(sample, &bytes, &Limits::default()).unwrap()];
        let inspection = rules.inspection(INSPECTION).unwrap();
        let statement = statement::read(&documents, &rules, inspection.published);
        let assessment = assess(&statement, &rules, inspection, AS_OF);
        Self { rules, statement, assessment }
    }

    fn inspection(&self) -> &Inspection {
        self.rules.inspection(INSPECTION).unwrap()
    }

    /// Returns each aspect as `finding.aspect` with its outcome, in the order of the letter.
    fn aspects(&self) -> Vec<(String, &AspectOutcome)> {
        let findings = self.assessment.items.iter().filter_map(|item| match item {
            ItemOutcome::Finding(finding) => Some(finding),
            ItemOutcome::NextStep(_) => None,
        });
        let aspects = findings.flat_map(|f| f.aspects.iter().map(move |a| (format!("{}.{}", f.id, a.id), a)));
        aspects.collect()
    }

    /// Returns the agencies that own no action, as the step that asks for all of them tells it.
    fn missing_agencies(&self) -> Vec<&str> {
        let steps = &self.inspection().next_steps;
        let asks = steps.iter().find(|step| step.check == NextStepCheck::MultiAgency).unwrap();
        let outcome = self.assessment.items.iter().find(|item| item.id() == asks.id);
        let Some(ItemOutcome::NextStep(outcome)) = outcome else { panic!("`{}` is no next step", asks.id) };
        outcome.missing.iter().map(|agency| agency.as_str()).collect()
    }

    /// Writes the whole down, a line for each thing.
    fn lines(&self) -> String {
        let mut text = String::new();
        for (name, aspect) in self.aspects() {
            let (met, why, place) = match (aspect.evidence.first(), aspect.nearest.first()) {
                (Some(evidence), _) => ("met", named(&evidence.tie), evidence.location.text.as_str()),
                (None, near) => {
                    ("not met", named(&aspect.reason), near.map_or("", |near| near.location.text.as_str()))
                }
            };
            let line = format!("{name:46} {met:8} {why:20} {:7} {place}", named(&aspect.confidence));
            let _ = writeln!(text, "{}", line.trim_end());
        }
        text.push('\n');
        for item in &self.assessment.items {
            if let ItemOutcome::NextStep(step) = item {
                let _ = writeln!(text, "{:46} {:12} {}", step.id, named(&step.verdict), step.note);
            }
        }
        let missing = self.missing_agencies();
        let missing = if missing.is_empty() { "none".to_owned() } else { missing.join(", ") };
        let _ = writeln!(text, "\nagencies without an action: {missing}\n{}", self.counts());
        text
    }

    /// Counts the actions, by how firmly they commit, and what they lack.
    fn counts(&self) -> String {
        let actions = &self.statement.actions;
        let mut commitments: BTreeMap<String, usize> = BTreeMap::new();
        for action in actions {
            *commitments.entry(named(&action.commitment)).or_default() += 1;
        }
        let commitments: Vec<String> =
            commitments.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let answering = self.assessment.answers.iter().filter(|answers| !answers.is_empty()).count();
        let dated = actions.iter().filter(|a| a.due.as_ref().is_some_and(|due| due.range.is_some())).count();
        let owned = actions.iter().filter(|action| action.owner.is_some()).count();
        let measured = actions.iter().filter(|action| action.measure.is_some()).count();
        format!(
            "actions: {} ({}); {answering} answer a finding, {owned} have an owner, {dated} a date, {measured} a measure",
            actions.len(),
            commitments.join(", ")
        )
    }
}

/// Returns the name that the JSON gives to a tie, a reason, a verdict.
fn named(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        Value::String(name) => name,
        other => panic!("{other} is no name"),
    }
}

#[test]
fn the_rules_say_the_same_about_every_sample() {
    for sample in SAMPLES {
        let lines = Checked::new(sample).lines();
        insta::with_settings!({
            snapshot_path => "../snapshots",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(stem(sample), lines);
        });
    }
}

fn stem(sample: &str) -> &str {
    sample.rsplit_once('.').unwrap().0
}

/// What a reader says of a sample, and where the rules are known to say otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    agencies_with_no_action: Vec<String>,
    findings: BTreeMap<String, BTreeMap<String, bool>>,
    /// `finding.aspect`, or `agencies`, with the reason why the rules say otherwise.
    #[serde(default)]
    known: BTreeMap<String, String>,
}

impl Expected {
    fn of(sample: &str) -> Self {
        let path = samples().join(format!("{}.expect.toml", stem(sample)));
        toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    /// Returns each aspect as `finding.aspect` with whether it is met.
    fn aspects(&self) -> BTreeMap<String, bool> {
        let findings = self.findings.iter();
        findings
            .flat_map(|(f, aspects)| aspects.iter().map(move |(a, met)| (format!("{f}.{a}"), *met)))
            .collect()
    }
}

#[test]
fn the_rules_agree_with_the_reader_but_where_it_is_known() {
    let mut complaints = String::new();
    let (mut agreed, mut asked) = (0, 0);
    for sample in SAMPLES {
        let (checked, expected) = (Checked::new(sample), Expected::of(sample));
        let labels = expected.aspects();
        let mut differing = Vec::new();
        for (name, aspect) in checked.aspects() {
            asked += 1;
            match labels[&name] == aspect.met {
                true => agreed += 1,
                false => differing.push(name),
            }
        }
        let (mut missing, mut labelled) =
            (checked.missing_agencies(), expected.agencies_with_no_action.clone());
        missing.sort_unstable();
        labelled.sort();
        if missing != labelled {
            differing.push("agencies".to_owned());
        }
        for name in differing.iter().filter(|name| !expected.known.contains_key(*name)) {
            let said = labels.get(name).map_or(format!("{labelled:?}"), |met| met.to_string());
            let _ = writeln!(
                complaints,
                "{sample}: the rules disagree with the reader on {name} (reader: {said})"
            );
        }
        for name in expected.known.keys().filter(|name| !differing.contains(name)) {
            let _ = writeln!(complaints, "{sample}: {name} agrees again; take it out of [known]");
        }
    }
    assert!(complaints.is_empty(), "{agreed} of {asked} aspects agree\n{complaints}");
    println!("{agreed} of {asked} aspects agree");
}

#[test]
fn every_aspect_of_every_sample_has_a_label() {
    let rules = Rules::embedded().unwrap();
    let inspection = rules.inspection(INSPECTION).unwrap();
    let mut asked: Vec<String> = Vec::new();
    for finding in &inspection.findings {
        asked.extend(finding.aspects.iter().map(|aspect| format!("{}.{}", finding.id, aspect.id)));
    }
    asked.sort();
    for sample in SAMPLES {
        let labelled: Vec<String> = Expected::of(sample).aspects().into_keys().collect();
        assert_eq!(labelled, asked, "{sample}");
    }
}

#[test]
fn every_statement_of_the_folder_is_a_sample() {
    let files =
        std::fs::read_dir(samples()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut labelled: Vec<String> =
        files.filter_map(|name| Some(name.strip_suffix(".expect.toml")?.to_owned())).collect();
    labelled.sort();
    assert_eq!(labelled, SAMPLES.map(stem));
}
