//! Due dates: there, real, in time, and on a day on which somebody works.

use jiff::ToSpan;

use super::Desk;
use crate::dates::Due;
use crate::pack::Check;
use crate::statement::{Action, Commitment};

/// How many years after the inspection a date may lie before it is taken for a slip of the pen.
const YEARS_AHEAD: i16 = 15;

pub(super) fn check(at: usize, action: &Action, desk: &mut Desk<'_>) {
    let Some(due) = &action.due else {
        // What is done needs no date.
        if action.commitment != Commitment::Done {
            desk.note(Check::ActionWithoutDate, at, "give the last day by which it will be done");
        }
        return;
    };
    let Some((first, last)) = due.range else {
        without_range(at, action, due, desk);
        return;
    };
    let begun = desk.inspection.published.unwrap_or(desk.as_of).year();
    if (last.year() - begun).abs() > YEARS_AHEAD {
        desk.note(Check::DateImpossible, at, format!("correct the date `{}`", due.text));
        return;
    }
    let done = action.commitment == Commitment::Done;
    let inspected = desk.inspection.fieldwork.map(|(from, _)| from).or(desk.inspection.published);
    if inspected.is_some_and(|inspected| last < inspected) {
        desk.note(Check::DateBeforeInspection, at, "say what is new since the letter");
    } else if last < desk.as_of && !done {
        desk.note(Check::DatePast, at, "say what came of it, or give a new date and why it moved");
    }
    let horizon = desk.over(Check::DateTooFar).zip(desk.assessment.deadline.as_ref());
    if let Some((months, deadline)) = horizon
        && deadline.due.checked_add(i64::from(months).months()).is_ok_and(|horizon| last > horizon)
    {
        desk.note(Check::DateTooFar, at, "give a milestone that falls earlier");
    }
    // A month or a quarter ends when it ends; only a single day can be the wrong one.
    if first == last && desk.rules.language.holidays.is_working_day(last) == Ok(false) && !done {
        desk.note(Check::DateOnWeekend, at, format!("give a working day instead of `{}`", due.text));
    }
}

fn without_range(at: usize, action: &Action, due: &Due, desk: &mut Desk<'_>) {
    if desk.dates.is_impossible(&due.text) {
        desk.note(Check::DateImpossible, at, format!("correct the date `{}`", due.text));
    } else if action.commitment != Commitment::Done {
        desk.note(Check::DateVague, at, format!("give a day in place of `{}`", due.text));
    }
}
