//! Roles: what the heading of a column, or a label, says that its text is.

use crate::pack::{ColumnRole, Rules};

/// The longest column heading or label, in words.
const LONGEST_HEADING: usize = 14;
/// Signs and words that part two headings said in one cell.
const JOINTS: [&str; 6] = [" and ", "/", "&", "\n", ";", " + "];

/// Returns the roles that a heading names, in its order: one for `Lead officer`, two for `Action and timescale`.
///
/// English puts what a thing is last (`action owner` is an owner, `completion date` a date), so within one
/// heading the match that ends last decides, and of two that end together the longer.
pub(super) fn roles_of(heading: &str, rules: &Rules) -> Vec<ColumnRole> {
    if heading.trim().is_empty() || heading.split_whitespace().count() > LONGEST_HEADING {
        return Vec::new();
    }
    if let Some(role) = whole_role(heading, rules)
        && !JOINTS.iter().any(|joint| heading.contains(joint))
    {
        return vec![role];
    }
    let mut parts = vec![heading];
    for joint in JOINTS {
        parts = parts.into_iter().flat_map(|part| part.split(joint)).collect();
    }
    let mut roles = Vec::new();
    for role in parts.into_iter().filter_map(|part| whole_role(part, rules)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

fn whole_role(heading: &str, rules: &Rules) -> Option<ColumnRole> {
    let scan = rules.library.scan(&rules.analyzer, &[heading]);
    let mut best: Option<(usize, usize, ColumnRole)> = None;
    for rule in &rules.language.columns {
        for (_, passage) in scan.find(rule.heading).map(|found| found.passages).unwrap_or_default() {
            let rank = (passage.end, passage.len());
            if best.is_none_or(|(end, length, _)| rank > (end, length)) {
                best = Some((rank.0, rank.1, rule.role));
            }
        }
    }
    best.map(|(_, _, role)| role)
}
