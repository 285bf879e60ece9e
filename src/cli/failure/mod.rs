//! Failures: what keeps a command from its work, in the words of the person who must act, with the exit code.

mod files;
mod inspection;
mod kept;
mod rules;

use std::io::{self, Write};

use super::draw::draw;
use super::exit::Exit;
use wsoa::pack::Problems;
use wsoa::report::safe;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    message: String,
    help: Option<String>,
    problems: Option<Problems>,
}

impl Failure {
    fn new(exit: Exit, message: String, help: impl Into<String>) -> Self {
        Self { exit, message, help: Some(help.into()), problems: None }
    }

    /// Returns what is wrong and what to do about it, in one line.
    pub(crate) fn told(&self) -> String {
        match &self.help {
            Some(help) => format!("{}; {help}", self.message),
            None => self.message.clone(),
        }
    }

    /// Returns what is wrong, in one line.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Says on standard error what is wrong and what to do, and gives the exit code.
    pub(crate) fn explain(&self) -> io::Result<Exit> {
        self.explain_with("")
    }

    /// Says the same of one statement among others.
    pub(crate) fn explain_of(&self, files: &str) -> io::Result<Exit> {
        self.explain_with(&format!("{files}: "))
    }

    fn explain_with(&self, about: &str) -> io::Result<Exit> {
        let mut err = anstream::stderr();
        if let Some(problems) = &self.problems {
            draw(problems, &mut err)?;
        }
        // An error that cannot be shown is the same error: the exit code still tells it.
        let _ = writeln!(err, "error: {}{}", safe(about), safe(&self.message));
        if let Some(help) = &self.help {
            let _ = writeln!(err, "help: {}", safe(help));
        }
        Ok(self.exit)
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self { exit: Exit::BadRules, message: problems.to_string(), help: None, problems: Some(problems) }
    }
}
