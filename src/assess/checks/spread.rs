//! The statement as a whole: how its actions are spread over findings and agencies, and whom it hears.

use super::Desk;
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
        desk.report(Check::VoiceAbsent, |code| code.description().to_owned(), help, None);
    }
}

/// Findings to which every answer is training.
fn training_only(desk: &mut Desk<'_>) {
    for finding in &desk.inspection.findings {
        let about = format!("{}.", finding.id);
        let answers = desk.statement.actions.iter().zip(&desk.assessment.answers);
        let own: Vec<_> = answers
            .filter(|(_, answers)| answers.iter().any(|answer| answer.starts_with(&about)))
            .map(|(action, _)| action)
            .collect();
        let Some(first) = own.first() else { continue };
        if own.iter().all(|action| is_only_training(action, desk)) {
            let message = format!("training is the only answer to `{}`", finding.id);
            let help = "add what makes the change hold: a process, supervision, an audit of cases";
            desk.report(Check::TrainingOnly, |_| message, help, Some(&first.location));
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
            desk.report(Check::OneAgencyOwnsAll, |_| message, "ask the other agencies for theirs", None);
            return;
        }
    }
}

/// Actions that are the answer to very many findings.
fn one_action(desk: &mut Desk<'_>) {
    let Some(most) = desk.over(Check::OneActionForMany) else { return };
    for (action, answers) in desk.statement.actions.iter().zip(&desk.assessment.answers) {
        let mut findings: Vec<&str> =
            answers.iter().filter_map(|answer| Some(answer.split_once('.')?.0)).collect();
        findings.dedup();
        if findings.len() > most as usize {
            desk.note(Check::OneActionForMany, action, "say for each finding what will be done about it");
        }
    }
}
