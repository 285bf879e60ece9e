//! The one pass over the words of a text that finds every pattern of every query.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::goals::{Goals, Met};
use super::group::Group;
use super::patterns::{Branch, ROOT, TermId};
use super::span::{MOST_SPANS, Span};
use crate::text::Analyzer;

/// The most words whose terms are remembered at a time.
const MOST_REMEMBERED: usize = 1 << 14;

/// The terms of words met before, so that each is folded and stemmed once. Asked for one key, never walked.
type Memo = FxHashMap<Box<str>, Box<[TermId]>>;

/// Memos that wait for the next pass. Passes that run at the same time take one each.
#[derive(Debug, Default)]
pub(super) struct Memos {
    idle: Mutex<Vec<Memo>>,
}

impl Memos {
    fn take(&self) -> Memo {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    fn give_back(&self, memo: Memo) {
        if memo.len() < MOST_REMEMBERED {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(memo);
        }
    }
}

/// A pattern that has begun: how far it has come, and where it began.
#[derive(Debug, Clone, Copy)]
struct Begun {
    branch: Branch,
    first: usize,
    from: usize,
}

/// Reads `parts` and returns where each pattern stands.
pub(super) fn read(group: &Group, analyzer: &Analyzer, parts: &[String]) -> Met {
    let mut met = Met::new();
    let mut memo = group.memos.take();
    for (part, text) in parts.iter().enumerate() {
        read_words(&group.goals, &mut memo, analyzer, (part, text), &mut met);
        read_regexes(group, analyzer, (part, text), &mut met);
    }
    group.memos.give_back(memo);
    met
}

fn read_words(
    goals: &Goals,
    memo: &mut Memo,
    analyzer: &Analyzer,
    (part, text): (usize, &str),
    met: &mut Met,
) {
    let mut begun: Vec<Begun> = Vec::new();
    let mut going_on: Vec<Begun> = Vec::new();
    for (index, place) in analyzer.cuts(text).enumerate() {
        let word = text.get(place.clone()).unwrap_or_default();
        let terms = remembered(goals, memo, analyzer, word);
        if !terms.is_empty() {
            begun.push(Begun { branch: ROOT, first: index, from: place.start });
            for begun in &begun {
                for branch in terms.iter().filter_map(|&term| goals.patterns.step(begun.branch, term)) {
                    let (leaf, has_more) = goals.patterns.at(branch);
                    if let Some(goal) = leaf.and_then(|leaf| goals.of_leaf(leaf)) {
                        let (first, from) = (begun.first, begun.from);
                        record(met, goal, Span { part, first, end: index + 1, from, to: place.end });
                    }
                    if has_more {
                        going_on.push(Begun { branch, ..*begun });
                    }
                }
            }
        }
        begun.clear();
        std::mem::swap(&mut begun, &mut going_on);
    }
}

fn remembered<'m>(goals: &Goals, memo: &'m mut Memo, analyzer: &Analyzer, word: &str) -> &'m [TermId] {
    if memo.len() >= MOST_REMEMBERED {
        memo.clear();
    }
    if !memo.contains_key(word) {
        memo.insert(word.into(), goals.patterns.terms_of(analyzer, word));
    }
    memo.get(word).map_or(&[], |terms| terms)
}

fn read_regexes(group: &Group, analyzer: &Analyzer, (part, text): (usize, &str), met: &mut Met) {
    let mut words: Option<Vec<Range<usize>>> = None;
    for (place, regex) in group.regexes.candidates(text) {
        let Some(goal) = group.goals.of_regex(place) else { continue };
        for hit in regex.find_iter(text).filter(|hit| !hit.is_empty()).take(MOST_SPANS) {
            let words = words.get_or_insert_with(|| analyzer.cuts(text).collect());
            let first = words.partition_point(|word| word.end <= hit.start());
            let end = words.partition_point(|word| word.start < hit.end());
            record(met, goal, Span { part, first, end: end.max(first), from: hit.start(), to: hit.end() });
        }
    }
}

fn record(met: &mut Met, goal: usize, span: Span) {
    let spans = met.entry(goal).or_default();
    if spans.len() < MOST_SPANS {
        spans.push(span);
    }
}
