//! The walk down the lines of a text file, block by block.

use super::super::{Block, BlockKind, Limits, ReadError};
use super::headings::{self, Sign};
use super::joining::{join, tidy};
use super::lines::{Line, lines};
use super::lists::{self, Depths};
use super::outline::Outline;
use super::wrapping::Wrapping;
use super::{mail, tables};

/// Returns the blocks of `text`, or what is too large about it.
pub(super) fn blocks(file: &str, text: &str, limits: &Limits) -> Result<Vec<Block>, ReadError> {
    let lines = lines(text);
    let mut reader = Reader {
        wrapping: Wrapping::of(&lines),
        limits,
        lines: &lines,
        at: 0,
        outline: Outline::new(file),
        depths: Depths::default(),
        blocks: Vec::new(),
        tables: 0,
        cells: 0,
        last_number: None,
    };
    reader.walk()?;
    Ok(reader.blocks)
}

struct Reader<'a> {
    limits: &'a Limits,
    lines: &'a [Line],
    at: usize,
    wrapping: Wrapping,
    outline: Outline,
    depths: Depths,
    blocks: Vec<Block>,
    tables: u32,
    /// How many cells there are in all tables.
    cells: usize,
    /// The number of the last numbered heading.
    last_number: Option<Vec<u32>>,
}

impl<'a> Reader<'a> {
    fn walk(&mut self) -> Result<(), ReadError> {
        while let Some(line) = self.lines.get(self.at) {
            let rest = self.lines.get(self.at..).unwrap_or_default();
            if line.is_blank() {
                self.at += 1;
            } else if !self.blocks.is_empty() && mail::begins_earlier_message(rest) {
                self.earlier_message();
            } else if line.trimmed().starts_with('>') {
                self.quotation();
            } else if let Some(table) = tables::table_at(rest) {
                self.at += table.lines.max(1);
                self.tables += 1;
                self.cells += table.cells();
                self.limits.hold_cells(self.cells)?;
                self.blocks.extend(tables::block(table, self.tables, &self.outline));
                self.depths.end();
            } else if let Some((level, text, taken)) = self.heading() {
                self.heading_block(level, &text, line);
                self.at += taken;
            } else if line.is_rule() {
                self.at += 1;
            } else {
                self.prose(line);
            }
        }
        Ok(())
    }

    fn push(&mut self, kind: BlockKind, text: &str, line: &Line) {
        let text = tidy(text);
        if !text.is_empty() {
            let location = self.outline.at(line.place());
            self.blocks.push(Block { kind, text, location, bold: false, italic: false });
        }
    }

    fn heading_block(&mut self, level: u8, text: &str, line: &Line) {
        self.depths.end();
        if let Some(Sign::Number(parts)) = headings::sign(text) {
            self.last_number = Some(parts);
        }
        self.outline.close(level);
        self.push(BlockKind::Heading(level), text, line);
        self.outline.open(level, &tidy(text));
    }

    /// A paragraph, list item or label line, with the lines that go on with it.
    fn prose(&mut self, first: &Line) {
        let mark = lists::mark(first.trimmed());
        let mut taken = vec![mark.as_ref().map_or(first.trimmed(), |mark| mark.text)];
        let mut above = first;
        self.at += 1;
        while let Some(line) = self.lines.get(self.at) {
            if self.ends_block(first, above, line) {
                break;
            }
            taken.push(line.trimmed());
            above = line;
            self.at += 1;
        }
        let text = join(&taken);
        let kind = match mark {
            Some(mark) => {
                let depth = self.depths.of(first.indent());
                BlockKind::ListItem { depth, number: mark.number.map(str::to_owned) }
            }
            None => {
                if first.indent() == 0 && !lists::is_label(first.trimmed()) {
                    self.depths.end();
                }
                if first.indent() > 1 && is_in_quotation_marks(&text) {
                    BlockKind::Quote
                } else {
                    BlockKind::Paragraph
                }
            }
        };
        self.push(kind, &text, first);
    }

    /// Returns whether `line`, which follows `above`, is no longer part of the block that began with `first`.
    fn ends_block(&self, first: &Line, above: &Line, line: &Line) -> bool {
        let trimmed = line.trimmed();
        if line.is_blank() || line.is_rule() || trimmed.starts_with('>') {
            return true;
        }
        let rest = self.lines.get(self.at..).unwrap_or_default();
        if tables::table_at(rest).is_some() || mail::begins_earlier_message(rest) {
            return true;
        }
        let ended = self.wrapping.ends(above, line)
            || above.trimmed().ends_with(['.', ';', ':', '!', '?', ')', ']', '”']);
        let begins = match headings::sign(trimmed) {
            Some(Sign::Marks(_) | Sign::Capitals) => true,
            _ => lists::mark(trimmed).is_some() || lists::is_label(trimmed),
        };
        if begins
            && (ended || lists::is_label(above.trimmed()) || lists::goes_on_list(first.trimmed(), trimmed))
        {
            return true;
        }
        let goes_on = line.indent() > first.indent();
        self.wrapping.is_whole() && !goes_on || self.wrapping.is_whole_line(above, line)
    }

    /// Returns the heading that begins at the present line: its level, its text and how many lines it takes.
    fn heading(&self) -> Option<(u8, String, usize)> {
        let line = self.lines.get(self.at)?;
        let text = line.trimmed();
        if line.is_rule() {
            return None;
        }
        if let Some(heading) = self.underlined(text) {
            return Some(heading);
        }
        let sign = headings::sign(text)?;
        if sign.needs_room() && !self.has_room(self.at, &sign) {
            return None;
        }
        match &sign {
            Sign::Marks(_) | Sign::Capitals => {}
            Sign::Number(parts) if self.is_list_number(parts) => return None,
            Sign::Number(_) | Sign::NumberedWord if self.next_text().is_none() => return None,
            Sign::Number(_) | Sign::NumberedWord => {}
            Sign::Title if self.titles_a_text() => {}
            Sign::Title => return None,
        }
        Some((sign.level(), headings::bare(text).to_owned(), 1))
    }

