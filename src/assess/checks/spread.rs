//! The statement as a whole: how its actions are spread over findings and agencies, and whom it hears.

use super::{Desk, Spot};
use crate::pack::{Check, SignOf};
use crate::statement::Action;

/// The fewest actions of which a share says anything.
const FEWEST_ACTIONS: usize = 5;

pub(super) fn check(desk: &mut Desk<'_>) {
    training_only(desk);
    one_agency(desk);
    one_action(desk);
    let heard = |text: &str| desk.shows(SignOf::Voice, text);
    let actions = &desk.statement.actions;
    let any =
        actions.iter().any(|action| heard(&action.text) || action.measure.as_deref().is_some_and(heard));
    if desk.makes(Check::VoiceAbsent) && !actions.is_empty() && !any {
        let help = "say how children and families are heard, and what changes when they are";
        desk.report(Check::VoiceAbsent, |code| code.description().to_owned(), help, Spot::Whole);
    }
}

/// Findings to which every answer is training.
fn training_only(desk: &mut Desk<'_>) {
    for finding in &desk.inspection.findings {
        let about = format!("{}.", finding.id);
        let answers = desk.statement.actions.iter().zip(&desk.assessment.answers).enumerate();
        let own: Vec<_> = answers
            .filter(|(_, (_, answers))| answers.iter().any(|answer| answer.starts_with(&about)))
            .map(|(at, (action, _))| (at, action))
            .collect();
        let Some((first, _)) = own.first() else { continue };
        if own.iter().all(|(_, action)| is_only_training(action, desk)) {
            let message = format!("training is the only answer to `{}`", finding.id);
            let help = "add what makes the change hold: a process, supervision, an audit of cases";
            desk.report(Check::TrainingOnly, |_| message, help, Spot::Action(*first));
        }
    }
}

fn is_only_training(action: &Action, desk: &Desk<'_>) -> bool {
    let effect = |text: &str| desk.shows(SignOf::Effect, text);
    desk.shows(SignOf::Training, &action.text)
        && !effect(&action.text)
        && !action.measure.as_deref().is_some_and(effect)
}

/// One agency with nearly all actions, where several were asked to answer.
fn one_agency(desk: &mut Desk<'_>) {
    let Some(most) = desk.over(Check::OneAgencyOwnsAll) else { return };
    let owned: Vec<_> = desk.statement.actions.iter().filter(|action| !action.agencies.is_empty()).collect();
    if owned.len() < FEWEST_ACTIONS || desk.inspection.agencies.len() < 2 {
        return;
    }
    for id in &desk.inspection.agencies {
        let alone = owned.iter().filter(|action| action.agencies == [id.clone()]).count();
        if alone * 100 > owned.len() * most as usize {
            let agencies = &desk.rules.language.agencies;
            let name = agencies.iter().find(|agency| agency.id == *id).map_or("", |agency| &agency.name);
            let message = format!("{alone} of {} actions are owned by {name} alone", owned.len());
            desk.report(
                Check::OneAgencyOwnsAll,
                |_| message,
                "ask the other agencies for theirs",
                Spot::Whole,
            );
            return;
        }
    }
}

/// Actions that are the answer to very many findings.
fn one_action(desk: &mut Desk<'_>) {
    let Some(most) = desk.over(Check::OneActionForMany) else { return };
    for (at, answers) in desk.assessment.answers.iter().enumerate() {
        let mut findings: Vec<&str> =
            answers.iter().filter_map(|answer| Some(answer.split_once('.')?.0)).collect();
        findings.dedup();
        if findings.len() > most as usize {
            desk.note(Check::OneActionForMany, at, "say for each finding what will be done about it");
        }
    }
}
