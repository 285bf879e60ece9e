//! Agencies: who an owner is, and which agency the owner belongs to.

use super::plan::Reader;
use crate::pack::{AgencyId, ColumnRole, Rules};

/// Returns the agencies that `owner`, an owner cell or the doer of a sentence, names or belongs to.
pub(super) fn agencies_of(owner: &str, rules: &Rules) -> Vec<AgencyId> {
    let scan = rules.library.scan(&rules.analyzer, &[owner]);
    rules.language.agencies.iter().filter(|a| scan.is_match(a.owns)).map(|a| a.id.clone()).collect()
}

/// Whether `text` names somebody who can own an action: an agency or a post.
pub(super) fn names_somebody(text: &str, rules: &Rules) -> bool {
    let scan = rules.library.scan(&rules.analyzer, &[text]);
    let posts = rules.language.clauses.iter().filter(|clause| clause.role == ColumnRole::Owner);
    posts.into_iter().any(|clause| scan.is_match(clause.when))
        || rules.language.agencies.iter().any(|agency| scan.is_match(agency.owns))
}

/// Returns who does what the first promise of `text` says: the words before it, where they name somebody.
pub(super) fn doer(text: &str, reader: &Reader<'_>) -> Option<String> {
    for sentence in crate::text::sentences(text, &reader.rules.language.abbreviations) {
        let sentence = &text[sentence];
        let Some(start) = reader.judge.promise_start(sentence) else { continue };
        let before = sentence[..start].trim_end_matches([' ', ',']);
        let subject = before.rsplit([',', ':', ';']).find(|part| names_somebody(part, reader.rules));
        if let Some(subject) = subject {
            return Some(subject.trim().to_owned());
        }
    }
    None
}
