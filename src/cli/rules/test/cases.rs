//! Runs the cases: each statement is checked, and what is said held against what was expected.

use std::collections::BTreeSet;
use std::io::{self, Write};

use wsoa::assess::{Assessment, assess};
use wsoa::author::cases::{Case, Judged, Outcome, judge};
use wsoa::author::snapshot::snapshot;
use wsoa::pack::{Inspection, Rules};
use wsoa::personal::mask;
use wsoa::report::safe;
use wsoa::statement::{self, Statement};

use super::folder::CaseFile;
use super::wanted::Wanted;
use crate::cli::rules::count;

mod snapshots;

pub(super) use snapshots::Snapshots;

/// What became of the cases.
#[derive(Debug, Default)]
pub(super) struct Run {
    cases: usize,
    right: usize,
    gaps: usize,
    failed: usize,
    /// Every aspect that an expectation is about, by its full id.
    pub(super) covered: BTreeSet<String>,
    pub(super) snapshots: Snapshots,
}

impl Run {
    pub(super) fn is_well(&self) -> bool {
        self.failed == 0
    }

    pub(super) fn summary(&self) -> String {
        let Self { cases, right, gaps, failed, .. } = self;
        format!("{}: {right} right, {}, {failed} failed", count(*cases, "case"), count(*gaps, "known gap"))
    }
}

/// Runs the cases of `files` that are about something wanted, and prints what is not as expected.
pub(super) fn run(
    files: &[CaseFile],
    rules: &Rules,
    wanted: &Wanted,
    out: &mut dyn Write,
) -> io::Result<Run> {
    let mut run = Run::default();
    for file in files {
        match &file.cases {
            Ok(cases) => {
                for case in cases.iter().filter(|case| wanted.touches(&case.pack)) {
                    let several = cases.len() > 1;
                    one(file, case, several, rules, wanted, &mut run, out)?;
                }
            }
            Err(problems) => {
                run.failed += problems.len();
                for problem in problems {
                    writeln!(out, "✗ {}: {}", file.place(problem.line), safe(&problem.message))?;
                }
            }
        }
    }
    Ok(run)
}

/// Runs one case. `several` says that its file holds others, so that the file's name alone does not tell it.
fn one(
    file: &CaseFile,
    case: &Case,
    several: bool,
    rules: &Rules,
    wanted: &Wanted,
    run: &mut Run,
    out: &mut dyn Write,
) -> io::Result<()> {
    run.cases += 1;
    let checked = match check(file, case, rules) {
        Ok(checked) => checked,
        Err(why) => {
            run.failed += 1;
            return writeln!(out, "✗ {}: {}", file.place(case.line), safe(&why));
        }
    };
    let name = if several { format!("{}-{}", file.stem(), slug(&case.name)) } else { file.stem() };
    let said = snapshot(&checked.statement, rules, checked.inspection, case.as_of);
    run.snapshots.add(name, said);
    let full = |name: &str| format!("{}/{name}", case.pack);
    let judged = judge(&case.expectations, &checked.assessment);
    for one in judged.iter().filter(|one| wanted.holds(&full(&one.name))) {
        if one.line.is_some() && one.name.contains('.') {
            run.covered.insert(full(&one.name));
        }
        match one.outcome {
            Outcome::Right => run.right += 1,
            Outcome::KnownGap => run.gaps += 1,
            Outcome::NotExpected => {}
            Outcome::Wrong | Outcome::GapClosed | Outcome::NoSuchName => run.failed += 1,
        }
        tell(file, case, one, out)?;
    }
    Ok(())
}

/// A case with what the check says of it.
struct Checked<'r> {
    inspection: &'r Inspection,
    statement: Statement,
    assessment: Assessment,
}

fn check<'r>(file: &CaseFile, case: &Case, rules: &'r Rules) -> Result<Checked<'r>, String> {
    let Some(inspection) = rules.inspection(&case.pack) else {
        return Err(format!("there is no pack `{}`; `wsoa rules list` lists them", case.pack));
    };
    let mut documents = file.documents(case)?;
    mask(&mut documents, &rules.language.personal);
    let statement = statement::read(&documents, rules, inspection.published);
    let assessment = assess(&statement, rules, inspection, case.as_of);
    Ok(Checked { inspection, statement, assessment })
}

/// Says what is not as expected.
fn tell(file: &CaseFile, case: &Case, judged: &Judged, out: &mut dyn Write) -> io::Result<()> {
    let Judged { name, said, .. } = judged;
    let (sign, what) = match judged.outcome {
        Outcome::Right | Outcome::KnownGap => return Ok(()),
        Outcome::Wrong => ("✗", format!("{name} is {said}")),
        Outcome::GapClosed => ("✗", format!("{name} is {said}, as it should be; take away `todo`")),
        Outcome::NoSuchName => ("✗", format!("there is no `{name}` in {}; {said}", case.pack)),
        Outcome::NotExpected => ("·", format!("{name} is {said}, which nothing expects")),
    };
    writeln!(out, "{sign} {}: {}", file.place(judged.line.unwrap_or(case.line)), safe(&what))
}

/// Returns a name as part of a file name: its letters and digits, small, with hyphens between the words.
fn slug(name: &str) -> String {
    let words = name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}
