//! Falls actions are due, beside the day of the check and the day on which the statement is due.

use jiff::civil::Date;

use super::Report;
use crate::dates::Due;

/// Falls an action is due, seen from the day of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Falls {
    /// Before the day of the check.
    Past,
    /// From that day on, and no later than the statement itself.
    ByDeadline,
    /// Later than the statement; or, where nobody knows when that is due, on or after the day of the check.
    Later,
    /// By a date that names no day.
    Vague,
    /// No date is given.
    Never,
}

impl Falls {
    /// Every one, in the order of time.
    pub(crate) const ALL: [Self; 5] = [Self::Past, Self::ByDeadline, Self::Later, Self::Vague, Self::Never];

    /// Returns when something is due.
    pub(crate) fn of(due: Option<&Due>, as_of: Date, deadline: Option<Date>) -> Self {
        let Some(due) = due else { return Self::Never };
        match due.range {
            None => Self::Vague,
            Some((_, last)) if last < as_of => Self::Past,
            Some((_, last)) if deadline.is_some_and(|deadline| last <= deadline) => Self::ByDeadline,
            Some(_) => Self::Later,
        }
    }

    /// Returns the words for it in a table.
    pub(crate) fn says(self, has_deadline: bool) -> &'static str {
        match self {
            Self::Past => "before the day of the check",
            Self::ByDeadline => "by the day the statement is due",
            Self::Later if has_deadline => "after the statement is due",
            Self::Later => "on or after the day of the check",
            Self::Vague => "a date that names no day",
            Self::Never => "no date",
        }
    }
}

/// Returns when each action of the statement is due, in their order.
pub(crate) fn falls(report: &Report<'_>) -> Vec<Falls> {
    let as_of = report.assessment.as_of;
    let deadline = report.assessment.deadline.as_ref().map(|deadline| deadline.due);
    let actions = report.statement.actions.iter();
    actions.map(|action| Falls::of(action.due.as_ref(), as_of, deadline)).collect()
}

/// Returns a day in words: `9 August 2016`.
pub(crate) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
