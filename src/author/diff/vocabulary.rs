//! Vocabulary: the words of a statement, and what they leave of a query.

use std::collections::BTreeSet;

use crate::document::{Block, BlockKind, Document};
use crate::query::{Ast, Node};
use crate::text::{Analyzer, Word};

/// The words of a statement, of whatever part of it.
#[derive(Debug)]
pub(super) struct Vocabulary<'a> {
    analyzer: &'a Analyzer,
    stems: BTreeSet<String>,
    folded: BTreeSet<String>,
}

impl<'a> Vocabulary<'a> {
    /// Gathers the words of documents. A word with signs in it is gathered in its pieces too, since a sentence or a label
    /// may be cut there.
    pub(super) fn new(documents: &[Document], analyzer: &'a Analyzer) -> Self {
        let mut words = Self { analyzer, stems: BTreeSet::new(), folded: BTreeSet::new() };
        documents.iter().for_each(|document| words.blocks(&document.blocks));
        words
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.text(&block.text);
            let location = &block.location;
            location.headings.iter().chain(&location.sheet).for_each(|text| self.text(text));
            if let BlockKind::Table(table) = &block.kind {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    self.blocks(&cell.blocks);
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        for word in self.analyzer.words(text) {
            let is_sign = |sign: char| !sign.is_alphanumeric();
            if word.exact.contains(is_sign) {
                let pieces: Vec<Word> =
                    word.exact.split(is_sign).flat_map(|piece| self.analyzer.words(piece)).collect();
                pieces.into_iter().for_each(|piece| self.add(piece));
            }
            self.add(word);
        }
    }

    fn add(&mut self, word: Word) {
        self.stems.insert(word.stem);
        self.folded.insert(word.folded);
    }

    /// Returns what is left of a query once everything that these words cannot meet is struck out, in an order that does
    /// not hang on how it was written; `None` where nothing is left.
    pub(super) fn left_of(&self, query: &Ast) -> Option<Left> {
        match &query.node {
            Node::And(parts) => {
                let mut left = Vec::new();
                for part in parts {
                    match (&part.node, self.left_of(part)) {
                        // What cannot be there need not be forbidden.
                        (Node::Not(_), None) => {}
                        (_, part) => left.push(part?),
                    }
                }
                Some(Left::of("AND", left))
            }
            Node::Or(parts) => {
                let left: Vec<Left> = parts.iter().filter_map(|part| self.left_of(part)).collect();
                (!left.is_empty()).then(|| Left::of("OR", left))
            }
            Node::Not(inner) => Some(Left("NOT".to_owned(), vec![self.left_of(inner)?])),
            Node::Near { left, right, .. } => {
                Some(Left(query.node.label(), vec![self.left_of(left)?, self.left_of(right)?]))
            }
            node => self.may_meet(node).then(|| Left(self.looked_for(node), Vec::new())),
        }
    }

    /// Returns what is looked for by what is no operator: words of one stem look for the same.
    fn looked_for(&self, node: &Node) -> String {
        match node {
            Node::Word(word) if is_plain(word) => self.analyzer.stem(word),
            node => node.label(),
        }
    }

    /// Whether the words may meet what is no operator. In doubt they may.
    fn may_meet(&self, node: &Node) -> bool {
        match node {
            Node::Word(word) => self.may_hold(word),
            Node::Phrase(words) => words.iter().all(|word| self.may_hold(word)),
            Node::Prefix(start) => self.may_begin(start),
            _ => true,
        }
    }

    /// Whether a word of a query, or one of a phrase, may be among the words.
    fn may_hold(&self, word: &str) -> bool {
        if let Some(start) = word.strip_suffix('*') {
            return self.may_begin(start);
        }
        let folded = word.to_lowercase();
        !is_plain(&folded) || self.stems.contains(&self.analyzer.stem(&folded))
    }

    fn may_begin(&self, start: &str) -> bool {
        let start = start.to_lowercase();
        let next = self.folded.range(start.clone()..).next();
        !is_plain(&start) || next.is_some_and(|word| word.starts_with(&start))
    }
}

/// Whether a word is of plain letters, so that no rule of cutting words can make something else of it.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// What is left of a query: an operator and its parts, or a word, phrase or set without any.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Left(String, Vec<Left>);

impl Left {
    /// Returns parts of which all or any are asked for; a single one stands for itself.
    fn of(operator: &str, mut parts: Vec<Self>) -> Self {
        parts.sort();
        parts.dedup();
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => {
                parts.extend(last);
                Self(operator.to_owned(), parts)
            }
        }
    }
}
