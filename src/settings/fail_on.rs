//! What makes a check fail.

use crate::assess::{Diagnostic, Severity};
use crate::pack::Choice;

/// The level from which on a problem makes a check fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FailOn {
    /// What is likely to send the statement back.
    Error,
    /// What is likely to be asked about, too.
    #[default]
    Warning,
    /// Anything at all.
    Note,
    /// Nothing: the check only tells.
    Never,
}

impl FailOn {
    /// Every level, in the order of the format's description.
    pub const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Note, Self::Never];

    /// Returns the level as settings and options write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Never => "never",
        }
    }

    /// Returns whether these problems make a check fail; those about a waived item do not.
    pub fn fails(self, diagnostics: &[Diagnostic]) -> bool {
        let least = match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
            Self::Never => return false,
        };
        diagnostics.iter().any(|diagnostic| !diagnostic.waived && diagnostic.severity >= least)
    }
}

impl Choice for FailOn {
    const ALL: &'static [Self] = Self::ALL;

    fn name(self) -> &'static str {
        self.name()
    }
}
