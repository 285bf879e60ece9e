//! Commitment: how firmly a sentence binds, by the rules of `rules/language/commitment.toml`.

use super::model::{Commitment, Sentence, Standing};
use crate::pack::{CommitmentKind, Rules};
use crate::text::sentences;

/// Judges sentences by the commitment rules.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'r> {
    rules: &'r Rules,
}

/// Which kind wins when a sentence matches several, the first first: a refusal is a refusal however it is dressed,
/// and what promises something new is a promise even where it also tells what was done.
const PRECEDENCE: [(CommitmentKind, Standing); 9] = [
    (CommitmentKind::Declined, Standing::Declined),
    (CommitmentKind::Deferred, Standing::Deferred),
    (CommitmentKind::Conditional, Standing::Conditional),
    (CommitmentKind::Vague, Standing::Vague),
    (CommitmentKind::Weak, Standing::Weak),
    (CommitmentKind::Restates, Standing::Restates),
    (CommitmentKind::Firm, Standing::Firm),
    (CommitmentKind::Continues, Standing::Continues),
    (CommitmentKind::Done, Standing::Done),
];

impl<'r> Judge<'r> {
    /// Returns a judge that works by `rules`.
    pub fn new(rules: &'r Rules) -> Self {
        Self { rules }
    }

    /// Returns how firmly one sentence commits. A sentence that no rule speaks of is firm, since an entry in a plan
    /// promises what it names.
    pub fn sentence(&self, text: &str) -> Standing {
        let scan = self.rules.library.scan(&self.rules.analyzer, &[text]);
        let says =
            |kind| self.rules.language.commitments.iter().any(|r| r.kind == kind && scan.is_match(r.when));
        PRECEDENCE.iter().find(|(kind, _)| says(*kind)).map_or(Standing::Firm, |(_, standing)| *standing)
    }

    /// Whether a sentence of running text promises something in so many words, as prose must before it counts.
    pub fn promises(&self, text: &str) -> bool {
        self.promise_start(text).is_some()
    }

    /// Returns where in a sentence its promise begins: the byte at which the promising words start.
    pub fn promise_start(&self, text: &str) -> Option<usize> {
        let scan = self.rules.library.scan(&self.rules.analyzer, &[text]);
        let promises =
            self.rules.language.commitments.iter().filter(|rule| rule.kind == CommitmentKind::Firm);
        let found = promises.filter_map(|rule| scan.find(rule.when)).flat_map(|found| found.passages);
        found.map(|(_, range)| range.start).min()
    }

    /// Returns the sentences of `text`, each judged.
    pub fn sentences(&self, text: &str) -> Vec<Sentence> {
        sentences(text, &self.rules.language.abbreviations)
            .into_iter()
            .map(|range| &text[range])
            .map(|sentence| Sentence { text: sentence.to_owned(), standing: self.sentence(sentence) })
            .collect()
    }

    /// Returns how firmly sentences commit together: a promise counts whatever stands beside it.
    pub fn together(sentences: &[Sentence]) -> Commitment {
        let any = |wanted: &[Standing]| sentences.iter().any(|s| wanted.contains(&s.standing));
        if any(&[Standing::Firm, Standing::Continues]) {
            Commitment::Firm
        } else if any(&[Standing::Done]) {
            Commitment::Done
        } else if any(&[Standing::Weak, Standing::Vague, Standing::Conditional, Standing::Deferred]) {
            Commitment::Weak
        } else if any(&[Standing::Declined]) {
            Commitment::Declined
        } else {
            Commitment::None
        }
    }
}
