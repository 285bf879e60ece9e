//! Outcomes: what became of each expectation, and which verdicts nobody expected.

use std::collections::BTreeMap;

use super::expectation::{Expectation, Expected, Subject};
use crate::assess::{AspectOutcome, Assessment, ItemOutcome};
use crate::pack::nearest;

/// What became of an expectation, or of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The check says what was expected.
    Right,
    /// The check says something else.
    Wrong,
    /// The check says something else, as is known.
    KnownGap,
    /// It was known to say something else, and says what was expected: the mark has to go.
    GapClosed,
    /// There is nothing of this name, so that the expectation could never be wrong.
    NoSuchName,
    /// An aspect is met, and no expectation is about it.
    NotExpected,
}

impl Outcome {
    /// Whether a case fails with it.
    pub fn fails(self) -> bool {
        matches!(self, Self::Wrong | Self::GapClosed | Self::NoSuchName)
    }
}

/// An outcome with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What became of it.
    pub outcome: Outcome,
    /// The name of the aspect or item.
    pub name: String,
    /// The line of the expectation; `None` for a verdict that nobody expected.
    pub line: Option<usize>,
    /// What the check says, in the words of an expectation; for a name that is not there, what to do.
    pub said: String,
}

/// Holds what a check says against what was expected, in the order of the expectations; verdicts that nobody expected
/// come last.
pub fn judge(expectations: &[Expectation], assessment: &Assessment) -> Vec<Judged> {
    let said = Said::of(assessment);
    let mut judged: Vec<Judged> =
        expectations.iter().flat_map(|expectation| said.judge(expectation, expectations)).collect();
    let expected = |name: &str| judged.iter().any(|one| one.name == name);
    let surprises = said.aspects.iter().filter(|(name, aspect)| aspect.met && !expected(name));
    let surprises = surprises.map(|(name, aspect)| Judged {
        outcome: Outcome::NotExpected,
        name: name.clone(),
        line: None,
        said: said_of_aspect(aspect),
    });
    let surprises: Vec<Judged> = surprises.collect();
    judged.extend(surprises);
    judged
}

/// What a check says, by name.
struct Said<'a> {
    /// In the order of the letter.
    aspects: Vec<(String, &'a AspectOutcome)>,
    items: BTreeMap<&'a str, &'a ItemOutcome>,
}

impl<'a> Said<'a> {
    fn of(assessment: &'a Assessment) -> Self {
        let mut aspects = Vec::new();
        for item in &assessment.items {
            if let ItemOutcome::Finding(finding) = item {
                let of_finding = finding.aspects.iter();
                aspects.extend(of_finding.map(|aspect| (format!("{}.{}", finding.id, aspect.id), aspect)));
            }
        }
        let items = assessment.items.iter().map(|item| (item.id(), item)).collect();
        Self { aspects, items }
    }

    /// Judges one expectation; that of all other aspects gives one outcome for each of them.
    fn judge(&self, expectation: &Expectation, all: &[Expectation]) -> Vec<Judged> {
        let judge = |name: &str, (right, said): (bool, String)| Judged {
            outcome: outcome(right, expectation.todo),
            name: name.to_owned(),
            line: Some(expectation.line),
            said,
        };
        match &expectation.subject {
            Subject::Rest => {
                let named = |name: &String| {
                    all.iter().any(|one| matches!(&one.subject, Subject::Aspect(aspect) if aspect == name))
                };
                let rest = self.aspects.iter().filter(|(name, _)| !named(name));
                rest.map(|(name, aspect)| judge(name, hold_aspect(&expectation.expected, aspect))).collect()
            }
            Subject::Aspect(name) => match self.aspects.iter().find(|(known, _)| known == name) {
                Some((_, aspect)) => vec![judge(name, hold_aspect(&expectation.expected, aspect))],
                None => vec![no_such(
                    name,
                    expectation.line,
                    self.aspects.iter().map(|(known, _)| known.as_str()),
                )],
            },
            Subject::Item(name) => match self.items.get(name.as_str()) {
                Some(item) => vec![judge(name, hold_item(&expectation.expected, item))],
                None => vec![no_such(name, expectation.line, self.items.keys().copied())],
            },
        }
    }
}

fn outcome(right: bool, todo: bool) -> Outcome {
    match (right, todo) {
        (true, false) => Outcome::Right,
        (false, false) => Outcome::Wrong,
        (false, true) => Outcome::KnownGap,
        (true, true) => Outcome::GapClosed,
    }
}

fn no_such<'n>(name: &str, line: usize, known: impl Iterator<Item = &'n str>) -> Judged {
    let said = match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`wsoa rules list --items` lists the names".to_owned(),
    };
    Judged { outcome: Outcome::NoSuchName, name: name.to_owned(), line: Some(line), said }
}

fn hold_aspect(expected: &Expected, aspect: &AspectOutcome) -> (bool, String) {
    let right = match expected {
        Expected::Met => aspect.met,
        Expected::Unmet(None) => !aspect.met,
        Expected::Unmet(reason) => !aspect.met && aspect.reason == *reason,
        Expected::Verdict(_) | Expected::Missing(_) => false,
    };
    (right, said_of_aspect(aspect))
}

/// Returns what is said of an aspect, with the place that decides it.
fn said_of_aspect(aspect: &AspectOutcome) -> String {
    let place = aspect.evidence.first().map(|evidence| &evidence.location);
    let place = place.or(aspect.nearest.first().map(|near| &near.location));
    let place = place.map_or(String::new(), |location| format!(" ({})", location.text));
    match aspect.reason {
        None => format!("met{place}"),
        Some(reason) => format!("unmet {}{place}", reason.code()),
    }
}

fn hold_item(expected: &Expected, item: &ItemOutcome) -> (bool, String) {
    match (expected, item) {
        (Expected::Missing(expected), ItemOutcome::NextStep(step)) => {
            let mut missing: Vec<String> =
                step.missing.iter().map(|agency| agency.as_str().to_owned()).collect();
            missing.sort_unstable();
            let said = if missing.is_empty() { "none".to_owned() } else { missing.join(", ") };
            (missing == *expected, format!("missing {said}"))
        }
        (Expected::Verdict(verdict), item) => (item.verdict() == *verdict, item.verdict().code().to_owned()),
        (_, item) => (false, item.verdict().code().to_owned()),
    }
}
