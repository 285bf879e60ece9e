//! The report for a person at a terminal: the letter's order, a block for each item, and a summary.

use std::fmt::{self, Write as _};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Severity};

use super::Report;
use super::safe::safe;
use crate::assess::{AspectOutcome, FindingOutcome, ItemOutcome, NextStepOutcome, Reason, Verdict};
use crate::pack::{Aspect, Finding};

/// How the report is to look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether to colour it.
    pub colour: bool,
    /// How many columns wide it may be.
    pub width: usize,
    /// Only the opening line and the summary.
    pub quiet: bool,
}

/// Returns the report as text.
pub fn terminal(report: &Report<'_>, look: Look) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n", headline(report));
    if !look.quiet {
        for item in &report.assessment.items {
            match item {
                ItemOutcome::Finding(outcome) => finding(report, outcome, look, &mut out),
                ItemOutcome::NextStep(outcome) => next_step(report, outcome, &mut out),
            }
        }
        unread(report, &mut out);
    }
    summary(report, &mut out);
    out
}

/// The one line an officer can act on.
fn headline(report: &Report<'_>) -> String {
    let verdicts: Vec<Verdict> = findings(report).map(|outcome| outcome.verdict).collect();
    let open = verdicts.iter().filter(|verdict| **verdict != Verdict::Addressed).count();
    let work = match open {
        0 => format!("all {} findings are answered", verdicts.len()),
        open => format!("{open} of {} findings need work", verdicts.len()),
    };
    let time = report.inspection.due.map(|due| {
        let days = (due - report.assessment.as_of).get_days();
        match days {
            0 => "due today".to_owned(),
            1 => "1 day left".to_owned(),
            days if days > 0 => format!("{days} days left"),
            -1 => "1 day past due".to_owned(),
            days => format!("{} days past due", -days),
        }
    });
    let mut line = work;
    if let Some(time) = time {
        line = format!("{line}; {time}");
    }
    format!("{}: {line}", report.inspection.title)
}

fn findings<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a FindingOutcome> {
    report.assessment.items.iter().filter_map(|item| match item {
        ItemOutcome::Finding(outcome) => Some(outcome),
        ItemOutcome::NextStep(_) => None,
    })
}

fn finding(report: &Report<'_>, outcome: &FindingOutcome, look: Look, out: &mut String) {
    let Some(rule) = report.inspection.findings.iter().find(|finding| finding.id == outcome.id) else {
        return;
    };
    let _ = writeln!(out, "{} {}  {}", sign(outcome.verdict), word(outcome.verdict), rule.summary);
    let _ = writeln!(out, "  {} ({})", rule.id, rule.place);
    for (rule_aspect, aspect) in rule.aspects.iter().zip(&outcome.aspects) {
        if aspect.met {
            answered(rule_aspect, aspect, out);
        } else {
            gap(report, rule, rule_aspect, aspect, look, out);
        }
    }
    out.push('\n');
}

fn answered(rule: &Aspect, outcome: &AspectOutcome, out: &mut String) {
    let _ = writeln!(out, "  ✓ met      {}", rule.asks);
    if let Some(best) = outcome.evidence.first() {
        let _ =
            writeln!(out, "             {}: \"{}\"", safe(&best.location.text), shorten(&safe(&best.quote)));
    }
}

