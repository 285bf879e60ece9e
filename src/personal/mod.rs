//! Personal data about people, which has no place in a statement: found, and masked before anything else reads the text.

mod proof;

use std::ops::Range;

use crate::document::{Block, BlockKind, Document, Location};
use crate::text::Pattern;
pub use proof::Proof;

/// How one kind of personal data looks.
#[derive(Debug)]
pub struct PersonalRule {
    /// What it is, with its article: `an NHS number`.
    pub name: String,
    pattern: Pattern,
    near: Option<Pattern>,
    except: Option<Pattern>,
    proof: Option<Proof>,
}

impl PersonalRule {
    /// Returns the rule that `pattern` shows the data called `name`: its first group where it has one, else the whole.
    pub fn new(name: String, pattern: String) -> Self {
        Self { name, pattern: Pattern::new(pattern), near: None, except: None, proof: None }
    }

    /// Finds it only in a text that this pattern matches too.
    #[must_use]
    pub fn near(mut self, pattern: Option<String>) -> Self {
        self.near = pattern.map(Pattern::new);
        self
    }

    /// Leaves alone what holds this pattern, such as the title of a post in the place of a name.
    #[must_use]
    pub fn except(mut self, pattern: Option<String>) -> Self {
        self.except = pattern.map(Pattern::new);
        self
    }

    /// Finds it only where its digits pass a proof.
    #[must_use]
    pub fn proven_by(mut self, proof: Option<Proof>) -> Self {
        self.proof = proof;
        self
    }

    /// Returns where `text` holds such data, as byte ranges.
    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let Some(pattern) = self.pattern.get() else { return Vec::new() };
        if self.near.as_ref().is_some_and(|near| !near.is_match(text)) {
            return Vec::new();
        }
        let excepted = |found: &str| self.except.as_ref().is_some_and(|except| except.is_match(found));
        let found = pattern
            .captures_iter(text)
            .filter(|captures| !excepted(captures.get(0).map_or("", |whole| whole.as_str())))
            .filter_map(|captures| captures.get(1).or(captures.get(0)));
        found
            .filter(|found| self.proof.is_none_or(|proof| proof.holds(found.as_str())))
            .map(|found| found.range())
            .collect()
    }
}

/// Personal data that a statement holds. Its words are nowhere kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalData {
    /// What it is, with its article: `an NHS number`.
    pub name: String,
    /// Where it stands.
    pub location: Location,
}

/// Masks the personal data in `documents`, letter by letter and digit by digit, and returns what was masked, in
/// reading order.
pub fn mask(documents: &mut [Document], rules: &[PersonalRule]) -> Vec<PersonalData> {
    let mut masker = Masker { rules, found: Vec::new(), secrets: Vec::new() };
    for document in &mut *documents {
        masker.blocks(&mut document.blocks);
    }
    if !masker.secrets.is_empty() {
        let secrets = masker.secrets;
        documents.iter_mut().for_each(|document| mask_headings(&mut document.blocks, &secrets));
    }
    masker.found
}

struct Masker<'r> {
    rules: &'r [PersonalRule],
    found: Vec<PersonalData>,
    /// What was masked, since headings stand in locations too.
    secrets: Vec<String>,
}

impl Masker<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            if let BlockKind::Table(table) = &mut block.kind {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    self.blocks(&mut cell.blocks);
                }
            } else {
                self.block(block);
            }
        }
    }

    fn block(&mut self, block: &mut Block) {
        // Every kind holds a digit, and most texts hold none.
        if !block.text.bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        for rule in self.rules {
            for range in rule.find(&block.text).into_iter().rev() {
                let secret = block.text.get(range.clone()).unwrap_or_default().to_owned();
                block.text.replace_range(range, &masked(&secret));
                self.secrets.push(secret);
                self.found.push(PersonalData { name: rule.name.clone(), location: block.location.clone() });
            }
        }
    }
}

fn masked(secret: &str) -> String {
    secret.chars().map(|sign| if sign.is_alphanumeric() { '•' } else { sign }).collect()
}

fn mask_headings(blocks: &mut [Block], secrets: &[String]) {
    let mask = |location: &mut Location| {
        for heading in &mut location.headings {
            for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
                *heading = heading.replace(secret.as_str(), &masked(secret));
            }
        }
    };
    for block in blocks {
        mask(&mut block.location);
        let BlockKind::Table(table) = &mut block.kind else { continue };
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            mask(&mut cell.location);
            mask_headings(&mut cell.blocks, secrets);
        }
    }
}
