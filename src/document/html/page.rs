//! What must be known of a whole page before any of it is read: how much stands where, what each id names, what its
//! style sheets say, and what can be opened.

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use super::node::Node;
use super::sheet::{Sheet, is_for_a_desk};
use super::tree::{NodeId, Tree};

/// A page, looked over once.
pub(super) struct Page<'t> {
    pub(super) root: Node<'t>,
    pub(super) sheet: Sheet,
    /// The elements by their ids, and the anchors by their names; the first of each.
    ids: BTreeMap<&'t str, Node<'t>>,
    /// How many signs stand in each node, spaces left out, by its index.
    signs: Vec<u32>,
    /// Which of its like each element is among its siblings, counted from 1; 0 where it has no like.
    among: Vec<u32>,
    /// What a button of the page shows and hides.
    opened: BTreeSet<NodeId>,
    /// The headings of the first level.
    titles: Vec<Node<'t>>,
    /// What an article or the main part of the page stands in.
    around_articles: BTreeSet<NodeId>,
}

impl<'t> Page<'t> {
    /// Looks over a page.
    pub(super) fn new(tree: &'t Tree) -> Self {
        let root = Node::root(tree);
        let mut page = Self {
            root,
            sheet: Sheet::default(),
            ids: BTreeMap::new(),
            signs: vec![0; tree.len()],
            among: vec![0; tree.len()],
            opened: BTreeSet::new(),
            titles: Vec::new(),
            around_articles: BTreeSet::new(),
        };
        let nodes: Vec<Node<'t>> = root.descendants().collect();
        for node in &nodes {
            page.number_children(*node);
            for name in
                [node.attr("id"), node.attr("name").filter(|_| node.name() == "a")].into_iter().flatten()
            {
                page.ids.entry(name).or_insert(*node);
            }
            match node.name() {
                "style" if node.attr("media").is_none_or(is_for_a_desk) => page.sheet.add(&node.all_text()),
                "h1" => page.titles.push(*node),
                _ => {}
            }
        }
        page.weigh(&nodes);
        for node in &nodes {
            page.find_opened(*node);
            if is_article(*node) {
                let new = node.ancestors().take_while(|above| !page.around_articles.contains(&above.id));
                let new: Vec<NodeId> = new.map(|above| above.id).collect();
                page.around_articles.extend(new);
            }
        }
        page
    }

    /// Returns the node that `id` names.
    pub(super) fn named(&self, id: &str) -> Option<Node<'t>> {
        self.ids.get(id).copied()
    }

    /// Returns what the link `node` points at on this page.
    pub(super) fn target(&self, node: Node<'_>) -> Option<Node<'t>> {
        self.named(node.attr("href")?.trim().strip_prefix('#')?)
    }

    /// How many signs stand in `node`, spaces left out.
    pub(super) fn signs(&self, node: Node<'_>) -> u32 {
        self.signs.get(node.id.index()).copied().unwrap_or_default()
    }

    /// Which of its like `node` is among its siblings, counted from 1; 0 where it has no like.
    pub(super) fn among(&self, node: Node<'_>) -> u32 {
        self.among.get(node.id.index()).copied().unwrap_or_default()
    }

    /// Whether a person can open `node` by something on the page.
    pub(super) fn can_be_opened(&self, node: Node<'_>) -> bool {
        self.opened.contains(&node.id)
    }

    /// Whether every heading of the first level stands in `node`, and there is one.
    pub(super) fn holds_the_title(&self, node: Node<'_>) -> bool {
        !self.titles.is_empty()
            && self.titles.iter().all(|title| title.ancestors().any(|above| above == node))
    }

    /// Whether an article or the main part of the page stands in `node`.
    pub(super) fn holds_an_article(&self, node: Node<'_>) -> bool {
        self.around_articles.contains(&node.id)
    }

    fn number_children(&mut self, node: Node<'t>) {
        // For each name, the first element of it and how many there are.
        let mut like: BTreeMap<&str, (NodeId, u32)> = BTreeMap::new();
        for child in node.children().filter(|child| child.is_element()) {
            let (first, count) = like.entry(child.name()).or_insert((child.id, 0));
            *count += 1;
            let mut number = |id: NodeId, count: u32| {
                if let Some(slot) = self.among.get_mut(id.index()) {
                    *slot = count;
                }
            };
            if *count == 2 {
                number(*first, 1);
            }
            if *count > 1 {
                number(child.id, *count);
            }
        }
    }

    fn weigh(&mut self, nodes: &[Node<'t>]) {
        for node in nodes.iter().rev() {
            let own =
                node.text().map_or(0, |text| text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count());
            let own = u32::try_from(own).unwrap_or(u32::MAX);
            let Some(slot) = self.signs.get_mut(node.id.index()) else { continue };
            *slot = if names::UNSEEN.contains(&node.name()) { 0 } else { slot.saturating_add(own) };
            let signs = *slot;
            if let Some(above) = node.parent().and_then(|parent| self.signs.get_mut(parent.id.index())) {
                *above = above.saturating_add(signs);
            }
        }
    }

    /// Notes what `node` opens: what it says it controls, or where it is a tab or the title of a section.
    fn find_opened(&mut self, node: Node<'t>) {
        let controls = node.attr("aria-controls").unwrap_or_default().split_ascii_whitespace();
        let targets = ["data-target", "data-bs-target"]
            .into_iter()
            .filter_map(|name| node.attr(name)?.strip_prefix('#'));
        let opened: Vec<Node<'t>> = controls.chain(targets).filter_map(|id| self.named(id)).collect();
        self.opened.extend(opened.iter().map(|opened| opened.id));
        let toggles = ["data-toggle", "data-bs-toggle"].iter().any(|name| node.attr(name).is_some());
        if let Some(target) = self.target(node)
            && (toggles || node.role() == "tab" || names::hold(&names::words(node), &names::OPENING))
        {
            self.opened.insert(target.id);
        }
        if is_panel(node) {
            self.opened.insert(node.id);
        }
    }
}

/// Whether `node` says itself that it is opened by a button: the panel of a tab, a section of an accordion, or what
/// comes right after a button that opens.
fn is_panel(node: Node<'_>) -> bool {
    let opens = |button: Node<'_>| {
        button.attr("aria-expanded").is_some()
            || (matches!(button.name(), "button" | "a") || button.role() == "button")
                && names::hold(&names::words(button), &names::OPENING)
    };
    node.is_element()
        && (node.role() == "tabpanel"
            || node.has("hidden", "until-found")
            || names::hold(&names::words(node), &names::OPENING)
            || node.element_before().is_some_and(|before| before.descendants().take(8).any(opens)))
}

/// Whether `node` is an article or the main part of the page.
pub(super) fn is_article(node: Node<'_>) -> bool {
    matches!(node.name(), "main" | "article") || matches!(node.role().as_str(), "main" | "article")
}
