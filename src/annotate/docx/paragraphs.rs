//! The paragraphs of a Word file that may bear comments, found by the places that were carried from the reader.

use std::collections::BTreeSet;

use roxmltree::Node;

use crate::annotate::Place;
use crate::annotate::error::AnnotateError;
use crate::document::docx::xml::Word;
use crate::document::{Anchor, ReadError};

/// The paragraphs of the body, tables included, in reading order. Those of text boxes, which stand inside of other
/// paragraphs, are not among them.
#[derive(Debug)]
pub(super) struct Paragraphs<'a> {
    paragraphs: Vec<Node<'a, 'a>>,
    /// Where paragraphs and cells begin and end.
    bounds: BTreeSet<(bool, usize)>,
}

impl<'a> Paragraphs<'a> {
    pub(super) fn of(root: Node<'a, 'a>) -> Self {
        let mut found = Self { paragraphs: Vec::new(), bounds: BTreeSet::new() };
        found.collect(root);
        found
    }

    fn collect(&mut self, node: Node<'a, 'a>) {
        for child in node.children().filter(Node::is_element) {
            let paragraph = child.is("p");
            if paragraph || child.is("tc") {
                let range = child.range();
                self.bounds.extend([(false, range.start), (true, range.end)]);
            }
            if paragraph {
                self.paragraphs.push(child);
            } else {
                self.collect(child);
            }
        }
    }

    pub(super) fn number(&self, number: usize) -> Option<Node<'a, 'a>> {
        self.paragraphs.get(number).copied()
    }

    /// Returns the numbers of the first and last paragraph of a place. A cell without a paragraph, which no program writes,
    /// has that of the paragraph before it.
    ///
    /// # Errors
    ///
    /// [`AnnotateError::Changed`] when no paragraph or cell has these bounds, [`AnnotateError::Read`] when there is no
    /// paragraph at all.
    pub(super) fn span(&self, place: &Place) -> Result<(usize, usize), AnnotateError> {
        let last = self.paragraphs.len().checked_sub(1).ok_or(ReadError::Empty)?;
        match place {
            Place::Start => Ok((0, 0)),
            Place::End => Ok((last, last)),
            Place::At(Anchor::Markup { start, end }) => {
                if !self.bounds.contains(&(false, *start)) || !self.bounds.contains(&(true, *end)) {
                    return Err(AnnotateError::Changed);
                }
                let before = |at: usize| self.paragraphs.partition_point(|node| node.range().start < at);
                let first = before(*start).min(last);
                let last = before(*end).saturating_sub(1);
                Ok((first.min(last), last))
            }
            Place::At(Anchor::Cell { .. }) => Err(AnnotateError::Changed),
        }
    }
}
