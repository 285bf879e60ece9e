//! Judges one example sentence against one aspect.

use super::model::{Aspect, Rules};
use super::names::CommitmentKind;
use crate::text::sentences;

/// What an aspect makes of one example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Whether it meets the aspect wherever it stands: `met_by` matches and `not_by` does not.
    pub met: bool,
    /// Whether it meets the aspect where its place tells the finding: `told_by` matches and `not_by` does not.
    pub told: bool,
    /// Whether `not_by` matches.
    pub refused: bool,
    /// The words that were judged: the example without its [`dropped`](Self::dropped) sentences.
    pub kept: String,
    /// The sentences taken out, since they commit nobody.
    pub dropped: Vec<Dropped>,
}

/// A sentence that commits nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The sentence.
    pub sentence: String,
    /// What it does instead.
    pub kind: CommitmentKind,
}

/// Judges `text`, one example, against `aspect`, one of `rules`.
pub fn judge(rules: &Rules, aspect: &Aspect, text: &str) -> Judgement {
    let mut kept = Vec::new();
    let mut dropped = Vec::new();
    for sentence in sentences(text, &rules.language.abbreviations) {
        let sentence = text.get(sentence).unwrap_or_default();
        match falls_short(rules, sentence) {
            Some(kind) => dropped.push(Dropped { sentence: sentence.to_owned(), kind }),
            None => kept.push(sentence),
        }
    }
    let kept = kept.join(" ");
    let scan = rules.library.scan(&rules.analyzer, &[&kept]);
    let refused = aspect.not_by.is_some_and(|query| scan.is_match(query));
    let told = aspect.told_by.is_some_and(|query| scan.is_match(query)) && !refused;
    let met = scan.is_match(aspect.met_by) && !refused;
    drop(scan);
    Judgement { met, told, refused, kept, dropped }
}

/// Returns how a sentence falls short of a commitment, if it does.
fn falls_short(rules: &Rules, sentence: &str) -> Option<CommitmentKind> {
    let scan = rules.library.scan(&rules.analyzer, &[sentence]);
    let binding = [CommitmentKind::Done, CommitmentKind::Continues];
    let mut falling = rules.language.commitments.iter().filter(|rule| !binding.contains(&rule.kind));
    falling.find(|rule| scan.is_match(rule.when)).map(|rule| rule.kind)
}
