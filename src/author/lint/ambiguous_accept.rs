//! `ambiguous-accept`: an accepted sentence that would answer another aspect of its inspection rather than its own.

use super::Lint;
use super::desk::{Desk, Trial, Trials, aspects};
use crate::pack::{Code, Problem};

pub(super) const LINT: Lint = Lint { code: Code::AmbiguousAccept, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let trials = desk.trials().iter().flat_map(|tried| tried.trials.iter().map(move |trial| (tried, trial)));
    trials.filter_map(|(tried, trial)| doubt(desk, tried, trial)).collect()
}

/// Doubts a sentence where, in a row of its own finding, the aspect that it answers best is another one.
fn doubt(desk: &Desk<'_>, tried: &Trials<'_>, trial: &Trial<'_>) -> Option<Problem> {
    let own = trial.pulls.get(trial.aspect)?;
    let rivals = trial.pulls.iter().enumerate().filter(|(_, pull)| pull.answers);
    let (rival, pull) = rivals.max_by(|a, b| a.1.strength.total_cmp(&b.1.strength))?;
    if pull.strength <= own.strength {
        return None;
    }
    let (_, finding, aspect) = aspects(tried.inspection).nth(rival)?;
    let other = format!("{}.{}", finding.id, aspect.id);
    let message = format!("this answers `{other}` rather than the aspect that accepts it");
    let help = format!("reword it so that it does what this aspect asks, or move it to `{other}`");
    Some(desk.doubt(Code::AmbiguousAccept, &trial.example.at, message).help(help))
}
