//! Items: which got better and which worse, and which actions made them so.

use super::Draft;
use super::model::{AspectChange, ItemChange, Pair, Progress};
use crate::assess::{
    AspectOutcome, FindingOutcome, ItemOutcome, NextStepOutcome, Reason, ReviewState, Reviewed, Verdict,
};
use crate::pack::{Agency, AgencyId, Finding, Inspection, Rules};

/// Compares the outcomes of every item, in the order of the letter.
pub(super) fn items<'a>(
    old: Draft<'a>,
    new: Draft<'a>,
    rules: &'a Rules,
    inspection: &'a Inspection,
    pairs: &[Pair<'a>],
) -> Vec<ItemChange<'a>> {
    let outcomes = old.assessment.items.iter().zip(&new.assessment.items);
    let compared = outcomes.filter_map(|(was, now)| match (was, now) {
        (ItemOutcome::Finding(theirs), ItemOutcome::Finding(ours)) => {
            let rule = inspection.findings.iter().find(|rule| rule.id == ours.id)?;
            let aspects = aspects(rule, theirs, ours, pairs);
            let progress = of_all(aspects.iter().map(|aspect| aspect.progress));
            let (asks, place) = (rule.summary.as_str(), &rule.place);
            Some(ItemChange { progress, asks, place, was, now, aspects, came: Vec::new(), went: Vec::new() })
        }
        (ItemOutcome::NextStep(theirs), ItemOutcome::NextStep(ours)) => {
            let rule = inspection.next_steps.iter().find(|rule| rule.id == ours.id)?;
            let (came, went) =
                (rules.only(&theirs.missing, &ours.missing), rules.only(&ours.missing, &theirs.missing));
            let progress = of_step(theirs, ours, !came.is_empty(), !went.is_empty());
            let (asks, place) = (rule.asks.as_str(), &rule.place);
            Some(ItemChange { progress, asks, place, was, now, aspects: Vec::new(), came, went })
        }
        _ => None,
    });
    compared.collect()
}

fn aspects<'a>(
    rule: &'a Finding,
    was: &'a FindingOutcome,
    now: &'a FindingOutcome,
    pairs: &[Pair<'a>],
) -> Vec<AspectChange<'a>> {
    let outcomes = rule.aspects.iter().zip(was.aspects.iter().zip(&now.aspects));
    outcomes
        .map(|(aspect, (was, now))| {
            let progress = of_aspect(was, now);
            let name = format!("{}.{}", rule.id, aspect.id);
            let causes = match progress {
                Progress::Better => {
                    pairs_that(pairs, |pair| !pair.0.contains(&name) && pair.1.contains(&name))
                }
                Progress::Worse => {
                    pairs_that(pairs, |pair| pair.0.contains(&name) && !pair.1.contains(&name))
                }
                _ => Vec::new(),
            };
            let differs = matches!(progress, Progress::Better | Progress::Worse);
            let decided = differs && holds(&was.reviewed) != holds(&now.reviewed);
            AspectChange { progress, rule: aspect, was, now, causes, decided }
        })
        .collect()
}

/// Returns the places of the pairs of which what they answered and answer fulfils a condition.
fn pairs_that(pairs: &[Pair<'_>], is_so: impl Fn((&[String], &[String])) -> bool) -> Vec<usize> {
    let found = pairs.iter().enumerate().filter(|(_, pair)| is_so((pair.answers.was, pair.answers.now)));
    found.map(|(place, _)| place).collect()
}

/// Returns what a person decided about an aspect, where it holds.
fn holds(reviewed: &Option<Reviewed>) -> Option<bool> {
    reviewed.as_ref().filter(|reviewed| reviewed.state() == ReviewState::Holds).map(|reviewed| reviewed.met)
}

fn of_aspect(was: &AspectOutcome, now: &AspectOutcome) -> Progress {
    let unread = |outcome: &AspectOutcome| !outcome.met && outcome.reason == Some(Reason::Unread);
    match (was.met, now.met) {
        _ if unread(was) || unread(now) => Progress::CannotCompare,
        (false, true) => Progress::Better,
        (true, false) => Progress::Worse,
        _ => Progress::Unchanged,
    }
}

fn of_step(was: &NextStepOutcome, now: &NextStepOutcome, came: bool, went: bool) -> Progress {
    let rank = |verdict: Verdict| match verdict {
        Verdict::Addressed => 2,
        Verdict::Partial => 1,
        Verdict::Unaddressed | Verdict::CannotTell => 0,
    };
    let (before, after) = (rank(was.verdict), rank(now.verdict));
    if [was.verdict, now.verdict].contains(&Verdict::CannotTell) {
        return Progress::CannotCompare;
    }
    match (came || after > before, went || after < before) {
        (true, true) => Progress::BetterAndWorse,
        (true, false) => Progress::Better,
        (false, true) => Progress::Worse,
        (false, false) => Progress::Unchanged,
    }
}

/// Returns how an item fares whose aspects fare so.
fn of_all(aspects: impl Iterator<Item = Progress> + Clone) -> Progress {
    let any = |progress: Progress| aspects.clone().any(|one| one == progress);
    match (any(Progress::Better), any(Progress::Worse)) {
        (true, true) => Progress::BetterAndWorse,
        (true, false) => Progress::Better,
        (false, true) => Progress::Worse,
        (false, false) if any(Progress::CannotCompare) => Progress::CannotCompare,
        (false, false) => Progress::Unchanged,
    }
}

impl Rules {
    /// Returns the agencies of one list that are not in another, in the order of the rules.
    pub(super) fn only(&self, these: &[AgencyId], those: &[AgencyId]) -> Vec<&Agency> {
        let agencies = self.language.agencies.iter();
        agencies.filter(|agency| these.contains(&agency.id) && !those.contains(&agency.id)).collect()
    }
}
