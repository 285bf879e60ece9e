//! The rule author's bench: what it can tell of queries without a text, the schema of rule files, and that what it says of
//! verdicts and of their changes is what the check says.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod diff;
mod fared;
mod schema;
mod shapes;

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use wsoa::document::{self, Document, Limits};

/// A day on which there is time left.
const AS_OF: Date = date(2016, 8, 9);

/// The inspection that the labelled statements answer.
const BEDFORDSHIRE: &str = "jtai-central-bedfordshire-2016";

/// Returns the statements that answer it, the labelled ones and some of the samples, by path.
fn statements() -> Vec<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = ["harbour-plan.docx", "ladder-plan.md", "letter-reply.txt"];
    let mut paths: Vec<PathBuf> =
        samples.iter().map(|name| project.join("tests/statements").join(name)).collect();
    let labelled = std::fs::read_dir(project.join("tests/labelled")).unwrap();
    let labelled = labelled.map(|entry| entry.unwrap().path());
    paths.extend(labelled.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    paths.retain(|path| !path.ends_with("README.md"));
    paths.sort();
    assert!(paths.len() > 10, "{paths:?}");
    paths
}

fn read(path: &Path) -> Vec<Document> {
    let name = path.file_name().unwrap().to_str().unwrap();
    vec![document::read(name, &std::fs::read(path).unwrap(), &Limits::default()).unwrap()]
}
