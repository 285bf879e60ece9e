//! The items of the letter in its order: how each fares, and for those that got better or worse, why.

use maud::{Markup, html};

use super::{fares, place};
use crate::assess::{AspectOutcome, ReviewState, Verdict};
use crate::compare::{AspectChange, Comparison, ItemChange, Pair, Progress};
use crate::report::compare::told;
use crate::report::html::parts::{self, cut, quote, verdict};
use crate::report::terminal::by_whom;
use crate::report::told::waived;

/// Returns a table of all items, with links to those that changed.
pub(super) fn table(comparison: &Comparison<'_>) -> Markup {
    let columns = ["Item", "Change", "Old draft", "New draft"].map(|name| html! { (name) });
    let rows = html! {
        @for item in &comparison.items {
            tr {
                th scope="row" {
                    @if item.progress == Progress::Unchanged { (item.asks) }
                    @else { a href={ "#item." (item.now.id()) } { (item.asks) } }
                }
                td { (fares(item.progress)) }
                td { (verdict(item.was.verdict())) }
                td { (verdict(item.now.verdict())) @if item.now.waived().is_some() { " waived" } }
            }
        }
    };
    parts::table("all-items", "items", &html! { "Every item of the letter in both drafts" }, &columns, &rows)
}

/// Returns the items that changed.
pub(super) fn items(comparison: &Comparison<'_>) -> Markup {
    let changed = comparison.items.iter().filter(|item| item.progress != Progress::Unchanged);
    html! {
        @if changed.clone().next().is_none() { p { "No item got better or worse." } }
        @for item in changed { (article(comparison, item)) }
    }
}

fn article(comparison: &Comparison<'_>, item: &ItemChange<'_>) -> Markup {
    let id = format!("item.{}", item.now.id());
    html! {
        article.item aria-labelledby=(id) {
            header {
                p.verdict { (fares(item.progress)) " " (turned(item.was.verdict(), item.now.verdict())) }
                h3 id=(id) { (item.asks) }
                p.soft.small { code { (item.now.id()) } " · in the letter: " (item.place) }
                @if let Some(waiver) = item.now.waived() { p.note { (waived(waiver)) } }
            }
            @for aspect in item.aspects.iter().filter(|aspect| aspect.progress != Progress::Unchanged) {
                (changed(comparison, aspect))
            }
            @if let Some((was, now)) = told::notes(item) {
                p { "Now: " (now) @if was != now { span.soft { "; was: " (was) } } }
            }
            @if !(item.came.is_empty() && item.went.is_empty()) {
                ul {
                    @for agency in &item.came { li { (agency.name) ": owns an action now" } }
                    @for agency in &item.went { li { (agency.name) ": owns no action now" } }
                }
            }
        }
    }
}

fn turned(was: Verdict, now: Verdict) -> Markup {
    html! {
        span.soft { "now " } (verdict(now))
        @if was != now { span.soft { ", was " } (verdict(was)) }
    }
}

fn changed(comparison: &Comparison<'_>, aspect: &AspectChange<'_>) -> Markup {
    let causes: Vec<&Pair<'_>> =
        aspect.causes.iter().filter_map(|cause| comparison.pairs.get(*cause)).collect();
    html! {
        section.aspect {
            h4 { (fares(aspect.progress)) " " (aspect.rule.asks) }
            p { "Now " (told::said(aspect.now)) ", was " (told::said(aspect.was)) "." }
            @if !causes.is_empty() {
                ul.passages { @for pair in causes { li.whole { (cause(comparison, pair)) } } }
            }
            @if aspect.decided { (decided("", aspect.now)) (decided("before, ", aspect.was)) }
            @if let Some(near) = told::nearest(comparison, aspect) {
                p.soft.small {
                    "The nearest passage now, " (place(comparison.new, &near.location)) ": " (quote(&near.quote, &[]))
                    " (" (near.why.says()) ")"
                }
            }
        }
    }
}

fn cause(comparison: &Comparison<'_>, pair: &Pair<'_>) -> Markup {
    let (draft, action) = match (pair.was, pair.now) {
        (_, Some(now)) => (comparison.new, now),
        (Some(was), None) => (comparison.old, was),
        (None, None) => return html! {},
    };
    html! {
        b { (told::happened(pair)) } ": " (quote(&action.text, &[]))
        p.soft.small { (place(draft, &action.location)) @if pair.now.is_none() { " of the old draft" } }
    }
}

/// Says who decided, where a decision holds.
fn decided(when: &str, outcome: &AspectOutcome) -> Markup {
    let held = outcome.reviewed.as_ref().filter(|reviewed| reviewed.state() == ReviewState::Holds);
    html! { @if let Some(reviewed) = held { p.note { (when) (cut(&by_whom(reviewed))) } } }
}
