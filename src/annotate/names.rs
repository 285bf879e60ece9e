//! How a file writes the names of its vocabulary: the prefix it uses, or one that is declared on the spot.

use roxmltree::Node;

use super::edits::{raw_prefix, xml};

/// Writes element and attribute names so that they mean the vocabulary of a given element.
#[derive(Debug)]
pub(super) struct Names {
    prefix: String,
    /// The declaration of the prefix, where the file has none that attributes could use.
    declared: String,
}

impl Names {
    /// Returns the names of the vocabulary of `element`, as it writes them in `text`.
    pub(super) fn of(element: Node<'_, '_>, text: &str) -> Self {
        let prefix = raw_prefix(element, text);
        if prefix.is_empty() {
            let uri = element.tag_name().namespace().unwrap_or_default();
            return Self { prefix: "w:".to_owned(), declared: format!(" xmlns:w=\"{}\"", xml(uri)) };
        }
        Self { prefix, declared: String::new() }
    }

    /// Returns the name of an attribute, or of an element inside one that was opened by [`Self::open`].
    pub(super) fn name(&self, local: &str) -> String {
        format!("{}{local}", self.prefix)
    }

    /// Returns the beginning of a tag that opens an element, its declaration included: `<w:comment`.
    pub(super) fn open(&self, local: &str) -> String {
        format!("<{}{local}{}", self.prefix, self.declared)
    }
}
