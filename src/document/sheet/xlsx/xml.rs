//! Asking the XML of a workbook by SpreadsheetML name.

use roxmltree::Node;

/// Asking elements for what SpreadsheetML calls them. Its namespaces differ between transitional and strict files,
/// and no part mixes in names of another that could be taken for its own.
pub(super) trait Sml<'a, 'i: 'a>: Copy {
    /// Tells whether this is the element `name`.
    fn is(self, name: &str) -> bool;
    /// Returns the first child element called `name`.
    fn child(self, name: &str) -> Option<Node<'a, 'i>>;
    /// Returns the child elements called `name`.
    fn all(self, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>>;
    /// Returns the attribute `name`.
    fn attr(self, name: &str) -> Option<&'a str>;
    /// Returns the number in the attribute `name`.
    fn number<T: std::str::FromStr>(self, name: &str) -> Option<T>;
    /// Tells whether the attribute `name` says yes.
    fn flag(self, name: &str) -> bool;
}

impl<'a, 'i: 'a> Sml<'a, 'i> for Node<'a, 'i> {
    fn is(self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }

    fn child(self, name: &str) -> Option<Node<'a, 'i>> {
        self.children().find(|child| child.is(name))
    }

    fn all(self, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
        self.children().filter(move |child| child.is(name))
    }

    fn attr(self, name: &str) -> Option<&'a str> {
        self.attribute(name)
    }

    fn number<T: std::str::FromStr>(self, name: &str) -> Option<T> {
        self.attr(name)?.trim().parse().ok()
    }

    fn flag(self, name: &str) -> bool {
        matches!(self.attr(name), Some("1" | "true" | "on"))
    }
}
