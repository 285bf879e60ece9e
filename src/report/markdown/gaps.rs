//! What is not fully answered, in the letter's order: what is asked, the nearest passages, and what would answer it.

use std::fmt::Write as _;

use super::fit::Block;
use super::{place, text};
use crate::assess::{AspectOutcome, FindingOutcome, ItemOutcome, NextStepOutcome, Reason, Verdict};
use crate::pack::Aspect;
use crate::report::brief::{asks, is_open};
use crate::report::terminal::{asked_in, sign, word};
use crate::report::{Report, shorten};

/// Adds a section for each item that is not fully answered.
pub(super) fn gaps(report: &Report<'_>, blocks: &mut Vec<Block>) {
    // What is waived is shown all the same.
    let is_shown = |item: &&ItemOutcome| {
        report.owes(item) || item.waived().is_some() && item.verdict() != Verdict::Addressed
    };
    let open = report.assessment.items.iter().filter(is_shown);
    for (at, item) in open.enumerate() {
        let title = if at == 0 { "### What is not fully answered\n\n" } else { "" };
        let words = match item {
            ItemOutcome::Finding(outcome) => finding(report, outcome),
            ItemOutcome::NextStep(outcome) => next_step(report, outcome),
        };
        blocks.push(Block::new("a gap", format!("{title}{}{words}", head(report, item))));
    }
}

fn head(report: &Report<'_>, item: &ItemOutcome) -> String {
    let verdict = item.verdict();
    let waived = if item.waived().is_some() { ", waived" } else { "" };
    format!("#### {} {}{waived}: {}\n\n", sign(verdict), word(verdict), text(asks(report, item.id())))
}

fn finding(report: &Report<'_>, outcome: &FindingOutcome) -> String {
    let Some(rule) = report.inspection.findings.iter().find(|rule| rule.id == outcome.id) else {
        return String::new();
    };
    let mut out = format!("In the letter: {}\n\n", text(&asked_in(report, &rule.id, &rule.place)));
    for (rule, outcome) in rule.aspects.iter().zip(&outcome.aspects).filter(|(_, outcome)| !outcome.met) {
        aspect(report, rule, outcome, &mut out);
    }
    out
}

fn aspect(report: &Report<'_>, rule: &Aspect, outcome: &AspectOutcome, out: &mut String) {
    let read = if is_open(outcome) { ": a person should read this" } else { "" };
    let _ = writeln!(out, "- **Not met**: {} ({}{read})", text(&rule.asks), outcome.confidence);
    for near in &outcome.nearest {
        let (place, quote) = (place(report, &near.location), text(&shorten(&near.quote)));
        let _ = writeln!(out, "  - {place}: \"{quote}\" ({})", near.why.says());
    }
    if outcome.nearest.is_empty() {
        let _ = writeln!(out, "  - Nothing in the statement comes near it.");
    }
    if outcome.reason == Some(Reason::Unread) {
        let _ = writeln!(out, "  - {}", Reason::Unread.explanation());
    }
    if let Some(good) = &rule.good {
        let _ = writeln!(out, "  - A good answer: {}", text(good));
    }
}

fn next_step(report: &Report<'_>, outcome: &NextStepOutcome) -> String {
    let mut out = format!("- Found: {}\n", text(&outcome.note));
    let mut helps: Vec<&str> = report
        .diagnostics
        .iter()
        .filter(|found| found.item.as_deref() == Some(&outcome.id) && found.code.tells_verdict())
        .map(|found| found.help.as_str())
        .collect();
    helps.dedup();
    for help in helps {
        let _ = writeln!(out, "- What to do: {}", text(help));
    }
    out
}
