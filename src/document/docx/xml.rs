//! Asking the XML of a Word file by WordprocessingML name.

use roxmltree::Node;

/// The WordprocessingML namespaces: transitional, which Word writes, and strict.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Asking elements for what WordprocessingML calls them.
pub(crate) trait Word<'a>: Copy {
    /// Returns the WordprocessingML name of the element, `None` for anything else.
    fn word(self) -> Option<&'a str>;
    /// Tells whether this is the WordprocessingML element `name`.
    fn is(self, name: &str) -> bool;
    /// Returns the first child element called `name`.
    fn child(self, name: &str) -> Option<Node<'a, 'a>>;
    /// Returns the WordprocessingML attribute `name`.
    fn attr(self, name: &str) -> Option<&'a str>;
    /// Returns the `val` attribute of the child `name`.
    fn val(self, name: &str) -> Option<&'a str>;
    /// Returns the number in the `val` attribute of the child `name`.
    fn number<T: std::str::FromStr>(self, name: &str) -> Option<T>;
    /// Returns what the on/off child `name` says, `None` when there is none: `<w:b/>` is on, `w:val="0"` off.
    fn on(self, name: &str) -> Option<bool>;
}

impl<'a> Word<'a> for Node<'a, 'a> {
    fn word(self) -> Option<&'a str> {
        let name = self.tag_name();
        name.namespace().filter(|uri| WORD.contains(uri)).map(|_| name.name())
    }

    fn is(self, name: &str) -> bool {
        self.tag_name().name() == name && self.word().is_some()
    }

    fn child(self, name: &str) -> Option<Node<'a, 'a>> {
        self.children().find(|child| child.is(name))
    }

    fn attr(self, name: &str) -> Option<&'a str> {
        self.attributes()
            .find(|attr| attr.name() == name && attr.namespace().is_some_and(|uri| WORD.contains(&uri)))
            .map(|attr| attr.value())
    }

    fn val(self, name: &str) -> Option<&'a str> {
        self.child(name)?.attr("val")
    }

    fn number<T: std::str::FromStr>(self, name: &str) -> Option<T> {
        self.val(name)?.trim().parse().ok()
    }

    fn on(self, name: &str) -> Option<bool> {
        let child = self.child(name)?;
        Some(!matches!(child.attr("val"), Some("0" | "false" | "off" | "none")))
    }
}
