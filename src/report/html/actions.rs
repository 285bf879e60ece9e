//! The actions of the statement as a table, and what it could not be read.

use maud::{Markup, html};

use super::aspect::place;
use super::frame::Frame;
use super::parts::{cut, table};
use crate::report::Report;
use crate::report::falls::day;
use crate::statement::{Action, Commitment};

/// Returns the actions, each with who, when, how success is known, how firmly, and what it answers.
pub(super) fn actions(report: &Report<'_>, frame: &Frame) -> Markup {
    let actions = &report.statement.actions;
    if actions.is_empty() {
        return html! { p { "No action was found in the statement." } };
    }
    let rows = html! {
        @for (at, action) in actions.iter().enumerate() {
            tr id=(frame.id(&format!("action-{}", at + 1))) {
                th scope="row" { (at + 1) }
                td.wide { (cut(&action.text)) p.soft.small { (place(report, &action.location)) } }
                td { (or_none(action.owner.as_deref(), "names nobody")) }
                td { (due(action)) }
                td.wide { (or_none(action.measure.as_deref(), "none")) }
                td { (commitment(action.commitment)) }
                td { (answers(report, at, frame)) }
            }
        }
    };
    let columns = ["No.", "Action", "Owner", "Due", "How success is known", "Commitment", "Answers"];
    let caption = html! { "What the statement says will be done, in its order" };
    table(&frame.id("actions-table"), "actions", &caption, &columns.map(|name| html! { (name) }), &rows)
}

fn or_none(text: Option<&str>, none: &str) -> Markup {
    html! { @match text { Some(text) => (cut(text)), None => span.soft { (none) } } }
}

fn due(action: &Action) -> Markup {
    html! {
        @match &action.due {
            Some(due) => {
                @match due.range { Some((_, last)) => (day(last)), None => { q { (cut(&due.text)) } ", which names no day" } }
            },
            None => span.soft { "none" },
        }
    }
}

fn commitment(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::Firm => "firm",
        Commitment::Done => "done",
        Commitment::Weak => "weak",
        Commitment::Declined => "declined",
        Commitment::None => "none",
    }
}

fn answers(report: &Report<'_>, action: usize, frame: &Frame) -> Markup {
    let answers = report.assessment.answers.get(action).map(Vec::as_slice).unwrap_or_default();
    html! {
        @if answers.is_empty() { span.soft { "nothing that was asked" } }
        @for id in answers {
            // The finding and its aspect may stand on two lines.
            @let (finding, aspect) = id.split_once('.').unwrap_or((id, ""));
            a href={ "#" (frame.item(id)) } { (finding) "." wbr; (aspect) } " "
        }
    }
}

/// Returns what could not be read, each with its place.
pub(super) fn unread(report: &Report<'_>) -> Markup {
    html! {
        p { "An answer may stand there. Give these parts as text, and check again." }
        ul {
            @for unread in &report.statement.unread { li { (unread.what) " (" (place(report, &unread.location)) ")" } }
        }
    }
}
