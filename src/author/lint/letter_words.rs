//! `letter-words`: a text of a pack that repeats the letter word for word.

use super::Lint;
use super::desk::{Desk, inside};
use super::letter::{RUN, Words};
use crate::pack::{At, Code, Inspection, Item, Problem};

pub(super) const LINT: Lint = Lint { code: Code::LetterWords, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    if desk.beside.letters.is_empty() {
        return Vec::new();
    }
    let letter = Words::new(&desk.beside.letters, &desk.rules.analyzer);
    let texts = desk.rules.inspections.iter().flat_map(texts);
    texts.flat_map(|at| repeated(desk, &letter, at)).collect()
}

/// Returns where each text stands that must be in our own words.
fn texts(inspection: &Inspection) -> Vec<&At> {
    let mut texts = Vec::new();
    for item in inspection.items() {
        match item {
            Item::NextStep(step) => texts.push(&step.asks_at),
            Item::Finding(finding) => {
                texts.push(&finding.summary_at);
                texts.extend(&finding.cues_at);
                for aspect in &finding.aspects {
                    texts.push(&aspect.asks_at);
                    texts.extend(&aspect.good_at);
                    texts.extend(aspect.accept.iter().chain(&aspect.reject).map(|example| &example.at));
                }
            }
        }
    }
    texts
}

/// Doubts each run of words that the letter has too. The words are those of the file, whose places are known.
fn repeated(desk: &Desk<'_>, letter: &Words<'_>, at: &At) -> Vec<Problem> {
    let cut = desk.rules.analyzer.words(desk.rules.text_at(at));
    let words: Vec<String> = cut.iter().map(|word| word.folded.clone()).collect();
    let mut doubts = Vec::new();
    let mut from = 0;
    while from + RUN <= words.len() {
        let found = words.get(from..).and_then(|words| letter.repeated(words));
        let run = found.as_ref().and_then(|found| cut.get(from..from + found.length));
        let ends = run.and_then(|run| Some((run.first()?.range.start, run.last()?.range.end)));
        let (Some(found), Some((start, end))) = (found, ends) else {
            from += 1;
            continue;
        };
        from += found.length;
        let message = format!(
            "these {} words stand in the letter ({}: {})",
            found.length, found.location.file, found.location.text
        );
        doubts.push(desk.doubt(Code::LetterWords, &inside(at, &(start..end)), message));
    }
    doubts
}
