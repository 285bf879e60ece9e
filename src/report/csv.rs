//! Verdicts as CSV (RFC 4180), a row an aspect or next step, for a spreadsheet.

use super::brief::asks;
use super::cell::cell;
use super::terminal::layout::place;
use super::terminal::{DRAFTED, several_files};
use super::{Failed, Outcome, Report, told};
use crate::assess::{AspectOutcome, ItemOutcome};
use crate::document::{Location, Unread};
use crate::pack::Aspect;

/// The sign that makes Excel read the file as UTF-8 when it is opened by a double click. Without it, Excel takes the code
/// page of the machine, and every dash, pound sign and curly quote of a statement comes out wrong. LibreOffice, Numbers
/// and Google Sheets take it off; in Python it is `encoding="utf-8-sig"`.
const UTF_8: char = '\u{feff}';

/// What every row says of its statement and item.
const OF_ITEM: [&str; 8] = ["statement", "pack", "item", "kind", "summary", "verdict", "note", "waived"];

/// What a row says of its aspect; empty for a next step.
const OF_ASPECT: [&str; 13] = [
    "aspect",
    "asks",
    "met",
    "confidence",
    "reason",
    "evidence",
    "place",
    "owner",
    "due",
    "nearest",
    "nearest place",
    "nearest falls short",
    "decided",
];

type OfItem = [String; OF_ITEM.len()];
type OfAspect = [String; OF_ASPECT.len()];

/// Returns a row for every aspect and next step of every statement, in the letter's order, below a row of names; behind them
/// a row for every part that could not be read. A statement that could not be checked is one row, with the reason as its
/// note. Where rules are but drafted, the note of a finding says how far its verdict can be relied on.
pub fn csv(outcomes: &[Outcome<'_>]) -> String {
    let mut out = String::from(UTF_8);
    row(OF_ITEM.iter().chain(&OF_ASPECT).copied(), &mut out);
    for outcome in outcomes {
        match outcome {
            Outcome::Checked(report) => checked(report, &mut out),
            Outcome::Failed(failed) => both(&not_checked(failed), &OfAspect::default(), &mut out),
        }
    }
    out
}

fn checked(report: &Report<'_>, out: &mut String) {
    for item in &report.assessment.items {
        let common = of_item(report, item);
        match item {
            ItemOutcome::Finding(finding) => {
                for (rule, outcome) in told::aspects(report, finding) {
                    both(&common, &of_aspect(report, rule, outcome), out);
                }
            }
            ItemOutcome::NextStep(_) => both(&common, &OfAspect::default(), out),
        }
    }
    for unread in &report.statement.unread {
        let place = place(&unread.location, several_files(report));
        let stands = OF_ASPECT.map(|name| if name == "place" { place.clone() } else { String::new() });
        both(&not_read(report, unread), &stands, out);
    }
}

fn both(item: &OfItem, aspect: &OfAspect, out: &mut String) {
    row(item.iter().chain(aspect).map(String::as_str), out);
}

fn row<'t>(texts: impl Iterator<Item = &'t str>, out: &mut String) {
    let cells: Vec<String> = texts.map(cell).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

fn of_item(report: &Report<'_>, item: &ItemOutcome) -> OfItem {
    let (kind, note) = match item {
        ItemOutcome::Finding(_) => ("finding", if report.inspection.draft { DRAFTED } else { "" }),
        ItemOutcome::NextStep(step) => ("next-step", step.note.as_str()),
    };
    [
        told::files(report.statement),
        report.inspection.id.clone(),
        item.id().to_owned(),
        kind.to_owned(),
        asks(report, item.id()).to_owned(),
        item.verdict().code().to_owned(),
        note.to_owned(),
        item.waived().map(told::waived).unwrap_or_default(),
    ]
}

fn not_read(report: &Report<'_>, unread: &Unread) -> OfItem {
    let blank = String::new;
    let (files, pack) = (told::files(report.statement), report.inspection.id.clone());
    [files, pack, blank(), "not-read".to_owned(), blank(), blank(), unread.what.clone(), blank()]
}

fn not_checked(failed: &Failed<'_>) -> OfItem {
    let blank = String::new;
    let (kind, why) = ("not-checked".to_owned(), failed.why.to_owned());
    [failed.name(), blank(), blank(), kind, blank(), blank(), why, blank()]
}

fn of_aspect(report: &Report<'_>, rule: &Aspect, outcome: &AspectOutcome) -> OfAspect {
    let place = |location: &Location| place(location, several_files(report));
    let evidence = outcome.evidence.first();
    let action = evidence.and_then(|evidence| report.statement.actions.get(evidence.action?));
    let near = outcome.nearest.first();
    [
        outcome.id.clone(),
        rule.asks.clone(),
        if outcome.met { "yes" } else { "no" }.to_owned(),
        outcome.confidence.to_string(),
        outcome.reason.map(|reason| reason.code().to_owned()).unwrap_or_default(),
        evidence.map(|evidence| evidence.quote.clone()).unwrap_or_default(),
        evidence.map(|evidence| place(&evidence.location)).unwrap_or_default(),
        action.and_then(|action| action.owner.clone()).unwrap_or_default(),
        action.and_then(|action| action.due.as_ref()).map(|due| due.text.clone()).unwrap_or_default(),
        near.map(|near| near.quote.clone()).unwrap_or_default(),
        near.map(|near| place(&near.location)).unwrap_or_default(),
        near.map(|near| near.why.says().to_owned()).unwrap_or_default(),
        outcome.reviewed.as_ref().map(|reviewed| told::decided(report, reviewed)).unwrap_or_default(),
    ]
}
