//! One submission held against its inspection.

use std::path::PathBuf;

use super::Args;
use crate::cli::Global;
use crate::cli::failure::Failure;
use crate::cli::review::applied;
use crate::cli::submission::Opened;
use wsoa::assess::{Assessment, Diagnostic, diagnose};
use wsoa::report::Report;
use wsoa::statement::Statement;

/// A submission with what came of the check.
pub(super) struct Checked {
    pub(super) opened: Opened,
    statement: Statement,
    assessment: Assessment,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Returns what reports draw on.
    pub(super) fn report(&self) -> Report<'_> {
        self.opened.report(&self.statement, &self.assessment, &self.diagnostics)
    }
}

/// Checks the submission in the files at `paths`.
pub(super) fn check(args: &Args, paths: &[PathBuf], global: &Global) -> Result<Checked, Failure> {
    let mut opened = args.submission.open(paths, global)?;
    let decided = args.beside.read(paths, &mut opened)?;
    let when = args.submission.when();
    let statement = opened.read(when.as_of);
    let mut assessment = opened.assessor().assess(&statement, when);
    let doubts = applied(decided.as_ref(), &opened, &statement, &mut assessment);
    let mut diagnostics = diagnose(&statement, &opened.rules, opened.inspection(), &assessment);
    diagnostics.extend(doubts);
    if let Some(found) = args.submission.settings() {
        let inspection = opened.inspection();
        found.settings.apply(inspection, &mut assessment, &mut diagnostics);
        opened.notes.extend(found.left_out(&inspection.id));
    }
    Ok(Checked { opened, statement, assessment, diagnostics })
}
