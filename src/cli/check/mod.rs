//! `wsoa check`: hold statements against their inspections.

mod checked;
mod format;
mod statements;
mod watch;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use self::checked::{Checked, check};
use self::format::Format;
use self::statements::Statements;
use super::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::output::Output;
use super::review::Beside;
use super::screen;
use super::submission::Submission;
use wsoa::assess::Severity;
use wsoa::report::{Failed, Outcome};

/// What to check and how to show the result.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa check plan.docx
  wsoa check plan.docx --pack jtai-central-bedfordshire-2016 --as-of 2016-08-09
  wsoa check statement.docx plan.xlsx                   one statement in two files
  wsoa check --each 'drafts/*.docx' --quiet             many statements, each for itself
  wsoa check plan.docx --watch                          again at every save
  wsoa check plan.docx -o report.html                   for a browser and for paper
  wsoa check plan.docx --format json > result.json
  some-program | wsoa check - --stdin-name plan.md
  wsoa check plan.docx --quiet --fail-on error")]
pub(crate) struct Args {
    #[command(flatten)]
    statements: Statements,

    #[command(flatten)]
    submission: Submission,

    #[command(flatten)]
    beside: Beside,

    /// How to print the result [default: as the ending of the output file says, else text]
    #[arg(long, value_enum)]
    format: Option<Format>,

    #[command(flatten)]
    output: Output,

    /// Print the opening line and the summary only
    #[arg(long, short)]
    quiet: bool,

    /// Draw nothing: words and full stops only, for a screen reader; also where NO_GRAPHICS is set
    #[arg(long)]
    plain: bool,

    /// End with exit code 1 when a problem of this level or worse is found
    #[arg(long, value_enum, default_value_t = Level::Warning, value_name = "LEVEL")]
    fail_on: Level,

    /// Check again whenever a file that bears on the result is saved, until stopped with Ctrl-C
    #[arg(long)]
    watch: bool,
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
    /// Whatever is found, the check does not fail
    Never,
}

impl Level {
    /// Whether a problem of this severity makes the check fail.
    fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Note => true,
            Self::Never => false,
        }
    }
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        if self.watch {
            return watch::watch(self, global, out);
        }
        self.once(global, out, &self.output)
    }

    /// Checks every statement and shows what came of it.
    fn once(&self, global: &Global, out: &mut dyn Write, output: &Output) -> io::Result<Exit> {
        let format = Format::chosen(self.format, output.file());
        let named = match self.statements.named().and_then(|named| format.takes(&named).map(|()| named)) {
            Ok(named) => named,
            Err(failure) => return failure.explain(),
        };
        let results = self.statements.each_of(&named, |paths| check(self, paths, global));
        match results.as_slice() {
            [(_, Err(failure))] if !self.statements.each && !format.tells_failures() => failure.explain(),
            results => self.show(results, format, out, output),
        }
    }

    fn show(
        &self,
        results: &[(String, Result<Checked, Failure>)],
        format: Format,
        out: &mut dyn Write,
        output: &Output,
    ) -> io::Result<Exit> {
        let whys: Vec<String> = results
            .iter()
            .map(|(_, result)| result.as_ref().err().map_or(String::new(), Failure::told))
            .collect();
        let outcomes: Vec<Outcome<'_>> = results
            .iter()
            .zip(&whys)
            .map(|((files, result), why)| match result {
                Ok(checked) => Outcome::Checked(checked.report()),
                Err(_) => Outcome::Failed(Failed { files, why }),
            })
            .collect();
        self.say_notes(results);
        let look = screen::look(self.quiet, self.plain, output.file().is_none());
        if let Err(failure) = output.write(&format.render(&outcomes, look), format.is_for_reading(), out)? {
            return failure.explain();
        }
        let mut exit = Exit::Clean;
        for (_, result) in results {
            exit = exit.max(match result {
                Ok(checked) => self.verdict(checked),
                Err(failure) => failure.explain()?,
            });
        }
        Ok(exit)
    }

    fn say_notes(&self, results: &[(String, Result<Checked, Failure>)]) {
        for (files, checked) in
            results.iter().filter_map(|(files, result)| Some((files, result.as_ref().ok()?)))
        {
            for note in &checked.opened.notes {
                let about = if results.len() > 1 { format!("{files}: ") } else { String::new() };
                screen::note(&format!("{about}{note}"));
            }
        }
    }

    /// Returns how a check of one statement ends.
    fn verdict(&self, checked: &Checked) -> Exit {
        let mut owed = checked.diagnostics.iter().filter(|diagnostic| !diagnostic.waived);
        if owed.any(|diagnostic| self.fail_on.fails(diagnostic.severity)) {
            Exit::Problems
        } else {
            Exit::Clean
        }
    }

    /// Returns the files on which the result rests, beside the statements.
    fn beside_files(&self) -> Vec<PathBuf> {
        self.submission.letter.iter().chain(self.beside.file()).cloned().collect()
    }
}
