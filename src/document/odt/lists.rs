//! Lists: which list an item is in, whether that list goes on from another, and the item's number.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::levels::{LEVELS, ListStyle, Shown};
use super::names::{Ns, Odf};
use crate::document::flow::Item;

/// The last number of each level.
type Counts = [Option<u32>; LEVELS];

/// An open list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open<'a> {
    style: Option<&'a str>,
    /// Which counts it counts on.
    counts: usize,
    /// How deep it is, 0 the outermost.
    level: usize,
}

/// All lists of a document, with their counts as they stand at the place being read.
#[derive(Debug, Default)]
pub(super) struct Lists<'a> {
    styles: BTreeMap<&'a str, ListStyle>,
    outline: ListStyle,
    headings: Counts,
    counts: Vec<Counts>,
    by_id: BTreeMap<&'a str, usize>,
    /// The counts of the last list in each style.
    by_style: BTreeMap<&'a str, usize>,
}

impl<'a> Lists<'a> {
    /// Reads the list styles in `groups`, in which the later decide between styles of one name.
    pub(super) fn read(groups: &[Node<'a, 'a>]) -> Self {
        let mut lists = Self::default();
        for node in groups.iter().flat_map(|group| group.elements()) {
            match (node.name(), node.attr(Ns::Style, "name")) {
                ((Ns::Text, "list-style"), Some(name)) => {
                    lists.styles.insert(name, ListStyle::read(node));
                }
                ((Ns::Text, "outline-style"), _) => lists.outline = ListStyle::read(node),
                _ => {}
            }
        }
        lists
    }

    /// Opens a list that stands in `outer`, or on its own.
    pub(super) fn open(&mut self, node: Node<'a, 'a>, outer: Option<Open<'a>>) -> Open<'a> {
        let own = node.attr(Ns::Text, "style-name");
        let style = own.or_else(|| outer?.style);
        let goes_on = || match node.attr(Ns::Text, "continue-list") {
            Some(id) => self.by_id.get(id),
            // Word means the last list of this style, whatever stands between.
            None => style
                .filter(|_| node.yes(Ns::Text, "continue-numbering"))
                .and_then(|style| self.by_style.get(style)),
        };
        let counts = match outer {
            Some(outer) => {
                node.attr(Ns::Text, "continue-list").and_then(|_| goes_on().copied()).unwrap_or(outer.counts)
            }
            None => goes_on().copied().unwrap_or(self.counts.len()),
        };
        let open = Open { style, counts, level: outer.map_or(0, |outer| outer.level + 1) };
        self.note(node, open)
    }

    /// Opens the list that a numbered paragraph is in by itself.
    pub(super) fn open_paragraph(&mut self, node: Node<'a, 'a>) -> Open<'a> {
        let style = node.attr(Ns::Text, "style-name");
        let same = match node.attr(Ns::Text, "list-id") {
            Some(id) => self.by_id.get(id),
            None => style.and_then(|style| self.by_style.get(style)),
        };
        let counts = same.copied().unwrap_or(self.counts.len());
        let level = node.number(Ns::Text, "level").unwrap_or(1).saturating_sub(1);
        if let Some(id) = node.attr(Ns::Text, "list-id") {
            self.by_id.insert(id, counts);
        }
        self.note(node, Open { style, counts, level })
    }

    /// Remembers by what names later lists may go on from this one.
    fn note(&mut self, node: Node<'a, 'a>, open: Open<'a>) -> Open<'a> {
        const XML: &str = "http://www.w3.org/XML/1998/namespace";
        if open.counts == self.counts.len() {
            self.counts.push(Counts::default());
        }
        if let Some(id) = node.attribute((XML, "id")).or_else(|| node.attr(Ns::Text, "id")) {
            self.by_id.insert(id, open.counts);
        }
        if let Some(style) = open.style {
            self.by_style.insert(style, open.counts);
        }
        Open { level: open.level.min(LEVELS - 1), ..open }
    }

    /// Counts the next item of a list, `None` when neither number nor bullet is shown before it.
    ///
    /// `item` is the element that may say how to count and look; `style` is the list style its paragraph names.
    pub(super) fn next(&mut self, list: Open<'a>, item: Node<'a, 'a>, style: Option<&str>) -> Option<Item> {
        let own = item.attr(Ns::Text, "style-override");
        let style = own.or(list.style).or(style).and_then(|style| self.styles.get(style));
        let counts = self.counts.get_mut(list.counts)?;
        let shown = style.map(|style| advance(counts, style, list.level, start_value(item)));
        let number = match shown {
            Some(Shown::Nothing) => return None,
            Some(Shown::Number(number)) => Some(number),
            Some(Shown::Bullet) | None => None,
        };
        Some(Item { depth: list.level as u8, number })
    }

    /// Passes an item that holds an inner list and no paragraph of its own: the first of its list counts all the same.
    pub(super) fn pass(&mut self, list: Open<'a>) {
        let start =
            list.style.and_then(|style| self.styles.get(style)).map_or(1, |style| style.start(list.level));
        if let Some(count) = self.counts.get_mut(list.counts).and_then(|counts| counts.get_mut(list.level)) {
            count.get_or_insert(start);
        }
    }

    /// Counts a heading of the outline, `None` when no number is shown before it.
    pub(super) fn heading(&mut self, heading: Node<'a, 'a>, level: u8) -> Option<Item> {
        if heading.yes(Ns::Text, "is-list-header") {
            return None;
        }
        let level = usize::from(level).saturating_sub(1);
        let restarts = heading.yes(Ns::Text, "restart-numbering");
        let start = restarts.then(|| start_value(heading).unwrap_or_else(|| self.outline.start(level)));
        match advance(&mut self.headings, &self.outline, level, start) {
            Shown::Number(number) => Some(Item { depth: 0, number: Some(number) }),
            _ => None,
        }
    }
}

/// Returns the number an item is said to start at, where it is one that LibreOffice and Word can count to.
fn start_value(node: Node<'_, '_>) -> Option<u32> {
    let start = node.number(Ns::Text, "start-value").filter(|start| *start <= 0x7FFF)?;
    u32::try_from(start).ok()
}

/// Counts one on in `level`, or starts it at `start`, and begins the levels inside it anew.
fn advance(counts: &mut Counts, style: &ListStyle, level: usize, start: Option<u32>) -> Shown {
    let counted = |at: usize| if style.consecutive { 0 } else { at };
    for (at, count) in counts.iter_mut().enumerate().skip(counted(level)) {
        *count = if at > counted(level) {
            None
        } else {
            start.or_else(|| Some(count.map_or_else(|| style.start(at), |last| last.saturating_add(1))))
        };
    }
    let value = |at: usize| counts.get(counted(at)).copied().flatten();
    style.shown(level, |at| value(at).unwrap_or_else(|| style.start(at)))
}
