//! `wsoa check`: hold statements against their inspections.

mod checked;
mod format;
mod statements;
mod watch;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ArgGroup;

use self::checked::{Checked, check};
use self::format::Format;
use self::statements::Statements;
use super::Global;
use super::annotate::Copies;
use super::exit::Exit;
use super::failure::Failure;
use super::level::Level;
use super::output::Output;
use super::review::Beside;
use super::screen;
use super::settings::Found;
use super::submission::Submission;
use super::targets::may_be_written;
use wsoa::report::{Failed, Outcome};
use wsoa::settings::FailOn;

/// What to check and how to show the result.
#[derive(Debug, Clone, clap::Args)]
#[command(group(ArgGroup::new("written").args(["output", "annotate"]).multiple(true)), after_help = "Examples:
  wsoa check plan.docx
  wsoa check plan.docx --pack jtai-central-bedfordshire-2016 --as-of 2016-08-09
  wsoa check statement.docx plan.xlsx                   one statement in two files
  wsoa check --each 'drafts/*.docx' --quiet             many statements, each for itself
  wsoa check plan.docx --annotate plan-notes.docx       comments put into a copy of it
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

    #[command(flatten)]
    copies: Copies,

    /// Print the opening line and the summary only
    #[arg(long, short)]
    quiet: bool,

    /// Draw nothing: words and full stops only, for a screen reader; also where NO_GRAPHICS is set
    #[arg(long)]
    plain: bool,

    /// End with exit code 1 when a problem of this level or worse is found [default: as wsoa.toml says, else warning]
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<Level>,

    /// Check again whenever a file that bears on the result is saved, until stopped with Ctrl-C
    #[arg(long)]
    watch: bool,
}

/// What came of a statement, with the names of its files.
type Named<R> = (Vec<String>, R);

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        if self.watch {
            return watch::watch(self, global, out);
        }
        self.once(global, out, &self.output)
    }

    /// Returns the same under the settings of the first statement, which count where the user said nothing.
    fn under_settings(&self, global: &Global) -> Result<(Self, Global), Failure> {
        let found = global.config.find(self.statements.first().as_deref())?;
        let found = found.as_ref();
        let args = Self {
            statements: self.statements.under(found),
            submission: self.submission.under(found),
            beside: self.beside.under(found),
            ..self.clone()
        };
        Ok((args, global.under(found)))
    }

    /// Checks every statement under its settings and shows what came of it.
    fn once(&self, global: &Global, out: &mut dyn Write, output: &Output) -> io::Result<Exit> {
        match self.under_settings(global) {
            Ok((args, global)) => args.settled(&global, out, output),
            Err(failure) => failure.explain(),
        }
    }

    fn settled(&self, global: &Global, out: &mut dyn Write, output: &Output) -> io::Result<Exit> {
        self.submission.settings().into_iter().for_each(Found::say);
        let chosen = Format::chosen(self.format, output.file());
        let (format, named) = match chosen.and_then(|format| Ok((format, self.named(format, output)?))) {
            Ok(work) => work,
            Err(failure) => return failure.explain(),
        };
        let results = self.statements.each_of(&named, |paths| check(self, paths, global));
        match results.as_slice() {
            [(_, Err(failure))] if !format.tells_failures(self.statements.each) => failure.explain(),
            results => {
                for (paths, checked) in named.iter().zip(results) {
                    let Ok(checked) = &checked.1 else { continue };
                    let reading = self.submission.reading();
                    let written = self.copies.write(&named, paths, &checked.report(), reading, output.over());
                    if let Err(failure) = written {
                        return failure.explain();
                    }
                }
                self.show(results, format, out, output)
            }
        }
    }

    /// Returns the files of each statement, once all that can be said against the work before it is done is ruled out.
    fn named(&self, format: Format, output: &Output) -> Result<Vec<Vec<PathBuf>>, Failure> {
        let targets = self.targets();
        let named = self.statements.named(&targets)?;
        format.takes(&named)?;
        self.copies.have_files(&named)?;
        let read: Vec<PathBuf> = named.iter().flatten().cloned().chain(self.beside_files()).collect();
        may_be_written(&targets, &read, output.over())?;
        Ok(named)
    }

    /// Returns the files that are to be written.
    fn targets(&self) -> Vec<&Path> {
        self.output.file().into_iter().chain(self.copies.files()).collect()
    }

    fn show(
        &self,
        results: &[Named<Result<Checked, Failure>>],
        format: Format,
        out: &mut dyn Write,
        output: &Output,
    ) -> io::Result<Exit> {
        let whys: Vec<String> = results
            .iter()
            .map(|(_, result)| result.as_ref().err().map_or(String::new(), Failure::told))
            .collect();
        let names: Vec<Vec<&str>> =
            results.iter().map(|(files, _)| files.iter().map(String::as_str).collect()).collect();
        let outcomes: Vec<Outcome<'_>> = results
            .iter()
            .zip(names.iter().zip(&whys))
            .map(|((_, result), (files, why))| match result {
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
        for (files, result) in results {
            exit = exit.max(match result {
                Ok(checked) => self.verdict(checked),
                Err(failure) if self.statements.each => failure.explain_of(&files.join(", "))?,
                Err(failure) => failure.explain()?,
            });
        }
        Ok(exit)
    }

    fn say_notes(&self, results: &[Named<Result<Checked, Failure>>]) {
        for (files, checked) in
            results.iter().filter_map(|(files, result)| Some((files, result.as_ref().ok()?)))
        {
            for note in &checked.opened.notes {
                let about = if results.len() > 1 { format!("{}: ", files.join(", ")) } else { String::new() };
                screen::note(&format!("{about}{note}"));
            }
        }
    }

    /// Returns how a check of one statement ends.
    fn verdict(&self, checked: &Checked) -> Exit {
        let level = self.fail_on.map(FailOn::from).or_else(|| self.submission.settings()?.settings.fail_on);
        if level.unwrap_or_default().fails(&checked.diagnostics) { Exit::Problems } else { Exit::Clean }
    }

    /// Returns the files on which the result rests, beside the statements.
    fn beside_files(&self) -> Vec<PathBuf> {
        let settings = self.submission.settings().map(|found| &found.path);
        self.submission.letter.iter().chain(self.beside.file()).chain(settings).cloned().collect()
    }
}
