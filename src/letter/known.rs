//! Known letters: the inspection of the rules that a letter tells of.

use super::model::Letter;
use crate::pack::{Inspection, Rules};

/// Returns the inspection that `letter` tells of, where the rules have it: of the same kind and area, and on the same days.
pub fn inspection<'r>(letter: &Letter, rules: &'r Rules) -> Option<&'r Inspection> {
    rules.inspections.iter().find(|inspection| is_of(letter, inspection, rules))
}

fn is_of(letter: &Letter, inspection: &Inspection, rules: &Rules) -> bool {
    let fieldwork = letter.fieldwork.map(|days| (days.from, days.to));
    let same_days = letter.published.is_some() && letter.published == inspection.published
        || fieldwork.is_some() && fieldwork == inspection.fieldwork;
    let words = |text: &str| -> Vec<String> {
        rules.analyzer.words(text).into_iter().map(|word| word.folded).collect()
    };
    // A letter may add what kind of council it is: the area stands first.
    let area = letter.area.as_deref().map(words).unwrap_or_default();
    let same_area = area.starts_with(&words(&inspection.area));
    letter.framework.as_ref() == Some(&inspection.framework) && same_area && same_days
}
