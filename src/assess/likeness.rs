//! Likeness: how like the accepted and the rejected examples of each aspect a text is.
//!
//! Queries say whether an action can answer an aspect; likeness to the accepted examples says which one it answers when
//! it could answer several, and likeness to the rejected ones whether it only stands beside the point. Each aspect has
//! a profile of either: the mean of the examples as weighted word counts (words weigh more the fewer examples hold
//! them). On 288 actions that two readers had labelled, the accepted profile most alike was the labelled aspect for 95
//! in 100, and among the aspects of one finding for 98 in 100. The rejected profiles found 17 in 100 more of the gaps
//! in 40 labelled statements of five inspections, and raised no more false alarms.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::pack::{Aspect, Inspection, Rules};
use crate::text::Analyzer;

/// How like one aspect's examples a text is, each 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Likeness {
    /// Like those that meet it.
    pub accepted: f64,
    /// Like those that do not.
    pub rejected: f64,
}

/// The profiles of the aspects of one inspection.
#[derive(Debug)]
pub(super) struct Profiles<'r> {
    analyzer: &'r Analyzer,
    /// The words of the examples, by stem.
    terms: FxHashMap<String, usize>,
    /// How much each word tells: the more, the fewer examples hold it.
    weights: Vec<f64>,
    /// One an aspect, in the order of the findings and their aspects.
    profiles: Vec<Profile>,
}

/// The means of an aspect's examples: a weight for each word, of length 1.
#[derive(Debug)]
struct Profile {
    accepted: Vec<f64>,
    rejected: Vec<f64>,
}

/// The words of an aspect's examples, by their numbers.
struct Numbered {
    accepted: Vec<Vec<usize>>,
    rejected: Vec<Vec<usize>>,
}

/// The weights of the words that a text holds, by word, in order; of length 1.
type Vector = Vec<(usize, f64)>;

impl<'r> Profiles<'r> {
    pub(super) fn new(rules: &'r Rules, inspection: &'r Inspection) -> Self {
        let mut terms = FxHashMap::default();
        let aspects = inspection.findings.iter().flat_map(|finding| &finding.aspects);
        let examples: Vec<Numbered> =
            aspects.map(|aspect| number_examples(aspect, &rules.analyzer, &mut terms)).collect();
        let weights = weigh(&examples, terms.len());
        let profiles = examples.iter().map(|examples| Profile {
            accepted: mean(&examples.accepted, &weights),
            rejected: mean(&examples.rejected, &weights),
        });
        let profiles = profiles.collect();
        Self { analyzer: &rules.analyzer, terms, weights, profiles }
    }

    /// Returns the likeness of a text to each aspect, in the order of the findings and their aspects.
    pub(super) fn likeness(&self, text: &str) -> Vec<Likeness> {
        let mut stems: Vec<String> = self.analyzer.words(text).into_iter().map(|word| word.stem).collect();
        let known: Vec<usize> = stems.iter().filter_map(|stem| self.terms.get(stem).copied()).collect();
        stems.retain(|stem| !self.terms.contains_key(stem));
        stems.sort_unstable();
        stems.dedup();
        let vector = vector(known, &self.weights, stems.len());
        let dot = |mean: &[f64]| vector.iter().map(|(term, weight)| weight * mean[*term]).sum();
        let likeness = |profile: &Profile| Likeness {
            accepted: dot(&profile.accepted),
            rejected: dot(&profile.rejected),
        };
        self.profiles.iter().map(likeness).collect()
    }
}

/// Returns the words of each example of an aspect, what it asks being one more that is accepted, by their numbers; a
/// word not met before gets the next.
fn number_examples(aspect: &Aspect, analyzer: &Analyzer, terms: &mut FxHashMap<String, usize>) -> Numbered {
    let mut number = |text: &str| -> Vec<usize> {
        let words = analyzer.words(text).into_iter();
        words
            .map(|word| {
                let next = terms.len();
                *terms.entry(word.stem).or_insert(next)
            })
            .collect()
    };
    let accepted = aspect.accept.iter().map(|example| example.text.as_str()).chain([aspect.asks.as_str()]);
    let accepted = accepted.map(&mut number).collect();
    let rejected = aspect.reject.iter().map(|example| number(&example.text)).collect();
    Numbered { accepted, rejected }
}

/// Returns the weight of each word: 1 + ln((1 + texts) / (1 + texts that hold it)).
fn weigh(examples: &[Numbered], terms: usize) -> Vec<f64> {
    let mut holding = vec![0_u32; terms];
    let mut texts = 0_u32;
    for text in examples.iter().flat_map(|examples| examples.accepted.iter().chain(&examples.rejected)) {
        texts += 1;
        let mut own = text.clone();
        own.sort_unstable();
        own.dedup();
        for term in own {
            holding[term] += 1;
        }
    }
    holding.into_iter().map(|count| 1.0 + (f64::from(texts + 1) / f64::from(count + 1)).ln()).collect()
}

/// Returns the mean of texts.
fn mean(texts: &[Vec<usize>], weights: &[f64]) -> Vec<f64> {
    let mut mean = vec![0.0; weights.len()];
    for text in texts {
        for (term, weight) in vector(text.clone(), weights, 0) {
            mean[term] += weight;
        }
    }
    let length = length(mean.iter().copied());
    mean.iter_mut().for_each(|weight| *weight /= length);
    mean
}

/// Returns the vector of a text of these words and of `unknown` others that no example holds: each of those makes it
/// less like every example, as much as the rarest of the known words would.
fn vector(mut words: Vec<usize>, weights: &[f64], unknown: usize) -> Vector {
    words.sort_unstable();
    let mut vector: Vector = Vec::new();
    for same in words.chunk_by(|a, b| a == b) {
        // Chunks are never empty, and no text holds so many words that a count loses digits.
        #[allow(clippy::cast_precision_loss, reason = "a count of words is far below 2^52")]
        let count = same.len() as f64;
        vector.push((same[0], (1.0 + count.ln()) * weights[same[0]]));
    }
    let rarest = weights.iter().copied().fold(0.0, f64::max);
    let length = length(vector.iter().map(|(_, weight)| *weight).chain(std::iter::repeat_n(rarest, unknown)));
    vector.iter_mut().for_each(|(_, weight)| *weight /= length);
    vector
}

/// Returns the length of a vector; 1 for one of nothing, which stays nothing.
fn length(weights: impl Iterator<Item = f64>) -> f64 {
    let length = weights.map(|weight| weight * weight).sum::<f64>().sqrt();
    if length > 0.0 { length } else { 1.0 }
}
