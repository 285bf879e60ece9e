//! The settings that count for a command: those of the `wsoa.toml` that is found by walking up, or that is named.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use glob::Pattern;

use super::failure::Failure;
use super::files::is_pattern;
use super::screen;
use wsoa::pack::Rules;
use wsoa::settings::Settings;

/// What a file of settings is called.
pub(super) const FILE: &str = "wsoa.toml";

/// No settings that a person writes come near this size; it keeps a mistaken path from filling the memory.
const MOST_BYTES: u64 = 1 << 20;

/// Which settings count.
#[derive(Debug, Clone, clap::Args)]
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
    is_named: bool,
}

impl Config {
    /// Returns the settings for work on `statement`, or where none is named for work in the current folder; `None` where
    /// there are none.
    pub(crate) fn find(&self, statement: Option<&Path>) -> Result<Option<Found>, Failure> {
        let Some(path) = self.path(statement) else { return Ok(None) };
        let text = text(&path)?;
        let settings = Settings::read(&path.display().to_string(), &text)
            .map_err(|problems| Failure::bad_settings(&path, problems))?;
        Ok(Some(Found { settings, path, is_named: self.config.is_some() }))
    }

    /// Returns the file that holds them.
    pub(crate) fn path(&self, statement: Option<&Path>) -> Option<PathBuf> {
        if self.no_config { None } else { self.config.clone().or_else(|| above(statement)) }
    }
}

impl Found {
    /// Says on standard error which settings count, where the user did not name them.
    pub(crate) fn say(&self) {
        if !self.is_named {
            screen::note(&format!("settings from {}", self.path.display()));
        }
    }

    /// Makes sure that the rules hold the inspection that the settings name, where it is the one that is `asked` for.
    pub(crate) fn hold_against(&self, rules: &Rules, asked: Option<&str>) -> Result<(), Failure> {
        if asked.is_none() || asked != self.settings.pack.as_deref() {
            return Ok(());
        }
        self.settings.hold_against(rules).map_err(|problems| Failure::bad_settings(&self.path, problems))
    }

    /// Says that the waivers are left out of a check against `inspection`, where they are about another one.
    pub(crate) fn left_out(&self, inspection: &str) -> Option<String> {
        let pack = self.settings.pack.as_ref().filter(|_| !self.settings.waivers.is_empty())?;
        let note = || {
            format!("the waivers in {} are about the answer to {pack}, and are left out", self.path.display())
        };
        (!self.settings.are_about(inspection)).then(note)
    }

    /// Returns where decisions of people are kept.
    pub(crate) fn review(&self) -> Option<PathBuf> {
        self.settings.review.as_deref().map(|review| self.path_of(review))
    }

    /// Returns the statement that a setting names. Where it is a pattern, the signs of its folder stand for themselves.
    fn statement(&self, written: &str) -> PathBuf {
        let path = self.path_of(written);
        if !is_pattern(written) || path.exists() {
            return path;
        }
        let folder = self.path_of("");
        match path.strip_prefix(&folder) {
            Ok(pattern) => Path::new(&Pattern::escape(&folder.to_string_lossy())).join(pattern),
            Err(_) => path,
        }
    }

    /// Returns the path that a setting names, which stands as seen from the file, as seen from the current folder.
    pub(crate) fn path_of(&self, written: &str) -> PathBuf {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        match (real(folder), real(Path::new(""))) {
            (Some(folder), Some(here)) if !Path::new(written).is_absolute() => {
                seen_from(&here, &folder.join(written))
            }
            _ => folder.join(written),
        }
    }
}

/// Returns the statements that the user named, or else those that settings name.
pub(crate) fn statements(named: &[PathBuf], found: Option<&Found>) -> Vec<PathBuf> {
    match found {
        Some(found) if named.is_empty() => {
            found.settings.statement.iter().map(|path| found.statement(path)).collect()
        }
        _ => named.to_vec(),
    }
}

/// Reads the text of a file of settings.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_string(&mut text));
    if text.len() as u64 > MOST_BYTES {
        return Err(Failure::unread_settings(path, &"it is larger than 1 MiB"));
    }
    read.map(|_| text).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::no_settings(path),
        io::ErrorKind::InvalidData => Failure::unread_settings(path, &"it is not UTF-8 text"),
        _ => Failure::unread_settings(path, &error),
    })
}

/// Returns the nearest file of settings in the folder of a statement or above it. A folder that cannot be looked into
/// holds none.
fn above(statement: Option<&Path>) -> Option<PathBuf> {
    // Of a folder that is not there, the one above it.
    let start = statement.and_then(Path::parent).unwrap_or(Path::new("")).ancestors().find_map(real)?;
    let path = start.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file())?;
    Some(seen_from(&real(Path::new(""))?, &path))
}

/// Returns the whole name of a folder, with links followed: `..` after one leads elsewhere than the name says.
fn real(folder: &Path) -> Option<PathBuf> {
    Path::new(".").join(folder).canonicalize().ok()
}

/// Returns the name of `path` for a person who stands in the folder `here`, by way of the nearest folder above both.
fn seen_from(here: &Path, path: &Path) -> PathBuf {
    let folders = here.ancestors().enumerate().filter(|(_, folder)| folder.parent().is_some());
    let mut ways = folders.filter_map(|(up, folder)| Some((up, path.strip_prefix(folder).ok()?)));
    match ways.next() {
        Some((0, here)) if here.as_os_str().is_empty() => PathBuf::from("."),
        Some((up, down)) => std::iter::repeat_n(Path::new(".."), up).chain([down]).collect(),
        None => path.to_owned(),
    }
}
