//! What a letter asks as a Markdown checklist with boxes to tick.

use std::fmt::Write as _;

use super::{by_heading, facts};
use crate::letter::{Item, Letter};
use crate::report::safe::plain;

/// Returns the checklist.
pub fn markdown(letter: &Letter) -> String {
    let mut out =
        format!("# What the letter asks: {}\n\n", plain(letter.area.as_deref().unwrap_or(&letter.file)));
    for (name, value) in facts(letter) {
        let _ = writeln!(out, "- **{name}**: {}", plain(&value));
    }
    for items in by_heading(&letter.items) {
        let heading = items.first().map(|item| item.heading.as_str()).unwrap_or_default();
        let _ = write!(out, "\n## {}\n\n", plain(heading));
        items.iter().for_each(|item| entry(item, &mut out));
    }
    if !letter.candidates.is_empty() {
        out.push_str("\n## Candidates: sentences elsewhere that ask for something\n\n");
        letter.candidates.iter().for_each(|item| entry(item, &mut out));
    }
    if !letter.unsure.is_empty() {
        out.push_str("\n## Not sure\n\n");
        for sentence in &letter.unsure {
            let _ = writeln!(out, "- {}", plain(sentence));
        }
    }
    out
}

fn entry(item: &Item, out: &mut String) {
    let mut lines = item.text.lines();
    let first = plain(lines.next().unwrap_or_default());
    let who = match item.responsible.as_slice() {
        [] => String::new(),
        names => format!("; {}", plain(&names.join("; "))),
    };
    let _ = writeln!(out, "- [ ] {}. {first} *({}{who})*", item.order, plain(&item.location.text));
    for line in lines {
        let _ = writeln!(out, "  - {}", plain(line));
    }
}
