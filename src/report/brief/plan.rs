//! The plan, in short: its time, its actions, what was not read, and what is wrong apart from the items of the letter.

use super::{Point, is, listed};
use crate::assess::Severity;
use crate::report::Report;
use crate::report::falls::{Falls, day, falls};

/// Returns the sentence that says how much time is left.
pub(super) fn time(report: &Report<'_>) -> Option<Point> {
    let assessment = report.assessment;
    let deadline = assessment.deadline.as_ref()?;
    let due = day(deadline.due);
    let left = deadline.days_left(assessment.as_of, &report.rules.language.holidays);
    Some(Point::new(match left {
        (0, _) => format!("The statement is due today, {due}."),
        (days, _) if days < 0 => {
            format!("The statement was due on {due}, {} before the day of this check.", days_of(-days))
        }
        (days, working) => format!("The statement is due on {due}: {}.", left_in_words(days, working)),
    }))
}

/// Returns the time that is left in words: `1 day is left`, `8 days are left, 6 of them working days`.
pub(crate) fn left_in_words(days: i32, working: Option<u32>) -> String {
    let left = format!("{} {} left", days_of(days), if days == 1 { "is" } else { "are" });
    match working {
        Some(working) if i64::from(working) == i64::from(days) => left,
        Some(0) => format!("{left}, none of them a working day"),
        Some(1) => format!("{left}, 1 of them a working day"),
        Some(working) => format!("{left}, {working} of them working days"),
        None => left,
    }
}

fn days_of(days: i32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// Says what nobody could read, for it limits all that follows.
pub(super) fn unread(report: &Report<'_>) -> Option<Point> {
    Some(Point::new(match report.statement.unread.len() {
        0 => return None,
        1 => "One part of the statement could not be read; what it says is not counted here.".to_owned(),
        parts => {
            format!("{parts} parts of the statement could not be read; what they say is not counted here.")
        }
    }))
}

/// Names what is about no item of the letter and is likely to send the statement back.
pub(super) fn serious(report: &Report<'_>) -> Option<Point> {
    let mut messages: Vec<&str> = report
        .diagnostics
        .iter()
        .filter(|found| found.item.is_none() && !found.waived && found.severity == Severity::Error)
        .map(|found| found.message.as_str())
        .collect();
    messages.dedup();
    if messages.is_empty() {
        return None;
    }
    let about = messages.into_iter().map(|message| (None, message.to_owned())).collect();
    Some(Point { says: "Likely to send the statement back, whatever it answers:".to_owned(), about })
}

/// Says what the actions lack, and how their dates stand to the day of the check.
pub(super) fn actions(report: &Report<'_>) -> Option<Point> {
    let falls = falls(report);
    let all = falls.len();
    if all == 0 {
        return Some(Point::new("No action was found in the statement."));
    }
    let has_deadline = report.assessment.deadline.is_some();
    let counted =
        Falls::ALL.into_iter().map(|day| (day, falls.iter().filter(|found| **found == day).count()));
    let dated: Vec<String> = counted
        .filter(|(_, number)| *number > 0)
        .map(|(day, number)| match (day, number) {
            (Falls::Vague | Falls::Never, 1) => format!("1 has {}", day.says(has_deadline)),
            (Falls::Vague, _) => format!("{number} have dates that name no day"),
            (Falls::Never, _) => format!("{number} have no date"),
            _ => format!("{number} {} due {}", is(number), day.says(has_deadline)),
        })
        .collect();
    let unowned = report.statement.actions.iter().filter(|action| action.owner.is_none()).count();
    let owners = match unowned {
        0 => String::new(),
        1 => " 1 names no owner.".to_owned(),
        number => format!(" {number} name no owner."),
    };
    let opening = if all == 1 { "Of its one action".to_owned() } else { format!("Of its {all} actions") };
    Some(Point::new(format!("{opening}, {}.{owners}", listed(&dated))))
}

/// Counts the matters that are about no item of the letter.
pub(super) fn smaller(report: &Report<'_>) -> Option<Point> {
    let number = report
        .diagnostics
        .iter()
        .filter(|found| found.item.is_none() && found.severity != Severity::Error)
        .count();
    Some(Point::new(match number {
        0 => return None,
        1 => "There is also 1 smaller matter.".to_owned(),
        number => format!("There are also {number} smaller matters."),
    }))
}
