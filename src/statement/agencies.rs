//! Agencies: who an owner is, and which agency the owner belongs to.

use super::plan::Reader;
use crate::pack::{AgencyId, ColumnRole, Rules};

/// Returns the agencies that `owner`, an owner cell or the doer of a sentence, names or belongs to.
pub(super) fn agencies_of(owner: &str, rules: &Rules) -> Vec<AgencyId> {
    rules.agencies_in(owner).map(|agency| agency.id.clone()).collect()
}

/// The longest heading that is only the name of an agency, in words.
const LONGEST_NAME: usize = 5;

/// Returns the agencies whose name a heading is: `Bedfordshire Police`, but not `Police risk decisions`, since English
/// puts what a thing is last.
pub(super) fn agencies_named(heading: &str, rules: &Rules) -> Vec<AgencyId> {
    if heading.split_whitespace().count() > LONGEST_NAME {
        return Vec::new();
    }
    let scan = rules.library.scan(&rules.analyzer, &[heading]);
    let end = heading.trim_end().len();
    let named = rules.language.agencies.iter().filter(|agency| {
        let passages = scan.find(agency.owns).map(|found| found.passages).unwrap_or_default();
        passages.iter().any(|(_, range)| range.end == end)
    });
    named.map(|agency| agency.id.clone()).collect()
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
    let sentences = crate::text::sentences(text, &reader.rules.language.abbreviations);
    sentences.into_iter().find_map(|sentence| doer_of_sentence(&text[sentence], reader))
}

/// Returns who does what a sentence promises: the last part before the promise, where it names somebody.
pub(super) fn doer_of_sentence(sentence: &str, reader: &Reader<'_>) -> Option<String> {
    let start = reader.judge.promise_start(sentence).or_else(|| order_start(sentence, reader))?;
    let before = sentence[..start].trim_end_matches([' ', ',']);
    let subject = before.rsplit([',', ':', ';']).next()?;
    let mut parts = parts_between_dates(subject, reader).into_iter().rev();
    parts.find(|part| names_somebody(part, reader.rules)).map(str::to_owned)
}

/// Whether a sentence of `text` promises something of somebody.
pub(super) fn commits_somebody(text: &str, reader: &Reader<'_>) -> bool {
    let sentences = crate::text::sentences(text, &reader.rules.language.abbreviations);
    sentences
        .into_iter()
        .map(|range| &text[range])
        .any(|sentence| reader.judge.promises(sentence) && doer_of_sentence(sentence, reader).is_some())
}

/// Returns what stands before, between and behind the dates of `text`.
fn parts_between_dates<'t>(text: &'t str, reader: &Reader<'_>) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for found in reader.dates.in_text(text) {
        parts.push(text[start..found.range.start].trim());
        start = found.range.end;
    }
    parts.push(text[start..].trim());
    parts
}

/// Returns where what is done begins in a sentence such as `the director to decide each case`.
fn order_start(sentence: &str, reader: &Reader<'_>) -> Option<usize> {
    let scan = reader.rules.library.scan(&reader.rules.analyzer, &[sentence]);
    let clauses = reader.rules.language.clauses.iter().filter(|clause| clause.role == ColumnRole::Action);
    let found = clauses.filter_map(|clause| scan.find(clause.when)).flat_map(|found| found.passages);
    found.map(|(_, range)| range.start).min()
}
