//! The walk through a document: what is section, table, card or prose, and what each yields.

use std::ops::Range;

use jiff::civil::Date;

use super::agencies::commits_somebody;
use super::commitment::Judge;
use super::draft::Draft;
use super::forms::Forms;
use super::initials::Initials;
use super::model::{Passage, PassageKind, Pointer, PointerKind, Statement};
use super::prose::Prose;
use super::section::{MARKER, Sections, heading_level, is_marker};
use super::table;
use crate::dates::{DateReader, Due};
use crate::document::{Block, BlockKind, Document, Location};
use crate::pack::{ColumnRole, Rules, SectionKind};

/// The longest line of a title page that says what the document is, in words.
const LONGEST_TITLE_LINE: usize = 8;

/// Returns the statement that `documents` together are.
pub(super) fn read(documents: &[Document], rules: &Rules, anchor: Option<Date>) -> Statement {
    let mut statement = Statement::default();
    for document in documents {
        statement.files.push((document.file.clone(), document.format));
        statement.unread.extend(document.unread.iter().cloned());
        statement.marks.insertions += document.marks.insertions;
        statement.marks.deletions += document.marks.deletions;
        statement.marks.comments += document.marks.comments;
        let mut reader = Reader::new(rules, anchor, &mut statement);
        reader.blocks(&document.blocks);
    }
    statement
}

/// Reads one document into a statement.
pub(super) struct Reader<'r> {
    pub(super) rules: &'r Rules,
    pub(super) judge: Judge<'r>,
    pub(super) dates: DateReader,
    pub(super) sections: Sections,
    pub(super) forms: Forms,
    pub(super) initials: Initials,
    /// The inspectors' words quoted since the last heading.
    pub(super) quotations: Vec<String>,
    /// Whether the last thing read is an action, to which a footnote may belong.
    after_action: bool,
    statement: &'r mut Statement,
}

