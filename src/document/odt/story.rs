//! A story: a flow of paragraphs, lists, tables and sections, as the body, a cell, a text box or a note is one.

use roxmltree::Node;

use super::line::{Line, Setting, Thing};
use super::lists::{Lists, Open};
use super::names::{Ns, Odf};
use super::styles::Look;
use crate::document::error::ReadError;
use crate::document::flow::{Item, Place, Places, Role, note};
use crate::document::{Block, Limits, Location, Unread};

/// Indexes, whose entries repeat what stands elsewhere in the document.
const FURNITURE: [&str; 6] = [
    "table-of-content",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "alphabetical-index",
];

/// Reads the stories of one document, keeping count on the way.
pub(super) struct Reader<'a> {
    pub(super) limits: &'a Limits,
    pub(super) setting: &'a Setting,
    lists: Lists<'a>,
    /// Whether a note is being read: notes have no notes.
    in_note: bool,
    footnotes: u32,
    endnotes: u32,
    pub(super) places: Places,
    pub(super) tables: u32,
    pub(super) cells: usize,
    /// Bytes of the file that were read again for rows and cells said to be repeated.
    pub(super) repeated: usize,
    pub(super) unread: Vec<Unread>,
    /// Where large pictures stand.
    pub(super) pictures: Vec<Location>,
}

