//! What the letter asks, in short: how much of it is answered, what is not, and what people decided or must still read.

use super::{Point, is, left_to_read, listed, named, state};
use crate::assess::{ItemOutcome, ReviewState, Verdict};
use crate::pack::AgencyId;
use crate::report::Report;
use crate::report::terminal::findings;

/// Returns the sentence that says how many findings are answered.
pub(super) fn counts(report: &Report<'_>) -> Option<Point> {
    let verdicts: Vec<Verdict> = findings(report).map(|outcome| outcome.verdict).collect();
    let every = [Verdict::Addressed, Verdict::Partial, Verdict::Unaddressed, Verdict::CannotTell];
    let of = |verdict| verdicts.iter().filter(|found| **found == verdict).count();
    let parts: Vec<(Verdict, usize)> =
        every.map(|verdict| (verdict, of(verdict))).into_iter().filter(|(_, number)| *number > 0).collect();
    Some(Point::new(match (verdicts.len(), parts.as_slice()) {
        (0, _) => return None,
        (1, [(verdict, _), ..]) => format!("The one finding {}.", of_one(&of_many(*verdict))),
        (2, [(Verdict::Unaddressed, _)]) => "Neither finding is answered.".to_owned(),
        (2, [(Verdict::CannotTell, _)]) => format!("Neither finding can be judged, since {HIDDEN}."),
        (all, [(Verdict::Unaddressed, _)]) => format!("None of the {all} findings is answered."),
        (all, [(Verdict::CannotTell, _)]) => {
            format!("None of the {all} findings can be judged, since {HIDDEN}.")
        }
        (2, [(verdict, _)]) => format!("Both findings {}.", of_many(*verdict)),
        (all, [(verdict, _)]) => format!("All {all} findings {}.", of_many(*verdict)),
        (all, parts) => {
            let said = |(verdict, number): &(Verdict, usize)| match number {
                1 => format!("1 {}", of_one(&of_many(*verdict))),
                _ => format!("{number} {}", of_many(*verdict)),
            };
            format!("Of {all} findings, {}.", listed(&parts.iter().map(said).collect::<Vec<_>>()))
        }
    }))
}

/// Why a finding cannot be judged.
const HIDDEN: &str = "part of the statement could not be read";

fn of_many(verdict: Verdict) -> String {
    match verdict {
        Verdict::Addressed => "are answered".to_owned(),
        Verdict::Partial => "are answered in part".to_owned(),
        Verdict::Unaddressed => "are not answered".to_owned(),
        Verdict::CannotTell => format!("cannot be judged, since {HIDDEN}"),
    }
}

/// Returns what is said of many as it is said of one.
fn of_one(how: &str) -> String {
    how.replacen("are ", "is ", 1)
}

/// Names the findings to begin with.
pub(super) fn unanswered(report: &Report<'_>) -> Option<Point> {
    let open: Vec<&str> = findings(report)
        .filter(|outcome| outcome.verdict == Verdict::Unaddressed && outcome.waived.is_none())
        .map(|outcome| outcome.id.as_str())
        .collect();
    let says = match open.len() {
        0 => return None,
        1 => "Begin with this finding, which no committed action answers:".to_owned(),
        number => format!("Begin with these {number} findings, which no committed action answers:"),
    };
    let about = open.into_iter().map(|id| named(report, id)).collect();
    Some(Point { says, about })
}

/// Names the agencies that own no action.
pub(super) fn agencies(report: &Report<'_>) -> Option<Point> {
    let steps = report.assessment.items.iter().filter_map(|item| match item {
        ItemOutcome::NextStep(step) if step.waived.is_none() && step.verdict != Verdict::CannotTell => {
            Some(step)
        }
        _ => None,
    });
    let mut missing: Vec<&AgencyId> = steps.flat_map(|step| &step.missing).collect();
    missing.sort();
    missing.dedup();
    let agencies = report.rules.language.agencies.iter();
    let names: Vec<String> =
        agencies.filter(|agency| missing.contains(&&agency.id)).map(|agency| agency.name.clone()).collect();
    let who = match names.len() {
        0 => return None,
        1 => "1 agency that the letter names owns".to_owned(),
        number => format!("{number} agencies that the letter names own"),
    };
    Some(Point::new(format!("{who} no action: {}.", listed(&names))))
}

/// Says how many demands on the statement itself are met, and names those that are not.
pub(super) fn steps(report: &Report<'_>) -> Option<Point> {
    let steps: Vec<&ItemOutcome> =
        report.assessment.items.iter().filter(|item| matches!(item, ItemOutcome::NextStep(_))).collect();
    let open: Vec<&&ItemOutcome> = steps.iter().filter(|step| report.owes(step)).collect();
    if open.is_empty() {
        return None;
    }
    let (all, number) = (steps.len(), open.len());
    let says = match (number, all) {
        (1, 1) => "The one demand on the statement itself is not fully met:".to_owned(),
        _ if number == all => format!("None of the {all} demands on the statement itself is fully met:"),
        _ => format!("Of {all} demands on the statement itself, {number} {} not fully met:", is(number)),
    };
    Some(Point { says, about: open.into_iter().map(|step| named(report, step.id())).collect() })
}

/// Says what a person must still read.
pub(super) fn reading(report: &Report<'_>) -> Option<Point> {
    let all: usize = findings(report).map(|finding| finding.aspects.len()).sum();
    Some(Point::new(match left_to_read(report) {
        0 => return None,
        1 => format!(
            "Of {all} aspects, 1 verdict is likely, not sure, and undecided: a person must read its passages."
        ),
        open => format!(
            "Of {all} aspects, {open} verdicts are likely, not sure, and undecided: a person must read their passages."
        ),
    }))
}

/// Says how many decisions of people there are, and which of them no longer hold.
pub(super) fn decisions(report: &Report<'_>) -> Option<Point> {
    let states: Vec<ReviewState> =
        findings(report).flat_map(|finding| &finding.aspects).filter_map(state).collect();
    let suspect = states.iter().filter(|state| **state == ReviewState::Suspect).count();
    let decided = match states.len() {
        0 => return None,
        1 => "A person decided 1 aspect".to_owned(),
        number => format!("People decided {number} aspects"),
    };
    Some(Point::new(match (suspect, states.len()) {
        (0, 1) => format!("{decided}, and the decision holds."),
        (0, _) => format!("{decided}, and every decision holds."),
        (1, 1) => format!("{decided}; the words it rests on have changed, so it must be decided again."),
        (1, _) => format!("{decided}; the words of 1 have changed, so it must be decided again."),
        _ => format!("{decided}; the words of {suspect} have changed, so they must be decided again."),
    }))
}

/// Names what need not be answered here, by whose decision.
pub(super) fn waived(report: &Report<'_>) -> Option<Point> {
    let waivers: Vec<_> = report.assessment.items.iter().filter_map(ItemOutcome::waived).collect();
    let says = match waivers.len() {
        0 => return None,
        1 => "One item is waived by a person's decision; it is checked and shown all the same:".to_owned(),
        number => {
            format!(
                "{number} items are waived by a person's decision; they are checked and shown all the same:"
            )
        }
    };
    let about = waivers.into_iter().map(|waiver| {
        let (id, summary) = named(report, &waiver.item);
        let by = if waiver.by.is_empty() { String::new() } else { format!(", by {}", waiver.by) };
        (id, format!("{summary}{by}"))
    });
    Some(Point { says, about: about.collect() })
}
