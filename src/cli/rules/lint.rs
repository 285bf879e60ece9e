//! `wsoa rules lint`: every problem in rule files, with its place.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use wsoa::pack::{Inspection, Kind, Problems, Rules, Source, embedded, load, read_dir, read_file};

use super::count;
use crate::cli::Global;
use crate::cli::draw::draw;
use crate::cli::exit::Exit;

/// What `rules lint` understands.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A folder of rules, or one file to check together with the other rules; the rules in use if left out
    path: Option<PathBuf>,
}

impl Args {
    /// Checks the rules and draws what is wrong with them.
    pub(super) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let checked = match &self.path {
            Some(path) if path.is_file() => check_file(path, global),
            Some(path) => Rules::from_dir(path),
            None => global.load(),
        };
        match checked {
            Ok(rules) => {
                draw(&rules.warnings, out)?;
                writeln!(out, "{}", summary(&rules))?;
                Ok(Exit::Clean)
            }
            Err(problems) => {
                draw(&problems, out)?;
                let files = match problems.files() {
                    0 => String::new(),
                    files => format!(" in {}", count(files, "file")),
                };
                writeln!(out, "{}{files}", count(problems.len(), "problem"))?;
                Ok(Exit::BadRules)
            }
        }
    }
}

/// Checks one file with the vocabulary and frameworks it stands on. Of those, the file that it is a copy of is left
/// out, so that a changed copy of a built-in file is not taken for a second one.
fn check_file(path: &Path, global: &Global) -> Result<Rules, Problems> {
    let file = read_file(path)?;
    let mut sources = match &global.rules {
        Some(folder) => read_dir(folder)?,
        None => embedded(),
    };
    let needed = |source: &Source| source.kind() != Kind::Inspection && !same_file(source, &file);
    sources.retain(needed);
    sources.push(file);
    load(sources)
}

fn same_file(one: &Source, other: &Source) -> bool {
    one.stem() == other.stem() && one.kind() == other.kind()
}

fn summary(rules: &Rules) -> String {
    let aspects = rules.inspections.iter().map(Inspection::aspect_count).sum();
    let problems = match rules.warnings.len() {
        0 => "no problems".to_owned(),
        warnings => count(warnings, "warning"),
    };
    format!("{}, {}, {problems}", count(rules.sources.len(), "file"), count(aspects, "aspect"))
}
