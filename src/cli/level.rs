//! The level of a problem from which on a check fails, as options name it.

use clap::ValueEnum;
use wsoa::settings::FailOn;

/// The level of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Level {
    /// Likely to send the statement back
    Error,
    /// Likely to be asked about
    Warning,
    /// Worth knowing
    Note,
    /// Whatever is found, the check does not fail
    Never,
}

impl From<Level> for FailOn {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Note => Self::Note,
            Level::Never => Self::Never,
        }
    }
}
