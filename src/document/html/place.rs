//! Where on a page the reader is, in words and as a path of elements.

use super::node::Node;
use super::page::{Page, is_article};
use crate::document::Location;

/// How many steps a path has at most: the last ones, for the first are wrappers.
const LONGEST_PATH: usize = 24;
/// How much of a heading is kept for what stands under it, in characters.
const LONGEST_HEADING: usize = 150;

/// What is being read, as far as it bears on places.
#[derive(Clone)]
pub(super) enum Place {
    /// The page itself.
    Body,
    /// A cell of a table, or a note, whose blocks all carry its location.
    Within(Location),
}

/// The headings above the place being read.
#[derive(Default)]
pub(super) struct Outline {
    open: Vec<(u8, String)>,
}

impl Outline {
    /// Closes the headings of `level` and deeper ones.
    pub(super) fn close(&mut self, level: u8) {
        self.open.retain(|(open, _)| *open < level);
    }

    /// Opens a heading, under which stands what follows.
    pub(super) fn open(&mut self, level: u8, text: &str) {
        self.open.push((level, text.replace('\n', " ").chars().take(LONGEST_HEADING).collect()));
    }

    /// The level of the innermost heading, 1 where there is none.
    pub(super) fn level(&self) -> u8 {
        self.open.last().map_or(1, |(level, _)| *level)
    }

    /// How many headings are open.
    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    /// Closes all but the first `count` headings.
    pub(super) fn shorten(&mut self, count: usize) {
        self.open.truncate(count);
    }

    /// Returns the location of something on `line` in the element `node`.
    pub(super) fn at(&self, node: Node<'_>, line: u32, page: &Page<'_>) -> Location {
        Location {
            text: format!("line {line}"),
            headings: self.open.iter().map(|(_, text)| text.clone()).collect(),
            element: Some(path(node, page)),
            line: Some(line),
            ..Location::default()
        }
    }
}

/// Returns the path of elements to `node`, from the article, the main part or the body of the page:
/// `main/table[2]/tr[5]/td[3]`, each with its number among its like where it has any.
fn path(node: Node<'_>, page: &Page<'_>) -> String {
    let mut steps = Vec::new();
    for element in std::iter::once(node).chain(node.ancestors()).filter(|each| each.is_element()) {
        if steps.len() == LONGEST_PATH {
            steps.push("...".to_owned());
            break;
        }
        // A body that nobody wrote is left out where it is alone.
        if element.name() != "tbody" || page.among(element) > 0 || has_other_sections(element) {
            steps.push(match page.among(element) {
                0 => element.name().to_owned(),
                number => format!("{}[{number}]", element.name()),
            });
        }
        if is_article(element) || element.name() == "body" {
            break;
        }
    }
    steps.reverse();
    steps.join("/")
}

fn has_other_sections(body: Node<'_>) -> bool {
    let sections = |node: &Node<'_>| matches!(node.name(), "thead" | "tfoot");
    body.parent().is_some_and(|table| table.children().take(16).any(|child| sections(&child)))
}
