//! Measures: there, and of what changed rather than of what was done.

use super::Desk;
use crate::pack::{Check, SignOf};
use crate::statement::{Action, Commitment};

pub(super) fn check(at: usize, action: &Action, desk: &mut Desk<'_>) {
    match &action.measure {
        Some(measure) if desk.shows(SignOf::Activity, measure) && !desk.shows(SignOf::Effect, measure) => {
            let help = "say what will be different, and how somebody will look";
            desk.note(Check::MeasureCountsActivity, at, help);
        }
        Some(_) => {}
        None if action.commitment == Commitment::Done => {
            if !desk.shows(SignOf::Effect, &action.text) {
                desk.note(Check::DoneNotShown, at, "say what it changed, and where that can be seen");
            }
        }
        None => desk.note(Check::ActionWithoutMeasure, at, "say what will be seen when it has worked"),
    }
}
