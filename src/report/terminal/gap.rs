//! Gaps: an aspect that nothing answers, drawn with the passage that comes nearest and the rule that asks.

use std::fmt::{self, Write as _};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Severity};

use super::layout::{hang, place, shorten, wrap};
use super::{Look, Report, asked_in, several_files};
use crate::assess::{AspectOutcome, Reason};
use crate::pack::{Aspect, Finding, Source};
use crate::report::safe::safe;

/// Draws one gap.
pub(super) fn gap(
    report: &Report<'_>,
    finding: &Finding,
    rule: &Aspect,
    outcome: &AspectOutcome,
    look: Look,
    out: &mut String,
) {
    let reason = outcome.reason.unwrap_or(Reason::NoTie);
    let mut shown = MietteDiagnostic::new(format!("not met: {}", rule.asks));
    shown.code = Some(format!("{}.{} ({}, {})", finding.id, rule.id, reason.code(), outcome.confidence));
    shown.help = rule.good.as_ref().map(|good| format!("a good answer: {good}"));
    let asked = asked_here(report, finding, rule, look);
    let drawn = match outcome.nearest.first() {
        Some(near) => {
            let passage = wrap(&safe(&near.quote), look.width.saturating_sub(MARGIN));
            let first_line = passage.find('\n').unwrap_or(passage.len());
            let label = LabeledSpan::at(0..first_line, near.why.says());
            let drawn = Drawn { shown: shown.with_labels([label]), asked };
            miette::Report::new(drawn)
                .with_source_code(NamedSource::new(place(&near.location, true), passage))
        }
        None => {
            shown.message = format!("{}; nothing in the statement comes near it", shown.message);
            miette::Report::new(Drawn { shown, asked })
        }
    };
    out.push('\n');
    render(&drawn, look, out);
    for near in outcome.nearest.iter().skip(1) {
        let (place, quote) = (place(&near.location, several_files(report)), shorten(&safe(&near.quote)));
        let line = format!("also near: {place}: \"{quote}\" ({})", near.why.code());
        let _ = writeln!(out, "  {}", hang(&line, 4, look.width));
    }
}

/// What a drawn passage needs beside its own text: frame, line number and space.
const MARGIN: usize = 8;

/// A gap as it is drawn: the passage that comes nearest, and the rule that asks.
#[derive(Debug)]
struct Drawn {
    shown: MietteDiagnostic,
    asked: Asked,
}

/// The place in the rules that asks for something.
#[derive(Debug)]
struct Asked {
    /// Where the letter asks it.
    place: String,
    source: NamedSource<String>,
    label: LabeledSpan,
}

impl fmt::Display for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown.message)
    }
}

impl std::error::Error for Drawn {}

impl miette::Diagnostic for Drawn {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.shown.code()
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.shown.help()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.shown.labels()
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        Some(Box::new(std::iter::once(&self.asked as &dyn miette::Diagnostic)))
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "asked in: {}", self.place)
    }
}

impl std::error::Error for Asked {}

impl miette::Diagnostic for Asked {
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(self.label.clone())))
    }
}

/// Returns the line of the rule file that asks for an aspect; where the rules were drafted, the letter's own words. Only
/// the line is drawn, so that the time does not grow with the file.
fn asked_here(report: &Report<'_>, finding: &Finding, rule: &Aspect, look: Look) -> Asked {
    let source = report.rules.source(rule.asks_at.file);
    let (name, asks) = match report.asked.get(&finding.id) {
        Some(item) => {
            let words = wrap(&safe(&rule.asks), look.width.saturating_sub(MARGIN));
            (place(&item.location, true), words)
        }
        None => {
            let line = |source: &Source| source.line_of(rule.asks_at.bytes.start);
            let name = source.map(|source| format!("{}, line {}", source.name, line(source)));
            (name.unwrap_or_default(), report.rules.text_at(&rule.asks_at).to_owned())
        }
    };
    let first_line = asks.find('\n').unwrap_or(asks.len());
    let label = LabeledSpan::at(0..first_line, "asked here");
    let place = asked_in(report, &finding.id, &finding.place);
    Asked { place, source: NamedSource::new(name, asks), label }
}

/// Draws one diagnostic over the passage it is about.
fn render(report: &miette::Report, look: Look, out: &mut String) {
    let theme = if look.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(look.width)
        .with_links(false)
        .with_context_lines(4);
    let mut drawn = String::new();
    // Writing to a string fails only where the report itself cannot be drawn; the summary still names the gap.
    let _ = handler.render_report(&mut drawn, report.as_ref());
    for line in drawn.lines() {
        // The passage is its own source, so the line and column of it that are drawn behind its place mean nothing.
        let line = if line.contains("╭─[") { line.replace(":1:1]", "]") } else { line.to_owned() };
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