    /// A heading of one line, or two, with a line drawn under it.
    fn underlined(&self, text: &str) -> Option<(u8, String, usize)> {
        if !headings::may_be_underlined(text)
            || self.above().is_some_and(|above| !above.is_blank() && !above.is_rule())
        {
            return None;
        }
        let below = self.lines.get(self.at + 1)?;
        if let Some(level) = headings::underline(below) {
            return Some((level, text.to_owned(), 2));
        }
        let level = headings::underline(self.lines.get(self.at + 2)?)?;
        let short = headings::may_be_underlined(below.trimmed()) && !below.is_blank() && !below.is_rule();
        (short && lists::mark(text).is_none()).then(|| (level, join(&[text, below.trimmed()]), 3))
    }

    fn above(&self) -> Option<&'a Line> {
        self.at.checked_sub(1).and_then(|above| self.lines.get(above))
    }

    /// A heading stands alone between blank lines; in a file of whole paragraphs, one a line, it stands before a
    /// long one. Capitals are told by themselves.
    fn has_room(&self, at: usize, sign: &Sign) -> bool {
        let neighbour = |line: Option<&Line>, whole: bool| {
            line.is_none_or(|line| {
                let capitals = || headings::sign(line.trimmed()) == Some(Sign::Capitals);
                line.is_blank() || line.is_rule() || whole || (*sign == Sign::Capitals && capitals())
            })
        };
        let above = at.checked_sub(1).and_then(|above| self.lines.get(above));
        let below = self.lines.get(at + 1);
        let whole = self.wrapping.is_whole();
        let before_text = *sign == Sign::Capitals || (whole && below.is_some_and(Wrapping::is_long));
        neighbour(above, whole) && neighbour(below, before_text)
    }

    /// Returns the index of the next line after this one that is not blank.
    fn next_text(&self) -> Option<usize> {
        let seen = |line: &Line| !line.is_blank() && !line.is_rule();
        self.lines.get(self.at + 1..)?.iter().position(seen).map(|skipped| self.at + 1 + skipped)
    }

    /// A number that goes on from a list item, or that the next block goes on from, is a list's and no heading's.
    fn is_list_number(&self, parts: &[u32]) -> bool {
        let follows = |next: &[u32], last: &[u32]| {
            next.len() == last.len()
                && next
                    .split_last()
                    .zip(last.split_last())
                    .is_some_and(|((n, ns), (l, ls))| ns == ls && *n == l + 1)
        };
        if self.last_number.as_deref().is_some_and(|last| follows(parts, last)) {
            return false;
        }
        let after_item = matches!(self.blocks.last(), Some(Block { kind: BlockKind::ListItem { number: Some(number), .. }, .. })
            if lists::parts(number).is_some_and(|last| follows(parts, &last)));
        let next = self.next_line().and_then(|line| lists::mark(line.trimmed())).and_then(|mark| mark.number);
        after_item || next.and_then(lists::parts).is_some_and(|next| follows(&next, parts))
    }

    fn next_line(&self) -> Option<&'a Line> {
        self.next_text().and_then(|at| self.lines.get(at))
    }

    /// A plain line is a title when something that is no other plain line by itself follows.
    fn titles_a_text(&self) -> bool {
        let Some(at) = self.next_text() else { return false };
        let next = self.lines.get(at).and_then(|line| headings::sign(line.trimmed()));
        next != Some(Sign::Title) || !self.has_room(at, &Sign::Title)
    }

    /// The lines marked with `>`, paragraph by paragraph.
    fn quotation(&mut self) {
        let mut inner = Vec::new();
        while let Some(line) = self.lines.get(self.at) {
            let Some(text) = mail::quoted(line.trimmed()) else { break };
            let cut = line.trimmed().chars().count() - text.chars().count();
            let lead = line.text.chars().count() - line.trimmed().chars().count() + cut;
            let character = line.place_after(lead).character;
            inner.push(Line { number: line.number, character, text: text.trim_end().to_owned() });
            self.at += 1;
        }
        self.quote(&inner);
    }

    /// Everything from an earlier message on.
    fn earlier_message(&mut self) {
        let rest = self.lines.get(self.at..).unwrap_or_default();
        self.at = self.lines.len();
        let unmarked = |line: &Line| {
            let text = mail::quoted(line.trimmed()).unwrap_or(&line.text).to_owned();
            Line { text, ..line.clone() }
        };
        let inner: Vec<Line> = rest.iter().map(unmarked).filter(|line| !line.is_rule()).collect();
        self.quote(&inner);
    }

    /// Adds each paragraph, list item and label line of `lines` as a quotation.
    fn quote(&mut self, lines: &[Line]) {
        let mut inner = Reader {
            limits: self.limits,
            lines,
            at: 0,
            wrapping: self.wrapping,
            outline: Outline::new(""),
            depths: Depths::default(),
            blocks: Vec::new(),
            tables: 0,
            cells: 0,
            last_number: None,
        };
        while let Some(line) = inner.lines.get(inner.at) {
            if line.is_blank() || line.is_rule() {
                inner.at += 1;
            } else {
                inner.prose(line);
                if let Some(block) = inner.blocks.pop() {
                    self.push(BlockKind::Quote, &block.text, line);
                }
            }
        }
    }
}

fn is_in_quotation_marks(text: &str) -> bool {
    let ends = text.trim_end_matches(['.', ',']);
    text.starts_with(['"', '“', '‘']) && ends.ends_with(['"', '”', '’'])
}
