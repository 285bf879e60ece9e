//! The files a user names, read within the limits the user sets.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::targets::is_same;
use wsoa::document::{self, Document, Limit, Limits};
use wsoa::pack::nearest;

/// How documents are read.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Reading {
    /// Raise a limit on what a file may cost to read, such as `cells=400000` or `part-bytes=64MiB`; the message that
    /// refuses a file names the limit
    #[arg(long = "limit", value_name = "NAME=VALUE", value_parser = limit)]
    limits: Vec<(Limit, usize)>,

    /// What to call standard input; the ending tells Markdown (.md) and pages (.html) from plain text
    #[arg(long, value_name = "NAME", default_value = "standard input")]
    stdin_name: String,
}

/// What stands for standard input where a file is named.
pub(crate) const STDIN: &str = "-";

impl Reading {
    /// Reads the documents at `paths`.
    pub(crate) fn documents(&self, paths: &[PathBuf]) -> Result<Vec<Document>, Failure> {
        paths.iter().map(|path| self.document(path, &path.display().to_string())).collect()
    }

    /// Reads the document at `path`, which is to be called `name`.
    pub(crate) fn document(&self, path: &Path, name: &str) -> Result<Document, Failure> {
        let name = if path.as_os_str() == STDIN { &self.stdin_name } else { name };
        let bytes = self.bytes(path, name)?;
        document::read(name, &bytes, &self.limits()).map_err(|error| Failure::unreadable(name, &error))
    }

    /// Reads the bytes of the file at `path`, which is to be called `name`; of one that is too large, enough to see that.
    pub(crate) fn bytes(&self, path: &Path, name: &str) -> Result<Vec<u8>, Failure> {
        // One byte over the limit is enough for the reader to refuse it.
        let most = self.limits().of(Limit::FileBytes) as u64 + 1;
        let mut bytes = Vec::new();
        let read = if path.as_os_str() == STDIN {
            io::stdin().lock().take(most).read_to_end(&mut bytes)
        } else {
            File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
        };
        read.map_err(|error| Failure::unopened(name, path, &error))?;
        Ok(bytes)
    }

    /// Returns the limits that the user set.
    pub(crate) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        for (limit, value) in &self.limits {
            limits.set(*limit, *value);
        }
        limits
    }
}

/// Returns the files of these names or patterns, in the order named, those of a pattern by name.
/// What is itself to be written matches no pattern: it would be read at the next run.
pub(crate) fn matching(named: &[PathBuf], to_write: &[&Path]) -> Result<Vec<PathBuf>, Failure> {
    if named.is_empty() {
        return Err(Failure::no_statement());
    }
    let mut files = Vec::new();
    for path in named {
        files.extend(found(path, to_write)?);
    }
    Ok(files)
}

/// Returns the first file of these names or patterns, whether it is there or not; `None` where nothing is named.
pub(crate) fn first(named: &[PathBuf]) -> Option<PathBuf> {
    let first = named.first()?;
    let found = found(first, &[]).ok().and_then(|files| files.into_iter().next());
    Some(found.unwrap_or_else(|| first.clone()))
}

/// Returns the ending of a name, in lower case.
pub(crate) fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

/// Whether a name holds a sign that stands for others.
pub(crate) fn is_pattern(written: &str) -> bool {
    written.contains(['*', '?', '['])
}

/// Returns the file of this name, or else those that it matches as a pattern.
fn found(path: &Path, to_write: &[&Path]) -> Result<Vec<PathBuf>, Failure> {
    let written = path.to_string_lossy();
    if path == Path::new(STDIN) || !is_pattern(&written) || path.exists() {
        return Ok(vec![path.to_owned()]);
    }
    let matches = glob::glob(&written).map_err(|error| Failure::bad_pattern(&written, error.msg))?;
    // A folder that may not be looked into holds nothing that could be checked.
    let mut files: Vec<PathBuf> = matches.filter_map(Result::ok).filter(|path| path.is_file()).collect();
    files.retain(|file| !to_write.iter().any(|written| is_same(written, file)));
    files.sort();
    if files.is_empty() { Err(Failure::nothing_matches(&written)) } else { Ok(files) }
}

/// Reads a text file.
pub(crate) fn text_of(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    std::fs::read_to_string(path).map_err(|error| Failure::unopened(&name, path, &error))
}

/// Reads `cells=400000` or `part-bytes=64MiB`.
fn limit(written: &str) -> Result<(Limit, usize), String> {
    let (name, value) = written.split_once('=').ok_or("write it as NAME=VALUE, such as `cells=400000`")?;
    let limit = Limit::named(name).ok_or_else(|| {
        let names: Vec<&str> = Limit::ALL.iter().map(|limit| limit.name()).collect();
        match nearest(name, names.iter().copied()) {
            Some(near) => format!("there is no limit `{name}`; did you mean `{near}`?"),
            None => format!("there is no limit `{name}`; the limits are {}", names.join(", ")),
        }
    })?;
    let (digits, unit) =
        value.split_at(value.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(value.len()));
    let factor: Option<usize> = match unit {
        "" => Some(1),
        "KiB" => Some(1 << 10),
        "MiB" => Some(1 << 20),
        "GiB" => Some(1 << 30),
        _ => None,
    };
    let amount =
        digits.parse::<usize>().ok().zip(factor).and_then(|(amount, factor)| amount.checked_mul(factor));
    amount
        .filter(|amount| *amount > 0)
        .map(|amount| (limit, amount))
        .ok_or_else(|| format!("`{value}` is no amount; write a number, or one with KiB, MiB or GiB"))
}

/// Writes a file that is not there yet, or with `over` one that is, whole or not at all. Of a link it is the file that the
/// link leads to.
pub(crate) fn write_new(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    if !over {
        let written = File::create_new(path)?.write_all(bytes);
        if written.is_err() {
            // Half a file is worse than none.
            let _ = std::fs::remove_file(path);
        }
        return written;
    }
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (part, mut file) = part_beside(&path)?;
    let keep_rights = match std::fs::metadata(&path) {
        Ok(old) => file.set_permissions(old.permissions()),
        Err(_) => Ok(()),
    };
    let written = keep_rights.and_then(|()| file.write_all(bytes));
    drop(file);
    let written = written.and_then(|()| std::fs::rename(&part, &path));
    if written.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    written
}

/// How many names are tried for a file that is written beside another.
const NAMES: u32 = 1_000;

/// Makes a file beside another, under a name that nobody has.
fn part_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 0;
    loop {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(if number == 0 { ".part".to_owned() } else { format!(".part{number}") });
        let part = path.with_file_name(name);
        match File::create_new(&part) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < NAMES => number += 1,
            made => return made.map(|file| (part, file)),
        }
    }
}
