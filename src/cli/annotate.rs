//! `--annotate`: copies of the statement's files with comments, each of them written whole or not at all.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::files::{Reading, ending, write_new};
use super::screen;
use wsoa::annotate::{AnnotateError, annotated, notes};
use wsoa::document::Format;
use wsoa::report::Report;

/// The copies with comments that are asked for.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Copies {
    /// Write a copy of the statement with comments where it answers, falls short, or lacks something (.docx, .docm, .xlsx,
    /// .xlsm, as the statement itself); for a statement in several files name several, each for the next file of its ending
    #[arg(long = "annotate", value_name = "FILE")]
    annotate: Vec<PathBuf>,
}

/// A file of the statement with the copy that is asked of it.
struct Copy<'a> {
    from: &'a Path,
    to: &'a Path,
}

impl Copies {
    /// Returns the files that the copies go to.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        self.annotate.iter().map(PathBuf::as_path)
    }

    /// Makes sure that each copy is of a file of the statements `named`, which is better said before the check than after it.
    pub(crate) fn have_files(&self, named: &[Vec<PathBuf>]) -> Result<(), Failure> {
        self.paired(named).map(|_| ())
    }

    /// Writes the copies of the files at `paths`, one of the statements `named`, with what `report` says about them; `over` files
    /// that are there if so asked.
    pub(crate) fn write(
        &self,
        named: &[Vec<PathBuf>],
        paths: &[PathBuf],
        report: &Report<'_>,
        reading: &Reading,
        over: bool,
    ) -> Result<(), Failure> {
        let mut copies = self.paired(named)?;
        copies.retain(|copy| paths.iter().any(|path| path == copy.from));
        let files: Vec<String> = copies.iter().map(|copy| copy.from.display().to_string()).collect();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let notes = notes(report, &files);
        let mut made: Vec<(&Path, Vec<u8>)> = Vec::new();
        for (Copy { from, to }, file) in copies.iter().zip(&files) {
            let known = report.statement.files.iter().find(|(name, _)| name == file);
            let format = known.map_or(Format::Text, |(_, format)| *format);
            let bytes = reading.bytes(from, file)?;
            let copy = annotated((file, format), &bytes, &notes, report.assessment.as_of, &reading.limits());
            made.push((to, copy.map_err(|error| Failure::unannotated(file, &error))?));
        }
        for (to, bytes) in made {
            write_new(to, &bytes, over).map_err(|error| Failure::unwritten(to, &error))?;
            screen::note(&format!("wrote {}", to.display()));
        }
        Ok(())
    }

    /// Finds the file of each copy: the next with the same ending.
    fn paired<'a>(&'a self, named: &'a [Vec<PathBuf>]) -> Result<Vec<Copy<'a>>, Failure> {
        let mut left: Vec<&Path> = named.iter().flatten().map(PathBuf::as_path).collect();
        let mut copies = Vec::new();
        for to in &self.annotate {
            let own = ending(to)
                .filter(|ending| BEAR_COMMENTS.contains(&ending.as_str()))
                .ok_or_else(|| Failure::unannotated(&to.display().to_string(), &AnnotateError::Format))?;
            let place = left.iter().position(|from| ending(from).as_ref() == Some(&own));
            let place = place.ok_or_else(|| Failure::no_file_to_copy(to, &own))?;
            copies.push(Copy { from: left.remove(place), to });
        }
        Ok(copies)
    }
}

/// The endings of files that may bear comments; what a file is shows once it is read.
const BEAR_COMMENTS: [&str; 8] = ["docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm"];
