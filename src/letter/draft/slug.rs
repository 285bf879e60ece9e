//! Ids made of words: small letters, digits and hyphens, each given once.

use std::collections::BTreeSet;

/// The ids that are given already.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// Notes an id that is given elsewhere.
    pub(super) fn take(&mut self, id: &str) {
        self.0.insert(id.to_owned());
    }

    /// Returns the id for `name`, with a number behind it where it is taken.
    pub(super) fn give(&mut self, name: &str) -> String {
        let numbered = (2..).map(|n| format!("{name}-{n}"));
        let free = std::iter::once(name.to_owned()).chain(numbered).find(|id| !self.0.contains(id));
        let id = free.unwrap_or_else(|| name.to_owned());
        self.take(&id);
        id
    }
}

/// Returns text as an id, of no more than `most` words.
pub(super) fn slug(text: &str, most: usize) -> String {
    let text = text.to_lowercase().replace(['\'', '\u{2019}'], "");
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.take(most).collect::<Vec<_>>().join("-")
}
