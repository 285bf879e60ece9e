//! `wsoa rules test`: the examples of every aspect, the cases, the snapshots, and what no case is about.

mod cases;
mod coverage;
mod examples;
mod folder;
mod wanted;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use wsoa::pack::Rules;

use super::count;
use crate::cli::exit::Exit;
use crate::cli::{Global, explain};
use wanted::Wanted;

/// Where the cases and the snapshots stand, seen from the folder that holds the folder of rules.
const CASES: &str = "tests/statements";
const SNAPSHOTS: &str = "snapshots";

/// What `rules test` understands.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa rules test
  wsoa rules test --rules rules jtai-oxfordshire-2016
  wsoa rules test --rules rules thresholds.understood
  wsoa rules test --rules rules --update")]
pub(super) struct Args {
    /// Only these inspections, findings or aspects; all if left out
    ids: Vec<String>,

    /// Run the cases in this folder, the files that end in `.case.md` [default: tests/statements beside the folder of
    /// rules, where it is there]
    #[arg(long, value_name = "FOLDER")]
    statements: Option<PathBuf>,

    /// Hold what the rules say about each case against this folder [default: snapshots beside the folder of rules, where
    /// it is there and the cases are the usual ones]
    #[arg(long, value_name = "FOLDER")]
    snapshots: Option<PathBuf>,

    /// Write the snapshots anew, and take away those that no case has
    #[arg(long)]
    update: bool,
}

impl Args {
    /// Runs the tests and prints what fails.
    pub(super) fn run(&self, rules: &Rules, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let wanted = match Wanted::of(&self.ids, rules) {
            Ok(wanted) => wanted,
            Err(why) => {
                explain(why)?;
                return Ok(Exit::Usage);
            }
        };
        let examples = examples::run(rules, &wanted, out)?;
        let mut summary = vec![format!("{}, {} failed", count(examples.run, "example"), examples.failed)];
        let mut well = examples.failed == 0;
        let usual = |place: &str| beside(global.rules.as_deref()?, place);
        if let Some(folder) = self.statements.clone().or_else(|| usual(CASES)) {
            let files = match folder::read(&folder) {
                Ok(files) => files,
                Err(why) => {
                    explain(why)?;
                    return Ok(Exit::Usage);
                }
            };
            let run = cases::run(&files, rules, &wanted, out)?;
            summary.push(run.summary());
            well &= run.is_well();
            let held = || usual(SNAPSHOTS).filter(|_| self.statements.is_none());
            if let Some(folder) = self.snapshots.clone().or_else(held) {
                let held = run.snapshots.hold(&folder, self.update, wanted.is_all(), out)?;
                summary.push(held.summary());
                well &= held.is_well();
            }
            coverage::print(rules, &wanted, &run.covered, out)?;
        }
        summary.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        Ok(if well { Exit::Clean } else { Exit::Problems })
    }
}

/// Returns a folder beside the folder of rules, where it is there.
fn beside(rules: &Path, place: &str) -> Option<PathBuf> {
    let folder = rules.parent()?.join(place);
    folder.is_dir().then_some(folder)
}
