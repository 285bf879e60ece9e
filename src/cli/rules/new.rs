//! `wsoa rules new`: draft the rules of an inspection from its letter, for a person to finish.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::Global;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::files::{Reading, write_new};
use crate::cli::letter::open;
use crate::cli::screen;
use wsoa::letter::{self, Letter, Wording};
use wsoa::pack::Source;

/// What `rules new` understands.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa rules new --from letter.pdf
  wsoa rules new --from letter.pdf -o rules/inspections/jtai-anytown-2026.toml
  wsoa rules lint rules/inspections/jtai-anytown-2026.toml")]
pub(super) struct Args {
    /// The letter or report of the inspection (.pdf, .docx, .odt, .html, .md, .txt)
    #[arg(long, value_name = "LETTER")]
    from: PathBuf,

    /// Write the rules to this file [default: print them]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write over the file if it is there
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    reading: Reading,
}

impl Args {
    /// Drafts the rules.
    pub(super) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        match self.draft(global) {
            Ok((rules, letter)) => match &self.output {
                Some(file) => self.keep(file, &rules, &letter, out),
                None => out.write_all(rules.text.as_bytes()).map(|()| Exit::Clean),
            },
            Err(failure) => failure.explain(),
        }
    }

    fn draft(&self, global: &Global) -> Result<(Source, Letter), Failure> {
        let (rules, letter) = open(&self.from, &self.reading, global)?;
        let draft = letter::draft(&letter, &rules, Wording::Blank);
        let draft = draft
            .ok_or_else(|| {
                Failure::no_draft(&letter, "copy the file in `rules/inspections` that is most like yours")
            })?
            .source;
        if rules.inspection(draft.stem()).is_some() {
            screen::note(&format!("the rules have an inspection `{}` already", draft.stem()));
        }
        Ok((draft, letter))
    }

    fn keep(&self, file: &Path, rules: &Source, letter: &Letter, out: &mut dyn Write) -> io::Result<Exit> {
        if let Err(error) = write_new(file, rules.text.as_bytes(), self.force) {
            return Failure::unwritten(file, &error).explain();
        }
        writeln!(out, "{}: {} of the letter", file.display(), super::count(letter.items.len(), "item"))?;
        if file.file_stem().is_none_or(|stem| stem != rules.stem()) {
            writeln!(
                out,
                "the inspection is called `{}`: name the file so, or change its `id`",
                rules.stem()
            )?;
        }
        writeln!(out, "`wsoa rules lint {}` lists what is still to be filled in", file.display())?;
        Ok(Exit::Clean)
    }
}
