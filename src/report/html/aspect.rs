//! One aspect of a finding: the passages that meet it, or why it is not met and what would meet it.

use maud::{Markup, html};

use super::frame::Frame;
use super::parts::{Tone, mark, quote};
use crate::assess::{AspectOutcome, Reason, Reviewed};
use crate::document::Location;
use crate::pack::Aspect;
use crate::report::brief::is_open;
use crate::report::falls::day;
use crate::report::terminal::several_files;
use crate::report::{Report, shorten};

/// Returns an aspect with its verdict, its passages and its decision.
pub(super) fn aspect(
    report: &Report<'_>,
    finding: &str,
    rule: &Aspect,
    outcome: &AspectOutcome,
    frame: &Frame,
) -> Markup {
    let id = frame.item(&format!("{finding}.{}", rule.id));
    let title = html! {
        @if outcome.met { (mark(Tone::Good, "✓", "met")) } @else { (mark(Tone::Bad, "✗", "not met")) }
        " " (rule.asks) " "
        span.sure { "(" (outcome.confidence) @if is_open(outcome) { ": a person should read this" } ")" }
    };
    html! {
        section.aspect {
            (frame.heading(2, Some(&id), &title))
            @if outcome.met { (evidence(report, outcome)) } @else { (gap(report, rule, outcome)) }
            @if let Some(reviewed) = &outcome.reviewed { (decision(report, reviewed)) }
        }
    }
}

fn evidence(report: &Report<'_>, outcome: &AspectOutcome) -> Markup {
    html! {
        ul.passages {
            @for found in &outcome.evidence {
                li.whole {
                    (quote(&found.quote, &found.words))
                    p.soft.small { (place(report, &found.location)) " · " (found.tie.says()) }
                }
            }
        }
    }
}

fn gap(report: &Report<'_>, rule: &Aspect, outcome: &AspectOutcome) -> Markup {
    let reason = outcome.reason.unwrap_or(Reason::NoTie);
    html! {
        @if outcome.nearest.is_empty() {
            p { "Nothing in the statement comes near it." }
        } @else {
            p.soft { @if outcome.nearest.len() == 1 { "The nearest passage:" } @else { "The nearest passages:" } }
            ul.passages {
                @for near in &outcome.nearest {
                    li.whole {
                        (quote(&near.quote, &[]))
                        p.soft.small { (place(report, &near.location)) " · " b { (near.why.says()) } }
                    }
                }
            }
        }
        dl.help {
            @if let Some(good) = &rule.good { dt { "A good answer" } dd { (good) } }
            dt { "Why, and what to do" } dd { (reason.explanation()) }
        }
    }
}

/// Returns a place with the page and headings it stands under.
pub(super) fn place(report: &Report<'_>, location: &Location) -> Markup {
    html! {
        @if several_files(report) && !location.file.is_empty() { (location.file) ", " }
        (location.text)
        @if let Some(heading) = location.headings.last() { ", under “" (shorten(heading)) "”" }
    }
}

fn decision(report: &Report<'_>, reviewed: &Reviewed) -> Markup {
    html! {
        p.note {
            b { @if reviewed.suspicion.is_some() { "Decided before, to be decided again" } @else { "Decided" } }
            @if reviewed.met { ": met" } @else { ": not met" }
            @if !reviewed.by.is_empty() { ", by " (reviewed.by) }
            " on " (day(reviewed.on))
            @if !reviewed.why.is_empty() { ": " (reviewed.why) }
            @if let Some(suspicion) = &reviewed.suspicion {
                br;
                (suspicion.says)
                @if !suspicion.words.is_empty() { ": " (quote(&suspicion.words, &[])) }
                @if let Some((words, location)) = &suspicion.now {
                    "; now " (place(report, location)) ": " (quote(words, &[]))
                }
            }
        }
    }
}
