//! `wsoa letter`: show what an inspection letter asks.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::both::both;
use super::exit::Exit;
use super::failure::Failure;
use super::files::Reading;
use super::{Global, screen};
use wsoa::letter;
use wsoa::personal::mask;
use wsoa::report::letter::{csv, json, markdown, text};

/// Which letter to read and how to show what it asks.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa letter letter.pdf
  wsoa letter letter.pdf --format markdown > checklist.md
  wsoa letter report.docx --format csv > asks.csv")]
pub(crate) struct Args {
    /// The inspection letter or report (.pdf, .docx, .odt, .html, .md, .txt)
    #[arg(value_name = "LETTER")]
    letter: PathBuf,

    /// How to print what it asks
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    #[command(flatten)]
    reading: Reading,
}

/// How a letter is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A checklist for a person at a terminal
    Text,
    /// For programs: schema 1
    Json,
    /// A checklist with boxes
    Markdown,
    /// A row an item, for a spreadsheet
    Csv,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let path = std::slice::from_ref(&self.letter);
        // Neither needs the other, and each takes a good part of the time.
        let (rules, documents) = both(|| global.load_for(None), || self.reading.documents(path));
        let read = rules.map_err(Failure::from).and_then(|rules| Ok((rules, documents?)));
        let (rules, mut documents) = match read {
            Ok(read) => read,
            Err(failure) => return failure.explain(),
        };
        mask(&mut documents, &rules.language.personal);
        for document in &documents {
            let letter = letter::read(document, &rules.language);
            let shown = match self.format {
                Format::Text => text(&letter, screen::width()),
                Format::Json => json(&letter),
                Format::Markdown => markdown(&letter),
                Format::Csv => csv(&letter),
            };
            out.write_all(shown.as_bytes())?;
        }
        // The process ends with this command: to take the rules apart piece by piece would only cost time.
        std::mem::forget(rules);
        Ok(Exit::Clean)
    }
}
