//! `wsoa rules list`: the inspections and frameworks, a line each.

use std::io::{self, Write};

use wsoa::pack::{Inspection, Item, Rules};

use crate::cli::columns::columns;
use crate::cli::exit::Exit;

/// What to list.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// List every item of every inspection, aspects below their finding, one id a line
    #[arg(long)]
    items: bool,
}

impl Args {
    /// Prints the lists.
    pub(super) fn run(&self, rules: &Rules, out: &mut dyn Write) -> io::Result<Exit> {
        if self.items { items(rules, out) } else { kinds(rules, out) }
    }
}

/// Prints each item as `inspection item` or `inspection finding.aspect`.
fn items(rules: &Rules, out: &mut dyn Write) -> io::Result<Exit> {
    for inspection in &rules.inspections {
        for item in inspection.items() {
            match item {
                Item::Finding(finding) => {
                    writeln!(out, "{} {}", inspection.id, finding.id)?;
                    for aspect in &finding.aspects {
                        writeln!(out, "{} {}.{}", inspection.id, finding.id, aspect.id)?;
                    }
                }
                Item::NextStep(step) => writeln!(out, "{} {}", inspection.id, step.id)?,
            }
        }
    }
    Ok(Exit::Clean)
}

fn kinds(rules: &Rules, out: &mut dyn Write) -> io::Result<Exit> {
    let mut inspections = vec![["INSPECTION", "AREA", "PUBLISHED", "FINDINGS", "ASPECTS"].map(str::to_owned)];
    inspections.extend(rules.inspections.iter().map(inspection));
    columns(&inspections, out)?;
    writeln!(out)?;
    let mut frameworks = vec![["FRAMEWORK", "NAME"].map(str::to_owned)];
    frameworks.extend(rules.frameworks.iter().map(|one| [one.id.clone(), one.name.clone()]));
    columns(&frameworks, out)?;
    Ok(Exit::Clean)
}

fn inspection(one: &Inspection) -> [String; 5] {
    let published = one.published.map_or("-".to_owned(), |date| date.to_string());
    let (findings, aspects) = (one.findings.len().to_string(), one.aspect_count().to_string());
    [one.id.clone(), one.area.clone(), published, findings, aspects]
}
