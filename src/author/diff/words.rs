//! Words: how reports of a diff say what changed.

use super::held::name_of;
use super::model::{AspectChange, Counts, Passage, Said, TurnedOn};
use crate::assess::{Fate, Verdict};
use crate::report::layout::shorten;
use crate::report::safe;

/// How a report marks what is quoted from a statement and what from a rule.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// Marks words of a statement.
    pub(super) quote: fn(&str) -> String,
    /// Marks words of a rule file.
    pub(super) code: fn(&str) -> String,
}

/// Returns a verdict in words.
pub(super) fn verdict(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => "not there",
        Some(Verdict::Addressed) => "addressed",
        Some(Verdict::Partial) => "partial",
        Some(Verdict::Unaddressed) => "unaddressed",
        Some(Verdict::CannotTell) => "cannot tell",
    }
}

/// Returns what is said of an aspect, without its passages.
pub(super) fn said(said: Option<&Said>) -> String {
    match said {
        None => "not there".to_owned(),
        Some(Said { reason: Some(reason), confidence, .. }) => {
            format!("not met ({}, {confidence})", reason.code())
        }
        Some(Said { confidence, .. }) => format!("met ({confidence})"),
    }
}

/// Returns the passages that one version alone shows for an aspect, a line each, the old version's first; but for those on
/// which it turned, which are told with what did it.
pub(super) fn passages(change: &AspectChange, marks: Marks) -> Vec<String> {
    let of = |said: &Option<Said>| said.as_ref().map(|said| said.passages.clone()).unwrap_or_default();
    let (was, now) = (of(&change.said.was), of(&change.said.now));
    let told = |passage: &Passage| {
        change.turned_on.iter().any(|one| (&one.place, &one.quote) == (&passage.place, &passage.quote))
    };
    let only = |here: &[Passage], there: &[Passage], what: &str| -> Vec<String> {
        let only = here.iter().filter(|one| !there.contains(one) && !told(one));
        only.map(|one| {
            let quote = (marks.quote)(&shorten(&safe(&one.quote)));
            format!("{what} shown ({}): {}: {quote}", one.why, safe(&one.place))
        })
        .collect()
    };
    let mut lines = only(&was, &now, "no longer");
    lines.extend(only(&now, &was, "now"));
    lines
}

/// Returns what became of a passage by either version, where that differs: `answered (words) → no tie`.
pub(super) fn fates(turned: &TurnedOn) -> Option<String> {
    let fate = |fate: &Option<Fate>| match fate {
        None => "no action".to_owned(),
        Some(Fate::Answered { tie }) => format!("answered ({})", name_of(tie)),
        Some(Fate::RuledOut { by }) => format!("ruled out ({})", name_of(by)),
        Some(Fate::AnotherNearer { aspect, .. }) => format!("nearer to {aspect}"),
        Some(fate) => fate.says().to_owned(),
    };
    let (was, now) = (fate(&turned.fate.was), fate(&turned.fate.now));
    (was != now).then(|| format!("{was} → {now}"))
}

/// Returns how many statements were not assessed again, and why that was not needed.
pub(super) fn spared(counts: &Counts) -> Option<String> {
    let reasons = [
        (counts.same_rules, "whose inspection has the same rules"),
        (counts.untouched, "with no word in which the rules differ"),
    ];
    let reasons: Vec<String> = reasons
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, why)| format!("{count} {why}"))
        .collect();
    (!reasons.is_empty()).then(|| format!("Not assessed again: {}", reasons.join(", ")))
}
