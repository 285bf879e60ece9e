//! Footnotes: a mark and a text that point at each other.

use std::collections::{BTreeMap, BTreeSet};

use super::node::Node;
use super::page::Page;
use super::tree::NodeId;

/// The footnotes of a page.
#[derive(Default)]
pub(super) struct Notes<'t> {
    /// The text that each mark refers to.
    texts: BTreeMap<NodeId, Node<'t>>,
    /// The links that lead back from a text to its mark.
    backs: BTreeSet<NodeId>,
    /// The texts that were read, each after its mark or where it stands.
    taken: BTreeSet<NodeId>,
    count: u32,
}

impl<'t> Notes<'t> {
    /// Finds the footnotes of a page.
    pub(super) fn find(page: &Page<'t>) -> Self {
        let mut notes = Self::default();
        let mut links_in: BTreeMap<NodeId, Vec<Node<'t>>> = BTreeMap::new();
        for mark in page.root.descendants().filter(|node| node.name() == "a") {
            let Some(target) = page.target(mark).filter(|target| mark.id < target.id) else { continue };
            let Some(text) = text_around(target).filter(|_| looks_like_mark(mark, page)) else { continue };
            let links = links_in.entry(text.id).or_insert_with(|| links_of(text));
            let mut backs =
                links.iter().filter(|link| leads_to(**link, mark, page)).map(|link| link.id).peekable();
            let is_note = backs.peek().is_some() || says_it_is_a_mark(mark);
            if is_note && mark.ancestors().all(|above| above != text) {
                notes.texts.insert(mark.id, text);
                notes.backs.extend(backs);
            }
        }
        notes
    }

    /// Returns the text that `mark` refers to, `None` when it is no mark of a note.
    pub(super) fn text_of(&self, mark: Node<'_>) -> Option<Node<'t>> {
        self.texts.get(&mark.id).copied()
    }

    /// Whether `node` is a link back from a note to its mark.
    pub(super) fn leads_back(&self, node: Node<'_>) -> bool {
        self.backs.contains(&node.id)
    }

    /// Whether `text` is that of a note that was read already.
    pub(super) fn is_taken(&self, text: Node<'_>) -> bool {
        self.taken.contains(&text.id)
    }

    /// Takes the text of a note, and returns the note's number; `None` when it was taken before.
    pub(super) fn take(&mut self, text: Node<'_>) -> Option<u32> {
        self.taken.insert(text.id).then(|| {
            self.count += 1;
            self.count
        })
    }
}

/// Returns the element that holds the whole text of a note whose anchor is `target`.
fn text_around(target: Node<'_>) -> Option<Node<'_>> {
    let holds_text = |node: &Node<'_>| matches!(node.name(), "li" | "p" | "div" | "aside" | "dd");
    let text = std::iter::once(target).chain(target.ancestors()).take(4).find(holds_text)?;
    // Word and LibreOffice put the paragraphs of a note into an element of its own.
    let own = text
        .parent()
        .filter(|above| text.name() == "p" && above.name() == "div" && above.attr("id").is_some());
    Some(own.unwrap_or(text))
}

/// The links in the text of a note, those to its marks among them.
fn links_of(text: Node<'_>) -> Vec<Node<'_>> {
    const NODES: usize = 400;
    const LINKS: usize = 16;
    text.descendants().take(NODES).filter(|node| node.name() == "a").take(LINKS).collect()
}

/// Whether `mark` shows nothing but a number or a sign: `1`, `[ii]`, `*`.
fn looks_like_mark(mark: Node<'_>, page: &Page<'_>) -> bool {
    const LONGEST: u32 = 8;
    let shown = mark.all_text();
    let shown = shown.trim().trim_matches(['[', ']', '(', ')', '^']);
    let digits = shown.chars().all(|sign| sign.is_ascii_digit() || ('¹'..='³').contains(&sign));
    let letters = shown.chars().all(|sign| "abcdefghivx".contains(sign));
    let signs = shown.chars().all(|sign| "*†‡§¶".contains(sign));
    page.signs(mark) <= LONGEST && !shown.is_empty() && (digits || letters || signs)
}

/// Whether `link` leads to `mark`, or to what stands right around it or in it.
fn leads_to(link: Node<'_>, mark: Node<'_>, page: &Page<'_>) -> bool {
    page.target(link).is_some_and(|target| {
        target == mark
            || mark.ancestors().take(2).any(|above| above == target)
            || target.ancestors().take(2).any(|above| above == mark)
            || mark.element_before().is_some_and(|before| before == target)
    })
}

fn says_it_is_a_mark(mark: Node<'_>) -> bool {
    mark.role() == "doc-noteref" || mark.parent().is_some_and(|above| above.name() == "sup")
}
