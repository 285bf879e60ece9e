//! Drafts: the rules that a letter gives by itself, for a check before anybody has written rules, and for a person to
//! finish.
//!
//! A draft is a rule file like any other, so that what is checked by and what is handed to an author are the same
//! (`write`). One finding stands for each item (`finding`); what it is about is told by the topics that its words
//! fall into, and by the words that set it apart from the other items (`telling`).

mod cues;
mod demands;
mod finding;
mod head;
mod slug;
mod write;

use std::collections::BTreeMap;

use super::telling::Telling;
use crate::letter::{Item, ItemKind, Letter};
use crate::pack::{NextStepCheck, Rules, Source};
use finding::{DraftFinding, Scene};
use head::Head;

/// How much of the letter a draft may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// The letter's own words stand in for summaries: for a check at once, kept nowhere.
    Letter,
    /// Summaries are left blank, for an author to say them in words of their own.
    Blank,
}

/// The rules that a letter gives by itself.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The rule file.
    pub source: Source,
    /// What the letter asks, by the id that it has in the rules.
    pub asked: BTreeMap<String, Item>,
}

/// Returns the rules that a letter gives by itself; `None` where it asks for nothing, or its
/// kind is not known.
pub fn draft(letter: &Letter, rules: &Rules, wording: Wording) -> Option<Draft> {
    let head = Head::of(letter, rules)?;
    let items: Vec<&Item> = letter.to_be_put_right().collect();
    let telling = Telling::of(&items, letter.area.as_deref(), rules);
    let says_something = |item: &&&Item| !finding::words(&item.text, &telling).is_empty();
    let asked: Vec<&Item> = items.iter().filter(says_something).copied().collect();
    if asked.is_empty() {
        return None;
    }
    let mut ids = slug::Ids::default();
    let steps = steps(letter, rules);
    steps.iter().for_each(|step| ids.take(step.check.name()));
    let scene = Scene::new(&asked, &telling, &head, rules);
    let findings = asked.iter().enumerate();
    let findings: Vec<DraftFinding<'_>> =
        findings.map(|(at, item)| DraftFinding::of(at, item, &scene, &mut ids)).collect();
    let name = format!("{}/{}.toml", letter.file, head.id);
    let steps_asked = steps.iter().map(|step| (step.check.name().to_owned(), step.item.clone()));
    let findings_asked = findings.iter().map(|finding| (finding.id.clone(), finding.item.clone()));
    Some(Draft {
        source: Source::new(name, &write::toml(&head, &steps, &findings, letter, wording)),
        asked: steps_asked.chain(findings_asked).collect(),
    })
}

/// A demand on the statement itself.
struct DraftStep<'l> {
    check: NextStepCheck,
    item: &'l Item,
    shown_by: Option<&'l str>,
}

/// Returns the demands on the statement that can be checked, each once.
fn steps<'l>(letter: &'l Letter, rules: &'l Rules) -> Vec<DraftStep<'l>> {
    let mut steps: Vec<DraftStep<'l>> = Vec::new();
    for item in letter.items.iter().filter(|item| item.kind == ItemKind::NextStep) {
        let scan = rules.library.scan(&rules.analyzer, &[&item.text]);
        for demand in rules.language.demands.iter().filter(|demand| scan.is_match(demand.asked)) {
            if !steps.iter().any(|step| step.check == demand.check) {
                let shown_by = demand.shown_by_at.as_ref().map(|at| rules.text_at(at));
                steps.push(DraftStep { check: demand.check, item, shown_by });
            }
        }
    }
    steps
}