impl<'r> Reader<'r> {
    fn new(rules: &'r Rules, anchor: Option<Date>, statement: &'r mut Statement) -> Self {
        Self {
            rules,
            judge: Judge::new(rules),
            dates: DateReader::new(rules.language.dates.clone(), anchor),
            sections: Sections::default(),
            forms: Forms::default(),
            initials: Initials::default(),
            quotations: Vec::new(),
            after_action: false,
            statement,
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.sections = Sections::of(blocks);
        self.forms = Forms::of(blocks, self);
        self.initials = Initials::of(blocks);
        let mut prose = Prose::default();
        let mut opened = false;
        for block in blocks {
            if let BlockKind::Table(grid) = &block.kind {
                prose.table(self);
                table::read(grid, &[], self);
            } else if let Some(level) = heading_level(block) {
                // The action above belongs to the section above.
                prose.heading(block, self);
                self.sections.enter(level, &block.text, self.rules);
                self.statement.headings.push(block.text.clone());
                self.quotations.clear();
                self.after_action = false;
                opened = true;
                continue;
            } else {
                if opened {
                    self.sections.open_with(&block.text, self.rules);
                }
                self.note_title_line(&block.text);
                if is_marker(block, self.rules) && !commits_somebody(&block.text, self) {
                    prose.close(self);
                    self.sections.enter(MARKER, &block.text, self.rules);
                }
                prose.block(block, self);
            }
            opened = false;
        }
        prose.close(self);
    }

    fn note_title_line(&mut self, text: &str) {
        if self.statement.actions.is_empty() && text.split_whitespace().count() <= LONGEST_TITLE_LINE {
            self.statement.title_lines.push(text.to_owned());
        }
    }

    /// Returns what stands above the text at hand and may tell the finding: quotations, then headings.
    pub(super) fn pointers_above(&self) -> Vec<Pointer> {
        let quotations = self.quotations.iter().rev();
        let quotations = quotations.map(|text| Pointer { kind: PointerKind::Quotation, text: text.clone() });
        let headings = (0_u8..).zip(self.sections.headings());
        let headings =
            headings.map(|(out, text)| Pointer { kind: PointerKind::Heading(out), text: text.to_owned() });
        quotations.chain(headings).collect()
    }

    /// Whether the text at hand stands in the plan, and not in its background, glossary or superseded parts.
    pub(super) fn in_plan(&self) -> bool {
        self.sections.kind().is_none()
    }

    /// Adds a finished action; in a part that is not the plan its words are kept as a passage instead. What has no
    /// words, as a total at the foot of a column, is none.
    pub(super) fn action(&mut self, draft: Draft) {
        if !draft.text.contains(char::is_alphabetic) || self.is_blank(&draft.text) {
            return;
        }
        let run_by_somebody =
            draft.is_assigned() && self.sections.kind() == Some(SectionKind::Administration);
        if !(self.in_plan() || run_by_somebody) {
            let (text, location) = (draft.text, draft.location);
            self.passage(&text, PassageKind::Context, &location);
            return;
        }
        let action = draft.finish(self);
        self.statement.actions.push(action);
        self.after_action = true;
    }

    /// Adds what a footnote says to the action just read. Returns false, having done nothing, when it hangs on
    /// something else.
    pub(super) fn note_to_last_action(&mut self, note: &str) -> bool {
        let sentences = self.judge.sentences(note);
        let Some(action) = self.statement.actions.last_mut().filter(|_| self.after_action) else {
            return false;
        };
        action.text.push(' ');
        action.text.push_str(note);
        action.sentences.extend(sentences);
        action.commitment = Judge::together(&action.sentences);
        true
    }

    /// Adds a passage that is no action.
    pub(super) fn passage(&mut self, text: &str, kind: PassageKind, location: &Location) {
        if text.trim().is_empty() {
            return;
        }
        let kind = match (kind, self.sections.kind()) {
            (_, Some(SectionKind::Superseded)) => PassageKind::Superseded,
            (PassageKind::Prose, Some(_)) => PassageKind::Context,
            (kind, _) => kind,
        };
        // Only what prose says may refuse or put off; quotations, background and old drafts are told by their kind.
        let sentences = if kind == PassageKind::Prose { self.judge.sentences(text) } else { Vec::new() };
        let pointers = self.pointers_above();
        let passage =
            Passage { text: text.to_owned(), sentences, kind, pointers, location: location.clone() };
        self.statement.passages.push(passage);
        self.after_action = false;
    }

    /// Whether a cell says nothing: empty, a dash, or words such as TBC.
    pub(super) fn is_blank(&self, text: &str) -> bool {
        let text = text.trim();
        text.is_empty() || self.rules.language.blank.iter().any(|blank| blank.eq_ignore_ascii_case(text))
    }

    /// Whether a short piece of text is a date or stands for one (`ongoing`).
    pub(super) fn is_date(&self, text: &str) -> bool {
        let year = text.parse().is_ok_and(|year: u16| (2000..2100).contains(&year));
        year || !self.dates.in_text(text).is_empty() || self.dates.is_vague(text)
    }

    /// Returns the date that running text names as its time: the first of the sentence that promises, else of all.
    pub(super) fn due_in_text(&self, text: &str) -> Option<Due> {
        let sentences = crate::text::sentences(text, &self.rules.language.abbreviations);
        let dates = self.dates.in_text(text);
        let promises = |range: &Range<usize>| self.judge.promises(&text[range.clone()]);
        let promise = sentences.into_iter().find(promises).unwrap_or(0..text.len());
        let own = dates.iter().find(|found| promise.contains(&found.range.start));
        own.or(dates.first()).map(|found| found.due.clone())
    }

    /// Whether a sentence says how success is known.
    pub(super) fn is_measure(&self, sentence: &str) -> bool {
        let scan = self.rules.library.scan(&self.rules.analyzer, &[sentence]);
        let mut clauses =
            self.rules.language.clauses.iter().filter(|clause| clause.role == ColumnRole::Measure);
        clauses.any(|clause| scan.is_match(clause.when))
    }

    /// Returns the sentence of `text` that says how success is known.
    pub(super) fn measure_in(&self, text: &str) -> Option<String> {
        let sentences = crate::text::sentences(text, &self.rules.language.abbreviations);
        let mut sentences = sentences.into_iter().map(|range| &text[range]);
        sentences.find(|sentence| self.is_measure(sentence)).map(str::to_owned)
    }
}
