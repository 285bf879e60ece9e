//! The parts of a letter: what stands under each heading that the rules know, and what else there is.

use super::Scene;
use super::pieces::{Piece, PieceKind};
use crate::pack::{LetterRole, LetterSection, LetterSignOf};

/// A part of a letter.
#[derive(Debug)]
pub(super) struct Part<'r, 'p> {
    /// The rule that opened it; `None` for what stands under a heading that no rule knows.
    pub(super) rule: Option<&'r LetterSection>,
    /// Its heading as shown; empty for what stands before the first.
    pub(super) heading: String,
    role: LetterRole,
    /// How deep the heading is; that of an opening sentence is deeper than any.
    level: u8,
    /// How deep the headings within it are, where the first of them is no deeper than its own.
    themes: Option<u8>,
    /// Who the part is about.
    pub(super) party: Option<String>,
    /// What it holds, headings within it included.
    pub(super) pieces: &'p [Piece<'p>],
}

impl Part<'_, '_> {
    /// Returns what it does: what no rule knows is narrative, and what stands after the end is aside.
    pub(super) fn role(&self) -> LetterRole {
        self.role
    }

    /// Whether it asks for something.
    pub(super) fn asks(&self) -> bool {
        matches!(self.role, LetterRole::Improvement | LetterRole::PriorityAction | LetterRole::NextStep)
    }
}

/// The longest text, in characters, that may be a heading though the reader took it for a paragraph.
const LONGEST_HEADING: usize = 120;

/// Cuts a letter into its parts, in reading order.
pub(super) fn cut<'r, 'p>(pieces: &'p [Piece<'p>], scene: Scene<'r>) -> Vec<Part<'r, 'p>> {
    let mut cutter =
        Cutter { scene, pieces, parts: Vec::new(), bounds: Vec::new(), party: None, ended: false };
    for at in 0..pieces.len() {
        cutter.read(at);
    }
    cutter.finish()
}

struct Cutter<'r, 'p> {
    scene: Scene<'r>,
    pieces: &'p [Piece<'p>],
    parts: Vec<Part<'r, 'p>>,
    /// For each part, where the one before it ends and where its own pieces begin.
    bounds: Vec<(usize, usize)>,
    party: Option<String>,
    /// Whether what the letter says is over.
    ended: bool,
}

impl<'r, 'p> Cutter<'r, 'p> {
    fn read(&mut self, at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        if self.parts.is_empty() {
            self.open(None, String::new(), u8::MAX, (at, at));
        }
        let text = piece.text.trim();
        match piece.kind {
            PieceKind::Heading(level) => self.heading(text, level, at),
            PieceKind::Paragraph if text.chars().count() <= LONGEST_HEADING => match self.known(text) {
                Some(rule) => self.open(Some(rule), text.to_owned(), self.level(), (at, at + 1)),
                None => self.paragraph(text, at),
            },
            PieceKind::Paragraph => self.paragraph(text, at),
            PieceKind::Bullet { .. } | PieceKind::Table(_) => {}
        }
    }

    fn heading(&mut self, text: &str, level: u8, at: usize) {
        let party = self.scene.signs(LetterSignOf::Party).find_map(|sign| sign.first(text));
        if let Some(party) = party {
            self.party = Some(party.to_owned());
        }
        if let Some(rule) = self.known(text) {
            return self.open(Some(rule), text.to_owned(), level, (at, at + 1));
        }
        let is_first = self.bounds.last().is_some_and(|(_, start)| *start == at);
        let within = self.parts.last_mut().filter(|part| part.rule.is_some()).is_some_and(|part| {
            if is_first && part.asks() && level <= part.level {
                part.themes = Some(level);
            }
            level > part.level || part.themes.is_some_and(|themes| level >= themes)
        });
        if !within {
            self.open(None, text.to_owned(), level, (at, at + 1));
        }
    }

    fn paragraph(&mut self, text: &str, at: usize) {
        if self.scene.shows(LetterSignOf::End, text) {
            self.ended = true;
            return self.open(None, String::new(), 0, (at, at));
        }
        let led = self.parts.last().is_some_and(|part| part.rule.is_some_and(|rule| rule.heading.is_none()));
        let lead = self.rules().find(|rule| rule.lead.as_ref().is_some_and(|lead| lead.is_match(text)));
        if let Some(rule) = lead {
            let heading = self.parts.last().map(|part| part.heading.clone()).unwrap_or_default();
            self.open(Some(rule), heading, u8::MAX, (at + 1, at + 1));
        } else if led {
            // Its list is over: what was open before goes on.
            let before = self.parts.iter().rev().find(|part| part.level != u8::MAX || part.rule.is_none());
            let (rule, heading, level) = before
                .map_or((None, String::new(), u8::MAX), |part| (part.rule, part.heading.clone(), part.level));
            self.open(rule, heading, level, (at, at));
        }
    }

    /// Returns the rule that the heading `text` opens a part by.
    fn known(&self, text: &str) -> Option<&'r LetterSection> {
        self.rules().find(|rule| rule.heading.as_ref().is_some_and(|heading| heading.is_match(text)))
    }

    fn rules(&self) -> impl Iterator<Item = &'r LetterSection> + use<'r> {
        let framework = self.scene.framework;
        self.scene.language.letters.sections.iter().filter(move |rule| rule.holds_for(framework))
    }

    /// Returns the level of the part that is open, for a heading that shows none.
    fn level(&self) -> u8 {
        self.parts.last().map_or(1, |part| part.level)
    }

    fn open(&mut self, rule: Option<&'r LetterSection>, heading: String, level: u8, bounds: (usize, usize)) {
        let role = match rule {
            Some(rule) => rule.role,
            None if self.ended => LetterRole::Aside,
            None => LetterRole::Narrative,
        };
        let (party, pieces) = (self.party.clone(), [].as_slice());
        self.parts.push(Part { rule, heading, role, level, themes: None, party, pieces });
        self.bounds.push(bounds);
    }

    fn finish(mut self) -> Vec<Part<'r, 'p>> {
        let ends = self.bounds.iter().skip(1).map(|(end, _)| *end).chain(std::iter::once(self.pieces.len()));
        for ((part, (_, start)), end) in self.parts.iter_mut().zip(&self.bounds).zip(ends) {
            part.pieces = self.pieces.get(*start..end).unwrap_or_default();
        }
        self.parts
    }
}
