//! Statements: what is read as an action, with who, when, how success is known, how firmly, and in answer to what.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod agencies;
mod cards;
mod commitment;
mod draft;
mod forms;
mod header;
mod initials;
mod labels;
mod plan;
mod prose;
mod restating;
mod roles;
mod section;
#[path = "../support/mod.rs"]
mod support;
mod table;
mod timeline;

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use wsoa::document::{Document, Limits, markdown, text};
use wsoa::pack::Rules;
use wsoa::statement::{self, Action, PassageKind, PointerKind, Statement};

/// The day of the letter, from which dates without a year are counted.
const LETTER: Date = date(2016, 5, 10);

/// The rules that ship in the binary.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| Rules::embedded().unwrap())
}

/// Reads a plan written as markdown.
fn plan(words: &str) -> Statement {
    of(markdown::read("plan.md", words, &Limits::default()).unwrap())
}

/// Reads a plan written as plain text.
fn plain(words: &str) -> Statement {
    of(text::read("plan.txt", words, &Limits::default()).unwrap())
}

/// Reads a plan that a reader has given.
fn of(document: Document) -> Statement {
    statement::read(&[document], rules(), Some(LETTER))
}

/// Returns the one action of a plan, which must not have more or fewer.
fn only(statement: &Statement) -> &Action {
    assert_eq!(statement.actions.len(), 1, "{:#?}", texts(statement));
    &statement.actions[0]
}

/// Returns the words of the actions.
fn texts(statement: &Statement) -> Vec<&str> {
    statement.actions.iter().map(|action| action.text.as_str()).collect()
}

/// Returns the owners of the actions.
fn owners(statement: &Statement) -> Vec<Option<&str>> {
    statement.actions.iter().map(|action| action.owner.as_deref()).collect()
}

/// Returns the last day of what an action is due by.
fn due(action: &Action) -> Option<Date> {
    action.due.as_ref().and_then(|due| due.range).map(|(_, last)| last)
}

/// Returns the last days of what the actions are due by.
fn dues(statement: &Statement) -> Vec<Option<Date>> {
    statement.actions.iter().map(due).collect()
}

/// Returns the passages of one kind.
fn passages(statement: &Statement, kind: PassageKind) -> Vec<&str> {
    statement
        .passages
        .iter()
        .filter(|passage| passage.kind == kind)
        .map(|passage| passage.text.as_str())
        .collect()
}

/// Returns what an action's row, banner, quotation or heading says of the finding.
fn pointers(action: &Action, kind: PointerKind) -> Vec<&str> {
    action
        .pointers
        .iter()
        .filter(|pointer| pointer.kind == kind)
        .map(|pointer| pointer.text.as_str())
        .collect()
}
