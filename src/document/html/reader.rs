//! The walk over a page: elements into blocks, in the order in which they are shown.

use super::css::Style;
use super::furniture;
use super::lists::{List, is_word_spacer, word_item};
use super::node::Node;
use super::notes::Notes;
use super::page::Page;
use super::place::{Outline, Place};
use super::seen::{Look, Shown, shown};
use super::story::{Role, Story};
use super::word;
use crate::document::error::ReadError;
use crate::document::{Block, BlockKind, Limits, Location, Unread};

/// Reads one page, keeping count on the way.
pub(super) struct Reader<'t> {
    pub(super) limits: &'t Limits,
    pub(super) page: &'t Page<'t>,
    /// Whether what stands around the text is left out.
    pub(super) without_furniture: bool,
    pub(super) notes: Notes<'t>,
    /// Whether a note is being read: notes have no notes.
    pub(super) in_note: bool,
    pub(super) outline: Outline,
    pub(super) tables: u32,
    pub(super) cells: usize,
    pub(super) unread: Vec<Unread>,
    /// Where pictures without alternative text stand, and whether each says that it is large.
    pub(super) pictures: Vec<(Location, bool)>,
}

impl<'t> Reader<'t> {
    /// Starts a page.
    pub(super) fn new(page: &'t Page<'t>, without_furniture: bool, limits: &'t Limits) -> Self {
        Self {
            limits,
            page,
            without_furniture,
            notes: Notes::find(page),
            in_note: false,
            outline: Outline::default(),
            tables: 0,
            cells: 0,
            unread: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// Reads what stands in `node`, which looks like `look`, as a flow of its own.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when there are too many cells or columns.
    pub(super) fn story(
        &mut self,
        node: Node<'t>,
        look: Look,
        place: Place,
    ) -> Result<Vec<Block>, ReadError> {
        let mut story = Story::new(place, node);
        self.children(node, look, &mut story)?;
        self.end_block(&mut story)?;
        // Most stories are a cell with one block.
        story.blocks.shrink_to_fit();
        Ok(story.blocks)
    }

    /// Reads what stands in `node`.
    pub(super) fn children(
        &mut self,
        node: Node<'t>,
        look: Look,
        story: &mut Story<'t>,
    ) -> Result<(), ReadError> {
        for child in node.children() {
            match child.text() {
                Some(text) if look.keeps_lines => self.kept_text(text, look, child.line(), story)?,
                Some(text) => story.line.add(text, look, child.line()),
                None => self.element(child, look, story)?,
            }
        }
        Ok(())
    }

    /// Reads an element.
    fn element(&mut self, node: Node<'t>, above: Look, story: &mut Story<'t>) -> Result<(), ReadError> {
        if self.is_left_out(node, story) {
            return Ok(());
        }
        if !node.is_html() {
            return self.foreign(node, above, story);
        }
        let Some(Shown { look, is_block, style }) = shown(node, above, self.page) else { return Ok(()) };
        match node.name() {
            "br" => return self.break_line(look, story),
            "input" | "select" | "textarea" | "button" => return self.control(node, look, story),
            "img" | "iframe" | "frame" | "object" | "embed" => return self.embedded(node, look, story),
            "a" if self.refer(node, look, story) => return Ok(()),
            "q" => return self.quoted(node, look, story),
            _ if is_word_spacer(node) => self.word_label(story),
            _ => {}
        }
        if self.is_table(node) {
            return self.table(node, look, story);
        }
        if !is_block {
            return self.children(node, look, story);
        }
        self.block(node, look, style, story)
    }

    /// Whether `node` is no text of the page: furniture, or what word processors add.
    fn is_left_out(&self, node: Node<'t>, story: &Story<'t>) -> bool {
        // A cell or a note has no furniture of its own, whatever its parts are called.
        let may_be_furniture = self.without_furniture && matches!(story.place, Place::Body);
        self.notes.leads_back(node)
            || word::is_left_out(node)
            || (may_be_furniture && furniture::is(node, self.page))
    }

    /// Reads an element that stands on lines of its own.
    fn block(
        &mut self,
        node: Node<'t>,
        look: Look,
        style: Style,
        story: &mut Story<'t>,
    ) -> Result<(), ReadError> {
        self.end_block(story)?;
        // Ending the block before may just have read it.
        if self.notes.is_taken(node) {
            return Ok(());
        }
        let (owner, role) = (story.owner, story.role);
        story.owner = node;
        let headings = self.outline.len();
        match node.name() {
            "ul" | "ol" | "menu" | "dir" => {
                story.lists.push(List::open(node, style));
                self.children(node, look, story)?;
                self.end_block(story)?;
                story.lists.pop();
            }
            "li" => self.item(node, look, story)?,
            "blockquote" => self.quotation(node, look, story)?,
            "details" => {
                self.children(node, look, story)?;
                self.end_block(story)?;
                self.outline.shorten(headings);
            }
            _ if word::is_quotation(node) => self.quotation(node, look, story)?,
            _ => {
                if let Some(level) = self.heading_level(node, story) {
                    story.role = Role::Heading(level);
                }
                self.children(node, look, story)?;
            }
        }
        self.end_block(story)?;
        (story.owner, story.role) = (owner, role);
        Ok(())
    }

    /// Returns the level of the heading that `node` is.
    fn heading_level(&self, node: Node<'t>, story: &Story<'t>) -> Option<u8> {
        match node.name() {
            "h1" => Some(1),
            "h2" => Some(2),
            "h3" => Some(3),
            "h4" => Some(4),
            "h5" => Some(5),
            "h6" => Some(6),
            // The title of a section that opens and closes stands over what is in it.
            "summary" if matches!(story.place, Place::Body) => {
                let own =
                    node.descendants().any(|each| each.name().len() == 2 && each.name().starts_with('h'));
                (!own).then(|| self.outline.level().saturating_add(1).min(9))
            }
            _ if node.role() == "heading" => {
                let level = node.attr("aria-level").and_then(|level| level.trim().parse().ok());
                Some(level.unwrap_or(2).clamp(1, 9))
            }
            _ => word::heading_level(node),
        }
    }

    fn item(&mut self, node: Node<'t>, look: Look, story: &mut Story<'t>) -> Result<(), ReadError> {
        let around = story.lists.len();
        let (depth, number) = match story.lists.last_mut() {
            Some(list) => (list.depth(around), list.count(node)),
            None => (0, None),
        };
        story.item = Some(BlockKind::ListItem { depth, number });
        self.children(node, look, story)?;
        self.end_block(story)?;
        // A column of row numbers is often a numbered list without text.
        if let Some(BlockKind::ListItem { number: Some(number), .. }) = story.item.take()
            && matches!(story.place, Place::Within(_))
            && node.all_text().trim().is_empty()
        {
            story.line.add(&number, look, node.line());
        }
        Ok(())
    }

    fn quotation(&mut self, node: Node<'t>, look: Look, story: &mut Story<'t>) -> Result<(), ReadError> {
        story.quotes += 1;
        self.children(node, look, story)?;
        self.end_block(story)?;
        story.quotes -= 1;
        Ok(())
    }

    /// Reads a quotation in a line, which the browser puts into quotation marks.
    fn quoted(&mut self, node: Node<'t>, look: Look, story: &mut Story<'t>) -> Result<(), ReadError> {
        let inner = node.ancestors().any(|above| above.name() == "q");
        let (opens, closes) = if inner { ('‘', '’') } else { ('“', '”') };
        story.line.push(opens, look);
        self.children(node, look, story)?;
        story.line.push(closes, look);
        Ok(())
    }

    /// Reads a drawing or a formula: the text that stands in it.
    fn foreign(&mut self, node: Node<'t>, above: Look, story: &mut Story<'t>) -> Result<(), ReadError> {
        let Some(Shown { look, .. }) = shown(node, above, self.page) else { return Ok(()) };
        match node.name() {
            "desc" | "defs" | "metadata" | "symbol" | "annotation" | "annotation-xml" => Ok(()),
            "text" | "foreignObject" => {
                self.end_block(story)?;
                self.children(node, look, story)?;
                self.end_block(story)
            }
            _ => self.children(node, look, story),
        }
    }

    /// Takes what stands at the start of a paragraph as the label that Word shows before an item of a list.
    fn word_label(&mut self, story: &mut Story<'t>) {
        if story.role != Role::Text || story.item.is_some() || story.line.len() > 64 {
            return;
        }
        if let Some(item) = word_item(story.owner, &story.line.text()) {
            story.line.take_label();
            story.item = Some(BlockKind::ListItem { depth: item.depth, number: item.number });
        }
    }

    /// Notes that the text refers to a footnote, in place of the mark `node`; false when that is no mark.
    fn refer(&mut self, node: Node<'t>, look: Look, story: &mut Story<'t>) -> bool {
        let Some(text) = self.notes.text_of(node).filter(|_| !self.in_note) else { return false };
        if look.counts() {
            story.line.notes.push(text);
        }
        true
    }
}
