//! Telling words: those that set one item of a letter apart from its others.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Item;
use crate::pack::Rules;
use crate::text::Word;

/// The words of the items of one letter, and how much each of them tells: the more, the fewer items hold it.
#[derive(Debug)]
pub(crate) struct Telling<'r> {
    rules: &'r Rules,
    /// The stems of each item.
    items: Vec<BTreeSet<String>>,
    /// In how many items each stem stands.
    holding: BTreeMap<String, usize>,
}

impl<'r> Telling<'r> {
    /// Returns the telling words of `items`.
    pub(crate) fn of(items: &[&Item], rules: &'r Rules) -> Self {
        let stems = |item: &&Item| content(&item.text, rules).into_iter().map(|word| word.stem).collect();
        let items: Vec<BTreeSet<String>> = items.iter().map(stems).collect();
        let mut holding: BTreeMap<String, usize> = BTreeMap::new();
        for stem in items.iter().flatten() {
            *holding.entry(stem.clone()).or_default() += 1;
        }
        Self { rules, items, holding }
    }

    /// Returns the words of a text that are about something, in order.
    pub(crate) fn content(&self, text: &str) -> Vec<Word> {
        content(text, self.rules)
    }

    /// Whether a word is about something.
    pub(crate) fn is_content(&self, word: &Word) -> bool {
        is_content(word, self.rules)
    }

    /// Returns how much a stem tells: 0 where every item holds it or none does, at most ln(items).
    pub(crate) fn weight(&self, stem: &str) -> f64 {
        self.holding.get(stem).map_or(0.0, |count| (ratio(self.items.len(), *count)).ln())
    }

    /// Whether the item at place `item` holds a stem.
    pub(crate) fn holds(&self, item: usize, stem: &str) -> bool {
        self.items.get(item).is_some_and(|stems| stems.contains(stem))
    }
}

fn content(text: &str, rules: &Rules) -> Vec<Word> {
    rules.analyzer.words(text).into_iter().filter(|word| is_content(word, rules)).collect()
}

fn is_content(word: &Word, rules: &Rules) -> bool {
    word.folded.len() > 1
        && word.folded.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !rules.language.function_words.contains(&word.folded)
}

fn ratio(of: usize, to: usize) -> f64 {
    // No letter has so many items that a count loses digits.
    #[allow(clippy::cast_precision_loss, reason = "a count of items is far below 2^52")]
    let ratio = of as f64 / to.max(1) as f64;
    ratio
}
