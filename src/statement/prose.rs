//! Prose: list items, labelled lines and sentences outside tables, and which of them are actions.

use super::draft::Draft;
use super::labels::{Parted, label, part};
use super::marker::strip_reference;
use super::model::{PassageKind, Pointer, PointerKind};
use super::plan::Reader;
use super::running::groups;
use super::section::is_about_document;
use crate::document::{Block, BlockKind, Location};
use crate::pack::ColumnRole;

/// The fewest words that can say what will be done, where neither owner nor date stands beside them.
const SHORTEST_ACTION: usize = 4;

/// What is being read outside tables.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// The action whose labels may still follow.
    open: Option<Draft>,
    /// How deep the list item of the open action is nested; `None` when it is no list item.
    depth: Option<u8>,
    /// What a `Finding:` label said last.
    finding: Option<String>,
    /// The last heading, which is the action itself where only labels follow it.
    heading: Option<(String, Location)>,
}

impl Prose {
    /// Takes note of a heading.
    pub(super) fn heading(&mut self, block: &Block, reader: &mut Reader<'_>) {
        self.close(reader);
        self.finding = None;
        self.heading = Some((block.text.clone(), block.location.clone()));
    }

    /// Takes note of a table, which ends the action at hand and holds what the heading above it is about.
    pub(super) fn table(&mut self, reader: &mut Reader<'_>) {
        self.close(reader);
        self.heading = None;
    }

    /// Ends the action at hand.
    pub(super) fn close(&mut self, reader: &mut Reader<'_>) {
        self.depth = None;
        let Some(draft) = self.open.take() else { return };
        let promises = || reader.judge.sentences(&draft.text).iter().any(|s| reader.judge.promises(&s.text));
        if draft.has_fields() || !draft.labelled && promises() {
            reader.action(draft);
        } else {
            reader.passage(&draft.text, PassageKind::Prose, &draft.location);
        }
    }

    /// Reads one block that is neither heading nor table.
    pub(super) fn block(&mut self, block: &Block, reader: &mut Reader<'_>) {
        match &block.kind {
            BlockKind::Note => self.note(block, reader),
            BlockKind::Quote => self.quotation(block, reader),
            _ if is_quotation(block) => self.quotation(block, reader),
            BlockKind::ListItem { depth, .. } => self.item(block, *depth, reader),
            _ => self.paragraph(block, reader),
        }
    }

    fn note(&mut self, block: &Block, reader: &mut Reader<'_>) {
        match &mut self.open {
            Some(draft) => draft.notes.push(block.text.clone()),
            None if reader.note_to_last_action(&block.text) => {}
            None => reader.passage(&block.text, PassageKind::Prose, &block.location),
        }
    }

    fn quotation(&mut self, block: &Block, reader: &mut Reader<'_>) {
        self.close(reader);
        reader.passage(&block.text, PassageKind::Quoted, &block.location);
        reader.quotations.push(block.text.clone());
    }

    fn item(&mut self, block: &Block, depth: u8, reader: &mut Reader<'_>) {
        if self.labelled(block, reader) {
            return;
        }
        let nested = self.depth.is_some_and(|above| depth > above);
        let parted = part(strip_reference(&block.text, reader), reader);
        if nested
            && parted.fields.is_empty()
            && let Some(draft) = &mut self.open
        {
            draft.text.push('\n');
            draft.text.push_str(&parted.text);
            return;
        }
        self.close(reader);
        let remark = parted.fields.is_empty() && parted.text.split_whitespace().count() < SHORTEST_ACTION;
        if !reader.in_plan() || remark {
            reader.passage(&block.text, PassageKind::Prose, &block.location);
            return;
        }
        if parted.fields.is_empty() && tells_as_prose(&parted.text, reader) {
            self.sentences(&parted.text, block, reader);
            return;
        }
        self.depth = Some(depth);
        self.open = Some(self.entry(parted, block, reader));
    }

    fn paragraph(&mut self, block: &Block, reader: &mut Reader<'_>) {
        if self.labelled(block, reader) {
            return;
        }
        self.close(reader);
        let parted = part(strip_reference(&block.text, reader), reader);
        let numbered = strip_reference(&block.text, reader).len() < block.text.trim_start().len();
        if !reader.in_plan() || !numbered && is_about_document(&parted.text, reader.rules) {
            reader.passage(&block.text, PassageKind::Prose, &block.location);
        } else if parted.fields.is_empty() && (!numbered || tells_as_prose(&parted.text, reader)) {
            self.sentences(&parted.text, block, reader);
        } else {
            self.open = Some(self.entry(parted, block, reader));
        }
    }

