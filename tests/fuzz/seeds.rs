//! The files that are changed: the fixtures of every producer, the sample statements, and the small rules.

use std::path::Path;

use crate::package::{Part, unpacked};

/// A seed: its name and its bytes.
pub(crate) type Seed = (String, Vec<u8>);

/// Returns the seeds of a format, in the order of their names.
pub(crate) fn seeds(extension: &str) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for folder in ["tests/fixtures/documents", "tests/statements", "tests/labelled"] {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.extension().is_some_and(|found| found == extension) && name != "README.md" {
                seeds.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    seeds.sort();
    assert!(!seeds.is_empty(), "no seeds in {extension}");
    seeds
}

/// Returns the seeds of a format, unpacked.
pub(crate) fn packages(extension: &str) -> Vec<Vec<Part>> {
    seeds(extension).iter().map(|(_, bytes)| unpacked(bytes)).collect()
}
