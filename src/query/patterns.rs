//! What queries look for, each pattern once: runs of words in one tree, so that a text is read only once for all.

use rustc_hash::FxHashMap;

use crate::text::{Analyzer, fold};

/// A property of one word that a pattern may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Term {
    /// The word has this stem.
    Stem(String),
    /// The word is written exactly so.
    Exact(String),
    /// The folded word begins so.
    Prefix(String),
}

/// Names a [`Term`] of a [`Patterns`].
pub(super) type TermId = usize;
/// Names a distinct pattern, counted from 0 in the order of their coming.
pub(super) type LeafId = usize;

/// A place in the tree of patterns; [`ROOT`] is where every pattern begins.
pub(super) type Branch = usize;
/// Where every pattern begins.
pub(super) const ROOT: Branch = 0;

#[derive(Debug, Default)]
struct Fork {
    leaf: Option<LeafId>,
    has_more: bool,
}

/// All runs of words that the queries look for.
#[derive(Debug)]
pub(super) struct Patterns {
    // These maps are only ever asked for one key: nothing depends on the order they hold their keys in.
    stems: FxHashMap<String, TermId>,
    exacts: FxHashMap<String, TermId>,
    prefixes: FxHashMap<String, TermId>,
    steps: FxHashMap<(Branch, TermId), Branch>,
    /// The lengths of all prefixes, in bytes.
    prefix_lengths: Vec<usize>,
    terms: usize,
    forks: Vec<Fork>,
}

impl Patterns {
    /// Returns an empty collection.
    pub(super) fn new() -> Self {
        Self {
            stems: FxHashMap::default(),
            exacts: FxHashMap::default(),
            prefixes: FxHashMap::default(),
            steps: FxHashMap::default(),
            prefix_lengths: Vec::new(),
            terms: 0,
            forks: vec![Fork::default()],
        }
    }

    /// Adds a run of words unless it is there. Its leaf is `leaf` when new, else the one it has already.
    pub(super) fn add(&mut self, run: Vec<Term>, leaf: LeafId) -> LeafId {
        let mut branch = ROOT;
        for term in run {
            let term = self.term(term);
            let next = self.forks.len();
            let step = *self.steps.entry((branch, term)).or_insert(next);
            if step == next {
                self.forks.push(Fork::default());
            }
            if let Some(fork) = self.forks.get_mut(branch) {
                fork.has_more = true;
            }
            branch = step;
        }
        self.forks.get_mut(branch).map_or(leaf, |fork| *fork.leaf.get_or_insert(leaf))
    }

    fn term(&mut self, term: Term) -> TermId {
        let (map, word) = match term {
            Term::Stem(word) => (&mut self.stems, word),
            Term::Exact(word) => (&mut self.exacts, word),
            Term::Prefix(word) => {
                if !self.prefix_lengths.contains(&word.len()) {
                    self.prefix_lengths.push(word.len());
                }
                (&mut self.prefixes, word)
            }
        };
        let id = *map.entry(word).or_insert(self.terms);
        self.terms = self.terms.max(id + 1);
        id
    }

    /// Returns the terms that a word, as written, has.
    pub(super) fn terms_of(&self, analyzer: &Analyzer, exact: &str) -> Box<[TermId]> {
        let folded = fold(exact);
        let stem = analyzer.stem(&folded);
        let prefix = |&length: &usize| self.prefixes.get(folded.get(..length)?);
        let whole = self.stems.get(&stem).into_iter().chain(self.exacts.get(exact));
        whole.chain(self.prefix_lengths.iter().filter_map(prefix)).copied().collect()
    }

    /// Follows `term` from `branch`.
    pub(super) fn step(&self, branch: Branch, term: TermId) -> Option<Branch> {
        self.steps.get(&(branch, term)).copied()
    }

    /// Returns the pattern that ends at `branch`, and whether longer ones go on from it.
    pub(super) fn at(&self, branch: Branch) -> (Option<LeafId>, bool) {
        self.forks.get(branch).map_or((None, false), |fork| (fork.leaf, fork.has_more))
    }
}
