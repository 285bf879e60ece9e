//! The formats of a result.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::failure::Failure;
use crate::cli::files::ending;
use wsoa::report::{
    Look, Outcome, concise, csv, github, html, json, json_lines, junit, markdown, sarif, terminal,
};

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
    /// For programs: schema 1, an object a line for each statement
    JsonLines,
    /// For code-scanning services and editors: SARIF 2.1.0
    Sarif,
    /// For a CI server's page of tests: JUnit XML, a test an item
    Junit,
    /// For GitHub Actions: workflow commands that become annotations
    Github,
    /// For a spreadsheet: a row an aspect or next step
    Csv,
}

impl Format {
    /// Returns the format that the user chose, or that the ending of the output file tells.
    pub(super) fn chosen(named: Option<Self>, file: Option<&Path>) -> Result<Self, Failure> {
        let told = file.and_then(ending);
        Ok(match (named, told.as_deref()) {
            (Some(named), _) => named,
            (None, None | Some("txt")) => Self::Text,
            (None, Some("html" | "htm")) => Self::Html,
            (None, Some("md")) => Self::Markdown,
            (None, Some("json")) => Self::Json,
            (None, Some("jsonl" | "ndjson")) => Self::JsonLines,
            (None, Some("sarif")) => Self::Sarif,
            (None, Some("xml")) => Self::Junit,
            (None, Some("csv")) => Self::Csv,
            (None, Some(other)) => {
                return Err(Failure::no_format(
                    other,
                    ".html, .md, .csv, .json, .jsonl, .sarif, .xml or .txt",
                ));
            }
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

    /// Whether whoever reads it finds there that a statement could not be checked, be it one of several (`each`) or the only
    /// one: programs do, and people where they have a list of statements before them.
    pub(super) fn tells_failures(self, each: bool) -> bool {
        match self {
            Self::JsonLines | Self::Sarif | Self::Junit | Self::Github | Self::Csv => true,
            Self::Text | Self::Concise | Self::Html | Self::Markdown => each,
            Self::Json => false,
        }
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
            Self::JsonLines => json_lines(outcomes),
            Self::Sarif => sarif(outcomes),
            Self::Junit => junit(outcomes),
            Self::Github => github(outcomes),
            Self::Csv => csv(outcomes),
        }
    }
}
