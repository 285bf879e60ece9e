//! A version of the rules: what they are, what files they stand in, and which of those an inspection rests on.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Change, FileChange, RulePlace};
use crate::pack::{At, Inspection, Rules, SourceRef};
use crate::query::Scan;

/// One of the two versions that are compared.
#[derive(Debug)]
pub struct Version {
    /// The rules.
    pub rules: Rules,
    /// What the names of their files begin with: the folder, or the revision and its folder.
    root: String,
}

impl Version {
    /// Returns the version with these rules, whose files lie under `root`.
    pub fn new(rules: Rules, root: impl Into<String>) -> Self {
        Self { rules, root: root.into() }
    }

    /// Returns the path of a file in the folder of rules, the same wherever that lies.
    pub(super) fn path(&self, file: SourceRef) -> &str {
        self.rules.source(file).map_or("", |source| self.relative(&source.name))
    }

    fn relative<'n>(&self, name: &'n str) -> &'n str {
        name.strip_prefix(&self.root).unwrap_or(name).trim_start_matches('/')
    }

    /// Takes a text, to look in it for what queries of this version ask.
    pub(super) fn scan(&self, text: &str) -> Scan<'_> {
        self.rules.library.scan(&self.rules.analyzer, &[text])
    }

    /// Returns the place that lies `offset` bytes after `at`.
    pub(super) fn place(&self, at: &At, offset: usize) -> RulePlace {
        let source = self.rules.source(at.file);
        let byte = at.bytes.start + offset;
        let before = source.and_then(|source| source.text.get(..byte)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        RulePlace {
            file: self.path(at.file).to_owned(),
            line: source.map_or(1, |source| source.line_of(byte)),
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        }
    }

    /// Returns the files that verdicts of `inspection` rest on, in order: its own, all that hold more than sets, and those of
    /// the sets that any of these uses. Without an inspection, those that the reading of a statement rests on.
    pub(super) fn footing(&self, inspection: Option<&Inspection>) -> Vec<SourceRef> {
        let others: Vec<SourceRef> =
            self.rules.inspections.iter().filter(|one| !is(inspection, one)).map(|one| one.file).collect();
        let files = (0..self.rules.sources.len()).map(SourceRef).filter(|file| !others.contains(file));
        let mut ahead: Vec<SourceRef> = files.filter(|file| !holds_only_sets(self.text(*file))).collect();
        let mut footing: BTreeSet<SourceRef> = BTreeSet::new();
        while let Some(file) = ahead.pop() {
            if footing.insert(file) {
                ahead.extend(self.sets_in(self.text(file)));
            }
        }
        footing.into_iter().collect()
    }

    /// Returns the files of the sets that a rule file names.
    fn sets_in(&self, text: &str) -> Vec<SourceRef> {
        let names = text.split('@').skip(1).map(|after| {
            let end = after.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
            after.get(..end.unwrap_or(after.len())).unwrap_or_default()
        });
        names.filter_map(|name| self.rules.language.sets.get(name)).map(|set| set.at.file).collect()
    }

    /// Returns what each inspection file begins with, by path: the table by which a statement is recognised; or `None` where
    /// one of them uses sets.
    pub(super) fn heads(&self) -> Option<Vec<(&str, &str)>> {
        let heads = self.rules.inspections.iter().map(|inspection| {
            let text = self.text(inspection.file);
            let head = text.get(..text.find("\n[[").unwrap_or(text.len())).unwrap_or_default();
            self.sets_in(head).is_empty().then(|| (self.path(inspection.file), head))
        });
        heads.collect()
    }

    /// Returns what a file says.
    pub(super) fn text(&self, file: SourceRef) -> &str {
        self.rules.source(file).map_or("", |source| &source.text)
    }

    /// Returns every file by path, with what it says.
    fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.rules.sources.iter().map(|source| (self.relative(&source.name), &*source.text))
    }
}

fn is(inspection: Option<&Inspection>, one: &Inspection) -> bool {
    inspection.is_some_and(|inspection| inspection.id == one.id)
}

/// Whether a language file holds sets and nothing else. In doubt it is said to hold more.
fn holds_only_sets(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.next().is_some_and(|first| first == "[sets]")
        && lines.all(|line| !line.starts_with('[') || line == "[sets]")
}

/// Returns the files that differ between two versions, by path.
pub(super) fn changed_files(old: &Version, new: &Version) -> Vec<FileChange> {
    let (was, now): (BTreeMap<&str, &str>, BTreeMap<&str, &str>) =
        (old.files().collect(), new.files().collect());
    let paths: BTreeSet<&str> = was.keys().chain(now.keys()).copied().collect();
    let changes = paths.into_iter().filter_map(|path| {
        let change = match (was.get(path), now.get(path)) {
            (None, _) => Change::Added,
            (_, None) => Change::TakenOut,
            (was, now) if was != now => Change::Changed,
            _ => return None,
        };
        Some(FileChange { file: path.to_owned(), change })
    });
    changes.collect()
}
