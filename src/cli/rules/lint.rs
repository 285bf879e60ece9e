//! `wsoa rules lint`: every problem and every doubt in rule files, with its place, and with `--fix` the mends made.

use std::io::{self, Write};
use std::path::PathBuf;

use jiff::civil::Date;
use wsoa::author::lint::{Beside, Extent, Register, lint};
use wsoa::author::mend::{Change, mend};
use wsoa::pack::{Inspection, Problem, Problems, Rules, Severity, Source, load_partly};

use super::count;
use super::sources::Given;
use crate::cli::Global;
use crate::cli::draw::draw;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::files::{Reading, text_of};

/// What `rules lint` understands.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa rules lint rules
  wsoa rules lint rules --fix
  wsoa rules lint rules/inspections/jtai-oxfordshire-2016.toml --letter letter.pdf
  wsoa rules lint rules --register register.toml --as-of 2026-09-01 --deny-warnings")]
pub(super) struct Args {
    /// A folder of rules, or one file to check together with the other rules; the rules in use if left out
    path: Option<PathBuf>,

    /// Hold the ids of inspections, items and aspects against those of a register, a TOML file
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,

    /// Say which facts, such as the calendar, have come to an end before this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// Look for words of this letter in the rules (.pdf, .docx, .html, .txt); may be given several times
    #[arg(long = "letter", value_name = "FILE")]
    letters: Vec<PathBuf>,

    /// Mend what can be mended without a thought, in the folder or file named, and say what was changed
    #[arg(long)]
    fix: bool,

    /// End with exit code 1 when there is a warning
    #[arg(long)]
    deny_warnings: bool,

    #[command(flatten)]
    reading: Reading,
}

impl Args {
    /// Checks the rules and draws what is wrong with them.
    pub(super) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let given = match Given::new(self.path.as_deref(), global) {
            Ok(given) => given,
            Err(problems) => return report(&problems, None, Exit::BadRules, out),
        };
        match self.beside() {
            Ok(beside) => self.check(given, &beside, out),
            Err(failure) => failure.explain(),
        }
    }

    /// Reads what the rules are held against.
    fn beside(&self) -> Result<Beside, Failure> {
        let register = self.register.as_ref().map(|path| {
            let text = text_of(path)?;
            Register::read(&text).map_err(|why| Failure::no_register(path, &why))
        });
        Ok(Beside {
            register: register.transpose()?,
            as_of: self.as_of,
            letters: self.reading.documents(&self.letters)?,
        })
    }

    fn check(&self, mut given: Given, beside: &Beside, out: &mut dyn Write) -> io::Result<Exit> {
        if self.fix {
            if !given.may_change {
                return Failure::nothing_to_fix().explain();
            }
            // Rules that do not load are left as they are; what is wrong with them is said below.
            let may = |source: &Source| given.asks_for(source);
            let look = |rules: &Rules| lint(rules, given.extent, beside);
            if let Ok(mended) = mend(given.sources.clone(), may, look) {
                if let Err(failure) = given.write(&mended.sources) {
                    return failure.explain();
                }
                say(&mended.changes, out)?;
                given.sources = mended.sources;
            }
        }
        let rules = load_partly(given.sources.clone());
        let extent = if rules.warnings.any_error() { Extent::Part } else { given.extent };
        let doubts = lint(&rules, extent, beside).into_iter().filter(|doubt| given.concerns(doubt));
        let doubts = doubts.filter(|doubt| !echoes(doubt, &rules.warnings));
        let problems = Problems::from(rules.warnings.iter().cloned().chain(doubts).collect::<Vec<_>>());
        let exit = match (problems.any_error(), problems.is_empty()) {
            (true, _) => Exit::BadRules,
            (false, false) if self.deny_warnings => Exit::Problems,
            (false, _) => Exit::Clean,
        };
        report(&problems, Some(&rules), exit, out)
    }
}

/// Whether a doubt stands where an error does, and may be no more than its echo.
fn echoes(doubt: &Problem, found: &Problems) -> bool {
    let place = |problem: &Problem| problem.labels.first().map(|(span, _)| span.clone());
    let Some(here) = place(doubt) else { return false };
    found.iter().filter(|problem| problem.code.severity() == Severity::Error).any(|error| {
        let there = place(error).filter(|_| error.source == doubt.source);
        there.is_some_and(|there| there.start < here.end && here.start < there.end)
    })
}

/// Draws problems and sums them up.
fn report(problems: &Problems, rules: Option<&Rules>, exit: Exit, out: &mut dyn Write) -> io::Result<Exit> {
    draw(problems, out)?;
    match rules.filter(|_| !problems.any_error()) {
        Some(rules) => writeln!(out, "{}", summary(rules, problems.len()))?,
        None => {
            let files = match problems.files() {
                0 => String::new(),
                files => format!(" in {}", count(files, "file")),
            };
            writeln!(out, "{}{files}", count(problems.len(), "problem"))?;
        }
    }
    Ok(exit)
}

/// Says what was changed.
fn say(changes: &[Change], out: &mut dyn Write) -> io::Result<()> {
    for Change { file, line, does } in changes {
        writeln!(out, "{file}:{line}: {does}")?;
    }
    let mut files: Vec<&str> = changes.iter().map(|change| change.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    match files.len() {
        0 => writeln!(out, "nothing to mend"),
        files => writeln!(out, "mended {} in {}\n", count(changes.len(), "place"), count(files, "file")),
    }
}

fn summary(rules: &Rules, warnings: usize) -> String {
    let aspects = rules.inspections.iter().map(Inspection::aspect_count).sum();
    let problems = match warnings {
        0 => "no problems".to_owned(),
        warnings => count(warnings, "warning"),
    };
    format!("{}, {}, {problems}", count(rules.sources.len(), "file"), count(aspects, "aspect"))
}
