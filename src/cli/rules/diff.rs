//! `wsoa rules diff`: what a change of the rules changes in what is said of statements.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use jiff::civil::Date;

use super::revision::version;
use super::samples::samples;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::files::Reading;
use crate::cli::screen;
use wsoa::author::diff::{Diff, compare, json, markdown, text};

/// What `rules diff` understands.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa rules diff HEAD rules
  wsoa rules diff main HEAD --statements tests/labelled
  wsoa rules diff rules-as-published rules --format markdown")]
pub(super) struct Args {
    /// The rules as they were: a folder, or a revision of the git repository you stand in, such as `main`
    old: String,

    /// The rules as they are now: likewise
    new: String,

    /// The folder of statements to compare by. `NAME.case.md`, `NAME.expect.toml` or `NAME.gold.json` beside one may say which
    /// `inspection` it answers and `as_of` which day to check it; else its own words tell, and the day is that of the
    /// letter
    #[arg(long, value_name = "DIR", default_value = "tests/statements")]
    statements: PathBuf,

    /// The day as of which every statement is checked
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    #[command(flatten)]
    reading: Reading,
}

/// How a diff is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
    /// For a pull request
    Markdown,
    /// For programs: schema 1
    Json,
}

impl Args {
    /// Compares the versions and prints what differs.
    pub(super) fn run(&self, out: &mut dyn Write) -> io::Result<Exit> {
        match self.compare() {
            Ok(diff) => {
                let printed = match self.format {
                    Format::Text => text(&diff, screen::width()),
                    Format::Markdown => markdown(&diff),
                    Format::Json => json(&diff),
                };
                out.write_all(printed.as_bytes())?;
                Ok(if diff.any_verdict() { Exit::Problems } else { Exit::Clean })
            }
            Err(failure) => failure.explain(),
        }
    }

    fn compare(&self) -> Result<Diff, Failure> {
        let (old, new) = std::thread::scope(|scope| {
            let new = scope.spawn(|| version(&self.new));
            let old = version(&self.old);
            (old, new.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let (old, new) = (old?, new?);
        let samples = samples(&self.statements, self.as_of)?;
        let diff = compare(&old, &new, &samples, |sample| {
            let path = self.statements.join(&sample.name);
            let document = self.reading.document(&path, &sample.name);
            document.map(|document| vec![document]).map_err(|failure| failure.message().to_owned())
        });
        // The process ends with this command: to take the rules apart piece by piece would only cost time.
        std::mem::forget((old, new));
        Ok(diff)
    }
}
