//! Samples: the statements of a folder, with what stands beside each about the inspection it answers.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::cli::failure::Failure;
use wsoa::author::cases::{CaseStatement, FILE_ENDING, parse};
use wsoa::author::diff::Sample;

/// The endings of files that are taken for statements. What such a file is, its bytes tell.
const ENDINGS: [&str; 9] = ["docx", "odt", "xlsx", "ods", "pdf", "html", "htm", "md", "txt"];

/// The endings of a file beside a statement that may say which inspection it answers, and as of which day to check it.
const BESIDE: [&str; 2] = ["expect.toml", "gold.json"];

/// How deep folders are followed, so that a link to a folder above cannot go on for ever.
const MAX_DEPTH: usize = 8;

/// Returns the statements under `folder` by path, each named by its path in it. A day given by the user goes before one
/// that stands beside a statement.
pub(super) fn samples(folder: &Path, as_of: Option<Date>) -> Result<Vec<Sample>, Failure> {
    let mut names = Vec::new();
    collect(folder, "", MAX_DEPTH, &mut names)
        .map_err(|error| Failure::no_statements(folder, Some(&error)))?;
    if names.is_empty() {
        return Err(Failure::no_statements(folder, None));
    }
    names.sort();
    names.into_iter().map(|name| sample(folder, name, as_of)).collect()
}

fn collect(folder: &Path, before: &str, depth: usize, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(file) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let name = format!("{before}{file}");
        // Hidden files, and those by which Word marks a file as open.
        if file.starts_with(['.', '~']) {
            continue;
        }
        if path.is_dir() {
            if depth > 0 {
                collect(&path, &format!("{name}/"), depth - 1, names)?;
            }
        } else if is_statement(&path) {
            names.push(name);
        }
    }
    Ok(())
}

fn is_statement(path: &Path) -> bool {
    // Cases say of a statement what it answers, and are none.
    if path.to_string_lossy().ends_with(FILE_ENDING) {
        return false;
    }
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

fn sample(folder: &Path, name: String, as_of: Option<Date>) -> Result<Sample, Failure> {
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let (mut pack, mut said) = said_by_cases(&folder.join(format!("{stem}{FILE_ENDING}")), &name)?;
    for ending in BESIDE {
        let path = folder.join(format!("{stem}.{ending}"));
        if let Some(about) = About::read(&path)? {
            pack = pack.or(about.inspection);
            said = said.or(about.as_of);
        }
    }
    Ok(Sample { name, pack, as_of: as_of.or(said) })
}

/// Returns the inspection and the day that the cases in the file at `path` give to the statement `name`.
fn said_by_cases(path: &Path, name: &str) -> Result<(Option<String>, Option<Date>), Failure> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((None, None)),
        Err(error) => return Err(Failure::unreadable_beside(path, &error)),
    };
    let file = name.rsplit('/').next().unwrap_or(name);
    // What is wrong with cases is told by `rules test`.
    let cases = parse(&text).unwrap_or_default();
    let own = cases.into_iter().find(|case| case.statement == CaseStatement::File(file.to_owned()));
    Ok(own.map_or((None, None), |case| (Some(case.pack), Some(case.as_of))))
}

/// What stands beside a statement about it.
struct About {
    inspection: Option<String>,
    as_of: Option<Date>,
}

impl About {
    /// Reads the file at `path`; `None` where there is none.
    fn read(path: &PathBuf) -> Result<Option<Self>, Failure> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::unreadable_beside(path, &error)),
        };
        let unreadable = |error: &dyn std::fmt::Display| Failure::unreadable_beside(path, error);
        let (inspection, as_of) = if path.extension().is_some_and(|ending| ending == "json") {
            let value: serde_json::Value = serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
            let text = |key: &str| value.get(key).and_then(|value| value.as_str()).map(str::to_owned);
            (text("inspection"), text("as_of"))
        } else {
            let table: toml::Table = text.parse().map_err(|error| unreadable(&error))?;
            let inspection = table.get("inspection").and_then(|value| value.as_str()).map(str::to_owned);
            let as_of = table.get("as_of").map(|value| match value {
                toml::Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            (inspection, as_of)
        };
        let as_of = as_of.map(|day| day.parse::<Date>()).transpose();
        Ok(Some(Self { inspection, as_of: as_of.map_err(|error| unreadable(&error))? }))
    }
}
