//! What one text holds of all queries, and the answer to each.

use std::collections::BTreeSet;
use std::ops::Range;

use super::goals::{GoalId, Met};
use super::library::{Library, QueryId};
use super::pass;
use super::span::Span;
use super::trace::{Outline, Trace};
use crate::text::Analyzer;

/// A place where a query matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Which of the scanned parts the passages lie in, and where: bytes of that part. In order, never empty.
    pub passages: Vec<(usize, Range<usize>)>,
}

/// The result of one pass over a text.
///
/// Of each part of a query the first 1,024 places are kept; in a longer text a later one may be missed.
#[derive(Debug)]
pub struct Scan<'l> {
    library: &'l Library,
    texts: Vec<String>,
    met: Met,
}

impl<'l> Scan<'l> {
    /// Reads `parts` and works upwards from the patterns found: a goal that nothing found leads to costs nothing.
    pub(super) fn new(library: &'l Library, analyzer: &Analyzer, parts: &[&str]) -> Self {
        let goals = &library.goals;
        let mut met = pass::read(goals, &library.memos, analyzer, parts);
        let mut due: BTreeSet<GoalId> =
            met.keys().flat_map(|goal| goals.rising_from(*goal)).copied().collect();
        // Goals rest on lower ones only, so the lowest that is due can always be judged.
        while let Some(goal) = due.pop_first() {
            let spans = goals.judge(goal, &met);
            if !spans.is_empty() {
                due.extend(goals.rising_from(goal));
                met.insert(goal, spans);
            }
        }
        Self { library, texts: parts.iter().map(|part| (*part).to_owned()).collect(), met }
    }

    /// Whether the query matches the text.
    pub fn is_match(&self, query: QueryId) -> bool {
        self.library.outline(query).is_some_and(|outline| self.is_satisfied(outline))
    }

    /// Where the query matches, or `None`.
    pub fn find(&self, query: QueryId) -> Option<Match> {
        let outline = self.library.outline(query).filter(|outline| self.is_satisfied(outline))?;
        let mut passages: Vec<(usize, Range<usize>)> = Vec::new();
        for span in self.spans(outline) {
            match passages.last_mut() {
                Some((part, last)) if *part == span.part && span.from < last.end => {
                    last.end = last.end.max(span.to);
                }
                _ => passages.push((span.part, span.bytes())),
            }
        }
        Some(Match { passages })
    }

    /// How each part of the query fared, for a person who wants to know why it did or did not match.
    pub fn trace(&self, query: QueryId) -> Trace {
        self.library.outline(query).map(|outline| self.trace_of(outline)).unwrap_or_default()
    }

    fn spans(&self, outline: &Outline) -> &[Span] {
        self.met.get(&outline.goal).map_or(&[], Vec::as_slice)
    }

    fn is_satisfied(&self, outline: &Outline) -> bool {
        self.met.contains_key(&outline.goal) && !outline.negated
    }

    fn trace_of(&self, outline: &Outline) -> Trace {
        let mut found: Vec<String> = Vec::new();
        for span in self.spans(outline) {
            let words = self.texts.get(span.part).and_then(|text| text.get(span.bytes()));
            let words = words.unwrap_or_default();
            if !found.iter().any(|known| known == words) {
                found.push(words.to_owned());
            }
        }
        Trace {
            span: outline.span.clone(),
            label: outline.label.clone(),
            matched: self.met.contains_key(&outline.goal) != outline.negated,
            found,
            parts: outline.parts.iter().map(|part| self.trace_of(part)).collect(),
        }
    }
}
