//! Quotations of the letter: which findings a text of the statement quotes, rewords or names by the heading that the
//! letter gives them.

use crate::letter::{Item, ItemKind, Letter, Telling};
use crate::pack::{Inspection, Rules};

/// The items of a letter, with the findings that stand for each.
#[derive(Debug)]
pub(super) struct Quoted<'r> {
    telling: Telling<'r>,
    /// The findings of each item, by their places in the inspection.
    findings: Vec<Vec<usize>>,
    /// The headings of the letter, as stems, each with the findings under it.
    headings: Vec<(Vec<String>, Vec<usize>)>,
}

/// How much of what a text tells must stand in the item that it quotes.
const SHARE: f64 = 0.5;
/// How much more than any other item that one must hold.
const AHEAD: f64 = 0.15;
/// The fewest telling words by which an item is known, of a text that has so many.
const FEWEST: usize = 2;

impl<'r> Quoted<'r> {
    /// Lays the findings of `inspection`, one of `rules`, beside the items of its letter.
    pub(super) fn new(letter: &Letter, rules: &'r Rules, inspection: &Inspection) -> Self {
        let items: Vec<&Item> = letter.items.iter().filter(|item| item.kind != ItemKind::NextStep).collect();
        let telling = Telling::of(&items, rules);
        let findings = beside(&items, rules, inspection);
        let mut headings: Vec<(Vec<String>, Vec<usize>)> = Vec::new();
        for (item, findings) in items.iter().zip(&findings) {
            let stems = stems(&telling, &item.heading);
            match headings.iter_mut().find(|(heading, _)| *heading == stems) {
                Some((_, under)) => under.extend(findings),
                None => headings.push((stems, findings.clone())),
            }
        }
        headings.retain(|(heading, _)| !heading.is_empty());
        Self { telling, findings, headings }
    }

    /// Returns the findings that `text` names.
    pub(super) fn findings(&self, text: &str) -> &[usize] {
        let stems = stems(&self.telling, text);
        let heading = self.headings.iter().find(|(heading, _)| *heading == stems);
        heading.map_or_else(|| self.reworded(&stems), |(_, findings)| findings)
    }

    /// Returns the findings of the item that holds most of what `stems` tell, where one holds clearly more than others.
    fn reworded(&self, stems: &[String]) -> &[usize] {
        let fewest = FEWEST.min(stems.len()).max(1);
        let whole: f64 = stems.iter().map(|stem| self.telling.weight(stem)).sum();
        let share = |item: usize| {
            let held = || stems.iter().filter(|stem| self.telling.holds(item, stem));
            let weight: f64 = held().map(|stem| self.telling.weight(stem)).sum();
            if held().count() < fewest || whole <= 0.0 { 0.0 } else { weight / whole }
        };
        let mut shares: Vec<(f64, usize)> = (0..self.findings.len()).map(|item| (share(item), item)).collect();
        shares.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let clear = |best: f64, rest: &[(f64, usize)]| rest.first().is_none_or(|next| best - next.0 >= AHEAD);
        match shares.as_slice() {
            [(best, item), rest @ ..] if *best >= SHARE && clear(*best, rest) => {
                self.findings.get(*item).map(Vec::as_slice).unwrap_or_default()
            }
            _ => &[],
        }
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

/// Returns the stems of the words of a text that are about something, in order.
fn stems(telling: &Telling<'_>, text: &str) -> Vec<String> {
    telling.content(text).into_iter().map(|word| word.stem).collect()
}
