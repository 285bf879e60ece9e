//! `wsoa man`: the manual pages.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use super::Cli;
use super::exit::Exit;
use super::failure::Failure;
use super::files::write_new;

/// Where the pages go.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa man | man -l -
  wsoa man --output ~/.local/share/man/man1")]
pub(crate) struct Args {
    /// Write the page of every command into this folder [default: print the page of wsoa]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,

    /// Write over the pages that are there
    #[arg(long, requires = "output")]
    force: bool,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, out: &mut dyn Write) -> io::Result<Exit> {
        let mut root = Cli::command().disable_help_subcommand(true);
        root.build();
        let Some(folder) = &self.output else {
            out.write_all(&page(&root)?)?;
            return Ok(Exit::Clean);
        };
        match self.write(&root, folder, out)? {
            Ok(()) => Ok(Exit::Clean),
            Err(failure) => failure.explain(),
        }
    }

    /// Writes the page of a command, and those of its subcommands.
    fn write(
        &self,
        command: &Command,
        folder: &Path,
        out: &mut dyn Write,
    ) -> io::Result<Result<(), Failure>> {
        let name = command.get_display_name().unwrap_or(command.get_name());
        let file = folder.join(format!("{name}.1"));
        if let Err(error) = write_new(&file, &page(command)?, self.force) {
            return Ok(Err(Failure::unwritten(&file, &error)));
        }
        writeln!(out, "{}", file.display())?;
        for below in command.get_subcommands() {
            if let Err(failure) = self.write(below, folder, out)? {
                return Ok(Err(failure));
            }
        }
        Ok(Ok(()))
    }
}

fn page(command: &Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}
