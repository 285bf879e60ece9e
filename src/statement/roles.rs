//! Roles: what the heading of a column, or a label, says that its text is.

use std::ops::Range;

use crate::pack::{ColumnRole, Rules};

/// The longest column heading or label, in words.
const LONGEST_HEADING: usize = 14;
/// Signs and words that part two headings said in one cell.
const JOINTS: [&str; 6] = [" and ", "/", "&", "\n", ";", " + "];

/// Returns the roles that a heading names, in its order: one for `Lead officer`, two for `Action and timescale`.
///
/// English puts what a thing is last (`action owner` is an owner, `completion date` a date), so within one
/// heading the match that ends last decides, and of two that end together the longer. Words in brackets only
/// qualify a heading that says something without them.
pub(super) fn roles_of(heading: &str, rules: &Rules) -> Vec<ColumnRole> {
    let plain = without_brackets(heading);
    let roles = roles_in(&plain, rules);
    if roles.is_empty() && plain != heading { roles_in(heading, rules) } else { roles }
}

/// Whether `text` is a heading and little else, as labels are: the words that name its role are at least half of it.
pub(super) fn is_heading(text: &str, rules: &Rules) -> bool {
    let text = text.trim();
    whole_role(text, rules).is_some_and(|(range, _)| range.len() * 2 >= text.len())
}

/// Returns a heading without what stands in round brackets in it.
fn without_brackets(heading: &str) -> String {
    let mut plain = heading.to_owned();
    while let Some(open) = plain.find('(')
        && let Some(length) = plain[open..].find(')')
    {
        plain.replace_range(open..=open + length, "");
    }
    plain
}

fn roles_in(heading: &str, rules: &Rules) -> Vec<ColumnRole> {
    let heading = heading.trim_matches(|c: char| !c.is_alphanumeric() && c != '#');
    if heading.is_empty() || heading.split_whitespace().count() > LONGEST_HEADING {
        return Vec::new();
    }
    let joined = JOINTS.iter().any(|joint| heading.contains(joint));
    if let Some((range, role)) = whole_role(heading, rules)
        && (!joined || range.len() == heading.len())
    {
        return vec![role];
    }
    let mut parts = vec![heading];
    for joint in JOINTS {
        parts = parts.into_iter().flat_map(|part| part.split(joint)).collect();
    }
    let mut roles = Vec::new();
    for (_, role) in parts.into_iter().filter_map(|part| whole_role(part, rules)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

/// Returns the words of a heading that decide its role, and the role.
fn whole_role(heading: &str, rules: &Rules) -> Option<(Range<usize>, ColumnRole)> {
    let scan = rules.library.scan(&rules.analyzer, &[heading]);
    let named = rules.language.columns.iter().flat_map(|rule| {
        let passages = scan.find(rule.heading).map(|found| found.passages).unwrap_or_default();
        passages.into_iter().map(|(_, range)| (range, rule.role))
    });
    named.reduce(|best, other| {
        let rank = |range: &Range<usize>| (range.end, range.len());
        if rank(&other.0) > rank(&best.0) { other } else { best }
    })
}
