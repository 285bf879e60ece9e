//! Plain lines asked for and read, so that a pipe and a screen reader do as well as a terminal.

use std::io::{self, BufRead, Write};

use super::failure::Failure;
use wsoa::report::safe;

/// What ends a session before all is asked.
pub(super) enum Stop {
    /// The person quits, or the input ends.
    Quit,
    /// A decision cannot be kept.
    Failed(Failure),
    /// The screen is gone.
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Where lines come from, and where they are asked for.
pub(super) struct Lines<'i, 'o> {
    pub(super) input: &'i mut dyn BufRead,
    pub(super) out: &'o mut dyn Write,
}

impl Lines<'_, '_> {
    /// Asks, and returns the line that is answered, without white space around it.
    pub(super) fn ask(&mut self, asked: &str) -> Result<String, Stop> {
        write!(self.out, "{asked}")?;
        self.out.flush()?;
        let mut line = Vec::new();
        self.input.read_until(b'\n', &mut line)?;
        if !line.ends_with(b"\n") {
            // Nobody ended the line of the prompt: what follows is not to stand behind it.
            writeln!(self.out)?;
        }
        if line.is_empty() {
            return Err(Stop::Quit);
        }
        Ok(safe(&String::from_utf8_lossy(&line)).trim().to_owned())
    }

    /// Says something on a line of its own.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Stop> {
        Ok(writeln!(self.out, "{}", safe(text))?)
    }
}
