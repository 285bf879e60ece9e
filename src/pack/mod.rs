//! Rules: what each inspection asks and how people write, read from TOML, checked, and compiled.
//!
//! [`load`] takes the rule files and gives [`Rules`], or every [`Problem`] in them, each with its place. The rules
//! that ship in the binary are [`Rules::embedded`]; a folder of a person's own is [`Rules::from_dir`].

mod at;
mod code;
mod defined;
mod fields;
mod framework;
mod inspection;
mod items;
mod keys;
mod kind;
mod language;
mod letters;
mod load;
mod model;
mod names;
mod problem;
mod queries;
mod source;
mod topics;
mod vocabulary;

pub use at::{At, SourceRef};
pub use code::{Code, Severity};
pub(crate) use fields::{Field, Fields, File};
pub(crate) use items::BLANK;
pub use keys::{FILES, TABLES};
pub use kind::Kind;
pub use letters::{LetterFact, LetterKind, LetterRules, LetterSection, LetterSign};
pub use load::{load, load_partly};
pub use model::{
    AgencyId, Aspect, CheckRule, Duty, Example, Finding, Framework, Inspection, Item, NextStep, Place, Rules,
};
pub(crate) use names::Choice;
pub use names::{
    Check, ColumnRole, CommitmentKind, Entries, FactOf, LetterRole, LetterSignOf, Level, Nested,
    NextStepCheck, PartOfLetter, Responses, SectionKind, SignOf, Start, nearest,
};
pub(crate) use problem::Report;
pub use problem::{Edit, Problem, Problems};
pub use source::{Source, embedded, embedded_for, read_dir, read_file};
pub use topics::{Demand, Topic};
pub use vocabulary::{Agency, ClauseRule, ColumnRule, CommitmentRule, Language, SectionRule, Set, SignRule};
