//! `wsoa read`: show what is read of a document, piece by piece, each with its place.

use std::io::{self, Write};
use std::path::PathBuf;

use super::Global;
use super::exit::Exit;
use super::files::Reading;
use wsoa::document::{Block, BlockKind, Cell, Document};
use wsoa::personal::mask;
use wsoa::report::safe;

/// What to read.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa read plan.pdf
  wsoa read statement.docx plan.xlsx")]
pub(crate) struct Args {
    /// The documents to read
    #[arg(required = true, value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,

    #[command(flatten)]
    reading: Reading,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let rules = match global.load_heads_or_explain()? {
            Ok(rules) => rules,
            Err(exit) => return Ok(exit),
        };
        match self.reading.documents(&self.documents) {
            Ok(mut documents) => {
                mask(&mut documents, &rules.language.personal);
                for document in &documents {
                    show(document, out)?;
                }
                Ok(Exit::Clean)
            }
            Err(failure) => failure.explain(),
        }
    }
}

fn show(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", safe(&document.file))?;
    blocks(&document.blocks, out)?;
    for unread in &document.unread {
        writeln!(out, "not read: {}", safe(&unread.what))?;
    }
    Ok(())
}

fn blocks(all: &[Block], out: &mut dyn Write) -> io::Result<()> {
    for block in all {
        let place = &block.location.text;
        let kind = match &block.kind {
            BlockKind::Table(table) => {
                for row in &table.rows {
                    row.cells.iter().try_for_each(|cell| show_cell(cell, out))?;
                }
                continue;
            }
            BlockKind::Heading(level) => format!("heading {level}"),
            BlockKind::Paragraph => "paragraph".to_owned(),
            BlockKind::ListItem { number: Some(number), .. } => format!("item {number}"),
            BlockKind::ListItem { number: None, .. } => "item".to_owned(),
            BlockKind::Quote => "quotation".to_owned(),
            BlockKind::Note => "note".to_owned(),
        };
        writeln!(out, "[{}] {kind}: {}", safe(place), safe(&one_line(&block.text)))?;
    }
    Ok(())
}

fn show_cell(cell: &Cell, out: &mut dyn Write) -> io::Result<()> {
    let span = match (cell.rows, cell.columns) {
        (1, 1) => String::new(),
        (rows, columns) => format!(" ({rows} rows, {columns} columns)"),
    };
    let text = one_line(&cell.text());
    writeln!(out, "[{}] cell{span}: {}", safe(&cell.location.text), safe(&text))
}

/// Puts the lines of a text in one, parted by a bar.
fn one_line(text: &str) -> String {
    text.replace('\n', " | ")
}
