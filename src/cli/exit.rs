//! The exit codes, a promise to scripts.

use std::process::ExitCode;

/// How the command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Nothing at or above the failing level.
    Clean = 0,
    /// Problems were found.
    Problems = 1,
    /// The command was used wrongly.
    Usage = 2,
    /// The statement could not be read.
    Unreadable = 3,
    /// The rules or the configuration are wrong.
    BadRules = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
