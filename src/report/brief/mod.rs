//! What a director reads in a minute: the outcome in plain sentences, each built from its figures.

mod letter;
mod plan;

pub(crate) use self::plan::left_in_words;
use super::Report;
use super::terminal::{DRAFTED, findings};
use crate::assess::{AspectOutcome, Confidence, ReviewState, Reviewed};

/// One point of it: a sentence or a few, and what they are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Point {
    /// The sentences.
    pub(crate) says: String,
    /// What they are about, each in words, with the id of the item of the letter where it is one.
    pub(crate) about: Vec<(Option<String>, String)>,
}

impl Point {
    fn new(says: impl Into<String>) -> Self {
        Self { says: says.into(), about: Vec::new() }
    }
}

/// Returns the points, the weightiest first. None says what is not so: what there is none of is left out.
pub(crate) fn brief(report: &Report<'_>) -> Vec<Point> {
    let points = [
        letter::counts(report),
        report.inspection.draft.then(|| Point::new(format!("{DRAFTED}."))),
        plan::time(report),
        plan::unread(report),
        letter::unanswered(report),
        letter::agencies(report),
        letter::steps(report),
        plan::serious(report),
        plan::actions(report),
        letter::reading(report),
        letter::decisions(report),
        letter::waived(report),
        plan::smaller(report),
    ];
    points.into_iter().flatten().collect()
}

/// Whether a person must still read the passages of an aspect.
pub(crate) fn is_open(outcome: &AspectOutcome) -> bool {
    outcome.confidence == Confidence::Likely && state(outcome) != Some(ReviewState::Holds)
}

/// Counts the aspects of which a person must still read the passages; those of waived findings need no answer here.
pub(crate) fn left_to_read(report: &Report<'_>) -> usize {
    let owed = findings(report).filter(|finding| finding.waived.is_none());
    owed.flat_map(|finding| &finding.aspects).filter(|aspect| is_open(aspect)).count()
}

/// Returns an item of the letter with what it asks.
fn named(report: &Report<'_>, id: &str) -> (Option<String>, String) {
    (Some(id.to_owned()), asks(report, id).to_owned())
}

/// Returns what an item of the letter asks, in the words of the rules; its id where they have none.
pub(crate) fn asks<'r>(report: &Report<'r>, id: &'r str) -> &'r str {
    report.inspection.asks(id).unwrap_or(id)
}

fn is(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// Returns a list as a sentence has it: `a, b and c`.
pub(crate) fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

fn state(outcome: &AspectOutcome) -> Option<ReviewState> {
    outcome.reviewed.as_ref().map(Reviewed::state)
}
