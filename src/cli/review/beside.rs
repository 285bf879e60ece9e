//! The decisions that `wsoa check` takes into account: those beside the statement, unless other ones are named.

use std::path::{Path, PathBuf};

use super::super::failure::Failure;
use super::super::submission::Opened;
use super::store;
use crate::cli::settings::Found;
use wsoa::assess::{Assessment, Diagnostic};
use wsoa::review::{Review, Written};
use wsoa::statement::Statement;

/// Which decisions of people count.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Beside {
    /// Let the decisions in this file count [default: those where wsoa.toml says, else in review.toml beside the first
    /// file, where there are any]
    #[arg(long, value_name = "FILE")]
    review: Option<PathBuf>,

    /// Give the verdicts of the rules alone
    #[arg(long, conflicts_with = "review")]
    no_review: bool,

    /// Where decisions are kept unless the user says otherwise.
    #[arg(skip)]
    usual: Option<PathBuf>,
}

/// Returns where decisions about a statement are kept unless the user says otherwise: where settings say, else beside it.
pub(super) fn path(statements: &[PathBuf], usual: Option<PathBuf>) -> PathBuf {
    if let Some(usual) = usual {
        return usual;
    }
    let folder = statements.first().and_then(|first| first.parent()).unwrap_or(Path::new(""));
    folder.join("review.toml")
}

impl Beside {
    /// Returns the file of decisions that the user or settings named.
    pub(crate) fn file(&self) -> Option<&PathBuf> {
        self.review.as_ref().or(self.usual.as_ref())
    }

    /// Returns the same under settings, which count where the user said nothing.
    pub(crate) fn under(&self, found: Option<&Found>) -> Self {
        Self { usual: found.and_then(Found::review), ..self.clone() }
    }

    /// Reads the decisions about the answer of these files to `pack`; `None` where there are none.
    pub(crate) fn read(
        &self,
        statements: &[PathBuf],
        opened: &mut Opened,
    ) -> Result<Option<Written>, Failure> {
        let pack = &opened.inspection().id;
        if self.no_review {
            return Ok(None);
        }
        let path = self.review.clone().unwrap_or_else(|| path(statements, self.usual.clone()));
        let Some((_, written)) = store::read(&path)? else {
            return if self.review.is_some() { Err(Failure::no_review(&path)) } else { Ok(None) };
        };
        let about = &written.decisions().pack;
        if about == pack {
            return Ok(Some(written));
        }
        if self.review.is_some() {
            return Err(Failure::other_review(&path, about, pack));
        }
        // Several statements may share a folder, and the decisions be about another of them.
        opened.notes.push(format!(
            "the decisions in {} are about the answer to {about}, and are left out",
            path.display()
        ));
        Ok(None)
    }
}

/// Lets decisions count in an assessment that the rules made, and returns what is wrong with them.
pub(in crate::cli) fn applied(
    decided: Option<&Written>,
    opened: &Opened,
    statement: &Statement,
    assessment: &mut Assessment,
) -> Vec<Diagnostic> {
    let Some(written) = decided else { return Vec::new() };
    let (rules, inspection) = (&opened.rules, opened.inspection());
    let review = Review::of(written.decisions(), statement, rules, assessment);
    review.apply(assessment, statement, rules, inspection);
    review.diagnose(inspection)
}
