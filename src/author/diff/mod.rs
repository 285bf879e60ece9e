//! Diff: what a change of the rules changes in what is said of statements, and which part of which rule did it.

mod blame;
mod causes;
mod changes;
mod commitment;
mod compare;
mod crew;
mod held;
mod json;
mod markdown;
mod model;
mod parts;
mod place;
mod reach;
mod text;
mod version;
mod vocabulary;
mod words;

pub use compare::{Sample, compare};
pub use json::json;
pub use markdown::markdown;
pub use model::{
    AspectChange, Cause, Change, CommitmentChange, Count, Counts, DiagnosticChange, Diff, FileChange,
    ItemChange, LeftOut, LikenessChange, PartChange, Passage, RulePlace, Said, StatementChange, Turn,
    TurnedOn,
};
pub use text::text;
pub use version::Version;
