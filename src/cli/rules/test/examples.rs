//! The example sentences that stand with every aspect.

use std::io::{self, Write};

use wsoa::assess::{ExampleJudge, Judgement};
use wsoa::pack::{Aspect, At, Example, Rules};
use wsoa::query::{QueryId, Trace};

use super::Wanted;

/// How many words of a choice that was not met are named.
const MOST_CHOICES: usize = 6;

/// How many examples were run, and how many failed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) run: usize,
    pub(super) failed: usize,
}

/// Runs the wanted examples and prints those that fail.
pub(super) fn run(rules: &Rules, wanted: &Wanted, out: &mut dyn Write) -> io::Result<Tally> {
    let mut tally = Tally::default();
    for inspection in rules.inspections.iter().filter(|inspection| wanted.touches(&inspection.id)) {
        let judge = ExampleJudge::new(rules, inspection);
        for (at, finding) in inspection.findings.iter().enumerate() {
            for (aspect_at, aspect) in finding.aspects.iter().enumerate() {
                let id = format!("{}/{}.{}", inspection.id, finding.id, aspect.id);
                for (example, accepted) in examples(aspect).filter(|_| wanted.holds(&id)) {
                    let Some(judgement) = judge.judge(at, aspect_at, &example.text) else { continue };
                    tally.run += 1;
                    if judgement.answers != accepted {
                        tally.failed += 1;
                        Failure { rules, id: &id, aspect, example, accepted, judgement }.print(out)?;
                    }
                }
            }
        }
    }
    Ok(tally)
}

/// Returns the examples of an aspect, each with whether it should be accepted.
fn examples(aspect: &Aspect) -> impl Iterator<Item = (&Example, bool)> {
    let accept = aspect.accept.iter().map(|example| (example, true));
    accept.chain(aspect.reject.iter().map(|example| (example, false)))
}

/// An example that did not turn out as its author says.
struct Failure<'f> {
    rules: &'f Rules,
    id: &'f str,
    aspect: &'f Aspect,
    example: &'f Example,
    accepted: bool,
    judgement: Judgement,
}

impl Failure<'_> {
    fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let outcome = match (self.accepted, self.judgement.refused, self.judgement.beside) {
            (true, true, _) => "should be met, but `not_by` matches",
            (true, _, true) => "should be met, but is more like the rejected examples",
            (true, ..) => "should be met, but is not",
            (false, ..) => "should not be met, but is",
        };
        writeln!(out, "✗ {} {outcome}", self.id)?;
        writeln!(out, "  {}", self.place(&self.example.at))?;
        writeln!(out, "  \"{}\"", self.example.text)?;
        for dropped in &self.judgement.dropped {
            writeln!(out, "  left out, since it is {}: \"{}\"", dropped.standing, dropped.text)?;
        }
        self.query("met_by", Some(self.aspect.met_by), out)?;
        if self.accepted {
            self.query("told_by", self.aspect.told_by, out)?;
        }
        if !self.accepted || self.judgement.refused {
            self.query("not_by", self.aspect.not_by, out)?;
        }
        writeln!(out)
    }

    /// Prints how each part of a query fared.
    fn query(&self, name: &str, query: Option<QueryId>, out: &mut dyn Write) -> io::Result<()> {
        let Some(query) = query else { return Ok(()) };
        let kept = [self.judgement.kept.as_str()];
        let trace = self.rules.library.scan(&self.rules.analyzer, &kept).trace(query);
        writeln!(out, "  {name}")?;
        tree(&trace, 2, out)
    }

    /// Returns `file:line`.
    fn place(&self, at: &At) -> String {
        let Some(source) = self.rules.source(at.file) else { return String::new() };
        format!("{}:{}", source.name, source.line_of(at.bytes.start))
    }
}

/// Prints a part of a query and what lies under it, as far as it says why: of a choice that was met, what met it; of
/// one that was not, the plain words in one line.
fn tree(trace: &Trace, depth: usize, out: &mut dyn Write) -> io::Result<()> {
    let sign = if trace.matched { '✓' } else { '✗' };
    let found = match trace.found.as_slice() {
        [] => String::new(),
        words => format!("  found: {}", words.join(", ")),
    };
    let indent = depth * 2;
    writeln!(out, "{:indent$}{sign} {}{found}", "", trace.label)?;
    let choice = trace.label == "OR";
    let shown = trace.parts.iter().filter(|part| !choice || part.matched == trace.matched);
    let (plain, rest): (Vec<_>, Vec<_>) =
        shown.partition(|part| choice && !part.matched && part.parts.is_empty());
    if !plain.is_empty() {
        let labels: Vec<_> = plain.iter().take(MOST_CHOICES).map(|part| part.label.as_str()).collect();
        let more = match plain.len() - labels.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        writeln!(out, "{:indent$}  ✗ {}{more}", "", labels.join(", "))?;
    }
    rest.into_iter().try_for_each(|part| tree(part, depth + 1, out))
}
