//! What is told of a comparison, in words that reports for people share.

use crate::assess::{AspectOutcome, ItemOutcome, Near, Reason};
use crate::compare::{
    AspectChange, Change, Comparison, ItemChange, Pair, Progress, Reassigned, Redated, Stray, Tally,
};
use crate::dates::Due;
use crate::pack::Agency;
use crate::statement::{Action, Commitment, PassageKind, PointerKind};

/// Returns the one line that says whether the new draft is the better one.
pub(super) fn headline(comparison: &Comparison<'_>) -> String {
    let counts = &comparison.counts;
    let steps = counts.next_steps;
    let mut line = tally(counts.findings, "finding");
    if steps.unchanged < comparison.items.iter().filter(|item| item.aspects.is_empty()).count() {
        line.push_str(&format!("; {}", tally(steps, "next step")));
    }
    line
}

/// Returns how many items fare how: `3 findings better, 1 worse, 12 unchanged`.
fn tally(tally: Tally, noun: &str) -> String {
    let counts = [
        (tally.better, Progress::Better.says()),
        (tally.worse, Progress::Worse.says()),
        (tally.better_and_worse, Progress::BetterAndWorse.says()),
        (tally.unchanged, Progress::Unchanged.says()),
        (tally.cannot_compare, "cannot be compared"),
    ];
    listed(counts.into_iter(), noun)
}

/// Returns how many actions came, went, changed and stayed.
pub(super) fn actions(comparison: &Comparison<'_>) -> String {
    let counts = &comparison.counts.actions;
    let counts = [
        (counts.added, "added"),
        (counts.removed, "taken out"),
        (counts.changed, "changed"),
        (counts.unchanged, "unchanged"),
    ];
    listed(counts.into_iter(), "action")
}

/// Returns the counts that are not nought, the first with what is counted.
fn listed(counts: impl Iterator<Item = (usize, &'static str)>, noun: &str) -> String {
    let counts: Vec<(usize, &str)> = counts.filter(|(count, _)| *count > 0).collect();
    let mut rest = counts.iter();
    let Some((first, says)) = rest.next() else { return format!("no {noun}s") };
    let plural = if *first == 1 { "" } else { "s" };
    let rest: String = rest.map(|(count, says)| format!(", {count} {says}")).collect();
    format!("{first} {noun}{plural} {says}{rest}")
}

/// Returns what is said of an aspect: `met (likely)`, `not met (deferred, likely)`, `cannot tell`.
pub(super) fn said(outcome: &AspectOutcome) -> String {
    match outcome.reason {
        _ if outcome.met => format!("met ({})", outcome.confidence),
        Some(Reason::Unread) => "cannot tell".to_owned(),
        Some(reason) => format!("not met ({}, {})", reason.code(), outcome.confidence),
        None => format!("not met ({})", outcome.confidence),
    }
}

/// Returns what comes nearest now to an aspect that got worse, unless it is what made it worse.
pub(super) fn nearest<'c>(comparison: &'c Comparison<'_>, aspect: &'c AspectChange<'_>) -> Option<&'c Near> {
    let near = aspect.now.nearest.first().filter(|_| aspect.progress == Progress::Worse)?;
    let mut causes = aspect.causes.iter().filter_map(|cause| comparison.pairs.get(*cause)?.now);
    let is_it = |action: &Action| action.location == near.location && action.text == near.quote;
    (!causes.any(is_it)).then_some(near)
}

/// Returns what was found of a next step in the old draft and in the new one.
pub(super) fn notes<'c>(item: &ItemChange<'c>) -> Option<(&'c str, &'c str)> {
    match (item.was, item.now) {
        (ItemOutcome::NextStep(was), ItemOutcome::NextStep(now)) => Some((&was.note, &now.note)),
        _ => None,
    }
}

/// Returns what became of an action, in a few words: `added`, `moved, redated`.
pub(super) fn happened(pair: &Pair<'_>) -> String {
    match (pair.was, pair.now) {
        (None, _) => "added".to_owned(),
        (_, None) => "taken out".to_owned(),
        _ if pair.changes.is_empty() => "not changed itself".to_owned(),
        _ => pair.changes.iter().map(Change::says).collect::<Vec<_>>().join(", "),
    }
}

