//! Quotations of the letter: which findings a text of the statement quotes, rewords, or names as the letter does.

mod headings;
mod reworded;

use crate::letter::{Item, Letter};
use crate::pack::{Inspection, Rules};
use crate::text::sentences;
use headings::Headings;
use reworded::Reworded;

/// The items of a letter, with the findings that stand for each.
#[derive(Debug)]
pub(super) struct Quoted<'r> {
    rules: &'r Rules,
    headings: Headings,
    reworded: Reworded<'r>,
    /// The findings of each item, by their places in the inspection.
    findings: Vec<Vec<usize>>,
}

impl<'r> Quoted<'r> {
    /// Lays the findings of `inspection`, one of `rules`, beside the items of its letter.
    pub(super) fn new(letter: &Letter, rules: &'r Rules, inspection: &Inspection) -> Self {
        let items: Vec<&Item> = letter.to_be_put_right().collect();
        Self {
            rules,
            headings: Headings::of(&items, &rules.analyzer),
            reworded: Reworded::of(&items, letter.area.as_deref(), rules),
            findings: beside(&items, rules, inspection),
        }
    }

    /// Returns the findings that a pointer names: by heading and number of the letter, else by what it quotes or rewords.
    pub(super) fn findings(&self, text: &str) -> Vec<usize> {
        let named = self.headings.named(text, &self.rules.analyzer);
        self.of_items(if named.is_empty() { self.reworded(text) } else { named })
    }

    /// Returns the findings that a heading names. One that only says which agency acts names none, unless the letter has
    /// it too.
    pub(super) fn findings_of_heading(&self, text: &str) -> Vec<usize> {
        let named = self.headings.named(text, &self.rules.analyzer);
        if !named.is_empty() || self.is_agency(text) {
            return self.of_items(named);
        }
        self.of_items(self.reworded(text))
    }

    fn is_agency(&self, text: &str) -> bool {
        self.rules.agencies_in(text).next().is_some()
    }

    /// Returns the findings that an action names in its own words, where nothing points at any.
    pub(super) fn findings_in(&self, action: &str) -> Vec<usize> {
        self.of_items(self.reworded.item_of(action))
    }

    /// Returns the items that each part of a text quotes or rewords.
    fn reworded(&self, text: &str) -> Vec<usize> {
        let parts = sentences(text, &self.rules.language.abbreviations);
        let parts = parts.into_iter().filter_map(|range| text.get(range)).flat_map(|part| part.split(';'));
        let mut items: Vec<usize> = parts.flat_map(|part| self.reworded.item_of(part)).collect();
        items.sort_unstable();
        items.dedup();
        items
    }

    fn of_items(&self, items: Vec<usize>) -> Vec<usize> {
        items.into_iter().filter_map(|item| self.findings.get(item)).flatten().copied().collect()
    }
}

/// Returns the findings of each item: those of whose cues it holds the most.
fn beside(items: &[&Item], rules: &Rules, inspection: &Inspection) -> Vec<Vec<usize>> {
    let scans: Vec<_> = items.iter().map(|item| rules.library.scan(&rules.analyzer, &[&item.text])).collect();
    let mut findings = vec![Vec::new(); items.len()];
    for (at, finding) in inspection.findings.iter().enumerate() {
        let counts = scans.iter().map(|scan| finding.cues.iter().filter(|cue| scan.is_match(**cue)).count());
        // Of items with as many cues the first, in which the matter is raised.
        let best = counts.enumerate().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0);
        if let Some(findings) = best.and_then(|(item, _)| findings.get_mut(item)) {
            findings.push(at);
        }
    }
    findings
}
