//! Asking the XML of an OpenDocument file by OpenDocument name.

use roxmltree::Node;

/// The vocabularies of OpenDocument that say something about text, and LibreOffice's additions to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ns {
    Office,
    Text,
    Table,
    Draw,
    Style,
    Fo,
    Svg,
    Link,
    Manifest,
    /// Fields as Word has them.
    Field,
    /// What LibreOffice writes ahead of the standard.
    Ahead,
    /// Anything else.
    Other,
}

impl Ns {
    fn of(uri: Option<&str>) -> Self {
        let Some(uri) = uri else { return Self::Other };
        let Some(name) = uri.strip_prefix("urn:oasis:names:tc:opendocument:xmlns:") else {
            return match uri {
                "http://www.w3.org/1999/xlink" => Self::Link,
                "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" => Self::Field,
                "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" => Self::Ahead,
                _ => Self::Other,
            };
        };
        match name {
            "office:1.0" => Self::Office,
            "text:1.0" => Self::Text,
            "table:1.0" => Self::Table,
            "drawing:1.0" => Self::Draw,
            "style:1.0" => Self::Style,
            "xsl-fo-compatible:1.0" => Self::Fo,
            "svg-compatible:1.0" => Self::Svg,
            "manifest:1.0" => Self::Manifest,
            _ => Self::Other,
        }
    }
}

/// Asking elements for what OpenDocument calls them.
pub(super) trait Odf<'a>: Copy {
    /// Returns the name of the element, an empty one for text and comments.
    fn name(self) -> (Ns, &'a str);
    /// Tells whether this is the element `name` of `ns`.
    fn is(self, ns: Ns, name: &str) -> bool;
    /// Returns the first child element called so.
    fn child(self, ns: Ns, name: &str) -> Option<Node<'a, 'a>>;
    /// Returns the child elements.
    fn elements(self) -> impl Iterator<Item = Node<'a, 'a>>;
    /// Returns the attribute `name` of `ns`.
    fn attr(self, ns: Ns, name: &str) -> Option<&'a str>;
    /// Returns the number in the attribute `name` of `ns`.
    fn number(self, ns: Ns, name: &str) -> Option<usize>;
    /// Tells whether the attribute `name` of `ns` says `true`.
    fn yes(self, ns: Ns, name: &str) -> bool;
}

impl<'a> Odf<'a> for Node<'a, 'a> {
    fn name(self) -> (Ns, &'a str) {
        let name = self.tag_name();
        (Ns::of(name.namespace()), name.name())
    }

    fn is(self, ns: Ns, name: &str) -> bool {
        self.tag_name().name() == name && Ns::of(self.tag_name().namespace()) == ns
    }

    fn child(self, ns: Ns, name: &str) -> Option<Node<'a, 'a>> {
        self.children().find(|child| child.is(ns, name))
    }

    fn elements(self) -> impl Iterator<Item = Node<'a, 'a>> {
        self.children().filter(Node::is_element)
    }

    fn attr(self, ns: Ns, name: &str) -> Option<&'a str> {
        self.attributes()
            .find(|attr| attr.name() == name && Ns::of(attr.namespace()) == ns)
            .map(|attr| attr.value())
    }

    fn number(self, ns: Ns, name: &str) -> Option<usize> {
        self.attr(ns, name)?.trim().parse().ok()
    }

    fn yes(self, ns: Ns, name: &str) -> bool {
        self.attr(ns, name) == Some("true")
    }
}
