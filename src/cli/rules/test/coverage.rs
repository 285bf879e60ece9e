//! Coverage: the aspects that no case is about.

use std::collections::BTreeSet;
use std::io::{self, Write};

use wsoa::pack::Rules;

use super::wanted::Wanted;

/// Prints the wanted aspects that are not `covered`, a line for each inspection.
pub(super) fn print(
    rules: &Rules,
    wanted: &Wanted,
    covered: &BTreeSet<String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for inspection in &rules.inspections {
        let aspects = inspection.findings.iter().flat_map(|finding| {
            finding.aspects.iter().map(move |aspect| format!("{}.{}", finding.id, aspect.id))
        });
        let full = |aspect: &String| format!("{}/{aspect}", inspection.id);
        let bare: Vec<String> = aspects
            .filter(|aspect| wanted.holds(&full(aspect)) && !covered.contains(&full(aspect)))
            .collect();
        if !bare.is_empty() {
            writeln!(out, "· no case in {} is about {}", inspection.id, bare.join(", "))?;
        }
    }
    Ok(())
}