    /// Begins an action that is an entry of its own: a list item or a numbered paragraph.
    fn entry(&self, parted: Parted, block: &Block, reader: &Reader<'_>) -> Draft {
        let mut draft = Draft::new(&parted.text, &block.location);
        draft.running = parted.fields.is_empty();
        draft.fields = parted.fields;
        draft.pointers = self.pointers(reader);
        draft
    }

    /// Reads running prose, in which each promise with a day is an action.
    fn sentences(&mut self, text: &str, block: &Block, reader: &mut Reader<'_>) {
        for group in groups(text, reader) {
            if group.is_action() {
                let mut draft = Draft::new(&group.words, &block.location);
                draft.running = true;
                draft.pointers = self.pointers(reader);
                reader.action(draft);
            } else {
                reader.passage(&group.words, PassageKind::Prose, &block.location);
            }
        }
    }

    /// Reads a block whose lines begin with labels. Returns false, having done nothing, when none does.
    fn labelled(&mut self, block: &Block, reader: &mut Reader<'_>) -> bool {
        let lines: Vec<&str> = block.text.split('\n').collect();
        let Some(first) = lines.first().and_then(|line| label(line, reader)) else { return false };
        if first.0.contains(&ColumnRole::Finding) && first.1.contains(['"', '“', '\'', '‘']) {
            self.quotation(block, reader);
            return true;
        }
        for line in lines {
            match label(line, reader) {
                Some((roles, value)) => {
                    if !self.field(&roles, value, block, reader) {
                        reader.passage(line, PassageKind::Prose, &block.location);
                    }
                }
                None => match &mut self.open {
                    Some(draft) => match draft.fields.last_mut() {
                        Some((_, text)) => *text = format!("{text} {line}"),
                        None => draft.text = format!("{} {line}", draft.text),
                    },
                    None => reader.passage(line, PassageKind::Prose, &block.location),
                },
            }
        }
        true
    }

    /// Takes the value of a label. Returns false where there is no action that it could belong to.
    fn field(&mut self, roles: &[ColumnRole], value: &str, block: &Block, reader: &mut Reader<'_>) -> bool {
        let Some(role) = roles.first() else { return false };
        match role {
            ColumnRole::Action => {
                self.close(reader);
                let parted = part(strip_reference(value, reader), reader);
                let mut draft = Draft::new(&parted.text, &block.location);
                draft.fields = parted.fields;
                draft.labelled = true;
                draft.pointers = self.pointers(reader);
                self.open = Some(draft);
            }
            ColumnRole::Finding => {
                self.close(reader);
                reader.passage(value, PassageKind::Quoted, &block.location);
                self.finding = Some(value.to_owned());
            }
            ColumnRole::Reference => {
                self.close(reader);
                return false;
            }
            role => {
                if self.open.is_none()
                    && let Some((text, location)) =
                        self.heading.take().filter(|_| !reader.sections.at_title())
                {
                    let mut draft = Draft::new(strip_reference(&text, reader), &location);
                    draft.pointers = self.pointers(reader);
                    self.open = Some(draft);
                }
                let Some(draft) = &mut self.open else { return false };
                for field in owner_and_date(*role, value, reader) {
                    draft.add(field.0, &field.1);
                }
                draft.has_due_place |= *role == ColumnRole::Due;
            }
        }
        true
    }

    fn pointers(&self, reader: &Reader<'_>) -> Vec<Pointer> {
        let row = self.finding.iter().map(|text| Pointer { kind: PointerKind::Row, text: text.clone() });
        row.chain(reader.pointers_above()).collect()
    }
}

/// Whether a list item or numbered paragraph holds several promises, each with its day, as formal replies are written,
/// and is not one entry of a plan.
fn tells_as_prose(text: &str, reader: &Reader<'_>) -> bool {
    groups(text, reader).iter().filter(|group| group.is_action()).count() > 1
}

/// Returns the fields that a labelled line holds: `Lead: X; Date: Y` holds two.
fn owner_and_date(role: ColumnRole, value: &str, reader: &Reader<'_>) -> Vec<(ColumnRole, String)> {
    let parted = part(&format!("{value} "), reader);
    let mut fields = vec![(role, parted.text)];
    fields.extend(parted.fields);
    fields
}

/// Whether a whole paragraph is a quotation: in quotation marks from end to end, or in italics with them inside.
fn is_quotation(block: &Block) -> bool {
    let text = block.text.trim();
    let opens = text.starts_with(['"', '“', '‘']);
    let closes = text.trim_end_matches('.').ends_with(['"', '”', '’']);
    opens && closes || block.italic && (text.contains(['"', '“', '‘']))
}
