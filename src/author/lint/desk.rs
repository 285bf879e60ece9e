//! The desk on which the rules lie while lints look at them, with what several lints need to know.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Beside, Extent};
use crate::assess::{ExampleJudge, Pull};
use crate::pack::{Aspect, At, Code, Example, Finding, Inspection, Kind, Problem, Rules, Severity};
use crate::query::{Ast, QueryId, Shapes};

/// The rules, and what they are held against.
pub(super) struct Desk<'r> {
    pub(super) rules: &'r Rules,
    pub(super) extent: Extent,
    pub(super) beside: &'r Beside,
    pub(super) shapes: Shapes<'r>,
    trials: OnceCell<Vec<Trials<'r>>>,
}

/// The accepted sentences of one inspection.
pub(super) struct Trials<'r> {
    pub(super) inspection: &'r Inspection,
    pub(super) trials: Vec<Trial<'r>>,
}

/// An accepted sentence, with how strongly it is drawn to each aspect of its inspection.
pub(super) struct Trial<'r> {
    pub(super) example: &'r Example,
    /// The place of its finding.
    pub(super) finding: usize,
    /// The place of its aspect among all aspects of the inspection.
    pub(super) aspect: usize,
    pub(super) pulls: Vec<Pull>,
}

/// A query as written.
pub(super) struct Written<'r> {
    pub(super) id: QueryId,
    pub(super) ast: &'r Ast,
    pub(super) at: &'r At,
}

impl<'r> Desk<'r> {
    pub(super) fn new(rules: &'r Rules, extent: Extent, beside: &'r Beside) -> Self {
        let shapes = Shapes::new(&rules.library, &rules.analyzer);
        Self { rules, extent, beside, shapes, trials: OnceCell::new() }
    }

    /// Returns every query that a person wrote.
    pub(super) fn queries(&self) -> impl Iterator<Item = Written<'r>> {
        let rules = self.rules;
        rules
            .queries
            .iter()
            .filter_map(|(id, at)| Some(Written { id: *id, ast: rules.library.ast(*id)?, at }))
    }

    /// Returns every accepted sentence, tried against every aspect of its inspection.
    pub(super) fn trials(&self) -> &[Trials<'r>] {
        self.trials.get_or_init(|| {
            let inspections = self.rules.inspections.iter().filter(|_| !vocabulary_is_broken(self.rules));
            inspections.map(|inspection| try_all(self.rules, inspection)).collect()
        })
    }

    /// Returns a doubt about what stands at a place of the rules.
    pub(super) fn doubt(&self, code: Code, at: &At, message: impl AsRef<str>) -> Problem {
        match self.rules.source(at.file) {
            Some(source) => Problem::new(code, source, at.bytes.clone(), message),
            None => Problem::outside(code, message),
        }
    }
}

/// Whether a query may match less than its author wrote, since a set in it does not load.
fn vocabulary_is_broken(rules: &Rules) -> bool {
    let errors = rules.warnings.iter().filter(|problem| problem.code.severity() == Severity::Error);
    let mut files = errors.filter_map(|problem| problem.source.as_ref());
    files.any(|source| source.kind() == Kind::Language)
}

fn try_all<'r>(rules: &'r Rules, inspection: &'r Inspection) -> Trials<'r> {
    let judge = ExampleJudge::new(rules, inspection);
    let aspects = aspects(inspection).enumerate();
    let trials = aspects.flat_map(|(at, (finding, _, aspect))| {
        let judge = &judge;
        aspect.accept.iter().map(move |example| Trial {
            example,
            finding,
            aspect: at,
            pulls: judge.pulls(finding, &example.text),
        })
    });
    Trials { inspection, trials: trials.collect() }
}

/// Returns every aspect of an inspection with its finding, and the place of that.
pub(super) fn aspects(inspection: &Inspection) -> impl Iterator<Item = (usize, &Finding, &Aspect)> {
    let findings = inspection.findings.iter().enumerate();
    findings.flat_map(|(at, finding)| finding.aspects.iter().map(move |aspect| (at, finding, aspect)))
}

/// Returns the place of a part of what stands at `at`.
pub(super) fn inside(at: &At, part: &Range<usize>) -> At {
    At { file: at.file, bytes: at.bytes.start + part.start..at.bytes.start + part.end }
}
