//! The tree of a page: its elements and texts, each with the line of the source it begins on.

use std::num::NonZeroU32;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, local_name, ns};

/// A node's name in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(NonZeroU32);

impl NodeId {
    /// The document itself.
    pub(super) const ROOT: Self = Self(NonZeroU32::MIN);

    /// Its place among all nodes, counted from 0.
    pub(super) fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    /// The document, or something that is never shown: a comment, a doctype.
    Nothing,
    /// An element.
    Element {
        /// Its name, with its namespace.
        name: QualName,
        /// Its attributes without namespace, by name.
        attributes: Box<[(LocalName, StrTendril)]>,
    },
    /// A stretch of text, and the line it ends on.
    Text(StrTendril, u32),
}

#[derive(Debug)]
struct Slot {
    kind: Kind,
    line: u32,
    depth: u32,
    parent: Option<NodeId>,
    before: Option<NodeId>,
    after: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
}

/// A page as a tree; what is taken out of it stays as an orphan that nothing reaches.
#[derive(Debug)]
pub(super) struct Tree {
    slots: Vec<Slot>,
    nameless: QualName,
}

impl Tree {
    /// A page with nothing on it.
    pub(super) fn new() -> Self {
        let mut tree = Self { slots: Vec::new(), nameless: QualName::new(None, ns!(), local_name!("")) };
        tree.add(Kind::Nothing, 1);
        tree
    }

    /// How many nodes there are, orphans among them.
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Makes an element that stands nowhere yet.
    pub(super) fn element(&mut self, name: QualName, attributes: Vec<Attribute>, line: u32) -> NodeId {
        let attributes = attributes.into_iter().map(|each| (each.name.local, each.value)).collect();
        self.add(Kind::Element { name, attributes }, line)
    }

    /// Makes a text that stands nowhere yet.
    pub(super) fn text(&mut self, text: StrTendril, line: u32) -> NodeId {
        let end = line.saturating_add(lines_in(&text));
        self.add(Kind::Text(text, end), line)
    }

    fn add(&mut self, kind: Kind, line: u32) -> NodeId {
        let slot =
            Slot { kind, line, depth: 0, parent: None, before: None, after: None, first: None, last: None };
        self.slots.push(slot);
        let number = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        NonZeroU32::new(number).map_or(NodeId::ROOT, NodeId)
    }

    /// The name of the element `id`, an empty one where it is none.
    pub(super) fn name(&self, id: NodeId) -> &QualName {
        match self.kind(id) {
            Some(Kind::Element { name, .. }) => name,
            _ => &self.nameless,
        }
    }

    /// Adds to the element `id` those of `attributes` that it lacks.
    pub(super) fn add_missing(&mut self, id: NodeId, more: Vec<Attribute>) {
        if let Some(Slot { kind: Kind::Element { attributes, .. }, .. }) = self.slots.get_mut(id.index()) {
            let mut all = std::mem::take(attributes).into_vec();
            for each in more {
                if all.iter().all(|(name, _)| *name != each.name.local) {
                    all.push((each.name.local, each.value));
                }
            }
            *attributes = all.into();
        }
    }

    /// How many nodes stand around `id`, as far as was known when it was put where it is.
    pub(super) fn depth(&self, id: NodeId) -> u32 {
        self.slots.get(id.index()).map_or(0, |slot| slot.depth)
    }

    /// The parent of `id`, `None` of an orphan.
    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.slots.get(id.index())?.parent
    }

    /// The last child of `id`.
    pub(super) fn last_child(&self, id: NodeId) -> Option<NodeId> {
        self.slots.get(id.index())?.last
    }

    /// The sibling right before `id`.
    pub(super) fn before(&self, id: NodeId) -> Option<NodeId> {
        self.slots.get(id.index())?.before
    }

    /// Puts the text `more`, which begins on `line`, behind the text `id`; gives it back when `id` is no text, or one
    /// that something of the source stands behind.
    pub(super) fn extend_text(&mut self, id: NodeId, more: StrTendril, line: u32) -> Option<StrTendril> {
        match self.slots.get_mut(id.index()) {
            Some(Slot { kind: Kind::Text(text, end), .. }) if *end == line => {
                *end = line.saturating_add(lines_in(&more));
                text.push_tendril(&more);
                None
            }
            _ => Some(more),
        }
    }

    /// Puts the orphan `child` last into `parent`.
    pub(super) fn append(&mut self, parent: NodeId, child: NodeId) {
        let last = self.last_child(parent);
        self.link(child, Some(parent), last, None);
    }

    /// Puts the orphan `node` right before `sibling`.
    pub(super) fn insert_before(&mut self, sibling: NodeId, node: NodeId) {
        let (parent, before) = (self.parent(sibling), self.before(sibling));
        self.link(node, parent, before, Some(sibling));
    }

    /// Takes `id` out of its place.
    pub(super) fn detach(&mut self, id: NodeId) {
        let Some(slot) = self.slots.get_mut(id.index()) else { return };
        let (parent, before, after) = (slot.parent.take(), slot.before.take(), slot.after.take());
        self.join(parent, before, after);
    }

    /// Moves the children of `from` to the end of `to`.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        while let Some(child) = self.first_child(from) {
            self.detach(child);
            self.append(to, child);
        }
    }

    fn link(&mut self, id: NodeId, parent: Option<NodeId>, before: Option<NodeId>, after: Option<NodeId>) {
        let depth = parent.map_or(0, |parent| self.depth(parent).saturating_add(1));
        self.change(id, |slot| (slot.parent, slot.depth) = (parent, depth));
        self.join(parent, before, Some(id));
        self.join(parent, Some(id), after);
    }

    /// Makes `before` and `after` neighbours in `parent`, or its ends.
    fn join(&mut self, parent: Option<NodeId>, before: Option<NodeId>, after: Option<NodeId>) {
        match before {
            Some(id) => self.change(id, |slot| slot.after = after),
            None => parent.into_iter().for_each(|id| self.change(id, |slot| slot.first = after)),
        }
        match after {
            Some(id) => self.change(id, |slot| slot.before = before),
            None => parent.into_iter().for_each(|id| self.change(id, |slot| slot.last = before)),
        }
    }

    fn change(&mut self, id: NodeId, change: impl FnOnce(&mut Slot)) {
        if let Some(slot) = self.slots.get_mut(id.index()) {
            change(slot);
        }
    }

    /// What `id` is.
    pub(super) fn kind(&self, id: NodeId) -> Option<&Kind> {
        self.slots.get(id.index()).map(|slot| &slot.kind)
    }

    /// The line of the source that `id` begins on; for an element, that on which its tag ends.
    pub(super) fn line(&self, id: NodeId) -> u32 {
        self.slots.get(id.index()).map_or(1, |slot| slot.line)
    }

    /// The first child of `id`.
    pub(super) fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.slots.get(id.index())?.first
    }

    /// The sibling right after `id`.
    pub(super) fn after(&self, id: NodeId) -> Option<NodeId> {
        self.slots.get(id.index())?.after
    }
}

/// How many lines `text` ends.
fn lines_in(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}
