//! What the parser makes of a page, kept as a tree with line numbers and held within limits while it grows.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeSink;
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

use super::tree::{NodeId, Tree};
use crate::document::error::ReadError;
use crate::document::{Limit, Limits};

/// How many bytes the parser is given before its tree is looked at again.
const CHUNK: usize = 4096;

/// Parses a page.
///
/// # Errors
///
/// [`ReadError::TooLarge`] when it has too many nodes or they stand too deep in one another.
pub(super) fn parse(source: &str, limits: &Limits) -> Result<Tree, ReadError> {
    let mut parser = parse_document(Builder::new(limits), ParseOpts::default());
    let mut rest = source;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(chunk_of(rest));
        parser.process(StrTendril::from_slice(chunk));
        if let Some(error) = parser.tokenizer.sink.sink.error.take() {
            return Err(error);
        }
        rest = after;
    }
    let (tree, error) = parser.finish();
    match error {
        Some(error) => Err(error),
        None => hold_depth(&tree, limits).map(|()| tree),
    }
}

/// Returns how many bytes of `rest` the parser is given next: up to the end of the line at most, so that it never puts
/// text of two lines into one token, of which only the last would be known.
fn chunk_of(rest: &str) -> usize {
    let most = rest.floor_char_boundary(CHUNK);
    let line_end = rest.bytes().take(most).skip(1).position(|byte| byte == b'\n');
    line_end.map_or(most, |end| end + 1)
}

/// Holds the depth of a finished tree against its limit: what the parser moved about may stand deeper than where it
/// was put first.
fn hold_depth(tree: &Tree, limits: &Limits) -> Result<(), ReadError> {
    let (mut at, mut depth) = (NodeId::ROOT, 0);
    loop {
        limits.hold(Limit::Depth, depth, depth_of_elements)?;
        if let Some(below) = tree.first_child(at) {
            (at, depth) = (below, depth + 1);
            continue;
        }
        loop {
            if let Some(beside) = tree.after(at) {
                at = beside;
                break;
            }
            let Some(above) = tree.parent(at) else { return Ok(()) };
            (at, depth) = (above, depth - 1);
        }
    }
}

fn depth_of_elements() -> String {
    "the number of elements inside one another".to_owned()
}

/// The tree as it grows.
struct Builder<'l> {
    tree: RefCell<Tree>,
    /// The line at which the token being handled ends.
    line: Cell<u32>,
    limits: &'l Limits,
    /// What is too large about the page.
    error: RefCell<Option<ReadError>>,
}

impl<'l> Builder<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self { tree: RefCell::new(Tree::new()), line: Cell::new(1), limits, error: RefCell::default() }
    }

    fn hold(&self, limit: Limit, amount: usize, what: impl FnOnce() -> String) {
        if let Err(error) = self.limits.hold(limit, amount, what) {
            self.error.borrow_mut().get_or_insert(error);
        }
    }

    fn add(&self, add: impl FnOnce(&mut Tree, u32) -> NodeId) -> NodeId {
        let mut tree = self.tree.borrow_mut();
        self.hold(Limit::Nodes, tree.len(), || "the number of elements and texts".to_owned());
        add(&mut tree, self.line.get())
    }

    /// Makes a text node of `text`, which ends on the present line.
    fn text(
        &self,
        text: StrTendril,
        end: impl FnOnce(&mut Tree, StrTendril, u32) -> Option<StrTendril>,
    ) -> Option<NodeId> {
        let lines = text.bytes().filter(|byte| *byte == b'\n').count();
        let line = self.line.get().saturating_sub(u32::try_from(lines).unwrap_or(u32::MAX)).max(1);
        let rest = end(&mut self.tree.borrow_mut(), text, line)?;
        Some(self.add(|tree, _| tree.text(rest, line)))
    }
}

impl TreeSink for Builder<'_> {
    type Handle = NodeId;
    type Output = (Tree, Option<ReadError>);
    type ElemName<'a>
        = Ref<'a, QualName>
    where
        Self: 'a;

    fn finish(self) -> Self::Output {
        (self.tree.into_inner(), self.error.into_inner())
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(u32::try_from(line).unwrap_or(u32::MAX));
    }

    fn get_document(&self) -> NodeId {
        NodeId::ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        Ref::map(self.tree.borrow(), |tree| tree.name(*target))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        self.add(|tree, line| tree.element(name, attributes, line))
    }

    // Comments are never shown: one handle stands for all of them, and goes nowhere.
    fn create_comment(&self, _: StrTendril) -> NodeId {
        NodeId::ROOT
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        NodeId::ROOT
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let child = match child {
            NodeOrText::AppendNode(NodeId::ROOT) => return,
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let added = self.text(text, |tree, text, line| match tree.last_child(*parent) {
                    Some(last) => tree.extend_text(last, text, line),
                    None => Some(text),
                });
                let Some(node) = added else { return };
                node
            }
        };
        let mut tree = self.tree.borrow_mut();
        tree.append(*parent, child);
        self.hold(Limit::Depth, tree.depth(child) as usize, depth_of_elements);
    }

    fn append_before_sibling(&self, sibling: &NodeId, new: NodeOrText<NodeId>) {
        if self.tree.borrow().parent(*sibling).is_none() {
            return;
        }
        let new = match new {
            NodeOrText::AppendNode(NodeId::ROOT) => return,
            NodeOrText::AppendNode(node) => {
                self.tree.borrow_mut().detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let added = self.text(text, |tree, text, line| match tree.before(*sibling) {
                    Some(before) => tree.extend_text(before, text, line),
                    None => Some(text),
                });
                let Some(node) = added else { return };
                node
            }
        };
        let mut tree = self.tree.borrow_mut();
        tree.insert_before(*sibling, new);
        self.hold(Limit::Depth, tree.depth(new) as usize, depth_of_elements);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        if self.tree.borrow().parent(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.tree.borrow_mut().move_children(*node, *new_parent);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.tree.borrow_mut().add_missing(*target, attributes);
    }

    // Templates are never shown, so what they hold may stand in them like anything else.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn set_quirks_mode(&self, _: QuirksMode) {}
}
