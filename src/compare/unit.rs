//! Units: actions, and sentences that are none, as the matcher sees them: words and circumstances as numbers, so that to
//! compare them is to compare numbers.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::dates::Due;
use crate::document::Location;
use crate::pack::Rules;
use crate::review::words::Words;
use crate::statement::{Action, Pointer, PointerKind, Statement};

/// An action or a sentence. Equal numbers are equal texts; 0 is no text at all.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    /// Its words, in order, without regard to what no reader would call a change.
    pub(super) text: u32,
    /// The stems of its words, sorted.
    pub(super) stems: Vec<u32>,
    /// Who does it.
    pub(super) owner: u32,
    /// When it is due.
    pub(super) due: u32,
    /// How success is known.
    pub(super) measure: u32,
    /// Its number.
    pub(super) reference: u32,
    /// What its own row says about the finding that it answers.
    pub(super) row: u32,
    /// The sheet, the headings and the banner above it.
    pub(super) section: u32,
}

/// Gives each text a number, the same for texts that are the same words.
#[derive(Debug)]
pub(super) struct Lexicon<'r> {
    rules: &'r Rules,
    /// Asked for one key, never walked.
    numbers: FxHashMap<String, u32>,
    /// Of each section, the sheet, the headings and the banner above it.
    parts: BTreeMap<u32, Vec<u32>>,
}

/// The sections and headings of a statement.
#[derive(Debug)]
pub(super) struct Sections {
    paths: BTreeSet<u32>,
    headings: BTreeSet<u32>,
}

impl<'r> Lexicon<'r> {
    pub(super) fn new(rules: &'r Rules) -> Self {
        Self { rules, numbers: FxHashMap::default(), parts: BTreeMap::new() }
    }

    /// Returns an action as a unit.
    pub(super) fn action(&mut self, action: &Action) -> Unit {
        let row = action.pointers.iter().filter(|pointer| pointer.kind == PointerKind::Row);
        let row: Vec<&str> = row.map(|pointer| pointer.text.as_str()).collect();
        Unit {
            owner: self.words(action.owner.as_deref().unwrap_or_default()),
            due: self.number(due(action.due.as_ref())),
            measure: self.words(action.measure.as_deref().unwrap_or_default()),
            reference: self.words(action.reference.as_deref().unwrap_or_default()),
            row: self.words(&row.join(" ")),
            section: self.section(&action.pointers, &action.location),
            ..self.sentence(&action.text)
        }
    }

    /// Returns a sentence as a unit without circumstances.
    pub(super) fn sentence(&mut self, text: &str) -> Unit {
        let rules = self.rules;
        let words = rules.analyzer.words(text).into_iter();
        let mut stems: Vec<u32> = words.map(|word| self.number(word.stem)).collect();
        stems.sort_unstable();
        Unit { text: self.words(text), stems, ..Unit::default() }
    }

    /// Returns the number of a text: that of its words.
    pub(super) fn words(&mut self, text: &str) -> u32 {
        let words = Words::of(text, &self.rules.language.abbreviations);
        // Joined without spaces: a line that is broken within a word, as in a narrow cell of a PDF, is no change of it.
        let joined = words.all().concat();
        self.number(joined)
    }

    /// Returns what is needed to tell whether a statement has a section.
    pub(super) fn sections(&mut self, statement: &Statement) -> Sections {
        let headings = statement.headings.iter().map(|heading| self.words(heading)).collect();
        let actions = statement.actions.iter().map(|action| (&action.pointers, &action.location));
        let passages = statement.passages.iter().map(|passage| (&passage.pointers, &passage.location));
        let paths = actions.chain(passages).map(|(pointers, location)| self.section(pointers, location));
        Sections { paths: paths.collect(), headings }
    }

    /// Whether a statement has a section that has a name, be it empty.
    pub(super) fn has(&self, sections: &Sections, section: u32) -> bool {
        let Some(parts) = self.parts.get(&section).filter(|parts| !parts.is_empty()) else { return false };
        sections.paths.contains(&section) || parts.iter().all(|part| sections.headings.contains(part))
    }

    /// Returns the number of the section in which something stands: its sheet, the headings and the banner above it.
    fn section(&mut self, pointers: &[Pointer], location: &Location) -> u32 {
        let above = pointers.iter().rev();
        let above = above.filter(|one| matches!(one.kind, PointerKind::Banner | PointerKind::Heading(_)));
        let names = location.sheet.as_deref().into_iter().chain(above.map(|pointer| pointer.text.as_str()));
        let parts: Vec<u32> = names.map(|name| self.words(name)).collect();
        // A slash, so that the path is no word.
        let path: String = parts.iter().map(|part| format!("/{part}")).collect();
        let section = self.number(path);
        self.parts.entry(section).or_insert(parts);
        section
    }

    fn number(&mut self, text: String) -> u32 {
        if text.is_empty() {
            return 0;
        }
        // Far fewer texts are compared than there are numbers; were it not so, the last number would stand for the rest.
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX - 1) + 1;
        *self.numbers.entry(text).or_insert(next)
    }
}

/// Returns a due date so that the same days are the same text, however they are written.
fn due(due: Option<&Due>) -> String {
    match due {
        None => String::new(),
        Some(Due { range: Some((first, last)), .. }) => format!("{first} {last}"),
        Some(Due { text, range: None }) => format!("? {}", text.trim().to_lowercase()),
    }
}
