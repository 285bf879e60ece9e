//! A gap told in words alone, for those who listen to the report.

use std::fmt::Write as _;

use super::layout::{hang, place};
use super::{Look, Report, asked_in, several_files};
use crate::assess::{AspectOutcome, Reason};
use crate::pack::{Aspect, Finding};
use crate::report::safe::safe;

/// Tells one gap: what is not met, the passages that come near, what a good answer is, and where it is asked.
pub(super) fn gap(
    report: &Report<'_>,
    finding: &Finding,
    rule: &Aspect,
    outcome: &AspectOutcome,
    look: Look,
    out: &mut String,
) {
    let mut line = |indent: usize, text: &str| {
        let _ = writeln!(out, "{}{}", " ".repeat(indent), hang(text, indent + 2, look.width));
    };
    line(2, &format!("not met ({}): {}", outcome.confidence, safe(&rule.asks)));
    line(4, &format!("rule: {}.{}, {}", finding.id, rule.id, outcome.reason.unwrap_or(Reason::NoTie).code()));
    line(4, &format!("asked in: {}", asked_in(report, &finding.id, &finding.place)));
    if outcome.nearest.is_empty() {
        line(4, "nothing in the statement comes near it");
    }
    for near in &outcome.nearest {
        let (place, quote) = (place(&near.location, several_files(report)), safe(&near.quote));
        line(4, &format!("near: {place}: \"{quote}\"; {}", near.why.says()));
    }
    if let Some(good) = &rule.good {
        line(4, &format!("a good answer: {good}"));
    }
}
