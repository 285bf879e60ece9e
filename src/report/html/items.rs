//! The items of the letter in its order: the verdict first, the evidence after it, the help last.

use maud::{Markup, html};

use super::aspect::aspect;
use super::frame::Frame;
use super::parts::{Tone, mark, told, verdict};
use crate::assess::{Diagnostic, FindingOutcome, ItemOutcome, NextStepOutcome, Verdict, Waiver};
use crate::pack::AgencyId;
use crate::report::Report;
use crate::report::brief::{asks, listed};
use crate::report::falls::day;
use crate::report::terminal::asked_in;

/// Returns every item, with a box to tick that leaves out those that are answered.
pub(super) fn items(report: &Report<'_>, frame: &Frame) -> Markup {
    let items = &report.assessment.items;
    let mixed = items.iter().any(|item| item.verdict() == Verdict::Addressed)
        && items.iter().any(|item| item.verdict() != Verdict::Addressed);
    html! {
        @if mixed {
            label.filter.screen { input type="checkbox"; " Show only what is not fully answered" }
        }
        @for item in items { (article(report, item, frame)) }
    }
}

fn article(report: &Report<'_>, item: &ItemOutcome, frame: &Frame) -> Markup {
    let class = if item.verdict() == Verdict::Addressed { "item answered" } else { "item" };
    let id = frame.item(item.id());
    html! {
        article class=(class) aria-labelledby=(id) {
            header {
                p.verdict { (verdict(item.verdict())) @if item.waived().is_some() { " " (mark(Tone::Quiet, "–", "waived")) } }
                (frame.heading(1, Some(&id), &html! { (asks(report, item.id())) }))
                p.soft.small { (asked(report, item)) }
                @if let Some(waiver) = item.waived() { (waived(waiver)) }
            }
            @match item {
                ItemOutcome::Finding(outcome) => (finding(report, outcome, frame)),
                ItemOutcome::NextStep(outcome) => (next_step(report, outcome)),
            }
            (matters(report, item))
        }
    }
}

/// Says where the letter asks an item, of whom, and what the rules call it.
fn asked(report: &Report<'_>, item: &ItemOutcome) -> Markup {
    let inspection = report.inspection;
    let (place, agencies): (_, &[AgencyId]) = match item {
        ItemOutcome::Finding(outcome) => {
            let Some(rule) = inspection.findings.iter().find(|rule| rule.id == outcome.id) else {
                return html! {};
            };
            (&rule.place, &rule.agencies)
        }
        ItemOutcome::NextStep(outcome) => {
            let Some(rule) = inspection.next_steps.iter().find(|rule| rule.id == outcome.id) else {
                return html! {};
            };
            (&rule.place, &[])
        }
    };
    let kind =
        if matches!(item, ItemOutcome::Finding(_)) { "Finding" } else { "Demand on the statement itself" };
    let place = asked_in(report, item.id(), place);
    html! {
        (kind) " " code { (item.id()) }
        @if !place.is_empty() { " · in the letter: " (place) }
        @if !agencies.is_empty() { " · concerns " (names(report, agencies)) }
    }
}

/// Returns the names of agencies as a sentence has them.
pub(super) fn names(report: &Report<'_>, ids: &[AgencyId]) -> String {
    let agencies = report.rules.language.agencies.iter().filter(|agency| ids.contains(&agency.id));
    listed(&agencies.map(|agency| agency.name.clone()).collect::<Vec<_>>())
}

fn waived(waiver: &Waiver) -> Markup {
    html! {
        p.note {
            b { "Waived" }
            @if !waiver.by.is_empty() { " by " (waiver.by) }
            " on " (day(waiver.on))
            @if let Some(until) = waiver.until { ", until " (day(until)) }
            @if !waiver.reason.is_empty() { ": " (waiver.reason) }
        }
    }
}

fn finding(report: &Report<'_>, outcome: &FindingOutcome, frame: &Frame) -> Markup {
    let rule = report.inspection.findings.iter().find(|rule| rule.id == outcome.id);
    let aspects = rule.map(|rule| rule.aspects.as_slice()).unwrap_or_default();
    html! {
        @for (rule, found) in aspects.iter().zip(&outcome.aspects) {
            (aspect(report, &outcome.id, rule, found, frame))
        }
    }
}

fn next_step(report: &Report<'_>, outcome: &NextStepOutcome) -> Markup {
    html! {
        div.aspect {
            p { "Found: " (told(&outcome.note)) }
            @if !outcome.missing.is_empty() {
                p { b { "Owning no action: " } (names(report, &outcome.missing)) }
            }
        }
    }
}

/// Returns what else is to be said of an item, and what to do about it. What its verdict and its aspects or its note
/// have said is not said again.
fn matters(report: &Report<'_>, item: &ItemOutcome) -> Markup {
    let is_step = matches!(item, ItemOutcome::NextStep(_));
    let found = report.diagnostics.iter().filter(|found| found.item.as_deref() == Some(item.id()));
    let (of_verdict, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        found.partition(|found| found.code.tells_verdict());
    let mut helps: Vec<&str> =
        of_verdict.iter().filter(|_| is_step).map(|found| found.help.as_str()).collect();
    helps.dedup();
    let head = format!("{}: ", asks(report, item.id()));
    html! {
        @for help in helps { p.help { b { "What to do: " } (told(help)) } }
        @for found in others {
            p.help {
                (told(found.message.strip_prefix(&head).unwrap_or(&found.message))) ". "
                b { "What to do: " } (told(&found.help))
            }
        }
    }
}
