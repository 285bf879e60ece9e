//! Sections: whether a heading or marker opens a part that is not the plan.

use crate::document::{Block, BlockKind};
use crate::pack::{Rules, SectionKind};
use crate::text::sentences;

/// The longest heading or marker, in words, that can open a part which is not the plan.
const LONGEST_MARKER: usize = 16;

/// The most words before the first stop of a long paragraph that make a marker of it.
const LONGEST_FIRST_WORDS: usize = 3;

/// A heading above the text at hand.
#[derive(Debug, Clone)]
struct Open {
    level: u8,
    text: String,
    kind: Option<SectionKind>,
}

/// The headings above the text at hand, and what they make of it.
#[derive(Debug, Default)]
pub(super) struct Sections {
    open: Vec<Open>,
    /// The level of the document's title, whose words say nothing of the parts below it.
    title: Option<u8>,
}

/// The level given to headings that are only bold text: below every real one.
const BOLD_HEADING: u8 = 10;
/// The level given to marker paragraphs: they hold until the next heading of any kind.
pub(super) const MARKER: u8 = 11;

impl Sections {
    /// Returns the sections of a document, none entered yet. A heading alone on the outermost level is its title.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let levels = blocks.iter().filter_map(|block| match block.kind {
            BlockKind::Heading(level) => Some(level),
            _ => None,
        });
        let mut levels: Vec<u8> = levels.collect();
        levels.sort_unstable();
        let title = match levels.as_slice() {
            [only, next, ..] if only < next => Some(*only),
            _ => None,
        };
        Self { open: Vec::new(), title }
    }

    /// Takes note of what opens a section at `level`, and so ends those at its level and below.
    pub(super) fn enter(&mut self, level: u8, text: &str, rules: &Rules) {
        self.open.retain(|open| open.level < level);
        let says = level == MARKER || is_short(text) && self.title != Some(level);
        let kind = if says { kind_of(text, rules) } else { None };
        self.open.push(Open { level, text: text.to_owned(), kind });
    }

    /// Takes note of the first paragraph of a section, which may say that the section is no longer part of the plan.
    pub(super) fn open_with(&mut self, text: &str, rules: &Rules) {
        let sentences = sentences(text, &rules.language.abbreviations).into_iter();
        let closed = sentences.filter_map(|range| text.get(range)).any(|sentence| {
            let scan = rules.library.scan(&rules.analyzer, &[sentence]);
            let mut notes =
                rules.language.sections.iter().filter(|rule| rule.kind == SectionKind::SupersededNote);
            notes.any(|note| scan.is_match(note.heading))
        });
        if let Some(open) = self.open.last_mut().filter(|open| closed && open.level < MARKER) {
            open.kind = Some(SectionKind::Superseded);
        }
    }

    /// Returns what the innermost heading that says so makes of the text at hand; superseded wins over context.
    pub(super) fn kind(&self) -> Option<SectionKind> {
        let superseded = self.open.iter().any(|open| open.kind == Some(SectionKind::Superseded));
        if superseded {
            Some(SectionKind::Superseded)
        } else {
            self.open.iter().rev().find_map(|open| open.kind)
        }
    }

    /// Whether nothing but the document's title stands above the text at hand.
    pub(super) fn at_title(&self) -> bool {
        matches!(self.open.as_slice(), [only] if self.title == Some(only.level))
    }

    /// Returns the headings above the text at hand, nearest first.
    pub(super) fn headings(&self) -> impl Iterator<Item = &str> {
        self.open.iter().rev().filter(|open| open.level != MARKER).map(|open| open.text.as_str())
    }
}

/// Returns the level of a block that is a heading, and so no text of its own.
pub(super) fn heading_level(block: &Block) -> Option<u8> {
    match &block.kind {
        BlockKind::Heading(level) => Some(*level),
        BlockKind::Paragraph if block.bold && is_short(&block.text) && !ends_sentence(&block.text) => {
            Some(BOLD_HEADING)
        }
        _ => None,
    }
}

/// Whether a paragraph marks what follows as superseded, such as `text below was withdrawn`, or says so before it says
/// anything else: `SUPERSEDED. The plan of last year ...`.
pub(super) fn is_marker(block: &Block, rules: &Rules) -> bool {
    let first = block.text.split(['.', ':', '\n']).next().unwrap_or_default();
    let text = if is_short(&block.text) { &block.text } else { first };
    let counts = is_short(&block.text) || first.split_whitespace().count() <= LONGEST_FIRST_WORDS;
    matches!(block.kind, BlockKind::Paragraph) && counts && is_superseded(text, rules)
}

/// Whether a short text speaks of the document itself, as `Version 2, agreed in May` does.
pub(super) fn is_about_document(text: &str, rules: &Rules) -> bool {
    is_short(text) && matches!(kind_of(text, rules), Some(SectionKind::Context | SectionKind::Administration))
}

/// Whether a heading, marker or status says that something no longer belongs to the statement.
pub(super) fn is_superseded(text: &str, rules: &Rules) -> bool {
    is_short(text) && kind_of(text, rules) == Some(SectionKind::Superseded)
}

fn kind_of(text: &str, rules: &Rules) -> Option<SectionKind> {
    let scan = rules.library.scan(&rules.analyzer, &[text]);
    let headings = rules.language.sections.iter().filter(|rule| rule.kind != SectionKind::SupersededNote);
    let mut kinds = headings.filter(|rule| scan.is_match(rule.heading)).map(|rule| rule.kind);
    let first = kinds.next()?;
    Some(if kinds.any(|kind| kind == SectionKind::Superseded) { SectionKind::Superseded } else { first })
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= LONGEST_MARKER
}

/// Whether `text` ends as a sentence does, which headings do not.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', ';', ':', ','])
}
