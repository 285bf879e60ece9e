//! The walk over the events of the markdown parser, block by block.

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::super::text::{Outline, tidy};
use super::super::{Block, BlockKind, Cell, Limits, Location, ReadError, Row, Table};
use super::html;
use super::inline::{Inline, Style};
use super::places::Places;

/// Returns the blocks of `source`, or what is too large about it.
pub(super) fn blocks(file: &str, source: &str, limits: &Limits) -> Result<Vec<Block>, ReadError> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader {
        source,
        places: Places::new(source),
        outline: Outline::new(file),
        inline: Inline::default(),
        lists: Vec::new(),
        item: None,
        quotes: 0,
        skipped: 0,
        html: None,
        table: None,
        tables: 0,
        cell: 0,
        cells: 0,
        note: None,
        blocks: Vec::new(),
        notes: BTreeMap::new(),
        references: Vec::new(),
    };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.event(event, range.start);
        limits.hold_cells(reader.cells)?;
    }
    Ok(reader.finish())
}

struct Reader<'a> {
    source: &'a str,
    places: Places<'a>,
    outline: Outline,
    inline: Inline,
    /// The open lists, the outermost first: the number the next item shows, `None` for bullets.
    lists: Vec<Option<u64>>,
    /// The list item whose text has not come yet.
    item: Option<(BlockKind, usize)>,
    quotes: usize,
    /// How many blocks of front matter are open.
    skipped: usize,
    /// The HTML block that is open, with the byte it begins at.
    html: Option<(usize, String)>,
    table: Option<(Table, Location)>,
    tables: u32,
    /// The byte at which the cell that is open begins.
    cell: usize,
    /// How many cells there are in all tables.
    cells: usize,
    /// The label of the footnote whose text is being read.
    note: Option<String>,
    blocks: Vec<Block>,
    /// The text of the footnotes, by label.
    notes: BTreeMap<String, Vec<Block>>,
    /// Which footnotes are referred to, in order, each with the number of blocks that stand before its own.
    references: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, offset: usize) {
        match event {
            _ if self.skipped > 0 && !matches!(event, Event::End(TagEnd::MetadataBlock(_))) => {}
            Event::Start(tag) => self.start(tag, offset),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.inline.text(&text, offset);
            }
            Event::SoftBreak => self.inline.soft_break(),
            Event::HardBreak => self.inline.line_break(),
            Event::InlineHtml(tag) => self.inline.tag(&tag),
            Event::Html(text) => match &mut self.html {
                Some((_, html)) => html.push_str(&text),
                None => self.inline.tag(&text),
            },
            Event::FootnoteReference(label) => self.references.push((self.blocks.len(), label.to_string())),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, offset: usize) {
        match tag {
            Tag::Strong => self.inline.style(Style::Bold, true),
            Tag::Emphasis => self.inline.style(Style::Italic, true),
            Tag::Strikethrough => self.inline.style(Style::Struck, true),
            Tag::Image { .. } => self.inline.style(Style::Picture, true),
            Tag::Paragraph | Tag::Heading { .. } => {
                self.flush(BlockKind::Paragraph);
                self.inline.start = Some(offset);
            }
            Tag::CodeBlock(kind) => {
                self.flush(BlockKind::Paragraph);
                // The text of a fenced block begins on the line after its fence.
                if matches!(kind, CodeBlockKind::Indented) {
                    self.inline.start = Some(offset);
                }
            }
            Tag::BlockQuote(_) => {
                self.flush(BlockKind::Paragraph);
                self.quotes += 1;
            }
            Tag::List(start) => {
                self.flush(BlockKind::Paragraph);
                self.lists.push(start);
            }
            Tag::Item => self.start_item(offset),
            Tag::HtmlBlock => {
                self.flush(BlockKind::Paragraph);
                self.html = Some((offset, String::new()));
            }
            Tag::FootnoteDefinition(label) => {
                self.flush(BlockKind::Paragraph);
                self.note = Some(label.to_string());
            }
            Tag::Table(_) => {
                self.flush(BlockKind::Paragraph);
                self.tables += 1;
                let location =
                    Location { table: Some(self.tables), ..self.outline.at(self.places.of(offset)) };
                self.table = Some((Table { number: self.tables, ..Table::default() }, location));
            }
            Tag::TableHead => self.start_row(true),
            Tag::TableRow => self.start_row(false),
            Tag::TableCell => {
                self.inline = Inline::default();
                self.cell = offset;
            }
            Tag::MetadataBlock(_) => self.skipped += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.inline.style(Style::Bold, false),
            TagEnd::Emphasis => self.inline.style(Style::Italic, false),
            TagEnd::Strikethrough => self.inline.style(Style::Struck, false),
            TagEnd::Image => self.inline.style(Style::Picture, false),
            TagEnd::Paragraph | TagEnd::CodeBlock => self.flush(BlockKind::Paragraph),
            TagEnd::Heading(level) => self.flush(BlockKind::Heading(level as u8)),
            TagEnd::BlockQuote(_) => {
                self.flush(BlockKind::Paragraph);
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.flush(BlockKind::Paragraph);
                self.item = None;
            }
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::FootnoteDefinition => {
                self.flush(BlockKind::Paragraph);
                self.note = None;
            }
            TagEnd::Table => {
                if let Some((table, location)) = self.table.take() {
                    self.put(Block {
                        kind: BlockKind::Table(table),
                        text: String::new(),
                        location,
                        bold: false,
                        italic: false,
                    });
                }
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::MetadataBlock(_) => self.skipped = self.skipped.saturating_sub(1),
            _ => {}
        }
    }

    fn start_item(&mut self, offset: usize) {
        self.flush(BlockKind::Paragraph);
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let written = self.source.get(offset..).unwrap_or_default();
        let closer = written.trim_start_matches(|sign: char| sign.is_ascii_digit()).chars().next();
        let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
            let shown = format!("{next}{}", closer.filter(|sign| *sign == ')').unwrap_or('.'));
            *next = next.saturating_add(1);
            shown
        });
        self.item = Some((BlockKind::ListItem { depth, number }, offset));
    }

    fn start_row(&mut self, header: bool) {
        if let Some((table, _)) = &mut self.table {
            let number = u32::try_from(table.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
            table.rows.push(Row { number, header, cells: Vec::new() });
        }
    }

    fn end_cell(&mut self) {
        let inline = std::mem::take(&mut self.inline);
        let offset = inline.start.unwrap_or(self.cell);
        let (text, bold, italic) = inline.finish();
        let text = tidy(&text);
        self.cells += 1;
        let Some((table, _)) = &mut self.table else { return };
        let Some(row) = table.rows.last_mut() else { return };
        let column = row.cells.len();
        table.columns = table.columns.max(column + 1);
        let location = self.outline.cell(self.places.of(offset), table.number, row.number, column);
        let blocks = if text.is_empty() {
            Vec::new()
        } else {
            let location = location.clone();
            vec![Block { kind: BlockKind::Paragraph, text, location, bold, italic }]
        };
        row.cells.push(Cell { column, columns: 1, rows: 1, blocks, location });
    }

    fn html_block(&mut self) {
        let Some((offset, source)) = self.html.take() else { return };
        for (start, text) in html::paragraphs(&source) {
            self.inline.text(&text.replace(['\n', '\r'], " "), offset + start);
            self.flush(BlockKind::Paragraph);
        }
    }

    /// Ends the text gathered so far as a block of `kind`, or of what it stands in.
    fn flush(&mut self, kind: BlockKind) {
        let inline = std::mem::take(&mut self.inline);
        let start = inline.start.unwrap_or_default();
        let (text, bold, italic) = inline.finish();
        let text = tidy(&text);
        if text.is_empty() {
            return;
        }
        let item = self.item.take();
        let start = item.as_ref().map_or(start, |(_, offset)| *offset);
        let kind = match (kind, item) {
            _ if self.note.is_some() => BlockKind::Note,
            _ if self.quotes > 0 => BlockKind::Quote,
            (BlockKind::Paragraph, Some((item, _))) => item,
            (kind, _) => kind,
        };
        if let BlockKind::Heading(level) = kind {
            self.outline.close(level);
        }
        let location = self.outline.at(self.places.of(start));
        if let BlockKind::Heading(level) = kind {
            self.outline.open(level, &text);
        }
        self.put(Block { kind, text, location, bold, italic });
    }

    fn put(&mut self, block: Block) {
        match &self.note {
            Some(label) => self.notes.entry(label.clone()).or_default().push(block),
            None => self.blocks.push(block),
        }
    }

    /// Returns the blocks, each followed by the footnotes it refers to; what nobody refers to is no
    /// note to anything and comes last, as paragraphs.
    fn finish(mut self) -> Vec<Block> {
        self.flush(BlockKind::Paragraph);
        let mut references = self.references.into_iter().peekable();
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for (index, block) in self.blocks.into_iter().enumerate() {
            blocks.push(block);
            while let Some((_, label)) = references.next_if(|(at, _)| *at <= index) {
                blocks.extend(self.notes.remove(&label).unwrap_or_default());
            }
        }
        let stray = self.notes.into_values().flatten();
        blocks.extend(stray.map(|block| Block { kind: BlockKind::Paragraph, ..block }));
        blocks
    }
}
