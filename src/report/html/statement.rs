//! One statement on a page: what it is, the outcome in short, and the parts that say why.

use maud::{Markup, html};

use super::frame::Frame;
use super::{actions, coverage, items, smaller, timeline};
use crate::assess::Basis;
use crate::report::Report;
use crate::report::brief::{Point, brief, left_in_words};
use crate::report::falls::day;

/// A part of a statement's report, with the name that links know it by.
pub(super) struct Part {
    name: &'static str,
    title: &'static str,
    body: Markup,
}

/// Returns the facts about a statement: its files, the day of the check, when it is due.
pub(super) fn facts(report: &Report<'_>) -> Markup {
    let files: Vec<&str> = report.statement.files.iter().map(|(file, _)| file.as_str()).collect();
    html! {
        dl.facts {
            dt { "Statement" } dd { (files.join(", ")) }
            dt { "Checked for" } dd { (day(report.assessment.as_of)) }
            dt { "Due" } dd { (due(report)) }
            dt { "Rules" } dd { code { (report.inspection.id) } ", resting on: " (report.inspection.standing) }
        }
    }
}

fn due(report: &Report<'_>) -> Markup {
    let Some(deadline) = &report.assessment.deadline else {
        return html! { "neither the letter nor its framework says" };
    };
    let left = match deadline.days_left(report.assessment.as_of, &report.rules.language.holidays) {
        (0, _) => "today".to_owned(),
        (-1, _) => "1 day past".to_owned(),
        (days, _) if days < 0 => format!("{} days past", -days),
        (days, working) => left_in_words(days, working),
    };
    let known = match deadline.basis {
        Basis::Letter => "the letter says so",
        Basis::Received => "counted from the day of receipt",
        Basis::Published => "counted from the date of the letter",
    };
    html! { (day(deadline.due)) " (" (left) "; " (known) ")" }
}

/// Writes the parts one below the other.
pub(super) fn body(parts: &[Part], frame: &Frame) -> Markup {
    html! {
        @for part in parts {
            section.part {
                (frame.heading(0, Some(&frame.id(part.name)), &html! { (part.title) }))
                (part.body)
            }
        }
    }
}

/// Returns links to the parts.
pub(super) fn contents(parts: &[Part], frame: &Frame) -> Vec<(String, String)> {
    parts.iter().map(|part| (frame.id(part.name), part.title.to_owned())).collect()
}

/// Returns the parts of a statement's report.
pub(super) fn parts(report: &Report<'_>, frame: &Frame) -> Vec<Part> {
    let mut parts = vec![
        Part { name: "in-short", title: "In short", body: in_short(report, frame) },
        Part { name: "coverage", title: "Coverage", body: coverage::coverage(report, frame) },
        Part { name: "dates", title: "Dates", body: timeline::timeline(report, frame) },
        Part { name: "items", title: "What the letter asks", body: items::items(report, frame) },
        Part { name: "actions", title: "Actions", body: actions::actions(report, frame) },
    ];
    if smaller::without_item(report).next().is_some() {
        parts.push(Part { name: "smaller", title: "Smaller matters", body: smaller::smaller(report, frame) });
    }
    if !report.statement.unread.is_empty() {
        parts.push(Part { name: "unread", title: "Not read", body: actions::unread(report) });
    }
    parts
}

fn in_short(report: &Report<'_>, frame: &Frame) -> Markup {
    html! { div.brief { @for (at, point) in brief(report).iter().enumerate() { (said(point, at == 0, frame)) } } }
}

fn said(point: &Point, leads: bool, frame: &Frame) -> Markup {
    html! {
        p.lead[leads] { (point.says) }
        @if !point.about.is_empty() {
            ul {
                @for (id, words) in &point.about {
                    li { @match id { Some(id) => a href={ "#" (frame.item(id)) } { (words) }, None => (words) } }
                }
            }
        }
    }
}
