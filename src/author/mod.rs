//! The rule author's bench: what is doubtful in the rules, and what a change of them does, before anybody relies on it.

pub mod cases;
pub mod diff;
pub mod lint;
pub mod mend;
pub mod schema;
pub mod snapshot;
pub mod why;
