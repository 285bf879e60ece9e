//! The comparison for a person at a terminal: what got better or worse and why, then the actions, then a summary.

mod actions;

use std::fmt::Write as _;

use super::told;
use crate::assess::{ReviewState, Verdict};
use crate::compare::{AspectChange, Comparison, Draft, ItemChange, Pair, Progress};
use crate::report::layout::{hang, place, shorten};
use crate::report::terminal::{by_whom, sign, word};
use crate::report::told::waived;
use crate::report::{Look, safe};
use crate::statement::Action;

/// Returns the comparison as text.
pub fn text(comparison: &Comparison<'_>, look: Look) -> String {
    let mut page = Page { comparison, look, out: String::new() };
    page.opening();
    if !look.quiet {
        let changed = comparison.items.iter().filter(|item| item.progress != Progress::Unchanged);
        changed.for_each(|item| page.item(item));
        page.unread("old", comparison.old);
        page.unread("new", comparison.new);
        page.actions();
    }
    page.summary();
    page.out
}

struct Page<'p, 'a> {
    comparison: &'p Comparison<'a>,
    look: Look,
    out: String,
}

impl<'a> Page<'_, 'a> {
    fn line(&mut self, indent: usize, text: &str) {
        self.hung(indent, 2, text);
    }

    /// Writes a line of which what does not fit stands `further` in.
    fn hung(&mut self, indent: usize, further: usize, text: &str) {
        let text = hang(text, indent + further, self.look.width);
        let _ = writeln!(self.out, "{:indent$}{text}", "");
    }

    /// Returns a sign and a word that says the same, or the word alone where nothing is to be drawn.
    fn signed(&self, sign: &str, word: &str) -> String {
        if self.look.plain { word.to_owned() } else { format!("{sign} {word}") }
    }

    fn verdict(&self, verdict: Verdict) -> String {
        self.signed(sign(verdict), word(verdict))
    }

    /// Returns how something fares.
    fn mark(&self, progress: Progress) -> String {
        let sign = match progress {
            Progress::Better => "+",
            Progress::Worse => "-",
            Progress::BetterAndWorse => "±",
            Progress::Unchanged => "=",
            Progress::CannotCompare => "?",
        };
        self.signed(sign, progress.says())
    }

    fn opening(&mut self) {
        let comparison = self.comparison;
        self.line(0, &told::headline(comparison));
        self.line(0, &told::actions(comparison));
        self.line(0, &safe(&comparison.inspection.title));
        for (name, draft) in [("old", comparison.old), ("new", comparison.new)] {
            let files: Vec<&str> = draft.statement.files.iter().map(|(path, _)| path.as_str()).collect();
            self.line(2, &format!("{name}: {}", safe(&files.join(", "))));
        }
        self.out.push('\n');
    }

    fn item(&mut self, item: &ItemChange<'a>) {
        let mark = self.mark(item.progress);
        self.line(0, &format!("{mark}: {}", safe(item.asks)));
        let (was, now) = (item.was.verdict(), item.now.verdict());
        self.line(2, &format!("{} ({}): {}", item.now.id(), item.place, turned(word(now), word(was))));
        for aspect in item.aspects.iter().filter(|aspect| aspect.progress != Progress::Unchanged) {
            self.aspect(aspect);
        }
        if let Some((was, now)) = told::notes(item) {
            let before = if was == now { String::new() } else { format!("; was: {}", safe(was)) };
            self.line(2, &format!("now: {}{before}", safe(now)));
        }
        for (says, agencies) in [("owns an action now", &item.came), ("owns no action now", &item.went)] {
            for agency in agencies {
                self.line(2, &format!("{}: {says}", safe(&agency.name)));
            }
        }
        if let Some(waiver) = item.now.waived() {
            self.line(2, &waived(waiver));
        }
        self.out.push('\n');
    }

    fn aspect(&mut self, aspect: &AspectChange<'a>) {
        self.line(2, &format!("{}: {}", self.mark(aspect.progress), safe(&aspect.rule.asks)));
        self.line(4, &turned(&told::said(aspect.now), &told::said(aspect.was)));
        for cause in aspect.causes.iter().filter_map(|cause| self.comparison.pairs.get(*cause)) {
            let line = format!("{}: {}", told::happened(cause), self.quoted(cause));
            self.line(4, &line);
        }
        let both = [("", aspect.now), ("before, ", aspect.was)];
        for (when, outcome) in both.into_iter().filter(|_| aspect.decided) {
            let held = outcome.reviewed.as_ref().filter(|reviewed| reviewed.state() == ReviewState::Holds);
            if let Some(reviewed) = held {
                self.line(4, &format!("{when}{}", safe(&by_whom(reviewed))));
            }
        }
        if let Some(near) = told::nearest(self.comparison, aspect) {
            let there = place(&near.location, several(self.comparison.new));
            let quote = shorten(&safe(&near.quote));
            self.line(4, &format!("nearest now: {there}: \"{quote}\" ({})", near.why.says()));
        }
    }

    /// Returns the place of an action and its words: in the new draft, or where it is gone, in the old one.
    fn quoted(&self, pair: &Pair<'_>) -> String {
        let of = |draft: Draft<'_>, action: &Action| {
            let place = place(&action.location, several(draft));
            format!("{place}: \"{}\"", shorten(&safe(&action.text)))
        };
        match (pair.was, pair.now) {
            (_, Some(now)) => of(self.comparison.new, now),
            (Some(was), None) => of(self.comparison.old, was),
            (None, None) => String::new(),
        }
    }

    fn unread(&mut self, name: &str, draft: Draft<'_>) {
        for unread in &draft.statement.unread {
            let place = place(&unread.location, several(draft));
            let says = self.signed("?", &format!("not read in the {name} draft"));
            self.line(0, &format!("{says}: {} ({place})", safe(&unread.what)));
            self.out.push('\n');
        }
    }

    fn summary(&mut self) {
        let comparison = self.comparison;
        let _ = writeln!(self.out, "Summary as of {}", comparison.new.assessment.as_of);
        let width = comparison.items.iter().map(|item| item.now.id().len()).max().unwrap_or(0);
        for item in &comparison.items {
            let [was, now] = [item.was, item.now].map(|outcome| self.verdict(outcome.verdict()));
            let waived = if item.now.waived().is_some() { ", waived" } else { "" };
            let line = format!(
                "{:width$}  {:PROGRESS$}{}{waived}",
                item.now.id(),
                self.mark(item.progress),
                turned(&now, &was)
            );
            let _ = writeln!(self.out, "  {line}");
        }
    }
}

/// The width of the column that says how an item fares, in characters.
const PROGRESS: usize = 20;

/// Returns what something is, and where it differs what it was.
fn turned(now: &str, was: &str) -> String {
    if now == was { now.to_owned() } else { format!("{now}, was {was}") }
}

/// Whether the places of a draft must name their file.
fn several(draft: Draft<'_>) -> bool {
    draft.statement.files.len() > 1
}
