//! A diff for a person at a terminal: the statements of which something else is said, then the counts.

use std::fmt::Write as _;

use super::blame::{cause, culprits};
use super::model::{AspectChange, Change, Count, Diff, FileChange, ItemChange, StatementChange};
use super::words::{Marks, fates, passages, said, spared, verdict};
use crate::report::layout::{hang, shorten};
use crate::report::safe;

const MARKS: Marks = Marks { quote: |text| format!("\"{text}\""), code: |text| format!("`{text}`") };

/// Returns the diff as text of `width` columns.
pub fn text(diff: &Diff, width: usize) -> String {
    let mut page = Page { width, out: String::new() };
    page.line(0, &files(&diff.files));
    for statement in &diff.statements {
        page.statement(statement);
    }
    page.culprits(diff);
    page.counts(diff);
    page.out
}

struct Page {
    width: usize,
    out: String,
}

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        // Lines that go on stand further in, so that a new one is seen to begin.
        let text = hang(text, indent + 4, self.width);
        let _ = writeln!(self.out, "{:indent$}{text}", "");
    }

    fn statement(&mut self, statement: &StatementChange) {
        let name = safe(&statement.statement);
        self.out.push('\n');
        if statement.pack.differs() {
            let pack = |pack: &Option<String>| pack.clone().unwrap_or_else(|| "no inspection".to_owned());
            let (was, now) = (pack(&statement.pack.was), pack(&statement.pack.now));
            self.line(0, &format!("{name}: is held to answer {now}, was {was}"));
            return;
        }
        self.line(0, &format!("{name} ({})", statement.pack.now.as_deref().unwrap_or_default()));
        for item in &statement.items {
            self.item(item);
        }
        for problem in &statement.diagnostics {
            let change = if problem.change == Change::Added { "new problem" } else { "problem gone" };
            let place = problem.place.as_ref().map(|place| format!("{}: ", safe(place))).unwrap_or_default();
            self.line(2, &format!("{change}: {place}{} ({})", safe(&problem.message), problem.code));
        }
    }

    fn item(&mut self, item: &ItemChange) {
        let now = verdict(item.verdict.now);
        let turned = if item.verdict.differs() {
            format!("{} → {now}", verdict(item.verdict.was))
        } else {
            format!("{now} as before")
        };
        self.line(2, &format!("{}: {turned}", item.id));
        if let Some(note) = &item.note {
            self.line(4, &format!("{}; was: {}", safe(&note.now), safe(&note.was)));
        }
        for aspect in &item.aspects {
            self.aspect(&item.id, aspect);
        }
    }

    fn aspect(&mut self, finding: &str, aspect: &AspectChange) {
        let (was, now) = (said(aspect.said.was.as_ref()), said(aspect.said.now.as_ref()));
        let turned = if was == now { format!("{now} as before") } else { format!("{was} → {now}") };
        self.line(4, &format!(".{}: {turned}", aspect.id));
        if !aspect.any_verdict() || aspect.turned_on.is_empty() {
            passages(aspect, MARKS).iter().for_each(|line| self.line(6, line));
        }
        let of = format!("{finding}.{}", aspect.id);
        for turned in &aspect.turned_on {
            self.line(6, &format!("{}: \"{}\"", safe(&turned.place), shorten(&safe(&turned.quote))));
            if let Some(fates) = fates(turned) {
                self.line(8, &fates);
            }
            let causes = turned.causes.iter().flat_map(|one| cause(one, &of, MARKS));
            causes.for_each(|line| self.line(8, &line));
        }
    }

    fn culprits(&mut self, diff: &Diff) {
        let culprits = culprits(diff, MARKS);
        if culprits.is_empty() {
            return;
        }
        self.out.push_str("\nWhat changed verdicts of aspects\n");
        for (culprit, count) in culprits {
            self.line(2, &format!("{count:>3}  {culprit}"));
        }
    }

    fn counts(&mut self, diff: &Diff) {
        let counts = &diff.counts;
        let _ = writeln!(self.out, "\nVerdicts that changed");
        for (what, Count { compared, changed }) in
            [("findings", counts.findings), ("aspects", counts.aspects), ("next steps", counts.next_steps)]
        {
            let _ = writeln!(self.out, "  {what:<11} {changed} of {compared}");
        }
        let Count { compared, changed } = counts.statements;
        self.line(0, &format!("Of {compared} statements something else is said of {changed}"));
        if let Some(spared) = spared(counts) {
            self.line(0, &spared);
        }
        for one in &diff.left_out {
            self.line(0, &format!("left out: {}: {}", safe(&one.statement), safe(&one.why)));
        }
    }
}

/// Returns the rule files that differ, in one sentence.
fn files(files: &[FileChange]) -> String {
    let named = files.iter().map(|file| match file.change {
        Change::Added => format!("{} (new)", safe(&file.file)),
        Change::TakenOut => format!("{} (gone)", safe(&file.file)),
        Change::Changed => safe(&file.file),
    });
    let named: Vec<String> = named.collect();
    match named.len() {
        0 => "the rules are the same".to_owned(),
        1 => format!("1 rule file differs: {}", named.join(", ")),
        count => format!("{count} rule files differ: {}", named.join(", ")),
    }
}
