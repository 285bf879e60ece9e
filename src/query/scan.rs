//! What one text holds of all queries, and the answer to each.

use std::ops::Range;
use std::sync::OnceLock;

use super::ast::Ast;
use super::goals::Met;
use super::library::{Library, Query, QueryId};
use super::span::Span;
use super::trace::{Outline, Trace};
use crate::text::Analyzer;

/// A place where a query matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Which of the scanned parts the passages lie in, and where: bytes of that part. In order, never empty.
    pub passages: Vec<(usize, Range<usize>)>,
}

/// A text in which queries are looked for, read once for each group of queries that it is asked about.
///
/// Of each part of a query the first 1,024 places are kept; in a longer text a later one may be missed.
#[derive(Debug)]
pub struct Scan<'l> {
    library: &'l Library,
    analyzer: Analyzer,
    texts: Vec<String>,
    first: OnceLock<Box<Reading>>,
}

/// What a text holds of one group. Few groups are asked of one text, so they stand in a chain.
#[derive(Debug)]
struct Reading {
    group: usize,
    met: Met,
    next: OnceLock<Box<Reading>>,
}

/// A query that a text has been read for.
struct Asked<'s> {
    query: &'s Query,
    outline: &'s Outline,
    met: &'s Met,
}

impl<'l> Scan<'l> {
    /// Takes `parts` to look for the queries of `library` in them.
    pub(super) fn new(library: &'l Library, analyzer: &Analyzer, parts: &[&str]) -> Self {
        let texts = parts.iter().map(|part| (*part).to_owned()).collect();
        Self { library, analyzer: analyzer.clone(), texts, first: OnceLock::new() }
    }

    /// Whether the query matches the text.
    pub fn is_match(&self, query: QueryId) -> bool {
        self.ask(query).is_some_and(|asked| asked.is_met())
    }

    /// Where the query matches, or `None`.
    pub fn find(&self, query: QueryId) -> Option<Match> {
        let asked = self.ask(query).filter(Asked::is_met)?;
        let mut passages: Vec<(usize, Range<usize>)> = Vec::new();
        for span in asked.spans(asked.outline) {
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
        self.ask(query)
            .map(|asked| self.trace_of(&asked, &asked.query.ast, asked.outline))
            .unwrap_or_default()
    }

    fn ask(&self, query: QueryId) -> Option<Asked<'_>> {
        let query = self.library.query(query)?;
        let group = self.library.group(query.group)?;
        let mut reading = &self.first;
        loop {
            let read = reading.get_or_init(|| {
                let met = group.read(&self.analyzer, &self.texts);
                Box::new(Reading { group: query.group, met, next: OnceLock::new() })
            });
            if read.group == query.group {
                return Some(Asked { query, outline: group.outline(query.place)?, met: &read.met });
            }
            reading = &read.next;
        }
    }

    fn trace_of(&self, asked: &Asked<'_>, ast: &Ast, outline: &Outline) -> Trace {
        let mut found: Vec<String> = Vec::new();
        for span in asked.spans(outline) {
            let words = self.texts.get(span.part).and_then(|text| text.get(span.bytes()));
            let words = words.unwrap_or_default();
            if !found.iter().any(|known| known == words) {
                found.push(words.to_owned());
            }
        }
        let parts = ast.parts().into_iter().zip(&outline.parts);
        Trace {
            span: ast.span.clone(),
            label: ast.node.label(),
            matched: asked.met.contains_key(&outline.goal) != ast.is_not(),
            found,
            parts: parts.map(|(ast, outline)| self.trace_of(asked, ast, outline)).collect(),
        }
    }
}

impl Asked<'_> {
    fn is_met(&self) -> bool {
        self.met.contains_key(&self.outline.goal) && !self.query.ast.is_not()
    }

    fn spans(&self, outline: &Outline) -> &[Span] {
        self.met.get(&outline.goal).map_or(&[], Vec::as_slice)
    }
}
