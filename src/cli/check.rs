//! `wsoa check`: hold a statement against its inspection.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::review::{Beside, applied};
use super::submission::{Opened, Submission};
use super::{Global, screen};
use wsoa::assess::{Severity, diagnose};
use wsoa::report::{Look, json, terminal};

/// What to check and how to show the result.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa check plan.docx
  wsoa check plan.docx --pack jtai-central-bedfordshire-2016 --as-of 2016-08-09
  wsoa check statement.docx plan.xlsx
  wsoa check plan.md --format json > result.json
  wsoa check plan.docx --quiet --fail-on error")]
pub(crate) struct Args {
    /// The statement: one file, or several that together are one submission (.docx, .pdf, .xlsx,
    /// .odt, .ods, .html, .md, .txt)
    #[arg(required = true, value_name = "STATEMENT")]
    statements: Vec<PathBuf>,

    #[command(flatten)]
    submission: Submission,

    #[command(flatten)]
    beside: Beside,

    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Print the opening line and the summary only
    #[arg(long, short)]
    quiet: bool,

    /// End with exit code 1 when a problem of this level or worse is found
    #[arg(long, value_enum, default_value_t = Level::Warning, value_name = "LEVEL")]
    fail_on: Level,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
    /// For programs: schema 1
    Json,
}

/// The level of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Level {
    /// Likely to send the statement back
    Error,
    /// Likely to be asked about
    Warning,
    /// Worth knowing
    Note,
}

impl Level {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let checked = self.submission.open(&self.statements, global).and_then(|mut opened| {
            let checked = self.check(&mut opened);
            // The process ends with this command: to take the rules apart piece by piece would only cost time.
            std::mem::forget(opened);
            checked
        });
        match checked {
            Ok((text, exit)) => out.write_all(text.as_bytes()).map(|()| exit),
            Err(failure) => failure.explain(),
        }
    }

    fn check(&self, opened: &mut Opened) -> Result<(String, Exit), Failure> {
        let decided = self.beside.read(&self.statements, &opened.inspection().id)?;
        let when = self.submission.when();
        let statement = opened.read(when.as_of);
        let (rules, inspection) = (&opened.rules, opened.inspection());
        let mut assessment = opened.assessor().assess(&statement, when);
        let doubts = applied(decided.as_ref(), opened, &statement, &mut assessment);
        let mut diagnostics = diagnose(&statement, rules, inspection, &assessment);
        diagnostics.extend(doubts);
        let report = opened.report(&statement, &assessment, &diagnostics);
        let text = match self.format {
            Format::Json => json(&report),
            Format::Text => terminal(
                &report,
                Look { colour: screen::colour(), width: screen::width(), quiet: self.quiet },
            ),
        };
        let failing = diagnostics.iter().any(|diagnostic| diagnostic.severity >= self.fail_on.severity());
        Ok((text, if failing { Exit::Problems } else { Exit::Clean }))
    }
}
