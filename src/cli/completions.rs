//! `wsoa completions`: what a shell needs to complete commands, options and their values.

use std::io::{self, Write};

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

use super::Cli;
use super::exit::Exit;

/// For which shell.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa completions bash > ~/.local/share/bash-completion/completions/wsoa
  wsoa completions zsh > ~/.zfunc/_wsoa
  wsoa completions powershell >> $PROFILE")]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, out: &mut dyn Write) -> io::Result<Exit> {
        // Written whole before it is printed, since a closed pipe is no failure of ours.
        let mut script = Vec::new();
        generate(self.shell, &mut Cli::command(), "wsoa", &mut script);
        out.write_all(&script)?;
        Ok(Exit::Clean)
    }
}
