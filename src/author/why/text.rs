//! An explanation for a person at a terminal: an aspect, and below it the actions, the nearest to an answer first.

use std::fmt::Write as _;

use super::parts::{held, wanting};
use super::{Explained, Report};
use crate::assess::{Bond, Fared, Fate, Likeness, Ruling};
use crate::query::Trace;
use crate::report::layout::{hang, place, shorten};
use crate::report::safe;

/// Returns the explanations as text of `width` columns, of each aspect at most `most` actions.
pub fn text(report: &Report<'_>, explained: &[Explained<'_>], most: usize, width: usize) -> String {
    let mut out = String::new();
    for (n, one) in explained.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        let mut page = Page { report, width, out: &mut out };
        page.aspect(one, most);
    }
    out
}

/// What is written, and what it is about.
struct Page<'p> {
    report: &'p Report<'p>,
    width: usize,
    out: &'p mut String,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        // Lines that go on stand further in, so that a new one is seen to begin.
        let text = hang(text, indent + 2, self.width);
        let _ = writeln!(self.out, "{:indent$}{text}", "");
    }

    fn aspect(&mut self, one: &Explained<'_>, most: usize) {
        self.line(0, &format!("{}: {}", one.id(), one.aspect.asks));
        let outcome = one.outcome;
        let verdict = match outcome.reason {
            None => format!("met ({})", outcome.confidence),
            Some(reason) => format!("not met ({}, {}): {}", reason.code(), outcome.confidence, reason.says()),
        };
        self.line(0, &verdict);
        let answered = one.fared.iter().filter(|fared| fared.fate.is_answered()).count();
        let all = one.fared.len();
        let _ = match all {
            0 => writeln!(self.out, "the statement holds no action"),
            1 => writeln!(self.out, "{answered} of 1 action answers it"),
            _ if answered == 1 => writeln!(self.out, "1 of {all} actions answers it; the nearest first"),
            _ => writeln!(self.out, "{answered} of {all} actions answer it; the nearest first"),
        };
        for (n, fared) in one.fared.iter().take(most).enumerate() {
            self.action(n + 1, fared);
        }
        if all > most {
            let _ = writeln!(self.out, "\nand {} more, none of them nearer (--all shows them)", all - most);
        }
    }

    fn action(&mut self, number: usize, fared: &Fared) {
        let Some(action) = self.report.statement.actions.get(fared.action) else { return };
        let several = self.report.statement.files.len() > 1;
        let _ = writeln!(self.out);
        self.line(0, &format!("{number}. {}: {}", fared.fate.says(), place(&action.location, several)));
        self.line(3, &format!("\"{}\"", shorten(&safe(&action.text))));
        if let Some(because) = because(fared) {
            self.line(3, &because);
        }
        self.line(3, &fits(fared));
        for sentence in &fared.left_out {
            let text = shorten(&safe(&sentence.text));
            self.line(3, &format!("left out, since it is {}: \"{text}\"", sentence.standing));
        }
        self.query("met_by", &fared.met_by, "");
        if let Some(told_by) = fared.told_by.as_ref().filter(|one| one.matched || fared.bond.is_some()) {
            let counts = if fared.bond.is_some() { "" } else { " (counts only in a place of the finding)" };
            self.query("told_by", told_by, counts);
        }
        if let Some(not_by) = fared.not_by.as_ref().filter(|not_by| not_by.matched) {
            self.query("not_by", not_by, "");
        }
    }

    fn query(&mut self, name: &str, trace: &Trace, remark: &str) {
        let held = safe(&held(trace));
        let line = if trace.matched {
            format!("✓ {name}{remark}: {held}")
        } else if held.is_empty() {
            format!("✗ {name}{remark} lacks {}", safe(&wanting(trace)))
        } else {
            format!("✗ {name}{remark} has {held}; lacks {}", safe(&wanting(trace)))
        };
        self.line(3, &line);
    }
}

/// Returns the reason in a sentence, where what became of the action does not say it.
fn because(fared: &Fared) -> Option<String> {
    let says = match &fared.fate {
        Fate::Answered { tie } => tie.says(),
        Fate::OnlyDone => "it reports something as done, and nothing goes on",
        Fate::NotCommitted => "its words would answer, but the sentences that hold them bind nobody",
        Fate::AnotherNearer { aspect, by } => return Some(format!("it fits {aspect} better, by {by:.2}")),
        Fate::RuledOut { by: Ruling::Unlike } => "it is tied to it, but unlike every accepted sentence",
        Fate::RuledOut { by: Ruling::Rejected } => {
            let by = fared.likeness.map_or(0.0, |likeness| -likeness.beyond);
            return Some(format!(
                "it is rather like the rejected sentences than the accepted ones, by {by:.2}"
            ));
        }
        Fate::RuledOut { by: Ruling::Words } => "it has words of a neighbouring matter",
        Fate::NoTie => return None,
    };
    Some(says.to_owned())
}

/// Returns how well an action fits, and what speaks for it.
fn fits(fared: &Fared) -> String {
    let place = match fared.bond {
        Some(Bond::Reference) => "its row or heading names the finding; ",
        Some(Bond::Place) => "it stands in a part that names the finding; ",
        None => "",
    };
    let likeness = match fared.likeness {
        Some(Likeness { accepted, rejected, .. }) => {
            format!("like the accepted sentences by {accepted:.2}, the rejected ones by {rejected:.2}")
        }
        None => "too few accepted sentences to tell likeness".to_owned(),
    };
    format!("fits by {:.2}: {place}{likeness}", fared.strength)
}
