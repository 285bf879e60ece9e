//! The settings that count for a command: those of the `wsoa.toml` that is found by walking up, or that is named.

use std::env::current_dir;
use std::io;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use wsoa::settings::Settings;

/// What a file of settings is called.
pub(super) const FILE: &str = "wsoa.toml";

/// Which settings count.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Config {
    /// Let the settings in this file count [default: wsoa.toml in the folder of the first statement, or in one above it]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Leave settings out
    #[arg(long, global = true, conflicts_with = "config")]
    no_config: bool,
}

/// Settings that were found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) settings: Settings,
    /// The file, as a person who stands in the current folder would name it.
    pub(crate) path: PathBuf,
    /// Whether the user named it.
    pub(crate) is_named: bool,
}

impl Config {
    /// Returns the settings for work on `statement`, or where none is named for work in the current folder; `None` where
    /// there are none.
    pub(crate) fn find(&self, statement: Option<&Path>) -> Result<Option<Found>, Failure> {
        if self.no_config {
            return Ok(None);
        }
        let Some(path) = self.config.clone().or_else(|| above(statement)) else { return Ok(None) };
        let text = text(&path)?;
        let settings = Settings::read(&path.display().to_string(), &text)
            .map_err(|problems| Failure::bad_settings(&path, problems))?;
        Ok(Some(Found { settings, path, is_named: self.config.is_some() }))
    }
}

impl Found {
    /// Returns the path that a setting names, which stands as seen from the file.
    pub(crate) fn path_of(&self, written: &str) -> PathBuf {
        self.path.parent().unwrap_or(Path::new("")).join(written)
    }
}

/// Reads the text of a file of settings.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::no_settings(path),
        io::ErrorKind::InvalidData => Failure::unread_settings(path, &"it is not UTF-8 text"),
        _ => Failure::unread_settings(path, &error),
    })
}

/// Returns the nearest file of settings in the folder of a statement or above it. Links are followed first: `..` after
/// one leads elsewhere than the name says. A folder that cannot be looked into holds none.
fn above(statement: Option<&Path>) -> Option<PathBuf> {
    let folder = statement.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let start = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
    let path = start.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file())?;
    let here = current_dir().and_then(|here| here.canonicalize()).ok()?;
    Some(seen_from(&here, &path))
}

/// Returns the name of `path` for a person who stands in the folder `here`: short where it stands in that folder or in
/// one above.
fn seen_from(here: &Path, path: &Path) -> PathBuf {
    if let Ok(inside) = path.strip_prefix(here) {
        return inside.to_owned();
    }
    let folder = path.parent().unwrap_or(path);
    match (here.strip_prefix(folder), path.file_name()) {
        (Ok(down), Some(name)) => down.components().map(|_| "..").collect::<PathBuf>().join(name),
        _ => path.to_owned(),
    }
}
