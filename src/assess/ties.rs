//! Ties: which findings a row, quotation or heading points at.

use std::collections::BTreeMap;

use serde::Serialize;

use super::quoted::Quoted;
use crate::pack::{Finding, Inspection, Rules};
use crate::statement::{Pointer, PointerKind};

/// How an action is tied to a finding by its place in the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bond {
    /// Its row, banner, quotation or own heading names the finding.
    Reference,
    /// A heading further out names it, or one nearer names it beside several others.
    Place,
}

/// A heading that names more findings than this tells only the neighbourhood.
const MOST_NAMED: usize = 4;

/// Finds the findings that pointers name, each text looked at once.
#[derive(Debug)]
pub(super) struct Ties<'r> {
    rules: &'r Rules,
    inspection: &'r Inspection,
    quoted: Option<&'r Quoted<'r>>,
    seen: BTreeMap<String, Vec<usize>>,
}

impl<'r> Ties<'r> {
    pub(super) fn new(
        rules: &'r Rules,
        inspection: &'r Inspection,
        quoted: Option<&'r Quoted<'r>>,
    ) -> Self {
        Self { rules, inspection, quoted, seen: BTreeMap::new() }
    }

    pub(super) fn rules(&self) -> &'r Rules {
        self.rules
    }

    pub(super) fn inspection(&self) -> &'r Inspection {
        self.inspection
    }

    /// Returns the findings, by their place in the inspection, that `pointers` name, each with its bond.
    pub(super) fn bonds(&mut self, pointers: &[Pointer]) -> BTreeMap<usize, Bond> {
        let mut bonds = BTreeMap::new();
        let mut nearest: Option<PointerKind> = None;
        for pointer in pointers {
            let named = self.named_by(&pointer.text);
            if named.is_empty() {
                continue;
            }
            let near = nearest.is_none_or(|nearest| as_near(nearest, pointer.kind));
            let bond = if near && named.len() <= MOST_NAMED { Bond::Reference } else { Bond::Place };
            nearest = nearest.or(Some(pointer.kind));
            for finding in named {
                let entry = bonds.entry(finding).or_insert(bond);
                *entry = (*entry).min(bond);
            }
        }
        bonds
    }

    /// Returns the findings that a passage itself names, as a quotation of them does.
    pub(super) fn names(&mut self, text: &str) -> BTreeMap<usize, Bond> {
        self.named_by(text).into_iter().map(|finding| (finding, Bond::Reference)).collect()
    }

    /// Returns the findings that a text names: by a cue if any does, else by quoting the letter, else by what it is about.
    fn named_by(&mut self, text: &str) -> Vec<usize> {
        if let Some(known) = self.seen.get(text) {
            return known.clone();
        }
        let scan = self.rules.library.scan(&self.rules.analyzer, &[text]);
        let by = |names: &dyn Fn(&Finding) -> bool| -> Vec<usize> {
            let findings = self.inspection.findings.iter().enumerate();
            findings.filter(|(_, finding)| names(finding)).map(|(at, _)| at).collect()
        };
        let mut named = by(&|finding| finding.cues.iter().any(|cue| scan.is_match(*cue)));
        if named.is_empty() {
            named = self.quoted.map(|quoted| quoted.findings(text).to_vec()).unwrap_or_default();
        }
        if named.is_empty() {
            named = by(&|finding| finding.about.is_some_and(|about| scan.is_match(about)));
        }
        self.seen.insert(text.to_owned(), named.clone());
        named
    }
}

/// Whether a pointer speaks as directly of the action as the nearest one that names a finding: a row speaks for
/// itself alone; quotations share their word with the heading under which they stand.
fn as_near(nearest: PointerKind, kind: PointerKind) -> bool {
    match (nearest, kind) {
        (PointerKind::Quotation, PointerKind::Quotation | PointerKind::Heading(0)) => true,
        (nearest, kind) => nearest == kind,
    }
}
