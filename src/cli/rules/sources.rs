//! The rule files that a command is given: a folder, one file with what it stands on, or those in the program.

use std::fs;
use std::path::Path;

use wsoa::author::lint::Extent;
use wsoa::pack::{Kind, Problem, Problems, Source, embedded, read_dir, read_file};

use crate::cli::Global;
use crate::cli::failure::Failure;
use crate::cli::files::write_new;

/// A byte order mark, which some editors put before a text and which is no part of it.
const MARK: &str = "\u{feff}";

/// Rule files, and which of them are asked about.
pub(super) struct Given {
    pub(super) sources: Vec<Source>,
    /// Whether they are all there are.
    pub(super) extent: Extent,
    /// Whether they stand where a person may change them.
    pub(super) may_change: bool,
    /// The one file that is asked about; `None` for all.
    only: Option<String>,
}

impl Given {
    /// Reads the rules at `path`, else those that are in use.
    pub(super) fn new(path: Option<&Path>, global: &Global) -> Result<Self, Problems> {
        let all = |sources, may_change| Self { sources, extent: Extent::All, may_change, only: None };
        match (path, global.rules.as_deref()) {
            (Some(path), _) if path.is_file() => one(path, global),
            (Some(folder), _) | (None, Some(folder)) => Ok(all(read_dir(folder)?, true)),
            (None, None) => Ok(all(embedded(), false)),
        }
    }

    /// Whether a file is asked about.
    pub(super) fn asks_for(&self, source: &Source) -> bool {
        self.only.as_ref().is_none_or(|only| source.name == *only)
    }

    /// Whether a problem is one of the files that are asked about.
    pub(super) fn concerns(&self, problem: &Problem) -> bool {
        problem.source.as_ref().map_or(self.only.is_none(), |source| self.asks_for(source))
    }

    /// Writes those of `mended` that differ from what was read, each whole or not at all.
    pub(super) fn write(&self, mended: &[Source]) -> Result<(), Failure> {
        let read = |source: &Source| self.sources.iter().find(|read| read.name == source.name);
        for source in mended {
            if let Some(read) = read(source).filter(|read| read.text != source.text) {
                write(read, source)?;
            }
        }
        Ok(())
    }
}

/// Reads one file with the vocabulary and frameworks it stands on. Of those, the file that it is a copy of is left
/// out, so that a changed copy of a built-in file is not taken for a second one.
fn one(path: &Path, global: &Global) -> Result<Given, Problems> {
    let file = read_file(path)?;
    let mut sources = match &global.rules {
        Some(folder) => read_dir(folder)?,
        None => embedded(),
    };
    let same_file = |source: &Source| source.stem() == file.stem() && source.kind() == file.kind();
    sources.retain(|source| source.kind() != Kind::Inspection && !same_file(source));
    let only = Some(file.name.clone());
    sources.push(file);
    Ok(Given { sources, extent: Extent::Part, may_change: true, only })
}

/// Writes a rule file that still says what was read of it.
fn write(read: &Source, mended: &Source) -> Result<(), Failure> {
    // A link is followed, so that the file is changed and not the link.
    let path = fs::canonicalize(&read.name).unwrap_or_else(|_| (&read.name).into());
    let unwritten = |error| Failure::unwritten(&path, &error);
    let bytes = fs::read_to_string(&path).map_err(unwritten)?;
    let (mark, text) = bytes.strip_prefix(MARK).map_or(("", bytes.as_str()), |text| (MARK, text));
    if text != read.text.as_ref() {
        return Err(Failure::not_as_read(&path));
    }
    write_new(&path, format!("{mark}{}", mended.text).as_bytes(), true).map_err(unwritten)
}
