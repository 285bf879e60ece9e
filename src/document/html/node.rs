//! A node of a page, and the ways to look at it and around it.

use std::iter;

use html5ever::ns;

use super::tree::{Kind, NodeId, Tree};

/// A node of a tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'t> {
    tree: &'t Tree,
    /// Its name in the tree.
    pub(super) id: NodeId,
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<'t> Node<'t> {
    /// The document itself.
    pub(super) fn root(tree: &'t Tree) -> Self {
        Self { tree, id: NodeId::ROOT }
    }

    fn at(self, id: NodeId) -> Self {
        Self { id, ..self }
    }

    /// Its name, empty for what is no element. Elements of drawings and formulas share the names of HTML:
    /// see [`Self::is_html`].
    pub(super) fn name(self) -> &'t str {
        &self.tree.name(self.id).local
    }

    /// Whether it is an element of HTML itself, not of a drawing or a formula.
    pub(super) fn is_html(self) -> bool {
        self.tree.name(self.id).ns == ns!(html)
    }

    /// Whether it is an element.
    pub(super) fn is_element(self) -> bool {
        matches!(self.tree.kind(self.id), Some(Kind::Element { .. }))
    }

    /// Its text, `None` of what is no text; that of an element is in its children.
    pub(super) fn text(self) -> Option<&'t str> {
        match self.tree.kind(self.id) {
            Some(Kind::Text(text, _)) => Some(text),
            _ => None,
        }
    }

    /// Its attribute `name`.
    pub(super) fn attr(self, name: &str) -> Option<&'t str> {
        let Some(Kind::Element { attributes, .. }) = self.tree.kind(self.id) else { return None };
        attributes.iter().find(|(each, _)| **each == *name).map(|(_, value)| &**value)
    }

    /// Whether its attribute `name` is `value`, in whatever case.
    pub(super) fn has(self, name: &str, value: &str) -> bool {
        self.attr(name).is_some_and(|own| own.trim().eq_ignore_ascii_case(value))
    }

    /// The first word of its role, in small letters; empty where it states none.
    pub(super) fn role(self) -> String {
        let role = self.attr("role").unwrap_or_default();
        role.split_ascii_whitespace().next().unwrap_or_default().to_ascii_lowercase()
    }

    /// Its classes.
    pub(super) fn classes(self) -> impl Iterator<Item = &'t str> {
        self.attr("class").unwrap_or_default().split_ascii_whitespace()
    }

    /// The line of the source it begins on; for an element, that on which its tag ends.
    pub(super) fn line(self) -> u32 {
        self.tree.line(self.id)
    }

    /// The node it stands in.
    pub(super) fn parent(self) -> Option<Self> {
        self.tree.parent(self.id).map(|id| self.at(id))
    }

    /// The elements it stands in, the innermost first.
    pub(super) fn ancestors(self) -> impl Iterator<Item = Self> {
        iter::successors(self.parent(), |node| node.parent())
    }

    /// Its children in order.
    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        let first = self.tree.first_child(self.id).map(|id| self.at(id));
        iter::successors(first, move |node| self.tree.after(node.id).map(|id| self.at(id)))
    }

    /// The element right before it.
    pub(super) fn element_before(self) -> Option<Self> {
        let before = |node: Self| self.tree.before(node.id).map(|id| self.at(id));
        iter::successors(before(self), move |node| before(*node)).find(|node| node.is_element())
    }

    /// Itself and all that stands in it, in order.
    pub(super) fn descendants(self) -> impl Iterator<Item = Self> {
        let mut next = Some(self);
        iter::from_fn(move || {
            let node = next?;
            let below = self.tree.first_child(node.id);
            let beside = || {
                let mut up = iter::successors(Some(node.id), |id| self.tree.parent(*id));
                up.by_ref().take_while(|id| *id != self.id).find_map(|id| self.tree.after(id))
            };
            next = below.or_else(beside).map(|id| self.at(id));
            Some(node)
        })
    }

    /// All its text, seen or not.
    pub(super) fn all_text(self) -> String {
        self.descendants().filter_map(Self::text).collect()
    }
}