fn gap(
    report: &Report<'_>,
    finding: &Finding,
    rule: &Aspect,
    outcome: &AspectOutcome,
    look: Look,
    out: &mut String,
) {
    let reason = outcome.reason.unwrap_or(Reason::NoTie);
    let mut shown = MietteDiagnostic::new(format!("not met: {}", rule.asks));
    shown.code = Some(format!("{}.{} ({})", finding.id, rule.id, reason.code()));
    shown.help = rule.good.as_ref().map(|good| format!("a good answer: {good}"));
    let asked = asked_here(report, finding, rule);
    let drawn = match outcome.nearest.first() {
        Some(near) => {
            let passage = wrap(&safe(&near.quote), look.width.saturating_sub(MARGIN));
            let first_line = passage.find('\n').unwrap_or(passage.len());
            let label = LabeledSpan::at(0..first_line, near.why.says());
            let drawn = Drawn { shown: shown.with_labels([label]), asked };
            let place = match near.location.file.as_str() {
                "" => near.location.text.clone(),
                file => format!("{file}, {}", near.location.text),
            };
            miette::Report::new(drawn).with_source_code(NamedSource::new(safe(&place), passage))
        }
        None => {
            shown.message = format!("{}; nothing in the statement comes near it", shown.message);
            miette::Report::new(Drawn { shown, asked })
        }
    };
    render(&drawn, look, out);
    for near in outcome.nearest.iter().skip(1) {
        let (place, quote) = (safe(&near.location.text), shorten(&safe(&near.quote)));
        let _ = writeln!(out, "  also near: {place}: \"{quote}\" ({})", near.why.code());
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

/// Returns the line of the rule file that asks for an aspect. Only the line is drawn, so that the time does not grow
/// with the file.
fn asked_here(report: &Report<'_>, finding: &Finding, rule: &Aspect) -> Asked {
    let source = report.rules.source(rule.asks_at.file);
    let text = source.map(|source| &*source.text).unwrap_or_default();
    let start = rule.asks_at.bytes.start.min(text.len());
    let line = text.get(..start).map_or(1, |before| before.matches('\n').count() + 1);
    let asks = report.rules.text_at(&rule.asks_at).to_owned();
    let name = source.map(|source| format!("{}, line {line}", source.name)).unwrap_or_default();
    let label = LabeledSpan::at(0..asks.len(), "asked here");
    Asked { place: finding.place.to_string(), source: NamedSource::new(name, asks), label }
}

/// Breaks a line of text between words so that no line is longer than `width` characters, where words allow.
fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            wrapped.push('\n');
            column = 0;
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += length;
    }
    wrapped
}

/// Draws one diagnostic over the passage it is about.
fn render(report: &miette::Report, look: Look, out: &mut String) {
    let theme = if look.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(look.width)
        .with_links(false)
        .with_context_lines(4);
    // Writing to a string fails only where the report itself cannot be drawn; the summary still names the gap.
    let _ = handler.render_report(out, report.as_ref());
}

fn next_step(report: &Report<'_>, outcome: &NextStepOutcome, out: &mut String) {
    let Some(step) = report.inspection.next_steps.iter().find(|step| step.id == outcome.id) else { return };
    let _ = writeln!(out, "{} {}  {}", sign(outcome.verdict), word(outcome.verdict), step.asks);
    let _ = writeln!(out, "  {} ({}): {}\n", step.id, step.place, safe(&outcome.note));
}

fn unread(report: &Report<'_>, out: &mut String) {
    for unread in &report.statement.unread {
        let _ = writeln!(out, "? not read   {} ({})", safe(&unread.what), safe(&unread.location.text));
    }
}

/// The table at the end: each item with its verdict, and the count of the smaller matters.
fn summary(report: &Report<'_>, out: &mut String) {
    let _ = writeln!(out, "Summary as of {}", report.assessment.as_of);
    let width = report.assessment.items.iter().map(|item| item.id().len()).max().unwrap_or(0);
    for item in &report.assessment.items {
        let detail = match item {
            ItemOutcome::Finding(finding) => {
                let met = finding.aspects.iter().filter(|aspect| aspect.met).count();
                format!("{met} of {}", finding.aspects.len())
            }
            ItemOutcome::NextStep(step) => safe(&step.note),
        };
        let verdict = item.verdict();
        let _ = writeln!(out, "  {:width$}  {} {}  {detail}", item.id(), sign(verdict), word(verdict));
    }
    let notes = report.diagnostics.iter().filter(|d| d.item.is_none()).count();
    if notes > 0 {
        let _ = writeln!(
            out,
            "  {notes} actions or marks to look at (no owner, date or measure, draft marks): see --format json"
        );
    }
    if report.inspection.standing != "full letter" {
        let _ = writeln!(out, "  The rules rest on: {}", report.inspection.standing);
    }
}

fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Addressed => "✓",
        Verdict::Partial => "◐",
        Verdict::Unaddressed => "✗",
        Verdict::CannotTell => "?",
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Addressed => "addressed  ",
        Verdict::Partial => "partial    ",
        Verdict::Unaddressed => "unaddressed",
        Verdict::CannotTell => "cannot tell",
    }
}

/// The longest quote on a line of its own, in characters.
const LONGEST_QUOTE: usize = 110;

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_QUOTE).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |space| &cut[..space]);
    format!("{whole}...")
}
