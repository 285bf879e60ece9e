//! The report as Markdown, for a comment on a pull request: the outcome, the gaps, and what people decided.

mod decided;
mod fit;
mod gaps;

use std::fmt::Write as _;

use self::fit::{Block, fit};
use super::brief::{asks, brief};
use super::falls::day;
use super::safe::plain;
use super::terminal::{several_files, sign, word};
use super::{Failed, Outcome, Report, headline};
use crate::assess::{Code, ItemOutcome};
use crate::document::Location;

/// Returns the statements of one run as Markdown, at most as long as a comment on GitHub may be (65,536 characters). It
/// reads well as plain text too. Where it would be longer, whole sections are left out from the end, and it says which.
pub fn markdown(outcomes: &[Outcome<'_>]) -> String {
    let mut blocks = Vec::new();
    if let [_, _, ..] = outcomes {
        blocks.push(overview(outcomes));
    }
    for outcome in outcomes {
        match outcome {
            Outcome::Checked(report) => statement(report, &mut blocks),
            Outcome::Failed(failed) => blocks.push(not_checked(failed)),
        }
    }
    fit(&blocks)
}

fn overview(outcomes: &[Outcome<'_>]) -> Block {
    let mut out = "# Statements of action\n\n| Statement | Outcome |\n|---|---|\n".to_owned();
    for outcome in outcomes {
        let _ = match outcome {
            Outcome::Checked(report) => writeln!(out, "| {} | {} |", files(report), headline(report)),
            Outcome::Failed(failed) => writeln!(out, "| {} | ? not checked |", text(&failed.name())),
        };
    }
    Block::new("the overview", out)
}

fn not_checked(failed: &Failed<'_>) -> Block {
    let words = format!("## {}: not checked\n\n{}\n", text(&failed.name()), text(failed.why));
    Block::new("a statement that was not checked", words)
}

fn statement(report: &Report<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::new("an outcome in short", opening(report)));
    blocks.push(Block::new("a table of items", items(report)));
    gaps::gaps(report, blocks);
    blocks.extend(decided::decided(report).map(|words| Block::new("what people decided", words)));
    blocks.extend(also(report).map(|words| Block::new("what else is about items", words)));
    blocks.extend(unread(report).map(|words| Block::new("what was not read", words)));
    blocks.extend(smaller(report).map(|words| Block::new("the smaller matters", words)));
    blocks.push(Block::new(
        "what it was made by",
        format!(
            "wsoa {} · rules {}, resting on: {}\n",
            env!("CARGO_PKG_VERSION"),
            report.inspection.id,
            text(&report.inspection.standing)
        ),
    ));
}

/// Says the outcome in a line, what was checked, and the outcome in short.
fn opening(report: &Report<'_>) -> String {
    let mut out = format!("## {}\n\n**{}**\n", headline(report), text(&report.inspection.title));
    let _ = writeln!(out, "\nStatement: {}. Checked for {}.\n", files(report), day(report.assessment.as_of));
    for point in brief(report) {
        let _ = writeln!(out, "{}\n", text(&point.says));
        for (_, words) in &point.about {
            let _ = writeln!(out, "- {}", text(words));
        }
        if !point.about.is_empty() {
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn items(report: &Report<'_>) -> String {
    let mut out = "| Item | Verdict | Found |\n|---|---|---|\n".to_owned();
    for item in &report.assessment.items {
        let found = match item {
            ItemOutcome::Finding(finding) => {
                let met = finding.aspects.iter().filter(|aspect| aspect.met).count();
                format!("{met} of {} met", finding.aspects.len())
            }
            ItemOutcome::NextStep(step) => text(&step.note),
        };
        let waived = if item.waived().is_some() { ", waived" } else { "" };
        let (asks, verdict) = (text(asks(report, item.id())), item.verdict());
        let _ = writeln!(out, "| {asks} | {} {}{waived} | {found} |", sign(verdict), word(verdict));
    }
    out
}

/// Lists what is wrong about items and not said by their verdicts, such as waivers whose time is over.
fn also(report: &Report<'_>) -> Option<String> {
    let found = report.diagnostics.iter().filter(|found| found.item.is_some() && !found.code.tells_verdict());
    let lines: String = found
        .map(|found| format!("- {} ({}): {}\n", text(&found.message), found.code, text(&found.help)))
        .collect();
    (!lines.is_empty()).then(|| format!("### Also about items\n\n{lines}"))
}

fn unread(report: &Report<'_>) -> Option<String> {
    let mut out = "### Not read\n\n".to_owned();
    for unread in &report.statement.unread {
        let _ = writeln!(out, "- {} ({})", text(&unread.what), place(report, &unread.location));
    }
    (!report.statement.unread.is_empty()).then_some(out)
}

/// Counts the matters that are about no item, by code.
fn smaller(report: &Report<'_>) -> Option<String> {
    let mut out = "### Smaller matters\n\n| How many | What | Code |\n|---|---|---|\n".to_owned();
    let mut any = false;
    for code in Code::ALL {
        let found = report.diagnostics.iter().filter(|found| found.item.is_none() && found.code == *code);
        let number = found.count();
        if number > 0 {
            any = true;
            let _ = writeln!(out, "| {number} | {} | {code} |", code.description());
        }
    }
    any.then_some(out)
}

fn files(report: &Report<'_>) -> String {
    let files: Vec<String> = report.statement.files.iter().map(|(file, _)| text(file)).collect();
    files.join(", ")
}

/// Returns a place, with its file where the statement has several.
fn place(report: &Report<'_>, location: &Location) -> String {
    match location.file.as_str() {
        file if several_files(report) && !file.is_empty() => text(&format!("{file}, {}", location.text)),
        _ => text(&location.text),
    }
}

/// Returns a text as Markdown that shows it as it is. On GitHub neither `@name` calls anybody nor does `#12` point at
/// anything: it looks for them when the escapes are already gone, so that a sign without width must part them.
fn text(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut within_word = false;
    for sign in plain(words).chars() {
        match sign {
            '$' => text.push_str("\\$"),
            '#' => text.extend([sign, PARTING]),
            // Behind a letter it is part of an address, and calls nobody.
            '@' if !within_word => text.extend([sign, PARTING]),
            sign => text.push(sign),
        }
        within_word = sign.is_alphanumeric();
    }
    text
}

/// The sign that parts: WORD JOINER.
const PARTING: char = '\u{2060}';
