//! A draft finding: what one item of a letter is about, and how an answer to it may be known.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::cues::cues;
use super::demands::demands;
use super::head::Head;
use super::slug::{Ids, slug};
use crate::letter::Item;
use crate::letter::telling::Telling;
use crate::pack::{AgencyId, Rules, Topic};
use crate::query::Scan;

/// What is drafted for one item.
pub(super) struct DraftFinding<'l> {
    pub(super) id: String,
    pub(super) item: &'l Item,
    pub(super) agencies: Vec<AgencyId>,
    pub(super) cues: Vec<String>,
    /// The topics that it falls into, the most telling first.
    pub(super) topics: Vec<&'l Topic>,
    /// What it is about as a whole.
    pub(super) whole: Subject<'l>,
    /// What each of the things is about that it asks for.
    pub(super) demands: Vec<Subject<'l>>,
}

/// What a text of a letter is about.
pub(super) struct Subject<'l> {
    pub(super) text: &'l str,
    /// The words that set it apart, the most telling first.
    pub(super) words: Vec<String>,
}

/// The most topics of an item: a letter's bullet that falls into more speaks of most in passing.
const MOST_TOPICS: usize = 3;
/// A word is worth asking for that is held by at most one item in so many.
const COMMON: f64 = 1.4;
/// The most telling words.
const MOST_WORDS: usize = 14;

impl<'l> DraftFinding<'l> {
    /// Drafts a finding for `item`, the one at place `at` of the scene.
    pub(super) fn of(at: usize, item: &'l Item, scene: &Scene<'_, 'l>, ids: &mut Ids) -> Self {
        let Scene { items, telling, head, rules, .. } = *scene;
        let subject = |text: &'l str| Subject { text, words: words(text, telling) };
        let whole = subject(&item.text);
        let topics = scene.topics(at);
        let name = topics.first().map_or_else(|| slug(&whole.words.join(" "), 3), |topic| topic.id.clone());
        let cues = cues(at, items, telling, rules);
        let demands = demands(&item.text, &head.framework.id, telling, rules);
        let mut demands: Vec<Subject<'l>> = demands.into_iter().map(subject).collect();
        demands.retain(|demand| !demand.words.is_empty());
        if demands.is_empty() {
            demands.push(subject(&item.text));
        }
        Self {
            id: ids.give(&name),
            item,
            agencies: head.agencies_in(item, rules),
            cues,
            topics,
            whole,
            demands,
        }
    }
}

/// What all findings of a letter are drafted from.
pub(super) struct Scene<'s, 'l> {
    items: &'s [&'l Item],
    telling: &'s Telling<'l>,
    head: &'s Head<'l>,
    rules: &'l Rules,
    /// What each item holds of the topics.
    scans: Vec<Scan<'l>>,
}

impl<'s, 'l> Scene<'s, 'l> {
    pub(super) fn new(
        items: &'s [&'l Item],
        telling: &'s Telling<'l>,
        head: &'s Head<'l>,
        rules: &'l Rules,
    ) -> Self {
        let scans = items.iter().map(|item| rules.library.scan(&rules.analyzer, &[&item.text])).collect();
        Self { items, telling, head, rules, scans }
    }

    /// Returns the topics that the item at place `at` falls into: first those of which it says most, then those that the
    /// fewest items fall into, since they set it apart.
    fn topics(&self, at: usize) -> Vec<&'l Topic> {
        let Some(own) = self.scans.get(at) else { return Vec::new() };
        let asked = self.rules.language.topics.iter().filter_map(|topic| {
            let said = own.find(topic.asked)?.passages.len();
            let items = self.scans.iter().filter(|scan| scan.is_match(topic.asked)).count();
            Some((Reverse(said), items, topic))
        });
        let mut asked: Vec<_> = asked.collect();
        asked.sort_by_key(|(said, items, _)| (*said, *items));
        asked.into_iter().map(|(_, _, topic)| topic).take(MOST_TOPICS).collect()
    }
}

/// Returns the words that set a text apart, those that the fewest items hold first, each stem once; of a text that has
/// none, its words.
pub(super) fn words(text: &str, telling: &Telling<'_>) -> Vec<String> {
    let mut words = telling.content(text);
    words.retain(|word| word.folded.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let mut seen = BTreeSet::new();
    words.retain(|word| seen.insert(word.stem.clone()));
    words.sort_by(|a, b| telling.weight(&b.stem).total_cmp(&telling.weight(&a.stem)));
    let apart = words.iter().filter(|word| telling.weight(&word.stem) >= COMMON.ln()).count();
    let most = if apart == 0 { words.len() } else { apart };
    words.into_iter().take(most.min(MOST_WORDS)).map(|word| word.folded).collect()
}
