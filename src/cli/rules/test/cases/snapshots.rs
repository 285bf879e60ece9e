//! Snapshots: what the rules say about each case, held against the files in a folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use wsoa::author::snapshot::{difference, from_file, to_file};

use crate::cli::files::write_new;
use crate::cli::rules::count;

/// What the rules say, by the name of the case.
#[derive(Debug, Default)]
pub(in crate::cli::rules::test) struct Snapshots(BTreeMap<String, String>);

/// How the snapshots compare with their files.
#[derive(Debug, Default)]
pub(in crate::cli::rules::test) struct Held {
    same: usize,
    changed: usize,
    stale: usize,
    written: usize,
}

impl Held {
    pub(in crate::cli::rules::test) fn is_well(&self) -> bool {
        self.changed + self.stale == 0
    }

    pub(in crate::cli::rules::test) fn summary(&self) -> String {
        let Self { same, changed, stale, written } = self;
        let all = count(same + changed + written, "snapshot");
        match (written, changed + stale) {
            (0, 0) => format!("{all}, none changed"),
            (0, _) => {
                format!("{all}: {changed} changed, {stale} without a case; `--update` writes them anew")
            }
            (written, _) => format!("{all}: {written} written, {stale} taken away"),
        }
    }
}

impl Snapshots {
    pub(super) fn add(&mut self, name: String, said: String) {
        self.0.insert(name, said);
    }

    /// Holds them against the files in `folder`, or with `update` writes these anew. Files without a case count where
    /// `all` cases were run.
    pub(in crate::cli::rules::test) fn hold(
        &self,
        folder: &Path,
        update: bool,
        all: bool,
        out: &mut dyn Write,
    ) -> io::Result<Held> {
        let mut held = Held::default();
        for (name, said) in &self.0 {
            let path = folder.join(format!("{name}.snap"));
            let old = match fs::read_to_string(&path) {
                Ok(text) => text,
                Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
                Err(error) => return Err(error),
            };
            let lines = difference(from_file(&old), said);
            if lines.is_empty() && !old.is_empty() {
                held.same += 1;
            } else if update {
                write_new(&path, to_file(said).as_bytes(), true)?;
                held.written += 1;
            } else {
                held.changed += 1;
                let (what, lines) =
                    if old.is_empty() { ("is missing", Vec::new()) } else { ("has changed", lines) };
                writeln!(out, "✗ {} {what}", shown(&path))?;
                lines.iter().try_for_each(|line| writeln!(out, "  {line}"))?;
            }
        }
        for path in if all { self.stale(folder)? } else { Vec::new() } {
            if update {
                fs::remove_file(&path)?;
                writeln!(out, "· {} is taken away: it has no case", shown(&path))?;
            } else {
                held.stale += 1;
                writeln!(out, "✗ {} has no case", shown(&path))?;
            }
        }
        Ok(held)
    }

    /// Returns the files of the folder that no case has.
    fn stale(&self, folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
        let mut stale = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let is_snapshot = path.extension().is_some_and(|ending| ending == "snap");
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if is_snapshot && !self.0.contains_key(&name) {
                stale.push(path);
            }
        }
        stale.sort();
        Ok(stale)
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
