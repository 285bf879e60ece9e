//! Where on a page a statement stands: how deep its headings are, and how its links are told from those of others.

use maud::Markup;

use super::parts;

/// The frame of one statement on a page that may hold several.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// What its ids begin with; empty where it has the page for itself.
    prefix: String,
    /// The level of the headings of its parts.
    level: u8,
}

impl Frame {
    /// Returns the frame of a statement that has the page for itself.
    pub(super) fn alone() -> Self {
        Self { prefix: String::new(), level: 2 }
    }

    /// Returns the frame of the statement at a place among several, counted from 1.
    pub(super) fn among(place: usize) -> Self {
        Self { prefix: format!("s{place}-"), level: 3 }
    }

    /// Returns an id that is the statement's own.
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Returns the id of an item of the letter, or of an aspect as `finding.aspect`. Whatever the rules call it, it is
    /// no other id of the page: none of those has a low line.
    pub(super) fn item(&self, id: &str) -> String {
        self.id(&format!("item_{}", id.replace('.', "_")))
    }

    /// Returns a heading so many levels below that of a part, with its id.
    pub(super) fn heading(&self, below: u8, id: Option<&str>, words: &Markup) -> Markup {
        parts::heading(self.level + below, id, words)
    }
}
