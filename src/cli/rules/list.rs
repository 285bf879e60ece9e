//! `wsoa rules list`: the inspections and frameworks, a line each.

use std::io::{self, Write};

use wsoa::pack::{Inspection, Rules};

use crate::cli::exit::Exit;

/// Prints the tables.
pub(super) fn run(rules: &Rules, out: &mut dyn Write) -> io::Result<Exit> {
    let mut inspections = vec![["INSPECTION", "AREA", "PUBLISHED", "FINDINGS", "ASPECTS"].map(str::to_owned)];
    inspections.extend(rules.inspections.iter().map(inspection));
    table(&inspections, out)?;
    writeln!(out)?;
    let mut frameworks = vec![["FRAMEWORK", "NAME"].map(str::to_owned)];
    frameworks.extend(rules.frameworks.iter().map(|one| [one.id.clone(), one.name.clone()]));
    table(&frameworks, out)?;
    Ok(Exit::Clean)
}

fn inspection(one: &Inspection) -> [String; 5] {
    let published = one.published.map_or("-".to_owned(), |date| date.to_string());
    let (findings, aspects) = (one.findings.len().to_string(), one.aspect_count().to_string());
    [one.id.clone(), one.area.clone(), published, findings, aspects]
}

/// Prints rows with their columns aligned, numbers to the right.
fn table<const N: usize>(rows: &[[String; N]], out: &mut dyn Write) -> io::Result<()> {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    for row in rows {
        let cells: Vec<_> = row.iter().zip(widths).map(|(cell, width)| aligned(cell, width)).collect();
        writeln!(out, "{}", cells.join("  ").trim_end())?;
    }
    Ok(())
}

fn aligned(cell: &str, width: usize) -> String {
    if cell.bytes().all(|b| b.is_ascii_digit()) {
        format!("{cell:>width$}")
    } else {
        format!("{cell:<width$}")
    }
}
