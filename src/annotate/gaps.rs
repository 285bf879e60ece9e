//! Gaps: the best place in the files at hand to add an answer to what nothing answers.

use std::collections::BTreeMap;

use super::Place;
use crate::assess::{FindingOutcome, Near, Reason};
use crate::document::Location;
use crate::report::Report;
use crate::statement::Action;

/// Finds places for answers in some files of a statement.
#[derive(Debug)]
pub(super) struct Home<'a> {
    report: &'a Report<'a>,
    files: &'a [&'a str],
    /// Where answers belong that belong nowhere else.
    end: (String, Place),
}

impl<'a> Home<'a> {
    pub(super) fn new(report: &'a Report<'a>, files: &'a [&'a str]) -> Self {
        let mut home = Self { report, files, end: (String::new(), Place::End) };
        home.end = home.end_of_plan();
        home
    }

    /// Returns the place for an answer to a finding: at the passage that speaks of the aspect where there is one; after the
    /// last action that answers another aspect of the finding; at a passage that speaks of another aspect; else at the end of
    /// the plan.
    pub(super) fn of(&self, finding: &FindingOutcome, near: Option<&Near>) -> (String, Place) {
        let speak = || finding.aspects.iter().flat_map(|aspect| &aspect.nearest);
        let beside = speak().filter(|near| near.why != Reason::NoTie).map(|near| &near.location);
        let found = near.map(|near| &near.location).or_else(|| self.last_answer(finding));
        let found =
            found.or_else(|| beside.clone().find_map(|place| place_of(place, self.files).map(|_| place)));
        found.and_then(|location| place_of(location, self.files)).unwrap_or_else(|| self.end.clone())
    }

    /// Returns where the last action stands that answers any aspect of a finding.
    fn last_answer(&self, finding: &FindingOutcome) -> Option<&'a Location> {
        let prefix = format!("{}.", finding.id);
        let actions = self.report.statement.actions.iter().zip(&self.report.assessment.answers).rev();
        let answers = |answers: &[String]| answers.iter().any(|answer| answer.starts_with(&prefix));
        let mut own = actions.filter(|(action, list)| answers(list) && self.has_place(&action.location));
        own.next().map(|(action, _)| &action.location)
    }

    /// Returns the last row of the table that holds most actions, else the last action, else the last passage, else the end.
    fn end_of_plan(&self) -> (String, Place) {
        let statement = self.report.statement;
        let actions = || statement.actions.iter().filter(|action| self.has_place(&action.location));
        let table = |action: &Action| Some((action.location.file.clone(), action.location.table?));
        let mut tables: BTreeMap<(String, u32), usize> = BTreeMap::new();
        for own in actions().filter_map(table) {
            *tables.entry(own).or_default() += 1;
        }
        // Of several as large, the first.
        let plan = tables.into_iter().rev().max_by_key(|(_, actions)| *actions).map(|(own, _)| own);
        let in_plan = actions().rfind(|action| plan.is_some() && table(action) == plan);
        let last = in_plan.or_else(|| actions().next_back()).map(|action| &action.location);
        let passages = || statement.passages.iter().map(|passage| &passage.location);
        let last = last.or_else(|| passages().rfind(|location| self.has_place(location)));
        last.and_then(|location| place_of(location, self.files)).unwrap_or_else(|| {
            let file = self.files.first().copied().unwrap_or_default();
            (file.to_owned(), Place::End)
        })
    }

    fn has_place(&self, location: &Location) -> bool {
        place_of(location, self.files).is_some()
    }
}

/// Returns the place of a location that stands in one of `files`.
fn place_of(location: &Location, files: &[&str]) -> Option<(String, Place)> {
    let anchor = location.anchor.as_deref().filter(|_| files.contains(&location.file.as_str()))?;
    Some((location.file.clone(), Place::At(anchor.clone())))
}

/// Whether a passage that comes near would answer but for how it is said; what only stands beside the matter, or quotes it,
/// falls short of nothing.
pub(super) fn is_weakness(near: &Near, report: &Report<'_>) -> bool {
    match near.why {
        Reason::Declined
        | Reason::Deferred
        | Reason::Conditional
        | Reason::Vague
        | Reason::OnlyDone
        | Reason::ContextOnly
        | Reason::StruckOut
        | Reason::Decided => true,
        // The inspectors' words are for quoting; an action that only says them again is not.
        Reason::OnlyRestated => {
            let mut actions = report.statement.actions.iter();
            actions.any(|action| action.location == near.location && action.text == near.quote)
        }
        Reason::Neighbouring | Reason::NoTie | Reason::Unread => false,
    }
}
