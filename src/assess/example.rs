//! Examples: whether a rule author's example sentence meets its aspect, by the same judgement as a statement.

use crate::pack::{Aspect, Rules};
use crate::statement::{Judge, Sentence};

/// How an example fared.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// Whether it meets the aspect, taken as an action that stands under its own finding.
    pub met_in_place: bool,
    /// Whether it meets the aspect wherever it stands.
    pub met_by_words: bool,
    /// Its sentences, each with how firmly it commits.
    pub sentences: Vec<Sentence>,
}

/// Judges one example of `aspect`.
pub fn judge_example(rules: &Rules, aspect: &Aspect, text: &str) -> Judgement {
    let sentences = Judge::new(rules).sentences(text);
    let binding: Vec<&str> = sentences.iter().filter(|s| s.standing.binds()).map(|s| s.text.as_str()).collect();
    let scan = rules.library.scan(&rules.analyzer, &[&binding.join(" ")]);
    let neighbour = aspect.not_by.is_some_and(|query| scan.is_match(query));
    let words = scan.is_match(aspect.met_by);
    let told = words || aspect.told_by.is_some_and(|query| scan.is_match(query));
    Judgement { met_in_place: told && !neighbour, met_by_words: words && !neighbour, sentences }
}
