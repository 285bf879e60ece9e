//! Running prose: which of its sentences belong together, and which of them promise something by a day.

use super::agencies::doer_of_sentence;
use super::model::Standing;
use super::plan::Reader;

/// Sentences of running prose that belong together.
pub(super) struct Group {
    pub(super) words: String,
    /// Whether a sentence promises something, be it ever so weakly.
    promises: bool,
    /// Whether a promise is firm.
    firm: bool,
    /// Whether the promise with which it begins says who keeps it.
    named: bool,
    /// Whether a day is named, in the promise or behind it.
    dated: bool,
}

/// Returns the sentences of `text` in groups: with each that promises something of somebody new begins another.
pub(super) fn groups(text: &str, reader: &Reader<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for sentence in reader.judge.sentences(text) {
        let named = doer_of_sentence(&sentence.text, reader).is_some();
        // What says only how success is known belongs to the promise before, and is none.
        let promises = reader.judge.promises(&sentence.text) && (named || !reader.is_measure(&sentence.text));
        let next = Group {
            promises,
            firm: promises && sentence.standing == Standing::Firm,
            named: promises && named,
            dated: !reader.dates.in_text(&sentence.text).is_empty(),
            words: sentence.text,
        };
        match groups.last_mut() {
            Some(group) if !group.ends_before(&next) => group.add(next),
            _ => groups.push(next),
        }
    }
    groups
}

impl Group {
    /// Whether it says what will be done. Without a day too much of what prose promises is only talk of the work.
    pub(super) fn is_action(&self) -> bool {
        self.firm && self.dated
    }

    /// Whether `next` is another promise, and not more about this one.
    fn ends_before(&self, next: &Self) -> bool {
        self.promises && next.promises && (next.named || self.dated && next.dated)
    }

    fn add(&mut self, next: Self) {
        self.words.push(' ');
        self.words.push_str(&next.words);
        self.dated = next.dated || self.promises && self.dated;
        self.promises |= next.promises;
        self.firm |= next.firm;
    }
}
