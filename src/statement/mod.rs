//! Statements: what a document says will be done, by whom, by when, how firmly, and in answer to what.

mod agencies;
mod cards;
mod columns;
mod commitment;
mod draft;
mod forms;
mod header;
mod initials;
mod labels;
mod marker;
mod model;
mod plan;
mod prose;
mod restating;
mod roles;
mod running;
mod section;
mod table;
mod timeline;

pub use commitment::Judge;
pub use model::{
    Action, Commitment, Passage, PassageKind, Pointer, PointerKind, Sentence, Standing, Statement,
};

use jiff::civil::Date;

use crate::document::Document;
use crate::pack::Rules;

/// Finds the actions and the other passages of the documents that together are one statement.
///
/// `anchor` is the day from which dates without a year are counted on: the date of the inspection letter, or the
/// day of the check.
pub fn read(documents: &[Document], rules: &Rules, anchor: Option<Date>) -> Statement {
    plan::read(documents, rules, anchor)
}