/// Returns what became of the words of an action that is in one draft alone, to be read before their place.
pub(super) fn stray(pair: &Pair<'_>, stray: &Stray<'_>) -> String {
    let kind = match stray.kind {
        PassageKind::Quoted => "a quotation",
        PassageKind::Prose => "prose that commits nobody",
        PassageKind::Context => "background",
        PassageKind::Superseded => "text that no longer counts",
    };
    if pair.now.is_some() { format!("was {kind}") } else { format!("now {kind}") }
}

/// A circumstance of an action that changed.
pub(super) struct Fact {
    /// Which.
    pub(super) label: &'static str,
    /// What it was.
    pub(super) was: String,
    /// What it is.
    pub(super) now: String,
    /// What follows from it; empty where nothing does.
    pub(super) remark: String,
}

/// Returns what changed of an action beside its words.
pub(super) fn facts(pair: &Pair<'_>) -> Vec<Fact> {
    pair.changes.iter().filter_map(|change| fact(pair, change)).collect()
}

fn fact(pair: &Pair<'_>, change: &Change<'_>) -> Option<Fact> {
    let none = || "none".to_owned();
    let text = |text: Option<&str>| text.map_or_else(none, str::to_owned);
    let (label, was, now, remark) = match change {
        Change::Reworded(_) => return None,
        Change::Moved => {
            let (was, now) = (section(pair.was?), section(pair.now?));
            if was == now {
                return None;
            }
            ("section", text(was), text(now), String::new())
        }
        Change::Referred(turn) => {
            let name = |text: &String| if text.is_empty() { none() } else { text.clone() };
            ("finding", name(&turn.was), name(&turn.now), String::new())
        }
        Change::Recommitted(turn) => {
            ("commitment", firmness(turn.was).to_owned(), firmness(turn.now).to_owned(), String::new())
        }
        Change::Redated(redated) => {
            let due = |due: Option<&Due>| text(due.map(|due| due.text.as_str()));
            ("due", due(redated.due.was), due(redated.due.now), days(redated))
        }
        Change::Reassigned(reassigned) => {
            ("owner", text(reassigned.owner.was), text(reassigned.owner.now), agencies(reassigned))
        }
        Change::Remeasured(turn) => ("measure", text(turn.was), text(turn.now), String::new()),
    };
    Some(Fact { label, was, now, remark })
}

/// Returns the heading or banner above an action.
fn section(action: &Action) -> Option<&str> {
    let is_above = |kind| matches!(kind, PointerKind::Banner | PointerKind::Heading(0));
    let above = action.pointers.iter().find(|pointer| is_above(pointer.kind));
    above.map(|pointer| pointer.text.as_str()).or(action.location.sheet.as_deref())
}

fn firmness(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::Firm => "firm",
        Commitment::Done => "done",
        Commitment::Weak => "weak",
        Commitment::Declined => "declined",
        Commitment::None => "none",
    }
}

fn days(redated: &Redated<'_>) -> String {
    let by = redated.days.map(|days| {
        let plural = if days.abs() == 1 { "" } else { "s" };
        format!("{} day{plural} {}", days.abs(), if days < 0 { "earlier" } else { "later" })
    });
    let by = by.filter(|_| redated.days != Some(0));
    let past = redated.past.then(|| "past on the day of the check".to_owned());
    let passes = redated.passes.map(|deadline| format!("after the statement is due on {deadline}"));
    [by, past, passes].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn agencies(reassigned: &Reassigned<'_>) -> String {
    let names = |agencies: &[&Agency]| {
        agencies.iter().map(|agency| agency.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let part = |says: &str, agencies: &[&Agency]| {
        (!agencies.is_empty()).then(|| format!("{says}: {}", names(agencies)))
    };
    let parts = [part("now with", &reassigned.came), part("no longer with", &reassigned.went)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
