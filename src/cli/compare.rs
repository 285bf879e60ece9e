//! `wsoa compare`: what changed between two drafts of a statement.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::review::{Beside, applied};
use super::submission::{Opened, Submission};
use super::{Global, screen};
use wsoa::assess::Assessment;
use wsoa::compare::{Comparison, Draft, compare};
use wsoa::report::Look;
use wsoa::report::compare::text;
use wsoa::statement::Statement;

/// Which drafts to compare and how to show the result.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa compare plan-may.docx plan-june.docx
  wsoa compare plan-may.docx plan-june.pdf --pack jtai-central-bedfordshire-2016
  wsoa compare old/statement.docx new/statement.docx --with-old old/plan.xlsx --with-new new/plan.xlsx
  wsoa compare plan-may.docx plan-june.docx --format json > changes.json

Ends with exit code 1 when an item of the letter got worse.")]
pub(crate) struct Args {
    /// The draft as it was (.docx, .pdf, .xlsx, .odt, .ods, .html, .md, .txt)
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The draft as it is; it may come in another format
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// A further file of the old draft, where it is in several
    #[arg(long, value_name = "FILE")]
    with_old: Vec<PathBuf>,

    /// A further file of the new draft, where it is in several
    #[arg(long, value_name = "FILE")]
    with_new: Vec<PathBuf>,

    #[command(flatten)]
    submission: Submission,

    #[command(flatten)]
    beside: Beside,

    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Print the opening lines and the summary only
    #[arg(long, short)]
    quiet: bool,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let old: Vec<PathBuf> = [&self.old].into_iter().chain(&self.with_old).cloned().collect();
        let new: Vec<PathBuf> = [&self.new].into_iter().chain(&self.with_new).cloned().collect();
        // Opened together, so that either draft may tell which inspection both answer.
        let compared =
            self.submission.open(&[old.clone(), new.clone()].concat(), global).and_then(|mut opened| {
                let compared = self.compare(&mut opened, &old, &new);
                // The process ends with this command: to take the rules apart piece by piece would only cost time.
                std::mem::forget(opened);
                compared
            });
        match compared {
            Ok((text, exit)) => out.write_all(text.as_bytes()).map(|()| exit),
            Err(failure) => failure.explain(),
        }
    }

    fn compare(
        &self,
        opened: &mut Opened,
        old: &[PathBuf],
        new: &[PathBuf],
    ) -> Result<(String, Exit), Failure> {
        let (theirs, ours) = opened.read_drafts(old.len(), self.submission.when().as_of);
        let before = self.assess(opened, &theirs, old)?;
        let after = self.assess(opened, &ours, new)?;
        let comparison = compare(
            Draft { statement: &theirs, assessment: &before },
            Draft { statement: &ours, assessment: &after },
            &opened.rules,
            opened.inspection(),
        );
        let exit = if comparison.is_worse() { Exit::Problems } else { Exit::Clean };
        Ok((self.render(&comparison), exit))
    }

    /// Holds a draft against the inspection, as `check` does.
    fn assess(
        &self,
        opened: &Opened,
        statement: &Statement,
        files: &[PathBuf],
    ) -> Result<Assessment, Failure> {
        let decided = self.beside.read(files, &opened.inspection().id)?;
        let mut assessment = opened.assessor().assess(statement, self.submission.when());
        applied(decided.as_ref(), opened, statement, &mut assessment);
        Ok(assessment)
    }

    fn render(&self, comparison: &Comparison<'_>) -> String {
        let look = Look { colour: screen::colour(), width: screen::width(), quiet: self.quiet };
        match self.format {
            Format::Text => text(comparison, look),
        }
    }
}
