//! The files of cases in a folder, with what stands beside them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use wsoa::author::cases::{Case, CaseProblem, FILE_ENDING, parse};
use wsoa::document::{Document, Limits, ReadError};

/// A file of cases.
pub(super) struct CaseFile {
    pub(super) path: PathBuf,
    pub(super) cases: Result<Vec<Case>, Vec<CaseProblem>>,
}

impl CaseFile {
    /// Returns its name without its ending.
    pub(super) fn stem(&self) -> String {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        name.strip_suffix(FILE_ENDING).unwrap_or(&name).to_owned()
    }

    /// Returns `path:line`, the same on every machine.
    pub(super) fn place(&self, line: usize) -> String {
        format!("{}:{line}", self.path.display().to_string().replace('\\', "/"))
    }

    /// Returns the statement of one of its cases, read.
    pub(super) fn documents(&self, case: &Case) -> Result<Vec<Document>, String> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let beside = |file: &str| {
            let path = self.path.with_file_name(file);
            fs::read(&path).map_err(|error| Unread::Missing(path, error))
        };
        case.documents(&name, &Limits::default(), beside).map_err(|unread| unread.to_string())
    }
}

/// Why a statement could not be read.
#[derive(Debug, thiserror::Error)]
enum Unread {
    #[error("the statement `{}` cannot be opened: {}", .0.display(), .1)]
    Missing(PathBuf, io::Error),
    #[error("the statement cannot be read: {0}")]
    Document(#[from] ReadError),
}

/// Reads the files of cases in a folder, in the order of their names.
///
/// # Errors
///
/// Says which folder or file cannot be read.
pub(super) fn read(folder: &Path) -> Result<Vec<CaseFile>, String> {
    let failed = |path: &Path, error: io::Error| format!("{} cannot be read: {error}", path.display());
    let entries = fs::read_dir(folder).map_err(|error| failed(folder, error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        if path.to_string_lossy().ends_with(FILE_ENDING) {
            paths.push(path);
        }
    }
    paths.sort();
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
        Ok(CaseFile { cases: parse(&text), path })
    };
    paths.into_iter().map(file).collect()
}
