//! Wording: actions that promise nothing, since they repeat, refuse, put off or depend.

use super::Desk;
use crate::pack::{Check, Responses};
use crate::statement::{Action, Standing};

pub(super) fn check(at: usize, action: &Action, desk: &mut Desk<'_>) {
    let (check, help) = match action.shortfall() {
        Some(Standing::Restates) => (Check::ActionRestates, "say who will do what by when"),
        Some(Standing::Declined) => (Check::ActionDeclined, after_refusal(desk.framework.responses)),
        Some(Standing::Deferred) => {
            (Check::ActionDeferred, "say what is done until then, and who decides by when")
        }
        Some(Standing::Conditional) => {
            (Check::ActionConditional, "say who decides by when, and what is done otherwise")
        }
        _ => return,
    };
    desk.note(check, at, help);
}

/// What to do about a refusal, by the answers that the framework allows.
fn after_refusal(allowed: Option<Responses>) -> &'static str {
    match allowed {
        Some(Responses::Accept) => "add an action: this framework foresees no refusal",
        Some(Responses::AcceptOrReasons) => "give the reasons beside it, or add an action",
        Some(Responses::AgreedPartlyNot) => {
            "say whether it is agreed, partly agreed or not agreed, with the reasons for what is not"
        }
        None => "add an action, or the reasons where these are allowed",
    }
}
