//! Restating: sentences of an action that only say the finding over again.

use super::model::{Pointer, PointerKind, Sentence, Standing};
use crate::text::Analyzer;

/// A word of fewer letters carries no matter of its own.
const SHORTEST: usize = 4;
/// Fewer words of matter than this are shared by chance: an answer to a short finding must use its words.
const FEWEST: usize = 4;
/// Of ten words of matter, how many the finding must hold for the sentence to be a repetition.
const OF_TEN: usize = 9;

/// Marks as restating the sentences whose words are nearly all those of the finding that the row or a quotation tells.
pub(super) fn mark(sentences: &mut [Sentence], pointers: &[Pointer], analyzer: &Analyzer) {
    let tells_finding =
        |pointer: &&Pointer| matches!(pointer.kind, PointerKind::Row | PointerKind::Quotation);
    let findings: Vec<Finding> =
        pointers.iter().filter(tells_finding).map(|pointer| Finding::new(&pointer.text, analyzer)).collect();
    if findings.is_empty() {
        return;
    }
    for sentence in sentences {
        let words = matter(&sentence.text, analyzer);
        let repeats = |finding: &Finding| {
            finding.tells_word_for_word(&sentence.text)
                || sentence.standing.binds() && words.len() >= FEWEST && finding.holds_nearly_all(&words)
        };
        if findings.iter().any(repeats) {
            sentence.standing = Standing::Restates;
        }
    }
}

/// What a finding says.
struct Finding {
    text: String,
    matter: Vec<String>,
}

impl Finding {
    fn new(text: &str, analyzer: &Analyzer) -> Self {
        Self { text: text.to_lowercase(), matter: matter(text, analyzer) }
    }

    fn tells_word_for_word(&self, sentence: &str) -> bool {
        let sentence = sentence.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        sentence.split_whitespace().count() >= FEWEST && self.text.contains(&sentence)
    }

    fn holds_nearly_all(&self, words: &[String]) -> bool {
        let held = words.iter().filter(|word| self.matter.binary_search(word).is_ok()).count();
        held * 10 >= words.len() * OF_TEN
    }
}

/// Returns the words that carry the matter of a text, by stem, each once.
fn matter(text: &str, analyzer: &Analyzer) -> Vec<String> {
    let words = analyzer.words(text).into_iter().filter(|word| word.stem.len() >= SHORTEST);
    let mut stems: Vec<String> = words.map(|word| word.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}
