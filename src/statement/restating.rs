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
    let tells_finding = |pointer: &&Pointer| matches!(pointer.kind, PointerKind::Row | PointerKind::Quotation);
    let findings: Vec<Vec<String>> =
        pointers.iter().filter(tells_finding).map(|pointer| matter(&pointer.text, analyzer)).collect();
    if findings.is_empty() {
        return;
    }
    for sentence in sentences.iter_mut().filter(|sentence| sentence.standing.binds()) {
        let words = matter(&sentence.text, analyzer);
        if words.len() >= FEWEST && findings.iter().any(|finding| holds_nearly_all(finding, &words)) {
            sentence.standing = Standing::Restates;
        }
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

fn holds_nearly_all(finding: &[String], words: &[String]) -> bool {
    let held = words.iter().filter(|word| finding.binary_search(word).is_ok()).count();
    held * 10 >= words.len() * OF_TEN
}
