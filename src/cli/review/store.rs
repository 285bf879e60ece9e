//! The file of decisions on the disk: read once, and saved whole or not at all after every decision.

use std::io;
use std::path::{Path, PathBuf};

use super::super::failure::Failure;
use super::super::files::write_new;
use wsoa::review::{Decision, Decisions, Written};

/// The file with the decisions in it.
pub(super) struct Store {
    path: PathBuf,
    /// What the file held when it was last read or written; `None` where there is none.
    on_disk: Option<Vec<u8>>,
    written: Written,
}

/// Reads the file of decisions at `path`; `None` where there is none.
pub(super) fn read(path: &Path) -> Result<Option<(Vec<u8>, Written)>, Failure> {
    let name = path.display().to_string();
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::unread_review(path, &error)),
    };
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return Err(Failure::unread_review(path, &"it is not UTF-8 text"));
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let written = Written::read(&name, text).map_err(|problems| Failure::bad_review(path, problems))?;
    Ok(Some((bytes, written)))
}

impl Store {
    /// Opens the file at `path` for decisions about the answer to `pack`; it need not be there yet.
    pub(super) fn open(path: PathBuf, pack: &str) -> Result<Self, Failure> {
        match read(&path)? {
            Some((bytes, written)) if written.decisions().pack == pack => {
                Ok(Self { path, on_disk: Some(bytes), written })
            }
            Some((_, written)) => Err(Failure::other_review(&path, &written.decisions().pack, pack)),
            None => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                if folder.is_some_and(|folder| !folder.is_dir()) {
                    return Err(Failure::unwritten(&path, &io::ErrorKind::NotFound.into()));
                }
                let written = Written::new(&path.display().to_string(), pack);
                Ok(Self { path, on_disk: None, written })
            }
        }
    }

    pub(super) fn decisions(&self) -> &Decisions {
        self.written.decisions()
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns what the file says, to go back to.
    pub(super) fn now(&self) -> Written {
        self.written.clone()
    }

    /// Writes a decision into the file.
    pub(super) fn decide(&mut self, decision: &Decision) -> Result<(), Failure> {
        let written =
            self.written.with(decision).map_err(|problems| Failure::bad_review(&self.path, problems))?;
        self.save(written)
    }

    /// Writes the file as it was before.
    pub(super) fn go_back(&mut self, before: Written) -> Result<(), Failure> {
        self.save(before)
    }

    fn save(&mut self, written: Written) -> Result<(), Failure> {
        let there = match std::fs::read(&self.path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::unread_review(&self.path, &error)),
        };
        if there != self.on_disk {
            return Err(Failure::changed_review(&self.path));
        }
        let bytes = written.text().as_bytes().to_vec();
        write_new(&self.path, &bytes, true).map_err(|error| Failure::unwritten(&self.path, &error))?;
        self.on_disk = Some(bytes);
        self.written = written;
        Ok(())
    }
}
