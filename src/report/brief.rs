//! What a director reads in a minute: the outcome in plain sentences, each built from its figures.

use super::Report;
use super::falls::{Falls, day, falls};
use super::terminal::{DRAFTED, findings};
use crate::assess::{AspectOutcome, Confidence, ItemOutcome, ReviewState, Reviewed, Severity, Verdict};
use crate::pack::{AgencyId, Item};

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
        counts(report),
        report.inspection.draft.then(|| Point::new(format!("{DRAFTED}."))),
        time(report),
        unread(report),
        unanswered(report),
        agencies(report),
        steps(report),
        serious(report),
        actions(report),
        reading(report),
        decisions(report),
        waived(report),
        smaller(report),
    ];
    points.into_iter().flatten().collect()
}

/// Returns the sentence that says how many findings are answered.
fn counts(report: &Report<'_>) -> Option<Point> {
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

/// Returns the sentence that says how much time is left.
fn time(report: &Report<'_>) -> Option<Point> {
    let assessment = report.assessment;
    let deadline = assessment.deadline.as_ref()?;
    let due = day(deadline.due);
    let left = deadline.days_left(assessment.as_of, &report.rules.language.holidays);
    Some(Point::new(match left {
        (0, _) => format!("The statement is due today, {due}."),
        (days, _) if days < 0 => {
            format!("The statement was due on {due}, {} before the day of this check.", days_of(-days))
        }
        (days, working) => format!("The statement is due on {due}: {}.", left_in_words(days, working)),
    }))
}

/// Returns the time that is left in words: `1 day is left`, `8 days are left, 6 of them working days`.
pub(crate) fn left_in_words(days: i32, working: Option<u32>) -> String {
    let left = format!("{} {} left", days_of(days), if days == 1 { "is" } else { "are" });
    match working {
        Some(working) if i64::from(working) == i64::from(days) => left,
        Some(0) => format!("{left}, none of them a working day"),
        Some(1) => format!("{left}, 1 of them a working day"),
        Some(working) => format!("{left}, {working} of them working days"),
        None => left,
    }
}

fn days_of(days: i32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// Says what nobody could read, for it limits all that follows.
fn unread(report: &Report<'_>) -> Option<Point> {
    Some(Point::new(match report.statement.unread.len() {
        0 => return None,
        1 => "One part of the statement could not be read; what it says is not counted here.".to_owned(),
        parts => {
            format!("{parts} parts of the statement could not be read; what they say is not counted here.")
        }
    }))
}

/// Names the findings to begin with.
fn unanswered(report: &Report<'_>) -> Option<Point> {
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
fn agencies(report: &Report<'_>) -> Option<Point> {
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
fn steps(report: &Report<'_>) -> Option<Point> {
    let steps: Vec<&ItemOutcome> =
        report.assessment.items.iter().filter(|item| matches!(item, ItemOutcome::NextStep(_))).collect();
    let open: Vec<&&ItemOutcome> =
        steps.iter().filter(|step| step.verdict() != Verdict::Addressed && step.waived().is_none()).collect();
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

/// Names what is about no item of the letter and is likely to send the statement back.
fn serious(report: &Report<'_>) -> Option<Point> {
    let mut messages: Vec<&str> = report
        .diagnostics
        .iter()
        .filter(|found| found.item.is_none() && !found.waived && found.severity == Severity::Error)
        .map(|found| found.message.as_str())
        .collect();
    messages.dedup();
    if messages.is_empty() {
        return None;
    }
    let about = messages.into_iter().map(|message| (None, message.to_owned())).collect();
    Some(Point { says: "Likely to send the statement back, whatever it answers:".to_owned(), about })
}

/// Says what the actions lack, and how their dates stand to the day of the check.
fn actions(report: &Report<'_>) -> Option<Point> {
    let falls = falls(report);
    let all = falls.len();
    if all == 0 {
        return Some(Point::new("No action was found in the statement."));
    }
    let has_deadline = report.assessment.deadline.is_some();
    let counted =
        Falls::ALL.into_iter().map(|day| (day, falls.iter().filter(|found| **found == day).count()));
    let dated: Vec<String> = counted
        .filter(|(_, number)| *number > 0)
        .map(|(day, number)| match (day, number) {
            (Falls::Vague | Falls::Never, 1) => format!("1 has {}", day.says(has_deadline)),
            (Falls::Vague, _) => format!("{number} have dates that name no day"),
            (Falls::Never, _) => format!("{number} have no date"),
            _ => format!("{number} {} due {}", is(number), day.says(has_deadline)),
        })
        .collect();
    let unowned = report.statement.actions.iter().filter(|action| action.owner.is_none()).count();
    let owners = match unowned {
        0 => String::new(),
        1 => " 1 names no owner.".to_owned(),
        number => format!(" {number} name no owner."),
    };
    let opening = if all == 1 { "Of its one action".to_owned() } else { format!("Of its {all} actions") };
    Some(Point::new(format!("{opening}, {}.{owners}", listed(&dated))))
}

/// Says what a person must still read.
fn reading(report: &Report<'_>) -> Option<Point> {
    let aspects: Vec<&AspectOutcome> = findings(report).flat_map(|finding| &finding.aspects).collect();
    let open = aspects.iter().filter(|aspect| is_open(aspect)).count();
    let all = aspects.len();
    Some(Point::new(match open {
        0 => return None,
        1 => format!(
            "Of {all} aspects, 1 verdict is likely, not sure, and undecided: a person must read its passages."
        ),
        _ => format!(
            "Of {all} aspects, {open} verdicts are likely, not sure, and undecided: a person must read their passages."
        ),
    }))
}

/// Whether a person must still read the passages of an aspect.
pub(crate) fn is_open(outcome: &AspectOutcome) -> bool {
    outcome.confidence == Confidence::Likely && state(outcome) != Some(ReviewState::Holds)
}

fn state(outcome: &AspectOutcome) -> Option<ReviewState> {
    outcome.reviewed.as_ref().map(Reviewed::state)
}

/// Says how many decisions of people there are, and which of them no longer hold.
fn decisions(report: &Report<'_>) -> Option<Point> {
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
fn waived(report: &Report<'_>) -> Option<Point> {
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

/// Counts the matters that are about no item of the letter.
fn smaller(report: &Report<'_>) -> Option<Point> {
    let number = report
        .diagnostics
        .iter()
        .filter(|found| found.item.is_none() && found.severity != Severity::Error)
        .count();
    Some(Point::new(match number {
        0 => return None,
        1 => "There is also 1 smaller matter.".to_owned(),
        number => format!("There are also {number} smaller matters."),
    }))
}

/// Returns an item of the letter with what it asks.
fn named(report: &Report<'_>, id: &str) -> (Option<String>, String) {
    (Some(id.to_owned()), asks(report, id).to_owned())
}

/// Returns what an item of the letter asks, in the words of the rules; its id where they have none.
pub(crate) fn asks<'r>(report: &Report<'r>, id: &'r str) -> &'r str {
    let item = report.inspection.items().into_iter().find_map(|item| match item {
        Item::Finding(finding) => (finding.id == id).then_some(finding.summary.as_str()),
        Item::NextStep(step) => (step.id == id).then_some(step.asks.as_str()),
    });
    item.unwrap_or(id)
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
