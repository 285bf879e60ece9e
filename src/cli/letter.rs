//! `wsoa letter`: show what an inspection letter asks.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;

use super::both::both;
use super::exit::Exit;
use super::failure::Failure;
use super::files::Reading;
use super::{Global, screen};
use wsoa::document::Document;
use wsoa::letter::{self, Letter};
use wsoa::pack::Rules;
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
        let (_, letter) = match open(&self.letter, &self.reading, global) {
            Ok(opened) => opened,
            Err(failure) => return failure.explain(),
        };
        let shown = match self.format {
            Format::Text => text(&letter, screen::width()),
            Format::Json => json(&letter),
            Format::Markdown => markdown(&letter),
            Format::Csv => csv(&letter),
        };
        out.write_all(shown.as_bytes())?;
        Ok(Exit::Clean)
    }
}

/// Opens the letter at `path`, with the rules that tell what it asks.
pub(super) fn open(path: &Path, reading: &Reading, global: &Global) -> Result<(Arc<Rules>, Letter), Failure> {
    // Neither needs the other, and each takes a good part of the time.
    let name = path.display().to_string();
    let (rules, document) = both(|| global.load_for(None), || reading.document(path, &name));
    let rules = rules?;
    let letter = read(document?, &rules);
    Ok((rules, letter))
}

/// Reads a letter, with personal data masked.
pub(super) fn read(document: Document, rules: &Rules) -> Letter {
    let mut documents = [document];
    mask(&mut documents, &rules.language.personal);
    let [document] = documents;
    letter::read(&document, &rules.language)
}
