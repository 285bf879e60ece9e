//! Shapes: what can be told of queries without any text, such as that one part finds all that another finds.

use std::collections::BTreeMap;

use super::ast::{Ast, Node};
use super::goals::terms;
use super::library::Library;
use super::patterns::Term;
use crate::text::{Analyzer, fold};

/// How much two parts of queries must have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// They match the same texts.
    Texts,
    /// They match the same words of a text, so that a distance counted from them is the same too.
    Words,
}

/// A part of a query without its writing: words by their stems, and no places.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    Run(Vec<Term>),
    Regex(String),
    Set(String),
    All { present: Vec<Shape>, absent: Vec<Shape> },
    Any(Vec<Shape>),
    Near { left: Box<Shape>, right: Box<Shape>, within: usize, ordered: bool },
}

/// Compares parts of the queries of one library.
#[derive(Debug)]
pub struct Shapes<'l> {
    analyzer: &'l Analyzer,
    sets: BTreeMap<&'l str, Shape>,
}

impl<'l> Shapes<'l> {
    /// Gets ready to compare queries of `library`; `analyzer` must be the one that it was built with.
    pub fn new(library: &'l Library, analyzer: &'l Analyzer) -> Self {
        let sets = library.sets().iter().map(|(name, ast)| (name, shape(ast, analyzer))).collect();
        Self { analyzer, sets }
    }

    /// Whether `wide` certainly finds all that `narrow` finds. Sets that use themselves find nothing.
    pub fn finds_all(&self, wide: &Ast, narrow: &Ast, alike: Alike) -> bool {
        self.covers(&shape(wide, self.analyzer), &shape(narrow, self.analyzer), alike, DEEPEST)
    }

    /// Returns each of `choices` that finds nothing which another of them does not find, with that other, by their
    /// places. Of two that find the same the first is kept.
    pub fn shadowed(&self, choices: &[Ast], alike: Alike) -> Vec<(usize, usize)> {
        let shapes: Vec<Shape> = choices.iter().map(|choice| shape(choice, self.analyzer)).collect();
        let covers = |wide: &Shape, narrow: &Shape| self.covers(wide, narrow, alike, DEEPEST);
        // One that is left out itself stands for no other, so that they never leave one another out in a ring.
        let mut shadowed: Vec<(usize, usize)> = Vec::new();
        for (at, narrow) in shapes.iter().enumerate() {
            let is_left = |other: usize| other != at && !shadowed.iter().any(|(gone, _)| *gone == other);
            let mut others =
                shapes.iter().enumerate().filter(|(other, wide)| is_left(*other) && covers(wide, narrow));
            if let Some((other, _)) = others.find(|(other, wide)| *other < at || !covers(narrow, wide)) {
                shadowed.push((at, other));
            }
        }
        shadowed
    }

    fn covers(&self, wide: &Shape, narrow: &Shape, alike: Alike, depth: usize) -> bool {
        if wide == narrow {
            return true;
        }
        let Some(depth) = depth.checked_sub(1) else { return false };
        let covers = |wide: &Shape, narrow: &Shape| self.covers(wide, narrow, alike, depth);
        let set = |name: &String| self.sets.get(name.as_str());
        match (wide, narrow) {
            (_, Shape::Set(name)) => set(name).is_some_and(|narrow| covers(wide, narrow)),
            (_, Shape::Any(parts)) => !parts.is_empty() && parts.iter().all(|narrow| covers(wide, narrow)),
            (Shape::Set(name), _) => set(name).is_some_and(|wide| covers(wide, narrow)),
            (Shape::Any(parts), _) => parts.iter().any(|wide| covers(wide, narrow)),
            (Shape::Run(wide), Shape::Run(narrow)) => {
                let same_length = wide.len() == narrow.len();
                (same_length || alike == Alike::Texts) && self.run_covers(wide, narrow)
            }
            _ if alike == Alike::Words => false,
            (Shape::All { present, absent }, _) => {
                present.iter().all(|wide| covers(wide, narrow))
                    && absent.iter().all(|wide| self.rules_out(narrow, wide, depth))
            }
            (_, Shape::All { present, .. }) => present.iter().any(|narrow| covers(wide, narrow)),
            (_, Shape::Near { left, right, .. }) => covers(wide, left) || covers(wide, right),
            _ => false,
        }
    }

    /// Whether a text that `narrow` matches certainly holds nothing of `absent`.
    fn rules_out(&self, narrow: &Shape, absent: &Shape, depth: usize) -> bool {
        let Shape::All { absent: own, .. } = narrow else { return false };
        own.iter().any(|own| self.covers(own, absent, Alike::Texts, depth))
    }

    fn run_covers(&self, wide: &[Term], narrow: &[Term]) -> bool {
        let covers = |run: &[Term]| wide.iter().zip(run).all(|(wide, narrow)| self.term_covers(wide, narrow));
        !wide.is_empty() && narrow.windows(wide.len()).any(covers)
    }

    fn term_covers(&self, wide: &Term, narrow: &Term) -> bool {
        match (wide, narrow) {
            (Term::Prefix(wide), Term::Stem(stem)) => {
                begins_every_form(wide, stem) && self.analyzer.given(stem).all(|word| word.starts_with(wide))
            }
            (Term::Prefix(wide), Term::Prefix(narrow)) => narrow.starts_with(wide),
            (_, Term::Exact(exact)) if wide != narrow => {
                let folded = fold(exact);
                holds(wide, &folded, &self.analyzer.stem(&folded))
            }
            _ => wide == narrow,
        }
    }
}

/// How deep parts are followed into one another, sets included.
const DEEPEST: usize = 64;

/// Whether every word with this stem begins with `prefix`. The stemmer alters the last letter of some words, and short
/// ones altogether, so it is only said where a letter is to spare or the last one is none of those.
fn begins_every_form(prefix: &str, stem: &str) -> bool {
    let to_spare = prefix.len() < stem.len();
    stem.len() >= 4 && stem.starts_with(prefix) && (to_spare || !stem.ends_with(['e', 'i', 'l']))
}

/// Whether a word has what a term asks for; an exact term is only held against the word it was made of.
fn holds(term: &Term, folded: &str, stem: &str) -> bool {
    match term {
        Term::Stem(asked) => asked == stem,
        Term::Prefix(asked) => folded.starts_with(asked.as_str()),
        Term::Exact(_) => false,
    }
}

fn shape(ast: &Ast, analyzer: &Analyzer) -> Shape {
    let shape_of = |ast: &Ast| shape(ast, analyzer);
    match &ast.node {
        Node::Word(_) | Node::Phrase(_) | Node::Prefix(_) | Node::Exact(_) => {
            Shape::Run(terms(&ast.node, analyzer))
        }
        Node::Regex(pattern) => Shape::Regex(pattern.clone()),
        Node::Set(name) => Shape::Set(name.clone()),
        Node::Or(parts) => Shape::Any(parts.iter().map(shape_of).collect()),
        Node::And(parts) => {
            let (absent, present): (Vec<&Ast>, Vec<&Ast>) = parts.iter().partition(|part| part.is_not());
            Shape::All {
                present: present.into_iter().map(shape_of).collect(),
                absent: absent.into_iter().map(shape_of).collect(),
            }
        }
        // What an `AND` around it counts among the things that must be absent.
        Node::Not(inner) => shape_of(inner),
        Node::Near { left, right, within, ordered } => Shape::Near {
            left: Box::new(shape_of(left)),
            right: Box::new(shape_of(right)),
            within: *within,
            ordered: *ordered,
        },
    }
}
