//! What a letter asks as a checklist for a terminal.

use std::fmt::Write as _;

use super::{by_heading, called, counted, facts};
use crate::letter::{Item, ItemKind, Letter};
use crate::report::safe::safe;
use crate::report::terminal::{hang, wrap};

/// The column in which the values of facts begin.
const FACT: usize = 15;

/// The column in which the text of an item begins.
const ITEM: usize = 9;

/// Returns a checklist no wider than `width` characters, where words allow.
pub fn text(letter: &Letter, width: usize) -> String {
    let mut out = safe(&letter.file);
    out.push('\n');
    for (name, value) in facts(letter) {
        let _ = writeln!(out, "{name:<FACT$}{}", hang(&safe(&value), FACT, width));
    }
    for items in by_heading(&letter.items) {
        section(items, width, &mut out);
    }
    if !letter.candidates.is_empty() {
        let asks = "sentences elsewhere in the letter that ask for something; decide for each";
        let _ = write!(out, "\nCandidates ({asks})\n");
        for item in &letter.candidates {
            entry(item, width, &mut out);
        }
    }
    if !letter.unsure.is_empty() {
        out.push_str("\nNot sure\n");
        for sentence in &letter.unsure {
            let _ = writeln!(out, "  - {}", hang(&safe(sentence), 4, width));
        }
    }
    let _ = write!(out, "\n{}\n", wrap(&summary(letter), width));
    out
}

fn section(items: &[Item], width: usize, out: &mut String) {
    let Some(first) = items.first() else { return };
    let of = match first.kind {
        ItemKind::PriorityAction => " (priority)",
        _ => "",
    };
    let _ = write!(out, "\n{}{of}\n", wrap(&safe(&first.heading), width));
    for item in items {
        entry(item, width, out);
    }
}

fn entry(item: &Item, width: usize, out: &mut String) {
    let mut lines = item.text.lines();
    let first = hang(&safe(lines.next().unwrap_or_default()), ITEM, width);
    let _ = writeln!(out, "[ ] {:>3}. {first}", item.order);
    for line in lines {
        let _ = writeln!(out, "{:ITEM$}- {}", "", hang(&safe(line), ITEM + 2, width));
    }
    let who = match item.responsible.as_slice() {
        [] => String::new(),
        names => format!("; {}", names.join("; ")),
    };
    let place = safe(&format!("{}{who}", item.location.text));
    let _ = writeln!(out, "{:ITEM$}({})", "", hang(&place, ITEM + 1, width));
}

fn summary(letter: &Letter) -> String {
    let kinds = [ItemKind::PriorityAction, ItemKind::Improvement, ItemKind::NextStep];
    let of = |kind| letter.items.iter().filter(|item| item.kind == kind).count();
    let mut parts: Vec<String> =
        kinds.into_iter().filter(|kind| of(*kind) > 0).map(|kind| counted(of(kind), called(kind))).collect();
    if parts.is_empty() {
        parts.push("nothing that the letter asks was found".to_owned());
    }
    if !letter.candidates.is_empty() {
        parts.push(counted(letter.candidates.len(), called(ItemKind::CandidateApart)));
    }
    parts.join(", ")
}
