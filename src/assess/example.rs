//! Examples: whether a rule author's example sentence meets its aspect, by the same judgement as a statement.

use crate::pack::{Aspect, Rules};
use crate::statement::{Judge, Sentence};

/// What an aspect makes of one example.
#[derive(Debug, Clone)]
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
    pub dropped: Vec<Sentence>,
}

/// Judges `text`, one example, against `aspect`, one of `rules`.
pub fn judge_example(rules: &Rules, aspect: &Aspect, text: &str) -> Judgement {
    let sentences = Judge::new(rules).sentences(text).into_iter();
    let (kept, dropped): (Vec<Sentence>, Vec<Sentence>) = sentences.partition(|s| s.standing.binds());
    let kept = kept.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join(" ");
    let scan = rules.library.scan(&rules.analyzer, &[&kept]);
    let refused = aspect.not_by.is_some_and(|query| scan.is_match(query));
    let told = aspect.told_by.is_some_and(|query| scan.is_match(query)) && !refused;
    let met = scan.is_match(aspect.met_by) && !refused;
    drop(scan);
    Judgement { met, told, refused, kept, dropped }
}
