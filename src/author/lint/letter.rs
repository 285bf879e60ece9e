//! The words of letters, ready to be asked where so many of them stand in a row.

use rustc_hash::FxHashMap;

use crate::document::{Block, BlockKind, Document, Location};
use crate::text::Analyzer;

/// How many words in a row are more than a cue.
pub(super) const RUN: usize = 8;

/// The words of several letters, one letter after the other.
pub(super) struct Words<'d> {
    words: Vec<String>,
    /// The letter of each word, and where in it the word stands.
    places: Vec<(usize, &'d Location)>,
    // Asked for one key at a time, never walked.
    runs: FxHashMap<Vec<String>, usize>,
}

/// A run of words that a letter has too.
pub(super) struct Repeated<'d> {
    /// How many words.
    pub(super) length: usize,
    /// Where the letter has them.
    pub(super) location: &'d Location,
}

impl<'d> Words<'d> {
    /// Reads the words of `letters`.
    pub(super) fn new(letters: &'d [Document], analyzer: &Analyzer) -> Self {
        let mut read = Self { words: Vec::new(), places: Vec::new(), runs: FxHashMap::default() };
        for (letter, document) in letters.iter().enumerate() {
            read.read(letter, &document.blocks, analyzer);
        }
        for (first, run) in read.words.windows(RUN).enumerate() {
            if read.places.get(first).map(|p| p.0) == read.places.get(first + RUN - 1).map(|p| p.0) {
                read.runs.entry(run.to_vec()).or_insert(first);
            }
        }
        read
    }

    fn read(&mut self, letter: usize, blocks: &'d [Block], analyzer: &Analyzer) {
        for block in blocks {
            if let BlockKind::Table(table) = &block.kind {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    self.read(letter, &cell.blocks, analyzer);
                }
                continue;
            }
            for word in analyzer.words(&block.text) {
                self.words.push(word.folded);
                self.places.push((letter, &block.location));
            }
        }
    }

    /// Returns the run with which `words` begins, where it is long enough.
    pub(super) fn repeated(&self, words: &[String]) -> Option<Repeated<'d>> {
        let first = *self.runs.get(words.get(..RUN)?)?;
        let (letter, location) = *self.places.get(first)?;
        let here = self.words.iter().zip(&self.places).skip(first);
        let here = here.take_while(|(_, place)| place.0 == letter).map(|(word, _)| word);
        Some(Repeated { length: here.zip(words).take_while(|(one, other)| one == other).count(), location })
    }
}
