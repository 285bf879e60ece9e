//! The statements that a user names: files, patterns of file names, and standard input.

use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::cli::failure::Failure;
use crate::cli::files::{first, matching};
use crate::cli::settings::{Found, statements};

/// Which statements to check.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Statements {
    /// The statement: one file, or several that together are one submission (.docx, .pdf, .xlsx,
    /// .odt, .ods, .html, .md, .txt); a pattern such as `drafts/*.docx`; or `-` for standard input
    /// [default: those that wsoa.toml names]
    #[arg(value_name = "STATEMENT")]
    paths: Vec<PathBuf>,

    /// Take each file for a statement of its own
    #[arg(long)]
    pub(super) each: bool,
}

impl Statements {
    /// Returns the first that the user names.
    pub(super) fn first(&self) -> Option<PathBuf> {
        first(&self.paths)
    }

    /// Returns the same under settings, which count where the user named none.
    pub(super) fn under(&self, found: Option<&Found>) -> Self {
        Self { paths: statements(&self.paths, found), each: self.each }
    }

    /// Returns the files of each statement, in the order named, those of a pattern by name, without what is `to_write`.
    pub(super) fn named(&self, to_write: &[&Path]) -> Result<Vec<Vec<PathBuf>>, Failure> {
        let files = matching(&self.paths, to_write)?;
        Ok(if self.each { files.into_iter().map(|file| vec![file]).collect() } else { vec![files] })
    }

    /// Does something with each statement, several at once, and gives the results in order, each with the names of
    /// its files. Many are counted on the screen meanwhile.
    pub(super) fn each_of<R: Send>(
        &self,
        named: &[Vec<PathBuf>],
        work: impl Fn(&[PathBuf]) -> R + Sync,
    ) -> Vec<(Vec<String>, R)> {
        if let [paths] = named {
            // One needs no helpers to share the work with, and no memory for them.
            return vec![(names(paths), work(paths))];
        }
        let bar = ProgressBar::new(named.len() as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} statements checked") {
            bar.set_style(style);
        }
        let results = named.par_iter().map(|paths| {
            let result = work(paths);
            bar.inc(1);
            (names(paths), result)
        });
        let results = results.collect();
        bar.finish_and_clear();
        results
    }
}

/// Returns the names of the files of one statement.
fn names(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.display().to_string()).collect()
}
