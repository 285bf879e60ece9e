//! What two versions of the rules say otherwise of one statement: verdicts, aspects, evidence and problems.

use super::causes;
use super::held::{Held, Tally, finding_of, said};
use super::model::{AspectChange, Change, DiagnosticChange, ItemChange, Turn};
use crate::assess::{AspectOutcome, Diagnostic, ItemOutcome};

/// Returns the items of which something else is said, in the order of the letter, those that the new version does not
/// have last; and counts all of them.
pub(super) fn items<'h>(old: &Held<'h>, new: &Held<'h>, tally: &mut Tally) -> Vec<ItemChange> {
    let gone = old.assessment.items.iter().filter(|item| new.item(item.id()).is_none());
    let ids = new.assessment.items.iter().chain(gone).map(ItemOutcome::id);
    ids.filter_map(|id| item(id, old, new, tally)).collect()
}

fn item<'h>(id: &str, old: &Held<'h>, new: &Held<'h>, tally: &mut Tally) -> Option<ItemChange> {
    let (was, now) = (old.item(id), new.item(id));
    let verdict = Turn { was: was.map(ItemOutcome::verdict), now: now.map(ItemOutcome::verdict) };
    let note = Turn { was: was.and_then(note), now: now.and_then(note) };
    let is_step = note.was.is_some() || note.now.is_some();
    let count = if is_step { &mut tally.next_steps } else { &mut tally.findings };
    count.compared += 1;
    count.changed += usize::from(verdict.differs());
    let aspects = aspects(id, old, new, tally);
    let note = match note {
        Turn { was: Some(was), now: Some(now) } if was != now => Some(Turn { was, now }),
        _ => None,
    };
    let differs = verdict.differs() || note.is_some() || !aspects.is_empty();
    differs.then(|| ItemChange { id: id.to_owned(), verdict, note, aspects })
}

fn note(item: &ItemOutcome) -> Option<String> {
    match item {
        ItemOutcome::NextStep(step) => Some(step.note.clone()),
        ItemOutcome::Finding(_) => None,
    }
}

fn aspects<'h>(finding: &str, old: &Held<'h>, new: &Held<'h>, tally: &mut Tally) -> Vec<AspectChange> {
    let of = |held: &Held<'_>| -> Vec<AspectOutcome> {
        finding_of(held.item(finding)).map(|outcome| outcome.aspects.clone()).unwrap_or_default()
    };
    let (was, now) = (of(old), of(new));
    let gone = was.iter().filter(|one| now.iter().all(|other| other.id != one.id));
    let ids = now.iter().chain(gone).map(|outcome| outcome.id.as_str());
    let changes = ids.filter_map(|id| {
        let find = |all: &[AspectOutcome]| all.iter().find(|outcome| outcome.id == id).map(said);
        let mut change = AspectChange {
            id: id.to_owned(),
            said: Turn { was: find(&was), now: find(&now) },
            turned_on: Vec::new(),
        };
        tally.aspects.compared += 1;
        tally.aspects.changed += usize::from(change.any_verdict());
        if !change.said.differs() {
            return None;
        }
        change.turned_on = causes::turned_on(old, new, (finding, id), &change.said);
        Some(change)
    });
    changes.collect()
}

/// Returns the problems that one version alone reports: those that went, then those that came, each in their order.
pub(super) fn diagnostics(old: &Held<'_>, new: &Held<'_>) -> Vec<DiagnosticChange> {
    let only = |here: &[Diagnostic], there: &[Diagnostic], change| {
        let mut there: Vec<DiagnosticChange> = there.iter().map(|one| diagnostic(one, change)).collect();
        let mut only = Vec::new();
        for one in here.iter().map(|one| diagnostic(one, change)) {
            match there.iter().position(|other| *other == one) {
                // Each stands for one of its like, so that a second one is not lost.
                Some(same) => drop(there.swap_remove(same)),
                None => only.push(one),
            }
        }
        only
    };
    let mut changes = only(&old.diagnostics, &new.diagnostics, Change::TakenOut);
    changes.extend(only(&new.diagnostics, &old.diagnostics, Change::Added));
    changes
}

fn diagnostic(one: &Diagnostic, change: Change) -> DiagnosticChange {
    DiagnosticChange {
        change,
        code: one.code.name().to_owned(),
        severity: one.severity,
        item: one.item.clone(),
        message: one.message.clone(),
        place: one.location.as_ref().map(|location| location.text.clone()),
    }
}
