//! The report for a person at a terminal: the letter's order, a block for each item, and a summary.

mod decided;
mod gap;
pub(crate) mod layout;
mod plain;
mod several;
mod summary;
mod waived;

use std::fmt::Write as _;

use rayon::prelude::*;

pub(super) use self::decided::by_whom;
pub use self::decided::changed;
pub(super) use self::layout::{hang, wrap};
use self::layout::{place, shorten};
use super::safe::safe;
use super::{Outcome, Report, headline};
use crate::assess::{AspectOutcome, FindingOutcome, ItemOutcome, NextStepOutcome, Verdict};
use crate::pack::{Aspect, Place};

/// How the report is to look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether to colour it.
    pub colour: bool,
    /// How many columns wide it may be.
    pub width: usize,
    /// Only the opening line and the summary.
    pub quiet: bool,
    /// In words alone, with nothing drawn.
    pub plain: bool,
}

/// Returns the report as text.
pub fn terminal(outcomes: &[Outcome<'_>], look: Look) -> String {
    let mut out = String::new();
    match outcomes {
        [Outcome::Checked(report)] => one(report, look, &mut out),
        outcomes => several::several(outcomes, look, &mut out),
    }
    out
}

/// Writes the report on one statement.
fn one(report: &Report<'_>, look: Look, out: &mut String) {
    let title = hang(&report.inspection.title, 0, look.width);
    let _ = writeln!(out, "{}\n{title}", hang(&headline(report), 2, look.width));
    if report.inspection.draft {
        let _ = writeln!(out, "{}", DRAFTED);
    }
    out.push('\n');
    if !look.quiet {
        let draw = |outcome: &ItemOutcome| item(report, outcome, look);
        let items = &report.assessment.items;
        if items.len() < MANY {
            out.extend(items.iter().map(draw));
        } else {
            out.extend(items.par_iter().map(draw).collect::<Vec<_>>());
        }
        unread(report, look, out);
        smaller(report, look, out);
    }
    summary::summary(report, look, out);
}

/// How many items are drawn sooner by several processors at once than it takes to call them.
const MANY: usize = 100;

fn item(report: &Report<'_>, item: &ItemOutcome, look: Look) -> String {
    let mut drawn = String::new();
    match item {
        ItemOutcome::Finding(outcome) => finding(report, outcome, look, &mut drawn),
        ItemOutcome::NextStep(outcome) => next_step(report, outcome, look, &mut drawn),
    }
    drawn
}

/// What holds of every verdict where nobody has finished the rules.
pub(in crate::report) const DRAFTED: &str =
    "Verdicts rest on rules drafted from the letter and are likely at best";

/// Returns the outcomes of the findings, in the letter's order.
pub(in crate::report) fn findings<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a FindingOutcome> {
    report.assessment.items.iter().filter_map(|item| match item {
        ItemOutcome::Finding(outcome) => Some(outcome),
        ItemOutcome::NextStep(_) => None,
    })
}

fn finding(report: &Report<'_>, outcome: &FindingOutcome, look: Look, out: &mut String) {
    let Some(rule) = report.inspection.findings.iter().find(|finding| finding.id == outcome.id) else {
        return;
    };
    item_head(outcome.verdict, &rule.summary, &rule.id, &asked_in(report, &rule.id, &rule.place), look, out);
    waived::waived(report, (&rule.id, &rule.summary), outcome.waived.as_ref(), look, out);
    for (rule_aspect, aspect) in rule.aspects.iter().zip(&outcome.aspects) {
        if aspect.met {
            answered(report, rule_aspect, aspect, look, out);
        } else {
            let tell = if look.plain { plain::gap } else { gap::gap };
            tell(report, rule, rule_aspect, aspect, look, out);
        }
        decided::decided(report, aspect, look, out);
    }
    out.push('\n');
}

/// How every item begins: its verdict, what it asks, its id and where the letter asks it.
fn item_head(verdict: Verdict, asks: &str, id: &str, asked_in: &str, look: Look, out: &mut String) {
    let head = format!("{}{}: {asks}", mark(verdict, look), word(verdict));
    let _ = writeln!(out, "{}", hang(&head, 2, look.width));
    let _ = writeln!(out, "  {}", hang(&format!("{id} ({asked_in})"), 4, look.width));
}

/// Returns where the letter asks for an item: its place in the file, where the letter is at hand.
pub(in crate::report) fn asked_in(report: &Report<'_>, id: &str, place: &Place) -> String {
    match report.asked.get(id) {
        Some(item) => safe(&item.location.text),
        None => place.to_string(),
    }
}

fn answered(report: &Report<'_>, rule: &Aspect, outcome: &AspectOutcome, look: Look, out: &mut String) {
    let met = format!("{}met ({}): {}", mark(Verdict::Addressed, look), outcome.confidence, rule.asks);
    let _ = writeln!(out, "  {}", hang(&met, 9, look.width));
    if let Some(best) = outcome.evidence.first() {
        let line =
            format!("{}: \"{}\"", place(&best.location, several_files(report)), shorten(&safe(&best.quote)));
        let _ = writeln!(out, "         {}", hang(&line, 9, look.width));
    }
}

fn next_step(report: &Report<'_>, outcome: &NextStepOutcome, look: Look, out: &mut String) {
    let Some(step) = report.inspection.next_steps.iter().find(|step| step.id == outcome.id) else { return };
    item_head(outcome.verdict, &step.asks, &step.id, &asked_in(report, &step.id, &step.place), look, out);
    waived::waived(report, (&step.id, &step.asks), outcome.waived.as_ref(), look, out);
    let _ = writeln!(out, "  {}\n", hang(&safe(&outcome.note), 2, look.width));
}

fn unread(report: &Report<'_>, look: Look, out: &mut String) {
    for unread in &report.statement.unread {
        let line = format!("{} ({})", safe(&unread.what), place(&unread.location, several_files(report)));
        let _ = writeln!(out, "? not read: {}\n", hang(&line, 2, look.width));
    }
}

/// What single actions lack, and marks of a draft.
fn smaller(report: &Report<'_>, look: Look, out: &mut String) {
    let mut found = report.diagnostics.iter().filter(|diagnostic| diagnostic.item.is_none()).peekable();
    if found.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "Smaller matters");
    for diagnostic in found {
        let place = diagnostic.location.as_ref().map(|location| place(location, several_files(report)));
        let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
        let line = format!("{place}{} ({})", safe(&diagnostic.message), diagnostic.code);
        let _ = writeln!(out, "  - {}", hang(&line, 4, look.width));
        let _ = writeln!(out, "    {}", hang(&safe(&diagnostic.help), 4, look.width));
    }
    out.push('\n');
}

/// Whether places must name their file.
pub(in crate::report) fn several_files(report: &Report<'_>) -> bool {
    report.statement.files.len() > 1
}

/// The sign that stands before the word of a verdict, unless nothing is to be drawn.
fn mark(verdict: Verdict, look: Look) -> String {
    if look.plain { String::new() } else { format!("{} ", sign(verdict)) }
}

/// Returns the sign of a verdict, to stand beside its word.
pub(in crate::report) fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Addressed => "✓",
        Verdict::Partial => "◐",
        Verdict::Unaddressed => "✗",
        Verdict::CannotTell => "?",
    }
}

/// Returns the word for a verdict.
pub(in crate::report) fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Addressed => "addressed",
        Verdict::Partial => "partial",
        Verdict::Unaddressed => "unaddressed",
        Verdict::CannotTell => "cannot tell",
    }
}
