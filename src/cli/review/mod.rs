//! `wsoa review`: decide about the verdicts that the rules cannot prove, and keep and show what was decided.

mod ask;
mod beside;
mod screen;
mod store;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use jiff::civil::Date;

use self::ask::Session;
pub(super) use self::beside::{Beside, applied};
use self::store::Store;
use super::Global;
use super::columns::columns;
use super::exit::Exit;
use super::failure::Failure;
use super::files::{first, matching, write_new};
use super::lines::Lines;
use super::screen::width;
use super::settings::{Found, statements};
use super::submission::{Opened, Submission};
use wsoa::report::review::{Record, changes, csv, json, markdown, rows};
use wsoa::report::safe;
use wsoa::review::{Review, find, questions};
use wsoa::statement::Statement;

/// About which statement to decide, and where decisions are kept.
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = "Examples:
  wsoa review plan.docx
  wsoa review plan.docx --by \"A. Person, improvement officer\"
  wsoa review statement.docx plan.xlsx --file decisions/review.toml
  wsoa review plan.docx --list
  wsoa review plan.docx --export decisions.md")]
pub(crate) struct Args {
    /// The statement: one file, or several that together are one submission
    /// [default: those that wsoa.toml names]
    #[arg(value_name = "STATEMENT")]
    statements: Vec<PathBuf>,

    #[command(flatten)]
    submission: Submission,

    /// Where decisions are kept [default: where wsoa.toml says, else review.toml beside the first file]
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,

    /// Who decides, as the record is to name them; asked once where it is left out
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// The day of the decisions [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<Date>,

    /// Show who decided what, and whether it still holds, and ask nothing
    #[arg(long)]
    list: bool,

    /// How to print the list
    #[arg(long, value_enum, default_value_t = Format::Text, requires = "list")]
    format: Format,

    /// Write a record of the decisions, such as for a board, and ask nothing: Markdown (.md) or a table (.csv)
    #[arg(long, value_name = "FILE", conflicts_with = "list", value_parser = record_file)]
    export: Option<PathBuf>,

    /// Write over the record where there is one already
    #[arg(long, requires = "export")]
    force: bool,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
    /// For programs: schema 1
    Json,
}

fn record_file(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("md" | "csv") => Ok(path),
        _ => Err("a record is Markdown or CSV; name a file that ends in .md or .csv".to_owned()),
    }
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let settled = self.under_settings(global);
        let opened = settled.and_then(|(args, global)| Ok((args.open(&global)?, args)));
        match opened {
            Ok(((opened, statement, store), args)) => args.go_on(&opened, &statement, store, out),
            Err(failure) => failure.explain(),
        }
    }

    /// Returns the same under the settings of the statement, which count where the user said nothing.
    fn under_settings(&self, global: &Global) -> Result<(Self, Global), Failure> {
        let found = global.config.find(first(&self.statements).as_deref())?;
        let found = found.as_ref();
        found.into_iter().for_each(Found::say);
        let args = Self {
            statements: matching(&statements(&self.statements, found), &[])?,
            submission: self.submission.under(found),
            file: self.file.clone().or_else(|| found?.review()),
            ..self.clone()
        };
        Ok((args, global.under(found)))
    }

    fn open(&self, global: &Global) -> Result<(Opened, Statement, Store), Failure> {
        let mut opened = self.submission.open(&self.statements, global)?;
        opened.say_notes();
        let path = self.file.clone().unwrap_or_else(|| beside::path(&self.statements, None));
        let store = Store::open(path, &opened.inspection().id)?;
        let statement = opened.read(self.submission.when().as_of);
        Ok((opened, statement, store))
    }

    fn go_on(
        &self,
        opened: &Opened,
        statement: &Statement,
        store: Store,
        out: &mut dyn Write,
    ) -> io::Result<Exit> {
        let (rules, inspection) = (&opened.rules, opened.inspection());
        let assessment = opened.assessor().assess(statement, self.submission.when());
        let decisions = store.decisions().clone();
        let review = Review::of(&decisions, statement, rules, &assessment);
        let questions = questions(&review, statement, rules, inspection, &assessment);
        let record = Record { review: &review, open: questions.len(), statement, inspection };
        if self.list {
            return self.list(&record, out);
        }
        if let Some(path) = &self.export {
            let is_table = path.extension().is_some_and(|ending| ending == "csv");
            let text = if is_table { csv(&record) } else { markdown(&record) };
            return match write_new(path, text.as_bytes(), self.force) {
                Ok(()) => Ok(Exit::Clean),
                Err(error) => Failure::unwritten(path, &error).explain(),
            };
        }
        let find = |words: &str| find(words, statement, rules);
        let on = self.on.unwrap_or_else(|| jiff::Zoned::now().date());
        let several = statement.files.len() > 1;
        let session = Session { questions: &questions, find: &find, on, several, width: width() };
        let lines = Lines { input: &mut io::stdin().lock(), out };
        match session.run(self.by.as_deref(), store, lines)? {
            Ok(()) => Ok(Exit::Clean),
            Err(failure) => failure.explain(),
        }
    }

    fn list(&self, record: &Record<'_>, out: &mut dyn Write) -> io::Result<Exit> {
        match self.format {
            Format::Json => out.write_all(json(record).as_bytes())?,
            Format::Text if record.review.held.is_empty() => {
                writeln!(out, "nothing is decided yet; {} to decide with `wsoa review`", record.open)?;
            }
            Format::Text => {
                columns(&rows(record), out)?;
                for line in changes(record) {
                    writeln!(out, "! {}", safe(&line))?;
                }
                writeln!(out, "{} decided, {} to decide", record.review.held.len(), record.open)?;
            }
        }
        Ok(Exit::Clean)
    }
}
