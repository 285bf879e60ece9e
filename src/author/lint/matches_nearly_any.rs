//! `matches-nearly-any`: a query that tells its aspect from hardly any other, with no `not_by` beside it.

use super::Lint;
use super::desk::{Desk, Trials, aspects};
use crate::assess::Pull;
use crate::pack::{At, Code, Problem};

pub(super) const LINT: Lint = Lint { code: Code::MatchesNearlyAny, look };

/// Of a hundred sentences that other findings accept, how many `met_by` may match. It decides wherever an action stands;
/// the widest of the 110 that shipped when this was chosen matches 14.
const MOST_MET: usize = 25;

/// The same for `told_by`, which may be loose since the place of the action tells the finding.
const MOST_TOLD: usize = 40;

/// From fewer sentences nothing can be told.
const FEWEST: usize = 8;

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    desk.trials().iter().flat_map(|tried| doubts(desk, tried)).collect()
}

fn doubts(desk: &Desk<'_>, tried: &Trials<'_>) -> Vec<Problem> {
    let mut doubts = Vec::new();
    let unguarded =
        aspects(tried.inspection).enumerate().filter(|(_, (_, _, aspect))| aspect.not_by.is_none());
    for (place, (finding, _, aspect)) in unguarded {
        let others = tried.trials.iter().filter(|trial| trial.finding != finding);
        let others: Vec<&Pull> = others.filter_map(|trial| trial.pulls.get(place)).collect();
        let mut doubt = |query: &str, at: &At, most: usize, matches: fn(&Pull) -> bool| {
            let (all, matched) = (others.len(), others.iter().filter(|pull| matches(pull)).count());
            if all >= FEWEST && matched * 100 > most * all {
                let message =
                    format!("`{query}` matches {matched} of the {all} sentences that other findings accept");
                doubts.push(desk.doubt(Code::MatchesNearlyAny, at, message));
            }
        };
        doubt("met_by", &aspect.met_by_at, MOST_MET, |pull| pull.met);
        if let Some(at) = &aspect.told_by_at {
            doubt("told_by", at, MOST_TOLD, |pull| pull.told);
        }
    }
    doubts
}
