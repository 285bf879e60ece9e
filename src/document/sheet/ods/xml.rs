//! Asking the XML of a spreadsheet by OpenDocument name.

use roxmltree::Node;

const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

/// Asking elements for what OpenDocument calls them, without the prefix: names differ without it wherever they are
/// asked for here.
pub(super) trait Odf<'a, 'i: 'a>: Copy {
    /// Returns the name of the element, empty for text.
    fn name(self) -> &'a str;
    /// Tells whether this is the element `name`.
    fn is(self, name: &str) -> bool;
    /// Returns the first child element called `name`.
    fn child(self, name: &str) -> Option<Node<'a, 'i>>;
    /// Returns the attribute `name`.
    fn attr(self, name: &str) -> Option<&'a str>;
    /// Returns the attribute `office:name`, where extensions have one of the same name.
    fn office(self, name: &str) -> Option<&'a str>;
    /// Returns how often the attribute `name` says that the element is repeated or how far it goes, at least once.
    fn times(self, name: &str) -> u32;
}

impl<'a, 'i: 'a> Odf<'a, 'i> for Node<'a, 'i> {
    fn name(self) -> &'a str {
        if self.is_element() { self.tag_name().name() } else { "" }
    }

    fn is(self, name: &str) -> bool {
        self.name() == name
    }

    fn child(self, name: &str) -> Option<Node<'a, 'i>> {
        self.children().find(|child| child.is(name))
    }

    fn attr(self, name: &str) -> Option<&'a str> {
        self.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
    }

    fn office(self, name: &str) -> Option<&'a str> {
        self.attribute((OFFICE, name))
    }

    fn times(self, name: &str) -> u32 {
        self.attr(name).and_then(|times| times.trim().parse().ok()).unwrap_or(1).max(1)
    }
}
