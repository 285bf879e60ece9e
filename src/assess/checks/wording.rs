//! Wording: actions that promise nothing, since they repeat, refuse, put off or depend.

use super::Desk;
use crate::pack::Check;
use crate::statement::{Action, Standing};

pub(super) fn check(action: &Action, desk: &mut Desk<'_>) {
    let (check, help) = match action.shortfall() {
        Some(Standing::Restates) => (Check::ActionRestates, "say who will do what by when"),
        Some(Standing::Declined) => {
            (Check::ActionDeclined, "add an action, or the reasons where these are allowed")
        }
        Some(Standing::Deferred) => {
            (Check::ActionDeferred, "say what is done until then, and who decides by when")
        }
        Some(Standing::Conditional) => {
            (Check::ActionConditional, "say who decides by when, and what is done otherwise")
        }
        _ => return,
    };
    desk.note(check, action, help);
}
