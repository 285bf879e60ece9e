//! Where a result goes: to the screen, page by page where it is long, or into a file.

use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::failure::Failure;
use super::files::write_new;
use super::screen;

/// Where to put a result.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Output {
    /// Write the result to this file instead of the screen
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write over files that are there
    #[arg(long, requires = "written")]
    force: bool,

    /// Never show a long report page by page
    #[arg(long)]
    no_pager: bool,
}

impl Output {
    /// Returns the file that the result goes to; `None` for the screen.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// Whether files that are there may be written over.
    pub(crate) fn over(&self) -> bool {
        self.force
    }

    /// The same place for a result that takes the place of an earlier one of the same run.
    pub(crate) fn again(&self) -> Self {
        Self { force: true, no_pager: true, ..self.clone() }
    }

    /// Puts a result there. What is `for_reading` is shown page by page if it is longer than the screen.
    pub(crate) fn write(
        &self,
        text: &str,
        for_reading: bool,
        out: &mut dyn Write,
    ) -> io::Result<Result<(), Failure>> {
        if let Some(file) = &self.output {
            let written = write_new(file, text.as_bytes(), self.force);
            return Ok(match written {
                Ok(()) => {
                    screen::note(&format!("wrote {}", file.display()));
                    Ok(())
                }
                Err(error) => Err(Failure::unwritten(file, &error)),
            });
        }
        let is_long = for_reading && screen::height().is_some_and(|height| text.lines().count() > height);
        if self.no_pager || !is_long || !paged(text)? {
            match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
                // Whoever reads it has seen enough, as `| head` has; how the command ends does not hang on that.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
                written => written?,
            }
        }
        Ok(Ok(()))
    }
}

/// Shows a text page by page with the program that the user prefers; `false` where there is none to be had.
fn paged(text: &str) -> io::Result<bool> {
    let wanted = std::env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
    let words = shell_words::split(&wanted).unwrap_or_default();
    let Some((program, args)) = words.split_first().filter(|_| io::stdout().is_terminal()) else {
        return Ok(false);
    };
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        // Leave the text on the screen, let colours through, and stay out of the way of what fits on one page.
        command.env("LESS", "FRX");
    }
    if std::env::var_os("LESSCHARSET").is_none() {
        command.env("LESSCHARSET", "utf-8");
    }
    let Ok(mut pager) = command.spawn() else { return Ok(false) };
    if let Some(mut pages) = pager.stdin.take() {
        match pages.write_all(text.as_bytes()) {
            // Whoever leaves before the last page has seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
    }
    pager.wait()?;
    Ok(true)
}
