//! The timeline: when actions fall due, beside the day of the check and the day on which the statement is due.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};

use super::frame::Frame;
use super::parts::{counted, cut, table};
use super::picture::{Dot, picture};
use crate::report::Report;
use crate::report::falls::{Falls, day, falls};

/// Returns the timeline: its figures, a picture, and the same as a table.
pub(super) fn timeline(report: &Report<'_>, frame: &Frame) -> Markup {
    let falls = falls(report);
    let deadline = report.assessment.deadline.as_ref().map(|deadline| deadline.due);
    let dots: Vec<Dot> = falls
        .iter()
        .zip(&report.statement.actions)
        .filter_map(|(falls, action)| Some(Dot { day: action.due.as_ref()?.range?.1, class: class(*falls) }))
        .collect();
    html! {
        (tally(&falls, deadline.is_some()))
        (picture(&dots, report.assessment.as_of, deadline, frame))
        @if !falls.is_empty() {
            details {
                summary { "The same dates as a table" }
                (dates(report, &falls, deadline.is_some(), frame))
            }
        }
    }
}

/// Returns the class that fills the dots of actions; none where no day is named.
fn class(falls: Falls) -> &'static str {
    match falls {
        Falls::Past => "fill-quiet",
        Falls::ByDeadline => "fill-half",
        Falls::Later => "fill-good",
        Falls::Vague | Falls::Never => "",
    }
}

fn tally(falls: &[Falls], has_deadline: bool) -> Markup {
    let figures = Falls::ALL.map(|day| (day, falls.iter().filter(|found| **found == day).count()));
    let shown =
        figures.into_iter().filter(|(day, number)| *day != Falls::ByDeadline || has_deadline || *number > 0);
    html! {
        ul.tally {
            @for (day, number) in shown {
                li {
                    b { (number) } " "
                    @if !class(day).is_empty() { span class={ "swatch " (class(day)) } aria-hidden="true" {} }
                    (day.says(has_deadline))
                }
            }
        }
    }
}

/// Lists the dates, the first first, each with the actions that are due then.
fn dates(report: &Report<'_>, falls: &[Falls], has_deadline: bool, frame: &Frame) -> Markup {
    let mut by_day: BTreeMap<(Falls, Option<Date>, &str), Vec<usize>> = BTreeMap::new();
    for (at, (action, falls)) in report.statement.actions.iter().zip(falls).enumerate() {
        let due = action.due.as_ref();
        let last = due.and_then(|due| due.range).map(|(_, last)| last);
        // A date that names a day is told by it; one that names none by how it is written.
        let written = due.filter(|_| last.is_none()).map_or("", |due| due.text.as_str());
        by_day.entry((*falls, last, written)).or_default().push(at + 1);
    }
    let rows = html! {
        @for ((falls, last, written), actions) in by_day {
            tr {
                th scope="row" {
                    @match last {
                        Some(last) => (day(last)),
                        None if written.is_empty() => "none",
                        None => q { (cut(written)) },
                    }
                }
                td { (falls.says(has_deadline)) }
                td { (counted(actions.len(), "action")) ": " (links(&actions, frame)) }
            }
        }
    };
    let columns =
        ["Due", "When that is", "Actions, by their number in the list"].map(|name| html! { (name) });
    let caption = html! { "The dates by which actions are due, the first first" };
    table(&frame.id("dates-table"), "", &caption, &columns, &rows)
}

/// Returns the numbers of actions as links to them.
pub(super) fn links(actions: &[usize], frame: &Frame) -> Markup {
    html! {
        @for (at, action) in actions.iter().enumerate() {
            @if at > 0 { " " }
            a.number href={ "#" (frame.id(&format!("action-{action}"))) } { (action) }
        }
    }
}
