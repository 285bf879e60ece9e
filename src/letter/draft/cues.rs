//! Cues: short runs of words by which only one item of a letter is called.

use crate::letter::Item;
use crate::letter::telling::Telling;
use crate::pack::Rules;
use crate::text::{Word, sentences};

/// The fewest and the most words of a cue: one word is too easily said of something else, and more than four are the
/// letter's sentence.
const WORDS: std::ops::RangeInclusive<usize> = 2..=4;

/// The most cues of an item.
const MOST: usize = 6;

/// A run of words that may be a cue.
struct Candidate {
    text: String,
    /// Where it stands among the words of the item.
    from: usize,
    to: usize,
    worth: f64,
}

/// Returns the cues of the item at place `at`, the most telling first.
pub(super) fn cues(at: usize, items: &[&Item], telling: &Telling<'_>, rules: &Rules) -> Vec<String> {
    let Some(item) = items.get(at) else { return Vec::new() };
    let others: Vec<Vec<String>> = items
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != at)
        .map(|(_, item)| rules.analyzer.words(&item.text).into_iter().map(|word| word.stem).collect())
        .collect();
    let mut candidates = Vec::new();
    let mut before = 0;
    for range in sentences(&item.text, &rules.language.abbreviations) {
        let sentence = item.text.get(range).unwrap_or_default();
        let words = rules.analyzer.words(sentence);
        candidates.extend(runs(sentence, &words, before, telling));
        before += words.len();
    }
    candidates.retain(|candidate| {
        let stems: Vec<String> = rules.analyzer.words(&candidate.text).into_iter().map(|w| w.stem).collect();
        !others.iter().any(|other| other.windows(stems.len()).any(|run| run == stems))
    });
    candidates.sort_by(|a, b| b.worth.total_cmp(&a.worth).then(a.from.cmp(&b.from)));
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let apart = |other: &Candidate| candidate.to <= other.from || other.to <= candidate.from;
        if chosen.len() < MOST && chosen.iter().all(apart) {
            chosen.push(candidate);
        }
    }
    chosen.into_iter().map(|candidate| candidate.text).collect()
}

/// Returns the runs of a sentence that begin and end with words that are about something, with nothing but spaces and
/// hyphens between their words. `before` words stand before the sentence.
fn runs(sentence: &str, words: &[Word], before: usize, telling: &Telling<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for length in WORDS {
        for (from, run) in words.windows(length).enumerate() {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let text = sentence.get(first.range.start..last.range.end).unwrap_or_default();
            let is_plain =
                |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '\'' | '\u{2019}');
            if !telling.is_content(first) || !telling.is_content(last) || !text.chars().all(is_plain) {
                continue;
            }
            let weights =
                run.iter().filter(|word| telling.is_content(word)).map(|word| telling.weight(&word.stem));
            let worth = weights.sum::<f64>() / discount(length);
            let from = before + from;
            found.push(Candidate { text: text.to_lowercase(), from, to: from + length, worth });
        }
    }
    found
}

/// Returns what the worth of a run of so many words is divided by: a longer one tells more, and is less often said again as
/// it stands.
fn discount(length: usize) -> f64 {
    match length {
        ..=2 => 1.0,
        3 => 1.4,
        4.. => 1.9,
    }
}
