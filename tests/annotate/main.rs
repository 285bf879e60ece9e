//! The annotated copy: what its comments say and where, and that nothing else of the file changes.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "the tests of the workbook reader use the rest")]
#[path = "../sheet/book.rs"]
mod book;
mod command;
mod laws;
mod looks;
mod notes;
#[allow(dead_code, reason = "the tests of the command line use the rest")]
#[path = "../cli/runner.rs"]
mod runner;
#[path = "../support/mod.rs"]
mod support;
mod word_file;
mod workbook;

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use wsoa::annotate::{AnnotateError, Note, annotated, notes};
use wsoa::assess::{Assessment, Diagnostic, assess, diagnose};
use wsoa::document::{Document, Format, Limits, read};
use wsoa::pack::{Inspection, Rules};
use wsoa::report::Report;
use wsoa::statement::{self, Statement};
use zip::ZipArchive;

/// The day of every check.
const TODAY: Date = date(2031, 6, 4);

/// The small rules of the tests of the command line.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules"));
    RULES.get_or_init(|| Rules::from_dir(folder).unwrap())
}

fn inspection() -> &'static Inspection {
    rules().inspection("visit-amber-quay-2031").unwrap()
}

/// A statement in one file with what was made of it.
struct Check {
    bytes: Vec<u8>,
    document: Document,
    statement: Statement,
    assessment: Assessment,
    diagnostics: Vec<Diagnostic>,
}

impl Check {
    /// Checks the file `file` of these bytes.
    fn of(file: &str, bytes: Vec<u8>) -> Self {
        let document = read(file, &bytes, &Limits::default()).unwrap();
        let statement = statement::read(std::slice::from_ref(&document), rules(), inspection().published);
        let assessment = assess(&statement, rules(), inspection(), TODAY);
        let diagnostics = diagnose(&statement, rules(), inspection(), &assessment);
        Self { bytes, document, statement, assessment, diagnostics }
    }

    fn report(&self) -> Report<'_> {
        static NOTHING: std::collections::BTreeMap<String, wsoa::letter::Item> =
            std::collections::BTreeMap::new();
        Report {
            statement: &self.statement,
            rules: rules(),
            inspection: inspection(),
            asked: &NOTHING,
            assessment: &self.assessment,
            diagnostics: &self.diagnostics,
        }
    }

    fn notes(&self) -> Vec<Note> {
        notes(&self.report(), &[&self.document.file])
    }

    fn with(&self, notes: &[Note]) -> Result<Vec<u8>, AnnotateError> {
        annotate(&self.document.file, self.document.format, &self.bytes, notes)
    }

    /// Returns the copy with comments.
    fn copy(&self) -> Vec<u8> {
        self.with(&self.notes()).unwrap()
    }
}

fn annotate(file: &str, format: Format, bytes: &[u8], notes: &[Note]) -> Result<Vec<u8>, AnnotateError> {
    annotated((file, format), bytes, notes, TODAY, &Limits::default())
}

/// Returns the bytes of each file of an archive, in order.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut inside = Vec::new();
        entry.read_to_end(&mut inside).unwrap();
        files.push((entry.name().unwrap().into_owned(), inside));
    }
    files
}

/// Returns the text of one file of an archive.
fn part(bytes: &[u8], name: &str) -> String {
    let found = unpacked(bytes).into_iter().find(|(own, _)| own == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no part {name}")).1).unwrap()
}
