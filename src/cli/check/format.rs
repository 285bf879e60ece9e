//! The formats of a result.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::failure::Failure;
use wsoa::report::{Look, Outcome, concise, html, json, markdown, terminal};

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For a person at a terminal
    Text,
    /// One line a problem
    Concise,
    /// For a browser and for paper: one file, no script in it
    Html,
    /// For a comment on a pull request
    #[value(alias = "md")]
    Markdown,
    /// For programs: schema 1, one object
    Json,
}

impl Format {
    /// Returns the format that the user chose, or that the ending of the output file tells.
    pub(super) fn chosen(named: Option<Self>, file: Option<&Path>) -> Self {
        let ending = || file?.extension()?.to_str();
        named.unwrap_or(match ending() {
            Some("html" | "htm") => Self::Html,
            Some("md") => Self::Markdown,
            Some("json") => Self::Json,
            _ => Self::Text,
        })
    }

    /// Makes sure that the format can show so many statements.
    pub(super) fn takes(self, named: &[Vec<PathBuf>]) -> Result<(), Failure> {
        if self == Self::Json && named.len() > 1 {
            return Err(Failure::one_object(named.len()));
        }
        Ok(())
    }

    /// Whether a person reads it at a terminal, page by page where it is long.
    pub(super) fn is_for_reading(self) -> bool {
        self == Self::Text
    }

    /// Returns the result in this format.
    pub(super) fn render(self, outcomes: &[Outcome<'_>], look: Look) -> String {
        match self {
            Self::Text => terminal(outcomes, look),
            Self::Concise => concise(outcomes),
            Self::Html => html(outcomes),
            Self::Markdown => markdown(outcomes),
            // There is but one, and it was checked.
            Self::Json => outcomes.iter().filter_map(Outcome::report).map(json).collect(),
        }
    }
}
