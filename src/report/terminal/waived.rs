//! What was decided about whole items: the waivers that hold, those that do not, and how many items are waived.

use std::fmt::Write as _;

use super::layout::hang;
use super::{Look, Report};
use crate::assess::{Code, ItemOutcome, Waiver};
use crate::report::safe::safe;
use crate::report::told;

/// Says under the head of an item by whom it is waived, or why a waiver of it does not hold.
pub(super) fn waived(
    report: &Report<'_>,
    (id, asks): (&str, &str),
    waiver: Option<&Waiver>,
    look: Look,
    out: &mut String,
) {
    let mut line = |text: &str| {
        let _ = writeln!(out, "  {}", hang(&safe(text), 2, look.width));
    };
    if let Some(waiver) = waiver {
        line(&told::waived(waiver));
    }
    for diagnostic in report.diagnostics {
        let about_waiver =
            matches!(diagnostic.code, Code::WaiverExpired | Code::WaiverNotYet | Code::WaiverUnused);
        if about_waiver && diagnostic.item.as_deref() == Some(id) {
            // The head that stands above says what is asked already.
            let message =
                diagnostic.message.strip_prefix(&format!("{asks}: ")).unwrap_or(&diagnostic.message);
            line(&format!("! {message} ({})", diagnostic.code));
        }
    }
}

/// Returns how many items are waived, with their ids; `None` where there are none.
pub(super) fn counted(report: &Report<'_>) -> Option<String> {
    let waived = report.assessment.items.iter().filter(|item| item.waived().is_some());
    let ids: Vec<&str> = waived.map(ItemOutcome::id).collect();
    match ids.as_slice() {
        [] => None,
        [one] => Some(format!("1 item is waived, and makes no check fail: {one}")),
        several => Some(format!(
            "{} items are waived, and make no check fail: {}",
            several.len(),
            several.join(", ")
        )),
    }
}