impl<'a> Reader<'a> {
    /// Starts a document.
    pub(super) fn new(setting: &'a Setting, lists: Lists<'a>, limits: &'a Limits) -> Self {
        Self {
            limits,
            setting,
            lists,
            in_note: false,
            footnotes: 0,
            endnotes: 0,
            places: Places::default(),
            tables: 0,
            cells: 0,
            repeated: 0,
            unread: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// Reads the blocks in `node`.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when there are too many cells or repetitions.
    pub(super) fn story(&mut self, node: Node<'a, 'a>, place: &Place) -> Result<Vec<Block>, ReadError> {
        let mut blocks = Vec::new();
        self.flow(node, place, &mut blocks)?;
        Ok(blocks)
    }

    fn flow(&mut self, node: Node<'a, 'a>, place: &Place, blocks: &mut Vec<Block>) -> Result<(), ReadError> {
        node.elements().try_for_each(|child| self.part(child, place, blocks))
    }

    /// Reads one part of a story.
    fn part(&mut self, node: Node<'a, 'a>, place: &Place, blocks: &mut Vec<Block>) -> Result<(), ReadError> {
        match node.name() {
            (Ns::Text, "p" | "h") => self.paragraph(node, None, place, blocks),
            (Ns::Text, "list") => self.list(node, None, place, blocks),
            (Ns::Text, "numbered-paragraph") => {
                let list = self.lists.open_paragraph(node);
                self.item(node, list, place, blocks)
            }
            (Ns::Text, "section") => self.section(node, place, blocks),
            (Ns::Text, name) if FURNITURE.contains(&name) => Ok(()),
            (Ns::Text, "bibliography" | "index-body" | "index-title") => self.flow(node, place, blocks),
            (Ns::Table, "table") => {
                blocks.extend(self.table(node, place)?);
                Ok(())
            }
            (Ns::Draw, _) => {
                let mut line = Line::default();
                line.drawing(node, Look::default(), self.setting);
                let location = self.places.here(place);
                self.hangers(line, &location, place, blocks)
            }
            _ => Ok(()),
        }
    }

    /// Reads a section, unless it is hidden.
    fn section(
        &mut self,
        node: Node<'a, 'a>,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let hidden = match node.attr(Ns::Text, "display") {
            Some("none") => true,
            Some("condition") => node.yes(Ns::Text, "is-hidden"),
            _ => false,
        };
        if hidden {
            return Ok(());
        }
        let before = blocks.len();
        self.flow(node, place, blocks)?;
        let linked = node
            .child(Ns::Text, "section-source")
            .is_some_and(|source| source.attr(Ns::Link, "href").is_some());
        if linked && blocks.len() == before {
            self.unread.push(self.places.miss("a linked document", place));
        }
        Ok(())
    }

    fn list(
        &mut self,
        node: Node<'a, 'a>,
        outer: Option<Open<'a>>,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let list = self.lists.open(node, outer);
        for child in node.elements() {
            match child.name() {
                (Ns::Text, "list-item") => self.item(child, list, place, blocks)?,
                (Ns::Text, "list-header") => self.inside(child, list, place, blocks)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads an item, whose first paragraph carries its number.
    fn item(
        &mut self,
        node: Node<'a, 'a>,
        list: Open<'a>,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let first = node.elements().find(|child| !matches!(child.name().1, "soft-page-break" | "number"));
        let Some(first) = first.filter(|first| matches!(first.name(), (Ns::Text, "p" | "h"))) else {
            self.lists.pass(list);
            return self.inside(node, list, place, blocks);
        };
        let style = self.setting.styles.paragraph(first.attr(Ns::Text, "style-name"));
        let item = self.lists.next(list, node, style.list.as_deref());
        self.paragraph(first, Some(item), place, blocks)?;
        let rest = node.elements().skip_while(|child| *child != first).skip(1);
        rest.into_iter().try_for_each(|child| self.in_list(child, list, place, blocks))
    }

    /// Reads what stands in a list without a number of its own.
    fn inside(
        &mut self,
        node: Node<'a, 'a>,
        list: Open<'a>,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        node.elements().try_for_each(|child| self.in_list(child, list, place, blocks))
    }

    fn in_list(
        &mut self,
        node: Node<'a, 'a>,
        list: Open<'a>,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        match node.name() {
            (Ns::Text, "list") => self.list(node, Some(list), place, blocks),
            (Ns::Text, "p" | "h") => self.paragraph(node, Some(None), place, blocks),
            _ => self.part(node, place, blocks),
        }
    }

    /// Reads a paragraph or heading; `item` is its place in a list, `Some(None)` in one without a number.
    fn paragraph(
        &mut self,
        node: Node<'a, 'a>,
        item: Option<Option<Item>>,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let style = self.setting.styles.paragraph(node.attr(Ns::Text, "style-name"));
        if style.role == Role::Contents {
            return Ok(());
        }
        let mut line = Line::default();
        line.add(node, style.look, self.setting);
        let (mut role, mut item) = (style.role, item);
        if node.is(Ns::Text, "h") {
            let level = node.number(Ns::Text, "outline-level").unwrap_or(1).clamp(1, 9) as u8;
            role = Role::Heading(level);
            if item.is_none() && style.list.as_deref() != Some("") {
                item = Some(self.lists.heading(node, level));
            }
        }
        let (block, location) = self.places.block(place, role, item.flatten(), line.gathered());
        blocks.extend(block);
        self.hangers(line, &location, place, blocks)
    }

    /// Reads what hangs on a paragraph at `location`: its notes, then its text boxes.
    fn hangers(
        &mut self,
        line: Line<'a>,
        location: &Location,
        place: &Place,
        blocks: &mut Vec<Block>,
    ) -> Result<(), ReadError> {
        let (notes, things) = line.hangers();
        for node in notes.into_iter().filter(|_| !self.in_note).collect::<Vec<_>>() {
            blocks.extend(self.note(node, location)?);
        }
        for thing in things {
            match thing {
                Thing::TextBox(node) => {
                    let text = format!("text box at {}", location.text);
                    let place = Place::Aside(Location { text, ..location.clone() });
                    self.flow(node, &place, blocks)?;
                }
                Thing::LargePicture => self.pictures.push(self.places.here(place)),
                Thing::Unreadable(what) => self.unread.push(self.places.miss(what, place)),
            }
        }
        Ok(())
    }

    /// Reads a footnote or endnote that the block at `location` refers to.
    fn note(&mut self, node: Node<'a, 'a>, location: &Location) -> Result<Option<Block>, ReadError> {
        let Some(body) = node.child(Ns::Text, "note-body") else { return Ok(None) };
        let (name, count) = match node.attr(Ns::Text, "note-class") {
            Some("endnote") => ("endnote", &mut self.endnotes),
            _ => ("footnote", &mut self.footnotes),
        };
        *count += 1;
        let text = format!("{name} {count} to {}", location.text);
        let location = Location { text, ..location.clone() };
        self.in_note = true;
        let inside = self.story(body, &Place::Aside(location.clone()));
        self.in_note = false;
        Ok(note(&inside?, location))
    }
}
