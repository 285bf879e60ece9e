//! Measures: there, and of what changed rather than of what was done.

use super::Desk;
use crate::pack::{Check, SignOf};
use crate::statement::{Action, Commitment};

pub(super) fn check(action: &Action, desk: &mut Desk<'_>) {
    match &action.measure {
        Some(measure) if desk.shows(SignOf::Activity, measure) && !desk.shows(SignOf::Effect, measure) => {
            let help = "say what will be different, and how somebody will look";
            desk.note(Check::MeasureCountsActivity, action, help);
        }
        Some(_) => {}
        None if action.commitment == Commitment::Done => {
            if !desk.shows(SignOf::Effect, &action.text) {
                desk.note(Check::DoneNotShown, action, "say what it changed, and where that can be seen");
            }
        }
        None => desk.note(Check::ActionWithoutMeasure, action, "say what will be seen when it has worked"),
    }
}
